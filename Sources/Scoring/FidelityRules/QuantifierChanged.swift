import Facts
import Wording

/// “most” has become “some”, “few” has become “all”, or the like.
enum QuantifierChanged: Rule {
  static let description = RuleDescription(
    id: "quantifier-changed",
    summary: worded(
      "“most” has become “some”, “few” has become “all”, or the like",
      fr: "« la plupart » est devenu « certains », « peu » est devenu « tous », ou autre chose de ce genre"),
    rationale: worded(
      """
      Words of quantity are figures without digits. A claim about some firms is another one than about most. \
      Where a sentence is told with quite other words, it is a warning that costs a point: somebody should read both.
      """,
      fr: """
        Les mots de quantité sont des chiffres sans chiffres. Ce qui se dit de certaines entreprises ne se dit pas \
        de la plupart. Quand une phrase est dite avec de tout autres mots, c'est un avertissement qui coûte un \
        point : quelqu'un doit lire les deux.
        """),
    defaultSeverity: .error, points: Tenths(150), cap: Tenths(600),
    failing: RuleDescription.Example(
      baseline: "Most shops in the centre reported higher sales.",
      candidate: "⟦Some⟧ shops in the centre reported higher sales."),
    passing: RuleDescription.Example(
      baseline: "Most shops in the centre reported higher sales.",
      candidate: "In the centre, most shops reported higher sales."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.claims.filter { [.quantifierChanged].contains($0.kind) }.map {
      Violation.changedClaim(comparison, $0, message: message, remedy: remedy)
    }
  }

  private static func message(_ before: String, _ after: String) -> String {
    worded(
      "The quantity is another one: \(before) in the baseline, \(after) here",
      fr: "La quantité est une autre : \(before) dans l'article d'origine, \(after) ici")
  }

  private static func remedy(_ before: String) -> String {
    worded(
      "Write \(before) again, or a word for the same quantity",
      fr: "Remettez \(before), ou un mot pour la même quantité")
  }
}
