import StructuredText

/// Finds `[^label]` in running text.
enum FootnoteReferenceScanner {
  /// The longest label that is read; a longer one is text.
  private static let longest = 100

  /// Returns the first reference in `range`.
  static func first(in source: [UInt8], _ range: TextRange) -> (label: String, range: TextRange)? {
    var position = range.start
    while position + 3 < range.end,
      let bracket = source.firstIndex(of: UInt8(ascii: "["), in: position..<range.end - 3)
    {
      position = bracket
      if source[position + 1] == UInt8(ascii: "^"),
        let end = labelEnd(in: source, from: position + 2, to: range.end)
      {
        return (String(decoding: source[(position + 2)..<end], as: UTF8.self), TextRange(position, end + 1))
      }
      position += 1
    }
    return nil
  }

  /// Returns the offset of the bracket that closes the label which starts at `start`.
  static func labelEnd(in source: [UInt8], from start: Int, to end: Int) -> Int? {
    var position = start
    while position < min(end, start + longest + 1) {
      switch source[position] {
      case UInt8(ascii: "]"): return position > start ? position : nil
      case UInt8(ascii: "["), UInt8(ascii: "^"), UInt8(ascii: "\\"), 0...0x20: return nil
      default: position += 1
      }
    }
    return nil
  }
}
