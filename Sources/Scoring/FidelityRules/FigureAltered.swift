import Facts
import StructuredText
import Wording

/// A figure of the baseline has another value or unit.
enum FigureAltered: Rule {
  static let description = RuleDescription(
    id: "figure-altered",
    summary: worded(
      "a figure of the baseline has another value or unit",
      fr: "un chiffre de l'article d'origine a changé de valeur ou d'unité"),
    rationale: worded(
      """
      A changed figure is a false statement with a real source under it. Figures are compared by value, unit \
      and subject, so another spelling of the same amount is no change, and two figures that changed places \
      are two.
      """,
      fr: """
        Un chiffre modifié est une affirmation fausse appuyée sur une vraie source. Les chiffres sont comparés par \
        leur valeur, leur unité et leur sujet : une autre écriture du même montant n'est pas un changement, et deux \
        chiffres qui ont échangé leurs places en sont deux.
        """),
    defaultSeverity: .error, points: Tenths(150), cap: Tenths(600),
    failing: RuleDescription.Example(
      baseline: "It cost €3.96 million.",
      candidate: "It cost ⟦€4 million⟧."),
    passing: RuleDescription.Example(
      baseline: "It cost €3.96 million.",
      candidate: "It cost 3,960,000 euros."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    Violation.alteredAmounts(
      in: manuscript, where: { $0.figure != nil && $1.figure != nil }, message: message, remedy: remedy)
  }

  private static func message(_ before: String, _ after: String) -> String {
    worded(
      "The baseline says \(before), and here it is \(after)",
      fr: "L'article d'origine dit \(before), et ici on lit \(after)")
  }

  private static func remedy(_ before: String) -> String {
    worded(
      "Write \(before) again, in figures or in words",
      fr: "Remettez \(before), en chiffres ou en lettres")
  }
}
