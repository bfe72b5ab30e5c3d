package import Gatekeeping

extension Report {
  /// Creates the report on an article that a gate has judged.
  ///
  /// - Parameter stage: the stage whose gate it was; `nil` when none applied.
  package init(_ judged: JudgedArticle, stage: Stage?, next: String? = nil) {
    self.init(
      slug: judged.slug?.name,
      candidate: LocatedText(judged.candidate),
      baseline: judged.baseline.map { LocatedText($0) },
      scorecard: judged.scorecard, others: judged.others.map { LocatedText($0) },
      gate: Gate(stage: stage?.name, threshold: stage?.gate?.integrity, verdict: judged.verdict),
      waivers: judged.waivers, next: next)
  }
}

extension LocatedText {
  package init(_ article: ArticleText) {
    self.init(path: article.label, file: article.path, bytes: article.bytes)
  }
}
