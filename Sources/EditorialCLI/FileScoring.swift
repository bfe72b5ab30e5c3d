import Gatekeeping
import Manuscripts
import Reports
import Scoring

/// Scores files that are in no workflow, by the gates of a policy.
struct FileScoring {
  let policy: Policy
  let dossier: [Article]

  func report(on candidate: LocatedText, against baseline: LocatedText?) -> Report {
    let scorer = Scorer(settings: policy.rules)
    let card = scorer.scorecard(
      candidate: ArticleParser().article(from: candidate.bytes),
      baseline: baseline.map { ArticleParser().article(from: $0.bytes) }, dossier: dossier)
    // A text with a baseline is what the last gate with one judges; a text alone is what the first gate judges.
    let gates = policy.workflow.stages.compactMap(\.gate)
    let gate = card.basis == .fidelity ? gates.last { $0.against != nil } : gates.first { $0.against == nil }
    let verdict = gate?.verdict(on: card, settings: policy.rules)
    return Report(
      slug: nil, candidate: candidate, baseline: baseline, scorecard: card,
      gate: verdict.map { Report.Gate(stage: nil, threshold: gate?.integrity, verdict: $0) },
      next: NextStep.explaining(card))
  }
}

/// The command that an editor types after a report.
enum NextStep {
  /// The page of the rule behind the gravest finding.
  static func explaining(_ card: Scorecard?) -> String? {
    card?.findings.first { $0.points > .zero || $0.severity == .error }.map { "editorial explain \($0.rule)" }
  }
}
