#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension [UInt8] {
  /// Returns the first place of `byte` in `range`, which must lie in the array; the C library looks at many bytes at once.
  package func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { bytes in
      guard !range.isEmpty, let base = bytes.baseAddress,
        let found = unsafe memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// Returns the first place in `range`, which must lie in the array, whose byte `isWanted`; the end of the range where there
  /// is none.
  @inlinable @inline(__always)
  package func firstIndex(in range: Range<Int>, where isWanted: (UInt8) -> Bool) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBufferPointer { bytes in
      var index = range.lowerBound
      while index < range.upperBound, unsafe !isWanted(bytes[index]) { index &+= 1 }
      return index
    }
  }

  /// Returns what `firstIndex(in:where:)` does, where few bytes are wanted: of most it is asked eight at a time.
  ///
  /// - Parameter mayHold: whether one of eight bytes is wanted.
  @inlinable @inline(__always)
  package func firstIndex(
    in range: Range<Int>, where isWanted: (UInt8) -> Bool, among mayHold: (EightBytes) -> Bool
  ) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { bytes in
      var index = range.lowerBound
      while range.upperBound &- index >= 8,
        unsafe !mayHold(
          EightBytes(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
      {
        index &+= 8
      }
      while index < range.upperBound, unsafe !isWanted(bytes[index]) { index &+= 1 }
      return index
    }
  }

  /// How many bytes in `range`, which must lie in the array, are `isCounted`.
  @inlinable @inline(__always)
  package func count(in range: Range<Int>, where isCounted: (UInt8) -> Bool) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBufferPointer { bytes in
      var count = 0
      var index = range.lowerBound
      // A range is asked at each step whether it has the index, so that no two steps are made at once; and so few are counted
      // together that one byte holds how many they are.
      while index < range.upperBound {
        let end = Swift.min(range.upperBound, index &+ 128)
        var counted: UInt8 = 0
        while index < end {
          counted &+= unsafe isCounted(bytes[index]) ? 1 : 0
          index &+= 1
        }
        count &+= Int(counted)
      }
      return count
    }
  }

  /// Whether the bytes in `range`, which must lie in the array, are those of another array from `start` on.
  package func isEqual(in range: Range<Int>, to other: [UInt8], from start: Int) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    guard start >= 0, range.count <= other.count - start else { return false }
    return unsafe withUnsafeBytes { bytes in
      unsafe other.withUnsafeBytes { others in
        guard !range.isEmpty, let base = bytes.baseAddress, let other = others.baseAddress else { return true }
        return unsafe memcmp(base + range.lowerBound, other + start, range.count) == 0
      }
    }
  }
}

/// Bytes that stand in a row, looked at together.
@usableFromInline
package struct EightBytes {
  @usableFromInline let bytes: UInt64

  @inlinable @inline(__always)
  init(_ bytes: UInt64) { self.bytes = bytes }

  /// Each of the eight with this value.
  @inlinable @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Whether one of them is less than `limit`, which is at most 0x80.
  @inlinable @inline(__always)
  package func hold(lessThan limit: UInt8) -> Bool { Self.isLess(bytes, than: limit) }

  @inlinable @inline(__always)
  package func hold(_ byte: UInt8) -> Bool { Self.isLess(bytes ^ Self.all(byte), than: 1) }

  /// Whether one of them is no ASCII character.
  @inlinable @inline(__always)
  package var holdNonASCII: Bool { bytes & Self.all(0x80) != 0 }

  @inlinable @inline(__always)
  static func isLess(_ bytes: UInt64, than limit: UInt8) -> Bool {
    (bytes &- all(limit)) & ~bytes & all(0x80) != 0
  }
}
