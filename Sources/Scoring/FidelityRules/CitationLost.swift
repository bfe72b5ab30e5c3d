import Facts
import StructuredText
import Wording

/// A statement has lost its citation.
enum CitationLost: Rule {
  static let description = RuleDescription(
    id: "citation-lost",
    summary: worded("a statement has lost its citation", fr: "une affirmation a perdu sa référence"),
    rationale: worded(
      """
      A figure without its citation looks like the writer’s own. Where the same figure is given again, with \
      its citation, nothing is lost.
      """,
      fr: """
        Un chiffre sans sa référence passe pour celui du rédacteur. Là où le même chiffre est redonné avec sa \
        référence, rien n'est perdu.
        """),
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
      let words = comparison.baseline.text(of: citation)
      return Violation(
        message(quoted(words)), remedy: remedy,
        candidate: loss.sentence.map { comparison.candidate.place(ofSentence: $0) },
        baseline: comparison.baseline.place(of: citation), key: keyed(words))
    }
  }

  private static func message(_ words: String) -> String {
    worded(
      "The citation \(words) of the baseline is missing here",
      fr: "La référence \(words) de l'article d'origine manque ici")
  }

  private static let remedy = worded(
    "Name the source again, in any form",
    fr: "Nommez de nouveau la source, sous la forme de votre choix")
}
