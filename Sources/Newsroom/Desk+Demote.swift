package import Gatekeeping
package import GitStore

/// What came of sending an article back.
package struct DemotionOutcome: Sendable {
  package let demotion: Demotion
  /// The branch that the article goes back to, without `refs/heads/`.
  package let branch: String
  /// The branch that it leaves, without `refs/heads/`.
  package let leftBranch: String
  /// The commit with the text as it was there, which stays in the history of both branches.
  package let left: ObjectID
  /// The path of the article in that commit.
  package let path: String
  /// Whether that text is the one to go on with; else the earlier stage keeps its own.
  package let takesTextAlong: Bool
  /// The commit on the branch that it goes back to; `nil` when a gate refused, and in a trial.
  package let commit: ObjectID?
  /// What gates say against it; empty when nothing.
  package let judgements: [Judgement]
  /// Whether a gate would have refused, and observe mode let it go on.
  package let isObserved: Bool
  /// The work trees that were brought along, or would be.
  package let workTrees: [String]

  package var isPassed: Bool { judgements.isEmpty || isObserved }
  /// What gates would have refused, and observe mode let in.
  package var observed: [Judgement] { isObserved && commit != nil ? judgements : [] }
}

extension Desk {
  /// Sends an article back by one stage: from the furthest one where it waits to be promoted.
  ///
  /// - Parameter isTrial: whether to write nothing.
  /// - Throws: `OperationError`, `DeskError`, `GitError`; never because of a gate.
  package func demote(_ slug: Slug, because reason: String, isTrial: Bool = false) throws -> DemotionOutcome {
    try sendBack(slug, because: reason, isTrial: isTrial) { desk, policy in
      let demotion = try desk.demotion(of: slug, policy)
      return (demotion.from, [demotion.to])
    }
  }

  /// Takes a published article from the published branch, and brings it back to the furthest earlier stage whose gate lets
  /// it in. Its way to publication is that of all others from there.
  ///
  /// - Parameter isTrial: whether to write nothing.
  /// - Throws: `OperationError`, `DeskError`, `GitError`; never because of a gate.
  package func retract(_ slug: Slug, because reason: String, isTrial: Bool = false) throws -> DemotionOutcome {
    try sendBack(slug, because: reason, isTrial: isTrial) { desk, policy in
      let stages = policy.workflow.stages
      guard let last = stages.last, try desk.tip(of: slug, at: last, policy) != nil else {
        if try desk.versions(of: slug, policy).isEmpty { throw try desk.noSuchArticle(slug.name, policy) }
        throw OperationError.notPublished(slug)
      }
      return (last, stages.dropLast().reversed())
    }
  }

  private func demotion(of slug: Slug, _ policy: Policy) throws -> Demotion {
    let stages = policy.workflow.stages
    let versions = try versions(of: slug, policy).filter { !$0.files.isEmpty }
    let published = versions.last { $0.stage.isShared }
    let waiting = try versions.filter { version in
      guard !version.stage.isShared else { return false }
      return try published.map { try !repository.isAncestor(version.commit, of: $0.commit) } ?? true
    }
    guard let version = waiting.last else {
      if published != nil { throw OperationError.published(slug) }
      throw try noSuchArticle(slug.name, policy)
    }
    guard let index = stages.firstIndex(of: version.stage), index > 0 else {
      throw OperationError.atFirstStage(slug, stage: version.stage.name)
    }
    return Demotion(slug: slug, from: version.stage, to: stages[index - 1])
  }

  private func sendBack(
    _ slug: Slug, because reason: String, isTrial: Bool, _ stages: (Desk, Policy) throws -> (from: Stage, to: [Stage])
  ) throws -> DemotionOutcome {
    guard reason.contains(where: { $0.isLetter || $0.isNumber }) else { throw OperationError.noReason }
    return try operating(isTrial: isTrial) { desk, moving in
      try desk.sendBack(slug, reason, stages, isTrial: isTrial, moving: moving)
    }
  }

  /// Goes back to the first of the stages whose gate lets the article in; to the last one, when none does.
  private func sendBack(
    _ slug: Slug, _ reason: String, _ stages: (Desk, Policy) throws -> (from: Stage, to: [Stage]), isTrial: Bool,
    moving: Moving
  ) throws -> DemotionOutcome {
    let policy = try policyInForce().policy
    let (from, candidates) = try stages(self, policy)
    var refused: DemotionOutcome?
    for to in candidates {
      let outcome = try sendBack(
        Demotion(slug: slug, from: from, to: to), reason, policy, isTrial: isTrial, moving: moving)
      if outcome.isPassed { return outcome }
      refused = outcome
    }
    guard let refused else { throw OperationError.atFirstStage(slug, stage: from.name) }
    return refused
  }

  private func sendBack(
    _ demotion: Demotion, _ reason: String, _ policy: Policy, isTrial: Bool, moving: Moving
  ) throws -> DemotionOutcome {
    let leftBranch = policy.workflow.branch(of: demotion.slug, at: demotion.from)
    let branch = policy.workflow.branch(of: demotion.slug, at: demotion.to)
    let (leftRef, ref) = (try RefName(branch: leftBranch), try RefName(branch: branch))
    // Where others have been further, it goes on from there: they get it by a pull.
    let tips = Tips(repository)
    guard let left = try tips.tip(of: leftBranch),
      let article = try Snapshot(repository, left).articles(of: demotion.slug, policy: policy).first
    else { throw DeskError.notAtStage(demotion.slug, demotion.from) }
    let (oldLeft, old) = (try repository.tip(of: leftRef), try repository.tip(of: ref))
    if demotion.from.isShared, let oldLeft, oldLeft != left { throw OperationError.behind(leftBranch) }
    let commits = DemotionCommits(
      repository: repository, policy: policy, demotion: demotion, reason: reason, now: now, left: left,
      target: try tips.tip(of: branch))
    func moves(isSigned: Bool) throws -> [RefMove] {
      let made = try commits.make(isSigned: isSigned)
      // The text is safe on the one branch before it leaves the other.
      return [RefMove(ref, from: old, to: made.target), RefMove(leftRef, from: oldLeft, to: made.left)]
    }
    var planned = try moves(isSigned: false)
    let judgements = try judge(planned, policy).filter { !$0.isPassed }
    let isObserved = !judgements.isEmpty && policy.mode == .observe
    var trees: [String] = []
    if judgements.isEmpty || isObserved {
      trees = try BranchMover(repository: repository, folder: folder).workTrees(following: planned)
      if !isTrial {
        planned = try moves(isSigned: true)
        let copies = try planned.flatMap { move in
          try repository.copies(of: move.new, since: move.old.isZero ? left : move.old, and: left)
        }
        try moving(planned, record(of: demotion), copies)
      }
    }
    let isDone = !isTrial && (judgements.isEmpty || isObserved)
    return DemotionOutcome(
      demotion: demotion, branch: branch, leftBranch: leftBranch, left: left, path: article.path.description,
      takesTextAlong: try commits.takesTextAlong(), commit: isDone ? planned.first?.new : nil, judgements: judgements,
      isObserved: isObserved, workTrees: trees)
  }

  /// Returns what the gates say of the two moves of a demotion, the one to the earlier stage first.
  private func judge(_ moves: [RefMove], _ policy: Policy) throws -> [Judgement] {
    let updates = moves.map { RefUpdate(ref: $0.ref, old: $0.old.isZero ? nil : $0.old, new: .id($0.new)) }
    let tips = Tips(repository, with: updates)
    let judge = UpdateJudge(
      repository: repository, policy: policy, tips: tips, setting: .local,
      waivers: WaiverBook(repository, policy: policy, tips: tips))
    return try zip(moves, updates).compactMap { move, update in
      guard move.old.isZero, let place = policy.workflow.place(ofBranch: move.name), let gate = place.stage.gate else {
        return try judge.judge(update)
      }
      // A branch that is made by this has nothing yet, so that all of the article is new to it.
      return try judge.judge(move.name, place, gate, from: moves.last?.new, to: move.new)
    }
  }

  private func record(of demotion: Demotion) -> OperationRecord {
    demotion.from.isShared
      ? OperationRecord(
        verb: "retract", summary: "Retract \(demotion.slug) to \(demotion.to.name)", articles: [demotion.slug.name])
      : OperationRecord(
        verb: "demote",
        summary: "Send \(demotion.slug) back from \(demotion.from.name) to \(demotion.to.name)",
        articles: [demotion.slug.name])
  }

  /// Moves refs and the work trees that follow, records that, and keeps what the refs lead to from going away meanwhile.
  typealias Moving = ([RefMove], OperationRecord, [ObjectCopy]) throws -> Void

  /// Runs an operation, again where somebody else was quicker.
  ///
  /// - Parameter isTrial: whether to write nothing: nothing moves, and new objects go away.
  func operating<Result>(isTrial: Bool, _ body: (Desk, Moving) throws -> Result) throws -> Result {
    try whileOthersWrite { desk in
      guard !isTrial else { return try desk.onTrial { try body($0) { _, _, _ in } } }
      let turn = try WritingTurn(in: desk.repository)
      try turn.expectNothingFinished()
      return try body(desk) { moves, record, copies in
        try BranchMover(repository: desk.repository, folder: desk.folder).move(
          moves, as: record, in: turn, at: desk.now, securing: copies)
      }
    }
  }

  /// Runs `body` on a desk whose new objects go away with it.
  func onTrial<Result>(_ body: (Desk) throws -> Result) throws -> Result {
    let objects = try TemporaryObjects(beside: repository.commonDirectory + "/objects", environment: environment)
    defer { withExtendedLifetime(objects) {} }
    var environment = environment
    environment["GIT_OBJECT_DIRECTORY"] = objects.path
    let now = now
    return try body(try Desk(at: folder, environment: environment, now: now, program: program, caller: caller))
  }
}
