/// Reads the file format of the index, versions 2 to 4 (git's `Documentation/gitformat-index.txt`).
///
/// The checksum at the end is not compared: git itself compares it in `git fsck` only, and may write zeros there.
struct IndexReader {
  private let content: RawBytes
  private let path: String
  /// Where the entries and extensions end and the checksum begins.
  private let end: Int
  private var position = 12
  private var version: UInt32 = 2
  /// The bytes that paths lie in: the file, or for version 4, which shares prefixes, a copy with whole paths.
  private(set) var paths: RawBytes
  private(set) var cachedTree: CachedTree?
  /// Whether paths are missing or not sorted. In a split index they are; anywhere else that is damage.
  private var isOutOfOrder = false

  init(_ content: RawBytes, path: String) {
    self.content = content
    self.path = path
    end = content.count - 20
    paths = content
  }

  mutating func readEntries() throws(GitError) -> [Index.Record] {
    guard !content.isEmpty else { return [] }
    guard end >= 12, content.starts(0..<4, with: Array("DIRC".utf8)[...]) else { throw damaged }
    version = content.number(at: 4)
    guard (2...4).contains(version) else {
      throw GitError(.unreadableIndex("version \(version)"), "read index", path, "it has version \(version)")
    }
    let count = Int(content.number(at: 8))
    // The shortest entry has 62 bytes before its path.
    guard count <= (end - 12) / 62, content.count <= UInt32.max else { throw damaged }
    var records: [Index.Record] = []
    records.reserveCapacity(count)
    if version == 4 {
      var whole: [UInt8] = []
      for _ in 0..<count { records.append(try readSharedEntry(after: records.last, &whole)) }
      paths = RawBytes(copying: whole)
    } else {
      for _ in 0..<count { records.append(try readEntry()) }
    }
    // Everything that searches the index relies on its order.
    isOutOfOrder = !isInOrder(records)
    return records
  }

  mutating func readExtensions() throws(GitError) {
    guard !content.isEmpty else { return }
    while position < end {
      guard position + 8 <= end else { throw damaged }
      let name = String(decoding: content.array(position..<(position + 4)), as: UTF8.self)
      let start = position + 8
      let length = Int(content.number(at: position + 4))
      guard length <= end - start else { throw damaged }
      position = start + length
      switch name {
      case "TREE": cachedTree = CachedTreeReader.read(content[start..<position])
      // Says only that there are entries for whole folders, which are read above.
      case "sdir": break
      case "link":
        throw GitError(
          .unreadableIndex("split index"), "read index", path, "it is split in two files (core.splitIndex)")
      default:
        guard let first = name.utf8.first, (65...90).contains(first) else {
          throw GitError(.unreadableIndex(name), "read index", path, "it needs the extension \(name)")
        }
      }
    }
    if isOutOfOrder { throw damaged }
  }

  /// Passes over what an entry has before its path.
  private mutating func readHead() throws(GitError) -> UInt32 {
    let start = position
    guard start + 64 <= end else { throw damaged }
    let isExtended = content[start + 60] & 0x40 != 0
    guard !isExtended || version >= 3 else { throw damaged }
    position = start + (isExtended ? 64 : 62)
    return UInt32(start)
  }

  private mutating func readEntry() throws(GitError) -> Index.Record {
    let start = try readHead()
    let begin = position
    guard let nul = content.firstNul(in: begin..<end) else { throw damaged }
    // One to eight NULs bring the entry to a multiple of eight bytes.
    position = Int(start) + (nul - Int(start) + 8) / 8 * 8
    guard position <= end else { throw damaged }
    return Index.Record(start: start, pathStart: UInt32(begin), pathCount: UInt32(nul - begin))
  }

  /// Reads an entry of version 4, whose path shares its beginning with the one before.
  private mutating func readSharedEntry(
    after last: Index.Record?, _ whole: inout [UInt8]
  ) throws(GitError) -> Index.Record {
    let start = try readHead()
    let previous = last?.path ?? 0..<0
    guard let cut = readVariableWidth(), cut <= previous.count else { throw damaged }
    let kept = previous.lowerBound..<(previous.upperBound - cut)
    let begin = position
    // Paths that share prefixes can be far longer together than the file.
    guard kept.count < 4096, begin <= end, let nul = content.firstNul(in: begin..<end) else { throw damaged }
    position = nul + 1
    let from = whole.count
    whole += whole[kept] + content.array(begin..<nul)
    guard whole.count <= UInt32.max else { throw damaged }
    return Index.Record(start: start, pathStart: UInt32(from), pathCount: UInt32(whole.count - from))
  }

  private func isInOrder(_ records: [Index.Record]) -> Bool {
    guard let first = records.first else { return true }
    return first.pathCount > 0 && zip(records, records.dropFirst()).allSatisfy { isBefore($0, $1) }
  }

  /// The number format of packed offsets: seven bits a byte, the highest first, one added for each continuation.
  private mutating func readVariableWidth() -> Int? {
    var value = 0
    for step in 0..<5 {
      guard position < end else { return nil }
      let byte = content[position]
      position += 1
      if step > 0 { value += 1 }
      value = value << 7 | Int(byte & 0x7f)
      if byte & 0x80 == 0 { return value }
    }
    return nil
  }

  /// Whether the path of the first sorts before the other's, or is the same one and at an earlier stage of a conflict.
  private func isBefore(_ first: Index.Record, _ second: Index.Record) -> Bool {
    let order = paths.order(of: first.path, to: second.path, in: paths)
    guard order == 0 else { return order < 0 }
    return content[Int(first.start) + 60] & 0x30 < content[Int(second.start) + 60] & 0x30
  }

  private var damaged: GitError { GitError(.damaged, "read index", path, "it is not written as an index is") }
}

/// Reads the `TREE` extension. It only saves time, so what cannot be read is as good as missing.
private enum CachedTreeReader {
  static func read(_ content: Slice<RawBytes>) -> CachedTree? {
    var rest = content
    return readNode(&rest, depth: 0)
  }

  private static func readNode(_ rest: inout Slice<RawBytes>, depth: Int) -> CachedTree? {
    guard depth < 200, let name = take(&rest, upTo: 0), let count = number(take(&rest, upTo: UInt8(ascii: " "))),
      let children = number(take(&rest, upTo: UInt8(ascii: "\n"))), children >= 0, children <= rest.count
    else { return nil }
    var known: (Int, ObjectID)?
    if count >= 0 {
      guard rest.count >= 20, let id = rest.base.id(at: rest.startIndex) else { return nil }
      rest = rest.dropFirst(20)
      known = (count, id)
    }
    var node = CachedTree(name: name, known: known)
    for _ in 0..<children {
      guard let child = readNode(&rest, depth: depth + 1) else { return nil }
      node.children.append(child)
    }
    return node
  }

  private static func take(_ rest: inout Slice<RawBytes>, upTo mark: UInt8) -> Slice<RawBytes>? {
    guard let position = rest.firstIndex(of: mark) else { return nil }
    defer { rest = rest[(position + 1)...] }
    return rest[..<position]
  }

  private static func number(_ digits: Slice<RawBytes>?) -> Int? {
    digits.flatMap { Int(String(decoding: Array($0), as: UTF8.self)) }
  }
}
