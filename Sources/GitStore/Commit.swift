import CGit2

/// A moment, with the offset from UTC at which it was written down.
package struct Timestamp: Hashable, Sendable {
  /// Seconds since 1970-01-01 00:00 UTC.
  package let seconds: Int64
  /// Minutes east of Greenwich.
  package let offset: Int

  package init(seconds: Int64, offset: Int) {
    self.seconds = seconds
    self.offset = offset
  }
}

/// Who did something, and when.
package struct Identity: Hashable, Sendable {
  /// The name; bytes that are not UTF-8 become replacement characters.
  package let name: String
  package let email: String
  package let time: Timestamp

  package init(name: String, email: String, time: Timestamp) {
    self.name = name
    self.email = email
    self.time = time
  }
}

/// One commit, by value.
package struct Commit: Hashable, Sendable {
  package let id: ObjectID
  package let tree: ObjectID
  package let parents: [ObjectID]
  package let author: Identity
  package let committer: Identity
  /// The whole message, the trailers included; bytes that are not UTF-8 become replacement characters.
  package let message: String

  /// The first line of the message.
  package var subject: String {
    message.split(separator: "\n", omittingEmptySubsequences: true).first.map(String.init) ?? ""
  }
}

extension Repository {
  /// Returns a commit.
  ///
  /// - Throws: `notFound`, also beyond the end of a shallow clone; `wrongType` when the object is something else.
  package func commit(_ id: ObjectID) throws(GitError) -> Commit {
    let commit = try commitHandle(id)
    guard let author = unsafe git_commit_author(commit.pointer),
      let committer = unsafe git_commit_committer(commit.pointer),
      let tree = unsafe git_commit_tree_id(commit.pointer)
    else { throw GitError(.damaged, "read commit", id.hex, "a part of it is missing") }
    return unsafe Commit(
      id: id, tree: ObjectID(tree.pointee), parents: parents(of: commit),
      author: identity(author.pointee), committer: identity(committer.pointee),
      message: git_commit_message_raw(commit.pointer).map { unsafe String(cString: $0) } ?? "")
  }

  /// Returns the parents of a commit, the first one first.
  package func parents(of id: ObjectID) throws(GitError) -> [ObjectID] { parents(of: try commitHandle(id)) }

  /// Returns the tree of a commit or of a tag of one; of a tree, itself.
  ///
  /// - Throws: `notFound`; `wrongType` for a blob.
  package func tree(of id: ObjectID) throws(GitError) -> ObjectID {
    // Looking a tree up would parse all of it, which no caller needs here.
    switch try header(of: id)?.kind {
    case .tree: return id
    case .commit: return try commit(id).tree
    case .tag, .blob: return try peel(id, to: GIT_OBJECT_TREE, "find tree of")
    case nil: throw GitError(.notFound, "find tree of", id.hex, "there is no such object")
    }
  }

  func commitHandle(_ id: ObjectID) throws(GitError) -> Handle<CommitObject> {
    var raw = id.raw
    return try unsafe Handle("read commit", id.hex) { unsafe git_commit_lookup(&$0, pointer, &raw) }
  }

  func peel(_ id: ObjectID, to type: git_object_t, _ operation: StaticString) throws(GitError) -> ObjectID {
    var raw = id.raw
    let object = try unsafe Handle<AnyObjectObject>(operation, id.hex) {
      unsafe git_object_lookup(&$0, pointer, &raw, GIT_OBJECT_ANY)
    }
    let peeled = try unsafe Handle<AnyObjectObject>(operation, id.hex) {
      unsafe git_object_peel(&$0, object.pointer, type)
    }
    guard let found = unsafe git_object_id(peeled.pointer) else {
      throw GitError(.damaged, operation.description, id.hex)
    }
    return unsafe ObjectID(found.pointee)
  }

  private func parents(of commit: borrowing Handle<CommitObject>) -> [ObjectID] {
    var found: [ObjectID] = []
    for number in unsafe 0..<git_commit_parentcount(commit.pointer) {
      if let parent = unsafe git_commit_parent_id(commit.pointer, number) {
        unsafe found.append(ObjectID(parent.pointee))
      }
    }
    return found
  }

  private func identity(_ signature: git_signature) -> Identity {
    unsafe Identity(
      name: signature.name.map { unsafe String(cString: $0) } ?? "",
      email: signature.email.map { unsafe String(cString: $0) } ?? "",
      time: Timestamp(seconds: signature.when.time, offset: Int(signature.when.offset)))
  }
}
