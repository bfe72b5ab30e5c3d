import Facts
import StructuredText

/// A statement has lost its citation.
enum CitationLost: Rule {
  static let description = RuleDescription(
    id: "citation-lost",
    summary: "a statement has lost its citation",
    rationale: """
      A figure without its citation looks like the writer’s own. Where the same figure is given again, with \
      its citation, nothing is lost.
      """,
    defaultSeverity: .error, points: Tenths(60), cap: nil,
    failing: RuleDescription.Example(
      baseline: """
        Traffic fell by 12% (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """,
      candidate: """
        Traffic fell by 12%.

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """),
    passing: RuleDescription.Example(
      baseline: """
        Traffic fell by 12% (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """,
      candidate: """
        Traffic fell by 12% [Source: Regional transport survey].

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.citations.lost.map { loss in
      let citation = comparison.baseline.citations[loss.citation]
      let words = quoted(comparison.baseline.text(of: citation))
      return Violation(
        message(words), remedy: remedy, candidate: loss.sentence.map { comparison.candidate.place(ofSentence: $0) },
        baseline: comparison.baseline.place(of: citation), key: words)
    }
  }

  private static func message(_ words: String) -> String { "The citation \(words) of the baseline is missing here" }

  private static let remedy = "Name the source again, in any form"
}
