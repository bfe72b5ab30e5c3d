import Facts
import StructuredText
import Wording

/// A statement about one population or place is made about another.
enum ScopeChanged: Rule {
  static let description = RuleDescription(
    id: "scope-changed",
    summary: worded(
      "a statement about one population or place is made about another",
      fr: "ce qui était dit d'une population ou d'un lieu est dit d'un autre"),
    rationale: worded(
      """
      A figure about small firms is not one about all firms, nor one about France one about Europe. Where a sentence is \
      told with quite other words, it is a warning that costs a point: somebody should read both.
      """,
      fr: """
        Un chiffre sur les petites entreprises ne vaut pas pour toutes, ni un chiffre sur la France pour l'Europe. \
        Quand une phrase est dite avec de tout autres mots, c'est un avertissement qui coûte un point : quelqu'un doit \
        lire les deux.
        """),
    defaultSeverity: .error, points: Tenths(150), cap: Tenths(600),
    failing: RuleDescription.Example(
      baseline: "The survey covers France and its 2,000 town halls.",
      candidate: "The survey covers ⟦Europe⟧ and its 2,000 town halls."),
    passing: RuleDescription.Example(
      baseline: "The survey covers France and its 2,000 town halls.",
      candidate: "France and its 2,000 town halls are what the survey covers."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.claims.filter { [.scopeChanged, .termReplaced].contains($0.kind) }.map { change in
      guard change.kind == .termReplaced else {
        return Violation.changedClaim(comparison, change, message: message, remedy: remedy)
      }
      // A word that is only new may be a synonym.
      return Violation.changedWords(
        comparison, change.baseline, change.candidate, message: message, remedy: remedy, points: Tenths(60),
        severity: .warning)
    }
  }

  private static func message(_ before: String, _ after: String) -> String {
    worded(
      "The baseline speaks of \(before), the text of \(after)",
      fr: "L'article d'origine parle de \(before), le texte de \(after)")
  }

  private static func remedy(_ before: String) -> String {
    worded(
      "Speak of \(before), as the baseline does",
      fr: "Parlez de \(before), comme l'article d'origine")
  }
}
