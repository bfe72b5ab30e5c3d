package import StructuredText

/// Words of a text with the line around them, ready to be shown.
package struct Excerpt: Hashable, Sendable {
  /// 1-based.
  package let line: Int
  /// 1-based, in Unicode scalars.
  package let column: Int
  /// The line, or as much of it as fits around the words.
  package let text: String
  /// Terminal columns before the words in `text`.
  package let indent: Int
  /// Terminal columns that the words take in `text`; at least 1.
  package let markWidth: Int
  /// The words in `text`.
  package let before: String
  package let words: String
  package let after: String
}

extension LineTable {
  /// Returns the words in `range` of `bytes` with the line that they start on, clipped to `width` terminal columns.
  ///
  /// Looks at no more of the line than can be shown, however long the line is.
  package func excerpt(of range: TextRange, in bytes: [UInt8], width: Int) -> Excerpt {
    let width = max(width, 20)
    let position = position(of: range.start)
    let line = self.range(ofLine: position.line)
    let start = min(max(range.start, line.start), line.end)
    let end = min(max(range.end, start), line.end)
    // A scalar has at most four bytes and most take one column.
    let reach = width * 4
    let from = Self.scalarStart(in: bytes, at: max(line.start, start - reach), notBefore: line.start)
    let to = Self.scalarStart(in: bytes, at: min(line.end, end + reach, start + 2 * reach), notBefore: start)
    var cells = DisplayText.cells(bytes, in: from..<max(from, to))
    if from == line.start {
      cells.removeFirst(cells.prefix { $0.isBlank && $0.range.lowerBound < start }.count)
    }
    let first = cells.firstIndex { $0.range.lowerBound >= start } ?? cells.count
    let last = cells[first...].firstIndex { $0.range.lowerBound >= end } ?? cells.count
    let window = Self.window(cells, mark: first..<max(first, last), width: width)
    let clipsHead = from > line.start || window.lowerBound > 0
    let clipsTail = to < line.end || window.upperBound < cells.count
    let markEnd = min(max(first, last), window.upperBound)
    let before = (clipsHead ? "…" : "") + Self.text(cells[window.lowerBound..<first])
    let words = Self.text(cells[first..<markEnd])
    let after = Self.text(cells[markEnd..<window.upperBound]) + (clipsTail ? "…" : "")
    return Excerpt(
      line: position.line, column: position.column, text: before + words + after,
      indent: DisplayText.width(before), markWidth: max(1, DisplayText.width(words)), before: before, words: words,
      after: after)
  }

  /// Chooses the cells that fit: the words whole when they can be, and as much on both sides as there is room for.
  private static func window(_ cells: [DisplayText.Cell], mark: Range<Int>, width: Int) -> Range<Int> {
    let total = cells.reduce(0) { $0 + $1.width }
    if total <= width { return 0..<cells.count }
    let room = width - 2  // An ellipsis may stand at either end.
    let markWidth = cells[mark].reduce(0) { $0 + $1.width }
    var upper = mark.lowerBound
    var used = 0
    while upper < mark.upperBound, used + cells[upper].width <= room {
      used += cells[upper].width
      upper += 1
    }
    guard used == markWidth else { return mark.lowerBound..<upper }
    var lower = mark.lowerBound
    let fair = used + (room - used) / 2
    while lower > 0, used + cells[lower - 1].width <= fair {
      lower -= 1
      used += cells[lower].width
    }
    while upper < cells.count, used + cells[upper].width <= room {
      used += cells[upper].width
      upper += 1
    }
    while lower > 0, used + cells[lower - 1].width <= room {
      lower -= 1
      used += cells[lower].width
    }
    // A cut inside a word reads badly when a blank is near.
    if lower > 0, !cells[lower - 1].isBlank {
      let near = cells[lower..<min(lower + 15, mark.lowerBound)]
      if let blank = near.firstIndex(where: \.isBlank), blank + 1 <= mark.lowerBound { lower = blank + 1 }
    }
    return lower..<upper
  }

  private static func text(_ cells: ArraySlice<DisplayText.Cell>) -> String {
    cells.reduce(into: "") { $0 += $1.text }
  }

  /// Moves back from a continuation byte to the start of its scalar, at most three bytes.
  private static func scalarStart(in bytes: [UInt8], at offset: Int, notBefore least: Int) -> Int {
    var offset = offset
    var steps = 0
    while steps < 3, offset > least, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 {
      offset -= 1
      steps += 1
    }
    return offset
  }
}
