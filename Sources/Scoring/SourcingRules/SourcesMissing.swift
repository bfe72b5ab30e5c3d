import Facts
import StructuredText
import Wording

/// The article lists no sources.
enum SourcesMissing: Rule {
  static let description = RuleDescription(
    id: "sources-missing",
    summary: worded("the article lists no sources", fr: "l'article ne donne aucune source"),
    rationale: worded(
      """
      Nobody can check an article that does not say what it rests on. Sources may stand in a section, in \
      footnotes, or in the front matter; with a baseline, those of the baseline must be there.
      """,
      fr: """
        Personne ne peut vérifier un article qui ne dit pas sur quoi il repose. Les sources peuvent se trouver dans \
        une section, dans des notes de bas de page ou dans l'en-tête ; quand il y a un article d'origine, les \
        siennes doivent s'y trouver.
        """),
    defaultSeverity: .error, points: Tenths(1000), cap: Tenths(0),
    failing: RuleDescription.Example(candidate: "Traffic fell by 12% in 2024."),
    passing: RuleDescription.Example(
      candidate: """
        Traffic fell by 12% in 2024 (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    let entries = manuscript.candidate.sources?.entries ?? []
    // A section that holds words but no entries is the placeholder rule's to report.
    if entries.isEmpty, manuscript.candidate.sources?.prose.isEmpty == false { return [] }
    if let comparison = manuscript.comparison {
      guard let before = comparison.baseline.sources, !before.entries.isEmpty, comparison.sources.areGone else {
        return []
      }
      return [
        Violation(
          goneMessage(before.entries.count), remedy: goneRemedy, candidate: manuscript.candidate.sources?.heading,
          baseline: before.entries[0].range, key: "gone")
      ]
    }
    guard entries.count < manuscript.settings.minimumSources else { return [] }
    let isNone = entries.isEmpty
    return [
      Violation(
        isNone ? message : tooFewMessage(entries.count, manuscript.settings.minimumSources), remedy: remedy,
        candidate: manuscript.candidate.sources?.heading, key: "missing", points: isNone ? nil : Tenths(250),
        cap: isNone ? nil : .full)
    ]
  }

  private static let message = worded("The article lists no sources", fr: "L'article ne donne aucune source")
  private static let remedy = worded(
    "Add a section “Sources” with the name and URL of each",
    fr: "Ajoutez une section « Sources » avec le nom et l'URL de chacune")
  private static let goneRemedy = worded(
    "Copy the entries of the baseline’s sources section",
    fr: "Copiez les entrées de la liste des sources de l'article d'origine")

  private static func tooFewMessage(_ count: Int, _ least: Int) -> String {
    worded(
      "The article lists \(count) of at least \(least) sources",
      fr: "L'article donne \(count) des \(least) sources demandées au moins")
  }

  private static func goneMessage(_ count: Int) -> String {
    count == 1
      ? worded(
        "The one source of the baseline is gone",
        fr: "La seule source de l'article d'origine a disparu")
      : worded(
        "None of the \(count) sources of the baseline is left",
        fr: "Aucune des \(count) sources de l'article d'origine n'est restée")
  }
}
