import Facts
import Wording

/// A statement is credited to another source.
enum CitationAltered: Rule {
  static let description = RuleDescription(
    id: "citation-altered",
    summary: worded(
      "a statement is credited to another source",
      fr: "une affirmation est attribuée à une autre source"),
    rationale: worded(
      """
      A citation says who vouches for a figure. Another name in its place makes that source vouch for what it \
      never said.
      """,
      fr: """
        Une référence dit qui répond d'un chiffre. Un autre nom à sa place fait dire à cette source ce qu'elle n'a \
        jamais dit.
        """),
    defaultSeverity: .error, points: Tenths(150), cap: Tenths(800),
    failing: RuleDescription.Example(
      baseline: """
        Traffic fell by 12% (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        2. **City budget office**
           - URL: https://budget.mitteltal.org/2024
        """,
      candidate: """
        Traffic fell by 12% ⟦(Source: City budget office)⟧.

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        2. **City budget office**
           - URL: https://budget.mitteltal.org/2024
        """),
    passing: RuleDescription.Example(
      baseline: """
        Traffic fell by 12% (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        2. **City budget office**
           - URL: https://budget.mitteltal.org/2024
        """,
      candidate: """
        According to the Regional transport survey, traffic fell by 12%.

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        2. **City budget office**
           - URL: https://budget.mitteltal.org/2024
        """))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.citations.altered.map { change in
      let original = comparison.baseline.citations[change.baseline]
      let restated = comparison.candidate.citations[change.candidate]
      let before = comparison.baseline.text(of: original)
      let after = comparison.candidate.text(of: restated)
      return Violation(
        message(told(original, in: comparison.baseline), told(restated, in: comparison.candidate)),
        remedy: remedy(name(of: original, in: comparison.baseline) ?? quoted(before)),
        candidate: comparison.candidate.place(of: restated),
        baseline: comparison.baseline.place(of: original), key: keyed(before) + keyed(after))
    }
  }

  /// The words of a citation, with the name of the entry that its number leads to: numbers may be others in the other version.
  private static func told(_ citation: Citation, in sheet: FactSheet) -> String {
    let words = quoted(sheet.text(of: citation))
    return name(of: citation, in: sheet).map { "\(words) (\($0))" } ?? words
  }

  /// The name of the entry that a number or a footnote leads to.
  private static func name(of citation: Citation, in sheet: FactSheet) -> String? {
    guard citation.form == .numbered || citation.form == .footnote, let entry = citation.source else { return nil }
    return sheet.sources?.entries[entry].name.map { quoted($0.text) }
  }

  private static func message(_ before: String, _ after: String) -> String {
    worded(
      "The baseline credits \(before), the text \(after)",
      fr: "L'article d'origine renvoie à \(before), le texte à \(after)")
  }

  private static func remedy(_ before: String) -> String {
    worded(
      "Credit the source of the baseline: \(before)",
      fr: "Renvoyez à la source de l'article d'origine : \(before)")
  }
}
