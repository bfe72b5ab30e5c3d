import Facts
import StructuredText

/// A quotation of the baseline is nowhere in the text.
enum QuotationLost: Rule {
  static let description = RuleDescription(
    id: "quotation-lost",
    summary: "a quotation of the baseline is nowhere in the text",
    rationale: "A voice that the factual article let speak has fallen silent.",
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

  private static func message(_ words: String) -> String { "The quotation \(words) of the baseline is missing" }

  private static let remedy = "Quote it again, to the letter"
}
