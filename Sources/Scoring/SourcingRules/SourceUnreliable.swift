import Facts
import StructuredText
import Wording

/// A source is rated below what the policy asks for.
enum SourceUnreliable: Rule {
  static let description = RuleDescription(
    id: "source-unreliable",
    summary: worded(
      "a source is rated below what the policy asks for",
      fr: "une source est notée au-dessous de ce que la charte demande"),
    rationale: worded(
      "The team rates its sources; what rests on a poor one deserves a second look.",
      fr: "La rédaction note ses sources ; ce qui repose sur une source médiocre mérite un second regard."),
    defaultSeverity: .warning, points: nil, cap: nil,
    failing: RuleDescription.Example(
      candidate: """
        Traffic fell (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
           - Reliability: ⟦3/10⟧
        """),
    passing: RuleDescription.Example(
      candidate: """
        Traffic fell (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
           - Reliability: 8/10
        """), isAboutSourcing: true)

  static func violations(in manuscript: Manuscript) -> [Violation] {
    (manuscript.candidate.sources?.entries ?? []).compactMap { source in
      guard let rating = source.reliabilityOfTen, rating < manuscript.settings.minimumReliability,
        let part = source.reliability
      else { return nil }
      let name = source.name?.text ?? source.url?.text ?? ""
      return Violation(
        message(quoted(name), rating, manuscript.settings.minimumReliability), remedy: remedy, candidate: part.range,
        key: keyed(name))
    }
  }

  private static func message(_ name: String, _ rating: Int, _ least: Int) -> String {
    worded(
      "The source \(name) is rated \(rating)/10, and the policy asks for \(least)/10",
      fr: "La source \(name) est notée \(rating)/10, et la charte demande \(least)/10")
  }

  private static let remedy = worded(
    "Find a better source for what rests on it",
    fr: "Trouvez une meilleure source pour ce qui repose sur elle")
}
