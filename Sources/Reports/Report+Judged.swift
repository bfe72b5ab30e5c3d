package import Gatekeeping

extension Report {
  /// Creates the report on an article that a gate has judged.
  ///
  /// - Parameter stage: the stage whose gate it was; `nil` when none applied.
  package init(_ judged: JudgedArticle, stage: Stage?, next: String? = nil) {
    self.init(
      slug: judged.slug?.name,
      candidate: LocatedText(path: judged.candidate.label, bytes: judged.candidate.bytes),
      baseline: judged.baseline.map { LocatedText(path: $0.label, bytes: $0.bytes) },
      scorecard: judged.scorecard, others: judged.others.map { LocatedText(path: $0.label, bytes: $0.bytes) },
      gate: Gate(stage: stage?.name, threshold: stage?.gate?.integrity, verdict: judged.verdict), next: next)
  }
}
