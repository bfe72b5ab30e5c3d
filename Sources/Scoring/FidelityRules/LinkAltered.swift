import Facts

/// The words of a link lead to another page.
enum LinkAltered: Rule {
  static let description = RuleDescription(
    id: "link-altered",
    summary: "the words of a link lead to another page",
    rationale: """
      Readers follow a link to check. One that leads elsewhere makes another page vouch for what is said.
      """,
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
      let pages = (quoted(old.words.first ?? ""), quoted(new.words.first ?? ""))
      return Violation(
        "The link \(words) leads to \(pages.0) in the baseline, and here to \(pages.1)",
        remedy: "Link to \(pages.0) again", candidate: comparison.candidate.passage.place(of: new.tokens),
        baseline: comparison.baseline.passage.place(of: old.tokens), key: pages.0 + pages.1)
    }
  }
}
