import Facts
import Manuscripts
import StructuredText

/// The file cannot be read as an article.
enum ArticleUnreadable: Rule {
  static let description = RuleDescription(
    id: "article-unreadable",
    summary: "the file cannot be read as an article",
    rationale: """
      Nothing can be vouched for that cannot be read: an empty or huge file, NUL bytes, nesting without end.
      """,
    defaultSeverity: .error, points: Tenths(1000), cap: Tenths(0),
    failing: RuleDescription.Example(candidate: ""),
    passing: RuleDescription.Example(
      candidate: """
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
    case .empty: "The article is empty"
    case .tooLarge: "The article is too large to be read"
    case .nullByte: "The article holds NUL bytes: it is no text"
    case .tooDeeplyNested: "Lists or block quotes are nested too deeply to be read"
    case .invalidUTF8, .byteOrderMark, .brokenFrontMatter, .unclosedFrontMatter, .secondFrontMatter: nil
    }
  }

  private static let remedy = "Write the article as UTF-8 text of a reasonable size"
}
