import Facts
import Wording

/// The words of a link lead to another page.
enum LinkAltered: Rule {
  static let description = RuleDescription(
    id: "link-altered",
    summary: worded("the words of a link lead to another page", fr: "les mots d'un lien mènent à une autre page"),
    rationale: worded(
      """
      Readers follow a link to check. One that leads elsewhere makes another page vouch for what is said.
      """,
      fr: """
        Les lecteurs suivent un lien pour vérifier. Celui qui mène ailleurs fait répondre une autre page de ce qui \
        est dit.
        """),
    defaultSeverity: .error, points: Tenths(100), cap: Tenths(800),
    failing: RuleDescription.Example(
      baseline: "The [council's minutes](https://mitteltal.org/minutes) tell how the vote went.",
      candidate: "The ⟦[council's minutes](https://mitteltal.org/budget)⟧ tell how the vote went."),
    passing: RuleDescription.Example(
      baseline: "The [council's minutes](https://mitteltal.org/minutes) tell how the vote went.",
      candidate: "How did the vote go? The [council's minutes](https://www.mitteltal.org/minutes/) tell."))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.citations.relinked.map { change in
      let old = comparison.baseline.citations[change.baseline]
      let new = comparison.candidate.citations[change.candidate]
      let words = quoted(comparison.candidate.passage.text(of: new.tokens))
      let addresses = old.words == new.words ? (address(old), address(new)) : (page(old), page(new))
      let pages = (quoted(addresses.0), quoted(addresses.1))
      return Violation(
        worded(
          "The link \(words) leads to \(pages.0) in the baseline, and here to \(pages.1)",
          fr: "Le lien \(words) mène à \(pages.0) dans l'article d'origine, et ici à \(pages.1)"),
        remedy: worded("Link to \(pages.0) again", fr: "Remettez le lien vers \(pages.0)"),
        candidate: comparison.candidate.passage.place(of: new.tokens),
        baseline: comparison.baseline.passage.place(of: old.tokens), key: keyed(addresses.0) + keyed(addresses.1))
    }
  }

  private static func page(_ link: Citation) -> String { link.words.first ?? "" }

  /// The page with the part of it that the link leads to.
  private static func address(_ link: Citation) -> String {
    page(link) + (link.fragment.map { "#" + $0 } ?? "")
  }
}
