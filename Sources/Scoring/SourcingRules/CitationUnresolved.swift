import Facts
import Manuscripts
import StructuredText
import Wording

/// A citation names a source that is not listed.
enum CitationUnresolved: Rule {
  static let description = RuleDescription(
    id: "citation-unresolved",
    summary: worded(
      "a citation names a source that is not listed",
      fr: "une référence nomme une source qui n'est pas dans la liste"),
    rationale: worded(
      """
      A name in parentheses, or a number in brackets where the list is numbered, is worth what stands behind it in \
      the list. Short names and initials are understood.
      """,
      fr: """
        Un nom entre parenthèses, ou un numéro entre crochets quand la liste est numérotée, vaut ce qui se trouve \
        derrière lui dans la liste. Les noms abrégés et les sigles sont compris.
        """),
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
      guard citation.source == nil, [.marked, .footnote, .numbered].contains(citation.form) else { return nil }
      // A footnote may be a remark.
      if citation.form == .footnote, sheet.article.tree.footnotes.contains(where: { [$0.label] == citation.words }) {
        return nil
      }
      let words = sheet.text(of: citation)
      return Violation(message(quoted(words)), remedy: remedy, candidate: sheet.place(of: citation), key: keyed(words))
    }
  }

  private static func message(_ words: String) -> String {
    worded(
      "\(words) names none of the listed sources",
      fr: "\(words) ne nomme aucune des sources de la liste")
  }
  private static let remedy = worded(
    "List the source, or name one that is listed as it is listed",
    fr: "Ajoutez la source à la liste, ou nommez-en une comme elle y est nommée")
}
