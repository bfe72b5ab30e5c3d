import Gatekeeping
import GitStore

/// One article on its way to a branch.
struct PromotionStep {
  /// Its place among the promotions that were asked for.
  let number: Int
  let promotion: Promotion
  let source: ObjectID
  let sourceRef: RefName
  /// Whether the branch has the source already, and gets another text in its place.
  let isMerged: Bool
  /// The articles that are on the branch before this one and this one, before and after the stamps are in.
  var tree: ObjectID
  var articles: [PromotionDraft.Entry] = []
  /// What the commit stands on; `nil` where there is nothing yet.
  var parent: ObjectID?
  /// `nil` until it is made.
  var commit: ObjectID?
  /// What it brings in the place of a file of the source.
  let rewriting: Rewriting?

  /// What the commit says of it.
  var message: MergeMessage {
    MergeMessage(
      promotion: promotion, rewriting: rewriting, articles: articles.map(\.judged), baselines: articles.map(\.baseline))
  }
}

/// The articles that go to the same branch, one on the other.
struct PromotionLane {
  /// Without `refs/heads/`.
  let branch: String
  let ref: RefName
  let stage: Stage
  /// Where the branch is; `nil` when the promotion makes it.
  let target: ObjectID?
  /// Never empty.
  var steps: [PromotionStep] = []

  /// What the branch is to move to.
  var tip: ObjectID? { steps.last?.commit }
  var move: RefMove { RefMove(ref, from: target, to: tip) }
}

/// Makes the commits of promotions, which no ref leads to yet.
struct PromotionBuilder {
  let repository: Repository
  let policy: Policy
  /// The name of the one merge that all steps share; `nil` when each has its own.
  let release: String?
  /// What comes in the place of a file of the only article.
  let rewriting: Rewriting?
  let author: Identity
  let committer: Identity

  /// Returns what each branch would get, in the order in which they are asked for first.
  ///
  /// - Parameter failures: gets why a promotion, by its number, cannot be made; the others go on without it.
  func lanes(for promotions: [Promotion], _ failures: inout [Int: DeskError]) throws -> [PromotionLane] {
    var lanes: [PromotionLane] = []
    var positions: [String: Int] = [:]
    for (number, promotion) in promotions.enumerated() {
      let branch = policy.workflow.branch(of: promotion.slug, at: promotion.to)
      let position = positions[branch] ?? lanes.count
      if position == lanes.count {
        let ref = try RefName(branch: branch)
        lanes.append(
          PromotionLane(branch: branch, ref: ref, stage: promotion.to, target: try repository.tip(of: ref)))
        positions[branch] = position
      }
      do {
        lanes[position].steps.append(try step(promotion, number, on: lanes[position]))
      } catch let error as DeskError {
        failures[number] = error
      }
    }
    return try lanes.filter { !$0.steps.isEmpty }.map { try committed(try stamped($0), isSigned: false) }
  }

  private func step(_ promotion: Promotion, _ number: Int, on lane: PromotionLane) throws -> PromotionStep {
    let slug = promotion.slug
    let ref = try RefName(branch: policy.workflow.branch(of: slug, at: promotion.from))
    guard let source = try repository.tip(of: ref),
      try !Snapshot(repository, source).articles(of: slug, policy: policy).isEmpty
    else { throw DeskError.notAtStage(slug, promotion.from) }
    try expectNotSentBack(promotion, at: source, on: lane)
    let isMerged = try lane.target.map { try repository.isAncestor(source, of: $0) } ?? false
    if isMerged, rewriting == nil { throw DeskError.nothingToPromote(slug, promotion.to) }
    let parent = try lane.steps.last.map { try unstamped($0) } ?? lane.target
    return PromotionStep(
      number: number, promotion: promotion, source: source, sourceRef: ref, isMerged: isMerged,
      tree: try merge(source, into: parent, promotion), parent: parent, rewriting: rewriting)
  }

  /// Behind by a change is no reason to wait, but what was sent back is not to come out by who has not merged that.
  private func expectNotSentBack(_ promotion: Promotion, at source: ObjectID, on lane: PromotionLane) throws {
    let arrivals = try Snapshot(repository, source).articles(of: promotion.slug, policy: policy).compactMap { entry in
      try repository.articleText(entry.version).map {
        SentBackSearch.Arrival(slug: promotion.slug, path: entry.path.description, bytes: $0)
      }
    }
    let found = try SentBackSearch(repository: repository, policy: policy, tips: Tips(repository)).search(
      arrivals, to: promotion.to, with: [source, lane.target].compactMap { $0 },
      since: try start(of: source, on: lane))
    if let found = found[promotion.slug] {
      throw DeskError.sentBack(promotion.slug, branch: found.branch, found.commit)
    }
  }

  /// The merge of a step before the scores are known, for the next one to be merged into.
  private func unstamped(_ step: PromotionStep) throws -> ObjectID {
    try repository.createCommit(
      tree: step.tree, parents: [step.parent, step.source].compactMap { $0 }, author: author, committer: committer,
      message: "Merge \(step.promotion.slug)\n")
  }

  private func merge(_ source: ObjectID, into target: ObjectID?, _ promotion: Promotion) throws -> ObjectID {
    let merge = PromotionMerge(repository: repository, policy: policy, slug: promotion.slug, rewriting: rewriting)
    guard let target else { return try rewriting == nil ? repository.tree(of: source) : merge.even(source) }
    switch try merge.merge(into: target, from: source) {
    case .merged(let tree): return tree
    case .conflicts(let conflicts): throw DeskError.conflicts(promotion, conflicts)
    }
  }

  /// Scores every article as it will lie beside the others, and writes the scores in.
  private func stamped(_ lane: PromotionLane) throws -> PromotionLane {
    guard let whole = lane.steps.last?.tree else { return lane }
    var lane = lane
    var merged: ObjectID?
    var before: ObjectID?
    for index in lane.steps.indices {
      let step = lane.steps[index]
      let draft = try draft(of: step, on: lane)
      let articles = try draft.judged(in: whole)
      lane.steps[index].articles = articles
      var edits: [TreeEdit] = []
      if let merged {
        edits += try repository.changedPaths(from: merged, to: step.tree).map { change in
          change.new.map { .put(change.path, $0) } ?? .remove(change.path)
        }
      }
      edits += try draft.stamps(for: articles)
      merged = step.tree
      let start = before ?? step.tree
      let tree = edits.isEmpty ? start : try repository.writeTree(from: start, edits: edits)
      lane.steps[index].tree = tree
      before = tree
    }
    return lane
  }

  private func draft(of step: PromotionStep, on lane: PromotionLane) throws -> PromotionDraft {
    PromotionDraft(
      repository: repository, policy: policy, promotion: step.promotion, start: try start(of: step.source, on: lane),
      branch: lane.branch, commits: [step.source, lane.target].compactMap { $0 })
  }

  /// What the branch has before, or where the source left the published branch.
  private func start(of source: ObjectID, on lane: PromotionLane) throws -> ObjectID? {
    if let target = lane.target { return target }
    guard let main = try repository.tip(of: try RefName(branch: policy.workflow.protectedBranch)) else { return nil }
    return try repository.mergeBase(main, source)
  }

  /// Returns the lane with its commits made: a merge for each step, or the one of a release.
  func committed(_ lane: PromotionLane, isSigned: Bool) throws -> PromotionLane {
    var lane = lane
    guard let first = lane.steps.first else { return lane }
    var parent = try start(of: first.source, on: lane)
    if let release, let tree = lane.steps.last?.tree {
      let messages = lane.steps.map(\.message)
      var seen = Set<ObjectID>()
      let parents = ([parent].compactMap { $0 } + lane.steps.map(\.source)).filter { seen.insert($0).inserted }
      let commit = try commit(tree, parents, MergeMessage.release(release, of: messages), isSigned)
      for index in lane.steps.indices {
        lane.steps[index].parent = parent
        lane.steps[index].commit = commit
      }
      return lane
    }
    for index in lane.steps.indices {
      let step = lane.steps[index]
      let parents = parent.map { $0 == step.source || step.isMerged ? [$0] : [$0, step.source] } ?? [step.source]
      let commit = try commit(step.tree, parents, step.message.text, isSigned)
      lane.steps[index].parent = parent
      lane.steps[index].commit = commit
      parent = commit
    }
    return lane
  }

  private func commit(
    _ tree: ObjectID, _ parents: [ObjectID], _ message: String, _ isSigned: Bool
  ) throws -> ObjectID {
    let unsigned = try repository.createCommit(
      tree: tree, parents: parents, author: author, committer: committer, message: message)
    return isSigned ? try repository.signedIfAsked(unsigned) : unsigned
  }

  /// Asks the branch's gate about what it would move to, exactly as a hook would, and returns what that says of each step.
  func judgements(of lane: PromotionLane) throws -> [Judgement] {
    guard let tip = lane.tip else { return [] }
    let whole = try judge(from: lane.target, to: tip, on: lane)
    let slugs = Set(lane.steps.map(\.promotion.slug))
    let own = Dictionary(grouping: whole.articles, by: \.slug)
    let others = whole.articles.filter { article in article.slug.map { !slugs.contains($0) } ?? true }
    var judgements: [Judgement] = []
    for (index, step) in lane.steps.enumerated() {
      // What is nobody's article, or wrong with the update as a whole, is told once, with the first one.
      let isFirst = index == 0
      var articles = (own[step.promotion.slug] ?? []) + (isFirst ? others : [])
      let refusals = isFirst ? whole.refusals : []
      // An article that is no change of the target was not judged again; the promotion still says how it stands.
      if articles.isEmpty, refusals.isEmpty { articles = step.articles.map(\.judged) }
      let judgement = Judgement(
        branch: lane.branch, stage: lane.stage, slug: whole.slug, articles: articles, refusals: refusals)
      let draft = try draft(of: step, on: lane)
      judgements.append(
        judgement.isPassed
          ? judgement
          : judgement.with(
            articles: try articles.map { article in
              if article.slug != step.promotion.slug { return article }
              return try rewriting == nil
                ? draft.atSource(article, step.sourceRef, step.source)
                : draft.asWritten(article, among: step.articles)
            }))
    }
    return judgements
  }

  private func judge(
    from target: ObjectID?, to commit: ObjectID, on lane: PromotionLane
  ) throws -> Judgement {
    guard let place = policy.workflow.place(ofBranch: lane.branch), let gate = lane.stage.gate else {
      let slug = lane.stage.isShared ? nil : lane.steps.first?.promotion.slug
      return Judgement(branch: lane.branch, stage: lane.stage, slug: slug, articles: [], refusals: [])
    }
    let tips = Tips(repository)
    let judge = UpdateJudge(
      repository: repository, policy: policy, tips: tips, setting: .local,
      waivers: WaiverBook(repository, policy: policy, tips: tips))
    return try judge.judge(lane.branch, place, gate, from: target, to: commit)
  }
}
