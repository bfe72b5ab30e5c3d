import Facts
import StructuredText

/// An entry of the sources section lacks a part that the policy requires.
enum SourceIncomplete: Rule {
  static let description = RuleDescription(
    id: "source-incomplete",
    summary: "an entry of the sources section lacks a part that the policy requires",
    rationale: """
      A source without an address, or with an empty one, cannot be looked up. The policy says which parts an \
      entry must have.
      """,
    defaultSeverity: .error, points: Tenths(100), cap: nil,
    failing: RuleDescription.Example(
      candidate: """
        Traffic fell (Source: Regional transport survey).

        ## Sources

        1. ⟦**Regional transport survey**
           - URL:⟧
        """),
    passing: RuleDescription.Example(
      candidate: """
        Traffic fell (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """), isAboutSourcing: true)

  static func violations(in manuscript: Manuscript) -> [Violation] {
    (manuscript.candidate.sources?.entries ?? []).compactMap { source in
      let missing = manuscript.settings.requiredSourceFields.filter { !has($0, source) }
      guard !missing.isEmpty else { return nil }
      let parts = missing.map(\.rawValue).joined(separator: ", ")
      let name = quoted(source.name?.text ?? source.url?.text ?? "")
      // A bare address is a poor entry, but it can be looked up.
      let isBareAddress = missing == [.name] && source.urlKey != nil
      return Violation(
        message(name, parts), remedy: remedy(parts), candidate: source.range, key: name + parts,
        points: isBareAddress ? .zero : nil, severity: isBareAddress ? .warning : nil)
    }
  }

  private static func has(_ field: RuleSettings.SourceField, _ source: Source) -> Bool {
    switch field {
    case .name: source.name != nil
    case .url: source.url != nil
    case .date: !source.dates.isEmpty
    case .type: source.type != nil
    case .reliability: source.reliabilityOfTen != nil
    }
  }

  private static func message(_ name: String, _ parts: String) -> String { "The source \(name) has no \(parts)" }
  private static func remedy(_ parts: String) -> String { "Add the missing part: \(parts)" }
}
