import CGit2

/// How much of a tree is looked at before it is refused: hostile trees can name more files than there are atoms.
package enum TreeBounds {
  /// Folders in each other.
  package static let depth = 1024
  /// Entries of all folders together.
  package static let entries = 4_000_000
}

extension Repository {
  /// Returns what a path holds in the tree of a commit, a tag or a tree; nil when there is nothing.
  ///
  /// - Throws: `invalidName` when git could not store such a path.
  package func entry(at path: TreePath, in snapshot: ObjectID) throws(GitError) -> FileVersion? {
    var current = FileVersion(id: try tree(of: snapshot), mode: .folder)
    if path.bytes.isEmpty { return current }
    guard let parts = path.components else {
      throw GitError(.invalidName, "look up path", path.description, "this is not a path inside the repository")
    }
    for part in parts {
      guard current.mode == .folder, let found = try item(named: part, in: current.id) else { return nil }
      current = found
    }
    return current
  }

  /// Returns the direct entries of a tree, folders among them, in git's order; each path is a bare name.
  package func entries(of tree: ObjectID) throws(GitError) -> [TreeEntry] {
    var scanner = try scan(tree)
    var found: [TreeEntry] = []
    while let item = try scanner.next() {
      found.append(TreeEntry(path: TreePath(bytes: Array(item.name)), version: item.version))
    }
    return found
  }

  /// Returns the files below a tree or commit, sorted by path; folders are not listed, submodules and links are.
  ///
  /// - Parameters:
  ///   - entering: whether to look into a folder at all.
  ///   - matching: whether to list a file.
  ///   - limit: how many entries are looked at; one tree can stand for more files than there are atoms.
  /// - Throws: `tooLarge` beyond the limit, or beyond a depth that no real repository reaches.
  package func files(
    in snapshot: ObjectID, entering: (TreePath) -> Bool = { _ in true },
    where matching: (TreePath) -> Bool = { _ in true },
    limit: Int = TreeBounds.entries
  ) throws(GitError) -> [TreeEntry] {
    var found: [TreeEntry] = []
    var waiting = [(path: TreePath(bytes: []), tree: try tree(of: snapshot), depth: 0)]
    var budget = limit
    while let folder = waiting.popLast() {
      var scanner = try scan(folder.tree)
      while let item = try scanner.next() {
        try spend(&budget, folder.depth, folder.tree)
        let path = folder.path.appending(item.name)
        if item.version.mode == .folder {
          if entering(path) { waiting.append((path, item.version.id, folder.depth + 1)) }
        } else if matching(path) {
          found.append(TreeEntry(path: path, version: item.version))
        }
      }
    }
    return found.sorted { $0.path < $1.path }
  }

  /// Returns the files that differ between two trees or commits, sorted by path. Nil is the empty tree.
  ///
  /// Equal folders are never opened, so the cost is that of the difference. A file that became a folder is one removed
  /// path and some added ones. Renames are not looked for.
  ///
  /// - Parameter folder: only what lies below it is compared.
  /// - Throws: `tooLarge` beyond bounds that no real repository reaches.
  package func changedPaths(
    from old: ObjectID?, to new: ObjectID?, under folder: TreePath = ""
  ) throws(GitError) -> [ChangedPath] {
    var walk = TreeComparison(repository: self)
    try walk.compare(from: try folderVersion(folder, in: old), to: try folderVersion(folder, in: new), at: folder)
    return walk.changes.sorted { $0.path < $1.path }
  }

  func scan(_ tree: ObjectID) throws(GitError) -> TreeScanner {
    if let known = knownTrees[tree] { return TreeScanner(known, of: tree) }
    let read = try content(of: tree, GIT_OBJECT_TREE, "read tree")
    if knownTreeBytes + read.count > Self.mostTreeBytes {
      knownTrees = [:]
      knownTreeBytes = 0
    }
    knownTrees[tree] = read
    knownTreeBytes += read.count
    return TreeScanner(read, of: tree)
  }

  /// How many bytes of trees are kept.
  private static let mostTreeBytes = 16 << 20

  func item(named name: ArraySlice<UInt8>, in tree: ObjectID) throws(GitError) -> FileVersion? {
    var scanner = try scan(tree)
    return try scanner.version(named: name)
  }

  func spend(_ budget: inout Int, _ depth: Int, _ tree: ObjectID) throws(GitError) {
    budget -= 1
    guard budget > 0, depth < TreeBounds.depth else {
      throw GitError(.tooLarge, "read tree", tree.hex, "it has too many entries, or too many folders in each other")
    }
  }

  private func folderVersion(_ folder: TreePath, in snapshot: ObjectID?) throws(GitError) -> FileVersion? {
    guard let snapshot else { return nil }
    return try entry(at: folder, in: snapshot)
  }
}

/// Collects the files that differ between two trees.
struct TreeComparison {
  let repository: Repository
  private(set) var changes: [ChangedPath] = []
  private var budget = TreeBounds.entries
  private var waiting: [(path: TreePath, old: ObjectID?, new: ObjectID?, depth: Int)] = []

  init(repository: Repository) { self.repository = repository }

  mutating func compare(from old: FileVersion?, to new: FileVersion?, at path: TreePath) throws(GitError) {
    note(old, new, path, depth: 0)
    while let pair = waiting.popLast() { try compareFolders(pair.path, pair.old, pair.new, depth: pair.depth) }
  }

  private mutating func compareFolders(_ path: TreePath, _ old: ObjectID?, _ new: ObjectID?, depth: Int)
    throws(GitError)
  {
    var first = try old.map { id throws(GitError) in try repository.scan(id) }
    var second = try new.map { id throws(GitError) in try repository.scan(id) }
    /// Brings both to the next entries, and past those that are the same.
    func advance() throws(GitError) -> (TreeScanner.Item?, TreeScanner.Item?) {
      if var mine = first, var theirs = second {
        (first, second) = (nil, nil)
        budget -= TreeScanner.passSame(&mine, &theirs)
        (first, second) = (mine, theirs)
      }
      return (try first?.next(), try second?.next())
    }
    var (left, right) = try advance()
    while left != nil || right != nil {
      try repository.spend(&budget, depth, old ?? new ?? .emptyTree)
      if let mine = left, let theirs = right, !mine.sortsBefore(theirs), !theirs.sortsBefore(mine) {
        note(mine.version, theirs.version, { path.appending(mine.name) }, depth: depth)
        (left, right) = try advance()
      } else if let mine = left, right.map({ mine.sortsBefore($0) }) ?? true {
        note(mine.version, nil, { path.appending(mine.name) }, depth: depth)
        left = try first?.next()
      } else if let theirs = right {
        note(nil, theirs.version, { path.appending(theirs.name) }, depth: depth)
        right = try second?.next()
      }
    }
  }

  private mutating func note(_ old: FileVersion?, _ new: FileVersion?, _ path: TreePath, depth: Int) {
    note(old, new, { path }, depth: depth)
  }

  private mutating func note(_ old: FileVersion?, _ new: FileVersion?, _ path: () -> TreePath, depth: Int) {
    guard old != new else { return }
    let path = path()
    let folders = (old.flatMap { $0.mode == .folder ? $0.id : nil }, new.flatMap { $0.mode == .folder ? $0.id : nil })
    if folders.0 != nil || folders.1 != nil { waiting.append((path, folders.0, folders.1, depth + 1)) }
    let files = (old.flatMap { $0.mode == .folder ? nil : $0 }, new.flatMap { $0.mode == .folder ? nil : $0 })
    if files.0 != nil || files.1 != nil { changes.append(ChangedPath(path: path, old: files.0, new: files.1)) }
  }
}
