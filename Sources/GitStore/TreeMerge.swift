import CGit2

/// The merge of two lists of changes since a common base, path by path.
struct TreeMerge {
  let repository: Repository
  private let ours: [TreePath: ChangedPath]
  private let theirs: [ChangedPath]
  /// What to do to the tree of ours.
  private(set) var edits: [TreeEdit] = []
  private(set) var conflicts: [MergeConflict] = []
  private var inConflict = Set<TreePath>()
  /// Whether a removed file may have been renamed, which needs a look at the content of others.
  private(set) var mayBeRenames = false
  private let oursAdd: Bool
  private let theirsAdd: Bool

  init(repository: Repository, ours: [ChangedPath], theirs: [ChangedPath]) {
    self.repository = repository
    self.ours = Dictionary(ours.map { ($0.path, $0) }) { first, _ in first }
    self.theirs = theirs
    oursAdd = ours.contains { $0.old == nil }
    theirsAdd = theirs.contains { $0.old == nil }
  }

  mutating func run() throws(GitError) {
    for theirs in theirs {
      if let ours = ours[theirs.path] {
        try settle(ours, theirs)
      } else {
        edits.append(theirs.new.map { .put(theirs.path, $0) } ?? .remove(theirs.path))
      }
    }
    findFilesInTheWay()
  }

  private mutating func settle(_ ours: ChangedPath, _ theirs: ChangedPath) throws(GitError) {
    if (ours.new == nil && oursAdd) || (theirs.new == nil && theirsAdd) { mayBeRenames = true }
    if ours.new == theirs.new { return }
    guard let mine = ours.new else { return conflict(ours.path, .removedByUs) }
    guard let other = theirs.new else { return conflict(ours.path, .removedByThem) }
    if let merged = try merge(base: ours.old, mine, other, at: ours.path) {
      if merged != mine { edits.append(.put(ours.path, merged)) }
    }
  }

  /// Returns what both changes make together, or notes a conflict.
  private mutating func merge(
    base: FileVersion?, _ mine: FileVersion, _ other: FileVersion, at path: TreePath
  ) throws(GitError) -> FileVersion? {
    let mode = mine.mode == base?.mode ? other.mode : mine.mode
    if mine.id == other.id || other.id == base?.id {
      if mine.mode == other.mode || mine.mode == base?.mode || other.mode == base?.mode {
        return FileVersion(id: mine.id, mode: mode)
      }
    } else if mine.id == base?.id, mine.mode == base?.mode || other.mode == base?.mode {
      return FileVersion(id: other.id, mode: mode)
    }
    guard mine.mode.isRegular, other.mode.isRegular, base?.mode.isRegular ?? true else {
      conflict(path, base == nil ? .bothAdded : .notMergeable)
      return nil
    }
    guard base != nil || mine.mode == other.mode else {
      conflict(path, .bothAdded)
      return nil
    }
    guard let text = try mergedText(base: base, mine, other, at: path) else { return nil }
    return FileVersion(id: try repository.writeBlob(text), mode: mode)
  }

  private mutating func mergedText(
    base: FileVersion?, _ mine: FileVersion, _ other: FileVersion, at path: TreePath
  ) throws(GitError) -> [UInt8]? {
    let name = try path.cString("merge file")
    var result = unsafe git_merge_file_result()
    defer { unsafe git_merge_file_result_free(&result) }
    let pointer = unsafe repository.pointer
    let status = unsafe name.withUnsafeBufferPointer { name in
      var first = unsafe base.map { unsafe indexEntry($0, name.baseAddress) } ?? git_index_entry()
      var second = unsafe indexEntry(mine, name.baseAddress)
      var third = unsafe indexEntry(other, name.baseAddress)
      return unsafe withUnsafePointer(to: &first) { first in
        unsafe git_merge_file_from_index(&result, pointer, base == nil ? nil : first, &second, &third, nil)
      }
    }
    try check(status, "merge file", path.description)
    guard unsafe result.automergeable == 1 else {
      conflict(path, base == nil ? .bothAdded : unsafe result.len == 0 ? .notMergeable : .content)
      return nil
    }
    return unsafe Array(UnsafeRawBufferPointer(start: result.ptr, count: result.len))
  }

  private func indexEntry(_ version: FileVersion, _ path: UnsafePointer<CChar>?) -> git_index_entry {
    var entry = unsafe git_index_entry()
    unsafe entry.id = version.id.raw
    unsafe entry.mode = version.mode.rawValue
    unsafe entry.path = path
    return unsafe entry
  }

  /// A file that one side made where the other made a folder.
  private mutating func findFilesInTheWay() {
    let mine = Set(ours.values.filter { $0.new != nil }.map(\.path))
    let other = Set(theirs.filter { $0.new != nil }.map(\.path))
    for path in mine { if let file = folders(of: path).first(where: other.contains) { conflict(file, .fileAndFolder) } }
    for path in other { if let file = folders(of: path).first(where: mine.contains) { conflict(file, .fileAndFolder) } }
  }

  private func folders(of path: TreePath) -> [TreePath] {
    path.bytes.indices.filter { path.bytes[$0] == slash }.map { TreePath(bytes: Array(path.bytes[..<$0])) }
  }

  private mutating func conflict(_ path: TreePath, _ kind: MergeConflict.Kind) {
    if inConflict.insert(path).inserted { conflicts.append(MergeConflict(path: path, kind: kind)) }
  }
}
