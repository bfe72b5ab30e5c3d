import StructuredText

/// Keeps the parser from nesting that costs time without limit.
///
/// Each line, a blank one too, is compared with every list and quote that is open, so a deep pile of them at the head
/// of a long text would be paid for on every line.
enum NestingGuard {
  /// The most lists and quotes that may stand in each other.
  static let limit = 100

  /// Blanks the lines of `text` that may open more than `limit` lists and quotes; returns the first of them.
  static func blankDeepLines(of text: inout [UInt8], _ body: TextRange) -> TextRange? {
    var first: TextRange?
    var lines = LineScanner(text, from: body.start, to: body.end)
    while let line = lines.next() {
      guard line.end - line.start > limit, depth(text, line) > limit else { continue }
      first = first ?? TextRange(line.start, line.end)
      for offset in line.range { text[offset] = UInt8(ascii: " ") }
    }
    return first
  }

  /// Returns a number of containers that the line cannot exceed: a list that goes on takes two columns of its indentation.
  private static func depth(_ text: [UInt8], _ line: LineScanner.Line) -> Int {
    var position = line.start
    var columns = 0
    var marks = 0
    var columnsBeforeLastMark = 0
    // The mark that all are; 0 before the first one, and `nil` where they are of several kinds.
    var kind: UInt8? = 0
    func note(_ mark: UInt8) { kind = kind == 0 || kind == mark ? mark : nil }
    while position < line.end {
      let byte = text[position]
      switch byte {
      case UInt8(ascii: " "): columns += 1
      case UInt8(ascii: "\t"): columns += 4
      case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard byte == UInt8(ascii: ">") || position + 1 == line.end || LineScanner.isBlank(text[position + 1]) else {
          return marks + columnsBeforeLastMark / 2
        }
        marks += 1
        columnsBeforeLastMark = columns
        note(byte)
      case 0x30...0x39:
        var end = position
        while end < line.end, end - position < 10, (0x30...0x39).contains(text[end]) { end += 1 }
        guard end < line.end, text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")") else {
          return marks + columnsBeforeLastMark / 2
        }
        position = end
        marks += 1
        columnsBeforeLastMark = columns
        note(byte)
      default: return marks + columnsBeforeLastMark / 2
      }
      position += 1
    }
    // Nothing but one mark, again and again, is a thematic break.
    let isBreak = kind == UInt8(ascii: "-") || kind == UInt8(ascii: "*")
    return isBreak ? 0 : marks + columnsBeforeLastMark / 2
  }
}
