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
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.amounts.altered.compactMap { change in
      let original = comparison.baseline.facts[change.baseline]
      let restated = comparison.candidate.facts[change.candidate]
      guard original.figure == nil || restated.figure == nil, change.alteration == .value || change.alteration == .unit
      else { return nil }
      let before = quoted(comparison.baseline.text(of: original))
      let after = quoted(comparison.candidate.text(of: restated))
      return Violation(
        message(before, after), remedy: remedy(before), candidate: comparison.candidate.place(of: restated),
        baseline: comparison.baseline.place(of: original), key: before + after,
        severity: original.isIncidental && restated.isIncidental ? .warning : nil)
    }
  }

  private static func message(_ before: String, _ after: String) -> String {
    "The baseline says \(before), and here it is \(after)"
  }

  private static func remedy(_ before: String) -> String { "Write \(before) again, in any notation" }
}
