package import Gatekeeping
import GitStore
import Manuscripts
import Wording

/// A version of an article that somebody named, and the stage whose gate looks at it.
package struct LocatedArticle: Sendable {
  package let text: ArticleText
  /// `nil` when its path is no article's.
  package let slug: Slug?
  /// `nil` when it is on no stage's branch.
  package let stage: Stage?
  /// What it replaces, and whose dossier it has: a commit, or nothing.
  let commit: ObjectID?
}

extension Desk {
  /// Returns the version that a name means: `slug`, `slug@stage`, or `revision:path`.
  ///
  /// A slug alone means the furthest stage that has the article.
  ///
  /// - Throws: `DeskError`.
  package func article(named name: String) throws -> LocatedArticle {
    let policy = try policyForReading().policy
    if let found = try stageVersion(name, policy) { return found }
    if let named = RevisionPath(name) { return try article(at: named, policy) }
    let slug = try slug(named: name)
    guard let version = try versions(of: slug).last(where: { !$0.files.isEmpty }) else {
      throw try noSuchArticle(name, policy)
    }
    return try article(slug, version)
  }

  /// Returns the article that a file in the work tree is; `nil` when the file is not in this repository's.
  ///
  /// - Parameter path: absolute, without symbolic links.
  package func article(inFile path: String, bytes: [UInt8]) throws -> LocatedArticle? {
    guard let workTree = repository.workTree, path.hasPrefix(workTree + "/") else { return nil }
    let relative = String(path.dropFirst(workTree.count + 1))
    let policy = try policyForReading().policy
    var stage: Stage?
    var tip: ObjectID?
    if case .branch(let ref, let commit) = try repository.head() {
      tip = commit
      stage = ref.branch.flatMap { policy.workflow.place(ofBranch: $0) }?.stage
    }
    return LocatedArticle(
      text: ArticleText(path: relative, revision: nil, bytes: bytes), slug: slug(at: relative, policy), stage: stage,
      commit: tip)
  }

  /// Returns what the article's stage makes of a version: its scores by the measure of the stage's gate, and the verdict.
  ///
  /// A stage without a gate refuses nothing; the measure is that of the next gate then.
  ///
  /// - Parameters:
  ///   - baseline: compared with this instead of what the gate names.
  ///   - dossier: used instead of the article's own.
  package func judge(
    _ article: LocatedArticle, against baseline: ArticleText? = nil, dossier: [ArticleText]? = nil
  ) throws -> JudgedArticle {
    let policy = try policyForReading().policy
    let tips = Tips(repository)
    let judge = ArticleJudge(
      repository: repository, policy: policy, tips: tips, waivers: WaiverBook(repository, policy: policy, tips: tips))
    var measure = BaselineResolver.Measure()
    let scale = measuringGate(of: article.stage, policy)
    if let slug = article.slug, let gate = scale {
      let snapshot = try article.commit.map { Snapshot(repository, $0) } ?? Snapshot(repository, repository.index())
      measure = try BaselineResolver(repository: repository, policy: policy, tips: tips).measure(
        for: slug, at: article.text.path, gate: gate, candidate: snapshot, previous: nil, previousLabel: "",
        standingIn: article.text.revision != nil && article.stage?.isShared == true ? article.commit : nil)
    }
    if let baseline { measure.baseline = baseline }
    if let dossier { measure.dossier = dossier }
    return try judge.judge(
      article.text, of: article.slug, by: article.stage?.gate, with: measure, among: files(around: article),
      acceptedIn: article.commit.map { [$0] } ?? [], onScaleOf: scale)
  }

  /// What surrounds the article: the files of its commit, or those of the work tree that it was read from.
  private func files(around article: LocatedArticle) -> SiteFiles {
    if article.text.revision != nil, let commit = article.commit {
      return Snapshot(repository, commit).files(around: article.text.path)
    }
    return SiteFiles(around: article.text.path) { [repository] place in
      try repository.fileOnDisk(TreePath(place)).map { SiteFiles.Kind($0.mode) }
    }
  }

  /// The stage's own gate, or the next one; for a text at no stage, the last.
  private func measuringGate(of stage: Stage?, _ policy: Policy) -> Gate? {
    let stages = policy.workflow.stages
    guard let stage, let index = stages.firstIndex(of: stage) else { return stages.last?.gate }
    return stages[index...].lazy.compactMap(\.gate).first
  }

  private func stageVersion(_ name: String, _ policy: Policy) throws -> LocatedArticle? {
    guard let at = name.lastIndex(of: "@"), at != name.startIndex, !name.contains(":") else { return nil }
    let stageName = String(name[name.index(after: at)...])
    guard let stage = policy.workflow.stage(named: stageName) else {
      // An @ is allowed in a slug.
      do {
        _ = try slug(named: name)
        return nil
      } catch is DeskError {
        throw noSuchStage(stageName, policy)
      }
    }
    let slug = try slug(named: String(name[..<at]))
    guard let version = try versions(of: slug).first(where: { $0.stage == stage }), !version.files.isEmpty else {
      throw DeskError.notAtStage(slug, stage)
    }
    return try article(slug, version)
  }

  private func article(_ slug: Slug, _ version: ArticleVersion) throws -> LocatedArticle {
    guard version.files.count == 1, let file = version.files.first else {
      throw DeskError.severalArticles(slug, version.files.map { "\(version.branch):\($0.path)" })
    }
    return LocatedArticle(
      text: try text(file, revision: version.branch), slug: slug, stage: version.stage, commit: version.commit)
  }

  private func article(at named: RevisionPath, _ policy: Policy) throws -> LocatedArticle {
    let commit = try commit(named: named.revision)
    guard let version = try repository.entry(at: named.path, in: commit) else {
      throw DeskError.notAnArticle(
        "\(named.revision):\(named.path)",
        reason: worded(
          "is not in the repository",
          fr: "n'est pas dans le dépôt"))
    }
    let entry = TreeEntry(path: named.path, version: version)
    return LocatedArticle(
      text: try text(entry, revision: named.revision), slug: slug(at: named.path.description, policy),
      stage: policy.workflow.place(ofBranch: named.revision)?.stage, commit: commit)
  }

  private func text(_ entry: TreeEntry, revision: String) throws -> ArticleText {
    let name = "\(revision):\(entry.path)"
    guard entry.version.mode.isRegular else {
      throw DeskError.notAnArticle(
        name,
        reason: worded(
          "is no ordinary file",
          fr: "n'est pas un fichier ordinaire"))
    }
    let size = try repository.blobSize(entry.version.id)
    guard size <= ArticleParser.sizeLimit else {
      throw DeskError.notAnArticle(
        name,
        reason: worded(
          "has \(size) bytes, and at most \(ArticleParser.sizeLimit) are read",
          fr: "a \(size) octets, et on en lit \(ArticleParser.sizeLimit) au plus"))
    }
    return ArticleText(
      path: entry.path.description, revision: revision, bytes: try repository.blob(entry.version.id))
  }

  private func slug(at path: String, _ policy: Policy) -> Slug? {
    if case .article(let slug, _) = policy.kind(ofPath: path) { slug } else { nil }
  }
}
