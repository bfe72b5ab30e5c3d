import Facts

/// “most” has become “some”, “few” has become “all”, or the like.
enum QuantifierChanged: Rule {
  static let description = RuleDescription(
    id: "quantifier-changed",
    summary: "“most” has become “some”, “few” has become “all”, or the like",
    rationale: """
      Words of quantity are figures without digits. A claim about some firms is another one than about most.
      """,
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
      Violation.changedWords(comparison, $0.baseline, $0.candidate, message: message, remedy: remedy)
    }
  }

  private static func message(_ before: String, _ after: String) -> String {
    "The quantity is another one: \(before) in the baseline, \(after) here"
  }

  private static func remedy(_ before: String) -> String { "Write \(before) again, or a word for the same quantity" }
}
