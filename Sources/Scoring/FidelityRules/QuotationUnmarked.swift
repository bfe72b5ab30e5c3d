import Facts
import StructuredText

/// Words that the baseline quotes stand without quotation marks.
enum QuotationUnmarked: Rule {
  static let description = RuleDescription(
    id: "quotation-unmarked",
    summary: "words that the baseline quotes stand without quotation marks",
    rationale: "Without the marks, the article claims as its own what somebody else said.",
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
    "The words \(words) are quoted in the baseline and stand here without quotation marks"
  }

  private static let remedy = "Put the marks back"
}
