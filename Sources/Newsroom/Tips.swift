import GitStore

/// Where branches are, or will be when the updates that are being judged together take effect.
struct Tips {
  let repository: Repository
  private var moved: [RefName: ObjectID] = [:]

  init(_ repository: Repository, with updates: [RefUpdate] = []) {
    self.repository = repository
    for update in updates {
      // A branch that goes in the same push stays the measure of what comes with it.
      if case .id(let id) = update.new { moved[update.ref] = id }
    }
  }

  /// Returns the commit at the tip of a branch; `nil` when there is none.
  func tip(of branch: String) throws -> ObjectID? {
    let ref = try RefName(branch: branch)
    return try moved[ref] ?? repository.tip(of: ref)
  }

  /// Returns where the branch is now, and where it will be, when these differ.
  func allTips(of branch: String) throws -> [ObjectID] {
    let ref = try RefName(branch: branch)
    return Array(Set([try repository.tip(of: ref), moved[ref]].compactMap { $0 }))
  }
}
