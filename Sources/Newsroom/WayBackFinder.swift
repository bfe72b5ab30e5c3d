import Gatekeeping
import GitStore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Finds the git command that takes back what a refused operation leaves in the index and the work tree.
///
/// Git has often written the files when it asks whether the ref may move, and leaves them when it may not.
struct WayBackFinder {
  let repository: Repository
  let environment: [String: String]

  /// Returns the way back from a refused move of a ref; `nil` when nothing was written.
  func wayBack(from judgement: Judgement, to new: ObjectID, on ref: RefName) throws -> WayBack? {
    guard !repository.isBare else { return nil }
    if has("rebase-merge") { return WayBack("rebase", "--abort", effect: .cleansUp) }
    if has("rebase-apply") {
      return WayBack(has("rebase-apply/applying") ? "am" : "rebase", "--abort", effect: .cleansUp)
    }
    if has("MERGE_HEAD") { return WayBack("merge", "--abort", effect: .cleansUp) }
    if has("CHERRY_PICK_HEAD") { return WayBack("cherry-pick", "--abort", effect: .cleansUp) }
    let staged = try repository.stagedChanges()
    let arrived = try staged.filter { try repository.entry(at: $0.path, in: new) == $0.new }
    guard !arrived.isEmpty else { return nil }
    // Only `git commit` states the author's date in this way; then what is staged is the writer's own work.
    if environment["GIT_AUTHOR_DATE"]?.hasPrefix("@") == true { return try puttingAside() }
    if arrived.count == staged.count { return WayBack("reset", "--merge", effect: .cleansUp) }
    // Something else was staged before: only the files that came go away.
    // From the top, wherever the writer stands.
    return WayBack(
      ["restore", "--staged", "--worktree", "--"] + arrived.map { ":/\($0.path)" }, effect: .cleansUp)
  }

  /// Returns the way back from a refused commit of what is staged.
  func wayBack(fromStaged changes: [ChangedPath], isMerge: Bool) throws -> WayBack? {
    // Without conflicts git has written the merge; otherwise the writer has decided them, which is work.
    if isMerge { return WayBack("merge", "--abort", effect: .cleansUp) }
    if has("MERGE_HEAD") { return WayBack("merge", "--abort", effect: .discards) }
    if has("CHERRY_PICK_HEAD") { return WayBack("cherry-pick", "--abort", effect: .discards) }
    return changes.isEmpty ? nil : try puttingAside()
  }

  /// A commit that is refused leaves the files as the writer made them; `nil` when there is no commit to go back to.
  private func puttingAside() throws -> WayBack? {
    guard try repository.headTip() != nil else { return nil }
    // Git stashes no file of which the index knows the name alone.
    let preparation = try repository.ownIndex().hasIntendedEntries ? ["add", "--all"] : []
    return WayBack(["stash"], after: preparation, effect: .putsAside)
  }

  /// Whether git keeps this file while an operation is under way.
  private func has(_ name: String) -> Bool {
    var information = stat()
    return lstat(repository.gitDirectory + "/" + name, &information) == 0
  }
}
