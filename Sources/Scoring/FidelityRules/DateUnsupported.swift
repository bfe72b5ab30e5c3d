import Facts
import StructuredText

/// A date stands neither in the baseline nor in the dossier.
enum DateUnsupported: Rule {
  static let description = RuleDescription(
    id: "date-unsupported",
    summary: "a date stands neither in the baseline nor in the dossier",
    rationale: "A date that nobody sourced is invented, however plausible.",
    defaultSeverity: .error, points: Tenths(100), cap: Tenths(800),
    failing: RuleDescription.Example(
      baseline: "The bridge opened in spring.",
      candidate: "The bridge opened on ⟦3 April 2019⟧."),
    passing: RuleDescription.Example(
      baseline: "The bridge opened on 3 April 2019.",
      candidate: "It was on 3 April 2019 that the bridge opened."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.amounts.unsupported.compactMap { index in
      let fact = comparison.candidate.facts[index]
      guard fact.figure == nil else { return nil }
      let words = quoted(comparison.candidate.text(of: fact))
      return Violation(
        message(words), remedy: remedy, candidate: comparison.candidate.place(of: fact), key: words,
        points: fact.isIncidental ? .zero : nil, severity: fact.isIncidental ? .note : nil)
    }
  }

  private static func message(_ words: String) -> String {
    "The date \(words) stands neither in the baseline nor in the dossier"
  }

  private static let remedy = "Take it out, or have it sourced in the factual version first"
}
