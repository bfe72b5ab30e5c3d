import CGit2

/// One work tree of a repository, and the branches that it keeps others from moving.
package struct WorkTree: Hashable, Sendable {
  /// The absolute path of its top folder.
  package let path: String
  /// The absolute path of the folder with its HEAD and index.
  package let gitDirectory: String
  /// The branch that is checked out; nil when HEAD is detached.
  package let branch: RefName?
  /// The branch that a rebase or a bisection, not finished, will come back to.
  package let busyBranch: RefName?
  /// Whether it was made by `git worktree add`.
  package let isLinked: Bool
  /// Whether the folder is there; someone may have removed it without telling git.
  package let isPresent: Bool
}

extension Repository {
  /// Returns all work trees, the main one first unless the repository is bare.
  package func workTrees() throws(GitError) -> [WorkTree] {
    var found: [WorkTree] = []
    if let main = try mainWorkTreePath() {
      found.append(try workTree(at: main, gitDirectory: commonDirectory, isLinked: false))
    }
    for name in try linkedWorkTreeNames() {
      let folder = HostFiles.join(commonDirectory, "worktrees/\(name)")
      guard let line = try HostFiles.firstLine(HostFiles.join(folder, "gitdir")) else { continue }
      let gitFile = HostFiles.resolve(line, from: folder)
      var path = gitFile.hasSuffix("/.git") ? String(gitFile.dropLast(5)) : gitFile
      path = HostFiles.realPath(path) ?? path
      found.append(try workTree(at: path, gitDirectory: folder, isLinked: true))
    }
    return found
  }

  /// Returns the work trees in which a branch is checked out or about to be again.
  package func workTrees(holding branch: RefName) throws(GitError) -> [WorkTree] {
    try workTrees().filter { $0.branch == branch || $0.busyBranch == branch }
  }

  private func workTree(at path: String, gitDirectory: String, isLinked: Bool) throws(GitError) -> WorkTree {
    WorkTree(
      path: path, gitDirectory: gitDirectory,
      branch: try checkedOutBranch(gitDirectory), busyBranch: try busyBranch(gitDirectory),
      isLinked: isLinked, isPresent: HostFiles.exists(HostFiles.join(path, ".git")))
  }

  private func checkedOutBranch(_ gitDirectory: String) throws(GitError) -> RefName? {
    guard let line = try HostFiles.firstLine(HostFiles.join(gitDirectory, "HEAD")), line.hasPrefix("ref:") else {
      return nil
    }
    return try? RefName(String(line.dropFirst(4).drop { $0 == " " || $0 == "\t" }))
  }

  private func busyBranch(_ gitDirectory: String) throws(GitError) -> RefName? {
    for file in ["rebase-merge/head-name", "rebase-apply/head-name"] {
      if let line = try HostFiles.firstLine(HostFiles.join(gitDirectory, file)), line.hasPrefix("refs/") {
        return try? RefName(line)
      }
    }
    guard let line = try HostFiles.firstLine(HostFiles.join(gitDirectory, "BISECT_START")) else { return nil }
    return try? RefName(branch: line)
  }

  private func mainWorkTreePath() throws(GitError) -> String? {
    if !isLinkedWorkTree { return workTree }
    // What a linked work tree sees of the main one is in the shared configuration only.
    let local = try configEntries("core.bare").last { $0.scope == .local }
    if let value = local.map({ $0.value ?? "true" }), boolean(value) == true { return nil }
    if let configured = try configEntries("core.worktree").last(where: { $0.scope == .local })?.value {
      return HostFiles.realPath(HostFiles.resolve(configured, from: commonDirectory))
    }
    return commonDirectory.hasSuffix("/.git") ? String(commonDirectory.dropLast(5)) : nil
  }

  private func linkedWorkTreeNames() throws(GitError) -> [String] {
    var names = unsafe git_strarray()
    defer { unsafe git_strarray_dispose(&names) }
    try unsafe check(git_worktree_list(&names, pointer), "list work trees", commonDirectory)
    return unsafe UnsafeBufferPointer(start: names.strings, count: names.count)
      .compactMap { name in unsafe name.map { unsafe String(cString: $0) } }.sorted()
  }
}
