/// An article as the edits see it: its running text told apart from what no edit of running text may touch.
///
/// It is read with no part of the program under test, so that what the program overlooks is not overlooked here too.
/// Ranges are in UTF-16 units, which Foundation's regular expressions speak.
struct Page: Sendable {
  let units: [UInt16]
  let isFrench: Bool
  /// The running text, each unit of anything else replaced by a private character: as many units as the text.
  let mask: String
  let maskUnits: [UInt16]
  let blocks: [Block]
  let links: [Link]
  let citations: [Citation]
  let sources: SourcesPart?
  let frontMatter: Range<Int>?
  let sentences: [Range<Int>]
  /// What stands between quotation marks, the marks included.
  let quotations: [Range<Int>]

  /// What stands in the mask for text that is not running text.
  static let hidden: UInt16 = 0xE000

  struct Block: Sendable {
    enum Kind: Sendable, Equatable { case paragraph, item(indent: Int, isOrdered: Bool), heading }
    let kind: Kind
    /// The words, without marker.
    let range: Range<Int>
    /// Where its first line begins.
    let start: Int
    var isItem: Bool { if case .item = kind { true } else { false } }
  }

  struct Link: Sendable {
    let range: Range<Int>
    let label: Range<Int>
    let address: Range<Int>
  }

  /// A mention of a source between parentheses or brackets.
  struct Citation: Sendable {
    let range: Range<Int>
    let name: Range<Int>
  }

  struct SourcesPart: Sendable {
    let heading: Range<Int>
    /// What follows the heading's line.
    let body: Range<Int>
    let entries: [Range<Int>]
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: units[range.clamped(to: 0..<units.count)], as: UTF16.self)
  }
  var text: String { text(0..<units.count) }

  /// The sentence around a range; `nil` when the range lies in none, or in two.
  func sentence(around range: Range<Int>) -> Range<Int>? {
    sentences.first { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
  }

  func block(around range: Range<Int>) -> Block? {
    blocks.first { $0.range.lowerBound <= range.lowerBound && range.upperBound <= $0.range.upperBound }
  }

  /// The running text of a range, other text hidden.
  func masked(_ range: Range<Int>) -> String {
    String(decoding: maskUnits[range.clamped(to: 0..<units.count)], as: UTF16.self)
  }

  func isQuoted(_ range: Range<Int>) -> Bool {
    quotations.contains { $0.lowerBound < range.upperBound && range.lowerBound < $0.upperBound }
  }

  /// Whether a sentence asks: what it says is not stated.
  func isQuestion(_ range: Range<Int>) -> Bool {
    sentence(around: range).map { text($0).contains("?") } ?? true
  }

  /// Sentences of paragraphs, which words can be put behind.
  var plainSentences: [Range<Int>] {
    sentences.filter { sentence in
      guard !quotations.contains(where: { $0.lowerBound < sentence.upperBound && sentence.upperBound < $0.upperBound })
      else { return false }
      guard let block = block(around: sentence), block.kind == .paragraph else { return false }
      return sentence.count > 30 && ".!?".contains(text(sentence).last ?? " ")
    }
  }

  /// Returns words where the first begins with a capital.
  static func capitalised(_ words: some StringProtocol) -> String { words.prefix(1).uppercased() + words.dropFirst() }
}
