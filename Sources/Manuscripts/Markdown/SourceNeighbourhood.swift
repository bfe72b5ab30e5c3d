import StructuredText

/// Looks at the markup around a piece of readable text.
struct SourceNeighbourhood {
  private let source: [UInt8]
  private let bounds: TextRange

  init(_ source: [UInt8], _ bounds: TextRange) {
    self.source = source
    self.bounds = bounds
  }

  /// Returns the range with the marks of emphasis, code, links and headings that touch it.
  func widened(_ range: TextRange, kind: MarkdownTree.Block.Kind) -> TextRange {
    if kind == .code || kind == .html { return range }
    var start = range.start
    while start > bounds.start, Self.openers.contains(source[start - 1]) { start -= 1 }
    var end = range.end
    while end < bounds.end, Self.closers.contains(source[end]) { end += 1 }
    if case .heading = kind {
      var mark = start
      while mark > bounds.start, source[mark - 1] == UInt8(ascii: " ") || source[mark - 1] == UInt8(ascii: "\t") {
        mark -= 1
      }
      if mark > bounds.start, source[mark - 1] == UInt8(ascii: "#") {
        while mark > bounds.start, source[mark - 1] == UInt8(ascii: "#") { mark -= 1 }
        start = mark
      }
    }
    return TextRange(start, end)
  }

  /// Returns the end of the line ending at or after `offset`, blanks before it skipped.
  func endOfLineBreak(from offset: Int) -> Int {
    var position = offset
    while position < bounds.end,
      [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\\"), UInt8(ascii: "\r")].contains(source[position])
    {
      position += 1
    }
    guard position < bounds.end, source[position] == UInt8(ascii: "\n") else { return offset }
    return position + 1
  }

  private static let openers = Set("*_~`![<".utf8)
  private static let closers = Set("*_~`".utf8)
}
