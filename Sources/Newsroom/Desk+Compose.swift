package import Gatekeeping
package import GitStore
import Manuscripts
import Scoring

/// A draft that is being written by a program: what it is asked for, and where its text will stand.
package struct Composition: Sendable {
  package let order: WritingOrder
  /// The commit that the draft is written on.
  let start: ObjectID
  /// Where the branch is; `nil` when it is made by the draft.
  let tip: ObjectID?
  /// The source material that was handed over and that the branch has not, or otherwise.
  let additions: [TreePath]
}

/// What became of a draft that was written by a program.
package struct CompositionOutcome: Sendable {
  package let article: JudgedArticle
  /// `nil` when the next gate would refuse it, so that nothing was written.
  package let commit: ObjectID?
  /// The work trees that were brought along.
  package let workTrees: [String]
}

extension Desk {
  /// Returns what a writer is asked for who writes an article's draft, on its branch or, without one, on what is
  /// published.
  ///
  /// The draft has no gate; what is asked of it is what the first gate after it asks.
  ///
  /// - Parameters:
  ///   - material: source material by file names, beside what the branch has; it is committed with the draft where the
  ///     policy has a place for it.
  ///   - path: which of the article's files, when it has several, or is to get another one.
  /// - Throws: `DeskError.invalidSlug`, `noPlaceForArticle`, `noCommit`, `severalFiles`, `noSuchFile`.
  package func composition(
    of name: String, from material: [(name: String, bytes: [UInt8])], path: String? = nil
  ) throws -> Composition {
    let slug = try Self.draftSlug(name)
    let policy = try policyForReading().policy
    let stages = policy.workflow.stages
    let branch = policy.workflow.branch(of: slug, at: stages[0])
    let tip = try repository.tip(of: try RefName(branch: branch))
    guard let start = try tip ?? repository.tip(of: try RefName(branch: policy.workflow.protectedBranch)) else {
      throw DeskError.noCommit
    }
    let snapshot = Snapshot(repository, start)
    let entries = try snapshot.articles(of: slug, policy: policy).filter { $0.version.mode.isRegular }
    let entry = try Self.file(path, of: slug, among: entries)
    if let path, entry == nil {
      guard case .article(slug, _) = policy.kind(ofPath: path) else {
        throw DeskError.noSuchFile(path, slug, there: entries.map(\.path.description))
      }
    }
    let resolver = BaselineResolver(repository: repository, policy: policy, tips: Tips(repository))
    let author = try repository.identity(.author, now: now)
    let template = DraftTemplate(slug: slug, settings: policy.rules, author: author.name, date: Moment(author.time).day)
    let place = try entry?.path ?? TreePath(path ?? template.path(by: policy))
    let frame = try entry.map { try resolver.text(of: $0, revision: branch).bytes } ?? Array(template.text.utf8)

    var dossier = try resolver.dossier(of: slug, in: snapshot, revision: nil)
    var additions: [TreePath] = []
    for file in material {
      let place = policy.dossier.map { "\($0.folder(for: slug))/\(file.name)" }
      let isOwn = place.flatMap { policy.dossier?.match($0) }?.slug == slug.name
      let text = ArticleText(path: isOwn ? place ?? file.name : file.name, revision: nil, bytes: file.bytes)
      dossier.removeAll { $0.path == text.path }
      dossier.append(text)
      // What lies outside of the dossier's place would be on another article's ground.
      if isOwn { additions.append(TreePath(text.path)) }
    }
    // The gate is that of the next stage: a draft that it lets pass is ready to be promoted.
    let judge = stages.dropFirst().first { $0.gate != nil } ?? stages[0]
    let order = WritingOrder(
      slug: slug, stage: judge, branch: branch, path: place, original: nil, frame: frame, dossier: dossier,
      settings: policy.rules(at: judge.gate))
    return Composition(order: order, start: start, tip: tip, additions: additions)
  }

  /// Returns what the next stage's gate says of a draft, and writes nothing.
  package func judge(_ bytes: [UInt8], for composition: Composition) throws -> JudgedArticle {
    let policy = try policyForReading().policy
    let order = composition.order
    let judge = ArticleJudge(repository: repository, policy: policy, tips: Tips(repository))
    let text = ArticleText(path: order.path.description, revision: order.branch, bytes: bytes)
    return try judge.judge(
      text, of: order.slug, by: order.stage.gate, with: BaselineResolver.Measure(dossier: order.dossier),
      among: Snapshot(repository, composition.start).files(around: text.path))
  }

  /// Commits a draft that the next stage's gate lets pass, with its source material, on the draft's branch.
  ///
  /// - Parameter trailers: what the message ends with, beside the scores.
  /// - Throws: `DeskError.movedMeanwhile` when the branch is not where it was when the writer was asked.
  package func compose(
    _ bytes: [UInt8], for composition: Composition, trailers: [String]
  ) throws -> CompositionOutcome {
    let order = composition.order
    let article = try judge(bytes, for: composition)
    guard article.verdict.isPassed else { return CompositionOutcome(article: article, commit: nil, workTrees: []) }
    let mode = try repository.entry(at: order.path, in: composition.start)?.mode ?? .file
    var edits = [TreeEdit.put(order.path, FileVersion(id: try repository.writeBlob(bytes), mode: mode))]
    for path in composition.additions {
      guard let file = order.dossier.first(where: { $0.path == path.description }) else { continue }
      edits.append(.put(path, FileVersion(id: try repository.writeBlob(file.bytes), mode: .file)))
    }
    var scores = ScoreTrailers()
    if let card = article.scorecard { scores.add(card) }
    let lines = ["Editorial-Article: \(order.slug)"] + scores.lines + trailers
    let made = try commit(
      edits, on: order.branch, at: composition.tip, from: composition.start,
      message: "Draft the article \(order.slug)\n\n\(lines.joined(separator: "\n"))\n",
      as: OperationRecord(verb: "draft", summary: "Draft the article \(order.slug)", articles: [order.slug.name]))
    return CompositionOutcome(article: article, commit: made.commit, workTrees: made.workTrees)
  }
}
