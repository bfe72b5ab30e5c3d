import Facts
import Wording

/// Another name stands where the baseline has this one.
enum NameAltered: Rule {
  static let description = RuleDescription(
    id: "name-altered",
    summary: worded(
      "another name stands where the baseline has this one",
      fr: "un autre nom se trouve là où l'article d'origine a celui-ci"),
    rationale: worded(
      """
      Who did or said something is a fact. The name of somebody else in the same sentence is an error that \
      readers take for a statement.
      """,
      fr: """
        Qui a fait ou dit une chose est un fait. Le nom de quelqu'un d'autre dans la même phrase est une erreur que \
        les lecteurs prennent pour une affirmation.
        """),
    defaultSeverity: .error, points: Tenths(150), cap: Tenths(600),
    failing: RuleDescription.Example(
      baseline: "The study was led by Anne Keller for the ministry. Paul Roche paid for it.",
      candidate: "The study was led by ⟦Paul Roche⟧ for the ministry. Paul Roche paid for it."),
    passing: RuleDescription.Example(
      baseline: "The study was led by Anne Keller for the ministry.",
      candidate: "Anne Keller led the study for the ministry."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.names.altered.map { change in
      Violation.changedWords(
        comparison, comparison.baseline.names[change.baseline].tokens,
        comparison.candidate.names[change.candidate].tokens, message: message, remedy: remedy)
    }
  }

  private static func message(_ before: String, _ after: String) -> String {
    worded(
      "The baseline names \(before), the text \(after)",
      fr: "L'article d'origine nomme \(before), le texte \(after)")
  }

  private static func remedy(_ before: String) -> String {
    worded(
      "Name \(before), as the baseline does",
      fr: "Nommez \(before), comme l'article d'origine")
  }
}
