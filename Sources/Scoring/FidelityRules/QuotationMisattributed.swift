import Facts
import Wording

/// The words of one speaker are given to another.
enum QuotationMisattributed: Rule {
  static let description = RuleDescription(
    id: "quotation-misattributed",
    summary: worded(
      "the words of one speaker are given to another",
      fr: "les propos d'une personne sont prêtés à une autre"),
    rationale: worded("Who said it is half of a quotation.", fr: "Qui l'a dit est la moitié d'une citation."),
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
    worded(
      "Somebody else is said to have said \(after) than in the baseline",
      fr: "Ce n'est plus la même personne que dans l'article d'origine qui a dit \(after)")
  }

  private static func remedy(_ before: String) -> String {
    worded(
      "Name the speaker of the baseline",
      fr: "Nommez la personne que cite l'article d'origine")
  }
}
