import StructuredText

/// Takes what a site generator replaces out of the sight of the Markdown parser, without moving anything.
///
/// A tag in running text becomes a word of as many bytes, as Hugo itself makes one of it before it reads the Markdown;
/// tags that fill their lines become blank lines.
enum TemplateMask {
  /// What the word consists of.
  static let letter = UInt8(ascii: "x")

  /// Writes over the templates of `body` in `text`, and returns the bytes that are not to be read, in order.
  static func cover(_ text: inout [UInt8], _ body: TextRange) -> [TextRange] {
    let templates = TemplateScanner.templates(in: text, body)
    guard !templates.isEmpty else { return [] }
    var hidden: [TextRange] = []
    var index = 0
    while index < templates.count {
      var next = index + 1
      while next < templates.count,
        text[templates[next - 1].end..<templates[next].start].allSatisfy(isSpace)
      {
        next += 1
      }
      let group = templates[index..<next]
      index = next
      let last = hidden.last?.end ?? body.start
      hidden += cover(group, in: &text, body, after: last)
    }
    return hidden
  }

  /// Writes over tags that stand beside each other.
  private static func cover(
    _ group: ArraySlice<TextRange>, in text: inout [UInt8], _ body: TextRange, after last: Int
  ) -> [TextRange] {
    guard let first = group.first, let final = group.last else { return [] }
    var start = first.start
    while start > last, isSpace(text[start - 1]) { start -= 1 }
    let startsLine = start == body.start || isLineEnd(text[start - 1])
    var end = final.end
    while end < body.end, isSpace(text[end]) { end += 1 }
    let endsLine = end == body.end || isLineEnd(text[end])
    let isAlone = startsLine && endsLine
    for range in group {
      for offset in range.range where !isLineEnd(text[offset]) {
        text[offset] = isAlone ? UInt8(ascii: " ") : letter
      }
    }
    guard !isAlone, !startsLine, !isMarks(text, from: last, to: start, body) else { return Array(group) }
    // The blank before a tag goes with it, where another one or the end of a clause follows.
    guard endsLine || end > final.end || clauseEnds.contains(text[final.end]) else { return Array(group) }
    for offset in start..<first.start { text[offset] = letter }
    return [TextRange(start, first.end)] + group.dropFirst()
  }

  /// Whether nothing stands on the line before `end` but marks: of quotes, list items, tasks and headings. They need the
  /// blank behind them.
  ///
  /// - Parameter last: where the tags before end; on a line that has some, there is more than marks.
  private static func isMarks(_ text: [UInt8], from last: Int, to end: Int, _ body: TextRange) -> Bool {
    var offset = end
    while offset > last, !isLineEnd(text[offset - 1]) { offset -= 1 }
    guard offset == body.start || isLineEnd(text[offset - 1]) else { return false }
    while offset < end {
      switch text[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"), UInt8(ascii: "#"): offset += 1
      case UInt8(ascii: "[") where offset + 2 < end && text[offset + 2] == UInt8(ascii: "]"): offset += 3
      default:
        guard let mark = ContainerStack.listMarkEnd(text, from: offset, to: end) else { return false }
        offset = mark
      }
    }
    return true
  }

  private static let clauseEnds = Set(".,;:!?)".utf8)

  private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
}
