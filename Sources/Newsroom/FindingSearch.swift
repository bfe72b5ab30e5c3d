import Gatekeeping
import GitStore
import Scoring

/// Looks for the findings of one article wherever a gate would see them.
struct FindingSearch {
  private let repository: Repository
  private let slug: Slug
  private let policy: Policy
  private let versions: [ArticleVersion]
  private let judge: ArticleJudge

  init(desk: Desk, slug: Slug) throws {
    repository = desk.repository
    self.slug = slug
    policy = try desk.policyInForce().policy
    versions = try desk.versions(of: slug, policy)
    guard !versions.isEmpty else { throw try desk.noSuchArticle(slug.name, policy) }
    let tips = Tips(repository)
    judge = ArticleJudge(
      repository: repository, policy: policy, tips: tips, waivers: WaiverBook(repository, policy: policy, tips: tips))
  }

  /// Returns what is staged or written, what waits for a promotion, and what is at the tips, in this order.
  func findings() throws -> [GatedFinding] {
    var found = try staged()
    let stages = policy.workflow.stages
    for (from, to) in zip(stages, stages.dropFirst()).reversed() {
      guard let version = version(at: from) else { continue }
      found += try findings(of: version.files, in: version.commit, label: version.branch, at: to, recordedOn: version)
    }
    for version in versions.reversed() {
      found += try findings(
        of: version.files, in: version.commit, label: version.branch, at: version.stage, recordedOn: version)
    }
    return Self.once(found)
  }

  /// Returns what every gate sees in a commit.
  ///
  /// The waiver goes to the branch of the stage that the commit is on its way to, or else to the latest one before.
  func findings(in commit: ObjectID, called name: String) throws -> [GatedFinding] {
    let files = try Snapshot(repository, commit).articles(of: slug, policy: policy)
    var found: [GatedFinding] = []
    for stage in policy.workflow.stages where stage.gate != nil {
      guard let branch = version(at: stage) ?? versions.last(where: { precedes($0.stage, stage) }) ?? versions.last
      else { continue }
      found += try findings(of: files, in: commit, label: name, at: stage, recordedOn: branch)
    }
    return Self.once(found)
  }

  private func staged() throws -> [GatedFinding] {
    guard !repository.isBare, case .branch(let ref, let tip?) = try repository.head(), let branch = ref.branch,
      let place = policy.workflow.place(ofBranch: branch), place.slug == nil || place.slug == slug
    else { return [] }
    let snapshot = Snapshot(repository, try repository.index())
    let files = try snapshot.articles(of: slug, policy: policy)
    let staged = try findings(
      of: files, in: snapshot, label: nil, at: place.stage, recordedOn: (branch, tip), commits: [tip])
    return try staged + files.flatMap { try written($0, in: snapshot, at: place.stage, on: branch, tip) }
  }

  /// Returns the findings of a file in the work tree: a refused `git commit --all` leaves it as it was, and not staged.
  private func written(
    _ file: TreeEntry, in snapshot: Snapshot, at stage: Stage, on branch: String, _ tip: ObjectID
  ) throws -> [GatedFinding] {
    let path = file.path.description
    guard let gate = stage.gate, let workTree = repository.workTree, file.path.string != nil else { return [] }
    let cut = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = HookFolder(path: cut.map { "\(workTree)/\(path[..<$0])" } ?? workTree)
    guard let bytes = folder.read(String(cut.map { path[path.utf8.index(after: $0)...] } ?? path[...])) else {
      return []
    }
    let measure = try BaselineResolver(repository: repository, policy: policy, tips: Tips(repository)).measure(
      for: slug, at: path, gate: gate, candidate: snapshot, previous: tip, previousLabel: branch)
    let article = try judge.judge(
      ArticleText(path: path, revision: nil, bytes: bytes), of: slug, by: gate, with: measure,
      among: snapshot.files(around: path), acceptedIn: [tip])
    return try found(in: article, at: stage, recordedOn: (branch, tip))
  }

  private func findings(
    of files: [TreeEntry], in commit: ObjectID, label: String, at stage: Stage, recordedOn version: ArticleVersion
  ) throws -> [GatedFinding] {
    try findings(
      of: files, in: Snapshot(repository, commit), label: label, at: stage,
      recordedOn: (version.branch, version.commit), commits: [commit, version.commit])
  }

  private func findings(
    of files: [TreeEntry], in snapshot: Snapshot, label: String?, at stage: Stage,
    recordedOn record: (branch: String, tip: ObjectID), commits: [ObjectID]
  ) throws -> [GatedFinding] {
    guard let gate = stage.gate else { return [] }
    let passage = ArticleJudge.Passage(
      gate: gate, candidate: snapshot, candidateLabel: label, previous: try previous(at: stage),
      previousLabel: policy.workflow.branch(of: slug, at: stage), commits: commits)
    return try files.flatMap { try found(in: try judge.judge($0, on: passage), at: stage, recordedOn: record) }
  }

  private func found(
    in article: JudgedArticle, at stage: Stage, recordedOn record: (branch: String, tip: ObjectID)
  ) throws -> [GatedFinding] {
    try (article.scorecard?.findings ?? []).map { finding in
      GatedFinding(
        finding: finding, article: article, stage: stage, branch: record.branch, tip: record.tip,
        mark: try Waiver.Mark(of: finding, in: article.candidate, against: article.baseline))
    }
  }

  /// What a version at a stage replaces.
  private func previous(at stage: Stage) throws -> ObjectID? {
    try repository.tip(of: try RefName(branch: policy.workflow.branch(of: slug, at: stage)))
  }

  private func version(at stage: Stage) -> ArticleVersion? { versions.first { $0.stage == stage } }

  private func precedes(_ one: Stage, _ other: Stage) -> Bool {
    let stages = policy.workflow.stages
    return (stages.firstIndex(of: one) ?? 0) < (stages.firstIndex(of: other) ?? 0)
  }

  private static func once(_ findings: [GatedFinding]) -> [GatedFinding] {
    var seen: Set<Waiver.Mark> = []
    return findings.filter { seen.insert($0.mark).inserted }
  }
}
