import Facts
import StructuredText
import Wording

/// The URL of a source is no web address, or one that stands for another.
enum SourceURLInvalid: Rule {
  static let description = RuleDescription(
    id: "source-url-invalid",
    summary: worded(
      "the URL of a source is no web address, or one that stands for another",
      fr: "l'URL d'une source n'est pas une adresse web, ou en remplace une autre"),
    rationale: worded(
      """
      example.com and the like are written where somebody meant to fill in the real address.
      """,
      fr: """
        On écrit example.com et les adresses de ce genre là où l'on comptait mettre la vraie.
        """),
    defaultSeverity: .error, points: Tenths(100), cap: nil,
    failing: RuleDescription.Example(
      candidate: """
        Traffic fell (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: ⟦https://example.com/survey⟧
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
      guard let url = source.url else { return nil }
      if let key = source.urlKey, !isReserved(key) { return nil }
      return Violation(message(quoted(url.text)), remedy: remedy, candidate: url.range, key: url.text)
    }
  }

  /// RFC 2606 and RFC 6761 reserve these names for examples and tests.
  private static func isReserved(_ key: String) -> Bool {
    let host = key.prefix { $0 != "/" && $0 != "?" && $0 != ":" }
    let labels = host.split(separator: ".")
    guard let last = labels.last else { return true }
    if ["example", "test", "invalid", "localhost", "local"].contains(last) { return true }
    return labels.count >= 2 && labels[labels.count - 2] == "example" && ["com", "net", "org", "fr"].contains(last)
  }

  private static func message(_ url: String) -> String {
    worded(
      "\(url) is not the address of a page",
      fr: "\(url) n'est pas l'adresse d'une page")
  }
  private static let remedy = worded(
    "Give the address where the source can be read",
    fr: "Donnez l'adresse où la source peut être lue")
}
