package import Gatekeeping
import GitStore

/// What came of giving an article another slug.
package struct RenameOutcome: Sendable {
  package let old: Slug
  package let new: Slug
  /// The refs that moved, or would.
  package let moves: [RefMove]
  /// What gates say against it; empty when nothing.
  package let judgements: [Judgement]
  package let isObserved: Bool
  package let workTrees: [String]
  /// The links that were left as they are, because they may or may not lead to the article.
  package let doubtful: [DoubtfulLink]

  package var isPassed: Bool { judgements.isEmpty || isObserved }
  /// What gates would have refused, and observe mode let in, or in a trial would let in.
  package var observed: [Judgement] { isObserved ? judgements : [] }
}

extension Desk {
  /// Gives an article another slug: its files, assets and dossier, the links to it among what is published, and its
  /// branches, all in one operation. What people accepted, claimed and scheduled of it goes along.
  ///
  /// - Parameter isTrial: whether to write nothing.
  /// - Throws: `OperationError`, `DeskError`, `GitError`; never because of a gate.
  package func rename(_ old: Slug, to new: Slug, isTrial: Bool = false) throws -> RenameOutcome {
    try operating(isTrial: isTrial) { desk, moving in
      try desk.renaming(old, to: new, isTrial: isTrial, moving: moving)
    }
  }

  private func renaming(
    _ old: Slug, to new: Slug, isTrial: Bool, moving: Moving
  ) throws -> RenameOutcome {
    let policy = try policyInForce().policy
    try expectAllHere(old, policy)
    let versions = try versions(of: old, policy)
    guard !versions.isEmpty else { throw try noSuchArticle(old.name, policy) }
    try expectFree(new, among: versions, policy)
    let tips = Tips(repository)
    for version in versions where try tips.tip(of: version.branch) != version.commit {
      throw OperationError.behind(version.branch)
    }
    let published = versions.first { $0.stage.isShared }?.commit
    let waivers = try WaiverBook(repository, policy: policy, tips: tips).waivers(of: old, at: versions.map(\.commit))
    var doubtful: [DoubtfulLink] = []
    func moves(isSigned: Bool) throws -> [RefMove] {
      var renaming = Renaming(
        old, to: new, published: published, waivers: waivers, in: repository, policy: policy, now: now,
        isSigned: isSigned)
      let made = try renaming.renamed(versions.map(\.commit))
      doubtful = renaming.doubtful
      var moves: [RefMove] = []
      for (version, commit) in zip(versions, made) {
        let branch = policy.workflow.branch(of: new, at: version.stage)
        moves.append(
          RefMove(try RefName(branch: branch), from: version.stage.isShared ? version.commit : nil, to: commit))
      }
      // The new branches are there before the old ones go.
      for version in versions where !version.stage.isShared {
        moves.append(RefMove(try RefName(branch: version.branch), from: version.commit, to: nil))
      }
      return try teamMoves(from: old, to: new, versions, made) + moves
    }
    var planned = try moves(isSigned: false)
    let updates = planned.filter { $0.ref.branch != nil }.map {
      RefUpdate(ref: $0.ref, old: $0.old.isZero ? nil : $0.old, new: $0.new.isZero ? .deleted : .id($0.new))
    }
    let judgements = try judge(updates, .local).filter { !$0.isPassed }.map { $0.with(nil) }
    let isObserved = !judgements.isEmpty && policy.mode == .observe
    var trees: [String] = []
    if judgements.isEmpty || isObserved {
      trees = try BranchMover(repository: repository, folder: folder).workTrees(following: planned)
      if !isTrial {
        planned = try moves(isSigned: true)
        let copies = try planned.filter { !$0.new.isZero }.flatMap { move in
          try repository.copies(of: move.new, since: try repository.parents(of: move.new).first, and: nil)
        }
        try moving(
          planned, OperationRecord(verb: "rename", summary: "Rename \(old) to \(new)", articles: [old.name, new.name]),
          copies)
      }
    }
    return RenameOutcome(
      old: old, new: new, moves: planned, judgements: judgements, isObserved: isObserved, workTrees: trees,
      doubtful: doubtful)
  }

  /// Returns the moves by which what was claimed and scheduled of the article is said of its new slug.
  ///
  /// - Parameter made: the renamed commit of each version.
  private func teamMoves(
    from old: Slug, to new: Slug, _ versions: [ArticleVersion], _ made: [ObjectID]
  ) throws -> [RefMove] {
    var moves: [RefMove] = []
    let claims = try ClaimBook(self)
    let standing = try claims.claims(on: old)
    if !standing.isEmpty {
      let published = zip(versions, made).first { $0.0.stage.isShared }?.1
      moves += [
        try ClaimBook(self, published: published).record(of: standing, on: new), try claims.recordOfEnd(of: old),
      ]
    }
    let book = try ScheduleBook(self)
    let scheduled = try book.scheduled(old)
    guard scheduled.count < 2 else { throw DeskError.severalSchedules(old, scheduled) }
    guard let date = scheduled.first else { return moves }
    let source = zip(versions, made).first { $0.0.stage.name == date.from }?.1
    // What has changed since it was signed off is signed off no more by this.
    if let version = date.state == .open ? source : ObjectID(hex: date.version), date.state != .done {
      let carried = ScheduledPromotion(
        slug: new, from: date.from, to: date.to, time: date.time, version: version.hex, name: date.name,
        address: date.address)
      let signer = Identity(
        name: date.name, email: date.address, time: try repository.identity(.author, now: now).time)
      moves.append(try book.record(of: carried, version, by: signer))
    }
    moves.append(try book.recordOfEnd("renamed", of: old))
    return moves
  }

  /// Throws `OperationError.notHere` when branches of the article were only fetched: the others would keep the old name on
  /// them, and there would be two articles.
  private func expectAllHere(_ slug: Slug, _ policy: Policy) throws {
    var missing: [String: [String]] = [:]
    for stage in policy.workflow.stages where !stage.isShared {
      let branch = policy.workflow.branch(of: slug, at: stage)
      guard try repository.tip(of: try RefName(branch: branch)) == nil else { continue }
      for remote in try repository.remoteNames() where try Tips(repository).tip(of: branch, in: remote) != nil {
        missing[remote, default: []].append(branch)
      }
    }
    guard let (remote, branches) = missing.min(by: { $0.key < $1.key }) else { return }
    throw OperationError.notHere(slug, branches, remote: remote)
  }

  /// Throws `DeskError.nameTaken` when there is an article of that name, here or as far as it was fetched.
  private func expectFree(_ slug: Slug, among versions: [ArticleVersion], _ policy: Policy) throws {
    for stage in policy.workflow.stages {
      let branch = policy.workflow.branch(of: slug, at: stage)
      if !stage.isShared, try Tips(repository).tip(of: branch) != nil {
        throw DeskError.nameTaken(slug, branch: branch)
      }
      if stage.isShared, try tip(of: slug, at: stage, policy) != nil { throw DeskError.nameTaken(slug, branch: branch) }
    }
    for version in versions where try !Snapshot(repository, version.commit).articles(of: slug, policy: policy).isEmpty {
      throw DeskError.nameTaken(slug, branch: version.branch)
    }
  }
}
