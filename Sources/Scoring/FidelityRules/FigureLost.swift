import Facts
import StructuredText

/// A figure of the baseline is nowhere in the text.
enum FigureLost: Rule {
  static let description = RuleDescription(
    id: "figure-lost",
    summary: "a figure of the baseline is nowhere in the text",
    rationale: """
      Readers of the restyled article must learn what readers of the factual one did. A figure that the \
      baseline gives several times need be given once; its complement, or the same share in another form, \
      counts.
      """,
    defaultSeverity: .error, points: Tenths(60), cap: nil,
    failing: RuleDescription.Example(
      baseline: "The line carries 4,200 passengers a day. It runs until midnight.",
      candidate: "The line is well used. It runs until midnight."),
    passing: RuleDescription.Example(
      baseline: "The line carries 4,200 passengers a day. It runs until midnight.",
      candidate: "It runs until midnight, and 4 200 passengers a day use it."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    let share = Tenths(max(60, 1000 / max(1, comparison.amounts.distinct)))
    return comparison.amounts.lost.compactMap { index in
      let fact = comparison.baseline.facts[index]
      guard fact.figure != nil, comparison.baseline.passage.sentences[fact.sentence].role != .heading else {
        return nil
      }
      let words = quoted(comparison.baseline.text(of: fact))
      return Violation(
        message(
          words,
          quoted(comparison.baseline.passage.text(of: comparison.baseline.passage.sentences[fact.sentence].tokens))),
        remedy: remedy, candidate: nil, baseline: comparison.baseline.place(of: fact), key: words,
        points: fact.isIncidental ? .zero : share, severity: fact.isIncidental ? .note : nil)
    }
  }

  private static func message(_ words: String, _ sentence: String) -> String {
    "The figure \(words) of the baseline is missing: \(sentence)"
  }

  private static let remedy = "Give the figure again, with what it is about"
}
