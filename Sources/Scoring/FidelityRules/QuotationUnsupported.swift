import Facts
import StructuredText

/// A quotation stands neither in the baseline nor in the dossier.
enum QuotationUnsupported: Rule {
  static let description = RuleDescription(
    id: "quotation-unsupported",
    summary: "a quotation stands neither in the baseline nor in the dossier",
    rationale: """
      Nobody is known to have said it. The article’s own words must not be put between quotation marks and \
      given to somebody either. Questions put into the reader’s mouth are style.
      """,
    defaultSeverity: .error, points: Tenths(100), cap: Tenths(800),
    failing: RuleDescription.Example(
      baseline: "Marta Lind runs a shop beside the new line.",
      candidate:
        "Marta Lind runs a shop beside the new line. ⟦“I could not live without it any more,”⟧ says Marta Lind."),
    passing: RuleDescription.Example(
      baseline: "Marta Lind runs a shop beside the new line.",
      candidate: "Marta Lind runs a shop beside the new line. “And what about me?” you may ask."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.quotations.unsupported.map {
      .strayWords(
        comparison.candidate.quotations[$0].tokens, of: comparison.candidate, message: message, remedy: remedy)
    }
  }

  private static func message(_ words: String) -> String { "Nobody says \(words) in the baseline or the dossier" }

  private static let remedy = "Take it out, or have it sourced in the factual version first"
}
