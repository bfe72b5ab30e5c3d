import Facts
import Wording

/// A figure is credited to another source than in an earlier article.
enum SourceConflict: Rule {
  static let description = RuleDescription(
    id: "source-conflict",
    summary: worded(
      "an earlier article credits the same figure to another source",
      fr: "un article antérieur attribue le même chiffre à une autre source"),
    rationale: worded(
      """
      A figure that travels from article to article and changes its source on the way was checked in none of them. \
      Told by `editorial check`, on the later article; it is a note where the two may speak of different things.
      """,
      fr: """
        Un chiffre qui voyage d'article en article et change de source en chemin n'a été vérifié dans aucun. Signalé \
        par `editorial check`, sur l'article le plus récent ; ce n'est qu'une note là où les deux peuvent parler de \
        choses différentes.
        """),
    defaultSeverity: .warning, points: nil, cap: nil,
    failing: RuleDescription.Example(
      earlier: earlier,
      candidate: """
        Who would have thought that ⟦78%⟧ of small towns lend out tools (Source: Rural Institute)?

        ## Sources

        1. **Rural Institute**
           - URL: https://rural-institute.org/tools
        """),
    passing: RuleDescription.Example(
      earlier: earlier,
      candidate: """
        Who would have thought that 78% of small towns lend out tools (Source: League of Towns)?

        ## Sources

        1. **League of Towns – Yearbook**
           - URL: https://www.league-of-towns.org/lending
        """))

  private static let earlier = """
    Already 78% of small towns lend out tools (Source: League of Towns).

    ## Sources

    1. **League of Towns**
       - URL: https://league-of-towns.org/lending
    """

  static func violations(in manuscript: Manuscript) -> [Violation] {
    manuscript.conflicts.compactMap { conflict in
      guard case .source(let here, let there) = conflict.kind else { return nil }
      let words = conflict.statement.words
      return Violation(
        message(quoted(words), quoted(here), quoted(there)), remedy: remedy, candidate: conflict.statement.place,
        elsewhere: manuscript.neighbours?.elsewhere(of: conflict), key: keyed(words) + here + there,
        severity: conflict.isCertain ? nil : .note)
    }
  }

  private static func message(_ figure: String, _ here: String, _ there: String) -> String {
    worded(
      "\(figure) is credited to \(here), and in an earlier article to \(there)",
      fr: "\(figure) est attribué à \(here), et dans un article antérieur à \(there)")
  }

  private static let remedy = worded(
    "Find out whose figure it is, and credit it alike in both",
    fr: "Cherchez de qui vient ce chiffre, et attribuez-le de même dans les deux articles")
}
