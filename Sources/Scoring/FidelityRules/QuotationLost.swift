import Facts
import StructuredText
import Wording

/// A quotation of the baseline is nowhere in the text.
enum QuotationLost: Rule {
  static let description = RuleDescription(
    id: "quotation-lost",
    summary: worded(
      "a quotation of the baseline is nowhere in the text",
      fr: "une citation de l'article d'origine n'est plus nulle part dans le texte"),
    rationale: worded(
      "A voice that the factual article let speak has fallen silent.",
      fr: "Une voix que la version factuelle laissait parler s'est tue."),
    defaultSeverity: .error, points: Tenths(60), cap: nil,
    failing: RuleDescription.Example(
      baseline: "“The tram has changed the way we shop,” says Marta Lind. The line opened in 2021.",
      candidate: "The line opened in 2021, and Marta Lind likes it."),
    passing: RuleDescription.Example(
      baseline: "“The tram has changed the way we shop,” says Marta Lind.",
      candidate: "“The tram has changed the way we shop,” says Marta Lind, and she smiles."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.quotations.lost.map {
      .lostWords(comparison.baseline.quotations[$0].tokens, of: comparison.baseline, message: message, remedy: remedy)
    }
  }

  private static func message(_ words: String) -> String {
    worded(
      "The quotation \(words) of the baseline is missing",
      fr: "La citation \(words) de l'article d'origine manque")
  }

  private static let remedy = worded("Quote it again, to the letter", fr: "Remettez la citation, à la lettre")
}
