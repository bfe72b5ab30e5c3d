import CGit2

/// Why one file of a work tree cannot be replaced.
package struct Obstacle: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The index holds something that no commit does.
    case staged
    /// The file was changed and not staged.
    case modified
    /// A file that git does not know lies where one is to be written.
    case untracked
    /// A merge in progress left the path undecided.
    case conflicted
    /// The file is converted by a program, such as git-lfs, which this one does not run. The text is its name.
    case filtered(String)
    /// The path is a submodule, or was one.
    case submodule
  }

  package let path: TreePath
  package let kind: Kind
}

extension Repository {
  /// Returns what would be lost if this work tree went from one snapshot to another, sorted by path.
  ///
  /// Only paths that differ between the two count. A file that has its new content already, or none, is no
  /// obstacle, whatever the index says of it: somebody who was killed midway wrote it, and nothing would be lost.
  ///
  /// - Throws: `bareRepository`, `unreadableIndex`.
  package func obstacles(from old: ObjectID?, to new: ObjectID) throws(GitError) -> [Obstacle] {
    try plan(from: old, to: new).obstacles
  }

  /// Brings the files and the index of this work tree from one snapshot to another, touching only what differs.
  ///
  /// Everything is looked at first, and nothing is written if anything would be lost. If writing fails midway, what
  /// was written is put back as far as possible. HEAD is not moved: that is a ref update of its own, and this can be
  /// called before or after it.
  ///
  /// - Throws: `wouldOverwrite` with the paths; `locked` when another git is at work; `unreadableIndex`, also for a
  ///   sparse index, which this program cannot write.
  package func checkOut(from old: ObjectID?, to new: ObjectID) throws(GitError) {
    let plan = try plan(from: old, to: new)
    guard plan.obstacles.isEmpty else {
      let paths = plan.obstacles.map(\.path)
      throw GitError(
        .wouldOverwrite(paths), "check out", new.hex,
        "this would lose changes of \(paths[0])" + (paths.count > 1 ? " and \(paths.count - 1) more" : ""))
    }
    guard !plan.changes.isEmpty else { return }
    guard !plan.isSparse else {
      throw GitError(.unreadableIndex("sparse index"), "check out", new.hex, "the index is sparse (index.sparse)")
    }
    let lock = indexPath + ".lock"
    guard !HostFiles.exists(lock) else {
      throw GitError(
        .locked(lock), "check out", new.hex, "another process is changing the index, or was killed: \(lock)")
    }
    let written = plan.changes.filter { !plan.skipped.contains($0.path) }
    do throws(GitError) {
      try writeFiles(
        written.filter { !plan.arrived.contains($0.path) }, from: old, to: new,
        strategy: GIT_CHECKOUT_SAFE.rawValue | GIT_CHECKOUT_RECREATE_MISSING.rawValue)
      try writeFiles(
        written.filter { plan.arrived.contains($0.path) }, from: old, to: new, strategy: GIT_CHECKOUT_FORCE.rawValue)
    } catch {
      // The first failure is the one to tell; a second one here has nothing to add.
      do throws(GitError) {
        try writeFiles(written, from: new, to: old ?? .emptyTree, strategy: GIT_CHECKOUT_FORCE.rawValue)
      } catch {}
      throw error
    }
    try stageSkipped(plan.changes.filter { plan.skipped.contains($0.path) })
  }

  private struct Plan {
    /// What is not yet in its new state.
    var changes: [ChangedPath] = []
    var obstacles: [Obstacle] = []
    /// Paths that a sparse checkout keeps out of the work tree.
    var skipped = Set<TreePath>()
    /// Paths whose files have their new content, or none, while the index does not know it.
    var arrived = Set<TreePath>()
    var isSparse = false
  }

  private func plan(from old: ObjectID?, to new: ObjectID) throws(GitError) -> Plan {
    guard workTree != nil else { throw GitError(.bareRepository, "check out", new.hex, "there is no work tree") }
    let index = try plainIndex()
    let conflicted = Set(index.conflictedPaths)
    var plan = Plan()
    plan.isSparse = index.records.contains { index.isSparseFolder($0) }
    let changes = try changedPaths(from: old, to: new)
    let removed = Set(changes.filter { $0.new == nil }.map(\.path))
    for change in changes {
      let staged = try stagedVersion(of: change.path, in: index)
      let isSkipped = index.entry(at: change.path)?.isSkipped ?? false
      if let kind = try obstacle(change, staged, isSkipped, conflicted.contains(change.path), removed) {
        plan.obstacles.append(Obstacle(path: change.path, kind: kind))
      } else if try !isDone(change, staged, isSkipped) {
        plan.changes.append(change)
        if isSkipped { plan.skipped.insert(change.path) }
        if !isSkipped, try hasArrived(change) { plan.arrived.insert(change.path) }
      }
    }
    return plan
  }

  private func isDone(_ change: ChangedPath, _ staged: FileVersion?, _ isSkipped: Bool) throws(GitError) -> Bool {
    guard staged == change.new else { return false }
    if isSkipped { return true }
    return try file(at: change.path, comparedWith: staged) == (staged == nil ? .absent : .unmodified)
  }

  /// Whether the file in the work tree is what it is to become, or the beginning of that: whoever was killed while writing
  /// it left it so, and every byte of it is in what takes its place.
  private func hasArrived(_ change: ChangedPath) throws(GitError) -> Bool {
    guard let version = change.new, version.mode.isRegular else { return false }
    guard let found = try fileOnDisk(change.path), found.mode.isRegular else { return false }
    if found.size == 0 { return true }
    if try file(at: change.path, comparedWith: version) == .unmodified { return true }
    guard let workTree, let path = change.path.string, found.size <= 1 << 24,
      try found.size < blobSize(version.id),
      let begun = try HostFiles.read(HostFiles.join(workTree, path), limit: 1 << 24)
    else { return false }
    return try blob(version.id).starts(with: begun)
  }

  private func obstacle(
    _ change: ChangedPath, _ staged: FileVersion?, _ isSkipped: Bool, _ isConflicted: Bool, _ removed: Set<TreePath>
  ) throws(GitError) -> Obstacle.Kind? {
    if isConflicted { return .conflicted }
    if try isDone(change, staged, isSkipped) { return nil }
    if change.old?.mode == .submodule || change.new?.mode == .submodule { return .submodule }
    guard staged == change.old || staged == change.new else { return .staged }
    if let program = try filterProgram(of: change.path) { return .filtered(program) }
    switch try file(at: change.path, comparedWith: staged) {
    case .modified: return try hasArrived(change) ? nil : .modified
    case .untracked: return try hasArrived(change) ? nil : .untracked
    case .unmodified: return nil
    case .absent: return try staged == nil ? inTheWay(of: change.path, removed) : nil
    }
  }

  /// Looks for something that git does not know at the place of a new file: a folder, or a file where a folder is needed.
  private func inTheWay(of path: TreePath, _ removed: Set<TreePath>) throws(GitError) -> Obstacle.Kind? {
    if let found = try fileOnDisk(path), found.mode == .folder {
      // The files in it may all be about to go; what stays makes the write fail before anything is written.
      return removed.contains { $0.isWithin(path) } ? nil : .untracked
    }
    for (position, byte) in path.bytes.enumerated() where byte == slash {
      let folder = TreePath(bytes: Array(path.bytes[..<position]))
      if let found = try fileOnDisk(folder), found.mode != .folder, !removed.contains(folder) { return .untracked }
    }
    return nil
  }

  /// The program that converts a file between the repository and the work tree, if one is configured.
  private func filterProgram(of path: TreePath) throws(GitError) -> String? {
    for attribute in ["filter", "working-tree-encoding"] {
      let name = try path.cString("read attributes")
      var value: UnsafePointer<CChar>?
      try unsafe check(git_attr_get(&value, pointer, 0, name, attribute), "read attributes", path.description)
      guard unsafe git_attr_value(value) == GIT_ATTR_VALUE_STRING, let text = unsafe value else { continue }
      let program = unsafe String(cString: text)
      if attribute != "filter" { return "\(attribute)=\(program)" }
      for key in ["smudge", "clean", "process"] where try configString("filter.\(program).\(key)") != nil {
        return program
      }
    }
    return nil
  }

  private func writeFiles(
    _ changes: [ChangedPath], from old: ObjectID?, to new: ObjectID, strategy: UInt32
  ) throws(GitError) {
    guard !changes.isEmpty else { return }
    let before = try treeHandle(try tree(of: old ?? .emptyTree))
    let after = try treeHandle(try tree(of: new))
    var options = unsafe git_checkout_options()
    try unsafe check(git_checkout_options_init(&options, UInt32(GIT_CHECKOUT_OPTIONS_VERSION)), "check out")
    unsafe options.checkout_strategy = strategy | GIT_CHECKOUT_DISABLE_PATHSPEC_MATCH.rawValue
    unsafe options.baseline = before.pointer
    var names: [[CChar]] = []
    for change in changes { names.append(try change.path.cString("check out")) }
    // One block of memory for all names, so that no pointer leaves its closure.
    var block = names.flatMap { $0 }
    let status = unsafe block.withUnsafeMutableBufferPointer { block in
      var starts: [UnsafeMutablePointer<CChar>?] = unsafe []
      var offset = 0
      for name in names {
        unsafe starts.append(block.baseAddress.map { unsafe $0 + offset })
        offset += name.count
      }
      return unsafe starts.withUnsafeMutableBufferPointer { starts in
        unsafe options.paths = git_strarray(strings: starts.baseAddress, count: starts.count)
        return unsafe git_checkout_tree(pointer, after.pointer, &options)
      }
    }
    guard status != GIT_ECONFLICT.rawValue else {
      _ = failure(status, "check out", new.hex)
      throw GitError(.wouldOverwrite(changes.map(\.path)), "check out", new.hex, "files changed meanwhile")
    }
    try check(status, "check out", new.hex)
  }

  /// Updates entries of the index whose files a sparse checkout keeps out of the work tree.
  private func stageSkipped(_ changes: [ChangedPath]) throws(GitError) {
    guard !changes.isEmpty else { return }
    let index = try unsafe Handle<IndexObject>("read index", indexPath) { unsafe git_repository_index(&$0, pointer) }
    for change in changes {
      let name = try change.path.cString("write index")
      guard let version = change.new else {
        _ = try unsafe checkFound(git_index_remove(index.pointer, name, 0), "write index", change.path.description)
        continue
      }
      let status = unsafe name.withUnsafeBufferPointer { name in
        var entry = unsafe git_index_entry()
        unsafe entry.id = version.id.raw
        unsafe entry.mode = version.mode.rawValue
        unsafe entry.path = name.baseAddress
        unsafe entry.flags_extended = UInt16(GIT_INDEX_ENTRY_SKIP_WORKTREE.rawValue)
        return unsafe git_index_add(index.pointer, &entry)
      }
      try check(status, "write index", change.path.description)
    }
    try unsafe check(git_index_write(index.pointer), "write index", indexPath)
  }
}
