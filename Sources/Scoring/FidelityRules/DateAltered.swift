import Facts
import StructuredText
import Wording

/// A date of the baseline is another one.
enum DateAltered: Rule {
  static let description = RuleDescription(
    id: "date-altered",
    summary: worded(
      "a date of the baseline is another one",
      fr: "une date de l'article d'origine est devenue une autre"),
    rationale: worded(
      """
      A date says when something holds; another date is another fact. A date may be written in any notation, \
      or less exactly.
      """,
      fr: """
        Une date dit quand une chose est vraie ; une autre date est un autre fait. Une date peut s'écrire de toutes \
        les façons, ou moins précisément.
        """),
    defaultSeverity: .error, points: Tenths(150), cap: Tenths(600),
    failing: RuleDescription.Example(
      baseline: "The bridge opened on 14 March 2021.",
      candidate: "The bridge opened on ⟦14 May 2021⟧."),
    passing: RuleDescription.Example(
      baseline: "The bridge opened on 14 March 2021.",
      candidate: "The bridge opened on March 14, 2021."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    Violation.alteredAmounts(
      in: manuscript, where: { $0.figure == nil || $1.figure == nil }, message: message, remedy: remedy)
  }

  private static func message(_ before: String, _ after: String) -> String {
    worded(
      "The baseline says \(before), and here it is \(after)",
      fr: "L'article d'origine dit \(before), et ici on lit \(after)")
  }

  private static func remedy(_ before: String) -> String {
    worded(
      "Write \(before) again, in any notation",
      fr: "Remettez \(before), écrit comme vous voulez")
  }
}
