import Manuscripts
import Reports
import Scoring

/// Scores files that are in no workflow, by the gates that an empty policy has.
enum FileScoring {
  /// What the factual stage asks of an article by itself.
  static let sourcingThreshold = Tenths(800)
  /// What the later stages ask of an article against its baseline.
  static let fidelityThreshold = Tenths(950)

  static func report(
    on candidate: LocatedText, against baseline: LocatedText?, dossier: [Article], scorer: Scorer
  ) -> Report {
    let card = scorer.scorecard(
      candidate: ArticleParser().article(from: candidate.bytes),
      baseline: baseline.map { ArticleParser().article(from: $0.bytes) }, dossier: dossier)
    let threshold = card.basis == .fidelity ? fidelityThreshold : sourcingThreshold
    let isHighEnough = card.integrity >= threshold
    let errors = card.findings.filter { $0.severity == .error }.count
    var reasons: [String] = []
    if isHighEnough, errors > 0 {
      reasons.append("The score is high enough, but \(errors == 1 ? "an error" : "\(errors) errors") must be mended.")
    }
    let gate = Report.Gate(
      stage: nil, threshold: threshold, isPassed: isHighEnough && errors == 0, reasons: reasons)
    let gravest = card.findings.first { $0.points > .zero || $0.severity == .error }
    return Report(
      slug: nil, candidate: candidate, baseline: baseline, scorecard: card, gate: gate,
      next: gravest.map { "editorial explain \($0.rule)" })
  }
}
