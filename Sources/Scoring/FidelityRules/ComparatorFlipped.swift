import Facts

/// “more than” has become “less than”, or the other way round.
enum ComparatorFlipped: Rule {
  static let description = RuleDescription(
    id: "comparator-flipped",
    summary: "“more than” has become “less than”, or the other way round",
    rationale: """
      A bound belongs to its figure: more than 300 and less than 300 are different facts.
      """,
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
    let words = comparison.claims.filter { $0.kind == .comparisonFlipped }.map { ($0.baseline, $0.candidate) }
    return (bounds + words).map { original, restated in
      Violation.changedWords(comparison, original, restated, message: message, remedy: remedy)
    }
  }

  private static func message(_ before: String, _ after: String) -> String {
    "The bound is turned round: the baseline says \(before), the text \(after)"
  }

  private static func remedy(_ before: String) -> String { "State the bound as the baseline does: \(before)" }
}
