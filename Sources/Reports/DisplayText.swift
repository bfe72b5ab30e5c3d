/// Text as a terminal may show it: nothing in it moves the cursor, changes colours or reorders the line.
///
/// Content is hostile: an escape sequence in a title must not repaint the report that warns of it, and a bidirectional
/// control must not show other words than the file holds. What cannot be shown as it is, is spelled out.
package enum DisplayText {
  /// One scalar as it is shown, or one byte that is no part of valid UTF-8.
  struct Cell {
    let text: String
    /// Terminal columns that the cell takes.
    let width: Int
    /// The bytes that it stands for.
    let range: Range<Int>
    let isBlank: Bool
  }

  /// Returns `text` with everything spelled out that a terminal would obey instead of show.
  package static func safe(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    return text.unicodeScalars.reduce(into: "") { $0 += shown($1) }
  }

  /// Returns how many terminal columns `text` takes.
  package static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// Returns the start of a text that takes `width` columns at most, with an ellipsis where something is left out.
  static func clipped(_ text: String, to width: Int) -> String {
    if self.width(text) <= width { return text }
    var clipped = text
    while !clipped.isEmpty, self.width(clipped) >= width { clipped.removeLast() }
    return clipped + "…"
  }

  /// Splits `bytes[range]` into what is shown for each scalar.
  static func cells(_ bytes: [UInt8], in range: Range<Int>) -> [Cell] {
    var cells: [Cell] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      if let (scalar, length) = scalar(in: bytes, at: offset, before: range.upperBound) {
        let text = shown(scalar)
        cells.append(
          Cell(
            text: text, width: width(text), range: offset..<offset + length,
            isBlank: scalar.properties.isWhitespace))
        offset += length
      } else {
        let text = "\\x" + hexadecimal(UInt32(bytes[offset]), digits: 2)
        cells.append(Cell(text: text, width: 4, range: offset..<offset + 1, isBlank: false))
        offset += 1
      }
    }
    return cells
  }

  private static func shown(_ scalar: Unicode.Scalar) -> String {
    if scalar == "\t" { return " " }
    if isObeyed(scalar) { return "\\u{" + hexadecimal(scalar.value, digits: 4) + "}" }
    return String(scalar)
  }

  /// Whether a terminal would do something with the scalar other than show it, or show nothing at all.
  static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F: true  // control characters
    case 0xAD, 0x200B, 0x2060...0x2064, 0xFEFF: true  // invisible
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true  // bidirectional controls
    case 0x2028, 0x2029: true  // line and paragraph separators
    case 0x206A...0x206F, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true  // deprecated formats, annotations, tags
    default: false
    }
  }

  static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  /// Reads one scalar of well-formed UTF-8 that ends before `end`; `nil` when the byte at `offset` starts none.
  private static func scalar(in bytes: [UInt8], at offset: Int, before end: Int) -> (Unicode.Scalar, Int)? {
    let first = bytes[offset]
    let length: Int
    var value: UInt32
    switch first {
    case 0..<0x80: return (Unicode.Scalar(first), 1)
    case 0xC2...0xDF: (length, value) = (2, UInt32(first & 0x1F))
    case 0xE0...0xEF: (length, value) = (3, UInt32(first & 0x0F))
    case 0xF0...0xF4: (length, value) = (4, UInt32(first & 0x07))
    default: return nil
    }
    guard end - offset >= length else { return nil }
    for byte in bytes[offset + 1..<offset + length] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    // The shortest form is the only form, and surrogates are no scalars.
    let least: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]
    guard value >= least[length], let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default: return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }
}
