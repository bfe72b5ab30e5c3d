import CGit2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Bytes that are read where they lie: in a file that is mapped, in an object that libgit2 holds, or in memory of their own.
///
/// The index and the tree of ten thousand files have a megabyte. To copy one takes longer than to look through it.
@safe
struct RawBytes: RandomAccessCollection {
  private let start: UnsafeRawPointer
  let count: Int
  /// Frees the bytes with the last copy.
  private let owner: AnyObject

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(position: Int) -> UInt8 {
    precondition(position >= 0 && position < count)
    return unsafe start.load(fromByteOffset: position, as: UInt8.self)
  }

  init(copying bytes: [UInt8]) {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes.count + 1, alignment: 1)
    unsafe UnsafeMutableRawBufferPointer(start: memory, count: bytes.count).copyBytes(from: bytes)
    unsafe self.init(start: UnsafeRawPointer(memory), count: bytes.count, owner: Memory(memory))
  }

  /// Takes what a stored object holds, without its header.
  init(_ object: consuming Handle<StoredObject>) {
    let owner = Stored(object)
    let count = unsafe git_odb_object_size(owner.object.pointer)
    guard let start = unsafe git_odb_object_data(owner.object.pointer), count > 0 else {
      self.init(copying: [])
      return
    }
    unsafe self.init(start: UnsafeRawPointer(start), count: count, owner: owner)
  }

  /// Maps an open file of `count` bytes; nil where that cannot be done.
  ///
  /// The file must be one that is replaced and never shortened, as git's own are: a byte that is gone ends the process.
  init?(mapping file: CInt, count: Int) {
    #if os(Linux)
      let flags = MAP_PRIVATE | MAP_POPULATE
    #else
      let flags = MAP_PRIVATE
    #endif
    guard count > 0, let start = unsafe mmap(nil, count, PROT_READ, flags, file, 0), unsafe start != MAP_FAILED else {
      return nil
    }
    let mapped = unsafe UnsafeMutableRawBufferPointer(start: start, count: count)
    unsafe self.init(start: UnsafeRawPointer(start), count: count, owner: Mapping(mapped))
  }

  private init(start: UnsafeRawPointer, count: Int, owner: AnyObject) {
    unsafe self.start = unsafe start
    self.count = count
    self.owner = owner
  }

  /// A copy.
  var array: [UInt8] { unsafe Array(UnsafeRawBufferPointer(start: start, count: count)) }

  /// Returns a copy of a part.
  func array(_ range: Range<Int>) -> [UInt8] { unsafe Array(bytes(range)) }

  /// Returns the number of four bytes at `offset`, the highest first.
  func number(at offset: Int) -> UInt32 {
    precondition(offset >= 0 && count - offset >= 4)
    return unsafe UInt32(bigEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// Returns the object id at `offset`; nil when fewer bytes are left.
  func id(at offset: Int) -> ObjectID? {
    guard offset >= 0, count - offset >= 20 else { return nil }
    return unsafe ObjectID(UnsafeRawBufferPointer(start: start, count: count), at: offset)
  }

  /// Returns where the first NUL of a part is; nil when there is none.
  func firstNul(in range: Range<Int>) -> Int? {
    let part = unsafe bytes(range)
    guard let first = part.baseAddress, let found = unsafe memchr(first, 0, part.count) else { return nil }
    return unsafe range.lowerBound + (UnsafeRawPointer(found) - first)
  }

  /// Returns how a part sorts to a part of other bytes: below, at or above zero. The shorter one comes first where it is the
  /// beginning of the longer one.
  func order(of range: Range<Int>, to other: Range<Int>, in others: RawBytes) -> Int {
    unsafe Self.order(bytes(range), others.bytes(other))
  }

  /// As `order(of:to:in:)`, to all of an array's part.
  func order(of range: Range<Int>, to other: ArraySlice<UInt8>) -> Int {
    unsafe other.withUnsafeBytes { unsafe Self.order(bytes(range), $0) }
  }

  /// Whether a part begins with these bytes.
  func starts(_ range: Range<Int>, with prefix: ArraySlice<UInt8>) -> Bool {
    range.count >= prefix.count && order(of: range.prefix(prefix.count), to: prefix) == 0
  }

  private static func order(_ mine: UnsafeRawBufferPointer, _ theirs: UnsafeRawBufferPointer) -> Int {
    guard let start = mine.baseAddress, let end = theirs.baseAddress else { return mine.count - theirs.count }
    let found = unsafe memcmp(start, end, Swift.min(mine.count, theirs.count))
    return found == 0 ? mine.count - theirs.count : Int(found)
  }

  private func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe UnsafeRawBufferPointer(start: start + range.lowerBound, count: range.count)
  }

  @safe
  private final class Memory {
    private let bytes: UnsafeMutableRawPointer
    init(_ bytes: UnsafeMutableRawPointer) { unsafe self.bytes = unsafe bytes }
    deinit { unsafe bytes.deallocate() }
  }

  @safe
  private final class Mapping {
    private let bytes: UnsafeMutableRawBufferPointer
    init(_ bytes: UnsafeMutableRawBufferPointer) { unsafe self.bytes = unsafe bytes }
    deinit { _ = unsafe munmap(bytes.baseAddress, bytes.count) }
  }

  private final class Stored {
    let object: Handle<StoredObject>
    init(_ object: consuming Handle<StoredObject>) { self.object = object }
  }
}
