import Languages
import Manuscripts
import StructuredText

/// What an article has in common with another version of it, of which all is known.
struct KnownText {
  let sheet: FactSheet
  /// Blocks in a row that stand in both, word for word and in one order.
  let lines: [KnownLines]

  /// How many blocks may have changed in a row before the rest is read as if it were new.
  private static let reach = 64
  /// No reading of a sentence looks at so many tokens before it and behind it.
  private static let surroundings = 32

  init(of tree: MarkdownTree, in sheet: FactSheet) {
    self.sheet = sheet
    let (known, tokensOfBlock) = (sheet.passage.tree, sheet.passage.tokensOfBlock)
    var lines: [KnownLines] = []
    var next = 0
    for block in tree.blocks {
      let text = block.text
      let twin = (next..<min(known.blocks.count, next + Self.reach)).first { index in
        let other = known.blocks[index].text
        return other.count == text.count && (other.lowerBound == 0) == (text.lowerBound == 0)
          && tree.text.bytes.isEqual(in: text, to: known.text.bytes, from: other.lowerBound)
      }
      guard let twin else { continue }
      let own = KnownLines(
        text: text.lowerBound..<text.upperBound + 1, start: known.blocks[twin].text.lowerBound,
        tokens: tokensOfBlock[twin])
      if let whole = lines.last?.joined(with: own) { lines[lines.count - 1] = whole } else { lines.append(own) }
      next = twin + 1
    }
    self.lines = lines
  }

  /// Returns the sentences of an article that are read as they were in the other version.
  ///
  /// - Parameter apart: for each token, whether it asserts nothing.
  func twins(of passage: Passage, apart: [Bool]) -> SentenceTwins {
    var twins = SentenceTwins(sheet, among: passage.sentences.count)
    let other = sheet.passage
    guard other.pack === passage.pack else { return twins }
    for lines in lines where !lines.tokens.isEmpty {
      let first = passage.tokens.partitioningIndex { $0.range.lowerBound >= lines.text.lowerBound }
      let distance = first - lines.tokens.lowerBound
      let last = first + lines.tokens.count
      // Both texts begin there, or end.
      let isHead = first == 0 && distance == 0
      let isTail = last == passage.tokens.count && lines.tokens.upperBound == other.tokens.count
      let start = first + (isHead ? 0 : Self.surroundings)
      let end = last - (isTail ? 0 : Self.surroundings)
      guard start < end else { continue }
      for sentence in passage.sentenceOfToken[start]...passage.sentenceOfToken[end - 1] {
        let tokens = passage.sentences[sentence].tokens
        guard tokens.lowerBound >= start, tokens.upperBound <= end else { continue }
        let known = tokens.lowerBound - distance..<tokens.upperBound - distance
        let twin = other.sentenceOfToken[known.lowerBound]
        if other.sentences[twin].tokens == known, other.sentences[twin].role == passage.sentences[sentence].role,
          apart[tokens] == sheet.isApparatus[known]
        {
          twins.add(twin, of: sentence, movedBy: distance)
        }
      }
    }
    return twins
  }
}

/// Sentences whose words were read in another version, with the same words around them.
struct SentenceTwins {
  private let sheet: FactSheet
  /// For each sentence the one of the other version, and how much farther on its tokens stand.
  private var twins: [(sentence: Int, distance: Int)?]

  init(_ sheet: FactSheet, among count: Int) {
    self.sheet = sheet
    twins = Array(repeating: nil, count: count)
  }

  mutating func add(_ twin: Int, of sentence: Int, movedBy distance: Int) { twins[sentence] = (twin, distance) }

  /// The figures and dates of a sentence, where they are known.
  func facts(of sentence: Int) -> [FactReading]? {
    twins[sentence].map { twin, distance in
      sheet.factReadings[sheet.factReadingsOfSentence[twin]].map { $0.moved(by: distance) }
    }
  }

  /// The names of a sentence, where they are known.
  func names(of sentence: Int) -> [NameReading]? {
    twins[sentence].map { twin, distance in
      sheet.nameReadings[sheet.nameReadingsOfSentence[twin]].map { $0.moved(by: distance, to: sentence) }
    }
  }
}
