/// What a reader is told about one rule; `explain` prints it, and the rule's tests run its examples.
package struct RuleDescription: Sendable {
  package let id: RuleID
  /// One sentence, without a final full stop.
  package let summary: String
  /// Why it matters, in plain words.
  package let rationale: String
  package let defaultSeverity: Severity
  /// What one finding takes at least; `nil` when it takes nothing.
  package let points: Tenths?
  /// The highest integrity score that an article with such a finding can have.
  package let cap: Tenths?
  package let failing: Example
  package let passing: Example

  package init(
    id: RuleID, summary: String, rationale: String, defaultSeverity: Severity, points: Tenths?, cap: Tenths?,
    failing: Example, passing: Example
  ) {
    self.id = id
    self.summary = summary
    self.rationale = rationale
    self.defaultSeverity = defaultSeverity
    self.points = points
    self.cap = cap
    self.failing = failing
    self.passing = passing
  }

  /// An article, and the baseline it is judged against when the rule needs one.
  ///
  /// `⟦ ⟧` mark the words that a finding must point at; they are taken out before the text is judged.
  package struct Example: Sendable {
    package let baseline: String?
    package let candidate: String

    package init(baseline: String? = nil, candidate: String) {
      self.baseline = baseline
      self.candidate = candidate
    }
  }
}
