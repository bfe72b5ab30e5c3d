import Gatekeeping
import GitStore

/// The two commits that send an article back: one takes it from the branch of the stage that it leaves, the other brings it
/// to the branch of the earlier stage.
///
/// No branch is deleted and no history is dropped: the second commit has the first one among its parents, and that one the
/// text that was sent back. So a clone that has the branches needs nothing but a pull, two people who send the same
/// article back merge without a conflict, and a later promotion finds that all of it has been settled.
///
/// The text goes along, unless the stage that it leaves is measured against the other one: a restyling must not become
/// its own measure. It stays behind, too, when the earlier stage of a published article has a newer text already.
struct DemotionCommits {
  let repository: Repository
  let policy: Policy
  let demotion: Demotion
  let reason: String
  let now: Timestamp
  /// The tip of the branch that the article leaves.
  let left: ObjectID
  /// The tip of the earlier stage's branch; `nil` when there is none.
  let target: ObjectID?

  /// Whether the text that is sent back is the one to go on with.
  func takesTextAlong() throws -> Bool {
    guard let target else { return true }
    if try repository.isAncestor(target, of: left) { return !isMeasuredByTarget }
    if try Snapshot(repository, target).articles(of: demotion.slug, policy: policy).isEmpty { return true }
    return !isMeasuredByTarget && !demotion.from.isShared
  }

  private var isMeasuredByTarget: Bool {
    !demotion.from.isShared && demotion.from.gate?.against == demotion.to.name
  }

  /// Makes both commits, which no ref leads to yet.
  ///
  /// - Parameter isSigned: whether to ask for the signatures that the configuration wants.
  /// - Throws: `OperationError.conflicts` when both branches changed the same lines.
  func make(isSigned: Bool) throws -> (left: ObjectID, target: ObjectID) {
    let verb =
      demotion.from.isShared ? "Retract \(demotion.slug)" : "Take \(demotion.slug) back from \(demotion.from.name)"
    let emptied = try commit(try emptiedTree(), [left], verb, isSigned)
    var parents = [target, emptied].compactMap { $0 }
    if target == nil, let main = try repository.tip(of: try RefName(branch: policy.workflow.protectedBranch)),
      let start = try repository.mergeBase(main, left), start != left
    {
      // As at a promotion: the first parent's history is that of what is published.
      parents.insert(start, at: 0)
    }
    let step = "Send \(demotion.slug) back from \(demotion.from.name) to \(demotion.to.name)"
    return (emptied, try commit(try targetTree(), parents, step, isSigned))
  }

  private func commit(
    _ tree: ObjectID, _ parents: [ObjectID], _ subject: String, _ isSigned: Bool
  ) throws -> ObjectID {
    // A line of its own could be read as a trailer.
    let reason = reason.split { $0.isNewline }.joined(separator: " ")
    let shown = reason.count > 72 ? reason.prefix(71) + "…" : reason[...]
    let trailers = [
      "Editorial-Article: \(demotion.slug)", "Editorial-From: \(demotion.from.name)",
      "Editorial-To: \(demotion.to.name)", "Editorial-Reason: \(reason)",
    ]
    let commit = try repository.createCommit(
      tree: tree, parents: parents, author: try repository.identity(.author, now: now),
      committer: try repository.identity(.committer, now: now),
      message: "\(subject): \(shown)\n\n\(trailers.joined(separator: "\n"))\n")
    return isSigned ? try repository.signedIfAsked(commit) : commit
  }

  /// The tree of the branch that the article leaves, without the article and its assets. The dossier stays: it is no text.
  private func emptiedTree() throws -> ObjectID {
    let edits = try ownFiles(in: left).filter { policy.dossier?.match($0.path.description) == nil }
      .map { TreeEdit.remove($0.path) }
    return try repository.writeTree(from: left, edits: edits)
  }

  private func targetTree() throws -> ObjectID {
    guard let target else { return try repository.tree(of: left) }
    if try takesTextAlong() {
      let isSettled = try repository.isAncestor(target, of: left)
      if try isSettled || Snapshot(repository, target).articles(of: demotion.slug, policy: policy).isEmpty {
        return try repository.tree(of: left)
      }
      return try merged(
        try PromotionMerge(repository: repository, policy: policy, slug: demotion.slug).merge(into: target, from: left))
    }
    // What is not the article's own, such as what came by merging the published branch, goes back too: it would look
    // like taken away at the next promotion.
    let own = try ownFiles(in: target)
    guard let base = try repository.mergeBase(target, left) else { return try repository.tree(of: target) }
    return try merged(
      try repository.mergeTrees(
        base: try tree(of: base, withOwn: own), ours: target, theirs: try tree(of: left, withOwn: own)))
  }

  private func merged(_ outcome: MergeOutcome) throws -> ObjectID {
    switch outcome {
    case .merged(let tree): return tree
    case .conflicts(let conflicts): throw OperationError.conflicts(demotion, conflicts.map(\.path.description))
    }
  }

  private func tree(of commit: ObjectID, withOwn own: [TreeEntry]) throws -> ObjectID {
    let edits = try ownFiles(in: commit).map { TreeEdit.remove($0.path) } + own.map { .put($0.path, $0.version) }
    return try repository.writeTree(from: commit, edits: edits)
  }

  /// The article with all that belongs to it.
  private func ownFiles(in commit: ObjectID) throws -> [TreeEntry] {
    let name = demotion.slug.name
    return try repository.files(
      in: commit,
      where: { path in
        // A path of its own has the slug in it, which is quicker to see than what the path is.
        path.string.map { $0.contains(name) && policy.isOwn($0, of: demotion.slug) } ?? false
      })
  }
}
