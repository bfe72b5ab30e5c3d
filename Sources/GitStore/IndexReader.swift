/// Reads the file format of the index, versions 2 to 4 (git's `Documentation/gitformat-index.txt`).
///
/// The checksum at the end is not compared: git itself compares it in `git fsck` only, and may write zeros there.
struct IndexReader {
  private let content: [UInt8]
  private let path: String
  /// Where the entries and extensions end and the checksum begins.
  private let end: Int
  private var position = 12
  private var version: UInt32 = 2
  /// The bytes that paths lie in: the file, or for version 4, which shares prefixes, a copy with whole paths.
  private(set) var paths: [UInt8]
  private(set) var cachedTree: CachedTree?
  /// Whether paths are missing or not sorted. In a split index they are; anywhere else that is damage.
  private var isOutOfOrder = false

  init(_ content: [UInt8], path: String) {
    self.content = content
    self.path = path
    end = content.count - 20
    paths = content
  }

  mutating func readEntries() throws(GitError) -> [Index.Record] {
    guard !content.isEmpty else { return [] }
    guard end >= 12, content.starts(with: Array("DIRC".utf8)) else { throw damaged }
    version = word(4)
    guard (2...4).contains(version) else {
      throw GitError(.unreadableIndex("version \(version)"), "read index", path, "it has version \(version)")
    }
    let count = Int(word(8))
    // The shortest entry has 62 bytes before its path.
    guard count <= (end - 12) / 62 else { throw damaged }
    if version == 4 { paths = [] }
    var records: [Index.Record] = []
    records.reserveCapacity(count)
    for _ in 0..<count {
      let record = try readEntry(after: records.last)
      // Everything that searches the index relies on its order.
      if record.path.isEmpty || records.last.map({ !isBefore($0, record) }) ?? false { isOutOfOrder = true }
      records.append(record)
    }
    return records
  }

  mutating func readExtensions() throws(GitError) {
    guard !content.isEmpty else { return }
    while position < end {
      guard position + 8 <= end else { throw damaged }
      let name = String(decoding: content[position..<(position + 4)], as: UTF8.self)
      let start = position + 8
      let length = Int(word(position + 4))
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

  private mutating func readEntry(after last: Index.Record?) throws(GitError) -> Index.Record {
    let start = position
    guard start + 62 <= end, let id = ObjectID(in: content, at: start + 40) else { throw damaged }
    let mode = FileMode(raw: word(start + 24))
    let flags = UInt32(content[start + 60]) << 8 | UInt32(content[start + 61])
    var extended: UInt32 = 0
    position = start + 62
    if flags & 0x4000 != 0 {
      guard version >= 3, start + 64 <= end else { throw damaged }
      extended = UInt32(content[start + 62]) << 8 | UInt32(content[start + 63])
      position = start + 64
    }
    return Index.Record(
      path: try readPath(of: start, after: last), version: FileVersion(id: id, mode: mode),
      stage: Int(flags >> 12 & 3), isSkipped: extended & 0x4000 != 0, isIntended: extended & 0x2000 != 0)
  }

  private mutating func readPath(of start: Int, after last: Index.Record?) throws(GitError) -> Range<Int> {
    var kept = 0..<0
    if version == 4 {
      let previous = last?.path ?? 0..<0
      guard let cut = readVariableWidth(), cut <= previous.count else { throw damaged }
      kept = previous.lowerBound..<(previous.upperBound - cut)
      // Paths that share prefixes can be far longer together than the file.
      guard kept.count < 4096 else { throw damaged }
    }
    let begin = position
    guard begin <= end, let nul = RawBytes.firstNul(in: content, begin..<end) else { throw damaged }
    if version == 4 {
      position = nul + 1
      let from = paths.count
      paths += paths[kept] + content[begin..<nul]
      return from..<paths.count
    }
    // One to eight NULs bring the entry to a multiple of eight bytes.
    position = start + (nul - start + 8) / 8 * 8
    guard position <= end else { throw damaged }
    return begin..<nul
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

  private func isBefore(_ first: Index.Record, _ second: Index.Record) -> Bool {
    let order = RawBytes.order(of: first.path, in: paths, to: second.path, in: paths)
    return order == 0 ? first.stage < second.stage : order < 0
  }

  private func word(_ offset: Int) -> UInt32 {
    UInt32(content[offset]) << 24 | UInt32(content[offset + 1]) << 16 | UInt32(content[offset + 2]) << 8
      | UInt32(content[offset + 3])
  }

  private var damaged: GitError { GitError(.damaged, "read index", path, "it is not written as an index is") }
}

/// Reads the `TREE` extension. It only saves time, so what cannot be read is as good as missing.
private enum CachedTreeReader {
  static func read(_ content: ArraySlice<UInt8>) -> CachedTree? {
    var rest = content
    return readNode(&rest, depth: 0)
  }

  private static func readNode(_ rest: inout ArraySlice<UInt8>, depth: Int) -> CachedTree? {
    guard depth < 200, let name = take(&rest, upTo: 0), let count = number(take(&rest, upTo: UInt8(ascii: " "))),
      let children = number(take(&rest, upTo: UInt8(ascii: "\n"))), children >= 0, children <= rest.count
    else { return nil }
    var known: (Int, ObjectID)?
    if count >= 0 {
      guard let id = ObjectID(in: Array(rest.prefix(20)), at: 0) else { return nil }
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

  private static func take(_ rest: inout ArraySlice<UInt8>, upTo mark: UInt8) -> ArraySlice<UInt8>? {
    guard let position = rest.firstIndex(of: mark) else { return nil }
    defer { rest = rest[(position + 1)...] }
    return rest[..<position]
  }

  private static func number(_ digits: ArraySlice<UInt8>?) -> Int? {
    digits.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
  }
}
