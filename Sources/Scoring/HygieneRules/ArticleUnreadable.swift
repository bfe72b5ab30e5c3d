import Facts
import Manuscripts
import StructuredText
import Wording

/// The file cannot be read as an article.
enum ArticleUnreadable: Rule {
  static let description = RuleDescription(
    id: "article-unreadable",
    summary: worded("the file cannot be read as an article", fr: "le fichier ne peut pas être lu comme un article"),
    rationale: worded(
      """
      Nothing can be vouched for that cannot be read: an empty or huge file, NUL bytes, nesting without end.
      """,
      fr: """
        On ne peut répondre de rien de ce qui ne se lit pas : un fichier vide ou énorme, des octets nuls, des \
        imbrications sans fin.
        """),
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
    case .empty: worded("The article is empty", fr: "L'article est vide")
    case .tooLarge: worded("The article is too large to be read", fr: "L'article est trop grand pour être lu")
    case .nullByte:
      worded(
        "The article holds NUL bytes: it is no text",
        fr: "L'article contient des octets nuls : ce n'est pas du texte")
    case .tooDeeplyNested:
      worded(
        "Lists or block quotes are nested too deeply to be read",
        fr: "Des listes ou des blocs de citation sont imbriqués trop profondément pour être lus")
    case .invalidUTF8, .byteOrderMark, .brokenFrontMatter, .unclosedFrontMatter, .secondFrontMatter: nil
    }
  }

  private static let remedy = worded(
    "Write the article as UTF-8 text of a reasonable size",
    fr: "Enregistrez l'article comme du texte UTF-8 de taille raisonnable")
}
