import Facts
import StructuredText
import Wording

/// The text tells of a case that the baseline knows nothing of.
enum ClaimUnsupported: Rule {
  static let description = RuleDescription(
    id: "claim-unsupported",
    summary: worded(
      "the text tells of a case that the baseline knows nothing of",
      fr: "le texte raconte un cas dont l'article d'origine ne sait rien"),
    rationale: worded(
      """
      An example makes a text livelier, and is believed. One that nobody checked is invented until somebody has.
      """,
      fr: """
        Un exemple rend un texte plus vivant, et on le croit. Celui que personne n'a vérifié est inventé tant que \
        personne ne l'a fait.
        """),
    defaultSeverity: .error, points: Tenths(100), cap: Tenths(900),
    failing: RuleDescription.Example(
      baseline: "Shared workshops save space in the old town.",
      candidate: """
        Shared workshops save space in the old town. ⟦One carpenter, for instance, gave up his cellar and moved his whole \
        firm there.⟧
        """),
    passing: RuleDescription.Example(
      baseline: "Shared workshops save space in the old town.",
      candidate: "Shared workshops save space in the old town. Let us take an example."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.coverage.unsupported.map {
      .strayWords($0, of: comparison.candidate, message: message, remedy: remedy)
    }
  }

  private static func message(_ words: String) -> String {
    worded(
      "The baseline tells of no such case: \(words)",
      fr: "L'article d'origine ne raconte rien de tel : \(words)")
  }

  private static let remedy = worded(
    "Take it out, or have it checked and added to the factual version",
    fr: "Retirez-le, ou faites-le vérifier et ajouter à la version factuelle")
}
