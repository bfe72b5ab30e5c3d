import StructuredText

/// Makes text of a blob that is not quite text, without moving anything in it.
enum TextRepair {
  /// Returns `bytes` with every byte that is not UTF-8, and every NUL, replaced by a question mark.
  ///
  /// Each kind of damage is one defect, at its first place.
  static func repaired(_ bytes: [UInt8]) -> (text: [UInt8], defects: [Article.Defect]) {
    var text = bytes
    var firstInvalid: TextRange?
    var firstNull: TextRange?
    var offset = 0
    while true {
      // Most bytes are characters of their own.
      offset = bytes.firstIndex(in: offset..<bytes.count) {
        $0 &- 1 >= 0x7F
      } among: {
        $0.holdNonASCII || $0.hold(lessThan: 1)
      }
      guard offset < bytes.count else { break }
      if bytes[offset] == 0 {
        text[offset] = UInt8(ascii: "?")
        firstNull = firstNull ?? TextRange(offset, offset + 1)
        offset += 1
      } else if let length = sequenceLength(bytes, at: offset) {
        offset += length
      } else {
        text[offset] = UInt8(ascii: "?")
        firstInvalid = firstInvalid ?? TextRange(offset, offset + 1)
        offset += 1
      }
    }
    var defects: [Article.Defect] = []
    if let firstInvalid { defects.append(Article.Defect(kind: .invalidUTF8, range: firstInvalid)) }
    if let firstNull { defects.append(Article.Defect(kind: .nullByte, range: firstNull)) }
    return (text, defects)
  }

  /// Returns the length of the well-formed sequence of two to four bytes at `offset` (Unicode, table 3-7).
  private static func sequenceLength(_ bytes: [UInt8], at offset: Int) -> Int? {
    let lead = bytes[offset]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return nil }
    for index in (offset + 2)..<max(offset + length, offset + 2) where bytes[index] & 0xC0 != 0x80 { return nil }
    return length
  }
}
