import Gatekeeping
import GitStore

/// The history of the published branch, walked once when many articles are asked for: a walk for each of them takes most
/// of the time.
struct PublishedHistory {
  /// Of the published branch; `nil` when there is none.
  let tip: ObjectID?
  private let repository: Repository
  private let commits: Set<ObjectID>
  /// Those that were made on the published branch itself.
  private let own: Set<ObjectID>

  init(_ repository: Repository, policy: Policy) throws {
    self.repository = repository
    tip = try repository.tip(of: try RefName(branch: policy.workflow.protectedBranch))
    commits = try tip.map { Set(try repository.commits(reachableFrom: [$0])) } ?? []
    own = Set(try tip.map { try repository.firstParents(from: $0) } ?? [])
  }

  func contains(_ commit: ObjectID) -> Bool { commits.contains(commit) }

  /// Whether the commit was made on the published branch itself.
  func isOwn(_ commit: ObjectID) -> Bool { own.contains(commit) }

  /// Whether a stage's branch has what is published, and starts from there: nothing has been written since.
  func isReopened(_ version: ArticleVersion, since published: ArticleVersion) -> Bool {
    !version.stage.isShared && version.files == published.files && isOwn(version.commit)
  }

  /// Whether a commit is in the history of a version: that of a stage's branch is walked until it meets this one.
  func contains(_ commit: ObjectID, in version: ArticleVersion) throws -> Bool {
    if contains(commit) { return true }
    if version.stage.isShared { return false }
    var seen: Set<ObjectID> = []
    var waiting = [version.commit]
    while let next = waiting.popLast() {
      if next == commit { return true }
      guard !contains(next), seen.insert(next).inserted else { continue }
      // Beyond the end of a shallow clone there is nothing.
      guard try repository.header(of: next) != nil else { continue }
      waiting += try repository.parents(of: next)
    }
    return false
  }
}
