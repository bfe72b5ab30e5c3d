import CGit2

/// One ref, by value.
package struct Reference: Hashable, Sendable {
  package let name: RefName
  /// The object it leads to, symbolic refs followed.
  package let target: ObjectID
}

/// What is checked out.
package enum Head: Hashable, Sendable {
  /// A branch; its tip is nil while it has no commit.
  case branch(RefName, tip: ObjectID?)
  case detached(ObjectID)
}

extension Repository {
  /// Returns the object that a ref leads to, symbolic refs followed; nil when there is no such ref.
  ///
  /// - Throws: when the ref is there and broken.
  package func tip(of name: RefName) throws(GitError) -> ObjectID? {
    var raw = git_oid()
    let isThere = try unsafe checkFound(
      git_reference_name_to_id(&raw, pointer, name.cString), "look up ref", name.description)
    let found = isThere ? ObjectID(raw) : nil
    note(lookup: name, found)
    return found
  }

  private func note(lookup name: RefName, _ found: ObjectID?) {
    guard let known = lookedUpRefs, !known.contains(where: { $0.name == name && $0.found == found }) else { return }
    if known.count < 64 { lookedUpRefs?.append((name, found)) } else { lookedUpRefs = nil }
  }

  /// Returns the refs whose names begin with `prefix`, such as `refs/heads/draft/`, sorted by name.
  ///
  /// Like `git for-each-ref`, it leaves out refs that are broken or lead nowhere.
  package func references(under prefix: String = "refs/") throws(GitError) -> [Reference] {
    lookedUpRefs = nil
    let glob = try cString(prefix + "*", "list refs")
    let iterator = try unsafe Handle<ReferenceIteratorObject>("list refs", prefix) {
      unsafe git_reference_iterator_glob_new(&$0, pointer, glob)
    }
    var found: [Reference] = []
    while let reference = try unsafe Handle<ReferenceObject>.next(
      "list refs", prefix, { unsafe git_reference_next(&$0, iterator.pointer) })
    {
      guard let text = unsafe git_reference_name(reference.pointer) else { continue }
      let name = unsafe RefName(trusted: bytes(of: text))
      if let target = unsafe git_reference_target(reference.pointer) {
        unsafe found.append(Reference(name: name, target: ObjectID(target.pointee)))
      } else if let target = try tip(of: name) {
        found.append(Reference(name: name, target: target))
      }
    }
    return found.sorted { $0.name < $1.name }
  }

  /// Returns the names of the repositories that the configuration knows to fetch from, such as `origin`, sorted.
  package func remoteNames() throws(GitError) -> [String] {
    var names = unsafe git_strarray()
    defer { unsafe git_strarray_dispose(&names) }
    try unsafe check(git_remote_list(&names, pointer), "list remotes", commonDirectory)
    return unsafe UnsafeBufferPointer(start: names.strings, count: names.count)
      .compactMap { name in unsafe name.map { unsafe String(cString: $0) } }.sorted()
  }

  /// Returns the ref that holds the object id when this one is moved: at the end of symbolic refs, or this one itself.
  package func directName(of name: RefName) throws(GitError) -> RefName {
    var current = name
    for _ in 0..<5 {
      guard let target = try symbolicTarget(of: current) else { return current }
      current = target
    }
    throw GitError(.damaged, "look up ref", name.description, "its symbolic refs lead in a circle or too far")
  }

  /// Returns the ref that a symbolic ref points to, or nil when it is not symbolic or not there.
  package func symbolicTarget(of name: RefName) throws(GitError) -> RefName? {
    let reference = try unsafe Handle<ReferenceObject>.find("look up ref", name.description) {
      unsafe git_reference_lookup(&$0, pointer, name.cString)
    }
    guard let reference, let target = unsafe git_reference_symbolic_target(reference.pointer) else { return nil }
    return unsafe RefName(trusted: bytes(of: target))
  }

  /// Makes this work tree stand on another branch; neither files nor branches change.
  ///
  /// - Throws: `moved` when it does not stand on `old` any more.
  package func switchHead(from old: RefName, to new: RefName, message: String) throws(GitError) {
    let text = try cString(message, "switch branches")
    var made: OpaquePointer?
    let status = unsafe git_reference_symbolic_create_matching(
      &made, pointer, RefName.head.cString, new.cString, 1, old.cString, text)
    if let made = unsafe made { unsafe git_reference_free(made) }
    if status == GIT_EMODIFIED.rawValue {
      git_error_clear()
      let actual = try tip(of: .head) ?? .zero
      throw GitError(
        .moved(.head, expected: try tip(of: old) ?? .zero, actual: actual), "switch branches", new.description,
        "another branch than \(old) is checked out by now")
    }
    try check(status, "switch branches", new.description)
  }

  /// Returns what is checked out in this work tree.
  ///
  /// - Throws: `notFound` when HEAD itself is missing.
  package func head() throws(GitError) -> Head {
    if let branch = try symbolicTarget(of: .head) { return .branch(branch, tip: try tip(of: branch)) }
    guard let id = try tip(of: .head) else { throw GitError(.notFound, "look up ref", "HEAD", "it is missing") }
    return .detached(id)
  }
}
