import Languages

/// What stands around a few words, as comparisons ask for it.
extension Passage {
  /// The words around a few of them in their sentence, up to what parts clauses on either side.
  ///
  /// - Parameter parts: whether a token parts clauses.
  func clause(around words: Range<Int>, partedBy parts: (Int) -> Bool) -> Range<Int> {
    let bounds = sentences[sentenceOfToken[words.lowerBound]].tokens
    let start = (bounds.lowerBound..<max(bounds.lowerBound, words.lowerBound)).last(where: parts)
    let end = (words.upperBound..<max(words.upperBound, bounds.upperBound)).first(where: parts)
    return (start.map { $0 + 1 } ?? bounds.lowerBound)..<(end ?? max(words.upperBound, bounds.upperBound))
  }

  /// How many words tell what a word is about, where nothing else is asked.
  static let nearest = 3

  /// The nearest words of the sentence, before or behind a few, that say something: the nearest one first.
  ///
  /// - Parameter inClause: whether to stop at a mark.
  func neighbours(of words: Range<Int>, behind: Bool, _ count: Int = nearest, inClause: Bool = false) -> [String] {
    let bounds = sentences[sentenceOfToken[words.lowerBound]].tokens
    var found: [String] = []
    found.reserveCapacity(min(count, bounds.count))
    var index = behind ? words.upperBound : words.lowerBound - 1
    while bounds.contains(index), found.count < count, !(inClause && tokens[index].kind == .mark) {
      if stems.ofToken[index] >= 0 { found.append(stems[index]) }
      index += behind ? 1 : -1
    }
    return found
  }

  /// The words that say something on either side of a few in their sentence.
  func sides(of words: Range<Int>, _ count: Int = .max) -> (before: Set<String>, behind: Set<String>) {
    (Set(neighbours(of: words, behind: false, count)), Set(neighbours(of: words, behind: true, count)))
  }

  /// Whether each line of a sentence begins with a key: `title: …`, `date: …`, as the head of a page without fences does.
  func isKeyed(_ sentence: Int) -> Bool {
    let bounds = sentences[sentence].tokens
    let isKey = { (token: Int) in
      self.tokens[token].kind == .word && token + 1 < bounds.upperBound && self.tokens[token + 1].isCharacter(":")
        && self.tokens[token + 1].gap == .none
    }
    guard let first = bounds.first, isKey(first) else { return false }
    let starts = bounds.dropFirst().filter { tokens[$0].gap == .lineBreak }
    return !starts.isEmpty && starts.allSatisfy(isKey)
  }

  /// Whether a token says something: a number does, and a word that is no small one.
  func says(_ token: Int) -> Bool { stems.ofToken[token] >= 0 || tokens[token].kind == .digits }

  /// Whether a word says something of a matter, and is none that goes with everything.
  func isOfMatter(_ token: Int) -> Bool { stems.ofToken[token] >= 0 && !pack.isLoose(tokens[token]) }

  /// The stems of the words that say something.
  func content(of tokens: some Sequence<Int>) -> [String] {
    tokens.compactMap { stems.ofToken[$0] < 0 ? nil : stems[$0] }
  }
}
