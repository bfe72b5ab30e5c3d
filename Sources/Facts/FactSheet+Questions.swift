package import Languages
import Manuscripts
import StructuredText

extension FactSheet {
  /// The block of a sentence's heading, or -1: what stands under one heading has one number.
  package func section(ofSentence sentence: Int) -> Int {
    headingOfBlock[passage.sentences[sentence].block]
  }

  /// The listed sources that running text neither cites nor names.
  package func unusedSources() -> Set<Int> {
    guard let sources else { return [] }
    var open = Set(sources.entries.indices).subtracting(citations.compactMap(\.source))
    guard !open.isEmpty else { return [] }
    let index = SourceIndex(sources.entries, abbreviation: passage.abbreviation)
    let mayStart = passage.words.firstTokens.map { index.mayStart(with: passage.tokens[$0].folded) }
    var asked: Set<[String]> = []
    for sentence in passage.sentences where sentence.role != .source && sentence.role != .code {
      let end = sentence.tokens.upperBound
      for start in stride(from: sentence.tokens.lowerBound, to: end, by: Self.longestSourceName) {
        let near = start..<min(start + Self.longestSourceName, end)
        guard near.contains(where: { mayStart[passage.words.ofToken[$0]] }) else { continue }
        if let mention = index.longestMention(in: near, of: passage.tokens) { open.remove(mention.source) }
      }
      for part in passage.namedStretches(in: sentence.tokens) where asked.insert(part).inserted {
        if let source = index.entry(named: part) { open.remove(source) }
      }
      if open.isEmpty { break }
    }
    return open
  }

  /// The name of a source is looked for within so many tokens.
  private static let longestSourceName = 12

  /// Whether an amount or a date begins so few tokens behind the words: "only 3".
  func startsFact(within reach: Int, behind words: Range<Int>) -> Bool {
    let next = facts.partitioningIndex { $0.tokens.lowerBound >= words.upperBound }
    return next < facts.count && facts[next].tokens.lowerBound < words.upperBound + reach
  }

  /// The words that a table cell stands under and beside: its column's head and its row's head; `nil` elsewhere.
  func labels(ofCell block: Int) -> [String]? {
    guard case .tableCell(_, let row, _) = passage.tree.blocks[block].kind, row > 0,
      let heads = passage.heads(ofCell: block), let beside = heads.row, !beside.isEmpty
    else { return nil }
    return ((heads.column ?? 0..<0).map { passage.tokens[$0].folded }) + ["|"]
      + beside.map { passage.tokens[$0].folded }
  }

  /// The dates in citations and in the sources section.
  func notedDates() -> [PartialDate] { notedDates(in: 0..<isApparatus.count) }

  /// The dates in the citations among some tokens.
  func notedDates(in range: Range<Int>) -> [PartialDate] {
    let reader = DateReader(passage.pack)
    var dates: [PartialDate] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if isApparatus[index], let reading = reader.date(in: passage.tokens, at: index), !reading.tokens.isEmpty {
        dates.append(reading.date)
        index = reading.tokens.upperBound
      } else {
        index += 1
      }
    }
    return dates
  }

  /// Where the phrases of a table stand in the text, code left out.
  package func phrases(in table: PhraseTable<Bool>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let tokens = passage.tokens
    for sentence in passage.sentences where sentence.role != .code {
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        if let match = table.match(tokens, at: index), index + match.count <= sentence.tokens.upperBound {
          found.append(index..<index + match.count)
          index += max(1, match.count)
        } else {
          index += 1
        }
      }
    }
    return found
  }

  /// Whether the phrase opens a bracket that is none of a note to oneself: `[Link to the survey] (https://…)`.
  package func isBracketedText(_ phrase: Range<Int>) -> Bool {
    let tokens = passage.tokens
    guard tokens[phrase.lowerBound].folded == "[" else { return false }
    guard let end = bracketEnd(of: phrase) else { return true }
    return end + 1 < tokens.count && tokens[end + 1].folded == "(" && tokens[end + 1].gap != .lineBreak
  }

  /// The phrase, or all of the bracket that it opens.
  package func withBracket(_ phrase: Range<Int>) -> Range<Int> {
    guard passage.tokens[phrase.lowerBound].folded == "[", let end = bracketEnd(of: phrase) else { return phrase }
    return phrase.lowerBound..<end + 1
  }

  /// Where a bracket ends that the phrase opens; `nil` where that is far, or on another line.
  private func bracketEnd(of phrase: Range<Int>) -> Int? {
    let tokens = passage.tokens
    let reach = phrase.upperBound..<min(tokens.count, phrase.upperBound + 10)
    guard let end = reach.first(where: { tokens[$0].folded == "]" || tokens[$0].gap == .lineBreak }),
      tokens[end].folded == "]"
    else { return nil }
    return end
  }

  /// The figures of a line of the front matter that the text does not support.
  package func unsupportedFigures(inLine line: String) -> [String] {
    let title = Passage(line: Self.withoutEntities(line), pack: passage.pack)
    let apart = [Bool](repeating: false, count: title.tokens.count)
    let index = AmountIndex(facts)
    return FactExtractor(passage: title, apart: apart).facts().filter { fact in
      // « 5 raisons de… » counts what the article lists; a bare number in a name (« GAP 2.0 ») counts nothing.
      guard let figure = fact.figure, figure.unit != nil || figure.isShare || figure.form == .multiplier else {
        return false
      }
      return !index.supports(fact, among: facts)
    }.map { title.text(of: $0.tokens) }
  }
}

extension FactSheet {
  /// The line with blanks in the place of character references: `&#39;` is no figure.
  private static func withoutEntities(_ line: String) -> String {
    var parts = line.split(separator: "&#", omittingEmptySubsequences: false)
    for index in parts.indices.dropFirst() {
      guard let end = parts[index].prefix(8).firstIndex(of: ";") else { continue }
      parts[index] = parts[index][parts[index].index(after: end)...]
    }
    return parts.joined(separator: " ")
  }
}

extension Passage {
  /// A line of text that stands in no article's body: a title.
  fileprivate convenience init(line: String, pack: LanguagePack) {
    var tree = MarkdownTree()
    let bytes = Array(line.utf8)
    tree.text.append(bytes, from: TextRange(0, bytes.count), isVerbatim: true)
    tree.blocks = [
      MarkdownTree.Block(
        kind: .paragraph, text: 0..<bytes.count, range: TextRange(0, bytes.count), listItem: nil, quoteDepth: 0)
    ]
    let tokens = WordBreaker.tokens(of: bytes)
    self.init(tree: tree, tokens: tokens, words: Lexicon(tokens), pack: pack)
  }

  /// Runs of capitalised words, as a text names an organisation by its short form.
  func namedStretches(in range: Range<Int>) -> [[String]] {
    var result: [[String]] = []
    var current: [String] = []
    for index in range {
      if tokens[index].kind == .word, tokens[index].isCapitalized {
        current.append(tokens[index].folded)
      } else if !current.isEmpty {
        result.append(current)
        current = []
      }
    }
    if !current.isEmpty { result.append(current) }
    return result
  }
}
