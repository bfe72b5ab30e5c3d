package import Gatekeeping
package import GitStore
import Wording

/// What came of a release.
package struct ReleaseOutcome: Sendable {
  /// The name of its tag, without `refs/tags/`.
  package let name: String
  /// The branch that has the articles, or would: without `refs/heads/`.
  package let branch: String
  /// What came of each article, in the order in which they were named.
  package let results: [PromotionResult]
  /// The merge of all; `nil` when nothing was written.
  package let commit: ObjectID?

  /// What a gate would have refused, and observe mode let in.
  package var observed: [Judgement] {
    results.flatMap { if case .success(let outcome) = $0 { outcome.observed } else { [] as [Judgement] } }
  }
}

extension Desk {
  /// Returns what the publication of the article would be.
  ///
  /// - Throws: `DeskError`.
  package func publication(of slug: Slug) throws -> Promotion {
    try promotion(of: slug, to: policyInForce().policy.workflow.stages.last?.name)
  }

  /// Publishes several articles together under a name, all of them or none: in one merge commit with a parent for each,
  /// as `git merge` makes of several branches, and with an annotated tag.
  ///
  /// The branch moves before the tag is made, so that a tag never names what is not published.
  ///
  /// - Parameters:
  ///   - name: that of the tag.
  ///   - publications: all to the last stage.
  /// - Throws: `DeskError`, `GitError`; never because of a gate.
  package func release(
    _ name: String, _ publications: [Promotion], isTrial: Bool = false
  ) throws -> ReleaseOutcome {
    try whileOthersWrite { desk in
      let tag = try desk.freeTag(name)
      let policy = try desk.policyInForce().policy
      let branch = policy.workflow.protectedBranch
      guard try desk.repository.tip(of: RefName(branch: branch)) != nil else { throw DeskError.noCommit }
      let tagger = isTrial ? nil : try desk.repository.identity(.committer, now: desk.now)
      let promoter = Promoter(desk: desk, promotions: publications, release: name, isTrial: isTrial) {
        repository, commit in
        guard let tagger else { return [] }
        let object = try repository.createTagSignedIfAsked(
          name, of: commit, by: tagger, message: "Release \(name)\n\n" + MergeMessage.list(of: publications))
        return [RefMove(tag, from: nil, to: object)]
      }
      let results = try promoter.run()
      let commits = results.compactMap { if case .success(let outcome) = $0 { outcome.commit } else { nil } }
      return ReleaseOutcome(name: name, branch: branch, results: results, commit: commits.first)
    }
  }

  /// Returns the ref of the tag that a release of this name gets.
  private func freeTag(_ name: String) throws -> RefName {
    let tag: RefName
    do throws(GitError) {
      tag = try RefName("refs/tags/\(name)")
    } catch {
      throw DeskError.invalidReleaseName(
        name, reason: worded("is none that Git allows", fr: "n'est pas de ceux que Git admet"))
    }
    guard !name.hasPrefix("-"), name != "HEAD" else {
      throw DeskError.invalidReleaseName(
        name, reason: worded("would be taken for something else", fr: "serait pris pour autre chose"))
    }
    guard try repository.tip(of: RefName(branch: name)) == nil else {
      throw DeskError.invalidReleaseName(
        name, reason: worded("is the name of a branch", fr: "est celui d'une branche"))
    }
    guard try repository.tip(of: tag) == nil else { throw DeskError.releaseTaken(name) }
    return tag
  }
}
