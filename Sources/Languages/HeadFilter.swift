/// Tells of most words at once that no phrase of some tables starts with them.
///
/// A set of bits by hash: what is in none of the tables passes now and then, what is in one always.
package struct HeadFilter: Sendable {
  private static let size = 8192
  private var bits = [UInt64](repeating: 0, count: size / 64)
  private var hasLeads = false

  package init() {}

  mutating func insert(_ hash: UInt64) { set(hash) }

  /// Lets pass every word that starts with these three bytes.
  mutating func insert(lead: UInt32) {
    set(Self.spread(lead))
    hasLeads = true
  }

  @inline(__always)
  func mayHold(_ token: Token) -> Bool { mayHold(token.hash) }

  @inline(__always)
  package func mayHold(_ word: WordHash) -> Bool { isSet(word.value) || hasLeads && isSet(Self.spread(word.lead)) }

  private mutating func set(_ value: UInt64) {
    bits[Self.word(value)] |= 1 << (value & 63)
  }

  @inline(__always)
  private func isSet(_ value: UInt64) -> Bool {
    bits[Self.word(value)] & 1 << (value & 63) != 0
  }

  private static func word(_ value: UInt64) -> Int { Int(truncatingIfNeeded: value >> 6) & (size / 64 - 1) }

  private static func spread(_ lead: UInt32) -> UInt64 { UInt64(lead &* 0x9E37_79B1) >> 8 }
}
