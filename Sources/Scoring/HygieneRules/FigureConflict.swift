import Facts
import Wording

/// What the article says has another value in an earlier one.
enum FigureConflict: Rule {
  static let description = RuleDescription(
    id: "figure-conflict",
    summary: worded(
      "an earlier article gives another figure for the same thing",
      fr: "un article antérieur donne un autre chiffre pour la même chose"),
    rationale: worded(
      """
      Readers of both articles learn two truths. Told by `editorial check`, on the later article, where both speak of the \
      same thing, in the same words, of the same people, place and time; it is a note where that is not sure.
      """,
      fr: """
        Les lecteurs des deux articles apprennent deux vérités. Signalé par `editorial check`, sur l'article le plus \
        récent, là où tous deux parlent de la même chose, avec les mêmes mots, des mêmes gens, du même lieu et du \
        même moment ; ce n'est qu'une note là où ce n'est pas sûr.
        """),
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
      let (here, there) = (conflict.statement.words, conflict.other.words)
      return Violation(
        message(quoted(here), quoted(there)), remedy: remedy, candidate: conflict.statement.place,
        elsewhere: manuscript.neighbours?.elsewhere(of: conflict), key: keyed(here) + keyed(there),
        severity: conflict.isCertain ? nil : .note)
    }
  }

  private static func message(_ here: String, _ there: String) -> String {
    worded(
      "Here it is \(here), and in an earlier article \(there)",
      fr: "On lit ici \(here), et dans un article antérieur \(there)")
  }

  private static let remedy = worded(
    "Find out which is right; if both are, say what sets them apart, such as the date",
    fr: "Cherchez lequel est juste ; si les deux le sont, dites ce qui les distingue, par exemple la date")
}
