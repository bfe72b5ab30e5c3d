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
/// libgit2 copies every entry and cannot read the indexes of sparse checkouts or of `index.skipHash`; this reads both,
/// and ten times as fast. A split index is the one kind that is refused.
package struct Index: Sendable {
  /// Where in the bytes one entry is.
  struct Record {
    let path: Range<Int>
    let version: FileVersion
    let stage: Int
    let isSkipped: Bool
    /// Added by `git add -N`: the index knows the name and not yet the content.
    let isIntended: Bool
  }

  /// Sorted by path, then by stage.
  let records: [Record]
  let cachedTree: CachedTree?
  /// The bytes that the records' ranges lie in.
  let paths: [UInt8]

  /// Reads the bytes of an index file; no bytes are an empty index.
  ///
  /// - Throws: `unreadableIndex`, `damaged`.
  init(_ content: [UInt8], path: String) throws(GitError) {
    var reader = IndexReader(content, path: path)
    records = try reader.readEntries()
    try reader.readExtensions()
    cachedTree = reader.cachedTree
    paths = reader.paths
  }

  /// Reads what `git ls-files --stage -z` prints, which says nothing of sparse checkouts; nil for anything else.
  init?(listing: [UInt8]) {
    var records: [Record] = []
    var paths: [UInt8] = []
    for line in listing.split(separator: 0) {
      let parts = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
      let words = parts.first?.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) } ?? []
      guard parts.count == 2, words.count == 3, let mode = UInt32(words[0], radix: 8),
        let id = ObjectID(hex: words[1]), let stage = Int(words[2])
      else { return nil }
      let start = paths.count
      paths += parts[1]
      records.append(
        Record(
          path: start..<paths.count, version: FileVersion(id: id, mode: FileMode(raw: mode)), stage: stage,
          isSkipped: false, isIntended: false))
    }
    self.records = records
    self.paths = paths
    cachedTree = nil
  }

  /// Whether `git add --intent-to-add` has put in a name without content.
  package var hasIntendedEntries: Bool { records.contains { $0.isIntended } }

  /// The paths that are in conflict, each once.
  package var conflictedPaths: [TreePath] {
    var found: [TreePath] = []
    for record in records where record.stage > 0 {
      let path = TreePath(bytes: Array(bytes(of: record)))
      if found.last != path { found.append(path) }
    }
    return found
  }

  /// Returns the file that is staged at a path, or nil when there is none or the path is in conflict.
  ///
  /// In a sparse checkout a folder may stand for all files in it; `Repository.stagedVersion` looks into it.
  package func entry(at path: TreePath) -> IndexEntry? {
    let position = firstPosition(notBefore: path.bytes[...])
    guard position < records.count, records[position].stage == 0, !records[position].isIntended,
      bytes(of: records[position]).elementsEqual(path.bytes)
    else { return nil }
    return entry(records[position])
  }

  /// Returns the files staged below a folder, or at that very path, sorted by path; conflicts are included.
  package func entries(under folder: TreePath = "") -> [IndexEntry] {
    guard !folder.bytes.isEmpty else { return records.map(entry) }
    let own = firstPosition(notBefore: folder.bytes[...])
    var found: [IndexEntry] = []
    for record in records[own...].prefix(while: { bytes(of: $0).elementsEqual(folder.bytes) }) {
      found.append(entry(record))
    }
    let prefix = folder.bytes + [slash]
    let below = firstPosition(notBefore: prefix[...])
    for record in records[below...].prefix(while: { bytes(of: $0).starts(with: prefix) }) {
      found.append(entry(record))
    }
    return found
  }

  /// Whether a file is staged below a folder.
  package func hasEntries(below folder: TreePath) -> Bool {
    let prefix = folder.bytes + [slash]
    let position = firstPosition(notBefore: prefix[...])
    return position < records.count && bytes(of: records[position]).starts(with: prefix)
  }

  func entry(_ record: Record) -> IndexEntry {
    IndexEntry(
      path: TreePath(bytes: Array(bytes(of: record))), version: record.version, stage: record.stage,
      isSkipped: record.isSkipped)
  }

  func bytes(of record: Record) -> ArraySlice<UInt8> { paths[record.path] }

  /// Whether a folder is one entry, because a sparse checkout has nothing of it in the work tree.
  func isSparseFolder(_ record: Record) -> Bool { record.version.mode == .folder }

  /// Returns the position of the first record whose path does not sort before `path`.
  func firstPosition(notBefore path: ArraySlice<UInt8>) -> Int {
    var low = 0
    var high = records.count
    while low < high {
      let middle = (low + high) / 2
      if bytes(of: records[middle]).lexicographicallyPrecedes(path) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// What the index remembers of the trees it would be written as.
struct CachedTree: Sendable {
  let name: ArraySlice<UInt8>
  /// How many entries of the index lie in the folder, and the tree they make; nil when that is not known.
  let known: (count: Int, id: ObjectID)?
  var children: [CachedTree] = []

  func child(_ name: ArraySlice<UInt8>) -> CachedTree? { children.first { $0.name == name } }
}
