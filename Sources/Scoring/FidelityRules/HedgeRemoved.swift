import Facts
import Wording

/// Something the baseline calls possible is told as certain.
enum HedgeRemoved: Rule {
  static let description = RuleDescription(
    id: "hedge-removed",
    summary: worded(
      "something the baseline calls possible is told as certain",
      fr: "ce que l'article d'origine dit possible est donné pour certain"),
    rationale: worded(
      """
      Caution is part of what was checked: “could reach” is not “will reach”, and what holds “if the vote passes” \
      is not sure without the vote. Where a sentence is told with quite other words, it is a warning that costs a \
      point: somebody should read both.
      """,
      fr: """
        La prudence fait partie de ce qui a été vérifié : « pourrait atteindre » n'est pas « atteindra », et ce qui \
        vaut « si le vote passe » n'est pas acquis sans le vote. Quand une phrase est dite avec de tout autres \
        mots, c'est un avertissement qui coûte un point : quelqu'un doit lire les deux.
        """),
    defaultSeverity: .error, points: Tenths(150), cap: Tenths(800),
    failing: RuleDescription.Example(
      baseline: "The scheme could halve waiting times at the crossing.",
      candidate: "The scheme ⟦will halve⟧ waiting times at the crossing."),
    passing: RuleDescription.Example(
      baseline: "The scheme could halve waiting times at the crossing.",
      candidate: "Waiting times at the crossing could be halved by the scheme."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.claims.filter { [.hedgeRemoved].contains($0.kind) }.map {
      Violation.changedClaim(comparison, $0, message: message, remedy: remedy)
    }
  }

  private static func message(_ before: String, _ after: String) -> String {
    worded(
      "The baseline is cautious (\(before)), the text is not: \(after)",
      fr: "L'article d'origine est prudent (\(before)), le texte ne l'est pas : \(after)")
  }

  private static func remedy(_ before: String) -> String {
    worded(
      "Keep the caution of the baseline: \(before)",
      fr: "Gardez la prudence de l'article d'origine : \(before)")
  }
}
