import CGit2

/// An object with all its bytes: enough to store it again should somebody remove it.
package struct ObjectCopy: Sendable {
  package let id: ObjectID
  package let kind: Repository.ObjectKind
  fileprivate let bytes: [UInt8]
}

extension Repository {
  /// Returns copies of what a commit brings that neither of two others has: itself, folders, and files.
  ///
  /// - Parameters:
  ///   - base: the commit that it changes; nil for none.
  ///   - other: another commit that stays where it is; its files need no copy.
  package func copies(
    of commit: ObjectID, since base: ObjectID?, and other: ObjectID?
  ) throws(GitError) -> [ObjectCopy] {
    var copies = [
      ObjectCopy(id: commit, kind: .commit, bytes: try content(of: commit, GIT_OBJECT_COMMIT, "copy").array)
    ]
    var seen = Set<ObjectID>()
    func add(tree: ObjectID) throws(GitError) {
      guard seen.insert(tree).inserted else { return }
      copies.append(ObjectCopy(id: tree, kind: .tree, bytes: try content(of: tree, GIT_OBJECT_TREE, "copy").array))
    }
    let root = try tree(of: commit)
    try add(tree: root)
    for change in try changedPaths(from: base, to: commit) {
      guard let version = change.new, version.mode != .submodule else { continue }
      var folder = root
      for part in (change.path.components ?? []).dropLast() {
        guard let found = try item(named: part, in: folder), found.mode == .folder else { break }
        folder = found.id
        try add(tree: folder)
      }
      if let other, try entry(at: change.path, in: other)?.id == version.id { continue }
      guard seen.insert(version.id).inserted else { continue }
      copies.append(
        ObjectCopy(id: version.id, kind: .blob, bytes: try content(of: version.id, GIT_OBJECT_BLOB, "copy").array))
    }
    return copies
  }

  /// Stores an object again.
  package func store(_ copy: ObjectCopy) throws(GitError) {
    let database = try databaseHandle()
    let type =
      switch copy.kind {
      case .blob: GIT_OBJECT_BLOB
      case .tree: GIT_OBJECT_TREE
      case .commit: GIT_OBJECT_COMMIT
      case .tag: GIT_OBJECT_TAG
      }
    var made = git_oid()
    try unsafe check(
      git_odb_write(&made, database.pointer, copy.bytes, copy.bytes.count, type), "store object", copy.id.hex)
  }
}
