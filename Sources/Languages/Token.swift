/// The smallest piece of text that a reader of words, numbers or dates looks at.
@usableFromInline
package struct Token: Sendable {
  @usableFromInline
  package enum Kind: Hashable, Sendable {
    case word
    /// A run of digits with its grouping and decimal marks: `1 200`, `3.96`, `1,2`.
    case digits
    /// One punctuation mark, quotation mark or symbol: `.`, `«`, `%`, `€`.
    case mark
    /// A URL or an e-mail address, whole.
    case address

    // Spelled out, because other modules ask for each token, and the compiler's own is called through a table there.
    @inlinable @inline(__always)
    package static func == (a: Kind, b: Kind) -> Bool {
      switch (a, b) {
      case (.word, .word), (.digits, .digits), (.mark, .mark), (.address, .address): true
      default: false
      }
    }

    @inlinable @inline(__always)
    package static func != (a: Kind, b: Kind) -> Bool { !(a == b) }
  }

  /// What stands between this token and the one before it.
  @usableFromInline
  package enum Gap: Hashable, Sendable {
    case none, space, lineBreak
    /// A hyphen joins both: `quatre-vingt`, `TPE-PME`. The hyphen is no token of its own.
    case hyphen

    // Spelled out as that of the kinds is.
    @inlinable @inline(__always)
    package static func == (a: Gap, b: Gap) -> Bool {
      switch (a, b) {
      case (.none, .none), (.space, .space), (.lineBreak, .lineBreak), (.hyphen, .hyphen): true
      default: false
      }
    }

    @inlinable @inline(__always)
    package static func != (a: Gap, b: Gap) -> Bool { !(a == b) }
  }

  package let kind: Kind
  package let gap: Gap
  /// Whether the first letter is upper case.
  package let isCapitalized: Bool
  // A text has thousands of tokens, and what is small is quickly made: no text is longer than 4 GB.
  @usableFromInline private(set) var start: UInt32
  @usableFromInline let length: UInt32
  /// The token in lower case, without diacritics, with `'` for every apostrophe and `"` for every double quotation mark.
  ///
  /// Blanks and apostrophes that group digits are left out: `1 200,5` gives `1200,5`.
  package let folded: String
  /// A hash of `folded`, by which phrase tables compare words; the same on every machine and in every run.
  @usableFromInline package let hash: WordHash

  /// The token's bytes in the text that was broken.
  @inlinable package var range: Range<Int> { Int(start)..<Int(start) + Int(length) }

  package init(kind: Kind, range: Range<Int>, folded: String, gap: Gap, isCapitalized: Bool) {
    self.init(
      kind: kind, range: range, folded: folded, gap: gap, isCapitalized: isCapitalized, hash: WordHash(folded.utf8))
  }

  /// Whether the token, folded, is this one ASCII character; cheaper than to compare texts.
  @inlinable @inline(__always)
  package func isCharacter(_ character: Unicode.Scalar) -> Bool { hash.count == 1 && hash.lead == character.value }

  /// The digit that a raised one stands for: 1 for `¹`.
  package var raisedDigit: Int? {
    guard kind == .mark, folded.utf8.count > 1, let scalar = folded.unicodeScalars.first?.value,
      [0xB2, 0xB3, 0xB9, 0x2070].contains(scalar) || (0x2074...0x2079).contains(scalar)
    else { return nil }
    return Int(CharacterFolding.digit(ofScript: scalar)) - 0x30
  }

  /// Whether the token is the mark of an ellipsis.
  var isEllipsis: Bool { hash.value == WordHash.ellipsis.value && kind == .mark }

  /// Moves the token to where it stands in another text.
  mutating func move(by distance: Int) { start = UInt32(truncatingIfNeeded: Int(start) + distance) }

  init(kind: Kind, range: Range<Int>, folded: String, gap: Gap, isCapitalized: Bool, hash: WordHash) {
    self.kind = kind
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    length = UInt32(truncatingIfNeeded: range.count)
    self.folded = folded
    self.gap = gap
    self.isCapitalized = isCapitalized
    self.hash = hash
  }
}

/// A 64-bit FNV-1a hash of a folded word, and the word's first bytes.
///
/// Equal hashes are taken for equal words: among the few thousand words of a pack a chance collision does not happen,
/// and one made on purpose would only change how its author's own nonsense word is read.
@usableFromInline
package struct WordHash: Hashable, Sendable {
  @usableFromInline private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
  /// The first three bytes, the first one lowest; prefixes are looked up by it.
  @usableFromInline package private(set) var lead: UInt32 = 0
  @usableFromInline package private(set) var count: Int32 = 0

  private static let prime: UInt64 = 0x100_0000_01b3
  /// The shortest prefix that can stand before a `*` in a phrase.
  static let leadLength = 3

  static let ellipsis = WordHash("...".utf8)

  /// Whether the first character is a digit.
  @inlinable package var startsWithDigit: Bool { UInt8(truncatingIfNeeded: lead) &- 0x30 < 10 }

  /// Whether the word begins with a digit, or with `v` and a digit, as the name of a version does.
  @inlinable package var mayBeVersion: Bool {
    let second = UInt8(truncatingIfNeeded: lead >> 8)
    return startsWithDigit || UInt8(truncatingIfNeeded: lead) == 0x76 && second &- 0x30 < 10
  }

  /// Whether it is one character and a digit from 1 to 4, as the quarter or half of a year is that has a letter and a number.
  @inlinable package var mayBePeriod: Bool { count == 2 && (lead >> 8) &- 0x31 < 4 }

  init() {}

  init(_ bytes: some Sequence<UInt8>) {
    // A string gives its bytes one by one at several times the cost.
    self = bytes.withContiguousStorageIfAvailable { WordHash(contiguous: $0) } ?? WordHash(contiguous: bytes)
  }

  @inline(__always)
  private init(contiguous bytes: some Sequence<UInt8>) { append(bytes) }

  @inline(__always)
  mutating func append(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { append(byte) }
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* Self.prime
    if count < Self.leadLength { lead |= UInt32(byte) &<< (8 &* UInt32(truncatingIfNeeded: count)) }
    count &+= 1
  }
}
