import Facts
import StructuredText
import Wording

/// A source of the baseline is no longer listed.
enum SourceLost: Rule {
  static let description = RuleDescription(
    id: "source-lost",
    summary: worded(
      "a source of the baseline is no longer listed",
      fr: "une source de l'article d'origine n'est plus dans la liste"),
    rationale: worded(
      """
      Every statement that rests on it has lost its ground. Sources may be listed in another order, form or \
      under another heading.
      """,
      fr: """
        Toutes les affirmations qui reposent sur elle ont perdu leur appui. Les sources peuvent être listées dans un \
        autre ordre, sous une autre forme ou sous un autre titre.
        """),
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
      let name = source.name?.text ?? source.url?.text ?? ""
      return Violation(
        message(quoted(name)), remedy: remedy, candidate: comparison.candidate.sources?.heading, baseline: source.range,
        key: source.urlKey ?? keyed(name))
    }
  }

  private static func message(_ name: String) -> String {
    worded(
      "The source \(name) of the baseline is not listed",
      fr: "La source \(name) de l'article d'origine n'est pas dans la liste")
  }

  private static let remedy = worded("List it again, with its URL", fr: "Remettez-la dans la liste, avec son URL")
}
