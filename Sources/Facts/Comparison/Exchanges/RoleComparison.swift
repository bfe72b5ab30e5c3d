import Languages

/// Finds who changed places with whom: two parts of a sentence that stand on each other's side of the same words.
///
/// « A a invité B » became « B a invité A ». What is only told in the passive keeps its roles: « B a été invité par A ».
struct RoleComparison {
  private let baseline: FactSheet
  private let candidate: FactSheet
  private let original: [Word]
  private let restated: [Word]

  private struct Word {
    let key: Int
    let token: Int
  }

  /// Longer parts are clauses, which may stand in any order.
  private static let longestPart = 6

  init(_ words: SharedWords, baseline: FactSheet, sentence: Int, candidate: FactSheet, sentence other: Int) {
    self.baseline = baseline
    self.candidate = candidate
    original = Self.words(of: baseline, sentence, words, words.baseline)
    restated = Self.words(of: candidate, other, words, words.candidate)
  }

  /// The first exchange of roles; `nil` when everybody keeps theirs.
  func turn() -> Turn? {
    for i in original.indices.dropFirst() {
      for j in restated.indices.dropFirst() {
        if original[i].key == restated[j].key, let turn = exchange(at: i, j) { return turn }
        if original[i - 1].key == restated[j].key || original[i].key == restated[j - 1].key, let turn = swap(at: i, j) {
          return turn
        }
      }
    }
    let mine = governed(in: baseline, original)
    let theirs = governed(in: candidate, restated)
    return voice(mine.agents, theirs.agents)
      ?? markedOtherwise(.agent, mine.agents, theirs.agents)
      ?? markedOtherwise(.recipient, mine.recipients, theirs.recipients)
  }

  /// X M Y here, Y M X there.
  private func exchange(at i: Int, _ j: Int) -> Turn? {
    guard original[i - 1].key != restated[j - 1].key else { return nil }
    var middle = 1
    while i + middle < original.count, j + middle < restated.count,
      original[i + middle].key == restated[j + middle].key
    {
      middle += 1
    }
    guard (i..<i + middle).contains(where: { baseline.passage.tokens[original[$0].token].kind == .word }) else {
      return nil
    }
    let before = (1...Self.longestPart).last { Self.part(original, endingAt: i, $0, starts: restated, at: j + middle) }
    let behind = (1...Self.longestPart).last { Self.part(restated, endingAt: j, $0, starts: original, at: i + middle) }
    guard let before, let behind,
      !original[(i - before)..<i].map(\.key).elementsEqual(original[(i + middle)..<(i + middle + behind)].map(\.key))
    else { return nil }
    let mine = gaps(in: baseline, original, i, middle)
    let theirs = gaps(in: candidate, restated, j, middle)
    guard let mine, let theirs, mine.before == theirs.before, mine.inside == theirs.inside,
      mine.after.first == theirs.after.first,
      // "Voted on by": the passive of a verb with its preposition.
      isWithAgent(original[i + middle - 1], original[i + middle], baseline)
        == isWithAgent(restated[j + middle - 1], restated[j + middle], candidate)
    else { return nil }
    // "Has quickly repaired the roof", "the roof has been repaired quickly": in the other voice, the parts change sides.
    if isPassive(original[i - 1], original[i], baseline) != isPassive(restated[j - 1], restated[j], candidate) {
      return nil
    }
    // "Mixed sides are the rule", "the rule is that sides are mixed".
    if isBeing(behind: original[i + middle - 1], original[i + middle], baseline),
      isBeing(behind: restated[j + middle - 1], restated[j + middle], candidate)
    {
      return nil
    }
    let areNamed =
      before > 1 && behind > 1
      || isNamed(original[(i - before)..<i]) && isNamed(original[(i + middle)..<(i + middle + behind)])
    let isProven = areNamed && original[i..<(i + middle)].contains { !isTwoWay($0) }
    // « des registres mal tenus » and « ils tiennent mal les registres »: words that say how leave everybody in their place.
    let isBare = (mine.before + mine.inside + mine.after).isEmpty
    let isMutual = middle == 1 && tiesTwoWays(original[i]).map { $0 > 1 } == true
    if isBare || isMutual, original[i..<(i + middle)].allSatisfy(isTwoWay) { return nil }
    return Turn(
      original: original[i - before].token..<original[i + middle + behind - 1].token + 1,
      restated: restated[j - behind].token..<restated[j + middle + before - 1].token + 1, isProven: isProven)
  }

  private func isWithAgent(_ word: Word, _ next: Word, _ sheet: FactSheet) -> Bool {
    (word.token + 1..<next.token).contains { sheet.passage.pack.agentMarks.contains(sheet.passage.tokens[$0]) }
  }

  /// Whether a word of being leads from a word to the next one, and nobody does anything by it.
  private func isBeing(behind word: Word, _ next: Word, _ sheet: FactSheet) -> Bool {
    let between = word.token + 1..<next.token
    return between.contains { sheet.passage.pack.passiveMarks.contains(sheet.passage.tokens[$0]) }
      && !isWithAgent(word, next, sheet)
  }

  /// Whether a word of being leads from a word to the next one, by which something is done to whatever stands before it.
  private func isPassive(_ word: Word, _ next: Word, _ sheet: FactSheet) -> Bool {
    let (passage, pack) = (sheet.passage, sheet.passage.pack)
    return !pack.activeEndings.contains { passage.tokens[next.token].folded.hasSuffix($0) }
      && (word.token + 1..<next.token).contains { pack.passiveMarks.contains(passage.tokens[$0]) }
  }

  /// Whether a name stands among the words of the baseline.
  private func isNamed(_ words: ArraySlice<Word>) -> Bool {
    words.contains { word in
      baseline.names[baseline.namesOfSentence[baseline.passage.sentenceOfToken[word.token]]].contains {
        $0.tokens.contains(word.token)
      }
    }
  }

  /// Whether the baseline's word ties two parties in either order.
  private func isTwoWay(_ word: Word) -> Bool { tiesTwoWays(word) != nil }

  /// By how many words, its preposition among them, it does: "works with".
  private func tiesTwoWays(_ word: Word) -> Int? {
    baseline.passage.pack.twoWayWords.match(baseline.passage.tokens, at: word.token)?.count
  }

  /// « de X à Y » here, « de Y à X » there: nothing between them but the word that tells their parts apart.
  private func swap(at i: Int, _ j: Int) -> Turn? {
    let before = (1...Self.longestPart).last { Self.part(original, endingAt: i, $0, starts: restated, at: j) }
    let behind = (1...Self.longestPart).last { Self.part(restated, endingAt: j, $0, starts: original, at: i) }
    guard let before, let behind, i > before, j > behind, original[i - 1].key != original[i].key,
      original[i - before - 1].key == restated[j - behind - 1].key,
      let first = gap(in: baseline, original, i - before), let other = gap(in: candidate, restated, j - behind),
      let between = gap(in: baseline, original, i), let otherBetween = gap(in: candidate, restated, j),
      !between.isEmpty, between == otherBetween, first != between,
      !first.isEmpty && first == other || leadsOn(between) && isPartitive(first) && isPartitive(other)
    else { return nil }
    return Turn(
      original: original[i - before].token..<original[i + behind - 1].token + 1,
      restated: restated[j - behind].token..<restated[j + before - 1].token + 1)
  }

  /// Whether a preposition leads from one part to the other, which stand free behind one word: "pour the oil into the water".
  private func leadsOn(_ words: [String]) -> Bool {
    words.count == 1 && ["in", "to", "against"].contains(preposition(words[0]))
  }

  /// Whether no word stands there but one that tells of some of it: « mêler du sable ».
  private func isPartitive(_ words: [String]) -> Bool { words.allSatisfy { preposition($0) == "of" } }

  private func preposition(_ word: String) -> String? {
    let token = Token(kind: .word, range: 0..<0, folded: word, gap: .none, isCapitalized: false)
    return baseline.passage.pack.prepositions.match([token], at: 0)?.value
  }

  /// "X was told by Y" here, "X told Y" there, or the other way.
  private func voice(_ mine: [Int], _ theirs: [Int]) -> Turn? {
    if theirs.isEmpty, let lost = lostMark(mine, original, baseline, restated, candidate) {
      return turn(lost.passive, lost.active)
    }
    if mine.isEmpty, let lost = lostMark(theirs, restated, candidate, original, baseline) {
      return turn(lost.active, lost.passive)
    }
    return nil
  }

  private func turn(_ mine: Range<Int>, _ theirs: Range<Int>) -> Turn {
    Turn(
      original: original[mine.lowerBound].token..<original[mine.upperBound - 1].token + 1,
      restated: restated[theirs.lowerBound].token..<restated[theirs.upperBound - 1].token + 1)
  }

  /// Where one version has a verb, a mark and whoever did it, and the other the verb and them without any mark.
  private func lostMark(
    _ agents: [Int], _ words: [Word], _ sheet: FactSheet, _ others: [Word], _ other: FactSheet
  ) -> (passive: Range<Int>, active: Range<Int>)? {
    for agent in agents where sheet.passage.tokens[words[agent].token].kind == .word {
      for verb in (max(1, agent - Self.nearVerb)..<max(1, agent)).reversed() {
        let place = others.indices.dropFirst().dropLast().first {
          others[$0].key == words[verb].key && others[$0 + 1].key == words[agent].key
        }
        guard let place, !isNoun(words[verb], sheet), !isNoun(others[place], other, butTo: true),
          gap(in: other, others, place + 1)?.isEmpty == true,
          !isApart(place, others, other),
          !isOfObject(place, others, other),
          words[..<verb].contains(where: { $0.key == others[place - 1].key }),
          // "Code produced by a compiler" is "code a compiler produces".
          !others[(place + 2)...].prefix(1).contains(where: { next in
            words[verb + 1..<agent].contains { $0.key == next.key }
          })
        else { continue }
        return (verb..<agent + 1, place..<place + 2)
      }
    }
    return nil
  }

  /// Whether a preposition or a number stands right before the word: "recorded for two springs by a team".
  ///
  /// - Parameter butTo: whether "to" tells nothing: it stands before verbs, too.
  private func isNoun(_ word: Word, _ sheet: FactSheet, butTo: Bool = false) -> Bool {
    let before = word.token - 1
    let sentence = sheet.passage.sentenceOfToken[word.token]
    guard before >= sheet.passage.sentences[sentence].tokens.lowerBound else { return false }
    let preposition = sheet.passage.pack.prepositions.match(sheet.passage.tokens, at: before)
    return preposition != nil && !(butTo && preposition?.value == "to")
      || NumberReader(sheet.passage.pack).number(in: sheet.passage.tokens, at: before) != nil
  }

  /// Whether a word of being, a relative pronoun or a preposition stands behind the word, which then acts on nothing: "our
  /// chair is Peter", "the tools that the towns use", « l'accompagnement d'un coach ».
  private func isApart(_ place: Int, _ words: [Word], _ sheet: FactSheet) -> Bool {
    let pack = sheet.passage.pack
    return (words[place].token + 1..<words[place + 1].token).contains { index in
      let token = sheet.passage.tokens[index]
      return pack.passiveMarks.contains(token) || pack.objectRelatives.contains(token)
        || pack.subjectRelatives.contains(token)
        || ["of", "to"].contains(pack.prepositions.match(sheet.passage.tokens, at: index)?.value)
    }
  }

  /// Whether a relative pronoun before the verb stands for what it acts on: « que propose le port ».
  private func isOfObject(_ verb: Int, _ words: [Word], _ sheet: FactSheet) -> Bool {
    guard verb > 0 else { return false }
    return (words[verb - 1].token + 1..<max(words[verb - 1].token + 1, words[verb].token)).contains {
      sheet.passage.pack.objectRelatives.contains(sheet.passage.tokens[$0])
    }
  }

  /// How far a verb stands before whoever does it: "bought in 2019 by".
  private static let nearVerb = 3

  private enum Mark { case agent, recipient }

  /// « par », "by" and « à », "to" lead here to one and there to another, who stood free.
  private func markedOtherwise(_ mark: Mark, _ places: [Int], _ others: [Int]) -> Turn? {
    let keys = Set(places.map { original[$0].key })
    let otherKeys = Set(others.map { restated[$0].key })
    let gone = places.filter { !otherKeys.contains(original[$0].key) }
    let come = others.filter { !keys.contains(restated[$0].key) }
    guard gone.count == 1, come.count == 1, let old = gone.first, let new = come.first,
      // Two verbs may each have somebody who does them: "an appeal by X led Y", "overturned by Y".
      mark == .recipient || (old > 0 && new > 0 && original[old - 1].key == restated[new - 1].key),
      let free = original.firstIndex(where: { $0.key == restated[new].key }),
      let freed = restated.firstIndex(where: { $0.key == original[old].key })
    else { return nil }
    return turn(min(old, free)..<max(old, free) + 1, min(new, freed)..<max(new, freed) + 1)
  }

  /// For each mark of a role the words that it leads to; "to" and « à » only where they lead to a name.
  private func governed(in sheet: FactSheet, _ words: [Word]) -> (agents: [Int], recipients: [Int]) {
    let pack = sheet.passage.pack
    // Two lists and no dictionary of marks: a hook would wait for the first one of its type.
    var agents: [Int] = []
    var recipients: [Int] = []
    for index in words.indices {
      let token = words[index].token
      let sentence = sheet.passage.sentenceOfToken[token]
      let start = index > 0 ? words[index - 1].token + 1 : sheet.passage.sentences[sentence].tokens.lowerBound
      for place in start..<token {
        let mark = sheet.passage.tokens[place]
        if pack.agentMarks.contains(mark) {
          agents.append(index)
        } else if pack.recipientMarks.contains(mark),
          leads(mark, at: place, to: sheet.passage.tokens[token], at: token, pack),
          words[index...].prefix(2).contains(where: { sheet.passage.tokens[$0.token].isCapitalized })
        {
          recipients.append(index)
        }
      }
    }
    return (agents, recipients)
  }

  /// Whether « à », "to" lead to somebody: not in « à visiter Solvanne », "to visit Solway".
  private func leads(_ mark: Token, at place: Int, to word: Token, at token: Int, _ pack: LanguagePack) -> Bool {
    let holdsArticle = mark.folded.utf8.count > 1 && pack.lightWords.contains(mark)
    return place + 1 < token || holdsArticle || word.isCapitalized
  }

  /// The small words before a word, but for light ones; `nil` where a mark or a conjunction stands there.
  private func gap(in sheet: FactSheet, _ words: [Word], _ index: Int) -> [String]? {
    guard index > 0, words.indices.contains(index) else { return nil }
    let passage = sheet.passage
    var result: [String] = []
    for place in words[index - 1].token + 1..<words[index].token {
      let token = passage.tokens[place]
      if token.kind == .mark || passage.pack.rangeConnectives.match(passage.tokens, at: place)?.value == true {
        return nil
      }
      if !passage.pack.lightWords.contains(token) { result.append(token.folded) }
    }
    return result
  }

  /// The small words before, inside and after the middle, articles and helping verbs left out.
  private struct Gaps {
    let before: [String]
    let inside: [String]
    let after: [String]
  }

  /// `nil` where marks or conjunctions stand between the parts: those are lists, and clauses of their own.
  private func gaps(in sheet: FactSheet, _ words: [Word], _ start: Int, _ count: Int) -> Gaps? {
    guard start > 0, start + count < words.count else { return nil }
    let bounds = words[start - 1].token...words[start + count].token
    let passage = sheet.passage
    let light = passage.pack.lightWords
    var parts: [[String]] = [[], [], []]
    for index in bounds.dropFirst().dropLast() where passage.stems[index].isEmpty {
      let token = passage.tokens[index]
      if token.kind == .mark || passage.pack.rangeConnectives.match(passage.tokens, at: index)?.value == true {
        return nil
      }
      let part = index < words[start].token ? 0 : index > words[start + count - 1].token ? 2 : 1
      if !light.contains(token), !words[start..<start + count].contains(where: { $0.token == index }) {
        parts[part].append(token.folded)
      }
    }
    return Gaps(before: parts[0], inside: parts[1], after: parts[2])
  }

  /// Whether the `length` words before `end` are those from `start` in the other version.
  private static func part(
    _ words: [Word], endingAt end: Int, _ length: Int, starts others: [Word], at start: Int
  ) -> Bool {
    length <= end && start + length <= others.count
      && (0..<length).allSatisfy { words[end - length + $0].key == others[start + $0].key }
  }

  /// The words that say something, and those of order, which turn a statement round as verbs do.
  private static func words(
    of sheet: FactSheet, _ sentence: Int, _ shared: SharedWords, _ version: SharedWords.Version
  ) -> [Word] {
    let tokens = sheet.passage.sentences[sentence].tokens.prefix(256)
    var result: [Word] = []
    result.reserveCapacity(tokens.count)
    for index in tokens
    where !sheet.isApparatus[index] && (version.said[index] >= 0 || isOrder(at: index, sheet.passage)) {
      result.append(Word(key: shared.key(at: index, of: version), token: index))
    }
    return result
  }

  /// What a token says: the stem of a word, or digits; empty for small words and marks.
  static func word(at index: Int, _ passage: Passage) -> String {
    passage.tokens[index].kind == .digits ? passage.tokens[index].folded : passage.stems[index]
  }

  /// Whether a small word of order stands there: « avant », "after".
  static func isOrder(at index: Int, _ passage: Passage) -> Bool {
    passage.stems.ofToken[index] < 0 && passage.tokens[index].kind == .word
      && passage.pack.scopes.match(passage.tokens, at: index)?.value.hasPrefix("order.") == true
  }
}
