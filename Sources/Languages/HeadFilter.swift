/// Tells of most words at once that no phrase of some tables starts with them.
///
/// A set of bits by hash: what is in none of the tables passes now and then, what is in one always.
@usableFromInline
package struct HeadFilter: Sendable {
  @usableFromInline private(set) var numbers: [UInt64]
  /// Where the bits begin.
  @usableFromInline let first: Int
  /// How many numbers hold the bits, a power of two, less one.
  @usableFromInline let mask: Int
  @usableFromInline private(set) var hasLeads = false

  /// - Parameter heads: how many words are expected.
  package init(capacity heads: Int = 1024) {
    var size = 1
    while size * 8 < heads { size *= 2 }
    numbers = [UInt64](repeating: 0, count: size)
    first = 0
    mask = size - 1
  }

  /// Takes the next filter that was written to `tape`; nothing passes one of which nothing was written.
  init(_ tape: inout PackTape, hasLeads: Bool) {
    let size = tape.number()
    let place = tape.take(size)
    numbers = size > 0 ? tape.numbers : Self.nothing
    first = size > 0 ? place : 0
    mask = max(size, 1) - 1
    self.hasLeads = hasLeads
  }

  private static let nothing: [UInt64] = [0]

  /// The numbers of a filter.
  var written: [UInt64] { [UInt64(numbers.count)] + numbers }

  mutating func insert(_ hash: UInt64) { set(hash) }

  /// Lets pass every word that starts with these three bytes.
  mutating func insert(lead: UInt32) {
    set(Self.spread(lead))
    hasLeads = true
  }

  @inlinable @inline(__always)
  func mayHold(_ token: Token) -> Bool { mayHold(token.hash) }

  // Inlinable, because it is asked of each word, and most are told by one look.
  @inlinable @inline(__always)
  package func mayHold(_ word: WordHash) -> Bool { isSet(word.value) || hasLeads && isSet(Self.spread(word.lead)) }

  private mutating func set(_ value: UInt64) { numbers[place(of: value)] |= 1 << (value & 63) }

  @inlinable @inline(__always)
  func isSet(_ value: UInt64) -> Bool { numbers[place(of: value)] & 1 << (value & 63) != 0 }

  @inlinable @inline(__always)
  func place(of value: UInt64) -> Int { first &+ Int(truncatingIfNeeded: value >> 6) & mask }

  @inlinable @inline(__always)
  static func spread(_ lead: UInt32) -> UInt64 { UInt64(lead &* 0x9E37_79B1) >> 8 }
}
