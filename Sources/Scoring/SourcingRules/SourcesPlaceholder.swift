import Facts
import Languages
import StructuredText
import Wording

/// A sentence stands where the sources should be listed.
enum SourcesPlaceholder: Rule {
  static let description = RuleDescription(
    id: "sources-placeholder",
    summary: worded(
      "a sentence stands where the sources should be listed",
      fr: "une phrase se trouve là où les sources devraient être listées"),
    rationale: worded(
      """
      Language models replace a list of sources by a remark that it is the same as before. Readers of the \
      published article have no “before”. A remark instead of the whole list takes every point; beside real \
      entries it caps the score.
      """,
      fr: """
        Les modèles de langage remplacent une liste de sources par la remarque qu'elle est la même qu'avant. Les \
        lecteurs de l'article publié n'ont pas d'« avant ». Une remarque au lieu de toute la liste prend tous les \
        points ; à côté de vraies entrées, elle plafonne le score.
        """),
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

  private static func wholeMessage(_ sentence: String) -> String {
    worded(
      "Instead of the sources stands \(sentence)",
      fr: "Au lieu des sources, on lit \(sentence)")
  }
  private static func partMessage(_ sentence: String) -> String {
    worded(
      "Instead of some of the sources stands \(sentence)",
      fr: "Au lieu d'une partie des sources, on lit \(sentence)")
  }
  private static let remedy = worded(
    "List each source with its name and URL",
    fr: "Donnez chaque source avec son nom et son URL")
}
