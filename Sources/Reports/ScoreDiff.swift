import Gatekeeping
package import Scoring

/// What two versions of one article owe each other in points, fact by fact.
///
/// Both versions are measured against the same baseline. The points won less the points lost are the change of the
/// integrity score, because in each version the findings' points and the score add up to 100.0.
package struct ScoreDiff: Sendable {
  /// A finding that takes more or less in one version than in the other.
  package struct Change: Sendable {
    /// As it stands in the version that has it; in `to` when both do.
    package let finding: Finding
    /// What the integrity score gains by the change; negative when it loses.
    package let points: Tenths
    /// Whether the finding is gone from the later version, so that its places are in the earlier one.
    package let isGone: Bool
  }

  package let from: Report
  package let to: Report
  /// New findings, and those that cost more than before. Notes that cost nothing are among them.
  package let lost: [Change]
  /// Findings that are gone, and those that cost less.
  package let won: [Change]
  /// Findings that both versions have at the same cost.
  package let unchanged: [Finding]

  package init(from: Report, to: Report) {
    self.from = from
    self.to = to
    // The same finding can stand in a version twice: the first answers the first, the second the second.
    var earlier: [String: [Finding]] = [:]
    for finding in from.findings.reversed() { earlier[finding.id, default: []].append(finding) }
    var lost: [Change] = []
    var won: [Change] = []
    var unchanged: [Finding] = []
    var answered: [String: Int] = [:]
    for finding in to.findings {
      let counterpart = earlier[finding.id]?.popLast()
      let gain = (counterpart?.points ?? .zero) - finding.points
      if counterpart != nil { answered[finding.id, default: 0] += 1 }
      if counterpart != nil, gain == .zero {
        unchanged.append(finding)
      } else if gain > .zero {
        won.append(Change(finding: finding, points: gain, isGone: false))
      } else {
        lost.append(Change(finding: finding, points: gain, isGone: false))
      }
    }
    for finding in from.findings {
      if let count = answered[finding.id], count > 0 {
        answered[finding.id] = count - 1
      } else {
        won.append(Change(finding: finding, points: finding.points, isGone: true))
      }
    }
    self.lost = lost
    self.won = won
    self.unchanged = unchanged
  }

  /// What somebody accepted the finding of a change by; `nil` for one that is gone.
  func waiver(of change: Change) -> Waiver? { change.isGone ? nil : to.waivers[change.finding.id] }
}
