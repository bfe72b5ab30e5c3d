import CGit2

/// One change of a tree that is written anew.
package enum TreeEdit: Hashable, Sendable {
  /// Adds or replaces what the path holds; the folders above it are made.
  case put(TreePath, FileVersion)
  /// Removes what the path holds, a whole folder included; nothing there is no error. Folders left empty go too.
  case remove(TreePath)

  var path: TreePath {
    switch self {
    case .put(let path, _), .remove(let path): path
    }
  }

  fileprivate var version: FileVersion? {
    if case .put(_, let version) = self { version } else { nil }
  }
}

extension Repository {
  /// Stores the tree that comes of `base` by some edits, and returns its id. Only the folders on the way are written.
  ///
  /// The order of the edits does not matter, but of two that put the same path the later one wins: a file can be
  /// removed and a folder of its name filled.
  ///
  /// - Parameter base: a tree or a commit; nil is the empty tree.
  /// - Throws: `invalidName` for a path that git could not store; `exists` when a file is in the way of a folder;
  ///   `damaged` or `notFound` when an object is missing.
  package func writeTree(from base: ObjectID?, edits: [TreeEdit]) throws(GitError) -> ObjectID {
    var steps: [EditStep] = []
    for edit in edits {
      guard let parts = edit.path.components, parts.count < TreeBounds.depth else {
        throw GitError(.invalidName, "write tree", edit.path.description, "this is not a path inside the repository")
      }
      steps.append(EditStep(parts: parts[...], version: edit.version))
    }
    let start = try base.map { id throws(GitError) in try tree(of: id) }
    if let tree = try write(from: start, steps) { return tree }
    // Nothing is left. The empty tree is stored too, or `git fsck` would miss it.
    return try write(from: nil, []) ?? .emptyTree
  }

  /// Stores a commit and returns its id. No ref names it yet.
  ///
  /// - Parameter message: what git would store, so with a line end at its end.
  /// - Throws: `invalidName` when the message has a NUL; `notFound` when the tree or a parent is not there.
  package func createCommit(
    tree: ObjectID, parents: [ObjectID], author: Identity, committer: Identity, message: String
  ) throws(GitError) -> ObjectID {
    let text = try cString(message, "create commit")
    let writer = try SignatureHandle(author)
    let recorder = try SignatureHandle(committer)
    var made = git_oid()
    var rawTree = tree.raw
    let rawParents = parents.map(\.raw)
    let status = unsafe rawParents.withUnsafeBufferPointer { parents in
      var pointers: [UnsafePointer<git_oid>?] = unsafe []
      if let first = parents.baseAddress {
        for number in parents.indices { unsafe pointers.append(first + number) }
      }
      return unsafe git_commit_create_from_ids(
        &made, pointer, nil, writer.pointer, recorder.pointer, nil, text, &rawTree, parents.count, &pointers)
    }
    try check(status, "create commit")
    return ObjectID(made)
  }

  /// Stores an annotated tag of a commit and returns its id. No ref names it yet.
  ///
  /// - Parameters:
  ///   - name: without `refs/tags/`.
  ///   - message: what git would store, so with a line end at its end.
  package func createTag(
    _ name: String, of commit: ObjectID, by tagger: Identity, message: String
  ) throws(GitError) -> ObjectID {
    let shortName = try cString(name, "create tag")
    let text = try cString(message, "create tag")
    let signature = try SignatureHandle(tagger)
    let target = try commitHandle(commit)
    var made = git_oid()
    try unsafe check(
      git_tag_annotation_create(&made, pointer, shortName, target.pointer, signature.pointer, text), "create tag", name)
    return ObjectID(made)
  }

  /// Writes one folder and returns its tree, or nil when nothing is left in it and it was not the empty tree before.
  private func write(from base: ObjectID?, _ steps: [EditStep]) throws(GitError) -> ObjectID? {
    let builder = try treeBuilder(base)
    for (name, group) in groups(steps) {
      let cName = nulTerminated(Array(name))
      let before = unsafe git_treebuilder_get(builder.pointer, cName).flatMap { unsafe version(of: $0) }
      guard let after = try edited(before, group) else {
        if before != nil { try unsafe check(git_treebuilder_remove(builder.pointer, cName), "write tree") }
        continue
      }
      guard after != before else { continue }
      var raw = after.id.raw
      try unsafe check(
        git_treebuilder_insert(nil, builder.pointer, cName, &raw, git_filemode_t(after.mode.rawValue)), "write tree",
        String(decoding: name, as: UTF8.self))
    }
    if !steps.isEmpty, unsafe git_treebuilder_entrycount(builder.pointer) == 0 { return nil }
    var made = git_oid()
    try unsafe check(git_treebuilder_write(&made, builder.pointer), "write tree")
    return ObjectID(made)
  }

  /// Returns what a name holds after all edits of it and of what is below it.
  private func edited(_ before: FileVersion?, _ steps: [EditStep]) throws(GitError) -> FileVersion? {
    var now = before
    for step in steps where step.parts.count == 1 && step.version == nil { now = nil }
    for step in steps where step.parts.count == 1 && step.version != nil { now = step.version }
    let below = steps.filter { $0.parts.count > 1 }.map { EditStep(parts: $0.parts.dropFirst(), version: $0.version) }
    guard !below.isEmpty else { return now }
    if let now, now.mode != .folder {
      guard below.allSatisfy({ $0.version == nil }) else {
        throw GitError(.exists, "write tree", steps[0].description, "a file is in the way of a folder")
      }
      return now
    }
    return try write(from: now?.id, below).map { FileVersion(id: $0, mode: .folder) }
  }

  private func groups(_ steps: [EditStep]) -> [(name: ArraySlice<UInt8>, steps: [EditStep])] {
    let names = Dictionary(grouping: steps) { $0.parts[$0.parts.startIndex] }
    return names.map { (name: $0.key, steps: $0.value) }
  }

  private func treeBuilder(_ base: ObjectID?) throws(GitError) -> Handle<TreeBuilderObject> {
    guard let base else {
      return try unsafe Handle("write tree") { unsafe git_treebuilder_new(&$0, pointer, nil) }
    }
    var raw = base.raw
    let tree = try unsafe Handle<TreeObject>("read tree", base.hex) { unsafe git_tree_lookup(&$0, pointer, &raw) }
    return try unsafe Handle("write tree", base.hex) { unsafe git_treebuilder_new(&$0, pointer, tree.pointer) }
  }

  private func version(of entry: OpaquePointer) -> FileVersion? {
    guard let id = unsafe git_tree_entry_id(entry) else { return nil }
    return unsafe FileVersion(
      id: ObjectID(id.pointee), mode: FileMode(raw: UInt32(git_tree_entry_filemode_raw(entry).rawValue)))
  }
}

/// An edit as one folder sees it: what is left of its path, and what to put there.
private struct EditStep {
  let parts: ArraySlice<ArraySlice<UInt8>>
  let version: FileVersion?

  var description: String { parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/") }
}

/// A C signature, freed at the end.
@safe
struct SignatureHandle: ~Copyable {
  let pointer: UnsafeMutablePointer<git_signature>

  init(_ identity: Identity) throws(GitError) {
    let name = try cString(identity.name, "use name")
    let email = try cString(identity.email, "use address")
    var made: UnsafeMutablePointer<git_signature>?
    try unsafe check(
      git_signature_new(&made, name, email, identity.time.seconds, CInt(clamping: identity.time.offset)),
      "use identity",
      "\(identity.name) <\(identity.email)>")
    guard let made = unsafe made else { throw GitError(.other(0), "use identity") }
    unsafe pointer = made
  }

  deinit { unsafe git_signature_free(pointer) }
}
