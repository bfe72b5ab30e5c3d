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
    if has("rebase-merge") { return WayBack(arguments: ["rebase", "--abort"], discardsWork: false) }
    if has("rebase-apply") {
      let verb = has("rebase-apply/applying") ? "am" : "rebase"
      return WayBack(arguments: [verb, "--abort"], discardsWork: false)
    }
    if has("MERGE_HEAD") { return WayBack(arguments: ["merge", "--abort"], discardsWork: false) }
    if has("CHERRY_PICK_HEAD") { return WayBack(arguments: ["cherry-pick", "--abort"], discardsWork: false) }
    let staged = try repository.stagedChanges()
    let arrived = try staged.filter { try repository.entry(at: $0.path, in: new) == $0.new }
    guard !arrived.isEmpty else { return nil }
    // Only `git commit` states the author's date in this way; then what is staged is the writer's own work.
    if environment["GIT_AUTHOR_DATE"]?.hasPrefix("@") == true { return restoring(arrived.map(\.path)) }
    return WayBack(arguments: ["reset", "--merge"], discardsWork: arrived.count < staged.count)
  }

  /// Returns the way back from a refused commit of what is staged.
  func wayBack(fromStaged changes: [ChangedPath], isMerge: Bool) throws -> WayBack? {
    if isMerge || has("MERGE_HEAD") { return WayBack(arguments: ["merge", "--abort"], discardsWork: false) }
    if has("CHERRY_PICK_HEAD") { return WayBack(arguments: ["cherry-pick", "--abort"], discardsWork: false) }
    guard try repository.headTip() != nil else { return nil }
    return restoring(changes.map(\.path))
  }

  private func restoring(_ paths: [TreePath]) -> WayBack? {
    guard !paths.isEmpty else { return nil }
    return WayBack(
      arguments: ["restore", "--staged", "--worktree", "--"] + paths.map(\.description), discardsWork: true)
  }

  /// Whether git keeps this file while an operation is under way.
  private func has(_ name: String) -> Bool {
    var information = stat()
    return lstat(repository.gitDirectory + "/" + name, &information) == 0
  }
}
