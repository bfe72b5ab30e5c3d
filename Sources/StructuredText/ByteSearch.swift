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

  /// How many bytes in `range`, which must lie in the array, are `isCounted`.
  @inlinable @inline(__always)
  package func count(in range: Range<Int>, where isCounted: (UInt8) -> Bool) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBufferPointer { bytes in
      var count = 0
      var index = range.lowerBound
      // A range is asked at each step whether it has the index, so that no two steps are made at once.
      while index < range.upperBound {
        count &+= unsafe isCounted(bytes[index]) ? 1 : 0
        index &+= 1
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
