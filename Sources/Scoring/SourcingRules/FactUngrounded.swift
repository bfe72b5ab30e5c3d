import Facts
import StructuredText

/// A figure or quotation stands in no file of the dossier.
enum FactUngrounded: Rule {
  static let description = RuleDescription(
    id: "fact-ungrounded",
    summary: "a figure or quotation stands in no file of the dossier",
    rationale: "Where a dossier is kept, the factual article may say what it says and no more.",
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

  private static func message(_ words: String) -> String { "\(words) stands nowhere in the dossier" }
  private static let remedy = "Correct it, or add the source that says it to the dossier"
}
