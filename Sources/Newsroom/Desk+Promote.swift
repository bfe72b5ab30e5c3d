import Facts
package import Gatekeeping
package import GitStore
import Languages
import Manuscripts
import Scoring

/// What came of a promotion.
package struct PromotionOutcome: Sendable {
  package let promotion: Promotion
  /// The branch that moved, or would: without `refs/heads/`.
  package let branch: String
  package let judgement: Judgement
  /// The merge commit; `nil` when the gate refused, and in a trial.
  package let commit: ObjectID?
  /// The work trees that were brought along.
  package let workTrees: [String]

  /// Whether the gate would have refused, and observe mode let it go on.
  package let isObserved: Bool

  package var isPassed: Bool { judgement.isPassed || isObserved }
}

extension Desk {
  /// Returns what a promotion of the article would be.
  ///
  /// - Parameter stage: the name of the stage to go to; `nil` for the furthest one that something waits for.
  /// - Throws: `DeskError`.
  package func promotion(of slug: Slug, to stage: String? = nil) throws -> Promotion {
    let policy = try policyInForce().policy
    let stages = policy.workflow.stages
    if let stage {
      guard let index = stages.firstIndex(where: { $0.name == stage }) else { throw noSuchStage(stage, policy) }
      guard index > 0 else { throw DeskError.notAPromotion(stages[0]) }
      return Promotion(slug: slug, from: stages[index - 1], to: stages[index])
    }
    var last: Stage?
    var empty: Stage?
    for (from, to) in zip(stages, stages.dropFirst()).reversed() {
      guard let source = try tip(of: slug, at: from, policy) else { continue }
      // An article that was sent back leaves its branch without it.
      guard try !Snapshot(repository, source).articles(of: slug, policy: policy).isEmpty else {
        empty = from
        continue
      }
      last = last ?? to
      if let target = try tip(of: slug, at: to, policy), try repository.isAncestor(source, of: target) { continue }
      return Promotion(slug: slug, from: from, to: to)
    }
    guard let last else {
      throw try empty.map { DeskError.notAtStage(slug, $0) } ?? noSuchArticle(slug.name, policy)
    }
    throw DeskError.nothingToPromote(slug, last)
  }

  /// Brings an article to the next stage, in one merge commit, when the gate lets it.
  ///
  /// The commit's parents are the target's tip and the source's tip. A branch that is made by the promotion starts where
  /// the source left the published branch, so that its first parent's history is that of what is published.
  ///
  /// The order of writing is that of `BranchMover`. Whoever is killed in between leaves the old ref, and perhaps files that
  /// are the source's own with a stamp; promoting again finds them in place, takes away locks that were left, and goes on.
  ///
  /// - Parameters:
  ///   - rewriting: what the next stage gets in the place of a file that the stage before has. Observe mode lets no such
  ///     text in that the gate refuses: nobody has read it.
  ///   - isTrial: whether to write nothing at all and only say what would come of it.
  /// - Throws: `DeskError`, `GitError`; never because of a gate.
  package func promote(
    _ promotion: Promotion, with rewriting: Rewriting? = nil, isTrial: Bool = false
  ) throws -> PromotionOutcome {
    try whileOthersWrite { desk in
      try Promoter(desk: desk, promotion: promotion, rewriting: rewriting, isTrial: isTrial).run()
    }
  }

  /// Takes away the locks that a promotion, or another command that writes, has left when it was killed.
  ///
  /// Each such command does so before it writes; this is for those that find nothing to write.
  package func clearUp() throws { _ = try WritingTurn(in: repository) }

  /// Does it again when somebody else moved the branch meanwhile, or took away what was written.
  func whileOthersWrite<Result>(_ body: (Desk) throws -> Result) throws -> Result {
    var attempts = 0
    var desk = self
    while true {
      do {
        return try body(desk)
      } catch let error as GitError {
        attempts += 1
        try again(after: error, attempts)
        // An open repository remembers objects that are gone.
        let now = now
        desk = try Desk(at: folder, environment: environment, now: now, program: program)
      }
    }
  }

  /// Throws `error` unless it may be gone when the same is tried again.
  private func again(after error: GitError, _ attempts: Int) throws {
    switch error.code {
    case .moved(let ref, _, _):
      // Another promotion onto the same branch was quicker: judge again, on top of it.
      if attempts >= 5 { throw DeskError.movedMeanwhile(ref.branch ?? ref.description) }
    case .notFound, .damaged, .other:
      // What was written a moment ago, or the folder for it, is gone when `git gc` was at work.
      if attempts >= 10 { throw error }
      Housekeeping(repository: repository).waitForEnd()
    default: throw error
    }
  }

  /// Returns the tip of an article's branch at a stage; for a shared branch only when the article is on it.
  func tip(of slug: Slug, at stage: Stage, _ policy: Policy) throws -> ObjectID? {
    let branch = policy.workflow.branch(of: slug, at: stage)
    guard let tip = try repository.tip(of: try RefName(branch: branch)) else { return nil }
    if stage.isShared, try Snapshot(repository, tip).articles(of: slug, policy: policy).isEmpty { return nil }
    return tip
  }

  func noSuchStage(_ name: String, _ policy: Policy) -> DeskError {
    .noSuchStage(name, suggestion: nearest(name, policy.workflow.stages.map(\.name)))
  }
}

/// One attempt at a promotion.
private struct Promoter {
  let desk: Desk
  let promotion: Promotion
  let rewriting: Rewriting?
  let isTrial: Bool

  func run() throws -> PromotionOutcome {
    guard isTrial else {
      let turn = try WritingTurn(in: desk.repository)
      return try run(in: desk.repository) { move, record, copies in
        try BranchMover(repository: desk.repository, folder: desk.folder).move(
          [move], as: record, in: turn, at: desk.now, securing: copies)
      }
    }
    let objects = try TemporaryObjects(
      beside: desk.repository.commonDirectory + "/objects", environment: desk.environment)
    var environment = desk.environment
    environment["GIT_OBJECT_DIRECTORY"] = objects.path
    let outcome = try run(in: try Repository.open(at: desk.folder, environment: environment)) { _, _, _ in }
    withExtendedLifetime(objects) {}
    return outcome
  }

  /// - Parameter moving: moves the branch and the work trees, and records that.
  private func run(
    in repository: Repository, moving: (RefMove, OperationRecord, [ObjectCopy]) throws -> Void
  ) throws -> PromotionOutcome {
    let policy = try PolicyReader(repository: repository).inForce().policy
    let slug = promotion.slug
    let branch = policy.workflow.branch(of: slug, at: promotion.to)
    let ref = try RefName(branch: branch)
    let sourceRef = try RefName(branch: policy.workflow.branch(of: slug, at: promotion.from))
    guard let source = try repository.tip(of: sourceRef),
      try !Snapshot(repository, source).articles(of: slug, policy: policy).isEmpty
    else { throw DeskError.notAtStage(slug, promotion.from) }
    let target = try repository.tip(of: ref)
    let isMerged = try target.map { try repository.isAncestor(source, of: $0) } ?? false
    if isMerged, rewriting == nil { throw DeskError.nothingToPromote(slug, promotion.to) }
    let start = try target ?? beginning(of: source, in: repository, policy)
    let merged = try merge(source, into: target, in: repository, policy)
    let draft = Draft(
      repository: repository, policy: policy, promotion: promotion, start: start, branch: branch,
      commits: [source, target].compactMap { $0 })
    let articles = try draft.judged(in: merged)
    let message = MergeMessage(
      promotion: promotion, rewriting: rewriting, articles: articles.map(\.judged),
      baselines: articles.map(\.baseline))
    let unsigned = try repository.createCommit(
      tree: try draft.stamped(articles, in: merged),
      parents: start.map { $0 == source || isMerged ? [$0] : [$0, source] } ?? [source],
      author: try repository.identity(.author, now: desk.now),
      committer: try repository.identity(.committer, now: desk.now), message: message.text)
    var judgement = try judge(from: target, to: unsigned, branch, articles.map(\.judged), in: repository, policy)
    if !judgement.isPassed {
      let judged = try judgement.articles.map { article in
        try rewriting == nil ? draft.atSource(article, sourceRef, source) : draft.asWritten(article, among: articles)
      }
      judgement = judgement.with(articles: judged)
    }
    let mover = BranchMover(repository: repository, folder: desk.folder)
    let goesOn = judgement.isPassed || isObserved(policy)
    let trees = goesOn ? try mover.workTrees(following: [RefMove(ref, from: target, to: unsigned)]) : []
    guard goesOn, !isTrial else {
      return outcome(branch, judgement, nil, trees, policy)
    }
    // Whoever signs is asked for a password perhaps, and only for what gets in.
    let commit = try repository.signedIfAsked(unsigned)
    let copies = try repository.copies(of: commit, since: start, and: source)
    try moving(RefMove(ref, from: target, to: commit), message.record, copies)
    return outcome(branch, judgement, commit, trees, policy)
  }

  private func outcome(
    _ branch: String, _ judgement: Judgement, _ commit: ObjectID?, _ trees: [String], _ policy: Policy
  ) -> PromotionOutcome {
    PromotionOutcome(
      promotion: promotion, branch: branch, judgement: judgement, commit: commit, workTrees: trees,
      isObserved: !judgement.isPassed && isObserved(policy))
  }

  private func isObserved(_ policy: Policy) -> Bool { policy.mode == .observe && rewriting == nil }

  private func beginning(of source: ObjectID, in repository: Repository, _ policy: Policy) throws -> ObjectID? {
    guard let main = try repository.tip(of: try RefName(branch: policy.workflow.protectedBranch)) else { return nil }
    return try repository.mergeBase(main, source)
  }

  private func merge(
    _ source: ObjectID, into target: ObjectID?, in repository: Repository, _ policy: Policy
  ) throws -> ObjectID {
    let merge = PromotionMerge(repository: repository, policy: policy, slug: promotion.slug, rewriting: rewriting)
    guard let target else { return try rewriting == nil ? repository.tree(of: source) : merge.even(source) }
    switch try merge.merge(into: target, from: source) {
    case .merged(let tree): return tree
    case .conflicts(let conflicts): throw DeskError.conflicts(promotion, conflicts)
    }
  }

  /// Asks the branch's gate about the finished commit, exactly as a hook would.
  private func judge(
    from target: ObjectID?, to commit: ObjectID, _ branch: String, _ articles: [JudgedArticle],
    in repository: Repository, _ policy: Policy
  ) throws -> Judgement {
    guard let place = policy.workflow.place(ofBranch: branch), let gate = promotion.to.gate else {
      return Judgement(
        branch: branch, stage: promotion.to, slug: promotion.slug, articles: articles, refusals: [])
    }
    let tips = Tips(repository)
    let judge = UpdateJudge(
      repository: repository, policy: policy, tips: tips, setting: .local,
      waivers: WaiverBook(repository, policy: policy, tips: tips))
    let judgement = try judge.judge(branch, place, gate, from: target, to: commit)
    // An article that is no change of the target was not judged again; the promotion still says how it stands.
    return judgement.articles.isEmpty && judgement.isPassed
      ? Judgement(branch: branch, stage: promotion.to, slug: place.slug, articles: articles, refusals: [])
      : judgement
  }
}

/// The merged tree before its articles are stamped.
private struct Draft {
  let repository: Repository
  let policy: Policy
  let promotion: Promotion
  let start: ObjectID?
  let branch: String
  /// Where people may have accepted findings.
  let commits: [ObjectID]

  struct Entry {
    let entry: TreeEntry
    let judged: JudgedArticle
    let baseline: ObjectID?
  }

  /// Returns the article's files in the tree, each with its scores.
  func judged(in tree: ObjectID) throws -> [Entry] {
    let tips = Tips(repository)
    let judge = ArticleJudge(
      repository: repository, policy: policy, tips: tips, waivers: WaiverBook(repository, policy: policy, tips: tips))
    let resolver = BaselineResolver(repository: repository, policy: policy, tips: tips)
    let snapshot = Snapshot(repository, tree)
    let gate = promotion.to.gate ?? Gate(integrity: .zero)
    let passage = ArticleJudge.Passage(
      gate: gate, candidate: snapshot, candidateLabel: nil, previous: start, previousLabel: branch,
      commits: commits)
    return try snapshot.articles(of: promotion.slug, policy: policy).map { entry in
      let measure = try resolver.measure(
        for: promotion.slug, at: entry.path.description, gate: gate, candidate: snapshot, previous: start,
        previousLabel: branch)
      return Entry(entry: entry, judged: try judge.judge(entry, on: passage), baseline: measure.baselineID)
    }
  }

  /// Returns what the gate says of the source's own file, where the article says the same there.
  ///
  /// A stamp moves every line below it, and a refused promotion leaves no stamped file: the findings have to name the
  /// lines of the version that has to be mended.
  func atSource(_ article: JudgedArticle, _ ref: RefName, _ source: ObjectID) throws -> JudgedArticle {
    guard !article.verdict.isPassed, article.scorecard != nil else { return article }
    let path = TreePath(article.candidate.path)
    guard let version = try repository.entry(at: path, in: source), version.mode.isRegular else { return article }
    guard Self.unstamped(try repository.blob(version.id)) == Self.unstamped(article.candidate.bytes) else {
      return article
    }
    let tips = Tips(repository)
    let judge = ArticleJudge(
      repository: repository, policy: policy, tips: tips, waivers: WaiverBook(repository, policy: policy, tips: tips))
    let passage = ArticleJudge.Passage(
      gate: promotion.to.gate ?? Gate(integrity: .zero), candidate: Snapshot(repository, source),
      candidateLabel: ref.branch, previous: start, previousLabel: branch, commits: commits)
    let judged = try judge.judge(TreeEntry(path: path, version: version), on: passage)
    // The finished commit has the last word: what it is refused for is not passed over.
    return judged.verdict.isPassed ? article : judged
  }

  /// Returns what the gate says of the article before it was stamped, likewise.
  func asWritten(_ article: JudgedArticle, among entries: [Entry]) -> JudgedArticle {
    let written = entries.first { $0.judged.candidate.path == article.candidate.path }?.judged
    return written.flatMap { $0.verdict.isPassed ? nil : $0 } ?? article
  }

  /// Returns the text with one and the same stamp in it, whatever it had.
  private static func unstamped(_ bytes: [UInt8]) -> [UInt8] {
    ArticleEditor.stamped(
      ArticleParser().article(from: bytes), with: Stamp(integrityTenths: 0, style: 0), place: .header, language: "en")
  }

  /// Returns the tree with the scores written into the article's files.
  func stamped(_ entries: [Entry], in tree: ObjectID) throws -> ObjectID {
    guard policy.stamp != .none else { return tree }
    var edits: [TreeEdit] = []
    for item in entries {
      guard let card = item.judged.scorecard else { continue }
      let article = ArticleParser().article(from: item.judged.candidate.bytes)
      let stamp = Stamp(integrityTenths: card.integrity.value, style: card.style.value)
      let language = FactSheet(of: article, language: policy.rules.language).passage.pack.tag
      let bytes = ArticleEditor.stamped(article, with: stamp, place: policy.stamp, language: language.code)
      guard bytes != article.bytes else { continue }
      let version = FileVersion(id: try repository.writeBlob(bytes), mode: item.entry.version.mode)
      edits.append(.put(item.entry.path, version))
    }
    return edits.isEmpty ? tree : try repository.writeTree(from: tree, edits: edits)
  }
}
