import Facts

/// Something the baseline calls possible is told as certain.
enum HedgeRemoved: Rule {
  static let description = RuleDescription(
    id: "hedge-removed",
    summary: "something the baseline calls possible is told as certain",
    rationale: """
      Caution is part of what was checked: “could reach” is not “will reach”, and what holds “if the vote passes” \
      is not sure without the vote.
      """,
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
      Violation.changedWords(comparison, $0.baseline, $0.candidate, message: message, remedy: remedy)
    }
  }

  private static func message(_ before: String, _ after: String) -> String {
    "The baseline is cautious (\(before)), the text is not: \(after)"
  }

  private static func remedy(_ before: String) -> String { "Keep the caution of the baseline: \(before)" }
}
