package import Gatekeeping
package import GitStore
import Manuscripts

/// An article's text as somebody opened it to write on.
package struct OpenedText: Sendable {
  package let slug: Slug
  package let stage: Stage
  /// Without `refs/heads/`.
  package let branch: String
  package let path: String
  /// The object that holds the text: what a saved text must replace, and nothing else.
  package let id: ObjectID
  package let bytes: [UInt8]

  package init(slug: Slug, stage: Stage, branch: String, path: String, id: ObjectID, bytes: [UInt8]) {
    self.slug = slug
    self.stage = stage
    self.branch = branch
    self.path = path
    self.id = id
    self.bytes = bytes
  }
}

/// What came of saving a text.
package enum MendOutcome: Sendable {
  /// Somebody else saved another text meanwhile, or took the article away (`nil`). Nothing was written.
  case overtaken(by: OpenedText?)
  /// It is what is there already.
  case unchanged
  /// The branch's gate refuses the text. Nothing was moved.
  case refused(Judgement)
  /// It is on the branch.
  case saved(commit: ObjectID, judgement: Judgement)
}

extension Desk {
  /// Opens an article's text on the branch of a stage.
  ///
  /// - Parameter path: which file of an article that has several; `nil` for the first.
  /// - Throws: `DeskError.notAtStage`, `notAnArticle`.
  package func open(_ slug: Slug, at stage: Stage, path: String? = nil) throws -> OpenedText {
    guard let version = try versions(of: slug).first(where: { $0.stage == stage }),
      let file = version.files.first(where: { path == nil || $0.path.string == path }), let name = file.path.string
    else { throw DeskError.notAtStage(slug, stage) }
    let size = try repository.blobSize(file.version.id)
    guard file.version.mode.isRegular, size <= ArticleParser.sizeLimit else {
      throw DeskError.notAnArticle(name, reason: "cannot be edited here")
    }
    return OpenedText(
      slug: slug, stage: stage, branch: version.branch, path: name, id: file.version.id,
      bytes: try repository.blob(file.version.id))
  }

  /// Returns what the gate that an opened text must pass next says of other bytes in its place, and that gate's stage.
  package func judge(_ bytes: [UInt8], inPlaceOf opened: OpenedText) throws -> (article: JudgedArticle, stage: Stage) {
    let policy = try policyForReading().policy
    let commit = try repository.tip(of: try RefName(branch: opened.branch))
    let stages = policy.workflow.stages
    let start = stages.firstIndex(of: opened.stage) ?? 0
    let stage = stages[start...].first { $0.gate != nil } ?? opened.stage
    let text = ArticleText(path: opened.path, revision: opened.branch, bytes: bytes)
    let judged = try judge(LocatedArticle(text: text, slug: opened.slug, stage: opened.stage, commit: commit))
    guard stage != opened.stage, let card = judged.scorecard, let gate = stage.gate else { return (judged, stage) }
    let verdict = gate.verdict(on: card, settings: policy.rules(at: gate), waived: Set(judged.waivers.keys))
    return (
      JudgedArticle(
        slug: judged.slug, candidate: judged.candidate, baseline: judged.baseline, dossier: judged.dossier,
        scorecard: card, verdict: verdict, waivers: judged.waivers), stage
    )
  }

  /// Commits a text on the branch where it was opened, when it still is what it was there and the gate lets it.
  ///
  /// - Throws: `DeskError`, `GitError`; never because of a gate.
  package func save(_ bytes: [UInt8], inPlaceOf opened: OpenedText) throws -> MendOutcome {
    try whileOthersWrite { desk in try desk.mend(opened, with: bytes) }
  }

  private func mend(_ opened: OpenedText, with bytes: [UInt8]) throws -> MendOutcome {
    let turn = try WritingTurn(in: repository)
    let policy = try policyInForce().policy
    let ref = try RefName(branch: opened.branch)
    let path = TreePath(opened.path)
    guard let tip = try repository.tip(of: ref), let there = try repository.entry(at: path, in: tip),
      there.mode.isRegular
    else { return .overtaken(by: nil) }
    let blob = try repository.writeBlob(bytes)
    if there.id == blob { return .unchanged }
    guard there.id == opened.id else {
      return .overtaken(by: try open(opened.slug, at: opened.stage, path: opened.path))
    }
    let author = try repository.identity(.author, now: now)
    let committer = try repository.identity(.committer, now: now)
    let subject = "Mend \(opened.slug)"
    func commit(_ trailers: [String]) throws -> ObjectID {
      let lines = ["Editorial-Article: \(opened.slug)"] + trailers
      return try repository.createCommit(
        tree: try repository.writeTree(from: tip, edits: [.put(path, FileVersion(id: blob, mode: there.mode))]),
        parents: [tip], author: author, committer: committer,
        message: "\(subject)\n\n\(lines.joined(separator: "\n"))\n")
    }
    let judgement = try judge(from: tip, to: try commit([]), opened, policy)
    guard judgement.isPassed || policy.mode == .observe else { return .refused(judgement) }
    var scores = ScoreTrailers()
    for card in judgement.articles.compactMap(\.scorecard) { scores.add(card) }
    let mover = BranchMover(repository: repository, folder: folder)
    let unsigned = try commit(scores.lines)
    // Before anybody is asked to sign.
    _ = try mover.workTrees(following: [RefMove(ref, from: tip, to: unsigned)])
    let new = try repository.signedIfAsked(unsigned)
    let copies = try repository.copies(of: new, since: tip, and: nil)
    try mover.move(
      [RefMove(ref, from: tip, to: new)],
      as: OperationRecord(verb: "mend", summary: subject, articles: [opened.slug.name]), in: turn, at: now,
      securing: copies)
    return .saved(commit: new, judgement: judgement)
  }

  /// Asks the branch's gate, as a hook would; a branch without a gate takes everything.
  private func judge(
    from tip: ObjectID, to commit: ObjectID, _ opened: OpenedText, _ policy: Policy
  ) throws -> Judgement {
    guard let place = policy.workflow.place(ofBranch: opened.branch), let gate = place.stage.gate else {
      return Judgement(branch: opened.branch, stage: opened.stage, slug: opened.slug, articles: [], refusals: [])
    }
    let tips = Tips(repository)
    let judge = UpdateJudge(
      repository: repository, policy: policy, tips: tips, setting: .local,
      waivers: WaiverBook(repository, policy: policy, tips: tips))
    return try judge.judge(opened.branch, place, gate, from: tip, to: commit)
  }
}
