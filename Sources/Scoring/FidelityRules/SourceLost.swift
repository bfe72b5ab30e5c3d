import Facts
import StructuredText

/// A source of the baseline is no longer listed.
enum SourceLost: Rule {
  static let description = RuleDescription(
    id: "source-lost",
    summary: "a source of the baseline is no longer listed",
    rationale: """
      Every statement that rests on it has lost its ground. Sources may be listed in another order, form or \
      under another heading.
      """,
    defaultSeverity: .error, points: Tenths(150), cap: Tenths(800),
    failing: RuleDescription.Example(
      baseline: """
        Traffic fell.

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        2. **City budget office**
           - URL: https://budget.mitteltal.org/2024
        """,
      candidate: """
        Traffic fell.

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """),
    passing: RuleDescription.Example(
      baseline: """
        Traffic fell.

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        2. **City budget office**
           - URL: https://budget.mitteltal.org/2024
        """,
      candidate: """
        Traffic fell.

        ## References

        * <https://budget.mitteltal.org/2024>
        * <https://transport-survey.org/2024>
        """))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison, let old = comparison.baseline.sources,
      !comparison.sources.areGone
    else { return [] }
    return comparison.sources.lost.map { index in
      let source = old.entries[index]
      let name = quoted(source.name?.text ?? source.url?.text ?? "")
      return Violation(
        message(name), remedy: remedy, candidate: comparison.candidate.sources?.heading, baseline: source.range,
        key: source.urlKey ?? name)
    }
  }

  private static func message(_ name: String) -> String { "The source \(name) of the baseline is not listed" }

  private static let remedy = "List it again, with its URL"
}
