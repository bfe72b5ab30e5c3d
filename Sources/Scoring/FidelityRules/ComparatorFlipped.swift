import Facts
import Wording

/// “more than” has become “less than”, or the other way round.
enum ComparatorFlipped: Rule {
  static let description = RuleDescription(
    id: "comparator-flipped",
    summary: worded(
      "“more than” has become “less than”, or the other way round",
      fr: "« plus de » est devenu « moins de », ou l'inverse"),
    rationale: worded(
      """
      A bound belongs to its figure: more than 300 and less than 300 are different facts.
      """,
      fr: """
        Une borne fait partie de son chiffre : plus de 300 et moins de 300 sont deux faits différents.
        """),
    defaultSeverity: .error, points: Tenths(150), cap: Tenths(600),
    failing: RuleDescription.Example(
      baseline: "The fund helped more than 300 firms.",
      candidate: "The fund helped ⟦less than 300⟧ firms."),
    passing: RuleDescription.Example(
      baseline: "The fund helped more than 300 firms.",
      candidate: "Over 300 firms were helped by the fund."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    let bounds = comparison.amounts.altered.filter { $0.alteration == .comparator }.map { change in
      (
        comparison.baseline.facts[change.baseline].boundedTokens,
        comparison.candidate.facts[change.candidate].boundedTokens
      )
    }
    return bounds.map { original, restated in
      Violation.changedWords(comparison, original, restated, message: message, remedy: remedy)
    }
      + comparison.claims.filter { $0.kind == .comparisonFlipped }.map {
        Violation.changedClaim(comparison, $0, message: message, remedy: remedy)
      }
  }

  private static func message(_ before: String, _ after: String) -> String {
    worded(
      "The bound is turned round: the baseline says \(before), the text \(after)",
      fr: "La borne est inversée : l'article d'origine dit \(before), le texte \(after)")
  }

  private static func remedy(_ before: String) -> String {
    worded(
      "State the bound as the baseline does: \(before)",
      fr: "Donnez la borne comme l'article d'origine : \(before)")
  }
}
