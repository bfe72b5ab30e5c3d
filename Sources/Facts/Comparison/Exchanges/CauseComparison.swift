import Languages

/// Finds a cause that became the effect: « A résulte de B » became « A a provoqué B ».
///
/// Words of cause say on which side of them the cause stands. What stands on the side of the cause in one version and on the
/// side of the effect in the other has changed its part, with whatever words it is told.
struct CauseComparison {
  private let baseline: FactSheet
  private let candidate: FactSheet
  private let sentence: Int
  private let other: Int

  /// A word of cause, and the words that say something on either side of it.
  private struct Tie {
    let tokens: Range<Int>
    let causes: Set<String>
    let effects: Set<String>
  }

  private static let reach = 8
  private static let leastTurned = 2

  init(baseline: FactSheet, sentence: Int, candidate: FactSheet, sentence other: Int) {
    self.baseline = baseline
    self.candidate = candidate
    self.sentence = sentence
    self.other = other
  }

  /// The words of cause that point the other way; `nil` when cause and effect are where they were.
  ///
  /// `isWhole` where causes became effects and effects causes, and as many words of cause tell it; else one may be told with
  /// words of the other.
  func turn() -> (turn: Turn, isWhole: Bool)? {
    let mine = Self.ties(in: baseline, sentence)
    guard !mine.isEmpty else { return nil }
    // A word of cause that stayed tells of its own matter: "because it forces" became "what forces".
    let theirs = Self.ties(in: candidate, other)
    let words = { (tie: Tie, sheet: FactSheet) in tie.tokens.map { sheet.passage.tokens[$0].folded } }
    let stayed = Set(mine.map { words($0, baseline) }).intersection(theirs.map { words($0, candidate) })
    for tie in mine {
      var turned: Tie?
      var isWhole = false
      var isKept = false
      for other in theirs {
        let kept = tie.causes.intersection(other.causes).count + tie.effects.intersection(other.effects).count
        let effects = tie.causes.intersection(other.effects).count
        let causes = tie.effects.intersection(other.causes).count
        let crossed = effects + causes
        if kept > 0, kept >= crossed { isKept = true }
        guard words(tie, baseline) == words(other, candidate) || !stayed.contains(words(other, candidate)) else {
          continue
        }
        if turned == nil, crossed >= Self.leastTurned, crossed > 3 * kept {
          turned = other
          isWhole = effects > 0 && causes > 0 && mine.count == theirs.count
        }
      }
      if let turned, !isKept { return (Turn(original: tie.tokens, restated: turned.tokens), isWhole) }
    }
    return nil
  }

  private static func ties(in sheet: FactSheet, _ sentence: Int) -> [Tie] {
    let passage = sheet.passage
    let bounds = passage.sentences[sentence].tokens.prefix(256)
    var result: [Tie] = []
    var index = bounds.lowerBound
    while index < bounds.upperBound {
      guard passage.tokens[index].kind == .word, let match = passage.pack.causes.match(passage.tokens, at: index) else {
        index += 1
        continue
      }
      let tokens = index..<min(index + match.count, bounds.upperBound)
      index = max(index + 1, tokens.upperBound)
      // « Voilà ce que permet la démarche »: what acts stands behind the verb, or before it: "what the grant allows".
      let isInverted = (max(bounds.lowerBound, tokens.lowerBound - 1)..<tokens.lowerBound).contains {
        passage.pack.objectRelatives.contains(passage.tokens[$0])
      }
      if isInverted || match.value != "behind" && isWithoutAgent(tokens, passage, bounds) { continue }
      let isBehind = match.value == "behind" || isPassive(tokens, passage, bounds)
      result.append(tie(sheet, tokens, isCauseBehind: isBehind, bounds))
    }
    return result
  }

  /// Whether what a verb of cause tells is told in the passive: « a été provoquée en mai par ».
  private static func isPassive(_ tokens: Range<Int>, _ passage: Passage, _ bounds: Range<Int>) -> Bool {
    let before = max(bounds.lowerBound, tokens.lowerBound - 2)..<tokens.lowerBound
    let behind = tokens.upperBound..<max(tokens.upperBound, min(bounds.upperBound, tokens.upperBound + farthestAgent))
    // "Is responsible for" is no passive.
    if tokens.count > 1, passage.pack.prepositions.match(passage.tokens, at: tokens.upperBound - 1) != nil {
      return false
    }
    // "Is what" and "is behind" tell it in the active.
    return tokens.count == 1 && passage.pack.passiveMarks.contains(passage.tokens[tokens.lowerBound])
      || before.contains { passage.pack.passiveMarks.contains(passage.tokens[$0]) }
      // « cause 1 200 décès par an » is active: what it acts on stands between.
      || behind.prefix { passage.stems[$0].isEmpty && passage.tokens[$0].kind == .word }
        .contains { passage.pack.agentMarks.contains(passage.tokens[$0]) }
  }

  private static let farthestAgent = 5

  /// Whether a passive tells no cause: « l'isolement est aggravé dans les campagnes ».
  private static func isWithoutAgent(_ tokens: Range<Int>, _ passage: Passage, _ bounds: Range<Int>) -> Bool {
    let before = max(bounds.lowerBound, tokens.lowerBound - 2)..<tokens.lowerBound
    guard before.contains(where: { passage.pack.passiveMarks.contains(passage.tokens[$0]) }) else { return false }
    let behind = tokens.lowerBound..<max(tokens.upperBound, min(bounds.upperBound, tokens.upperBound + reach))
    return !behind.contains { passage.pack.agentMarks.contains(passage.tokens[$0]) }
  }

  private static func tie(_ sheet: FactSheet, _ tokens: Range<Int>, isCauseBehind: Bool, _ bounds: Range<Int>) -> Tie {
    let passage = sheet.passage
    let before = clause(of: sheet, (bounds.lowerBound..<tokens.lowerBound).reversed())
    let behind = tokens.upperBound..<max(tokens.upperBound, bounds.upperBound)
    let after = clause(of: sheet, behind)
    // “Because of A, B happened”: where it opens a clause, the effect may stand behind the next mark.
    let opens = tokens.lowerBound == bounds.lowerBound || passage.tokens[tokens.lowerBound - 1].kind == .mark
    var effects = isCauseBehind ? before : after
    if isCauseBehind, opens, let mark = behind.first(where: { passage.tokens[$0].isCharacter(",") }) {
      effects.formUnion(clause(of: sheet, mark..<behind.upperBound))
    }
    let causes = isCauseBehind ? after : before
    return Tie(tokens: tokens, causes: causes.subtracting(effects), effects: effects.subtracting(causes))
  }

  /// The words of the nearest clause that say something.
  private static func clause(of sheet: FactSheet, _ indices: some Sequence<Int>) -> Set<String> {
    var result: Set<String> = []
    for index in indices where !sheet.isApparatus[index] {
      let token = sheet.passage.tokens[index]
      if token.kind == .mark, !result.isEmpty, [",", ";", ":", "("].contains(token.folded) { break }
      if !sheet.passage.stems[index].isEmpty { result.insert(sheet.passage.stems[index]) }
      if result.count == reach { break }
    }
    return result
  }
}
