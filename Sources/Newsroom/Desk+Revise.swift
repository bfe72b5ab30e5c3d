package import Gatekeeping
import GitStore

extension Desk {
  /// Opens the draft of a published article again, with what is published. Work trees that have it checked out follow.
  ///
  /// - Parameter isTrial: whether to write nothing.
  /// - Throws: `DeskError.slugTaken` when the draft has something that is not published yet;
  ///   `OperationError.notPublished`.
  package func revise(_ slug: Slug, isTrial: Bool = false) throws -> OpenedDraft {
    try whileOthersWrite { desk in
      guard isTrial else {
        let turn = try WritingTurn(in: desk.repository)
        let revision = try desk.requiredRevision(of: slug)
        try desk.begin(revision, in: turn)
        return revision.draft
      }
      let revision = try desk.requiredRevision(of: slug)
      _ = try BranchMover(repository: desk.repository, folder: desk.folder).workTrees(following: [revision.move])
      return revision.draft
    }
  }

  /// A draft that is about to be opened again.
  struct Revision {
    let slug: Slug
    let draft: OpenedDraft
    let move: RefMove
  }

  /// Returns how to open the draft of a published article again; `nil` when it is not published.
  ///
  /// - Throws: `DeskError.slugTaken`.
  func revision(of slug: Slug, _ policy: Policy) throws -> Revision? {
    let tips = Tips(repository)
    guard let start = try tips.tip(of: policy.workflow.protectedBranch),
      let published = try Snapshot(repository, start).articles(of: slug, policy: policy).first
    else { return nil }
    let branch = policy.workflow.branch(of: slug, at: policy.workflow.stages[0])
    // A draft that is published as it is need not be in the way of the next one.
    if let old = try tips.tip(of: branch), try !repository.isAncestor(old, of: start) || old == start {
      throw DeskError.slugTaken(slug, branch: branch)
    }
    let ref = try RefName(branch: branch)
    return Revision(
      slug: slug,
      draft: OpenedDraft(
        branch: branch, path: published.path.description, commit: start, isRevision: true),
      move: RefMove(ref, from: try repository.tip(of: ref), to: start))
  }

  func begin(_ revision: Revision, in turn: borrowing WritingTurn) throws {
    try BranchMover(repository: repository, folder: folder).move(
      [revision.move],
      as: OperationRecord(
        verb: "revise", summary: "Open the draft of \(revision.slug) again", articles: [revision.slug.name]),
      in: turn, at: now)
  }

  private func requiredRevision(of slug: Slug) throws -> Revision {
    let policy = try policyForReading().policy
    if let revision = try revision(of: slug, policy) { return revision }
    if try versions(of: slug, policy).isEmpty { throw try noSuchArticle(slug.name, policy) }
    throw OperationError.notPublished(slug)
  }
}
