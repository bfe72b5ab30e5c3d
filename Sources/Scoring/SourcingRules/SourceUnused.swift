import Facts
import StructuredText
import Wording

/// A listed source is cited nowhere.
enum SourceUnused: Rule {
  static let description = RuleDescription(
    id: "source-unused",
    summary: worded("a listed source is cited nowhere", fr: "une source de la liste n'est mentionnée nulle part"),
    rationale: worded(
      "A source that supports nothing makes the list look stronger than the article.",
      fr: "Une source qui n'appuie rien fait paraître la liste plus solide que l'article."),
    defaultSeverity: .warning, points: Tenths(10), cap: nil,
    failing: RuleDescription.Example(
      candidate: """
        Traffic fell by 12% (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        2. ⟦**City budget office**
           - URL: https://budget.mitteltal.org/2024⟧
        """),
    passing: RuleDescription.Example(
      candidate: """
        Traffic fell by 12% (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """), isAboutSourcing: true)

  static func violations(in manuscript: Manuscript) -> [Violation] {
    let sheet = manuscript.candidate
    guard let section = sheet.sources, section.entries.count > 1 else { return [] }
    return sheet.unusedSources().sorted().map { index in
      let source = section.entries[index]
      let name = source.name?.text ?? source.url?.text ?? ""
      return Violation(message(quoted(name)), remedy: remedy, candidate: source.range, key: keyed(name))
    }
  }

  private static func message(_ name: String) -> String {
    worded(
      "The source \(name) is listed, and nothing cites it",
      fr: "La source \(name) est dans la liste, et rien ne la mentionne")
  }
  private static let remedy = worded(
    "Cite it where it supports something, or take it out of the list",
    fr: "Mentionnez-la là où elle appuie quelque chose, ou retirez-la de la liste")
}
