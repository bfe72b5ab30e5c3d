import Facts
import StructuredText

/// Something the baseline states is nowhere in the text.
enum ClaimLost: Rule {
  static let description = RuleDescription(
    id: "claim-lost",
    summary: "something the baseline states is nowhere in the text",
    rationale: """
      A sentence without a figure can be the one that matters: who is meant, on what condition, with what result. Talk, \
      questions and words to the reader may come and go.
      """,
    defaultSeverity: .warning, points: Tenths(60), cap: nil,
    failing: RuleDescription.Example(
      baseline: """
        The bridge and its railings opened in spring. The railings of the bridge do not reach the height that the norm for \
        cities demands. Walkers like it.
        """,
      candidate: "The bridge and its railings opened in spring. Walkers like it."),
    passing: RuleDescription.Example(
      baseline: """
        The bridge and its railings opened in spring. The railings of the bridge do not reach the height that the norm for \
        cities demands. Walkers like it.
        """,
      candidate: """
        The bridge opened in spring, and its railings do not reach the height that the norm for cities demands. Walkers \
        like it.
        """))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.coverage.lost.map {
      .lostWords($0, of: comparison.baseline, message: message, remedy: remedy)
    }
  }

  private static func message(_ words: String) -> String { "Nothing in the text says what the baseline does: \(words)" }

  private static let remedy = "Say it again, in any words"
}
