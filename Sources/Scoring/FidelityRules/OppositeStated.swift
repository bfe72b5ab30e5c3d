import Facts
import Wording

/// A word has become its opposite.
enum OppositeStated: Rule {
  static let description = RuleDescription(
    id: "opposite-stated",
    summary: worded("a word has become its opposite", fr: "un mot est devenu son contraire"),
    rationale: worded(
      """
      Public for private, before for after, accepted for rejected: one word, and the statement is another. So is it \
      when two parties change places, and whoever invited is now the guest. Where a sentence is told with quite other \
      words, it is a warning that costs a point: somebody should read both. Where both parties are named, or who did \
      what is told of two deeds, it is an error all the same.
      """,
      fr: """
        Public pour privé, avant pour après, accepté pour rejeté : un mot, et l'affirmation est une autre. De même \
        quand deux parties échangent leurs places, et que celui qui invitait devient l'invité. Quand une phrase est \
        dite avec de tout autres mots, c'est un avertissement qui coûte un point : quelqu'un doit lire les deux. \
        Quand les deux parties sont nommées, ou que deux actes échangent leurs auteurs, c'est tout de même une erreur.
        """),
    defaultSeverity: .error, points: Tenths(150), cap: Tenths(600),
    failing: RuleDescription.Example(
      baseline: "The council accepted the offer of the railway company.",
      candidate: "The council ⟦rejected⟧ the offer of the railway company."),
    passing: RuleDescription.Example(
      baseline: "The council accepted the offer of the railway company.",
      candidate: "The offer of the railway company was accepted by the council."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.claims.filter { [.oppositeStated].contains($0.kind) }.map {
      Violation.changedClaim(comparison, $0, message: message, remedy: remedy)
    }
  }

  private static func message(_ before: String, _ after: String) -> String {
    worded(
      "The baseline says \(before), the text says the opposite: \(after)",
      fr: "L'article d'origine dit \(before), le texte dit le contraire : \(after)")
  }

  private static func remedy(_ before: String) -> String {
    worded(
      "Write \(before) again, or a word that means the same",
      fr: "Remettez \(before), ou un mot qui dit la même chose")
  }
}
