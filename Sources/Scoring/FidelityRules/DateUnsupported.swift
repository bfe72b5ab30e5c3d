import Facts
import StructuredText
import Wording

/// A date stands neither in the baseline nor in the dossier.
enum DateUnsupported: Rule {
  static let description = RuleDescription(
    id: "date-unsupported",
    summary: worded(
      "a date stands neither in the baseline nor in the dossier",
      fr: "une date ne figure ni dans l'article d'origine ni dans le dossier"),
    rationale: worded(
      "A date that nobody sourced is invented, however plausible.",
      fr: "Une date sans source est inventée, si plausible soit-elle."),
    defaultSeverity: .error, points: Tenths(100), cap: Tenths(800),
    failing: RuleDescription.Example(
      baseline: "The bridge opened in spring.",
      candidate: "The bridge opened on ⟦3 April 2019⟧."),
    passing: RuleDescription.Example(
      baseline: "The bridge opened on 3 April 2019.",
      candidate: "It was on 3 April 2019 that the bridge opened."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    Violation.unsupportedAmounts(
      in: manuscript, where: { $0.figure == nil }, message: message, remedy: remedy)
  }

  private static func message(_ words: String) -> String {
    worded(
      "The date \(words) stands neither in the baseline nor in the dossier",
      fr: "La date \(words) ne figure ni dans l'article d'origine ni dans le dossier")
  }

  private static let remedy = worded(
    "Take it out, or have it sourced in the factual version first",
    fr: "Retirez-la, ou faites-la d'abord sourcer dans la version factuelle")
}
