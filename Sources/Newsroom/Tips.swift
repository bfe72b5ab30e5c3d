import GitStore

/// Where branches are, or will be when the updates that are being judged together take effect.
struct Tips {
  let repository: Repository
  /// Whether what was fetched from other repositories counts. Where a push arrives, it does not.
  private let looksAtRemotes: Bool
  private var moved: [RefName: ObjectID] = [:]

  init(_ repository: Repository, with updates: [RefUpdate] = [], remotes: Bool = true) {
    self.repository = repository
    looksAtRemotes = remotes
    for update in updates {
      // A branch that goes in the same push stays the measure of what comes with it.
      if case .id(let id) = update.new { moved[update.ref] = id }
    }
  }

  /// Returns the commit at the tip of a branch; `nil` when there is none.
  ///
  /// Few people have a branch of their own for each article they fetch, and fewer keep it up to date. So a branch that
  /// is not here is the one of the same name in another repository, and one that has merely stayed behind is as far as
  /// that is; what was committed here is not overruled.
  func tip(of branch: String) throws -> ObjectID? {
    let ref = try RefName(branch: branch)
    if let moved = moved[ref] { return moved }
    var tip = try repository.tip(of: ref)
    for other in try fetchedTips(of: branch) where other != tip {
      if let known = tip, try !repository.isAncestor(known, of: other) { continue }
      tip = other
    }
    return tip
  }

  /// Returns where the branch is now, where it will be, and where it is in other repositories, each once.
  func allTips(of branch: String) throws -> [ObjectID] {
    let ref = try RefName(branch: branch)
    let tips = try [repository.tip(of: ref), moved[ref]].compactMap { $0 } + fetchedTips(of: branch)
    var seen = Set<ObjectID>()
    return tips.filter { seen.insert($0).inserted }
  }

  /// Returns where the branch was in other repositories when something was last fetched from them.
  func fetchedTips(of branch: String) throws -> [ObjectID] {
    guard looksAtRemotes else { return [] }
    return try repository.remoteNames().compactMap { try tip(of: branch, in: $0) }
  }

  /// Returns where the branch was in one other repository when something was last fetched from it or pushed to it.
  func tip(of branch: String, in remote: String) throws -> ObjectID? {
    let ref: RefName
    do throws(GitError) {
      ref = try RefName("refs/remotes/\(remote)/\(branch)")
    } catch {
      // Not every name of a remote can be a part of a ref's.
      return nil
    }
    return try repository.tip(of: ref)
  }
}
