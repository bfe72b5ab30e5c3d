extension Repository {
  /// Reads the index that this environment means; in `git commit FILE` that is a temporary one.
  ///
  /// - Throws: `unreadableIndex`, `damaged`.
  package func index() throws(GitError) -> Index {
    do throws(GitError) {
      return try plainIndex()
    } catch {
      // Of an index that is split in two files git tells what is in it. Writing one is another matter.
      guard case .unreadableIndex = error.code, let listing = git(["ls-files", "--stage", "--full-name", "-z"]),
        let index = Index(listing: listing)
      else { throw error }
      return index
    }
  }

  /// Reads the index as `index` does, when it is one that this program can write as well.
  ///
  /// - Throws: `unreadableIndex`, `damaged`.
  package func plainIndex() throws(GitError) -> Index {
    try Index(try HostFiles.map(indexPath) ?? RawBytes(copying: []), path: indexPath)
  }

  /// Reads the work tree's index, which stays when a commit that was made by way of a temporary one is refused.
  package func ownIndex() throws(GitError) -> Index {
    let path = HostFiles.join(gitDirectory, "index")
    return path == indexPath ? try index() : try Index(try HostFiles.map(path) ?? RawBytes(copying: []), path: path)
  }

  /// Returns the files that a commit made now would change, sorted by path; those in conflict are left out.
  ///
  /// - Parameters:
  ///   - index: as `index()` returned it.
  ///   - snapshot: what it is compared with: a tree or a commit, nil for the empty tree. The tip of HEAD, ordinarily.
  package func stagedChanges(in index: Index, since snapshot: ObjectID?) throws(GitError) -> [ChangedPath] {
    var walk = IndexComparison(repository: self, index: index)
    return try walk.changes(since: try snapshot.map { id throws(GitError) in try tree(of: id) })
  }

  /// Returns the files that a commit made now would change against HEAD, sorted by path.
  package func stagedChanges() throws(GitError) -> [ChangedPath] {
    try stagedChanges(in: try index(), since: try headTip())
  }

  /// Returns what is staged at a path, also where a sparse checkout keeps a whole folder as one entry.
  package func stagedVersion(of path: TreePath, in index: Index) throws(GitError) -> FileVersion? {
    if let entry = index.entry(at: path) { return entry.version }
    guard let parts = path.components else { return nil }
    var folder: [UInt8] = []
    for (number, part) in parts.dropLast().enumerated() {
      folder += part + [slash]
      guard let entry = index.entry(at: TreePath(bytes: folder)), entry.version.mode == .folder else { continue }
      return try self.entry(
        at: TreePath(bytes: Array(parts[(number + 1)...].joined(separator: [slash]))), in: entry.version.id)
    }
    return nil
  }

  /// Returns the commit that is checked out, or nil while the branch has none.
  package func headTip() throws(GitError) -> ObjectID? {
    switch try head() {
    case .branch(_, let tip): tip
    case .detached(let id): id
    }
  }
}

/// Collects the files that differ between a tree and the index.
///
/// Both are sorted alike, so one pass over each folder is enough; folders that the index knows to be the same tree are
/// skipped whole.
private struct IndexComparison {
  let repository: Repository
  let index: Index
  private var found: [ChangedPath] = []
  private var waiting: [Folder] = []

  /// A folder still to compare: its tree, if any, and its stretch of the index.
  private struct Folder {
    let path: TreePath
    let tree: ObjectID?
    let records: Range<Int>
    let cached: CachedTree?
    let depth: Int
  }

  /// One name in a folder as the index has it.
  private struct Group {
    let name: Slice<RawBytes>
    let records: Range<Int>
    let isFolder: Bool
  }

  init(repository: Repository, index: Index) {
    self.repository = repository
    self.index = index
  }

  mutating func changes(since tree: ObjectID?) throws(GitError) -> [ChangedPath] {
    waiting = [Folder(path: "", tree: tree, records: 0..<index.records.count, cached: index.cachedTree, depth: 0)]
    while let folder = waiting.popLast() {
      if let known = folder.cached?.known, known.id == folder.tree, known.count == folder.records.count { continue }
      guard folder.depth < TreeBounds.depth else {
        throw GitError(.tooLarge, "read index", repository.indexPath, "it has too many folders in each other")
      }
      try compare(folder)
    }
    return found.sorted { $0.path < $1.path }
  }

  private mutating func compare(_ folder: Folder) throws(GitError) {
    var scanner = try folder.tree.map { id throws(GitError) in try repository.scan(id) }
    var position = folder.records.lowerBound
    passSame(folder, &position, &scanner)
    var item = try scanner?.next()
    var group = nextGroup(folder, &position)
    while item != nil || group != nil {
      switch order(item, group) {
      case .before:
        if let item { try note(folder, item.name, item.version, nil) }
        item = try scanner?.next()
      case .after:
        if let group { try note(folder, group.name, nil, group) }
        group = nextGroup(folder, &position)
      case .same:
        if let item { try note(folder, item.name, item.version, group) }
        passSame(folder, &position, &scanner)
        item = try scanner?.next()
        group = nextGroup(folder, &position)
      }
    }
  }

  /// Passes over the files that are the same on both sides, which are almost all.
  private func passSame(_ folder: Folder, _ position: inout Int, _ scanner: inout TreeScanner?) {
    guard var tree = scanner.take() else { return }
    let start = folder.path.bytes.isEmpty ? 0 : folder.path.bytes.count + 1
    while position < folder.records.upperBound {
      let record = index.records[position]
      guard index.stage(of: record) == 0, !index.isIntended(record), record.path.count > start,
        tree.passes(
          record.path.dropFirst(start), of: index.paths, holding: index.version(of: record))
      else { break }
      position += 1
    }
    scanner = tree
  }

  private enum Order { case before, same, after }

  private func order(_ item: TreeScanner.Item?, _ group: Group?) -> Order {
    guard let item else { return .after }
    guard let group else { return .before }
    let other = TreeScanner.Item(
      name: group.name, version: FileVersion(id: .zero, mode: group.isFolder ? .folder : .file))
    if item.sortsBefore(other) { return .before }
    return other.sortsBefore(item) ? .after : .same
  }

  private mutating func note(
    _ folder: Folder, _ name: Slice<RawBytes>, _ old: FileVersion?, _ group: Group?
  ) throws(GitError) {
    if old?.mode == .folder || group?.isFolder == true {
      let path = folder.path.appending(name)
      try noteFolder(path, old, group, cached: folder.cached?.child(name), depth: folder.depth + 1)
      return
    }
    guard let group else {
      found.append(ChangedPath(path: folder.path.appending(name), old: old, new: nil))
      return
    }
    let record = index.records[group.records.lowerBound]
    // What is in conflict is neither staged nor removed.
    guard index.stage(of: record) == 0 else { return }
    let new = index.isIntended(record) ? nil : index.version(of: record)
    if old != new { found.append(ChangedPath(path: folder.path.appending(name), old: old, new: new)) }
  }

  private mutating func noteFolder(
    _ path: TreePath, _ old: FileVersion?, _ group: Group?, cached: CachedTree?, depth: Int
  ) throws(GitError) {
    guard let group else {
      found += try repository.changedPaths(from: old?.id, to: nil).map { $0.below(path) }
      return
    }
    let first = index.records[group.records.lowerBound]
    guard group.records.count == 1, index.isSparseFolder(first) else {
      waiting.append(Folder(path: path, tree: old?.id, records: group.records, cached: cached, depth: depth))
      return
    }
    let new = index.version(of: first)
    if old != new { found += try repository.changedPaths(from: old?.id, to: new.id).map { $0.below(path) } }
  }

  /// Returns the entries of the index that share the next name in a folder.
  private func nextGroup(_ folder: Folder, _ position: inout Int) -> Group? {
    guard position < folder.records.upperBound else { return nil }
    let start = folder.path.bytes.isEmpty ? 0 : folder.path.bytes.count + 1
    let path = index.records[position].path
    let rest = index.paths[path.dropFirst(start)]
    let begin = position
    guard let end = rest.firstIndex(of: slash) else {
      let name = index.paths.array(path)
      while position < folder.records.upperBound, order(position, name[...]) == 0 { position += 1 }
      return Group(name: rest, records: begin..<position, isFolder: false)
    }
    let prefix = index.paths.array(path.lowerBound..<(end + 1))
    func isInside(_ position: Int) -> Bool {
      position < folder.records.upperBound && index.paths.starts(index.records[position].path, with: prefix[...])
    }
    // The last entry of the folder is close by, or far away in a large folder: double the step, then go back.
    var step = 1
    while isInside(position + step) {
      position += step
      step *= 2
    }
    while step > 0 {
      if isInside(position + step) { position += step }
      step /= 2
    }
    position += 1
    return Group(name: rest[..<end], records: begin..<position, isFolder: true)
  }

  private func order(_ position: Int, _ path: ArraySlice<UInt8>) -> Int {
    index.paths.order(of: index.records[position].path, to: path)
  }
}

extension ChangedPath {
  /// The same change, with its path below a folder.
  fileprivate func below(_ folder: TreePath) -> ChangedPath {
    ChangedPath(path: folder.appending(path.bytes), old: old, new: new)
  }
}
