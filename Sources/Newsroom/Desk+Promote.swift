package import Gatekeeping
package import GitStore

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
  /// What a gate would have refused, and observe mode let in.
  package var observed: [Judgement] { isObserved && commit != nil ? [judgement] : [] }
}

/// What came of one of several promotions, or why it could not be judged.
package typealias PromotionResult = Result<PromotionOutcome, DeskError>

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
    let results = try whileOthersWrite { desk in
      try Promoter(desk: desk, promotions: [promotion], rewriting: rewriting, isTrial: isTrial).run()
    }
    guard let result = results.first else { throw DeskError.notAtStage(promotion.slug, promotion.from) }
    return try result.get()
  }

  /// Brings articles to their next stages, all of them or none: each is judged, and nothing moves unless all pass.
  ///
  /// Those that go to the same branch get a merge commit each, one on the other, and are judged as they will lie there
  /// together: a link from one to the other is no broken link.
  ///
  /// - Returns: what came of each, in the same order; a failure is what a single promotion would have thrown.
  /// - Throws: `DeskError`, `GitError`; never because of a gate.
  package func promote(_ promotions: [Promotion], isTrial: Bool = false) throws -> [PromotionResult] {
    try whileOthersWrite { desk in
      try Promoter(desk: desk, promotions: promotions, isTrial: isTrial).run()
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
    case .notFound, .damaged, .gap, .other:
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
