import GitStore

/// Brings the work trees that have a branch checked out along when the branch moves.
struct WorkTreeFollower {
  let repository: Repository
  let environment: [String: String]
  let ref: RefName

  /// A work tree that follows.
  struct Tree {
    let path: String
    let repository: Repository
  }

  /// Returns the work trees that have to follow, once it is certain that nothing in them would be lost.
  ///
  /// - Throws: `DeskError.wouldOverwrite`, `DeskError.branchBusy`.
  func prepare(from old: ObjectID?, to new: ObjectID) throws -> [Tree] {
    try expectIdle()
    return try repository.workTrees(holding: ref).filter(\.isPresent).map { found in
      let tree = Tree(path: found.path, repository: try open(found))
      let obstacles = try tree.repository.obstacles(from: old, to: new)
      guard obstacles.isEmpty else { throw DeskError.wouldOverwrite(workTree: found.path, obstacles) }
      return tree
    }
  }

  /// Throws `DeskError.branchBusy` when a rebase or a bisection will come back to the branch.
  func expectIdle() throws {
    if let busy = try repository.workTrees(holding: ref).first(where: { $0.isPresent && $0.busyBranch == ref }) {
      throw DeskError.branchBusy(ref.branch ?? ref.description, workTree: busy.path)
    }
  }

  /// Writes the files, then calls `move`; puts the files where the ref is when that fails.
  func follow(_ trees: [Tree], from old: ObjectID?, to new: ObjectID, move: () throws -> Void) throws {
    var written: [Tree] = []
    do {
      for tree in trees {
        written.append(tree)
        try tree.repository.checkOut(from: old, to: new)
      }
      try move()
    } catch {
      putBack(written, from: new)
      throw error
    }
  }

  private func putBack(_ trees: [Tree], from new: ObjectID) {
    for tree in trees {
      do {
        // Not to where the ref was: it may have moved to the very same files meanwhile.
        guard let actual = try repository.tip(of: ref) else { continue }
        try tree.repository.checkOut(from: new, to: actual)
      } catch {
        // The first failure is the one to tell. What could not be put back is staged, and git status shows it.
      }
    }
  }

  /// Opens another work tree of the repository.
  func open(_ tree: WorkTree) throws -> Repository {
    if tree.gitDirectory == repository.gitDirectory, repository.workTree != nil { return repository }
    // These describe the work tree where the command runs, not this one.
    let own = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_IMPLICIT_WORK_TREE"]
    return try Repository.open(at: tree.path, environment: environment.filter { !own.contains($0.key) })
  }
}
