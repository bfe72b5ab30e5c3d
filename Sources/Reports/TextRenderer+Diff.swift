import Gatekeeping
import Scoring
import Wording

extension TextRenderer {
  /// Returns the change of both scores, then each point lost and won with its places.
  package func text(_ diff: ScoreDiff) -> String {
    var lines = heading(diff)
    lines += section(worded("Lost", fr: "Perdu"), diff.lost, in: diff)
    lines += section(worded("Won", fr: "Regagné"), diff.won, in: diff)
    lines.append("")
    if diff.lost.isEmpty, diff.won.isEmpty {
      lines.append(worded("No point was lost or won.", fr: "Aucun point n'a été perdu ni regagné."))
    }
    if !diff.unchanged.isEmpty {
      let points = diff.unchanged.reduce(Tenths.zero) { $0 + $1.points }
      let findings = counted(diff.unchanged.count, "finding", fr: "constat")
      let verb = diff.unchanged.count == 1 ? "stands" : "stand"
      lines += wrapped(
        worded(
          "\(findings) \(verb) in both versions (\(points) points).",
          fr: "\(findings) dans les deux versions (\(points.shown) points)."), hanging: 2)
      for finding in diff.unchanged {
        guard let waiver = diff.to.waivers[finding.id] else { continue }
        let name = DisplayText.safe("[\(finding.rule.name) \(finding.id)]")
        lines += wrapped("  \(name) \(DisplayText.safe(waiver.sentence))", hanging: 4)
      }
    }
    if let next = diff.to.next {
      lines += wrapped(
        worded(
          "Next: \(DisplayText.safe(next))",
          fr: "Ensuite : \(DisplayText.safe(next))"), hanging: 6)
    }
    while lines.last == "" { lines.removeLast() }
    return Self.joined(lines)
  }

  /// Returns one line for each article: its scores before and after, the verdict, and what cost most.
  package func brief(_ diffs: [ScoreDiff]) -> String {
    let rows = diffs.map { diff in
      let verdict = diff.to.gate.map { $0.verdict.isPassed ? Self.passed : Self.refused } ?? ""
      return [
        DisplayText.safe(diff.to.name), diff.from.integrity?.shown ?? "-", "->",
        diff.to.integrity?.shown ?? "-", Self.signed(diff.gain), verdict,
      ]
    }
    guard let first = rows.first else { return "" }
    let widths = first.indices.map { column in rows.map { DisplayText.width($0[column]) }.max() ?? 0 }
    let lines = zip(diffs, rows).map { diff, row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let gap = String(repeating: " ", count: widths[column] - DisplayText.width(cell))
        let text = column == 4 ? paint(Self.role(ofGain: diff.gain), cell) : cell
        line += (column == 0 ? "" : "  ") + ([1, 3, 4].contains(column) ? gap + text : text + gap)
      }
      let used = widths.reduce(2 * widths.count, +)
      let worst = diff.lost.min { $0.points < $1.points }.map { change in
        DisplayText.clipped(
          DisplayText.safe("\(change.finding.rule.name): \(change.finding.message)"), to: max(20, width - used))
      }
      line += worst.map { "  " + $0 } ?? ""
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
    return Self.joined(lines)
  }

  private static func role(ofGain gain: Tenths) -> Paint.Role {
    gain < .zero ? .error : gain > .zero ? .passed : .strong
  }

  func heading(_ diff: ScoreDiff) -> [String] {
    let (from, to) = (diff.from, diff.to)
    let shown = [from, to].map { $0.integrity?.shown ?? worded("none", fr: "aucune") }
    let integrity = worded(
      "integrity \(shown[0]) -> \(shown[1]) (\(Self.signed(diff.gain)))",
      fr: "intégrité \(shown[0]) -> \(shown[1]) (\(Self.signed(diff.gain)))")
    var line =
      paint(.strong, DisplayText.safe(diff.to.name)) + "\(colon) " + paint(Self.role(ofGain: diff.gain), integrity)
    if let gate = to.gate, let threshold = gate.threshold {
      line +=
        worded(", \(threshold) needed", fr: ", \(threshold.shown) exigé")
        + (gate.stage.map {
          worded(
            " for \(DisplayText.safe($0))",
            fr: " pour \(DisplayText.safe($0))")
        } ?? "") + "\(colon) "
      line += gate.verdict.isPassed ? paint(.passed, Self.passed) : paint(.error, Self.refused)
    }
    if let accepted = to.integrityWithWaivers {
      line += worded(
        " (\(accepted) with \(counted(to.waivers.count, "finding", fr: "constat")) accepted)",
        fr: """
           (\(accepted.shown) avec \(counted(to.waivers.count, "finding", fr: "constat toléré", "constats tolérés")))
          """)
    }
    let styles = [from, to].map { $0.scorecard?.style.value ?? 0 }
    var style = "  style \(styles[0]) -> \(styles[1]) (\(diff.styleGain > 0 ? "+" : "")\(diff.styleGain))"
    let moved = diff.styleChanges.map { "\(DisplayText.safe($0.name)) \(Self.signed($0.gain))" }
    if !moved.isEmpty { style += "\(colon) " + moved.joined(separator: ", ") }
    var lines = [line] + wrapped(style, hanging: 4)
    lines += wrapped(
      worded(
        "  from \(DisplayText.safe(diff.from.candidate.path))",
        fr: "  de \(DisplayText.safe(diff.from.candidate.path))"), hanging: 4)
    lines += wrapped(
      worded(
        "  to   \(DisplayText.safe(diff.to.candidate.path))",
        fr: "  à  \(DisplayText.safe(diff.to.candidate.path))"), hanging: 4)
    if let baseline = diff.to.baseline {
      lines += wrapped(
        worded(
          "  measured against \(DisplayText.safe(baseline.path))",
          fr: "  comparé à \(DisplayText.safe(baseline.path))"), hanging: 4)
    }
    return lines
  }

  private func section(_ title: String, _ changes: [ScoreDiff.Change], in diff: ScoreDiff) -> [String] {
    if changes.isEmpty { return [] }
    let total = changes.reduce(Tenths.zero) { $0 + $1.points }
    var lines = ["", paint(.strong, "\(title)\(colon) \(Self.signed(total)) points")]
    let groups = ScoreDiff.grouped(changes)
    for (group, changes) in groups {
      if groups.count > 1 { lines += ["", paint(.strong, "\(group.title)\(colon)")] }
      for change in changes {
        let report = change.isGone ? diff.from : diff.to
        let cost = change.points == .zero ? nil : Self.signed(change.points)
        lines.append("")
        let waiver = diff.waiver(of: change)
        lines += self.lines(
          of: change.finding, candidate: report.candidate, baseline: report.baseline, cost: cost ?? "±0",
          remedy: waiver == nil ? nil : "", isMended: change.isGone)
        if let waiver { lines += wrapped("  " + DisplayText.safe(waiver.sentence), hanging: 4) }
      }
    }
    return lines
  }

  static func signed(_ points: Tenths) -> String {
    (points > .zero ? "+" : "") + points.shown
  }
}
