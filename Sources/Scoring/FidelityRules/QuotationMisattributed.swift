import Facts

/// The words of one speaker are given to another.
enum QuotationMisattributed: Rule {
  static let description = RuleDescription(
    id: "quotation-misattributed",
    summary: "the words of one speaker are given to another",
    rationale: "Who said it is half of a quotation.",
    defaultSeverity: .error, points: Tenths(150), cap: Tenths(600),
    failing: RuleDescription.Example(
      baseline: "“The tram has changed the way we shop,” says Marta Lind. Oskar Brandt runs the shop.",
      candidate: "⟦“The tram has changed the way we shop,”⟧ says Oskar Brandt. He runs the shop with Marta Lind."),
    passing: RuleDescription.Example(
      baseline: "“The tram has changed the way we shop,” says Marta Lind.",
      candidate: "Marta Lind says: “The tram has changed the way we shop.”"))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.quotations.misattributed.map { change in
      Violation.changedWords(
        comparison, comparison.baseline.quotations[change.baseline].tokens,
        comparison.candidate.quotations[change.candidate].tokens, message: message, remedy: remedy)
    }
  }

  private static func message(_ before: String, _ after: String) -> String {
    "Somebody else is said to have said \(after) than in the baseline"
  }

  private static func remedy(_ before: String) -> String { "Name the speaker of the baseline" }
}
