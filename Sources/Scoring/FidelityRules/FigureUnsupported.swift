import Facts
import StructuredText
import Wording

/// A figure stands neither in the baseline nor in the dossier.
enum FigureUnsupported: Rule {
  static let description = RuleDescription(
    id: "figure-unsupported",
    summary: worded(
      "a figure stands neither in the baseline nor in the dossier",
      fr: "un chiffre ne figure ni dans l'article d'origine ni dans le dossier"),
    rationale: worded(
      """
      A figure that nobody sourced is invented, however plausible. What follows from a sourced figure is not: \
      its complement, the same share as a fraction, a rounding that the wording announces.
      """,
      fr: """
        Un chiffre sans source est inventé, si plausible soit-il. Ce qui découle d'un chiffre sourcé ne l'est pas : \
        son complément, la même part en fraction, un arrondi annoncé comme tel.
        """),
    defaultSeverity: .error, points: Tenths(100), cap: Tenths(800),
    failing: RuleDescription.Example(
      baseline: "Cycling grew last year.",
      candidate: "Cycling grew last year, by ⟦17%⟧."),
    passing: RuleDescription.Example(
      baseline: "In 2024, 13% of firms used it.",
      candidate: "In 2024, 87% of firms did not use it, for 13% did."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    Violation.unsupportedAmounts(
      in: manuscript, where: { $0.figure != nil }, message: message, remedy: remedy)
  }

  private static func message(_ words: String) -> String {
    worded(
      "The figure \(words) stands neither in the baseline nor in the dossier",
      fr: "Le chiffre \(words) ne figure ni dans l'article d'origine ni dans le dossier")
  }

  private static let remedy = worded(
    "Take it out, or have it sourced in the factual version first",
    fr: "Retirez-le, ou faites-le d'abord sourcer dans la version factuelle")
}
