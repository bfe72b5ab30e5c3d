import Facts
import Wording

/// A rise has become a fall, or the other way round.
enum DirectionFlipped: Rule {
  static let description = RuleDescription(
    id: "direction-flipped",
    summary: worded(
      "a rise has become a fall, or the other way round",
      fr: "une hausse est devenue une baisse, ou l'inverse"),
    rationale: worded(
      """
      The direction of a change is half of the fact. A rise told as a fall is false even when every figure \
      survives.
      """,
      fr: """
        Le sens d'une évolution est la moitié du fait. Une hausse racontée comme une baisse est fausse, même si tous \
        les chiffres sont restés.
        """),
    defaultSeverity: .error, points: Tenths(150), cap: Tenths(600),
    failing: RuleDescription.Example(
      baseline: "Traffic rose by 12% in the centre.",
      candidate: "Traffic ⟦fell⟧ by 12% in the centre."),
    passing: RuleDescription.Example(
      baseline: "Traffic rose by 12% in the centre.",
      candidate: "In the centre, traffic grew by 12%."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    let words = comparison.claims.filter { $0.kind == .directionFlipped }
    let sentences = Set(words.map { comparison.baseline.passage.sentenceOfToken[$0.baseline.lowerBound] })
    let turned = comparison.amounts.altered.filter { change in
      change.alteration == .direction && !sentences.contains(comparison.baseline.facts[change.baseline].sentence)
    }
    return words.map { Violation.changedClaim(comparison, $0, message: message, remedy: remedy) }
      + turned.map { change in
        Violation.changedWords(
          comparison, comparison.baseline.facts[change.baseline].movedTokens,
          comparison.candidate.facts[change.candidate].movedTokens, message: message, remedy: remedy)
      }
  }

  private static func message(_ before: String, _ after: String) -> String {
    worded(
      "What moves one way in the baseline (\(before)) moves the other way here (\(after))",
      fr: "Ce qui va dans un sens dans l'article d'origine (\(before)) va ici dans l'autre (\(after))")
  }

  private static func remedy(_ before: String) -> String {
    worded(
      "Tell the change in the direction of the baseline",
      fr: "Racontez l'évolution dans le sens de l'article d'origine")
  }
}
