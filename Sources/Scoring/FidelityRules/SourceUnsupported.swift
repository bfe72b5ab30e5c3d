import Facts
import StructuredText
import Wording

/// A source is listed that the baseline does not have.
enum SourceUnsupported: Rule {
  static let description = RuleDescription(
    id: "source-unsupported",
    summary: worded(
      "a source is listed that the baseline does not have",
      fr: "la liste contient une source que l'article d'origine n'a pas"),
    rationale: worded(
      """
      A source that the fact check never saw vouches for nothing, and invented ones look real.
      """,
      fr: """
        Une source que la vérification n'a jamais vue ne répond de rien, et les sources inventées ont l'air vraies.
        """),
    defaultSeverity: .error, points: Tenths(100), cap: Tenths(800),
    failing: RuleDescription.Example(
      baseline: """
        Traffic fell.

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """,
      candidate: """
        Traffic fell.

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        2. **⟦Journal of Urban Motion⟧**
           - URL: https://urban-motion.org/7
        """),
    passing: RuleDescription.Example(
      baseline: """
        Traffic fell.

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        2. **City budget office**
           - URL: https://budget.mitteltal.org/2024
        """,
      candidate: """
        Traffic fell.

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        2. **City budget office**
           - URL: https://budget.mitteltal.org/2024
        """))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return listed(in: comparison, dossier: manuscript.dossier) + credited(in: comparison)
  }

  /// Sources that the text credits and nothing names.
  private static func credited(in comparison: FactComparison) -> [Violation] {
    comparison.names.credited.map {
      .strayWords(
        comparison.candidate.names[$0].tokens, of: comparison.candidate,
        message: {
          worded(
            "The text credits \($0), which the baseline does not name",
            fr: "Le texte s'appuie sur \($0), que l'article d'origine ne nomme pas")
        }, remedy: remedy)
    }
  }

  private static func listed(in comparison: FactComparison, dossier: [FactSheet]) -> [Violation] {
    guard let new = comparison.candidate.sources, comparison.baseline.sources?.entries.isEmpty == false else {
      return []
    }
    let known = Set(
      dossier.flatMap { sheet in
        (sheet.sources?.entries ?? []).compactMap(\.urlKey)
          + sheet.citations.filter { $0.form == .link }.flatMap(\.words)
      })
    return comparison.sources.added.compactMap { index in
      let source = new.entries[index]
      if let key = source.urlKey, known.contains(key) { return nil }
      // A page that the baseline links to is one that it knows.
      if let key = source.urlKey,
        comparison.baseline.citations.contains(where: { $0.form == .link && $0.words == [key] })
      {
        return nil
      }
      let name = source.name?.text ?? source.url?.text ?? ""
      return Violation(
        message(quoted(name)), remedy: remedy, candidate: source.name?.range ?? source.range,
        key: source.urlKey ?? keyed(name))
    }
  }

  private static func message(_ name: String) -> String {
    worded(
      "The source \(name) is not one of the baseline’s",
      fr: "La source \(name) n'est pas de celles de l'article d'origine")
  }

  private static let remedy = worded(
    "Take it out, or have it checked in the factual version first",
    fr: "Retirez-la, ou faites-la d'abord vérifier dans la version factuelle")
}
