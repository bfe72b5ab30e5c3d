package import Scoring

/// The conditions that an article must meet on a stage's branch.
package struct Gate: Hashable, Sendable {
  /// The lowest integrity score that passes.
  package let integrity: Tenths
  /// The lowest style score that passes, 0 to 100; `nil` when style is not asked for.
  package let style: Int?
  /// How many points an update may take from the integrity score of the version it replaces; `nil` when that is not looked at.
  package let maxDrop: Tenths?
  /// The stage whose version is the baseline; `nil` when the article is judged by its own sources.
  package let against: String?

  package init(integrity: Tenths, style: Int? = nil, maxDrop: Tenths? = nil, against: String? = nil) {
    self.integrity = integrity
    self.style = style
    self.maxDrop = maxDrop
    self.against = against
  }

  /// Returns what this gate makes of a version of an article.
  ///
  /// - Parameter previous: the integrity score of the version that it replaces, against the same baseline.
  /// - Parameter settings: the levels that the policy gives to rules; a rule that it raises to an error blocks.
  package func verdict(
    on scorecard: Scorecard, previous: Tenths? = nil, settings: RuleSettings = RuleSettings()
  ) -> Verdict {
    var refusals: [Refusal] = []
    if scorecard.integrity < integrity {
      refusals.append(.integrityBelow(score: scorecard.integrity, threshold: integrity, basis: scorecard.basis))
    }
    if let style, scorecard.style.value < style {
      refusals.append(.styleBelow(score: scorecard.style.value, threshold: style))
    }
    if let maxDrop, let previous, previous - scorecard.integrity > maxDrop {
      refusals.append(.integrityDropped(from: previous, to: scorecard.integrity, most: maxDrop))
    }
    for finding in scorecard.findings where Self.blocks(finding, settings: settings) {
      refusals.append(.blocking(finding))
    }
    return Verdict(refusals)
  }

  /// Whether a finding refuses the article whatever its score.
  ///
  /// An error whose rule takes points is in the score already, and the threshold decides. One whose rule takes none would
  /// be free, so it blocks; so does any rule that the policy itself calls an error.
  private static func blocks(_ finding: Finding, settings: RuleSettings) -> Bool {
    guard finding.severity == .error else { return false }
    if settings.levels[finding.rule] == .error { return true }
    guard let rule = RuleCatalog.rule(finding.rule) else { return finding.points == .zero }
    return rule.points == nil && rule.cap == nil
  }
}
