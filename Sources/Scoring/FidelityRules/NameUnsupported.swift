import Facts
import StructuredText
import Wording

/// A name stands neither in the baseline nor in the dossier.
enum NameUnsupported: Rule {
  static let description = RuleDescription(
    id: "name-unsupported",
    summary: worded(
      "a name stands neither in the baseline nor in the dossier",
      fr: "un nom ne figure ni dans l'article d'origine ni dans le dossier"),
    rationale: worded(
      """
      Invented examples come with invented names. A name that is only an illustration is harmless; one that \
      lends weight to a statement is not.
      """,
      fr: """
        Les exemples inventés viennent avec des noms inventés. Un nom qui n'est qu'une illustration est sans \
        danger ; un nom qui donne du poids à une affirmation ne l'est pas.
        """),
    defaultSeverity: .warning, points: nil, cap: nil,
    failing: RuleDescription.Example(
      baseline: "A bakery in the old town tried the new tool.",
      candidate: "A bakery in the old town, run by ⟦Gaston Lemoine⟧, tried the new tool."),
    passing: RuleDescription.Example(
      baseline: "A bakery run by Gaston Lemoine tried the new tool.",
      candidate: "The new tool was tried by Gaston Lemoine in the bakery."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.names.unsupported.map {
      .strayWords(
        comparison.candidate.names[$0].tokens, of: comparison.candidate, message: message, remedy: remedy,
        points: comparison.names.insertions.contains($0) ? Tenths(60) : nil)
    }
  }

  private static func message(_ words: String) -> String {
    worded(
      "The baseline does not name \(words)",
      fr: "L'article d'origine ne nomme pas \(words)")
  }

  private static let remedy = worded(
    "Make sure that it is not invented, or take it out",
    fr: "Assurez-vous que ce nom n'est pas inventé, ou retirez-le")
}
