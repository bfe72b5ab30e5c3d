import Facts

/// A figure is credited to another source than in an earlier article.
enum SourceConflict: Rule {
  static let description = RuleDescription(
    id: "source-conflict",
    summary: "an earlier article credits the same figure to another source",
    rationale: """
      A figure that travels from article to article and changes its source on the way was checked in none of them. \
      Told by `editorial check`, on the later article; it is a note where the two may speak of different things.
      """,
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
      let words = quoted(conflict.statement.words)
      return Violation(
        message(words, quoted(here), quoted(there)), remedy: remedy, candidate: conflict.statement.place,
        elsewhere: manuscript.neighbours?.elsewhere(of: conflict), key: words + here + there,
        severity: conflict.isCertain ? nil : .note)
    }
  }

  private static func message(_ figure: String, _ here: String, _ there: String) -> String {
    "\(figure) is credited to \(here), and in an earlier article to \(there)"
  }

  private static let remedy = "Find out whose figure it is, and credit it alike in both"
}
