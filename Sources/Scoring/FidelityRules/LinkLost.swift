import Facts
import StructuredText

/// A page that the baseline links to is linked nowhere.
enum LinkLost: Rule {
  static let description = RuleDescription(
    id: "link-lost",
    summary: "a page that the baseline links to is linked nowhere",
    rationale: """
      Links are how readers check. A page may be linked from other words, or in another form.
      """,
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
      let page = quoted(citation.words.first ?? "")
      return Violation(
        message(page), remedy: remedy, candidate: nil, baseline: comparison.baseline.passage.place(of: citation.tokens),
        key: page)
    }
  }

  private static func message(_ page: String) -> String { "The baseline links to \(page), the text no longer does" }

  private static let remedy = "Link to the page again"
}
