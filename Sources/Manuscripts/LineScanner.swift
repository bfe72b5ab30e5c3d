import StructuredText

/// Walks over a text line by line.
struct LineScanner {
  /// One line: its bytes without the line ending, and where the next one starts.
  struct Line {
    let start: Int
    let end: Int
    let next: Int
    var range: Range<Int> { start..<end }
  }

  private let text: [UInt8]
  private(set) var position: Int
  private let end: Int
  /// The first line feed from `position` on; `end` when there is none.
  private var lineFeed: Int

  init(_ text: [UInt8], from position: Int, to end: Int? = nil) {
    self.text = text
    self.position = position
    self.end = min(end ?? text.count, text.count)
    lineFeed = position - 1
  }

  /// Returns the next line; `nil` at the end of the text.
  mutating func next() -> Line? {
    guard position < end else { return nil }
    let start = position
    if lineFeed < start { lineFeed = text.firstIndex(of: UInt8(ascii: "\n"), in: start..<end) ?? end }
    let stop = text.firstIndex(of: UInt8(ascii: "\r"), in: start..<lineFeed) ?? lineFeed
    position = stop
    if position < end {
      let isCRLF =
        text[position] == UInt8(ascii: "\r") && position + 1 < end && text[position + 1] == UInt8(ascii: "\n")
      position += isCRLF ? 2 : 1
    }
    return Line(start: start, end: stop, next: position)
  }

  /// Whether the byte is a space, a tab or part of a line ending.
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }

  /// Returns `range` without the blanks at both its ends.
  static func trimmed(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isBlank(text[start]) { start += 1 }
    while end > start, isBlank(text[end - 1]) { end -= 1 }
    return start..<end
  }
}
