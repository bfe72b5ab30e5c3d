import Facts
import StructuredText
import Wording

/// A figure of the baseline is nowhere in the text.
enum FigureLost: Rule {
  static let description = RuleDescription(
    id: "figure-lost",
    summary: worded(
      "a figure of the baseline is nowhere in the text",
      fr: "un chiffre de l'article d'origine n'est plus nulle part dans le texte"),
    rationale: worded(
      """
      Readers of the restyled article must learn what readers of the factual one did. A figure that the \
      baseline gives several times need be given once; its complement, or the same share in another form, \
      counts.
      """,
      fr: """
        Les lecteurs de l'article réécrit doivent apprendre ce qu'apprenaient ceux de la version factuelle. Un \
        chiffre que l'article d'origine donne plusieurs fois peut n'être donné qu'une fois ; son complément, ou la \
        même part sous une autre forme, compte aussi.
        """),
    defaultSeverity: .error, points: Tenths(60), cap: nil,
    failing: RuleDescription.Example(
      baseline: "The line carries 4,200 passengers a day. It runs until midnight.",
      candidate: "The line is well used. It runs until midnight."),
    passing: RuleDescription.Example(
      baseline: "The line carries 4,200 passengers a day. It runs until midnight.",
      candidate: "It runs until midnight, and 4 200 passengers a day use it."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    Violation.lostAmounts(in: manuscript, where: { $0.figure != nil }, message: message, remedy: remedy)
  }

  private static func message(_ words: String, _ sentence: String) -> String {
    worded(
      "The figure \(words) of the baseline is missing: \(sentence)",
      fr: "Le chiffre \(words) de l'article d'origine manque : \(sentence)")
  }

  private static let remedy = worded(
    "Give the figure again, with what it is about",
    fr: "Redonnez le chiffre, avec ce dont il parle")
}
