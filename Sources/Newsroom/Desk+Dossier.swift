package import Gatekeeping
package import GitStore
import Manuscripts
package import Scoring

/// An article as its furthest stage has it, with its source material.
package struct SourcedArticle: Sendable {
  package let slug: Slug
  /// `nil` when nothing is written yet.
  package let text: ArticleText?
  /// Of all its stages; where they differ, as the earliest has it, which is where sources are added.
  package let dossier: [ArticleText]
  package let settings: RuleSettings
}

/// Where source material for an article is put.
package struct DossierShelf: Sendable {
  package let slug: Slug
  /// Without `refs/heads/`.
  package let branch: String
  /// What is there.
  package let files: [ArticleText]
  let tip: ObjectID
  let pattern: ArticlePattern

  /// Returns the path of a file; `nil` when the policy has no place for a file of that name.
  package func path(of name: String) -> String? {
    let folder = pattern.folder(for: slug)
    let path = folder.isEmpty ? name : "\(folder)/\(name)"
    return pattern.match(path)?.slug == slug.name ? path : nil
  }
}

extension Desk {
  /// Returns an article as its furthest stage has it, with its source material.
  ///
  /// - Throws: `DeskError.noSuchArticle`, `severalArticles`.
  package func sources(of name: String) throws -> SourcedArticle {
    let slug = try slug(named: name)
    let policy = try policyForReading().policy
    let versions = try versions(of: slug, policy)
    guard let version = versions.last else { throw try noSuchArticle(name, policy) }
    let files = version.files.filter { $0.version.mode.isRegular }
    guard files.count <= 1 else { throw DeskError.severalArticles(slug, files.map(\.path.description)) }
    let resolver = BaselineResolver(repository: repository, policy: policy, tips: Tips(repository))
    var dossier: [ArticleText] = []
    for version in versions {
      let found = try resolver.dossier(
        of: slug, in: Snapshot(repository, version.commit), revision: version.branch)
      let known = Set(dossier.map(\.path))
      dossier += found.filter { !known.contains($0.path) }
    }
    return SourcedArticle(
      slug: slug, text: try files.first.map { try resolver.text(of: $0, revision: version.branch) },
      dossier: dossier.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }, settings: policy.rules)
  }

  /// Returns where source material for an article is put: the branch of its earliest stage, from which it goes with the
  /// article through the others.
  ///
  /// - Throws: `DeskError.noSuchArticle`, `noDossier`, `notBeingWritten`.
  package func shelf(for name: String) throws -> DossierShelf {
    let slug = try slug(named: name)
    let policy = try policyForReading().policy
    guard let pattern = policy.dossier else { throw DeskError.noDossier }
    guard let version = try versions(of: slug, policy).first(where: { !$0.stage.isShared }) else {
      throw DeskError.notBeingWritten(slug)
    }
    let resolver = BaselineResolver(repository: repository, policy: policy, tips: Tips(repository))
    return DossierShelf(
      slug: slug, branch: version.branch,
      files: try resolver.dossier(of: slug, in: Snapshot(repository, version.commit), revision: nil),
      tip: version.commit, pattern: pattern)
  }

  /// Commits source material on the article's branch. No gate judges it: it is what others are judged by.
  ///
  /// - Parameters:
  ///   - files: by their paths, which the shelf has given.
  ///   - subject: the first line of the message.
  /// - Throws: `DeskError`, `movedMeanwhile` when the branch is not where the shelf was looked at.
  package func put(
    _ files: [(path: String, bytes: [UInt8])], on shelf: DossierShelf, subject: String
  ) throws -> (commit: ObjectID, workTrees: [String]) {
    let edits = try files.map { file in
      TreeEdit.put(TreePath(file.path), FileVersion(id: try repository.writeBlob(file.bytes), mode: .file))
    }
    return try commit(
      edits, on: shelf.branch, at: shelf.tip, from: shelf.tip,
      message: "\(subject)\n\nEditorial-Article: \(shelf.slug)\n",
      as: OperationRecord(verb: "sources", summary: subject, articles: [shelf.slug.name]))
  }

  /// Commits changes of files on a branch, and brings the work trees along that have it checked out.
  ///
  /// - Parameters:
  ///   - tip: where the branch is; `nil` when it is made.
  ///   - start: the commit's parent.
  /// - Throws: `DeskError.movedMeanwhile`; what `BranchMover` throws.
  func commit(
    _ edits: [TreeEdit], on branch: String, at tip: ObjectID?, from start: ObjectID, message: String,
    as record: OperationRecord
  ) throws -> (commit: ObjectID, workTrees: [String]) {
    let turn = try WritingTurn(in: repository)
    let ref = try RefName(branch: branch)
    guard try repository.tip(of: ref) == tip else { throw DeskError.movedMeanwhile(branch) }
    let commit = try repository.signedIfAsked(
      try repository.createCommit(
        tree: try repository.writeTree(from: start, edits: edits), parents: [start],
        author: try repository.identity(.author, now: now),
        committer: try repository.identity(.committer, now: now), message: message))
    let copies = try repository.copies(of: commit, since: start, and: nil)
    let workTrees = try BranchMover(repository: repository, folder: folder).move(
      [RefMove(ref, from: tip, to: commit)], as: record, in: turn, at: now, securing: copies)
    return (commit, workTrees)
  }
}
