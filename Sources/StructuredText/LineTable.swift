/// Where each line of a blob starts, to turn a byte offset into a line and a column.
package struct LineTable: Sendable {
  /// A place as editors count: both numbers 1-based, the column in Unicode scalars.
  package struct Position: Hashable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  private let bytes: [UInt8]
  private let starts: [Int]
  /// How many Unicode scalars start before each stretch of `stretch` bytes, so that a column costs little in any line.
  private let scalarsBefore: [Int]

  private static let stretch = 256

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    while let feed = bytes.firstIndex(of: UInt8(ascii: "\n"), in: starts[starts.count - 1]..<bytes.count) {
      starts.append(feed + 1)
    }
    var scalarsBefore: [Int] = []
    var scalars = 0
    for first in stride(from: 0, to: bytes.count, by: Self.stretch) {
      scalarsBefore.append(scalars)
      scalars += Self.scalars(in: first..<min(first + Self.stretch, bytes.count), of: bytes)
    }
    self.starts = starts
    self.scalarsBefore = scalarsBefore + [scalars]
  }

  package var lineCount: Int { starts.count }

  /// Returns the position of the byte at `offset`; an offset past the end counts as the end.
  package func position(of offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let line = starts.partitioningIndex { $0 > offset }
    return Position(line: line, column: scalars(before: offset) - scalars(before: starts[line - 1]) + 1)
  }

  private func scalars(before offset: Int) -> Int {
    let first = offset / Self.stretch
    return scalarsBefore[first] + Self.scalars(in: first * Self.stretch..<offset, of: bytes)
  }

  /// How many Unicode scalars start there.
  private static func scalars(in range: Range<Int>, of bytes: [UInt8]) -> Int {
    bytes.count(in: range) { $0 & 0xC0 != 0x80 }
  }

  /// Returns the bytes of the line with the 1-based number `line`, without its line ending.
  package func range(ofLine line: Int) -> TextRange {
    guard line >= 1, line <= starts.count else { return TextRange(bytes.count, bytes.count) }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return TextRange(start, end)
  }
}
