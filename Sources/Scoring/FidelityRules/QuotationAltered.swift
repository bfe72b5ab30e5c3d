import Facts

/// The words between quotation marks are not those of the baseline.
enum QuotationAltered: Rule {
  static let description = RuleDescription(
    id: "quotation-altered",
    summary: "the words between quotation marks are not those of the baseline",
    rationale: """
      Between quotation marks stands what somebody said, to the letter. Only typography may change: the kind \
      of marks, apostrophes, spaces.
      """,
    defaultSeverity: .error, points: Tenths(150), cap: Tenths(600),
    failing: RuleDescription.Example(
      baseline: "“The tram has changed the way we shop,” says Marta Lind.",
      candidate: "⟦“The tram has transformed the way we all shop,”⟧ says Marta Lind."),
    passing: RuleDescription.Example(
      baseline: "“The tram has changed the way we shop,” says Marta Lind.",
      candidate: "Marta Lind puts it this way: \"The tram has changed the way we shop.\""))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.quotations.altered.map { change in
      Violation.changedWords(
        comparison, comparison.baseline.quotations[change.baseline].tokens,
        comparison.candidate.quotations[change.candidate].tokens, message: message, remedy: remedy)
    }
  }

  private static func message(_ before: String, _ after: String) -> String {
    "The quotation is reworded: the baseline has \(before), the text \(after)"
  }

  private static func remedy(_ before: String) -> String {
    "Quote to the letter, or take the marks away and report the words"
  }
}
