import Languages
import StructuredText

/// Finds two parts of a sentence that changed places around words that stayed: "adjusts the scope rather than the dates",
/// "adjusts the dates rather than the scope".
///
/// All else being told with the same words in the same order proves the pair. What only moves, moves with the small words
/// that lead to it, or as the item of a list: then each part still says of itself what it said.
struct TranspositionComparison {
  private let baseline: FactSheet
  private let candidate: FactSheet
  private let original: [Word]
  private let restated: [Word]

  /// A word that tells one sentence from another, small ones left out that any wording may need.
  private struct Word {
    let key: Int
    let tokens: Range<Int>
    /// Whether it only leads from one part to another: « est », "not", "because".
    let isTie: Bool
  }

  /// Where the two parts and the words between them stand among the shared words of one version.
  private struct Places {
    let first: Range<Int>
    let second: Range<Int>
    var between: Range<Int> { first.upperBound..<second.lowerBound }
  }

  /// Sentences that are told with other words are none in which two parts only changed places.
  static let leastSimilarity = 70
  /// So many of a hundred words must have stayed.
  private static let leastShared = 75
  private static let longest = 64
  private static let longestRoot = 6

  init(
    _ words: SharedWords, baseline: FactSheet, sentence: Int, candidate: FactSheet, sentence other: Int,
    _ roots: inout Roots
  ) {
    self.baseline = baseline
    self.candidate = candidate
    original = Self.words(of: baseline, sentence, words.baseline, &roots)
    restated = Self.words(of: candidate, other, words.candidate, &roots)
  }

  /// The beginnings of stems by number, each looked for once: "introduces" and "introduce" may have two stems.
  struct Roots {
    private var numbers = WordNumbers()
    /// For each thing that a token says, the number of its root; -1 where it is not known yet.
    private var known: [Int]

    init(among count: Int) { known = Array(repeating: -1, count: count) }

    /// - Parameter said: the number of the stem.
    mutating func root(of stem: String, _ said: Int) -> Int {
      if known[said] < 0 {
        known[said] = numbers.number(
          of: stem.utf8.count > TranspositionComparison.longestRoot
            ? String(stem.prefix(TranspositionComparison.longestRoot)) : stem)
      }
      return known[said]
    }
  }

  /// The words over which two parts changed places; `nil` when each stands where it stood, or only moved.
  func turn() -> Turn? {
    let pairs = sharedWords()
    guard pairs.count > 1, 100 * pairs.count >= Self.leastShared * max(original.count, restated.count) else {
      return nil
    }
    let order = pairs.map(\.restated).sorted()
    let places = pairs.map { pair in order.partitioningIndex { $0 >= pair.restated } }
    guard let parts = Self.parts(places) else { return nil }
    let mine = (x: pairs[parts.first].map(\.original), y: pairs[parts.second].map(\.original))
    let theirs = (x: pairs[parts.first].map(\.restated), y: pairs[parts.second].map(\.restated))
    guard let x = Self.span(mine.x), let y = Self.span(mine.y), let y2 = Self.span(theirs.y),
      let x2 = Self.span(theirs.x), x.upperBound <= y.lowerBound, y2.upperBound <= x2.lowerBound
    else { return nil }
    let here = Places(first: x, second: y)
    let there = Places(first: y2, second: x2)
    guard here.between.count == parts.between, there.between.count == parts.between,
      !areAmounts(here), isExchange(here, there)
    else { return nil }
    return Turn(
      original: original[x.lowerBound].tokens.lowerBound..<original[y.upperBound - 1].tokens.upperBound,
      restated: restated[y2.lowerBound].tokens.lowerBound..<restated[x2.upperBound - 1].tokens.upperBound,
      isProven: true)
  }

  /// Whether a word may have left its place for another one: what all stayed, or came for something else, changed none.
  static func mayTurn(_ baseline: FactSheet, _ candidate: FactSheet, _ diff: WordDiff) -> Bool {
    // Equal roots, and equal small words, begin with the same letters.
    func leads(_ words: [Range<Int>], _ passage: Passage) -> [UInt32] {
      words.joined().compactMap { index in
        passage.tokens[index].kind == .mark ? nil : (passage.stemHash(at: index) ?? passage.tokens[index].hash).lead
      }
    }
    let gone = leads(diff.hunks.map(\.original), baseline.passage)
    return !gone.isEmpty && leads(diff.hunks.map(\.restated), candidate.passage).contains(where: gone.contains)
  }

  // MARK: Order

  /// The words that both sentences have equally often, each with its own: the first with the first, and so on.
  private func sharedWords() -> [(original: Int, restated: Int)] {
    guard original.count <= Self.longest, restated.count <= Self.longest else { return [] }
    var isTaken = [Bool](repeating: false, count: restated.count)
    return original.indices.compactMap { index in
      let key = original[index].key
      guard original.count(where: { $0.key == key }) == restated.count(where: { $0.key == key }),
        let other = restated.indices.first(where: { !isTaken[$0] && restated[$0].key == key })
      else { return nil }
      isTaken[other] = true
      return (index, other)
    }
  }

  /// Which of the shared words changed places with which, when all others kept their order.
  private static func parts(_ places: [Int]) -> (first: Range<Int>, second: Range<Int>, between: Int)? {
    guard let start = places.indices.first(where: { places[$0] != $0 }),
      let last = places.indices.last(where: { places[$0] != $0 })
    else { return nil }
    let end = last + 1
    let first = start..<start + (end - places[start])
    let second = end - (places[last] + 1 - start)..<end
    guard !first.isEmpty, !second.isEmpty, first.upperBound <= second.lowerBound else { return nil }
    let between = first.upperBound..<second.lowerBound
    let isExchanged =
      first.allSatisfy { places[$0] == end - first.count + ($0 - start) }
      && between.allSatisfy { places[$0] == start + second.count + ($0 - between.lowerBound) }
      && second.allSatisfy { places[$0] == start + ($0 - second.lowerBound) }
    return isExchanged ? (first, second, between.count) : nil
  }

  /// The words from the first to the last, when no other stands among them.
  private static func span(_ indices: [Int]) -> Range<Int>? {
    guard let first = indices.first, let last = indices.last, last - first + 1 == indices.count else { return nil }
    return first..<last + 1
  }

  // MARK: What ties the parts

  /// Whether each part now stands where the other one stood, led to by the words that led to the other one.
  private func isExchange(_ here: Places, _ there: Places) -> Bool {
    // "Public schools and private schools": what both parts are said of says nothing of either.
    let behind = shared(here.between, restOf: here.second, forward: true)
    let before = shared(here.between, restOf: here.first, forward: false)
    let inner = here.between.dropFirst(behind).dropLast(before)
    let telling = inner.filter { !original[$0].isTie || !isOfBeing($0) }
    var first = (here: leads(to: here.first, before, true), there: leads(to: there.second, before, false))
    var second = (here: leads(to: here.second, before, true), there: leads(to: there.first, before, false))
    // Whatever leads to the parts came with them: "In May the port opened a school for girls", "For girls … in May".
    if first.here != second.here, first == (first.there, first.here), second == (second.there, second.here) {
      return false
    }
    Self.dropOwn(&first)
    Self.dropOwn(&second)
    let isLed = first.here == second.there && second.here == first.there
    let isOneSided = first.here != second.here
    if isListed(here, behind: behind, before: before) {
      return isInOrder || isLed && isOneSided && !second.here.isEmpty && isTied(at: here.second, before: before)
    }
    if telling.isEmpty { return isLed && isOneSided && !second.here.isEmpty && isTied(at: here.second, before: before) }
    if telling.allSatisfy({ isTwoWay($0) }) { return false }
    return isLed && isDate(here.first) == isDate(here.second) && isSetApart(here, there)
  }

  /// Leaves out the small words that came with a part: "people on websites".
  private static func dropOwn(_ leads: inout (here: [String], there: [String])) {
    while let last = leads.here.last, last == leads.there.last {
      leads.here.removeLast()
      leads.there.removeLast()
    }
  }

  /// How many words at one end of those between the parts stand behind, or before, both parts.
  private func shared(_ between: Range<Int>, restOf part: Range<Int>, forward: Bool) -> Int {
    var count = 0
    while count < between.count {
      let place = forward ? part.upperBound + count : part.lowerBound - 1 - count
      let inner = forward ? between.lowerBound + count : between.upperBound - 1 - count
      guard original.indices.contains(place), original[place].key == original[inner].key else { break }
      count += 1
    }
    return count
  }

  /// The small words that lead to a part, from the last word before it that the other part does not have before it, too.
  private func leads(to part: Range<Int>, _ shared: Int, _ isOriginal: Bool) -> [String] {
    let (words, passage) = isOriginal ? (original, baseline.passage) : (restated, candidate.passage)
    guard let word = words[part].first else { return [] }
    let first = part.lowerBound - 1 - shared
    let sentence = passage.sentences[passage.sentenceOfToken[word.tokens.lowerBound]].tokens
    let start = first >= 0 ? words[first].tokens.upperBound : sentence.lowerBound
    return (start..<max(start, word.tokens.lowerBound)).compactMap { index in
      guard passage.tokens[index].kind == .word, passage.stems[index].isEmpty,
        passage.pack.listJoints.match(passage.tokens, at: index) == nil,
        passage.pack.rangeOpeners.match(passage.tokens, at: index) == nil
      else { return nil }
      if let preposition = passage.pack.prepositions.match(passage.tokens, at: index), preposition.value != "in" {
        return preposition.value
      }
      return passage.pack.lightWords.contains(passage.tokens[index]) ? nil : passage.tokens[index].folded
    }
  }

  /// Whether commas or conjunctions are all that sets the parts, and what stands between them, apart: the items of a list.
  private func isListed(_ here: Places, behind: Int, before: Int) -> Bool {
    let passage = baseline.passage
    let inner = here.between.dropFirst(behind).dropLast(before)
    let start = original[here.first.upperBound - 1].tokens.upperBound
    let end = original[here.second.lowerBound].tokens.lowerBound
    guard let first = inner.first, let last = inner.last else {
      return (start..<end).contains { separates($0, passage) } || isBare(start..<end)
    }
    return (start..<original[first].tokens.lowerBound).contains { separates($0, passage) }
      && (original[last].tokens.upperBound..<end).contains { separates($0, passage) }
  }

  /// Whether the second part is set apart in both versions or in none: "experimental overloading", "overloading, for now".
  private func isSetApart(_ here: Places, _ there: Places) -> Bool {
    let isApart = { (words: [Word], part: Range<Int>, passage: Passage) in
      let start = words[part.lowerBound - 1].tokens.upperBound
      return (start..<max(start, words[part.lowerBound].tokens.lowerBound)).contains { self.separates($0, passage) }
    }
    return isApart(original, here.second, baseline.passage) == isApart(restated, there.second, candidate.passage)
  }

  /// Whether the parts stand side by side: a clause that was put first, or an adjective behind its noun.
  private func isBare(_ between: Range<Int>) -> Bool {
    let passage = baseline.passage
    return between.allSatisfy {
      passage.tokens[$0].kind == .mark || passage.pack.lightWords.contains(passage.tokens[$0])
    }
  }

  /// Whether something in front of the second part says what it is to the first: « plutôt que », "to", "than".
  private func isTied(at part: Range<Int>, before shared: Int) -> Bool {
    let passage = baseline.passage
    let start = original[max(0, part.lowerBound - 1 - shared)].tokens.upperBound
    return (start..<max(start, original[part.lowerBound].tokens.lowerBound)).contains {
      passage.pack.orderedTies.match(passage.tokens, at: $0) != nil
    }
  }

  /// Whether the sentence says that two lists go with one another in their order: "respectively".
  private var isInOrder: Bool {
    guard let token = original.first?.tokens.lowerBound else { return false }
    let passage = baseline.passage
    return passage.sentences[passage.sentenceOfToken[token]].tokens.contains {
      passage.pack.orderWords.match(passage.tokens, at: $0) != nil
    }
  }

  /// Whether a mark that sets clauses apart, or a word that joins the items of a list, stands there.
  private func separates(_ index: Int, _ passage: Passage) -> Bool {
    let token = passage.tokens[index]
    if token.kind == .mark { return token.folded != "\"" && token.folded != "'" && token.folded != "`" }
    return passage.pack.listJoints.match(passage.tokens, at: index) != nil
  }

  private func isOfBeing(_ word: Int) -> Bool {
    baseline.passage.pack.passiveMarks.contains(baseline.passage.tokens[original[word].tokens.lowerBound])
  }

  private func isTwoWay(_ word: Int) -> Bool {
    baseline.passage.pack.twoWayWords.match(baseline.passage.tokens, at: original[word].tokens.lowerBound) != nil
  }

  /// Whether both parts are amounts: those are told by what they are of.
  private func areAmounts(_ here: Places) -> Bool {
    [here.first, here.second].allSatisfy { part in
      part.allSatisfy { word in facts(at: word).contains { $0.figure != nil } }
    }
  }

  private func isDate(_ part: Range<Int>) -> Bool {
    part.contains { word in facts(at: word).contains { $0.date != nil } }
  }

  private func facts(at word: Int) -> some Sequence<Fact> {
    let token = original[word].tokens.lowerBound
    return baseline.facts[baseline.factsOfSentence[baseline.passage.sentenceOfToken[token]]].lazy
      .filter { $0.tokens.contains(token) }
  }

  // MARK: Words

  /// The words that say something, numbers, addresses, and small words on which the order of all others depends.
  private static func words(
    of sheet: FactSheet, _ sentence: Int, _ version: SharedWords.Version, _ roots: inout Roots
  ) -> [Word] {
    let passage = sheet.passage
    let tokens = passage.tokens
    let reader = NumberReader(passage.pack)
    // "One of these mills" counts, too, where two others are told of.
    let isOne = { (word: Token) in reader.number(in: [word], at: 0)?.value == .one }
    let bounds = passage.sentences[sentence].tokens
    var joined = bounds.lowerBound
    return bounds.prefix(4 * longest).compactMap { index in
      if tokens[index].kind == .mark || sheet.isApparatus[index] { return nil }
      // "Together with", « ainsi que ».
      if let joint = passage.pack.listJoints.match(tokens, at: index) { joined = index + joint.count }
      if index < joined { return nil }
      // Below the numbers of roots.
      let key = -1 - version.words[index]
      if tokens[index].kind != .word { return Word(key: key, tokens: index..<index + 1, isTie: false) }
      // How often something is so stands in many places: "they often leave", "often they leave".
      if passage.pack.scopes.match(tokens, at: index)?.value.hasPrefix("frequency.") == true { return nil }
      if version.said[index] >= 0 {
        let root = roots.root(of: passage.stems[index], version.said[index])
        return Word(key: root, tokens: index..<index + 1, isTie: false)
      }
      let isTie =
        passage.pack.negations.match(tokens, at: index)?.value == .full
        || passage.pack.agentMarks.contains(tokens[index]) || passage.pack.passiveMarks.contains(tokens[index])
        || passage.pack.causes.match(tokens, at: index) != nil
        || passage.pack.scopes.match(tokens, at: index)?.value.hasPrefix("order.") == true
      let hasOther = passage.pack.comparatives.contains(tokens[index]) || passage.pack.hasOpposite(tokens[index].hash)
      guard isTie || hasOther || reader.number(in: tokens, at: index) != nil || isOne(tokens[index]) else { return nil }
      return Word(key: key, tokens: index..<index + 1, isTie: isTie)
    }
  }
}

extension FactComparison {
  /// Parts of a sentence that changed places while all else is told with the same words, where nothing of it is known yet.
  static func transpositions(
    baseline: FactSheet, candidate: FactSheet, alignment: FactAlignment, diffs: WordDiffs,
    besides known: [ClaimChange]
  ) -> [ClaimChange] {
    var roots = TranspositionComparison.Roots(among: alignment.words.count)
    return alignment.ofBaseline.enumerated().compactMap { sentence, links in
      guard baseline.passage.sentences[sentence].role != .heading, let link = links.first,
        !baseline.passage.isKeyed(sentence),
        (TranspositionComparison.leastSimilarity..<100).contains(link.similarity),
        TranspositionComparison.mayTurn(baseline, candidate, diffs[sentence, link.sentence]),
        let turn = TranspositionComparison(
          alignment.words, baseline: baseline, sentence: sentence, candidate: candidate, sentence: link.sentence,
          &roots
        ).turn(), !turn.isCompound(baseline.passage, candidate.passage),
        !(baseline.isNumberOfName(turn.original) && candidate.isNumberOfName(turn.restated)),
        !known.contains(where: { $0.isSure && $0.baseline.overlaps(turn.original) })
      else { return nil }
      return ClaimChange(kind: .oppositeStated, baseline: turn.original, candidate: turn.restated)
    }
  }
}

extension FactSheet {
  /// Whether the words are a name and one number beside it, which is of it on either side: "Dorothy Keane, 71".
  fileprivate func isNumberOfName(_ words: Range<Int>) -> Bool {
    let sentence = passage.sentenceOfToken[words.lowerBound]
    let figures = facts[factsOfSentence[sentence]].filter { $0.figure != nil && $0.tokens.overlaps(words) }
    let names = names[namesOfSentence[sentence]]
    return figures.count == 1
      && words.allSatisfy { index in
        passage.stems[index].isEmpty || figures.contains { $0.tokens.contains(index) }
          || names.contains { $0.tokens.contains(index) }
      }
  }
}
