import Gatekeeping
import GitStore

/// What a branch may change beside the text of articles.
struct ChangeScope {
  let repository: Repository
  let policy: Policy
  let tips: Tips

  /// Returns a refusal for each path that a branch of one article changes and that is not the article's.
  ///
  /// What the published branch has, or had where both parted, is nobody's change: it comes by merging that branch.
  func foreignPaths(in changes: [ChangedPath], since commit: ObjectID?, of slug: Slug) throws -> [Refusal] {
    let foreign = changes.filter { change in
      guard let path = change.path.string else { return true }
      return !policy.isOwn(path, of: slug)
    }
    guard !foreign.isEmpty else { return [] }
    var published = try tips.allTips(of: policy.workflow.protectedBranch)
    // Without a published branch nothing says what was there before.
    if published.isEmpty { return [] }
    if let commit { published += try published.compactMap { try repository.mergeBase($0, commit) } }
    return try foreign.filter { change in
      try !published.contains { try repository.entry(at: change.path, in: $0) == change.new }
    }.map { .foreignPath($0.path.description, owner: slug) }
  }

  /// Returns what is wrong with a change of the policy on the protected branch.
  ///
  /// A branch that is made by the update had no bar that could be lowered, so there the policy may come with articles.
  func policyFlaws(of step: UpdateJudge.Step) throws -> [Refusal] {
    guard let change = step.changes.first(where: { $0.path == TreePath(Policy.path) }) else { return [] }
    var refusals: [Refusal] = []
    if !step.isFirst {
      if step.snapshot.isStaged {
        if mixesPolicy(step.changes) { refusals.append(.policyWithArticles(policy: Policy.path, commit: nil)) }
      } else if let start = step.start, let commit = step.commit {
        refusals += try commits(mixingPolicyFrom: start, to: commit).map {
          .policyWithArticles(policy: Policy.path, commit: $0.hex)
        }
      }
    }
    do {
      if let version = change.new {
        _ = try PolicyReader(repository: repository).policy(in: version, label: Policy.path)
      }
    } catch DeskError.brokenPolicy(let error, _, _) {
      refusals.append(.brokenPolicy(error))
    }
    return refusals
  }

  /// Returns the commits of an update that change the policy and an article at once.
  ///
  /// What a merge takes over from one of its parents was changed by another commit.
  private func commits(mixingPolicyFrom start: ObjectID, to end: ObjectID) throws -> [ObjectID] {
    let path = TreePath(Policy.path)
    return try repository.commits(reachableFrom: [end], notFrom: [start]).filter { commit in
      // History ends here in a shallow clone, and what was before it is not known.
      let parents = try repository.parents(of: commit)
      guard try parents.allSatisfy({ try repository.header(of: $0) != nil }) else { return false }
      let version = try repository.entry(at: path, in: commit)
      guard try parents.allSatisfy({ try repository.entry(at: path, in: $0) != version }) else { return false }
      let first = try repository.changedPaths(from: parents.first, to: commit)
      return mixesPolicy(
        try first.filter { change in
          try parents.dropFirst().allSatisfy { try repository.entry(at: change.path, in: $0) != change.new }
        })
    }
  }

  private func mixesPolicy(_ changes: [ChangedPath]) -> Bool {
    changes.contains { $0.path == TreePath(Policy.path) }
      && !UpdateJudge.articles(in: changes, of: nil, policy: policy).isEmpty
  }

  /// Returns a refusal for each link or submodule that stands where a folder of articles would.
  func links(in changes: [ChangedPath]) -> [Refusal] {
    changes.compactMap { change in
      guard let mode = change.new?.mode, mode == .symbolicLink || mode == .submodule else { return nil }
      let path = change.path.description
      guard case .other = policy.kind(ofPath: path) else { return nil }
      return policy.articles.contains { $0.canMatch(below: path) } ? .linkAboveArticles(path) : nil
    }
  }

  /// Returns for each path another file that is the same one where case does not count.
  static func collisions(of paths: [TreePath], in snapshot: Snapshot) throws -> [TreePath: String] {
    guard !paths.isEmpty else { return [:] }
    let folded = Dictionary(paths.map { ($0.description.lowercased(), $0) }) { first, _ in first }
    let lengths = Set(paths.map(\.bytes.count))
    var found: [TreePath: String] = [:]
    let others = try snapshot.files(under: "") { other in
      lengths.contains(other.bytes.count)
    } entering: { folder in
      folded.keys.contains { $0.hasPrefix(folder.description.lowercased() + "/") }
    }
    for other in others {
      guard let path = folded[other.path.description.lowercased()], path != other.path else { continue }
      found[path] = other.path.description
    }
    return found
  }
}
