package import Languages
package import Manuscripts
package import StructuredText

/// An article's readable text cut into tokens and sentences: what every extractor reads.
///
/// A shared object: each extractor takes one reference, and not one for each of the lists.
package final class Passage: Sendable {
  package let tree: MarkdownTree
  package let pack: LanguagePack
  package let tokens: [Token]
  /// The different words of the text, folded, with marks and numbers.
  package let words: Lexicon
  package let sentences: [Sentence]
  /// For each token, its sentence.
  package let sentenceOfToken: [Int]
  package let stems: Stems
  /// For each block, its tokens.
  package let tokensOfBlock: [Range<Int>]

  /// - Parameter other: the text of which the lexicon knows words.
  package init(tree: MarkdownTree, tokens: [Token], words: Lexicon, pack: LanguagePack, knowing other: Passage? = nil) {
    self.tree = tree
    self.pack = pack
    self.tokens = tokens
    self.words = words
    let blockOfToken = Self.blocks(of: tokens, in: tree)
    var sentences: [Sentence] = []
    var sentenceOfToken = [Int](repeating: 0, count: tokens.count)
    let ranges = SentenceBreaker(pack).sentences(in: tokens, text: tree.text.bytes)
    for range in Self.pieces(of: ranges, tokens) where !range.isEmpty {
      let block = blockOfToken[range.lowerBound]
      for index in range { sentenceOfToken[index] = sentences.count }
      sentences.append(
        Sentence(
          tokens: range, block: block, role: Self.role(of: tree.blocks[block].kind),
          isQuestion: range.suffix(3).contains { tokens[$0].isCharacter("?") }))
    }
    self.sentences = sentences
    self.sentenceOfToken = sentenceOfToken
    var ofBlock = [Range<Int>](repeating: 0..<0, count: tree.blocks.count)
    var first = 0
    while first < tokens.count {
      var end = first + 1
      while end < tokens.count, blockOfToken[end] == blockOfToken[first] { end += 1 }
      ofBlock[blockOfToken[first]] = first..<end
      first = end
    }
    self.tokensOfBlock = ofBlock
    self.stems = Stems(tokens, words, pack, knowing: other?.pack === pack ? other?.stems : nil)
  }

  /// The hash of a token's stem; `nil` where it has none.
  func stemHash(at index: Int) -> WordHash? { stems.hash(at: index) }

  /// Whether a token may end in a digit; most end in a plain letter, as its last byte says.
  @inline(__always)
  func mayEndInDigit(_ index: Int) -> Bool {
    tokens[index].range.last.map { (tree.text.bytes[$0] | 0x20) &- 0x61 >= 26 } ?? true
  }

  /// How names are shortened in the passage's language.
  var abbreviation: Abbreviation { Abbreviation(pack: pack) }

  /// The tokens that say what a table cell is about: its row's first cell and its column's head; `nil` for other blocks.
  func heads(ofCell block: Int) -> (row: Range<Int>?, column: Range<Int>?)? {
    guard case .tableCell(let table, let row, let column) = tree.blocks[block].kind else { return nil }
    var heads: (row: Range<Int>?, column: Range<Int>?) = (nil, nil)
    var index = block - 1
    while index >= 0, block - index < Self.farthestHead,
      case .tableCell(table, let otherRow, let otherColumn) = tree.blocks[index].kind
    {
      if otherRow == row, otherColumn == 0 { heads.row = tokensOfBlock[index] }
      if otherRow == 0, otherColumn == column { heads.column = tokensOfBlock[index] }
      index -= 1
    }
    if column == 0 { heads.row = words(behindCell: block, ofTable: table, row: row) }
    return heads
  }

  /// The first cell behind one in its row that has words and no digits: it heads the row where figures come first.
  private func words(behindCell block: Int, ofTable table: Int, row: Int) -> Range<Int>? {
    for index in block + 1..<min(tree.blocks.count, block + Self.widestRow) {
      guard case .tableCell(let other, let otherRow, _) = tree.blocks[index].kind, other == table, otherRow == row
      else { return nil }
      let cell = tokensOfBlock[index]
      if !cell.isEmpty, cell.allSatisfy({ tokens[$0].kind != .digits }) { return cell }
    }
    return nil
  }

  private static let widestRow = 16

  /// How many cells back a head is looked for, so that a long table is read in linear time.
  private static let farthestHead = 512

  /// The same text with the sentences of some blocks given to the sources section: they list what the article rests on and
  /// assert nothing.
  init(_ passage: Passage, sources blocks: [Int]) {
    var sentences = passage.sentences
    for block in blocks {
      guard let first = passage.tokensOfBlock[block].first else { continue }
      var index = passage.sentenceOfToken[first]
      while index < sentences.count, sentences[index].block == block {
        let old = sentences[index]
        sentences[index] = Sentence(tokens: old.tokens, block: block, role: .source, isQuestion: old.isQuestion)
        index += 1
      }
    }
    self.sentences = sentences
    tree = passage.tree
    pack = passage.pack
    tokens = passage.tokens
    words = passage.words
    sentenceOfToken = passage.sentenceOfToken
    stems = passage.stems
    tokensOfBlock = passage.tokensOfBlock
  }

  /// Returns the place in the article of the tokens in `range`.
  package func place(of range: Range<Int>) -> TextRange {
    guard !range.isEmpty, range.upperBound <= tokens.count else {
      let offset = range.lowerBound < tokens.count ? tokens[range.lowerBound].range.lowerBound : tree.text.bytes.count
      return tree.text.source(of: offset..<offset)
    }
    return tree.text.source(
      of: tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound)
  }

  /// Returns the words as they are written, blanks folded to one.
  package func text(of range: Range<Int>) -> String {
    guard !range.isEmpty, range.upperBound <= tokens.count else { return "" }
    let bytes = tree.text.bytes[
      tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What is longer than any sentence is a list or no prose: it is read in pieces, so that the work stays linear.
  private static let longestSentence = 256

  private static func pieces(of sentences: [Range<Int>], _ tokens: [Token]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    result.reserveCapacity(sentences.count)
    for sentence in sentences {
      var start = sentence.lowerBound
      while sentence.upperBound - start > longestSentence {
        let limit = start + longestSentence
        let mark = (limit - longestSentence / 4..<limit).last { [",", ";", ":"].contains(tokens[$0].folded) }
        let end = mark.map { $0 + 1 } ?? limit
        result.append(start..<end)
        start = end
      }
      result.append(start..<sentence.upperBound)
    }
    return result
  }

  private static func blocks(of tokens: [Token], in tree: MarkdownTree) -> [Int] {
    var result = [Int](repeating: 0, count: tokens.count)
    var block = 0
    var next = tree.blocks.dropFirst().first?.text.lowerBound ?? .max
    for index in tokens.indices {
      while next <= tokens[index].range.lowerBound {
        block += 1
        next = block + 1 < tree.blocks.count ? tree.blocks[block + 1].text.lowerBound : .max
      }
      result[index] = block
    }
    return result
  }

  private static func role(of kind: MarkdownTree.Block.Kind) -> Sentence.Role {
    switch kind {
    case .heading: .heading
    case .tableCell: .cell
    case .code: .code
    case .paragraph, .html, .footnote: .prose
    }
  }
}
