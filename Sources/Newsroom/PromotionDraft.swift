import Facts
import Gatekeeping
import GitStore
import Languages
import Manuscripts
import Scoring

/// The merged tree of a promotion before its articles are stamped.
struct PromotionDraft {
  let repository: Repository
  let policy: Policy
  let promotion: Promotion
  let start: ObjectID?
  let branch: String
  /// Where people may have accepted findings.
  let commits: [ObjectID]

  struct Entry {
    let entry: TreeEntry
    let judged: JudgedArticle
    let baseline: ObjectID?
  }

  /// Returns the article's files in the tree, each with its scores.
  func judged(in tree: ObjectID) throws -> [Entry] {
    let tips = Tips(repository)
    let judge = ArticleJudge(
      repository: repository, policy: policy, tips: tips, waivers: WaiverBook(repository, policy: policy, tips: tips))
    let resolver = BaselineResolver(repository: repository, policy: policy, tips: tips)
    let snapshot = Snapshot(repository, tree)
    let gate = promotion.to.gate ?? Gate(integrity: .zero)
    let passage = ArticleJudge.Passage(
      gate: gate, candidate: snapshot, candidateLabel: nil, previous: start, previousLabel: branch,
      commits: commits)
    return try snapshot.articles(of: promotion.slug, policy: policy).map { entry in
      let measure = try resolver.measure(
        for: promotion.slug, at: entry.path.description, gate: gate, candidate: snapshot, previous: start,
        previousLabel: branch)
      return Entry(entry: entry, judged: try judge.judge(entry, on: passage), baseline: measure.baselineID)
    }
  }

  /// Returns what the gate says of the source's own file, where the article says the same there.
  ///
  /// A stamp moves every line below it, and a refused promotion leaves no stamped file: the findings have to name the
  /// lines of the version that has to be mended.
  func atSource(_ article: JudgedArticle, _ ref: RefName, _ source: ObjectID) throws -> JudgedArticle {
    guard !article.verdict.isPassed, article.scorecard != nil else { return article }
    let path = TreePath(article.candidate.path)
    guard let version = try repository.entry(at: path, in: source), version.mode.isRegular else { return article }
    let place = article.candidate.path
    guard
      policy.evenlyStamped(try repository.blob(version.id), at: place)
        == policy.evenlyStamped(article.candidate.bytes, at: place)
    else {
      return article
    }
    let tips = Tips(repository)
    let judge = ArticleJudge(
      repository: repository, policy: policy, tips: tips, waivers: WaiverBook(repository, policy: policy, tips: tips))
    let passage = ArticleJudge.Passage(
      gate: promotion.to.gate ?? Gate(integrity: .zero), candidate: Snapshot(repository, source),
      candidateLabel: ref.branch, previous: start, previousLabel: branch, commits: commits)
    let judged = try judge.judge(TreeEntry(path: path, version: version), on: passage)
    // The finished commit has the last word: what it is refused for is not passed over.
    return judged.verdict.isPassed ? article : judged
  }

  /// Returns what the gate says of the article before it was stamped, likewise.
  func asWritten(_ article: JudgedArticle, among entries: [Entry]) -> JudgedArticle {
    let written = entries.first { $0.judged.candidate.path == article.candidate.path }?.judged
    return written.flatMap { $0.verdict.isPassed ? nil : $0 } ?? article
  }

  /// Returns what writes the scores into the article's files.
  func stamps(for entries: [Entry]) throws -> [TreeEdit] {
    guard policy.stamp != .none else { return [] }
    return try entries.compactMap { item in
      guard let card = item.judged.scorecard else { return nil }
      let article = ArticleParser().article(from: item.judged.candidate.bytes)
      let stamp = Stamp(integrityTenths: card.integrity.value, style: card.style.value)
      let language = FactSheet(of: article, language: policy.rules.language).passage.pack.tag
      let bytes = ArticleEditor.stamped(
        article, with: stamp, place: policy.stampPlace(at: item.judged.candidate.path), language: language.code)
      guard bytes != article.bytes else { return nil }
      return .put(item.entry.path, FileVersion(id: try repository.writeBlob(bytes), mode: item.entry.version.mode))
    }
  }
}
