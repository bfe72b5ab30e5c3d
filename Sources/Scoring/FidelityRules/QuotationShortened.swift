import Facts

/// A quotation is given in part.
enum QuotationShortened: Rule {
  static let description = RuleDescription(
    id: "quotation-shortened",
    summary: "a quotation is given in part",
    rationale: """
      A part of a quotation is still what was said, but what is left out may have qualified it.
      """,
    defaultSeverity: .warning, points: nil, cap: nil,
    failing: RuleDescription.Example(
      baseline: "“The tram has changed the way we shop in this quarter since the spring,” says Marta Lind.",
      candidate: "⟦“The tram has changed the way we shop,”⟧ says Marta Lind."),
    passing: RuleDescription.Example(
      baseline: "“The tram has changed the way we shop,” says Marta Lind.",
      candidate: "Says Marta Lind: “The tram has changed the way we shop.”"))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.quotations.shortened.map { change in
      Violation.changedWords(
        comparison, comparison.baseline.quotations[change.baseline].tokens,
        comparison.candidate.quotations[change.candidate].tokens, message: message, remedy: remedy)
    }
  }

  private static func message(_ before: String, _ after: String) -> String {
    "The quotation is shortened: the baseline has \(before), the text \(after)"
  }

  private static func remedy(_ before: String) -> String { "Make sure that what is left out changes nothing" }
}
