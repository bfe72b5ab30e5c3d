import Gatekeeping
import GitStore
import Manuscripts

/// Finds what an article's facts are compared with.
struct BaselineResolver {
  let repository: Repository
  let policy: Policy
  let tips: Tips
  /// For the baselines of many articles; `nil`: what they need of it is walked for each.
  var history: PublishedHistory? = nil

  /// What an article is judged with.
  struct Measure {
    var baseline: ArticleText?
    var baselineID: ObjectID?
    var dossier: [ArticleText] = []
  }

  /// Returns what the article at `path` is judged with by `gate`.
  ///
  /// The baseline is the article on the branch of the stage that the gate names. An article that never was at that stage
  /// was there before the workflow, and is measured against its own previous version; a new one by its own sources.
  ///
  /// - Parameters:
  ///   - candidate: where the article comes from; its dossier counts when there is no baseline.
  ///   - previous: where the version lies that it replaces.
  ///   - published: the published commit that the article stands in, when it is no update: what it was made from measures
  ///     it, and not the revision that may be under way.
  func measure(
    for slug: Slug, at path: String, gate: Gate, candidate: Snapshot, previous: ObjectID?, previousLabel: String,
    standingIn published: ObjectID? = nil
  ) throws -> Measure {
    guard let name = gate.against, let stage = policy.workflow.stage(named: name) else {
      return Measure(dossier: try dossier(of: slug, in: candidate, revision: nil))
    }
    let branch = policy.workflow.branch(of: slug, at: stage)
    if let tip = try tips.tip(of: branch) {
      if let published, let version = try lastPublished(of: tip, in: published), version != tip,
        let measure = try measure(for: slug, at: path, by: version, label: version.short),
        try measure.baselineID == article(slug, like: path, in: published)?.version.id
          || !isOwn(version, of: published)
      {
        return measure
      }
      if let measure = try measure(for: slug, at: path, by: tip, label: branch) { return measure }
    }
    if let previous, let measure = try measure(for: slug, at: path, by: previous, label: previousLabel) {
      return measure
    }
    return Measure(dossier: try dossier(of: slug, in: candidate, revision: nil))
  }

  /// Returns the last version of a branch that was published: of its own commits, those that first parents lead to, the
  /// newest that the published one has in its history.
  ///
  /// A branch that is opened anew for a revision starts at a commit of the published branch itself. What is published now
  /// was made from that only if it is the same.
  private func lastPublished(of tip: ObjectID, in published: ObjectID) throws -> ObjectID? {
    if let history, history.tip == published, history.contains(tip) { return tip }
    let later = Set(try repository.commits(reachableFrom: [tip], notFrom: [published]))
    var next: ObjectID? = tip
    while let id = next, later.contains(id) {
      next = try repository.parents(of: id).first
      // Beyond the end of a shallow clone there is nothing.
      if let parent = next, try repository.header(of: parent) == nil { return nil }
    }
    return next
  }

  /// Whether a commit was made on the published branch itself.
  private func isOwn(_ commit: ObjectID, of published: ObjectID) throws -> Bool {
    if let history, history.tip == published { return history.isOwn(commit) }
    return try repository.firstParents(from: published).contains(commit)
  }

  /// Returns what the article at `path` is judged with when its baseline is the version in `commit`; `nil` without one.
  func measure(for slug: Slug, at path: String, by commit: ObjectID, label: String) throws -> Measure? {
    guard let found = try article(slug, like: path, in: commit) else { return nil }
    // The dossier belongs to the baseline: what grounds a figure must have been there before the figure.
    return Measure(
      baseline: try text(of: found, revision: label), baselineID: found.version.id,
      dossier: try dossier(of: slug, in: Snapshot(repository, commit), revision: label))
  }

  /// Returns the article at the same path or, when it was renamed, the only or the likeliest one of this slug.
  func article(_ slug: Slug, like path: String, in commit: ObjectID) throws -> TreeEntry? {
    let same = TreePath(path)
    if let version = try repository.entry(at: same, in: commit) {
      return readable(TreeEntry(path: same, version: version))
    }
    let others = try Snapshot(repository, commit).articles(of: slug, policy: policy).compactMap(readable)
    guard others.count > 1 else { return others.first }
    let language = captures(of: path)?.language
    return others.first { captures(of: $0.path.description)?.language == language } ?? others.first
  }

  func text(of entry: TreeEntry, revision: String?) throws -> ArticleText {
    ArticleText(
      path: entry.path.description, revision: revision,
      bytes: try repository.blob(entry.version.id, limit: ArticleParser.sizeLimit))
  }

  func dossier(of slug: Slug, in snapshot: Snapshot, revision: String?) throws -> [ArticleText] {
    var found: [ArticleText] = []
    for entry in try snapshot.dossier(of: slug, policy: policy)
    where try repository.blobSize(entry.version.id) <= ArticleParser.sizeLimit {
      found.append(try text(of: entry, revision: revision))
    }
    return found
  }

  /// A link, a submodule or a giant is no baseline: the article counts as not being there.
  private func readable(_ entry: TreeEntry) -> TreeEntry? {
    guard entry.version.mode.isRegular else { return nil }
    do {
      return try repository.blobSize(entry.version.id) <= ArticleParser.sizeLimit ? entry : nil
    } catch {
      return entry
    }
  }

  private func captures(of path: String) -> ArticlePattern.Captures? {
    if case .article(_, let captures) = policy.kind(ofPath: path) { captures } else { nil }
  }
}
