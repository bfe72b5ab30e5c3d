import Facts
import Manuscripts
import StructuredText

/// A citation names a source that is not listed.
enum CitationUnresolved: Rule {
  static let description = RuleDescription(
    id: "citation-unresolved",
    summary: "a citation names a source that is not listed",
    rationale: """
      A name in parentheses is worth what stands behind it in the list. Short names and initials are \
      understood.
      """,
    defaultSeverity: .error, points: Tenths(100), cap: nil,
    failing: RuleDescription.Example(
      candidate: """
        Traffic fell by 12% ⟦(Source: Harbour authority)⟧.

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
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
    guard let section = sheet.sources, !section.entries.isEmpty else { return [] }
    return sheet.citations.compactMap { citation in
      guard citation.source == nil, citation.form == .marked || citation.form == .footnote else { return nil }
      // A footnote may be a remark.
      if citation.form == .footnote, sheet.article.tree.footnotes.contains(where: { [$0.label] == citation.words }) {
        return nil
      }
      let words = quoted(sheet.text(of: citation))
      return Violation(message(words), remedy: remedy, candidate: sheet.place(of: citation), key: words)
    }
  }

  private static func message(_ words: String) -> String { "\(words) names none of the listed sources" }
  private static let remedy = "List the source, or name one that is listed as it is listed"
}
