/// A version that is written in one word with its mark: `v22`, `v2.0.x`.
struct GluedVersion {
  /// Its digits and dots.
  let number: [UInt8]

  /// `nil` for a word that is no "v" with a number behind it.
  init?(_ word: String) {
    guard word.utf8.first == UInt8(ascii: "v") else { return nil }
    let bytes = Array(word.utf8)
    guard bytes.count > 1, Self.isDigit(bytes[1]) else { return nil }
    let number = bytes.dropFirst().prefix { Self.isDigit($0) || $0 == UInt8(ascii: ".") }
    let rest = bytes.dropFirst(number.count + 1)
    guard rest.isEmpty || Array(rest) == [UInt8(ascii: "x")] else { return nil }
    self.number = Array(number.prefix(number.last == UInt8(ascii: ".") ? number.count - 1 : number.count))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
