import Facts
import Manuscripts
import StructuredText
import Wording

/// A figure in the title or description is not in the text.
enum TitleUnsupported: Rule {
  static let description = RuleDescription(
    id: "title-unsupported",
    summary: worded(
      "a figure in the title or description is not in the text",
      fr: "un chiffre du titre ou de la description n'est pas dans le texte"),
    rationale: worded(
      """
      Titles are read by far more people than articles. A figure there must be one that the article supports.
      """,
      fr: """
        Les titres sont lus par bien plus de gens que les articles. Un chiffre qui s'y trouve doit être de ceux que \
        l'article appuie.
        """),
    defaultSeverity: .error, points: Tenths(150), cap: Tenths(800),
    failing: RuleDescription.Example(
      candidate: """
        ---
        title: ⟦Traffic down by 21%⟧
        ---

        Traffic fell by 12% (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """),
    passing: RuleDescription.Example(
      candidate: """
        ---
        title: Traffic down by 12%
        ---

        Traffic fell by 12% (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    let sheet = manuscript.candidate
    guard let node = sheet.article.frontMatter?.node else { return [] }
    return ["title", "description"].flatMap { key -> [Violation] in
      guard case .scalar(let scalar) = node[key] else { return [] }
      // What the baseline's title says was let through once; a restyling is not asked for it again.
      let known = manuscript.comparison?.baseline.article.frontMatter?.node?[key]?.text
      guard known != scalar.text else { return [] }
      return sheet.unsupportedFigures(inLine: scalar.text).map { words in
        Violation(message(quoted(words), key), remedy: remedy, candidate: scalar.range, key: key + words)
      }
    }
  }

  private static func message(_ words: String, _ key: String) -> String {
    worded(
      "The figure \(words) in the \(key) stands nowhere in the text",
      fr: "Le chiffre \(words) du champ \(key) n'est nulle part dans le texte")
  }

  private static let remedy = worded(
    "Give a figure of the article, or none",
    fr: "Donnez un chiffre de l'article, ou aucun")
}
