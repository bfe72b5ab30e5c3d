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

  package var isPassed: Bool { judgements.isEmpty || isObserved }
}

extension Desk {
  /// Gives an article another slug: its files, assets and dossier, the links to it among what is published, and its
  /// branches, all in one operation.
  ///
  /// - Parameter isTrial: whether to write nothing.
  /// - Throws: `OperationError`, `DeskError`, `GitError`; never because of a gate.
  package func rename(_ old: Slug, to new: Slug, isTrial: Bool = false) throws -> RenameOutcome {
    try whileOthersWrite { desk in
      guard !isTrial else {
        return try desk.onTrial { try $0.renaming(old, to: new, isTrial: true) { _, _, _ in } }
      }
      let turn = try WritingTurn(in: desk.repository)
      try turn.expectNothingFinished()
      return try desk.renaming(old, to: new, isTrial: false) { moves, record, copies in
        try BranchMover(repository: desk.repository, folder: desk.folder).move(
          moves, as: record, in: turn, at: desk.now, securing: copies)
      }
    }
  }

  private func renaming(
    _ old: Slug, to new: Slug, isTrial: Bool, moving: ([RefMove], OperationRecord, [ObjectCopy]) throws -> Void
  ) throws -> RenameOutcome {
    let policy = try policyInForce().policy
    let versions = try versions(of: old, policy)
    guard !versions.isEmpty else { throw try noSuchArticle(old.name, policy) }
    try expectFree(new, among: versions, policy)
    let tips = Tips(repository)
    for version in versions where try tips.tip(of: version.branch) != version.commit {
      throw OperationError.behind(version.branch)
    }
    let published = versions.first { $0.stage.isShared }?.commit
    func moves(isSigned: Bool) throws -> [RefMove] {
      var renaming = Renaming(
        old, to: new, published: published, in: repository, policy: policy, now: now, isSigned: isSigned)
      let made = try renaming.renamed(versions.map(\.commit))
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
      return moves
    }
    var planned = try moves(isSigned: false)
    let updates = planned.map {
      RefUpdate(ref: $0.ref, old: $0.old.isZero ? nil : $0.old, new: $0.new.isZero ? .deleted : .id($0.new))
    }
    let judgements = try judge(updates, .local).filter { !$0.isPassed }.map { $0.with(nil) }
    let isObserved = !judgements.isEmpty && policy.mode == .observe
    var trees: [String] = []
    if judgements.isEmpty || isObserved {
      trees = try BranchMover(repository: repository, folder: folder).workTrees(following: planned)
      if !isTrial {
        planned = try moves(isSigned: true)
        let copies = try zip(planned, versions).flatMap { move, version in
          try repository.copies(of: move.new, since: version.commit, and: nil)
        }
        try moving(
          planned, OperationRecord(verb: "rename", summary: "Rename \(old) to \(new)", articles: [old.name, new.name]),
          copies)
      }
    }
    return RenameOutcome(
      old: old, new: new, moves: planned, judgements: judgements, isObserved: isObserved, workTrees: trees)
  }

  /// Throws `DeskError.slugTaken` when there is an article of that name, here or as far as it was fetched.
  private func expectFree(_ slug: Slug, among versions: [ArticleVersion], _ policy: Policy) throws {
    for stage in policy.workflow.stages {
      let branch = policy.workflow.branch(of: slug, at: stage)
      if !stage.isShared, try Tips(repository).tip(of: branch) != nil {
        throw DeskError.slugTaken(slug, branch: branch)
      }
      if stage.isShared, try tip(of: slug, at: stage, policy) != nil { throw DeskError.slugTaken(slug, branch: branch) }
    }
    for version in versions where try !Snapshot(repository, version.commit).articles(of: slug, policy: policy).isEmpty {
      throw DeskError.slugTaken(slug, branch: version.branch)
    }
  }
}
