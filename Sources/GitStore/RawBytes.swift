#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Searches of the C library in arrays: an index or a tree has many thousand entries, and these look at many bytes at once.
enum RawBytes {
  /// Returns where the first NUL is in a part of `bytes`; nil when there is none.
  static func firstNul(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
    return unsafe bytes.withUnsafeBytes { whole in
      let part = unsafe UnsafeRawBufferPointer(rebasing: whole[range])
      guard let start = part.baseAddress, let found = unsafe memchr(start, 0, part.count) else { return nil }
      return unsafe range.lowerBound + (UnsafeRawPointer(found) - start)
    }
  }

  /// Returns how a part of one array sorts to a part of another: below, at or above zero. The shorter one comes first
  /// where it is the beginning of the longer one.
  static func order(of one: Range<Int>, in first: [UInt8], to other: Range<Int>, in second: [UInt8]) -> Int {
    guard one.lowerBound >= 0, one.upperBound <= first.count, other.lowerBound >= 0, other.upperBound <= second.count
    else { return one.count - other.count }
    let found = unsafe first.withUnsafeBytes { first in
      unsafe second.withUnsafeBytes { second in
        let mine = unsafe UnsafeRawBufferPointer(rebasing: first[one])
        let theirs = unsafe UnsafeRawBufferPointer(rebasing: second[other])
        guard let start = mine.baseAddress, let end = theirs.baseAddress else { return CInt(0) }
        return unsafe memcmp(start, end, min(mine.count, theirs.count))
      }
    }
    return found == 0 ? one.count - other.count : Int(found)
  }
}
