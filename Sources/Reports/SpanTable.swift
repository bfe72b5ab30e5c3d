import StructuredText

/// What a format counts in a line to name a column. All count from 1.
enum ColumnUnit {
  /// Unicode scalars, as this program's own reports do, and Checkstyle.
  case scalars
  /// Bytes of UTF-8: reviewdog.
  case bytes
  /// UTF-16 code units: SARIF viewers, and whatever is written in JavaScript.
  case utf16
}

/// Where a range begins and ends: the end is the first place behind it.
struct Span: Hashable {
  let startLine: Int
  let startColumn: Int
  let endLine: Int
  let endColumn: Int

  var isOnOneLine: Bool { startLine == endLine }
}

/// The places of one text in one unit, each found in little time, however long a line is.
struct SpanTable {
  private let text: LocatedText
  private let unit: ColumnUnit
  /// Where the scalars begin that take two code units of UTF-16.
  private let pairs: [Int]

  init(_ text: LocatedText, counting unit: ColumnUnit) {
    self.text = text
    self.unit = unit
    pairs = unit == .utf16 ? text.bytes.indices.filter { (0xF0...0xF4).contains(text.bytes[$0]) } : []
  }

  func span(of range: TextRange) -> Span {
    let start = place(of: range.start)
    let end = place(of: max(range.start, range.end))
    return Span(startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column)
  }

  private func place(of offset: Int) -> LineTable.Position {
    let offset = min(max(0, offset), text.bytes.count)
    let position = text.lines.position(of: offset)
    let lineStart = text.lines.range(ofLine: position.line).start
    let column =
      switch unit {
      case .scalars: position.column
      case .bytes: offset - lineStart + 1
      case .utf16:
        position.column + pairs.partitioningIndex { $0 >= offset } - pairs.partitioningIndex { $0 >= lineStart }
      }
    return LineTable.Position(line: position.line, column: column)
  }
}
