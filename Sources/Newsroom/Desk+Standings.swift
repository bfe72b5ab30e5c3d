package import Gatekeeping
import GitStore
import Scoring

extension Desk {
  /// Returns the stage of that name.
  ///
  /// - Throws: `DeskError.noSuchStage`, with the nearest name that there is.
  package func stage(named name: String) throws -> Stage {
    let policy = try policyForReading().policy
    guard let stage = policy.workflow.stage(named: name) else { throw noSuchStage(name, policy) }
    return stage
  }

  /// Returns where articles stand, sorted by slug.
  ///
  /// - Parameters:
  ///   - slugs: `nil` for all.
  ///   - isScored: whether to compute the scores; without, a board of thousands is quick.
  ///   - progress: told how many articles are done, and of how many.
  package func standings(
    of slugs: [Slug]? = nil, isScored: Bool = true, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> [Standing] {
    let policy = try policyForReading().policy
    let slugs = try slugs ?? self.slugs(policy)
    let history = try PublishedHistory(repository, policy: policy)
    let team = try TeamBoard(self)
    let tips = Tips(repository)
    let judge = ArticleJudge(
      repository: repository, policy: policy, tips: tips, history: history,
      waivers: WaiverBook(repository, policy: policy, tips: tips, history: history))
    var touches = LastTouches(repository: repository, policy: policy)
    let furthest = try slugs.map { slug in (slug, try versions(of: slug, policy)) }
    try touches.find(
      furthest.compactMap { slug, versions in versions.last?.stage.isShared == true ? slug : nil },
      from: try tip(policy.workflow.protectedBranch))
    var found: [Standing] = []
    for (number, (slug, versions)) in furthest.enumerated() {
      progress(number, furthest.count)
      // A branch that was opened and has no article yet is where the article will be.
      guard let version = versions.last(where: { !$0.files.isEmpty }) ?? versions.last else { continue }
      found.append(
        try standing(
          of: slug, version, among: versions, history, touches.commits[slug],
          isScored ? judge : nil, team, policy))
    }
    progress(furthest.count, furthest.count)
    return found
  }

  private func standing(
    of slug: Slug, _ version: ArticleVersion, among versions: [ArticleVersion], _ history: PublishedHistory,
    _ touch: Commit?, _ judge: ArticleJudge?, _ team: TeamBoard, _ policy: Policy
  ) throws -> Standing {
    let judged = try judge.flatMap { try self.judged(version, by: $0, policy) }
    let earlier = versions.filter { $0.commit != version.commit && precedes($0.stage, version.stage, policy) }
    let ahead = try earlier.filter { try !history.contains($0.commit, in: version) }
    // What is being revised is no stage that this version came from.
    let origin = earlier.last.flatMap { origin in
      version.stage.isShared && ahead.contains { $0.commit == origin.commit } ? nil : origin
    }
    let previous = try judge.flatMap { judge in try origin.flatMap { try self.judged($0, by: judge, policy) } }
    let last = try touch ?? repository.commit(version.commit)
    let reopened = version.stage.isShared ? versions.first { history.isReopened($0, since: version) } : nil
    return Standing(
      slug: slug, path: version.files.first?.path.description ?? "", stage: version.stage, branch: version.branch,
      scorecard: judged?.scorecard, verdict: version.stage.gate == nil ? nil : judged?.verdict,
      previousIntegrity: previous?.scorecard?.integrity,
      isStale: ahead.contains { $0.stage.name == version.stage.gate?.against }, ahead: ahead.map(\.stage.name),
      reopened: reopened?.stage.name,
      author: try repository.mapped(last.author).name, time: last.author.time.seconds,
      claims: try team.claims(on: slug),
      scheduled: try team.scheduled(slug))
  }

  private func judged(
    _ version: ArticleVersion, by judge: ArticleJudge, _ policy: Policy
  ) throws -> JudgedArticle? {
    guard let file = version.files.first else { return nil }
    let stages = policy.workflow.stages
    let start = stages.firstIndex(of: version.stage) ?? 0
    let gate = stages[start...].lazy.compactMap(\.gate).first ?? Gate(integrity: .zero)
    let passage = ArticleJudge.Passage(
      gate: gate, candidate: Snapshot(repository, version.commit), candidateLabel: version.branch, previous: nil,
      previousLabel: version.branch, commits: [version.commit],
      published: version.stage.isShared ? version.commit : nil)
    return try judge.judge(file, on: passage)
  }

  private func precedes(_ one: Stage, _ other: Stage, _ policy: Policy) -> Bool {
    let stages = policy.workflow.stages
    return (stages.firstIndex(of: one) ?? 0) < (stages.firstIndex(of: other) ?? 0)
  }

  private func tip(_ branch: String) throws -> ObjectID? { try repository.tip(of: try RefName(branch: branch)) }
}

/// The last commit of the published branch that touched each article.
private struct LastTouches {
  let repository: Repository
  let policy: Policy
  private(set) var commits: [Slug: Commit] = [:]
  /// How far back to look; an article that rests for longer counts as touched then.
  private static let most = 2000

  init(repository: Repository, policy: Policy) {
    self.repository = repository
    self.policy = policy
  }

  mutating func find(_ slugs: [Slug], from tip: ObjectID?) throws {
    guard let tip, !slugs.isEmpty else { return }
    var missing = Set(slugs)
    var last: Commit?
    for id in try repository.firstParents(from: tip, limit: Self.most) {
      let commit = try repository.commit(id)
      last = commit
      var parent = commit.parents.first
      if let id = parent, try repository.header(of: id) == nil { parent = nil }
      for change in try repository.changedPaths(from: parent, to: id) {
        guard case .article(let slug, _) = policy.kind(ofPath: change.path.description), missing.remove(slug) != nil
        else { continue }
        commits[slug] = commit
      }
      if missing.isEmpty { return }
    }
    if let last { for slug in missing { commits[slug] = last } }
  }
}
