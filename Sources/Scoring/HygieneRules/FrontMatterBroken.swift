import Facts
import Manuscripts
import StructuredText

/// The front matter cannot be read.
enum FrontMatterBroken: Rule {
  static let description = RuleDescription(
    id: "front-matter-broken",
    summary: "the front matter cannot be read",
    rationale: "Site generators refuse it, or silently drop the title and date.",
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
    case .brokenFrontMatter(let reason): "The front matter cannot be read: \(reason)"
    case .unclosedFrontMatter: "The front matter is not closed"
    case .secondFrontMatter: "A second front matter follows the first"
    case .empty, .tooLarge, .invalidUTF8, .nullByte, .byteOrderMark, .tooDeeplyNested: nil
    }
  }

  private static let remedy = "Mend it so that a site generator reads it; put values that hold a colon between quotes"
}
