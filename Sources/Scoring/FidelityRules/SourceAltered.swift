import Facts
import StructuredText
import Wording

/// An entry of the sources section says something else than in the baseline.
enum SourceAltered: Rule {
  static let description = RuleDescription(
    id: "source-altered",
    summary: worded(
      "an entry of the sources section says something else than in the baseline",
      fr: "une entrée de la liste des sources dit autre chose que dans l'article d'origine"),
    rationale: worded(
      """
      A source is its name, its address, its date. With another address or another name over the same address, \
      readers cannot find what was checked.
      """,
      fr: """
        Une source, c'est son nom, son adresse, sa date. Avec une autre adresse, ou un autre nom sur la même \
        adresse, les lecteurs ne retrouvent pas ce qui a été vérifié.
        """),
    defaultSeverity: .error, points: Tenths(150), cap: Tenths(800),
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
           - URL: ⟦https://transport-survey.org/2019⟧
        """),
    passing: RuleDescription.Example(
      baseline: """
        Traffic fell.

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """,
      candidate: """
        Traffic fell.

        ## Further reading

        - [Regional transport survey](http://www.transport-survey.org/2024/)
        """))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison, let old = comparison.baseline.sources,
      let new = comparison.candidate.sources
    else { return [] }
    return comparison.sources.altered.map { change in
      let original = old.entries[change.baseline]
      let restated = new.entries[change.candidate]
      let before = part(change.field, of: original)
      let after = part(change.field, of: restated)
      let isMissing = after == nil
      return Violation(
        message(change.field, of: quoted(original.name?.text ?? original.url?.text ?? ""), before?.text, after?.text),
        remedy: remedy(change.field), candidate: after?.range ?? restated.range,
        baseline: before?.range ?? original.range,
        key: "\(change.field)" + (original.urlKey ?? original.name?.text ?? ""),
        points: isMissing && change.field != .url ? Tenths(60) : nil,
        cap: isMissing && change.field != .url ? .full : nil)
    }
  }

  private static func part(_ field: SourceChanges.Field, of source: Source) -> Source.Part? {
    switch field {
    case .name: source.name
    case .url: source.url
    case .date: source.date
    case .reliability: source.reliability
    }
  }

  private static func message(
    _ field: SourceChanges.Field, of source: String, _ before: String?, _ after: String?
  ) -> String {
    guard let after else {
      return worded(
        "The \(noun(field)) of the source \(source) is missing",
        fr: "Il manque \(noun(field)) de la source \(source)")
    }
    return
      worded(
        "The \(noun(field)) of the source \(source) is \(quoted(before ?? "")) in the baseline, and here \(quoted(after))",
        fr: """
          Dans l'article d'origine, \(noun(field)) de la source \(source) est \(quoted(before ?? "")), et ici \
          \(quoted(after))
          """)
  }

  private static func remedy(_ field: SourceChanges.Field) -> String {
    worded(
      "Give the \(noun(field)) of the baseline; what is wrong there is mended there first",
      fr: "Donnez \(noun(field)) de l'article d'origine ; ce qui y est faux se corrige d'abord là")
  }

  private static func noun(_ field: SourceChanges.Field) -> String {
    switch field {
    case .name: worded("name", fr: "le nom")
    case .url: worded("URL", fr: "l'URL")
    case .date: worded("date", fr: "la date")
    case .reliability: worded("reliability", fr: "la fiabilité")
    }
  }
}
