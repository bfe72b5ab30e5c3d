import Facts
import StructuredText

/// No citation stands near a figure.
enum FigureUncited: Rule {
  static let description = RuleDescription(
    id: "figure-uncited",
    summary: "no citation stands near a figure",
    rationale: """
      Every figure needs a source that a reader can see: in its sentence, its paragraph or under its heading, \
      unless the same figure is cited elsewhere.
      """,
    defaultSeverity: .warning, points: Tenths(10), cap: nil,
    failing: RuleDescription.Example(
      candidate: """
        Traffic fell in the centre (Source: Regional transport survey).

        ## Outside

        In the suburbs it grew by ⟦17%⟧.

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """),
    passing: RuleDescription.Example(
      candidate: """
        In the suburbs, traffic grew by 17% (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """), isAboutSourcing: true)

  static func violations(in manuscript: Manuscript) -> [Violation] {
    let sheet = manuscript.candidate
    guard manuscript.comparison == nil, sheet.sources?.entries.isEmpty == false else { return [] }
    let citedSections = Set(sheet.citations.map { sheet.section(ofSentence: $0.sentence) })
    let weighty = sheet.facts.filter { $0.figure != nil && !$0.isIncidental }
    let cited = weighty.filter { citedSections.contains(sheet.section(ofSentence: $0.sentence)) }.compactMap(\.figure)
    let share = Tenths(max(10, 500 / max(1, weighty.count)))
    return weighty.compactMap { fact in
      guard let figure = fact.figure, sheet.passage.sentences[fact.sentence].role != .heading,
        !citedSections.contains(sheet.section(ofSentence: fact.sentence)),
        !cited.contains(where: { [.same, .derived].contains(figure.relation(to: $0)) || figure.isComplement(of: $0) })
      else { return nil }
      let words = quoted(sheet.text(of: fact))
      return Violation(message(words), remedy: remedy, candidate: sheet.place(of: fact), key: words, points: share)
    }
  }

  private static func message(_ words: String) -> String { "No source is cited for \(words)" }
  private static let remedy = "Cite the source in the sentence or its paragraph"
}
