import Languages

/// Words that tell how far something has come: to come, under way, done.
struct Staged {
  let value: Stage
  let tokens: Range<Int>
  /// Whether it only would be so: "would add", « se présenterait ».
  var isPossible = false

  var isPlan: Bool { value == .ahead || value == .begun }
}

/// Reads how far a sentence says that something has come: by the words of a plan or of an end, by the future, the
/// conditional and the perfect of verbs.
struct StageReader {
  let sheet: FactSheet

  private var passage: Passage { sheet.passage }
  private var pack: LanguagePack { sheet.passage.pack }

  func stages(ofSentence sentence: Int) -> [Staged] {
    let bounds = passage.sentences[sentence].tokens
    var result: [Staged] = []
    var token = bounds.lowerBound
    while token < bounds.upperBound {
      if passage.tokens[token].kind != .word || sheet.isApparatus[token] {
        token += 1
      } else if let match = pack.stages.match(passage.tokens, at: token),
        let stage = stage(match.value, behind: token + match.count, bounds)
      {
        result.append(Staged(value: stage, tokens: token..<min(bounds.upperBound, token + match.count)))
        token += max(1, match.count)
      } else if isPerfectMark(at: token), let verb = participle(behind: token, bounds) {
        // "Has already brought" says so twice.
        result.append(Staged(value: .perfect, tokens: token..<verb + 1))
        token += 1
      } else {
        if let verb = ongoing(at: token, bounds) { result.append(Staged(value: .named, tokens: verb)) }
        let isPossible = isPossible(at: token)
        if isPossible || !passage.stems[token].isEmpty && pack.isFuture(passage.tokens[token].folded) {
          result.append(Staged(value: .ahead, tokens: token..<token + 1, isPossible: isPossible))
        }
        token += 1
      }
    }
    return result
  }

  /// What words tell before the one at `next`: « reste à vacciner » is to come, « reste à distance » tells no stage.
  private func stage(_ stage: Stage, behind next: Int, _ bounds: Range<Int>) -> Stage? {
    guard stage == .outstanding else { return stage }
    let isVerb =
      next < bounds.upperBound && passage.tokens[next].kind == .word
      && pack.infinitiveEndings.contains(where: passage.tokens[next].folded.hasSuffix)
    return isVerb ? .ahead : nil
  }

  /// A verb that tells what goes on: "is actively searching".
  private func ongoing(at token: Int, _ bounds: Range<Int>) -> Range<Int>? {
    guard !pack.activeEndings.isEmpty, pack.passiveMarks.contains(passage.tokens[token]) else { return nil }
    return (token + 1..<max(token + 1, min(bounds.upperBound, token + Self.farthestParticiple))).first { next in
      passage.tokens[next].kind == .word && pack.activeEndings.contains(where: passage.tokens[next].folded.hasSuffix)
    }.map { token..<$0 + 1 }
  }

  /// Whether a verb before a participle stands there: « a » without an accent.
  private func isPerfectMark(at index: Int) -> Bool {
    let word = passage.tokens[index]
    return pack.perfectMarks.contains(word)
      && (word.folded.utf8.count > 1 || word.range.count == 1 && !word.isCapitalized)
  }

  /// Whether a word makes a verb a possibility there; "May" in the midst of a sentence is a month.
  private func isPossible(at token: Int) -> Bool {
    if pack.modals.match(passage.tokens, at: token)?.value == "may" { return !passage.tokens[token].isCapitalized }
    return passage.stems.ofToken[token] >= 0 && pack.rootOfConditional(passage.tokens[token].folded) != nil
      && pack.isConditional(passage.text(of: token..<token + 1).lowercased())
  }

  /// The participle behind a helping verb, with nothing but small words between.
  private func participle(behind mark: Int, _ bounds: Range<Int>) -> Int? {
    for token in mark + 1..<max(mark + 1, min(bounds.upperBound, mark + 1 + Self.farthestParticiple)) {
      let word = passage.tokens[token]
      if word.kind != .word || pack.negations.match(passage.tokens, at: token) != nil { return nil }
      if pack.perfectEndings.contains(where: word.folded.hasSuffix) { return token }
      if !passage.stems[token].isEmpty { return nil }
    }
    return nil
  }

  /// How far behind a helping verb its participle may stand, in tokens.
  private static let farthestParticiple = 3
}
