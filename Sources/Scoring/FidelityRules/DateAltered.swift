import Facts
import StructuredText

/// A date of the baseline is another one.
enum DateAltered: Rule {
  static let description = RuleDescription(
    id: "date-altered",
    summary: "a date of the baseline is another one",
    rationale: """
      A date says when something holds; another date is another fact. A date may be written in any notation, \
      or less exactly.
      """,
    defaultSeverity: .error, points: Tenths(150), cap: Tenths(600),
    failing: RuleDescription.Example(
      baseline: "The bridge opened on 14 March 2021.",
      candidate: "The bridge opened on ⟦14 May 2021⟧."),
    passing: RuleDescription.Example(
      baseline: "The bridge opened on 14 March 2021.",
      candidate: "The bridge opened on March 14, 2021."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    Violation.alteredAmounts(
      in: manuscript, where: { $0.figure == nil || $1.figure == nil }, message: message, remedy: remedy)
  }

  private static func message(_ before: String, _ after: String) -> String {
    "The baseline says \(before), and here it is \(after)"
  }

  private static func remedy(_ before: String) -> String { "Write \(before) again, in any notation" }
}
