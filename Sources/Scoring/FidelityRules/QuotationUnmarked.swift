import Facts
import StructuredText
import Wording

/// Words that the baseline quotes stand without quotation marks.
enum QuotationUnmarked: Rule {
  static let description = RuleDescription(
    id: "quotation-unmarked",
    summary: worded(
      "words that the baseline quotes stand without quotation marks",
      fr: "des mots que l'article d'origine cite ont perdu leurs guillemets"),
    rationale: worded(
      "Without the marks, the article claims as its own what somebody else said.",
      fr: "Sans les guillemets, l'article prend à son compte ce que quelqu'un d'autre a dit."),
    defaultSeverity: .warning, points: Tenths(20), cap: nil,
    failing: RuleDescription.Example(
      baseline: "“The tram has changed the way we shop,” says Marta Lind.",
      candidate: "Says Marta Lind: the tram has changed the way we shop."),
    passing: RuleDescription.Example(
      baseline: "“The tram has changed the way we shop,” says Marta Lind.",
      candidate: "Says Marta Lind: “the tram has changed the way we shop”."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.quotations.unmarked.map {
      .lostWords(comparison.baseline.quotations[$0].tokens, of: comparison.baseline, message: message, remedy: remedy)
    }
  }

  private static func message(_ words: String) -> String {
    worded(
      "The words \(words) are quoted in the baseline and stand here without quotation marks",
      fr: "Les mots \(words) sont une citation dans l'article d'origine, et n'ont pas de guillemets ici")
  }

  private static let remedy = worded("Put the marks back", fr: "Remettez les guillemets")
}
