import Facts
import StructuredText
import Wording

/// A figure or quotation stands in no file of the dossier.
enum FactUngrounded: Rule {
  static let description = RuleDescription(
    id: "fact-ungrounded",
    summary: worded(
      "a figure or quotation stands in no file of the dossier",
      fr: "un chiffre ou une citation ne figure dans aucun fichier du dossier"),
    rationale: worded(
      "Where a dossier is kept, the factual article may say what it says and no more.",
      fr: "Là où l'on tient un dossier, la version factuelle peut dire ce qu'il dit, et rien de plus."),
    defaultSeverity: .error, points: Tenths(150), cap: Tenths(600),
    failing: RuleDescription.Example(
      dossier: "The survey counted 4,200 passengers a day.",
      candidate: """
        The line carries ⟦5,200⟧ passengers a day (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """),
    passing: RuleDescription.Example(
      dossier: "The survey counted 4,200 passengers a day.",
      candidate: """
        The line carries 4 200 passengers a day (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard manuscript.comparison == nil, !manuscript.dossier.isEmpty else { return [] }
    let sheet = manuscript.candidate
    return FactGrounding(candidate: sheet, dossier: manuscript.dossier).ungrounded().map {
      .strayWords($0, of: sheet, message: message, remedy: remedy)
    }
  }

  private static func message(_ words: String) -> String {
    worded(
      "\(words) stands nowhere in the dossier",
      fr: "\(words) ne figure nulle part dans le dossier")
  }
  private static let remedy = worded(
    "Correct it, or add the source that says it to the dossier",
    fr: "Corrigez-le, ou ajoutez au dossier la source qui le dit")
}
