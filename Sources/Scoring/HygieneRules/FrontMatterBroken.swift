import Facts
import Manuscripts
import StructuredText
import Wording

/// The front matter cannot be read.
enum FrontMatterBroken: Rule {
  static let description = RuleDescription(
    id: "front-matter-broken",
    summary: worded("the front matter cannot be read", fr: "l'en-tête ne peut pas être lu"),
    rationale: worded(
      "Site generators refuse it, or silently drop the title and date.",
      fr: "Les générateurs de sites le refusent, ou perdent sans rien dire le titre et la date."),
    defaultSeverity: .error, points: nil, cap: nil,
    failing: RuleDescription.Example(
      candidate: """
        ---
        ⟦title: Trams
        tags: [a, b
        ---
        ⟧

        Traffic fell (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """),
    passing: RuleDescription.Example(
      candidate: """
        ---
        title: Trams
        tags: [a, b]
        ---

        Traffic fell (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    Violation.defects(of: manuscript.candidate.article, message: message, remedy: remedy)
  }

  private static func message(_ kind: Article.Defect.Kind) -> String? {
    switch kind {
    case .brokenFrontMatter(let reason):
      worded(
        "The front matter cannot be read: \(reason)",
        fr: "L'en-tête ne peut pas être lu : \(reason)")
    case .unclosedFrontMatter: worded("The front matter is not closed", fr: "L'en-tête n'est pas fermé")
    case .secondFrontMatter:
      worded(
        "A second front matter follows the first",
        fr: "Un second en-tête suit le premier")
    case .empty, .tooLarge, .invalidUTF8, .nullByte, .byteOrderMark, .tooDeeplyNested: nil
    }
  }

  private static let remedy = worded(
    "Mend it so that a site generator reads it; put values that hold a colon between quotes",
    fr: """
      Corrigez-le pour qu'un générateur de sites le lise ; mettez entre guillemets droits les valeurs qui \
      contiennent un deux-points
      """)
}
