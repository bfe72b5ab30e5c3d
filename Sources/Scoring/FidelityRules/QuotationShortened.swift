import Facts
import Wording

/// A quotation is given in part.
enum QuotationShortened: Rule {
  static let description = RuleDescription(
    id: "quotation-shortened",
    summary: worded("a quotation is given in part", fr: "une citation est donnée en partie"),
    rationale: worded(
      """
      A part of a quotation is still what was said, but what is left out may have qualified it.
      """,
      fr: """
        Une partie d'une citation reste ce qui a été dit, mais ce qui est omis le nuançait peut-être.
        """),
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
    worded(
      "The quotation is shortened: the baseline has \(before), the text \(after)",
      fr: "La citation est raccourcie : l'article d'origine a \(before), le texte \(after)")
  }

  private static func remedy(_ before: String) -> String {
    worded(
      "Make sure that what is left out changes nothing",
      fr: "Assurez-vous que ce qui est omis ne change rien")
  }
}
