import Facts
import StructuredText
import Wording

/// A quotation stands neither in the baseline nor in the dossier.
enum QuotationUnsupported: Rule {
  static let description = RuleDescription(
    id: "quotation-unsupported",
    summary: worded(
      "a quotation stands neither in the baseline nor in the dossier",
      fr: "une citation ne figure ni dans l'article d'origine ni dans le dossier"),
    rationale: worded(
      """
      Nobody is known to have said it. The article’s own words must not be put between quotation marks and \
      given to somebody either. Questions put into the reader’s mouth are style.
      """,
      fr: """
        On ne sait de personne qui l'ait dit. Les mots de l'article ne doivent pas non plus être mis entre \
        guillemets et prêtés à quelqu'un. Les questions que l'on met dans la bouche du lecteur sont affaire de \
        style.
        """),
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

  private static func message(_ words: String) -> String {
    worded(
      "Nobody says \(words) in the baseline or the dossier",
      fr: "Personne ne dit \(words) dans l'article d'origine ni dans le dossier")
  }

  private static let remedy = worded(
    "Take it out, or have it sourced in the factual version first",
    fr: "Retirez-la, ou faites-la d'abord sourcer dans la version factuelle")
}
