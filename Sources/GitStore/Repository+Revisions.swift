import CGit2

extension Repository {
  /// Returns the object that a revision means, as `git rev-parse` does; nil when there is none.
  ///
  /// A tag or another ref can shadow a branch of the same short name: where a branch is meant, use `tip(of:)`.
  ///
  /// - Throws: `ambiguous`, `invalidName`.
  package func object(named revision: String) throws(GitError) -> ObjectID? {
    let name = try cString(revision, "look up revision")
    let found = try unsafe Handle<AnyObjectObject>.find("look up revision", revision) {
      unsafe git_revparse_single(&$0, pointer, name)
    }
    guard let found, let id = unsafe git_object_id(found.pointer) else { return nil }
    return unsafe ObjectID(id.pointee)
  }

  /// Returns the commit that a revision means, tags followed; nil when there is none.
  ///
  /// - Throws: `wrongType` when it is no commit; `ambiguous`, `invalidName`.
  package func commit(named revision: String) throws(GitError) -> ObjectID? {
    guard let id = try object(named: revision) else { return nil }
    return try peel(id, to: GIT_OBJECT_COMMIT, "find commit of")
  }

  /// Returns what `revision:path` names; nil when the revision or the path is not there.
  package func entry(at path: TreePath, inRevision revision: String) throws(GitError) -> FileVersion? {
    guard let id = try object(named: revision) else { return nil }
    return try entry(at: path, in: id)
  }
}

/// A revision and a path in it, as git writes them: `HEAD~2:articles/budget.md`.
package struct RevisionPath: Hashable, Sendable {
  package let revision: String
  package let path: TreePath

  /// Splits at the first colon outside braces, as git does; nil when there is none or nothing before it.
  package init?(_ text: String) {
    var depth = 0
    for position in text.utf8.indices {
      switch text.utf8[position] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ":") where depth <= 0:
        guard position > text.utf8.startIndex else { return nil }
        revision = String(text[..<position])
        path = TreePath(text[text.utf8.index(after: position)...])
        return
      default: break
      }
    }
    return nil
  }
}
