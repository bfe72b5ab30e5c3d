import Gatekeeping
import GitStore
import Manuscripts

/// That an article was sent back, and what is on its way to a stage does not know of it.
struct SentBack {
  /// The commit that took the article from a stage.
  let commit: Commit
  /// The branch of the furthest stage that has that commit, without `refs/heads/`.
  let branch: String
}

/// Finds articles that come to a stage although they were sent back: out of a clone that has not heard of it.
///
/// Whoever promotes an article that was sent back, and mended, brings along the commit that sent it back: it lies in the
/// history of the branches from then on. What comes without it is from before. Two things tell it from a text of another
/// origin, such as a mistake that is put right on the published branch itself: it brings commits of the history that was
/// sent back, or it has that very text, as a squashed merge does.
struct SentBackSearch {
  let repository: Repository
  let policy: Policy
  let tips: Tips

  /// A file of an article that is on its way to a stage.
  struct Arrival {
    let slug: Slug
    let path: String
    let bytes: [UInt8]
  }

  /// Returns the articles that were sent back, each with how that came about last.
  ///
  /// - Parameters:
  ///   - stage: where they go.
  ///   - commits: what they come with.
  ///   - start: what the stage's branch has before; `nil` when it is made by this.
  func search(
    _ arrivals: [Arrival], to stage: Stage, with commits: [ObjectID], since start: ObjectID?
  ) throws -> [Slug: SentBack] {
    guard !arrivals.isEmpty else { return [:] }
    let known = try knownTips(of: Set(arrivals.map(\.slug)), upTo: stage)
    let newest = Set(known.values.joined().flatMap(\.tips)).union([start].compactMap { $0 }).subtracting(commits)
    guard !newest.isEmpty else { return [:] }
    var found: [Slug: SentBack] = [:]
    for id in try repository.commits(reachableFrom: Array(newest), notFrom: commits) {
      for slug in try articlesTaken(by: id, among: known) where found[slug] == nil {
        let commit = try repository.commit(id)
        let own = arrivals.filter { $0.slug == slug }
        let branches = known[slug] ?? []
        guard try isOrigin(commit, of: own, with: commits, since: start) else { continue }
        if let before = branches.last, before.stage == source(of: stage),
          try isApproved(own, at: before.tips, after: id)
        {
          continue
        }
        let holder = try branches.last { try $0.tips.contains { try repository.isAncestor(id, of: $0) } }
        found[slug] = SentBack(commit: commit, branch: holder?.branch ?? policy.workflow.branch(of: slug, at: stage))
      }
    }
    return found
  }

  /// A stage's branch of one article, and where it is here and elsewhere.
  private typealias Branch = (stage: Stage, branch: String, tips: [ObjectID])

  /// The branches of the stages before this one, those that there are.
  private func knownTips(of slugs: Set<Slug>, upTo stage: Stage) throws -> [Slug: [Branch]] {
    let earlier = policy.workflow.stages.prefix { $0 != stage }
    var known: [Slug: [Branch]] = [:]
    for slug in slugs {
      known[slug] = try earlier.compactMap { stage in
        let branch = policy.workflow.branch(of: slug, at: stage)
        let tips = try tips.allTips(of: branch)
        return tips.isEmpty ? nil : (stage, branch, tips)
      }
    }
    return known
  }

  private func source(of stage: Stage) -> Stage? { policy.workflow.stages.prefix { $0 != stage }.last }

  /// Returns the articles that a commit takes away: all its parents have them.
  private func articlesTaken(by id: ObjectID, among known: [Slug: [Branch]]) throws -> [Slug] {
    let parents = try repository.parents(of: id)
    // Beyond the end of a shallow clone there is nothing.
    guard let first = parents.first, try parents.allSatisfy({ try repository.header(of: $0) != nil }) else { return [] }
    var gone = Set<Slug>()
    for change in try repository.changedPaths(from: first, to: id) where change.new == nil {
      guard case .article(let slug, _) = policy.kind(ofPath: change.path.description), known[slug] != nil else {
        continue
      }
      gone.insert(slug)
    }
    return try gone.filter { slug in
      try !has(slug, in: id) && parents.dropFirst().allSatisfy { try has(slug, in: $0) }
    }
  }

  private func has(_ slug: Slug, in commit: ObjectID) throws -> Bool {
    try !Snapshot(repository, commit).articles(of: slug, policy: policy).isEmpty
  }

  /// Whether what arrives comes from what the commit took away.
  private func isOrigin(
    _ commit: Commit, of arrivals: [Arrival], with commits: [ObjectID], since start: ObjectID?
  ) throws -> Bool {
    if let start, let slug = arrivals.first?.slug, try repository.isAncestor(commit.id, of: start) {
      // The branch is forced back to where it knew nothing of it.
      return try !has(slug, in: start)
    }
    for parent in commit.parents {
      for id in commits {
        let bases = try repository.mergeBases(id, parent)
        let isNew = try bases.contains { base in try start.map { try !repository.isAncestor(base, of: $0) } ?? true }
        if isNew { return true }
      }
      if try arrivals.contains(where: { try isText(of: $0, in: parent) }) { return true }
    }
    return false
  }

  /// Whether the stage before has the same text again, since the article was sent back.
  private func isApproved(_ arrivals: [Arrival], at tips: [ObjectID], after commit: ObjectID) throws -> Bool {
    try tips.contains { tip in
      try repository.isAncestor(commit, of: tip) && arrivals.allSatisfy { try isText(of: $0, in: tip) }
    }
  }

  private func isText(of arrival: Arrival, in commit: ObjectID) throws -> Bool {
    let resolver = BaselineResolver(repository: repository, policy: policy, tips: tips)
    guard let entry = try resolver.article(arrival.slug, like: arrival.path, in: commit) else { return false }
    let text = try resolver.text(of: entry, revision: nil).bytes
    return text == arrival.bytes
      || policy.evenlyStamped(text, at: arrival.path) == policy.evenlyStamped(arrival.bytes, at: arrival.path)
  }
}
