import Facts
import StructuredText
import Wording

/// Something the baseline states is nowhere in the text.
enum ClaimLost: Rule {
  static let description = RuleDescription(
    id: "claim-lost",
    summary: worded(
      "something the baseline states is nowhere in the text",
      fr: "ce que l'article d'origine affirme n'est dit nulle part"),
    rationale: worded(
      """
      A sentence without a figure can be the one that matters: who is meant, on what condition, with what result. Talk, \
      questions and words to the reader may come and go.
      """,
      fr: """
        Une phrase sans chiffre peut être celle qui compte : de qui l'on parle, à quelle condition, avec quel \
        résultat. Les transitions, les questions et les adresses au lecteur peuvent aller et venir.
        """),
    defaultSeverity: .warning, points: Tenths(60), cap: nil,
    failing: RuleDescription.Example(
      baseline: """
        The bridge and its railings opened in spring. The railings of the bridge do not reach the height that the norm for \
        cities demands. Walkers like it.
        """,
      candidate: "The bridge and its railings opened in spring. Walkers like it."),
    passing: RuleDescription.Example(
      baseline: """
        The bridge and its railings opened in spring. The railings of the bridge do not reach the height that the norm for \
        cities demands. Walkers like it.
        """,
      candidate: """
        The bridge opened in spring, and its railings do not reach the height that the norm for cities demands. Walkers \
        like it.
        """))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.coverage.lost.map {
      .lostWords($0, of: comparison.baseline, message: message, remedy: remedy)
    }
  }

  private static func message(_ words: String) -> String {
    worded(
      "Nothing in the text says what the baseline does: \(words)",
      fr: "Rien dans le texte ne dit ce que dit l'article d'origine : \(words)")
  }

  private static let remedy = worded("Say it again, in any words", fr: "Redites-le, avec les mots de votre choix")
}
