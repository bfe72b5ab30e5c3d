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
    let wanted = try repository.configString("remote.pushDefault")
    let remote = try repository.remoteNames().first { $0 == wanted } ?? usualRemote()
    return remote.map { ["git", "push"] + (isAtomic ? ["--atomic"] : []) + [$0] + refs }
  }
}
