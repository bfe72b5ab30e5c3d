import CGit2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where one path stands between the last commit, the index and the work tree.
package struct PathStatus: Hashable, Sendable {
  /// What the work tree has, compared with the index.
  package enum File: Hashable, Sendable {
    /// Nothing, or nothing that git would store.
    case absent
    case unmodified
    case modified
    /// There is a file and the index has none.
    case untracked
  }

  package let committed: FileVersion?
  package let staged: FileVersion?
  package let isInConflict: Bool
  package let file: File

  /// Whether neither the index nor the work tree holds something that is not committed.
  package var isClean: Bool {
    committed == staged && !isInConflict && (file == .unmodified || (file == .absent && staged == nil))
  }
}

extension Repository {
  /// Returns where a path stands in this work tree.
  ///
  /// - Throws: `bareRepository`.
  package func status(of path: TreePath) throws(GitError) -> PathStatus {
    let index = try index()
    let staged = try stagedVersion(of: path, in: index)
    let tip = try headTip()
    return PathStatus(
      committed: try tip.flatMap { tip throws(GitError) in try entry(at: path, in: tip) }, staged: staged,
      isInConflict: index.entries(under: path).contains { $0.path == path && $0.stage > 0 },
      file: try file(at: path, comparedWith: staged))
  }

  /// Compares the file in the work tree with a version of it, as `git status` would: after line ends are converted.
  func file(at path: TreePath, comparedWith version: FileVersion?) throws(GitError) -> PathStatus.File {
    guard let found = try fileOnDisk(path) else { return .absent }
    guard let version else { return found.mode == .folder ? .absent : .untracked }
    guard found.mode != .folder else { return version.mode == .submodule ? .unmodified : .modified }
    guard kind(found.mode) == kind(version.mode) else { return .modified }
    if found.mode != version.mode, try configFlag("core.filemode") != false { return .modified }
    let id = found.mode == .symbolicLink ? try hashOfLink(path) : try hash(of: path)
    return id == version.id ? .unmodified : .modified
  }

  /// What lies at a path of the work tree without following links; nil when nothing does, or below a link.
  package func fileOnDisk(_ path: TreePath) throws(GitError) -> (mode: FileMode, size: Int)? {
    guard let workTree else { throw GitError(.bareRepository, "look at work tree", gitDirectory, "there is none") }
    guard let parts = path.components else {
      throw GitError(.invalidName, "look at file", path.description, "this is not a path inside the repository")
    }
    var location = Array(workTree.utf8)
    for (number, part) in parts.enumerated() {
      location += [slash] + part
      var information = stat()
      guard unsafe lstat(nulTerminated(location), &information) == 0 else {
        if errno == ENOENT || errno == ENOTDIR { return nil }
        throw HostFiles.systemError("look at file", path.description)
      }
      let mode = diskMode(information)
      if number == parts.count - 1 { return (mode, Int(information.st_size)) }
      if mode != .folder { return nil }
    }
    return nil
  }

  /// Returns the id that the file would have if it were staged.
  private func hash(of path: TreePath) throws(GitError) -> ObjectID {
    let name = try path.cString("read file")
    var made = git_oid()
    try unsafe check(
      git_repository_hashfile(&made, pointer, name, GIT_OBJECT_BLOB, name), "read file", path.description)
    return ObjectID(made)
  }

  /// Returns the id of a blob that holds where a link points; libgit2 would follow the link.
  private func hashOfLink(_ path: TreePath) throws(GitError) -> ObjectID {
    let name = nulTerminated(Array((workTree ?? "").utf8) + [slash] + path.bytes)
    var target = [CChar](repeating: 0, count: 65_536)
    let length = unsafe readlink(name, &target, target.count)
    guard length >= 0 else { throw HostFiles.systemError("read link", path.description) }
    var made = git_oid()
    try unsafe check(git_odb_hash(&made, target, length, GIT_OBJECT_BLOB), "read link", path.description)
    return ObjectID(made)
  }

  private func diskMode(_ information: stat) -> FileMode {
    switch information.st_mode & S_IFMT {
    case S_IFDIR: .folder
    case S_IFLNK: .symbolicLink
    default: information.st_mode & 0o100 == 0 ? .file : .executable
    }
  }

  private func kind(_ mode: FileMode) -> FileMode { mode == .executable ? .file : mode }
}
