import Facts
import StructuredText
import Wording

/// A date of the baseline is nowhere in the text.
enum DateLost: Rule {
  static let description = RuleDescription(
    id: "date-lost",
    summary: worded(
      "a date of the baseline is nowhere in the text",
      fr: "une date de l'article d'origine n'est plus nulle part dans le texte"),
    rationale: worded(
      """
      A statement without its date claims to hold for ever. A date may be written in any notation, or less \
      exactly.
      """,
      fr: """
        Une affirmation sans sa date prétend valoir pour toujours. Une date peut s'écrire de toutes les façons, ou \
        moins précisément.
        """),
    defaultSeverity: .error, points: Tenths(60), cap: nil,
    failing: RuleDescription.Example(
      baseline: "The bridge opened on 14 March 2021. It is 300 metres long.",
      candidate: "The bridge is 300 metres long."),
    passing: RuleDescription.Example(
      baseline: "The bridge opened on 14 March 2021. It is 300 metres long.",
      candidate: "The bridge, opened in March 2021, is 300 metres long."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    Violation.lostAmounts(in: manuscript, where: { $0.figure == nil }, message: message, remedy: remedy)
  }

  private static func message(_ words: String, _ sentence: String) -> String {
    worded(
      "The date \(words) of the baseline is missing: \(sentence)",
      fr: "La date \(words) de l'article d'origine manque : \(sentence)")
  }

  private static let remedy = worded(
    "Give the date again, in any notation",
    fr: "Redonnez la date, écrite comme vous voulez")
}
