import Facts
import Wording

/// The words between quotation marks are not those of the baseline.
enum QuotationAltered: Rule {
  static let description = RuleDescription(
    id: "quotation-altered",
    summary: worded(
      "the words between quotation marks are not those of the baseline",
      fr: "les mots entre guillemets ne sont pas ceux de l'article d'origine"),
    rationale: worded(
      """
      Between quotation marks stands what somebody said, to the letter. Only typography may change: the kind \
      of marks, apostrophes, spaces.
      """,
      fr: """
        Entre guillemets se trouve ce que quelqu'un a dit, à la lettre. Seule la typographie peut changer : la forme \
        des guillemets, les apostrophes, les espaces.
        """),
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
    worded(
      "The quotation is reworded: the baseline has \(before), the text \(after)",
      fr: "La citation est reformulée : l'article d'origine a \(before), le texte \(after)")
  }

  private static func remedy(_ before: String) -> String {
    worded(
      "Quote to the letter, or take the marks away and report the words",
      fr: "Citez à la lettre, ou retirez les guillemets et rapportez les propos")
  }
}
