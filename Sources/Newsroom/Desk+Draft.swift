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
  /// - Throws: `DeskError.slugTaken`, `invalidSlug`, `noPlaceForArticle`, `noCommit`.
  package func openDraft(of name: String) throws -> OpenedDraft {
    let slug = try Self.draftSlug(name)
    let turn = try WritingTurn(in: repository)
    let policy = try policyForReading().policy
    if let revision = try revision(of: slug, policy) {
      try begin(revision, in: turn)
      return revision.draft
    }
    let branch = policy.workflow.branch(of: slug, at: policy.workflow.stages[0])
    let ref = try RefName(branch: branch)
    guard try repository.tip(of: ref) == nil else { throw DeskError.slugTaken(slug, branch: branch) }
    guard let start = try repository.tip(of: try RefName(branch: policy.workflow.protectedBranch)) else {
      throw DeskError.noCommit
    }
    let mover = BranchMover(repository: repository, folder: folder)
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
    let commit = try repository.signedIfAsked(unsigned)
    try mover.move(
      [RefMove(ref, from: nil, to: commit)],
      as: OperationRecord(verb: "new", summary: "Begin the article \(slug)", articles: [slug.name]), in: turn, at: now)
    return OpenedDraft(branch: branch, path: path, commit: commit, isRevision: false)
  }

  static func draftSlug(_ name: String) throws(DeskError) -> Slug {
    do throws(Slug.Invalid) {
      return try Slug(name)
    } catch {
      throw .invalidSlug(error)
    }
  }
}
