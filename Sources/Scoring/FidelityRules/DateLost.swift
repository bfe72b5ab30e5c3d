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
    Violation.lostAmounts(in: manuscript, where: { $0.figure == nil }, message: message, remedy: remedy)
  }

  private static func message(_ words: String, _ sentence: String) -> String {
    "The date \(words) of the baseline is missing: \(sentence)"
  }

  private static let remedy = "Give the date again, in any notation"
}
