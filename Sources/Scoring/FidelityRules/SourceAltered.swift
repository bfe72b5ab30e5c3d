import Facts
import StructuredText

/// An entry of the sources section says something else than in the baseline.
enum SourceAltered: Rule {
  static let description = RuleDescription(
    id: "source-altered",
    summary: "an entry of the sources section says something else than in the baseline",
    rationale: """
      A source is its name, its address, its date. With another address or another name over the same address, \
      readers cannot find what was checked.
      """,
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
    guard let after else { return "The \(noun(field)) of the source \(source) is missing" }
    return
      "The \(noun(field)) of the source \(source) is \(quoted(before ?? "")) in the baseline, and here \(quoted(after))"
  }

  private static func remedy(_ field: SourceChanges.Field) -> String {
    "Give the \(noun(field)) of the baseline; what is wrong there is mended there first"
  }

  private static func noun(_ field: SourceChanges.Field) -> String {
    switch field {
    case .name: "name"
    case .url: "URL"
    case .date: "date"
    case .reliability: "reliability"
    }
  }
}
