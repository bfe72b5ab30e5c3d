import Facts
import Languages
import StructuredText
import Wording

/// Text stands where something was still to be written.
enum PlaceholderText: Rule {
  static let description = RuleDescription(
    id: "placeholder-text",
    summary: worded(
      "text stands where something was still to be written",
      fr: "du texte se trouve là où il restait quelque chose à écrire"),
    rationale: worded(
      """
      “To be completed”, lorem ipsum and “insert figure here” are notes of the writer to themselves.
      """,
      fr: """
        « À compléter », lorem ipsum et « insérer le chiffre ici » sont des notes que le rédacteur s'adresse à \
        lui-même.
        """),
    defaultSeverity: .error, points: Tenths(150), cap: Tenths(600),
    failing: RuleDescription.Example(
      candidate: """
        The line opened in spring. ⟦Lorem ipsum⟧ dolor sit amet (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """),
    passing: RuleDescription.Example(
      candidate: """
        The line opened in spring (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    let sheet = manuscript.candidate
    return sheet.phrases(in: sheet.passage.pack.placeholders).filter { !sheet.isBracketedText($0) }.map {
      .strayWords(sheet.withBracket($0), of: sheet, message: message, remedy: remedy)
    }
  }

  private static func message(_ words: String) -> String {
    worded(
      "\(words) is a placeholder",
      fr: "\(words) est un texte provisoire")
  }
  private static let remedy = worded(
    "Write what is meant, or take it out",
    fr: "Écrivez ce qui est voulu, ou retirez-le")
}
