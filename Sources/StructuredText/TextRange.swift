/// A half-open range of UTF-8 bytes of one blob, the only coordinate in the program.
///
/// Offsets are 0-based. Line and column are derived once, for display, by a `LineTable`.
package struct TextRange: Hashable, Sendable, Comparable {
  package let start: Int
  package let end: Int

  /// Creates the range `start..<end`; an `end` before `start` gives the empty range at `start`.
  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  package init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }

  package var count: Int { end - start }
  package var isEmpty: Bool { start == end }
  package var range: Range<Int> { start..<end }

  package func contains(_ other: TextRange) -> Bool {
    start <= other.start && other.end <= end
  }

  package func overlaps(_ other: TextRange) -> Bool {
    start < other.end && other.start < end
  }

  /// Orders by start, then by end.
  package static func < (a: TextRange, b: TextRange) -> Bool {
    a.start != b.start ? a.start < b.start : a.end < b.end
  }
}
