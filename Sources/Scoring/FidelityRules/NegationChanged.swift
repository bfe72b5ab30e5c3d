import Facts
import Wording

/// A statement is denied that the baseline affirms, or the other way round.
enum NegationChanged: Rule {
  static let description = RuleDescription(
    id: "negation-changed",
    summary: worded(
      "a statement is denied that the baseline affirms, or the other way round",
      fr: "le texte nie ce que l'article d'origine affirme, ou l'inverse"),
    rationale: worded(
      """
      One small word turns a fact into its opposite. Two sentences that say the same are compared for what \
      they deny; the complement of a share may be denied, for it is what the share leaves. Where a sentence is told \
      with quite other words, it is a warning that costs a point: somebody should read both.
      """,
      fr: """
        Un petit mot change un fait en son contraire. Deux phrases qui disent la même chose sont comparées par ce \
        qu'elles nient ; le complément d'une part peut être nié, puisqu'il est ce que la part laisse. Quand \
        une phrase est dite avec de tout autres mots, c'est un avertissement qui coûte un point : quelqu'un doit lire \
        les deux.
        """),
    defaultSeverity: .error, points: Tenths(150), cap: Tenths(600),
    failing: RuleDescription.Example(
      baseline: "The pilot scheme covers private cars in the old town.",
      candidate: "The pilot scheme does ⟦not⟧ cover private cars in the old town."),
    passing: RuleDescription.Example(
      baseline: "The pilot scheme covers private cars in the old town.",
      candidate: "Does it cover private cars in the old town? Yes, the pilot scheme covers them."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.claims.filter { [.negationAdded, .negationRemoved].contains($0.kind) }.map {
      Violation.changedClaim(comparison, $0, message: message, remedy: remedy)
    }
  }

  private static func message(_ before: String, _ after: String) -> String {
    worded(
      "A denial was added or taken out: the baseline says \(before), the text \(after)",
      fr: "Une négation a été ajoutée ou retirée : l'article d'origine dit \(before), le texte \(after)")
  }

  private static func remedy(_ before: String) -> String {
    worded(
      "Affirm or deny what the baseline does",
      fr: "Affirmez ou niez ce qu'affirme ou nie l'article d'origine")
  }
}
