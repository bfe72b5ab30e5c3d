import CGit2

/// What came of a merge.
package enum MergeOutcome: Hashable, Sendable {
  case merged(tree: ObjectID)
  /// Sorted by path. Nothing was written that a ref leads to.
  case conflicts([MergeConflict])
}

/// One path that a person has to decide.
package struct MergeConflict: Hashable, Sendable {
  /// What both sides did to the path.
  package enum Kind: Hashable, Sendable {
    /// Both changed the same lines.
    case content
    /// Both added it, differently.
    case bothAdded
    /// Ours removed it and theirs changed it.
    case removedByUs
    /// Theirs removed it and ours changed it.
    case removedByThem
    /// One side has a file where the other has a folder.
    case fileAndFolder
    /// Both changed a link, a submodule, or a file that is not text.
    case notMergeable
  }

  package let path: TreePath
  package let kind: Kind
}

extension Repository {
  /// Merges the histories of two commits into a tree, as `git merge-tree --write-tree` does.
  ///
  /// - Throws: `notFound` when the histories have nothing in common.
  package func mergeCommits(ours: ObjectID, theirs: ObjectID) throws(GitError) -> MergeOutcome {
    let bases = try mergeBases(ours, theirs)
    guard let base = bases.first else {
      throw GitError(.notFound, "merge", "\(ours.short) and \(theirs.short)", "their histories have nothing in common")
    }
    // Crosswise merges need a merged base; libgit2 makes one.
    if bases.count > 1 { return try mergeCommitsWithRenames(ours, theirs) }
    return try mergeTrees(base: base, ours: ours, theirs: theirs)
  }

  /// Merges two trees or commits by what each changed since `base`; nil is the empty tree.
  ///
  /// Only changed paths are looked at. Where one side removed or renamed a file that the other changed, libgit2's
  /// slower merge looks for renames, unless told not to. Merge drivers of `.gitattributes` are not run.
  package func mergeTrees(
    base: ObjectID?, ours: ObjectID, theirs: ObjectID, findingRenames: Bool = true
  ) throws(GitError) -> MergeOutcome {
    var merge = TreeMerge(
      repository: self, ours: try changedPaths(from: base, to: ours), theirs: try changedPaths(from: base, to: theirs))
    try merge.run()
    if merge.mayBeRenames, findingRenames {
      let outcome = try mergeTreesWithRenames(base, ours, theirs)
      // Where renames settle nothing, our own list names the paths as the editor knows them.
      if case .merged = outcome { return outcome }
      if merge.conflicts.isEmpty { return outcome }
    }
    guard merge.conflicts.isEmpty else { return .conflicts(merge.conflicts.sorted { $0.path < $1.path }) }
    return .merged(tree: try writeTree(from: ours, edits: merge.edits))
  }

  private func mergeTreesWithRenames(
    _ base: ObjectID?, _ ours: ObjectID, _ theirs: ObjectID
  ) throws(GitError) -> MergeOutcome {
    let first = try treeHandle(try tree(of: base ?? .emptyTree))
    let second = try treeHandle(try tree(of: ours))
    let third = try treeHandle(try tree(of: theirs))
    let index = try unsafe Handle<IndexObject>("merge trees") { made in
      unsafe withMergeOptions {
        unsafe git_merge_trees(&made, pointer, first.pointer, second.pointer, third.pointer, $0)
      }
    }
    return try outcome(of: index)
  }

  private func mergeCommitsWithRenames(_ ours: ObjectID, _ theirs: ObjectID) throws(GitError) -> MergeOutcome {
    let first = try commitHandle(ours)
    let second = try commitHandle(theirs)
    let index = try unsafe Handle<IndexObject>("merge commits") { made in
      unsafe withMergeOptions { unsafe git_merge_commits(&made, pointer, first.pointer, second.pointer, $0) }
    }
    return try outcome(of: index)
  }

  private func withMergeOptions(_ body: (UnsafePointer<git_merge_options>) -> CInt) -> CInt {
    var options = unsafe git_merge_options()
    let status = unsafe git_merge_options_init(&options, UInt32(GIT_MERGE_OPTIONS_VERSION))
    guard status == 0 else { return status }
    unsafe options.flags = GIT_MERGE_FIND_RENAMES.rawValue
    return unsafe body(&options)
  }

  private func outcome(of index: borrowing Handle<IndexObject>) throws(GitError) -> MergeOutcome {
    guard unsafe git_index_has_conflicts(index.pointer) == 1 else {
      var made = git_oid()
      try unsafe check(git_index_write_tree_to(&made, index.pointer, pointer), "write merged tree")
      return .merged(tree: ObjectID(made))
    }
    let iterator = try unsafe Handle<ConflictIteratorObject>("list conflicts") {
      unsafe git_index_conflict_iterator_new(&$0, index.pointer)
    }
    var found: [MergeConflict] = []
    var base: UnsafePointer<git_index_entry>?
    var ours: UnsafePointer<git_index_entry>?
    var theirs: UnsafePointer<git_index_entry>?
    while try unsafe checkNext(git_index_conflict_next(&base, &ours, &theirs, iterator.pointer), "list conflicts") {
      guard let name = unsafe (ours ?? theirs ?? base)?.pointee.path else { continue }
      let kind: MergeConflict.Kind =
        switch unsafe (base != nil, ours != nil, theirs != nil) {
        case (_, false, _): .removedByUs
        case (_, _, false): .removedByThem
        case (false, true, true): .bothAdded
        case (true, true, true): .content
        }
      found.append(MergeConflict(path: unsafe TreePath(bytes: bytes(of: name)), kind: kind))
    }
    return .conflicts(found.sorted { $0.path < $1.path })
  }

  func treeHandle(_ id: ObjectID) throws(GitError) -> Handle<TreeObject> {
    var raw = id.raw
    return try unsafe Handle("read tree", id.hex) { unsafe git_tree_lookup(&$0, pointer, &raw) }
  }
}
