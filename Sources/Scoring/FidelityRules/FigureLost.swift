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
    Violation.lostAmounts(in: manuscript, where: { $0.figure != nil }, message: message, remedy: remedy)
  }

  private static func message(_ words: String, _ sentence: String) -> String {
    "The figure \(words) of the baseline is missing: \(sentence)"
  }

  private static let remedy = "Give the figure again, with what it is about"
}
