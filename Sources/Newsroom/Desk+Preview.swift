package import Gatekeeping
package import GitStore

/// What is to be shown of an article before it is published, and where its files can be laid out for that.
package struct PreviewPlace: Sendable {
  package let stage: Stage
  /// Without `refs/heads/`.
  package let branch: String
  package let commit: ObjectID
  /// What Git is told, to mean this commit: the branch, where that is unmistakable.
  package let revision: String
  /// The article, from the root of the repository.
  package let path: String
  /// A folder of its own for these files, outside of every work tree.
  package let folder: String
  /// Whether they were laid out there before.
  package let isLaidOut: Bool
  /// Whether Git remembers a work tree there that is gone.
  package let isGone: Bool
  /// The folder to run Git in.
  package let repository: String
}

extension Desk {
  /// Returns where an article can be seen as it is at a stage, the furthest that has it when none is named.
  ///
  /// Branches that were only fetched count too: nobody needs a branch of their own to look at something.
  ///
  /// - Throws: `DeskError.notAtStage`, `DeskError.noSuchArticle`.
  package func previewPlace(of slug: Slug, at stage: Stage?) throws -> PreviewPlace {
    let policy = try policyForReading().policy
    let tips = Tips(repository)
    for candidate in policy.workflow.stages.reversed() where stage == nil || candidate == stage {
      let branch = policy.workflow.branch(of: slug, at: candidate)
      guard let commit = try tips.tip(of: branch),
        let file = try Snapshot(repository, commit).articles(of: slug, policy: policy).first
      else { continue }
      let root = repository.workTree ?? repository.commonDirectory
      let folder = root + "-preview/" + slug.name
      let known = try repository.workTrees().first { $0.path == folder }
      return PreviewPlace(
        stage: candidate, branch: branch, commit: commit, revision: try revision(branch, commit),
        path: file.path.description, folder: folder, isLaidOut: known?.isPresent == true,
        isGone: known?.isPresent == false, repository: root)
    }
    if let stage { throw DeskError.notAtStage(slug, stage) }
    throw try noSuchArticle(slug.name, policy)
  }

  /// A tag of the same name would be taken for the branch; and a branch that was only fetched has another name here.
  private func revision(_ branch: String, _ commit: ObjectID) throws -> String {
    guard try repository.tip(of: try RefName(branch: branch)) == commit,
      try repository.tip(of: try RefName("refs/tags/" + branch)) == nil
    else { return commit.hex }
    return branch
  }
}
