import Facts
import StructuredText

/// A name of the baseline is nowhere in the text.
enum NameLost: Rule {
  static let description = RuleDescription(
    id: "name-lost",
    summary: "a name of the baseline is nowhere in the text",
    rationale: """
      A restyling may leave a name out, but it should be on purpose: whoever is named is often the reason why \
      a statement can be checked.
      """,
    defaultSeverity: .warning, points: Tenths(60), cap: nil,
    failing: RuleDescription.Example(
      baseline: "The plan was drawn by the office of Lena Hartmann. It was approved in May.",
      candidate: "The plan was approved in May."),
    passing: RuleDescription.Example(
      baseline: "The plan was drawn by the office of Lena Hartmann. It was approved in May.",
      candidate: "Hartmann's office drew the plan, and it was approved in May."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.names.lost.map {
      .lostWords(comparison.baseline.names[$0].tokens, of: comparison.baseline, message: message, remedy: remedy)
    }
  }

  private static func message(_ words: String) -> String { "The baseline names \(words), the text no longer does" }

  private static let remedy = "Name it again, unless it was left out on purpose"
}
