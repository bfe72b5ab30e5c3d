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
  /// What becomes of findings at this stage, where that is not what the policy says for all stages.
  package let levels: [RuleID: RuleSettings.Level]

  package init(
    integrity: Tenths, style: Int? = nil, maxDrop: Tenths? = nil, against: String? = nil,
    levels: [RuleID: RuleSettings.Level] = [:]
  ) {
    self.integrity = integrity
    self.style = style
    self.maxDrop = maxDrop
    self.against = against
    self.levels = levels
  }

  /// Returns what this gate makes of a version of an article.
  ///
  /// - Parameters:
  ///   - previous: the integrity score of the version that it replaces, against the same baseline.
  ///   - settings: the levels that the policy gives to rules; a rule that it raises to an error blocks.
  ///   - waived: the identifiers of the findings that somebody has accepted; they take nothing.
  package func verdict(
    on scorecard: Scorecard, previous: Tenths? = nil, settings: RuleSettings = RuleSettings(),
    waived: Set<String> = []
  ) -> Verdict {
    var refusals: [Refusal] = []
    let score = scorecard.integrity(without: waived)
    if score < integrity {
      refusals.append(.integrityBelow(score: score, threshold: integrity, basis: scorecard.basis))
    }
    if let style, scorecard.style.value < style {
      refusals.append(.styleBelow(score: scorecard.style.value, threshold: style))
    }
    if let maxDrop, let previous, previous - score > maxDrop {
      refusals.append(.integrityDropped(from: previous, to: score, most: maxDrop))
    }
    for finding in scorecard.findings
    where !waived.contains(finding.id) && Self.blocks(finding, settings: settings) {
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
