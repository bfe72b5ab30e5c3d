import StructuredText

/// Text as a web page may hold it: nothing in it is markup, and nothing reorders what stands beside it.
enum HTMLText {
  /// Returns the head of a table.
  ///
  /// - Parameter numbers: the columns that hold numbers.
  static func head(_ titles: String..., numbers: Set<Int> = []) -> String {
    let cells = titles.enumerated().map { column, title in
      "<th scope=\"col\"\(numbers.contains(column) ? " class=\"number\"" : "")>\(escaped(title))</th>"
    }
    return "<thead><tr>\(cells.joined())</tr></thead>"
  }

  /// Returns `text` for the content of an element or a quoted attribute.
  static func escaped(_ text: String) -> String { XMLWriter.escaped(text, isAttribute: true) }

  /// Returns bytes of an article line by line, escaped, with `marks` around some of them.
  ///
  /// - Parameter marks: what is opened before and closed behind a range; where two overlap, the first stands.
  static func marked(_ bytes: [UInt8], _ marks: [(range: Range<Int>, open: String, close: String)]) -> String {
    var html = ""
    var offset = 0
    let sorted = marks.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    for mark in sorted {
      let range = mark.range.clamped(to: offset..<max(offset, bytes.count))
      guard !range.isEmpty, range.lowerBound >= offset, mark.range.lowerBound >= offset else { continue }
      html += text(bytes, offset..<range.lowerBound) + mark.open + text(bytes, range) + mark.close
      offset = range.upperBound
    }
    return html + text(bytes, min(offset, bytes.count)..<bytes.count)
  }

  /// The bytes of a text as they are read, line feeds kept.
  private static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    var html = ""
    for line in bytes[range].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.startIndex > range.lowerBound { html += "\n" }
      let cells = DisplayText.cells(bytes, in: line.startIndex..<line.endIndex)
      html += XMLWriter.escaped(cells.reduce(into: "") { $0 += $1.text })
    }
    return html
  }
}
