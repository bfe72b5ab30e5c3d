import Scoring

extension TextRenderer {
  /// Returns the change of both scores, then each point lost and won with its places.
  package func text(_ diff: ScoreDiff) -> String {
    var lines = heading(diff)
    lines += section("Lost", diff.lost, in: diff)
    lines += section("Won", diff.won, in: diff)
    lines.append("")
    if diff.lost.isEmpty, diff.won.isEmpty {
      lines.append("No point was lost or won.")
    }
    if !diff.unchanged.isEmpty {
      let points = diff.unchanged.reduce(Tenths.zero) { $0 + $1.points }
      let findings = Self.count(diff.unchanged.count, "finding")
      let verb = diff.unchanged.count == 1 ? "stands" : "stand"
      lines += wrapped("\(findings) \(verb) in both versions (\(points) points).", hanging: 2)
    }
    if let next = diff.to.next { lines += wrapped("Next: \(DisplayText.safe(next))", hanging: 6) }
    while lines.last == "" { lines.removeLast() }
    return Self.joined(lines)
  }

  private func heading(_ diff: ScoreDiff) -> [String] {
    let (from, to) = (diff.from, diff.to)
    let gain = (to.integrity ?? .zero) - (from.integrity ?? .zero)
    let shown = [from, to].map { $0.integrity?.description ?? "none" }
    let integrity = "integrity \(shown[0]) -> \(shown[1]) (\(Self.signed(gain)))"
    let styles = [from, to].map { $0.scorecard?.style.value ?? 0 }
    let styleGain = styles[1] - styles[0]
    let style = "style \(styles[0]) -> \(styles[1]) (\(styleGain > 0 ? "+" : "")\(styleGain))"
    let role: Paint.Role = gain < .zero ? .error : gain > .zero ? .passed : .strong
    var lines = ["\(paint(.strong, DisplayText.safe(diff.to.name))): \(paint(role, integrity)), \(style)"]
    lines += wrapped("  from \(DisplayText.safe(diff.from.candidate.path))", hanging: 4)
    lines += wrapped("  to   \(DisplayText.safe(diff.to.candidate.path))", hanging: 4)
    if let baseline = diff.to.baseline {
      lines += wrapped("  measured against \(DisplayText.safe(baseline.path))", hanging: 4)
    }
    return lines
  }

  private func section(_ title: String, _ changes: [ScoreDiff.Change], in diff: ScoreDiff) -> [String] {
    if changes.isEmpty { return [] }
    let total = changes.reduce(Tenths.zero) { $0 + $1.points }
    var lines = ["", paint(.strong, "\(title): \(Self.signed(total)) points")]
    for change in changes.filter({ $0.points != .zero }) + changes.filter({ $0.points == .zero }) {
      let report = change.isGone ? diff.from : diff.to
      let cost = change.points == .zero ? nil : Self.signed(change.points)
      lines.append("")
      lines += self.lines(
        of: change.finding, candidate: report.candidate, baseline: report.baseline, cost: cost ?? "±0",
        isMended: change.isGone)
    }
    return lines
  }

  static func signed(_ points: Tenths) -> String {
    points > .zero ? "+\(points)" : "\(points)"
  }
}
