import Facts
import StructuredText
import Wording

/// A name of the baseline is nowhere in the text.
enum NameLost: Rule {
  static let description = RuleDescription(
    id: "name-lost",
    summary: worded(
      "a name of the baseline is nowhere in the text",
      fr: "un nom de l'article d'origine n'est plus nulle part dans le texte"),
    rationale: worded(
      """
      A restyling may leave a name out, but it should be on purpose: whoever is named is often the reason why \
      a statement can be checked.
      """,
      fr: """
        Une réécriture peut omettre un nom, mais que ce soit exprès : la personne nommée est souvent ce qui permet \
        de vérifier une affirmation.
        """),
    defaultSeverity: .warning, points: Tenths(60), cap: nil,
    failing: RuleDescription.Example(
      baseline: "The plan was drawn by the office of Lena Hartmann. It was approved in May.",
      candidate: "The plan was approved in May."),
    passing: RuleDescription.Example(
      baseline: "The plan was drawn by the office of Lena Hartmann. It was approved in May.",
      candidate: "Hartmann's office drew the plan, and it was approved in May."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.names.lost.map {
      .lostWords(comparison.baseline.names[$0].tokens, of: comparison.baseline, message: message, remedy: remedy)
    }
  }

  private static func message(_ words: String) -> String {
    worded(
      "The baseline names \(words), the text no longer does",
      fr: "L'article d'origine nomme \(words), le texte ne le fait plus")
  }

  private static let remedy = worded(
    "Name it again, unless it was left out on purpose",
    fr: "Redonnez ce nom, à moins qu'il ait été omis exprès")
}
