import GitStore

extension Desk {
  /// Returns the name of the repository that a team shares: `origin`, else the first one; `nil` for an editor who is alone.
  package func usualRemote() throws -> String? {
    let names = try repository.remoteNames()
    return names.first { $0 == "origin" } ?? names.first
  }

  /// Returns the words of the command that tells the others of refs; `nil` where there are none.
  ///
  /// It names the repository that git itself would push to, where the configuration says which.
  ///
  /// - Parameter isAtomic: whether the refs are to arrive together or not at all.
  package func pushing(_ refs: [String], isAtomic: Bool = false) throws -> [String]? {
    try pushRemote().map { ["git", "push"] + (isAtomic ? ["--atomic"] : []) + [$0] + refs }
  }

  /// Returns the words of the command that moves the refs for the others as they were moved here, all or none.
  ///
  /// A branch that went away is named only where the others have it: Git refuses to delete what is not there.
  package func pushing(_ moves: [RefMove]) throws -> [String]? {
    guard let remote = try pushRemote() else { return nil }
    let refs = try moves.compactMap { move in
      guard move.new.isZero else { return move.name }
      return try Tips(repository).tip(of: move.name, in: remote) == nil ? nil : ":" + move.name
    }
    return try pushing(refs, isAtomic: true)
  }

  private func pushRemote() throws -> String? {
    let wanted = try repository.configString("remote.pushDefault")
    return try repository.remoteNames().first { $0 == wanted } ?? usualRemote()
  }
}
