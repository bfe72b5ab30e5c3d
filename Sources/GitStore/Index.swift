/// One file in the index.
package struct IndexEntry: Hashable, Sendable {
  package let path: TreePath
  package let version: FileVersion
  /// 0, or in a conflict 1 for the base, 2 for ours, 3 for theirs.
  package let stage: Int
  /// Whether a sparse checkout leaves the file out of the work tree.
  package let isSkipped: Bool
}

/// The index at one moment, read from its file without libgit2.
///
/// libgit2 copies every entry and cannot read the indexes of sparse checkouts or of `index.skipHash`; this copies nothing
/// and reads both. A split index is the one kind that is refused.
package struct Index {
  /// Where one entry is. Of ten thousand entries few are looked at, so that nothing is kept that can be read again.
  struct Record {
    /// Where in the file it begins.
    let start: UInt32
    let pathStart: UInt32
    let pathCount: UInt32

    /// Where its path is, in `Index.paths`.
    var path: Range<Int> { Int(pathStart)..<(Int(pathStart) + Int(pathCount)) }
  }

  /// Sorted by path, then by stage.
  let records: [Record]
  let cachedTree: CachedTree?
  /// The bytes that the records' paths lie in.
  let paths: RawBytes
  private let content: RawBytes

  /// Reads the bytes of an index file; no bytes are an empty index.
  ///
  /// - Throws: `unreadableIndex`, `damaged`.
  init(_ content: RawBytes, path: String) throws(GitError) {
    var reader = IndexReader(content, path: path)
    records = try reader.readEntries()
    try reader.readExtensions()
    cachedTree = reader.cachedTree
    paths = reader.paths
    self.content = content
  }

  /// Reads what `git ls-files --stage -z` prints, which says nothing of sparse checkouts; nil for anything else.
  init?(listing: [UInt8]) {
    let lines = listing.split(separator: 0)
    // As the file would be written, but for the times of the files and the checksum, which nobody asks for.
    var content = Array("DIRC".utf8) + Self.bigEndian(2) + Self.bigEndian(UInt32(lines.count))
    for line in lines {
      let parts = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
      let words = parts.first?.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) } ?? []
      guard parts.count == 2, words.count == 3, let mode = UInt32(words[0], radix: 8),
        let id = ObjectID(hex: words[1]), let stage = UInt32(words[2]), stage < 4
      else { return nil }
      content += [UInt8](repeating: 0, count: 24) + Self.bigEndian(mode) + [UInt8](repeating: 0, count: 12) + id.bytes
      content += Self.bigEndian(stage << 12).suffix(2) + parts[1]
      content += [UInt8](repeating: 0, count: 8 - (62 + parts[1].count) % 8)
    }
    content += [UInt8](repeating: 0, count: 20)
    guard let index = try? Index(RawBytes(copying: content), path: "") else { return nil }
    self = index
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// Whether `git add --intent-to-add` has put in a name without content.
  package var hasIntendedEntries: Bool { records.contains { isIntended($0) } }

  /// The paths that are in conflict, each once.
  package var conflictedPaths: [TreePath] {
    var found: [TreePath] = []
    for record in records where stage(of: record) > 0 {
      let path = path(of: record)
      if found.last != path { found.append(path) }
    }
    return found
  }

  /// Returns the file that is staged at a path, or nil when there is none or the path is in conflict.
  ///
  /// In a sparse checkout a folder may stand for all files in it; `Repository.stagedVersion` looks into it.
  package func entry(at path: TreePath) -> IndexEntry? {
    let position = firstPosition(notBefore: path.bytes[...])
    guard position < records.count, stage(of: records[position]) == 0, !isIntended(records[position]),
      paths.order(of: records[position].path, to: path.bytes[...]) == 0
    else { return nil }
    return entry(records[position])
  }

  /// Returns the files staged below a folder, or at that very path, sorted by path; conflicts are included.
  package func entries(under folder: TreePath = "") -> [IndexEntry] {
    guard !folder.bytes.isEmpty else { return records.map(entry) }
    let own = firstPosition(notBefore: folder.bytes[...])
    var found: [IndexEntry] = []
    for record in records[own...].prefix(while: { paths.order(of: $0.path, to: folder.bytes[...]) == 0 }) {
      found.append(entry(record))
    }
    let prefix = folder.bytes + [slash]
    let below = firstPosition(notBefore: prefix[...])
    for record in records[below...].prefix(while: { paths.starts($0.path, with: prefix[...]) }) {
      found.append(entry(record))
    }
    return found
  }

  /// Whether a file is staged below a folder.
  package func hasEntries(below folder: TreePath) -> Bool {
    let prefix = folder.bytes + [slash]
    let position = firstPosition(notBefore: prefix[...])
    return position < records.count && paths.starts(records[position].path, with: prefix[...])
  }

  func entry(_ record: Record) -> IndexEntry {
    IndexEntry(
      path: path(of: record), version: version(of: record), stage: stage(of: record),
      isSkipped: extendedFlags(of: record) & 0x4000 != 0)
  }

  func path(of record: Record) -> TreePath { TreePath(bytes: paths.array(record.path)) }

  func version(of record: Record) -> FileVersion {
    let start = Int(record.start)
    return FileVersion(id: content.id(at: start + 40) ?? .zero, mode: FileMode(raw: content.number(at: start + 24)))
  }

  func stage(of record: Record) -> Int { Int(content[Int(record.start) + 60] >> 4 & 3) }

  /// Whether the entry was added by `git add -N`: the index knows the name and not yet the content.
  func isIntended(_ record: Record) -> Bool { extendedFlags(of: record) & 0x2000 != 0 }

  /// Whether a folder is one entry, because a sparse checkout has nothing of it in the work tree.
  func isSparseFolder(_ record: Record) -> Bool { version(of: record).mode == .folder }

  private func extendedFlags(of record: Record) -> UInt32 {
    let start = Int(record.start)
    return content[start + 60] & 0x40 == 0 ? 0 : content.number(at: start + 60) & 0xffff
  }

  /// Returns the position of the first record whose path does not sort before `path`.
  func firstPosition(notBefore path: ArraySlice<UInt8>) -> Int {
    var low = 0
    var high = records.count
    while low < high {
      let middle = (low + high) / 2
      if paths.order(of: records[middle].path, to: path) < 0 { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// What the index remembers of the trees it would be written as.
struct CachedTree {
  let name: Slice<RawBytes>
  /// How many entries of the index lie in the folder, and the tree they make; nil when that is not known.
  let known: (count: Int, id: ObjectID)?
  var children: [CachedTree] = []

  func child(_ name: Slice<RawBytes>) -> CachedTree? { children.first { $0.name.elementsEqual(name) } }
}
