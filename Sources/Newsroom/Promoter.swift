import Gatekeeping
import GitStore

/// One attempt at promotions, of which all take effect or none.
struct Promoter {
  let desk: Desk
  let promotions: [Promotion]
  /// The name under which all go out together, in one merge; `nil` when each has its own.
  var release: String? = nil
  /// What the next stage gets in the place of a file of the only article; `nil` for what the stage before has.
  var rewriting: Rewriting? = nil
  /// Whose decision it is; `nil` for who runs the program.
  var author: Identity? = nil
  /// What the log of operations calls it.
  var verb = "promote"
  /// Whether to write nothing.
  let isTrial: Bool
  /// Returns the refs that move along, once the last commit is known; after the branches, so that whatever a tag or a record
  /// says of a branch is true.
  var companions: (Repository, ObjectID) throws -> [RefMove] = { _, _ in [] }

  /// A branch that is to move, and how its gate sees each article.
  private typealias Prepared = (lane: PromotionLane, judgements: [Judgement], workTrees: [String])

  func run() throws -> [PromotionResult] {
    guard isTrial else {
      let turn = try WritingTurn(in: desk.repository)
      return try run(in: desk.repository) { moves, record, copies in
        try BranchMover(repository: desk.repository, folder: desk.folder).move(
          moves, as: record, in: turn, at: desk.now, securing: copies)
      }
    }
    let objects = try TemporaryObjects(
      beside: desk.repository.commonDirectory + "/objects", environment: desk.environment)
    var environment = desk.environment
    environment["GIT_OBJECT_DIRECTORY"] = objects.path
    let results = try run(in: try Repository.open(at: desk.folder, environment: environment)) { _, _, _ in }
    withExtendedLifetime(objects) {}
    return results
  }

  /// - Parameter moving: moves refs and work trees, and records that.
  private func run(
    in repository: Repository, moving: Desk.Moving
  ) throws -> [PromotionResult] {
    let policy = try PolicyReader(repository: repository).inForce().policy
    let builder = PromotionBuilder(
      repository: repository, policy: policy, release: release, rewriting: rewriting,
      author: try author ?? repository.identity(.author, now: desk.now),
      committer: try repository.identity(.committer, now: desk.now))
    let mover = BranchMover(repository: repository, folder: desk.folder)
    var failures: [Int: DeskError] = [:]
    var prepared: [Prepared] = []
    for lane in try builder.lanes(for: promotions, &failures) {
      let judgements = try builder.judgements(of: lane)
      var workTrees: [String] = []
      if isObserving(policy) || judgements.allSatisfy(\.isPassed) {
        do {
          workTrees = try mover.workTrees(following: [lane.move])
        } catch let error as DeskError {
          for step in lane.steps { failures[step.number] = error }
        }
      }
      prepared.append((lane, judgements, workTrees))
    }
    let isPassed = prepared.allSatisfy { $0.judgements.allSatisfy(\.isPassed) }
    guard !isTrial, failures.isEmpty, isPassed || isObserving(policy) else {
      return results(prepared, failures, policy) { _ in nil }
    }
    // Whoever signs is asked for a password perhaps, and only for what gets in.
    prepared = try prepared.map { (try builder.committed($0.lane, isSigned: true), $0.judgements, $0.workTrees) }
    let lanes = prepared.map(\.lane)
    guard let last = lanes.last?.tip else { return results(prepared, failures, policy) { _ in nil } }
    let copies = try lanes.flatMap { try self.copies(of: $0, in: repository) }
    try moving(lanes.map(\.move) + companions(repository, last), record(of: lanes), copies)
    return results(prepared, failures, policy) { $0.commit }
  }

  /// What the steps have brought; those of a release share their commit.
  private func copies(of lane: PromotionLane, in repository: Repository) throws -> [ObjectCopy] {
    try (release == nil ? lane.steps[...] : lane.steps.prefix(1)).flatMap { step in
      try step.commit.map { try repository.copies(of: $0, since: step.parent, and: step.source) } ?? []
    }
  }

  /// Nobody has read the text of a program yet.
  private func isObserving(_ policy: Policy) -> Bool { policy.mode == .observe && rewriting == nil }

  private func record(of lanes: [PromotionLane]) -> OperationRecord {
    let slugs = promotions.map(\.slug.name)
    let stages = Set(promotions.map(\.to.name)).sorted().joined(separator: " and ")
    let message = promotions.count == 1 ? lanes.first?.steps.first?.message : nil
    let summary = release.map { "Release \($0)" } ?? message?.subject
    return OperationRecord(
      verb: release != nil ? "release" : rewriting != nil ? "restyle" : verb,
      summary: summary ?? "Promote \(slugs.joined(separator: ", ")) to \(stages)", articles: slugs)
  }

  private func results(
    _ prepared: [Prepared], _ failures: [Int: DeskError], _ policy: Policy, commit: (PromotionStep) -> ObjectID?
  ) -> [PromotionResult] {
    var results: [Int: PromotionResult] = failures.mapValues { .failure($0) }
    for item in prepared {
      for (step, judgement) in zip(item.lane.steps, item.judgements) where results[step.number] == nil {
        results[step.number] = .success(
          PromotionOutcome(
            promotion: step.promotion, branch: item.lane.branch, judgement: judgement, commit: commit(step),
            workTrees: item.workTrees, isObserved: !judgement.isPassed && isObserving(policy)))
      }
    }
    return promotions.indices.compactMap { results[$0] }
  }
}
