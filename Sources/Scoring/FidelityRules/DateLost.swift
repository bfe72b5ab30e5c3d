import Facts
import StructuredText

/// A date of the baseline is nowhere in the text.
enum DateLost: Rule {
  static let description = RuleDescription(
    id: "date-lost",
    summary: "a date of the baseline is nowhere in the text",
    rationale: """
      A statement without its date claims to hold for ever. A date may be written in any notation, or less \
      exactly.
      """,
    defaultSeverity: .error, points: Tenths(60), cap: nil,
    failing: RuleDescription.Example(
      baseline: "The bridge opened on 14 March 2021. It is 300 metres long.",
      candidate: "The bridge is 300 metres long."),
    passing: RuleDescription.Example(
      baseline: "The bridge opened on 14 March 2021. It is 300 metres long.",
      candidate: "The bridge, opened in March 2021, is 300 metres long."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    let share = Tenths(max(60, 1000 / max(1, comparison.amounts.distinct)))
    return comparison.amounts.lost.compactMap { index in
      let fact = comparison.baseline.facts[index]
      guard fact.figure == nil, comparison.baseline.passage.sentences[fact.sentence].role != .heading else {
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
    "The date \(words) of the baseline is missing: \(sentence)"
  }

  private static let remedy = "Give the date again, in any notation"
}
