import Facts
import Languages
import StructuredText

/// A sentence stands where the sources should be listed.
enum SourcesPlaceholder: Rule {
  static let description = RuleDescription(
    id: "sources-placeholder",
    summary: "a sentence stands where the sources should be listed",
    rationale: """
      Language models replace a list of sources by a remark that it is the same as before. Readers of the \
      published article have no “before”. A remark instead of the whole list takes every point; beside real \
      entries it caps the score.
      """,
    defaultSeverity: .error, points: Tenths(1000), cap: Tenths(0),
    failing: RuleDescription.Example(
      candidate: """
        Traffic fell by 12%.

        ## Sources

        ⟦[The same sources as in the original article]⟧
        """),
    passing: RuleDescription.Example(
      candidate: """
        Traffic fell by 12% (Source: Regional transport survey).

        ## Sources

        *This article rests on one source:*

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let section = manuscript.candidate.sources, section.heading != nil else { return [] }
    let sheet = manuscript.candidate
    let isWhole = !section.entries.contains { $0.url != nil || !$0.dates.isEmpty }
    let suspects = section.prose.filter { isPlaceholder($0, of: sheet) }
    let named = isWhole && suspects.isEmpty ? Array(section.prose.prefix(1)) : suspects
    return named.map { sentence in
      let tokens = sheet.passage.sentences[sentence].tokens
      return Violation(
        isWhole
          ? wholeMessage(quoted(sheet.passage.text(of: tokens))) : partMessage(quoted(sheet.passage.text(of: tokens))),
        remedy: remedy, candidate: sheet.passage.place(of: tokens), baseline: manuscript.baseline?.sources?.heading,
        key: sheet.passage.text(of: tokens), points: isWhole ? nil : Tenths(400), cap: isWhole ? nil : Tenths(600))
    }
  }

  private static func isPlaceholder(_ sentence: Int, of sheet: FactSheet) -> Bool {
    let pack = sheet.passage.pack
    return sheet.passage.sentences[sentence].tokens.contains { index in
      pack.sourcesPlaceholders.match(sheet.passage.tokens, at: index) != nil
        || pack.placeholders.match(sheet.passage.tokens, at: index) != nil
    }
  }

  private static func wholeMessage(_ sentence: String) -> String { "Instead of the sources stands \(sentence)" }
  private static func partMessage(_ sentence: String) -> String { "Instead of some of the sources stands \(sentence)" }
  private static let remedy = "List each source with its name and URL"
}
