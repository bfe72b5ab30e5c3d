import Facts
import StructuredText

/// A figure of the baseline has another value or unit.
enum FigureAltered: Rule {
  static let description = RuleDescription(
    id: "figure-altered",
    summary: "a figure of the baseline has another value or unit",
    rationale: """
      A changed figure is a false statement with a real source under it. Figures are compared by value, unit \
      and subject, so another spelling of the same amount is no change, and two figures that changed places \
      are two.
      """,
    defaultSeverity: .error, points: Tenths(150), cap: Tenths(600),
    failing: RuleDescription.Example(
      baseline: "It cost €3.96 million.",
      candidate: "It cost ⟦€4 million⟧."),
    passing: RuleDescription.Example(
      baseline: "It cost €3.96 million.",
      candidate: "It cost 3,960,000 euros."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    Violation.alteredAmounts(
      in: manuscript, where: { $0.figure != nil && $1.figure != nil }, message: message, remedy: remedy)
  }

  private static func message(_ before: String, _ after: String) -> String {
    "The baseline says \(before), and here it is \(after)"
  }

  private static func remedy(_ before: String) -> String { "Write \(before) again, in figures or in words" }
}
