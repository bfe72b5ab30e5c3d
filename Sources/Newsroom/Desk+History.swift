package import Gatekeeping
import GitStore
import Scoring
package import StructuredText

/// A version in an article's history with what its stage's gate says of it.
package struct ScoredEntry: Sendable {
  package let entry: HistoryEntry
  /// `nil` when the article was removed, or cannot be read.
  package let judged: JudgedArticle?
  /// The version before it on the same branch, by the same measure; `nil` for the first one.
  package let previous: JudgedArticle?
}

/// What a version of an article did to a fact that somebody asked for.
package struct FactEvent: Sendable {
  package enum Kind: String, Sendable { case introduced, altered, lost }

  package let entry: HistoryEntry
  package let kind: Kind
  /// The text in which the fact stands, and where; for a lost one the version before.
  package let text: ArticleText
  package let place: TextRange
  /// What an altered fact became or was before, and where.
  package let other: (text: ArticleText, place: TextRange)?
}

extension Desk {
  /// Returns the commits that changed an article, over all its stages, renames and moves, the newest first.
  ///
  /// - Throws: `DeskError`, `GitError`.
  package func history(of slug: Slug) throws -> [HistoryEntry] { try articleHistory(of: slug).entries }

  /// Returns the newest versions of an article with their scores, and how many older ones there are.
  ///
  /// Each is measured as the gate of its stage would have at the time: against the baseline that lies behind it.
  ///
  /// - Parameters:
  ///   - limit: how many versions at most.
  ///   - progress: told how many are done, and of how many.
  package func scoredHistory(
    of slug: Slug, limit: Int = .max, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> (entries: [ScoredEntry], hidden: Int) {
    let policy = try policyForReading().policy
    let history = try articleHistory(of: slug)
    let entries = try scored(history, of: slug, limit: limit, policy, progress)
    return (entries, history.entries.count - entries.count)
  }

  /// Returns each article's standing with the newest versions of its history, and how many older ones there are.
  ///
  /// - Parameters:
  ///   - limit: how many versions of an article at most.
  ///   - progress: told how many articles are done, and of how many.
  package func newsroom(
    limit: Int, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> [(standing: Standing, history: [ScoredEntry], hidden: Int, judged: JudgedArticle?)] {
    let policy = try policyForReading().policy
    let tip = try repository.tip(of: try RefName(branch: policy.workflow.protectedBranch))
    let shared = try SharedHistory(of: tip, isIndexed: true, in: repository, policy: policy)
    let standings = try standings(progress: { done, all in progress(done, 2 * all) })
    return try standings.enumerated().map { number, standing in
      progress(standings.count + number, 2 * standings.count)
      let history = try articleHistory(of: standing.slug, shared: shared)
      let scored = try scored(history, of: standing.slug, limit: limit, policy) { _, _ in }
      let article = standing.path.isEmpty ? nil : try article(named: "\(standing.branch):\(standing.path)")
      return (
        standing, scored, history.entries.count - scored.count,
        article.flatMap { try? judge($0) }
      )
    }
  }

  private func scored(
    _ history: ArticleHistory, of slug: Slug, limit: Int, _ policy: Policy, _ progress: (Int, Int) -> Void
  ) throws -> [ScoredEntry] {
    var scorer = HistoryScorer(repository: repository, policy: policy, slug: slug, history: history)
    let shown = history.entries.prefix(max(0, limit))
    return try shown.enumerated().map { number, entry in
      progress(number, shown.count)
      return try scorer.scored(entry)
    }
  }

  /// Returns which versions of an article introduced, altered or lost what `words` state, the newest first.
  ///
  /// - Parameter progress: is told how many versions of how many have been looked at.
  /// - Throws: `DeskError.noFact` when the words hold nothing to look for.
  package func events(
    of words: String, in slug: Slug, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> [FactEvent] {
    let policy = try policyForReading().policy
    var search = FactSearch(repository: repository, policy: policy, words: words)
    return try search.events(in: try history(of: slug), progress: progress)
  }

  private func articleHistory(of slug: Slug, shared: SharedHistory? = nil) throws -> ArticleHistory {
    let policy = try policyForReading().policy
    let versions = try versions(of: slug, policy).filter { !$0.files.isEmpty }
    let main = versions.last?.files.first?.path
    let starts = versions.compactMap { version -> (stage: Stage, tip: ObjectID, path: TreePath)? in
      let path = version.files.first { $0.path == main }?.path ?? version.files.first?.path
      return path.map { (version.stage, version.commit, $0) }
    }
    let tip = starts.first { $0.stage.isShared }?.tip
    return try ArticleHistory(
      of: slug, from: starts,
      shared: try shared ?? SharedHistory(of: tip, isIndexed: false, in: repository, policy: policy), in: repository,
      policy: policy)
  }
}

/// Scores the versions of one article, each pair of texts once.
private struct HistoryScorer {
  let repository: Repository
  let policy: Policy
  let slug: Slug
  let history: ArticleHistory

  private struct Key: Hashable {
    let version: ObjectID
    let baseline: ObjectID?
    let gate: Gate?
  }

  private var known: [Key: JudgedArticle] = [:]
  private var resolver: BaselineResolver {
    BaselineResolver(repository: repository, policy: policy, tips: Tips(repository))
  }

  init(repository: Repository, policy: Policy, slug: Slug, history: ArticleHistory) {
    self.repository = repository
    self.policy = policy
    self.slug = slug
    self.history = history
  }

  mutating func scored(_ entry: HistoryEntry) throws -> ScoredEntry {
    guard let version = entry.version else { return ScoredEntry(entry: entry, judged: nil, previous: nil) }
    let stages = policy.workflow.stages
    let start = entry.stage.flatMap { stages.firstIndex(of: $0) } ?? 0
    let gate = stages[start...].lazy.compactMap(\.gate).first
    let measure = try self.measure(for: entry, by: gate)
    let judged = try judge(version, at: entry.path, in: entry.commit.id, entry.stage?.gate, gate, measure)
    var previous: JudgedArticle?
    if let before = entry.previous, let old = try repository.entry(at: before.path, in: before.commit) {
      previous = try judge(old, at: before.path, in: before.commit, entry.stage?.gate, gate, measure)
    }
    return ScoredEntry(entry: entry, judged: judged, previous: previous)
  }

  private func measure(for entry: HistoryEntry, by gate: Gate?) throws -> BaselineResolver.Measure {
    let path = entry.path.description
    if let name = gate?.against, let stage = policy.workflow.stage(named: name) {
      let behind = history.baseline(for: entry, at: stage) ?? entry.previous?.commit
      if let behind, let measure = try resolver.measure(for: slug, at: path, by: behind, label: behind.short) {
        return measure
      }
    }
    let snapshot = Snapshot(repository, entry.commit.id)
    return BaselineResolver.Measure(dossier: try resolver.dossier(of: slug, in: snapshot, revision: nil))
  }

  private mutating func judge(
    _ version: FileVersion, at path: TreePath, in commit: ObjectID, _ gate: Gate?, _ measuring: Gate?,
    _ measure: BaselineResolver.Measure
  ) throws -> JudgedArticle? {
    let key = Key(version: version.id, baseline: measure.baselineID, gate: measuring)
    if let judged = known[key] { return judged }
    guard let bytes = try repository.articleText(version) else { return nil }
    let text = ArticleText(path: path.description, revision: commit.short, bytes: bytes)
    let tips = Tips(repository)
    let judge = ArticleJudge(
      repository: repository, policy: policy, tips: tips,
      waivers: WaiverBook(repository, policy: policy, tips: tips, isShown: false))
    let judged = try judge.judge(
      text, of: slug, by: gate, with: measure, among: Snapshot(repository, commit).files(around: path.description),
      acceptedIn: [commit], onScaleOf: measuring)
    known[key] = judged
    return judged
  }
}
