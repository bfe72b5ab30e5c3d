import Gatekeeping
import GitStore

/// The one decision: may this ref move?
struct UpdateJudge {
  let repository: Repository
  let policy: Policy
  let tips: Tips
  let setting: Desk.Setting
  /// What need not be scored again; `nil`: everything is.
  var passed: PassedArticles? = nil
  /// What people have accepted; `nil`: nothing.
  var waivers: WaiverBook? = nil
  /// Returns the articles that those of the update are compared with; `nil`: they are judged by themselves.
  var library: (() throws -> ArticleLibrary)? = nil
  /// What is being read before it is known to be judged.
  var early: EarlyReading? = nil

  /// Returns what the branch's gate says of an update; `nil` when the branch has none.
  func judge(_ update: RefUpdate) throws -> Judgement? {
    // A name that is not UTF-8 gets a replacement character, which no slug may have.
    let branch = String(update.ref.description.dropFirst("refs/heads/".utf8.count))
    guard let place = policy.workflow.place(ofBranch: branch), let gate = place.stage.gate else { return nil }
    let old = try oldTip(of: update)
    let new: ObjectID
    switch update.new {
    case .deleted:
      let isLoss = place.stage.isShared && old != nil
      return judgement(branch, place, isLoss ? [.protectedBranchDeleted(branch)] : [])
    case .symbolic(let target): return judgement(branch, place, [.symbolicBranch(target: target)])
    case .id(let id): new = id
    }
    guard new != old else { return judgement(branch, place) }
    guard try isCommit(new) else {
      return judgement(branch, place, [.notACommit(new.hex)])
    }
    if setting == .local, let old, try repository.isAncestor(new, of: old) { return judgement(branch, place) }
    return try judge(branch, place, gate, from: old, to: new)
  }

  /// Judges what brings `place` from one commit to another.
  func judge(
    _ branch: String, _ place: Workflow.Place, _ gate: Gate, from old: ObjectID?, to new: ObjectID
  ) throws -> Judgement {
    let start = try old ?? beginning(of: new, on: place)
    return try judge(
      Step(
        branch: branch, place: place, gate: gate, start: start, isFirst: old == nil,
        snapshot: Snapshot(repository, new), commit: new, changes: try repository.changedPaths(from: start, to: new)))
  }

  /// A move of a gated branch from one state to another.
  struct Step {
    let branch: String
    let place: Workflow.Place
    let gate: Gate
    /// What the changes are changes of.
    let start: ObjectID?
    /// The branch is made by this move.
    let isFirst: Bool
    let snapshot: Snapshot
    /// The commit that is judged, or the one that what is staged will stand on.
    let commit: ObjectID?
    let changes: [ChangedPath]
  }

  func judge(_ step: Step) throws -> Judgement {
    let scope = ChangeScope(repository: repository, policy: policy, tips: tips)
    var refusals: [Refusal] = []
    switch step.place {
    case .article(_, let slug): refusals += try scope.foreignPaths(in: step.changes, since: step.commit, of: slug)
    case .shared: refusals += try scope.policyFlaws(of: step)
    case .invalid(_, let flaw): refusals.append(.invalidBranch(flaw))
    }
    refusals += scope.links(in: step.changes)
    return Judgement(
      branch: step.branch, stage: step.place.stage, slug: step.place.slug, articles: try articles(of: step),
      refusals: refusals)
  }

  /// Judges the articles among the changes; those that belong to another branch are refused as foreign already.
  private func articles(of step: Step) throws -> [JudgedArticle] {
    var judge = ArticleJudge(
      repository: repository, policy: policy, tips: tips, passed: passed, waivers: waivers, early: early)
    let passage = ArticleJudge.Passage(
      gate: step.gate, candidate: step.snapshot, candidateLabel: nil, previous: step.start,
      previousLabel: step.isFirst ? policy.workflow.protectedBranch : step.branch,
      commits: step.commit.map { [$0] } ?? [])
    let added = Set(step.changes.filter { $0.old == nil && $0.new != nil }.map(\.path))
    let entries = Self.articles(in: step.changes, of: step.place.slug, policy: policy)
    if !entries.isEmpty, var library = try library?() {
      library.arrivals = Set(
        entries.compactMap { entry in
          if case .article(let slug, _) = policy.kind(ofPath: entry.path.description) { slug } else { nil }
        })
      judge.library = library
    }
    let collisions = try ChangeScope.collisions(
      of: entries.map(\.path).filter { added.contains($0) }, in: step.snapshot)
    let judged = try entries.map { entry in
      let judged = try judge.judge(entry, on: passage)
      return collisions[entry.path].map { judged.refused(for: .slugCollision(with: $0)) } ?? judged
    }
    return try setting == .local ? judged : withoutSentBack(judged, of: step)
  }

  /// Refuses what was sent back, as far as it is known here, in what goes to another repository or comes from there.
  private func withoutSentBack(_ articles: [JudgedArticle], of step: Step) throws -> [JudgedArticle] {
    guard let commit = step.commit else { return articles }
    let sentBack = try SentBackSearch(repository: repository, policy: policy, tips: tips).search(
      articles.compactMap { article in
        article.slug.map { .init(slug: $0, path: article.candidate.path, bytes: article.candidate.bytes) }
      }, to: step.place.stage, with: [commit], since: step.start)
    return articles.map { article in
      guard let slug = article.slug, let found = sentBack[slug] else { return article }
      return article.refused(
        for: .sentBack(
          slug, commit: found.commit.id.short, subject: found.commit.subject, author: found.commit.author.name,
          branch: found.branch))
    }
  }

  /// Returns the articles that the changes bring or alter, of one slug or of all.
  static func articles(in changes: [ChangedPath], of slug: Slug?, policy: Policy) -> [TreeEntry] {
    changes.compactMap { change in
      guard let version = change.new else { return nil }
      switch policy.kind(ofPath: change.path.description) {
      case .article(let owner, _) where slug == nil || slug == owner: break
      // The executable bit alone changes no text.
      case .invalidArticle where slug == nil: break
      default: return nil
      }
      if let old = change.old, old.id == version.id, old.mode.isRegular, version.mode.isRegular { return nil }
      return TreeEntry(path: change.path, version: version)
    }
  }

  private func judgement(_ branch: String, _ place: Workflow.Place, _ refusals: [Refusal] = []) -> Judgement {
    Judgement(branch: branch, stage: place.stage, slug: place.slug, articles: [], refusals: refusals)
  }

  /// Returns where the ref is before the update.
  ///
  /// A local transaction need not state it. In a push, what is not stated does not exist, and what is stated may be
  /// unknown here; then it counts as not stated.
  private func oldTip(of update: RefUpdate) throws -> ObjectID? {
    if let old = update.old { return setting == .push ? try repository.header(of: old).map { _ in old } : old }
    return setting == .local ? try repository.tip(of: update.ref) : nil
  }

  /// What a new branch is compared with: where it left the published articles. Those themselves begin here where they
  /// were fetched, if they were.
  private func beginning(of new: ObjectID, on place: Workflow.Place) throws -> ObjectID? {
    let published = policy.workflow.protectedBranch
    for main in try place.stage.isShared ? tips.fetchedTips(of: published) : tips.allTips(of: published) {
      if let base = try repository.mergeBase(main, new) { return base }
    }
    return nil
  }

  private func isCommit(_ id: ObjectID) throws -> Bool {
    guard let header = try repository.header(of: id) else {
      throw GitError(.notFound, "read commit", id.hex, "there is no such object")
    }
    return header.kind == .commit
  }
}

extension JudgedArticle {
  /// The same article, refused for one more reason.
  fileprivate func refused(for reason: Refusal) -> JudgedArticle {
    JudgedArticle(
      slug: slug, candidate: candidate, baseline: baseline, dossier: dossier, others: others,
      scorecard: scorecard, verdict: .refused(verdict.refusals + [reason]), waivers: waivers)
  }
}
