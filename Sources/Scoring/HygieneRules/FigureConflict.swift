import Facts

/// What the article says has another value in an earlier one.
enum FigureConflict: Rule {
  static let description = RuleDescription(
    id: "figure-conflict",
    summary: "an earlier article gives another figure for the same thing",
    rationale: """
      Readers of both articles learn two truths. Told by `editorial check`, on the later article, where both speak of the \
      same thing, in the same words, of the same people, place and time; it is a note where that is not sure.
      """,
    defaultSeverity: .warning, points: nil, cap: nil,
    failing: RuleDescription.Example(
      earlier: earlier,
      candidate: """
        In 2024, the tool libraries of Larkfield lent out ⟦2,400⟧ drills (Source: League of Towns).

        ## Sources

        1. **League of Towns**
           - URL: https://league-of-towns.org/lending
        """),
    passing: RuleDescription.Example(
      earlier: earlier,
      candidate: """
        In 2023, the tool libraries of Larkfield lent out 2,400 drills (Source: League of Towns).

        ## Sources

        1. **League of Towns**
           - URL: https://league-of-towns.org/lending
        """))

  private static let earlier = """
    In 2024, the tool libraries of Larkfield lent out 4,200 drills (Source: League of Towns).

    ## Sources

    1. **League of Towns**
       - URL: https://league-of-towns.org/lending
    """

  static func violations(in manuscript: Manuscript) -> [Violation] {
    manuscript.conflicts.compactMap { conflict in
      guard case .value = conflict.kind else { return nil }
      let (here, there) = (quoted(conflict.statement.words), quoted(conflict.other.words))
      return Violation(
        message(here, there), remedy: remedy, candidate: conflict.statement.place,
        elsewhere: manuscript.neighbours?.elsewhere(of: conflict), key: here + there,
        severity: conflict.isCertain ? nil : .note)
    }
  }

  private static func message(_ here: String, _ there: String) -> String {
    "Here it is \(here), and in an earlier article \(there)"
  }

  private static let remedy = "Find out which is right; if both are, say what sets them apart, such as the date"
}
