package import Facts
import StructuredText
import Wording

/// An entry of the sources section lacks a part that the policy requires.
enum SourceIncomplete: Rule {
  static let description = RuleDescription(
    id: "source-incomplete",
    summary: worded(
      "an entry of the sources section lacks a part that the policy requires",
      fr: "il manque à une entrée de la liste des sources un élément que la charte exige"),
    rationale: worded(
      """
      A source without an address, or with an empty one, cannot be looked up. The policy says which parts an \
      entry must have.
      """,
      fr: """
        Une source sans adresse, ou à l'adresse vide, ne peut pas être consultée. La charte dit quels éléments une \
        entrée doit avoir.
        """),
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
      let missing = manuscript.settings.missingFields(of: source)
      guard !missing.isEmpty else { return nil }
      let parts = missing.map(\.noun).joined(separator: ", ")
      let name = source.name?.text ?? source.url?.text ?? ""
      // A bare address is a poor entry, but it can be looked up.
      let isBareAddress = missing == [.name] && source.urlKey != nil
      return Violation(
        message(quoted(name), parts), remedy: remedy(parts), candidate: source.range,
        key: keyed(name) + missing.map(\.rawValue).joined(separator: ", "),
        points: isBareAddress ? .zero : nil, severity: isBareAddress ? .warning : nil)
    }
  }

  private static func message(_ name: String, _ parts: String) -> String {
    worded(
      "The source \(name) has no \(parts)",
      fr: "Il manque à la source \(name) : \(parts)")
  }
  private static func remedy(_ parts: String) -> String {
    worded(
      "Add the missing part: \(parts)",
      fr: "Ajoutez ce qui manque : \(parts)")
  }
}

extension RuleSettings {
  /// Returns the parts that the policy requires and that an entry lacks.
  package func missingFields(of source: Source) -> [SourceField] {
    requiredSourceFields.filter { field in
      switch field {
      case .name: source.name == nil
      case .url: source.url == nil
      case .date: source.dates.isEmpty
      case .type: source.type == nil
      case .reliability: source.reliabilityOfTen == nil && source.reliabilityGrade == nil
      }
    }
  }
}
