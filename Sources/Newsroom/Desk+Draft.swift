import Gatekeeping
package import GitStore

/// A draft that was opened.
package struct OpenedDraft: Sendable {
  /// Without `refs/heads/`.
  package let branch: String
  package let path: String
  package let commit: ObjectID
  /// Whether the article was published before, and is to be revised.
  package let isRevision: Bool
}

extension Desk {
  /// Opens the branch of the first stage for an article, from the published branch. The work tree is left alone.
  ///
  /// A new article begins with a template; one that is published already, with what is published.
  ///
  /// - Parameter isTrial: whether to write nothing.
  /// - Throws: `DeskError.slugTaken`, `invalidSlug`, `noPlaceForArticle`, `noCommit`.
  package func openDraft(of name: String, isTrial: Bool = false) throws -> OpenedDraft {
    let slug = try Self.draftSlug(name)
    guard !isTrial else {
      return try onTrial { desk in
        if let revision = try desk.revision(of: slug, desk.policyForReading().policy) {
          _ = try BranchMover(repository: desk.repository, folder: desk.folder).workTrees(following: [revision.move])
          return revision.draft
        }
        return try desk.begunDraft(of: slug, isSigned: false).draft
      }
    }
    let turn = try WritingTurn(in: repository)
    if let revision = try revision(of: slug, policyForReading().policy) {
      try begin(revision, in: turn)
      return revision.draft
    }
    let begun = try begunDraft(of: slug, isSigned: true)
    try BranchMover(repository: repository, folder: folder).move(
      [begun.move],
      as: OperationRecord(verb: "new", summary: "Begin the article \(slug)", articles: [slug.name]), in: turn, at: now)
    return begun.draft
  }

  /// Returns a new article's draft, with the move that makes its branch.
  private func begunDraft(of slug: Slug, isSigned: Bool) throws -> (draft: OpenedDraft, move: RefMove) {
    let policy = try policyForReading().policy
    let branch = policy.workflow.branch(of: slug, at: policy.workflow.stages[0])
    let ref = try RefName(branch: branch)
    guard try repository.tip(of: ref) == nil else { throw DeskError.slugTaken(slug, branch: branch) }
    guard let start = try repository.tip(of: try RefName(branch: policy.workflow.protectedBranch)) else {
      throw DeskError.noCommit
    }
    let author = try repository.identity(.author, now: now)
    let committer = try repository.identity(.committer, now: now)
    let template = DraftTemplate(slug: slug, settings: policy.rules, author: author.name, date: Moment(author.time).day)
    let path = try template.path(by: policy)
    let blob = try repository.writeBlob(Array(template.text.utf8))
    let tree = try repository.writeTree(
      from: start, edits: [.put(TreePath(path), FileVersion(id: blob, mode: .file))])
    let unsigned = try repository.createCommit(
      tree: tree, parents: [start], author: author, committer: committer,
      message: "Begin the article \(slug)\n\nEditorial-Article: \(slug)\n")
    let commit = isSigned ? try repository.signedIfAsked(unsigned) : unsigned
    return (
      OpenedDraft(branch: branch, path: path, commit: commit, isRevision: false),
      RefMove(ref, from: nil, to: commit)
    )
  }

  static func draftSlug(_ name: String) throws(DeskError) -> Slug {
    do throws(Slug.Invalid) {
      return try Slug(name)
    } catch {
      throw .invalidSlug(error)
    }
  }
}
