import CGit2

/// The name of a git object: the 20 bytes of its SHA-1.
package struct ObjectID: Hashable, Comparable, Sendable, CustomStringConvertible {
  // Words and not a tuple of bytes, so that hashing and comparing are a few instructions. Big-endian, so that their
  // order is that of the bytes.
  private let high: UInt64
  private let middle: UInt64
  private let low: UInt32

  /// All zeros: in git's protocols and hooks, "there is none".
  package static let zero = ObjectID(high: 0, middle: 0, low: 0)
  /// The tree without entries, which every repository has without storing it.
  package static let emptyTree = ObjectID(high: 0x4b82_5dc6_42cb_6eb9, middle: 0xa060_e54b_f8d6_9288, low: 0xfbee_4904)

  private init(high: UInt64, middle: UInt64, low: UInt32) {
    self.high = high
    self.middle = middle
    self.low = low
  }

  /// Creates an id from 40 hexadecimal digits, in either case.
  package init?(hex: some StringProtocol) {
    var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var count = 0
    for byte in hex.utf8 {
      guard count < 40, let digit = hexadecimalValue(byte) else { return nil }
      switch count {
      case ..<16: words.0 = words.0 << 4 | digit
      case ..<32: words.1 = words.1 << 4 | digit
      default: words.2 = words.2 << 4 | digit
      }
      count += 1
    }
    guard count == 40 else { return nil }
    self.init(high: words.0, middle: words.1, low: UInt32(truncatingIfNeeded: words.2))
  }

  /// The caller has seen that 20 bytes are there.
  init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    unsafe self.init(
      high: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)),
      middle: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)),
      low: UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset + 16, as: UInt32.self)))
  }

  /// Whether this id means "there is none".
  package var isZero: Bool { self == .zero }

  /// The 40 lower-case hexadecimal digits.
  package var hex: String { String(decoding: hexDigits, as: UTF8.self) }
  package var description: String { hex }
  /// The first ten digits, for a person. Not for git: it may be ambiguous.
  package var short: String { String(decoding: hexDigits.prefix(10), as: UTF8.self) }

  package static func < (first: ObjectID, second: ObjectID) -> Bool {
    (first.high, first.middle, first.low) < (second.high, second.middle, second.low)
  }

  /// The 20 bytes.
  var bytes: [UInt8] { unsafe withUnsafeBytes(of: raw.id) { unsafe Array($0) } }

  private var hexDigits: [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(40)
    for (word, width) in [(high, 60), (middle, 60), (UInt64(low), 28)] {
      for shift in stride(from: width, through: 0, by: -4) { text.append(digits[Int(word >> UInt64(shift) & 15)]) }
    }
    return text
  }
}

extension ObjectID {
  /// Creates the id that a blob of these bytes has, whether or not it is in any repository.
  package init(ofBlob bytes: [UInt8]) throws(GitError) {
    try Library.start()
    var made = git_oid()
    try unsafe check(git_odb_hash(&made, bytes, bytes.count, GIT_OBJECT_BLOB), "name blob")
    self.init(made)
  }

  init(_ raw: git_oid) {
    self = unsafe withUnsafeBytes(of: raw.id) { unsafe ObjectID($0, at: 0) }
  }

  /// The C value; pass it by `&` of a local copy.
  var raw: git_oid {
    var made = git_oid()
    unsafe withUnsafeMutableBytes(of: &made.id) { bytes in
      unsafe bytes.storeBytes(of: high.bigEndian, toByteOffset: 0, as: UInt64.self)
      unsafe bytes.storeBytes(of: middle.bigEndian, toByteOffset: 8, as: UInt64.self)
      unsafe bytes.storeBytes(of: low.bigEndian, toByteOffset: 16, as: UInt32.self)
    }
    return made
  }
}

private func hexadecimalValue(_ byte: UInt8) -> UInt64? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
  case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A") + 10)
  default: nil
  }
}
