import Facts
import StructuredText
import Wording

/// No citation stands near a figure.
enum FigureUncited: Rule {
  static let description = RuleDescription(
    id: "figure-uncited",
    summary: worded("no citation stands near a figure", fr: "aucune référence ne se trouve près d'un chiffre"),
    rationale: worded(
      """
      Every figure needs a source that a reader can see: in its sentence, its paragraph or under its heading, \
      unless the same figure is cited elsewhere.
      """,
      fr: """
        Chaque chiffre a besoin d'une source que le lecteur puisse voir : dans sa phrase, dans son paragraphe ou \
        sous son titre, à moins que le même chiffre soit sourcé ailleurs.
        """),
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
      let words = sheet.text(of: fact)
      return Violation(
        message(quoted(words)), remedy: remedy, candidate: sheet.place(of: fact), key: keyed(words), points: share)
    }
  }

  private static func message(_ words: String) -> String {
    worded(
      "No source is cited for \(words)",
      fr: "Aucune source n'est donnée pour \(words)")
  }
  private static let remedy = worded(
    "Cite the source in the sentence or its paragraph",
    fr: "Donnez la source dans la phrase ou dans son paragraphe")
}
