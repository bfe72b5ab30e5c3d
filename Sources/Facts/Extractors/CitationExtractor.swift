import Languages
import Manuscripts
import StructuredText

/// Finds the mentions of sources in running text and resolves them to the entries of the sources section.
struct CitationExtractor {
  let passage: Passage
  let sources: [Source]
  /// Tokens that are part of a citation or of the sources section.
  private(set) var isApparatus: [Bool]
  private let index: SourceIndex
  private let entryWords: EntryWords
  /// The numbered entries; the first of those that have the same number.
  let entriesByNumber: [Int: Int]

  init(passage: Passage, sources: [Source], apart: [Bool]) {
    self.passage = passage
    self.sources = sources
    self.isApparatus = apart
    index = SourceIndex(sources, abbreviation: passage.abbreviation)
    entryWords = EntryWords(sources, tokens: passage.tokens)
    entriesByNumber = Dictionary(
      sources.enumerated().compactMap { entry, source in
        source.number.flatMap { NoteMarkReader.numbers.contains($0) ? ($0, entry) : nil }
      }, uniquingKeysWith: { a, _ in a })
  }

  var tokens: [Token] { passage.tokens }

  mutating func citations() -> [Citation] {
    let found = marked() + dated() + numbered() + attributions() + footnotes() + links()
    return found.sorted { ($0.tokens.lowerBound, $0.tokens.upperBound) < ($1.tokens.lowerBound, $1.tokens.upperBound) }
  }

  /// `(Source : X)`, `[Source: X, Y]`; several sources may stand in one pair of brackets.
  private mutating func marked() -> [Citation] {
    var found: [Citation] = []
    let tokens = tokens
    for start in tokens.indices where tokens[start].kind == .mark {
      guard tokens[start].isCharacter("(") || tokens[start].isCharacter("["), !isApparatus[start],
        start + 2 < tokens.count,
        let marker = passage.pack.citationMarkers.match(tokens, at: start + 1)
      else { continue }
      let first = start + 1 + marker.count
      guard first < tokens.count, tokens[first].isCharacter(":") || tokens[first].isCharacter("-") else { continue }
      let closing: Unicode.Scalar = tokens[start].isCharacter("(") ? ")" : "]"
      let limit = min(tokens.count, start + 60)
      let block = passage.sentences[passage.sentenceOfToken[start]].block
      guard let end = (first..<limit).first(where: { tokens[$0].isCharacter(closing) }),
        passage.sentences[passage.sentenceOfToken[end]].block == block
      else { continue }
      for index in start...end { isApparatus[index] = true }
      let sentence = passage.sentenceOfToken[start]
      for part in split(first + 1..<end) {
        let words = words(of: part)
        guard !words.isEmpty else { continue }
        found.append(
          Citation(
            form: .marked, tokens: start..<end + 1, sentence: sentence, words: words,
            source: index.entry(named: words)
              ?? (words.count == 1 ? Int(words[0]) : nil).flatMap { entriesByNumber[$0] }
              ?? entry(having: words))
        )
      }
    }
    return found
  }

  /// « (Insee, 2024) », "[Brandt & Achebe, 2023; Munn, 2021]": authors and years that entries have.
  private mutating func dated() -> [Citation] {
    guard !sources.isEmpty else { return [] }
    var found: [Citation] = []
    for start in tokens.indices.dropLast(2) where tokens[start].isCharacter("(") || tokens[start].isCharacter("[") {
      guard !isApparatus[start], tokens[start + 1].isCapitalized else { continue }
      let closing: Unicode.Scalar = tokens[start].isCharacter("(") ? ")" : "]"
      guard
        let end = tokens[start..<min(tokens.count, start + Self.longestDated)].firstIndex(where: {
          $0.isCharacter(closing)
        })
      else { continue }
      let cited = pieces(of: start + 1..<end, at: [";"]).map { (words: words(of: $0), source: entry(datedIn: $0)) }
      guard !cited.isEmpty, cited.allSatisfy({ $0.source != nil }) else { continue }
      for index in start...end { isApparatus[index] = true }
      found += cited.map {
        Citation(
          form: .marked, tokens: start..<end + 1, sentence: sentence(citedAt: start), words: $0.words, source: $0.source
        )
      }
    }
    return found
  }

  private static let longestDated = 40

  func words(of range: Range<Int>) -> [String] {
    range.filter { tokens[$0].kind != .mark }.map { tokens[$0].folded }
  }

  /// The entry of the author and the year that a part of a pair of brackets names, and nothing else.
  private func entry(datedIn range: Range<Int>) -> Int? {
    let parts = range.filter { tokens[$0].kind != .mark }
    guard let last = parts.last, parts.count > 1, tokens[last].kind == .digits, tokens[last].range.count == 4,
      let year = Int(tokens[last].folded)
    else { return nil }
    let authors = parts.dropLast().filter { !passage.pack.stopWords.contains(tokens[$0]) }.map { tokens[$0].folded }
    return index.entry(by: authors, of: year) ?? entry(having: words(of: range.lowerBound..<last), of: year)
  }

  /// The one entry that has the words in this order, whatever its name is, and the year, if any: « *Titre* — La Gazette —
  /// 5 juin 2025 ».
  private func entry(having words: [String], of year: Int? = nil) -> Int? {
    var fitting = entryWords.entries(having: words)
    if let year { fitting = fitting.filter { index.has(year, $0) } }
    return fitting.count == 1 ? fitting.first : nil
  }

  /// The names in one pair of brackets: at semicolons always, at commas and at "and" where each part names an entry.
  private func split(_ range: Range<Int>) -> [Range<Int>] {
    let isNamed = { (part: Range<Int>) in
      let words = self.words(of: part)
      return self.index.entry(named: words) != nil || self.entry(having: words) != nil
    }
    for byWord in [false, true] {
      let parts = pieces(of: range, at: [";", ",", "&"], andAtWords: byWord)
      if parts.count > 1, parts.allSatisfy(isNamed) { return parts }
    }
    return pieces(of: range, at: [";"])
  }

  private func pieces(
    of range: Range<Int>, at marks: [Unicode.Scalar], andAtWords isJoined: Bool = false
  ) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    for index in range
    where marks.contains(where: { tokens[index].isCharacter($0) })
      || isJoined && passage.pack.rangeConnectives.match(tokens, at: index)?.value == true
    {
      if index > start { result.append(start..<index) }
      start = index + 1
    }
    if start < range.upperBound { result.append(start..<range.upperBound) }
    return result
  }

  /// The entry that words name.
  func entry(named words: [String]) -> Int? { index.entry(named: words) }

  /// Takes tokens for part of a citation.
  mutating func markApparatus(_ range: Range<Int>) { for index in range { isApparatus[index] = true } }

  /// The sentence that a mark vouches for: that before it, where the mark stands behind its full stop.
  func sentence(citedAt mark: Int) -> Int {
    let own = passage.sentenceOfToken[mark]
    guard mark > 0, passage.sentences[own].tokens.lowerBound == mark else { return own }
    let before = passage.sentenceOfToken[mark - 1]
    return passage.sentences[before].block == passage.sentences[own].block ? before : own
  }

  /// « selon X » where X names an entry; a person's opinion (« selon la directrice ») is no citation of one.
  private func attributions() -> [Citation] {
    guard !sources.isEmpty else { return [] }
    var found: [Citation] = []
    for sentence in passage.sentences where sentence.role == .prose || sentence.role == .cell {
      for start in sentence.tokens where !isApparatus[start] {
        guard let match = passage.pack.attributions.match(tokens, at: start) else { continue }
        let near: Range<Int>
        switch match.value {
        case .preposition: near = start + match.count..<min(sentence.tokens.upperBound, start + match.count + 9)
        case .verb: near = max(sentence.tokens.lowerBound, start - 7)..<start
        }
        guard let (entry, range) = index.longestMention(in: near, of: tokens), !isSmallWord(range),
          // "Use cargo add": a tool of that name, which says nothing.
          match.value == .preposition || range.count > 1 || tokens[range.lowerBound].isCapitalized
        else { continue }
        found.append(
          Citation(
            form: .attribution, tokens: min(start, range.lowerBound)..<max(range.upperBound, start + match.count),
            sentence: passage.sentenceOfToken[start], words: range.map { tokens[$0].folded }, source: entry))
      }
    }
    return found
  }

  /// Whether a mention is one small word, which names nothing though an entry is called by its letter: "a report", "Ref. A".
  private func isSmallWord(_ mention: Range<Int>) -> Bool {
    mention.count == 1 && !tokens[mention.lowerBound].isCapitalized
      && passage.pack.stopWords.contains(tokens[mention.lowerBound])
  }

  private func footnotes() -> [Citation] {
    // A reference alone stands in no sentence.
    guard !tokens.isEmpty else { return [] }
    let labels = Dictionary(
      sources.enumerated().compactMap { entry, source in source.footnote.map { ($0, entry) } },
      uniquingKeysWith: { a, _ in a })
    return passage.tree.footnoteReferences.map { reference in
      let token = self.token(before: reference.text)
      return Citation(
        form: .footnote, tokens: token..<token, mark: reference.range,
        sentence: token < tokens.count ? passage.sentenceOfToken[token] : 0, words: [reference.label],
        source: labels[reference.label])
    }
  }

  private func links() -> [Citation] {
    let byKey = Dictionary(
      sources.enumerated().compactMap { entry, source in source.urlKey.map { ($0, entry) } },
      uniquingKeysWith: { a, _ in a })
    return passage.tree.links.compactMap { link in
      guard link.kind != .image, let key = URLKey.key(of: link.destination) else { return nil }
      let first = firstToken(atOrAfter: link.text.lowerBound)
      let end = firstToken(atOrAfter: link.text.upperBound)
      guard first < tokens.count else { return nil }
      let sentence = passage.sentenceOfToken[first]
      // An entry's own page is compared with the entry; what else it links to is a link as any other.
      guard passage.sentences[sentence].role != .source || byKey[key] == nil else { return nil }
      return Citation(
        form: .link, tokens: first..<max(first, end), mark: first < end ? nil : link.range, sentence: sentence,
        words: [key], fragment: URLKey.fragment(of: link.destination), source: byKey[key])
    }
  }

  private func token(before offset: Int) -> Int {
    max(0, firstToken(atOrAfter: offset) - 1)
  }

  func firstToken(atOrAfter offset: Int) -> Int {
    tokens.partitioningIndex { $0.range.lowerBound >= offset }
  }
}
