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
    Violation.unsupportedAmounts(
      in: manuscript, where: { $0.figure == nil }, message: message, remedy: remedy)
  }

  private static func message(_ words: String) -> String {
    "The date \(words) stands neither in the baseline nor in the dossier"
  }

  private static let remedy = "Take it out, or have it sourced in the factual version first"
}
