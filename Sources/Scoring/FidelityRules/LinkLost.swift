import Facts
import StructuredText
import Wording

/// A page that the baseline links to is linked nowhere.
enum LinkLost: Rule {
  static let description = RuleDescription(
    id: "link-lost",
    summary: worded(
      "a page that the baseline links to is linked nowhere",
      fr: "une page vers laquelle l'article d'origine fait un lien n'en a plus aucun"),
    rationale: worded(
      """
      Links are how readers check. A page may be linked from other words, or in another form.
      """,
      fr: """
        C'est par les liens que les lecteurs vérifient. Une page peut être liée depuis d'autres mots, ou sous une \
        autre forme.
        """),
    defaultSeverity: .error, points: Tenths(60), cap: nil,
    failing: RuleDescription.Example(
      baseline: "Details are in [the annual report](https://mitteltal.org/report).",
      candidate: "Details are in the annual report."),
    passing: RuleDescription.Example(
      baseline: "Details are in [the annual report](https://mitteltal.org/report).",
      candidate: "[Read the report](https://mitteltal.org/report) for details."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.citations.lostLinks.map { index in
      let citation = comparison.baseline.citations[index]
      let page = citation.words.first ?? ""
      return Violation(
        message(quoted(page)), remedy: remedy, candidate: nil,
        baseline: comparison.baseline.passage.place(of: citation.tokens),
        key: keyed(page))
    }
      + comparison.citations.lostMailboxes.map {
        Violation.lostWords($0, of: comparison.baseline, message: message, remedy: remedy)
      }
  }

  private static func message(_ page: String) -> String {
    worded(
      "The baseline links to \(page), the text no longer does",
      fr: "L'article d'origine fait un lien vers \(page), le texte n'en fait plus")
  }

  private static let remedy = worded("Link to the page again", fr: "Remettez un lien vers la page")
}
