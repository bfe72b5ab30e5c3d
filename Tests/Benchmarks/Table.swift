/// The summaries as aligned text.
struct Table {
  let trials: [Trial]
  /// Articles that are refused against themselves, and why: no edit of them would say anything.
  let refused: [Trial]

  init(trials: [Trial]) {
    self.trials = trials.filter { $0.kind != Trial.itself }
    refused = trials.filter { $0.kind == Trial.itself && $0.isRefused }
  }

  var text: String {
    let parts = [("French", trials.filter(\.isFrench)), ("English", trials.filter { !$0.isFrench }), ("both", trials)]
    let summaries = parts.map { Summary(trials: $0.1) }
    var lines = [row("", parts.map(\.0) + ["goal"])]
    lines.append(row("articles", parts.map { "\(Set($0.1.map(\.article)).count)" } + [""]))
    lines.append(
      row(
        "refused against themselves, left out",
        [refused.filter(\.isFrench), refused.filter { !$0.isFrench }, refused].map { "\($0.count)" } + ["0"]))
    for trial in refused {
      lines.append("      \(trial.article): " + (trial.findings.first ?? ""))
    }
    lines.append(row("edits", parts.map { "\($0.1.count)" } + [""]))
    for (index, line) in summaries[2].headline.enumerated() {
      lines.append(row(line.name, summaries.map { $0.headline[index].value } + [line.goal]))
    }
    lines += harmfulRows(summaries)
    lines += ["", row("harmless: refused at 95, %", ["count", "both", "French", "English", "score kept"])]
    for kind in summaries[2].kinds(harmful: false) {
      let refused = summaries.map { summary in
        Summary.Share(summary.harmless.filter { $0.kind == kind }) { $0.isRefused }
      }
      let all = summaries[2].harmless.filter { $0.kind == kind }
      let kept = Summary.Share(all) { $0.isRankedRightly }
      lines.append(
        row(
          kind, ["\(all.count)", refused[2].text, refused[0].text, refused[1].text, kept.text],
          mark: (refused[2].permille ?? 0) > 10))
    }
    return lines.joined(separator: "\n")
  }

  /// The rows of the harmful kinds; `summaries` are of French, English and both.
  private func harmfulRows(_ summaries: [Summary]) -> [String] {
    let kinds = summaries[2].kinds(harmful: true)
    guard !kinds.isEmpty else { return [] }
    var lines = ["", row("harmful: refused at 95, %", ["count", "both", "French", "English", "restyled", "covered"])]
    for kind in kinds {
      let these = summaries.map { summary in
        summary.trials.filter { $0.kind == kind && $0.isHarmful && $0.setting == .alone }
      }
      let refused = these.map { Summary.Share($0) { $0.isRefused } }
      let inRestyles = trials.filter { $0.kind == kind && $0.setting == .inRestyle && $0.parentScore >= Trial.gate }
      let restyled = Summary.Share(inRestyles) { $0.isRefused }
      let covered = Summary.Share(these[2].filter(\.isRefused)) { $0.isCovered }
      lines.append(
        row(
          kind, ["\(these[2].count)", refused[2].text, refused[0].text, refused[1].text, restyled.text, covered.text],
          mark: (refused[2].permille ?? 1000) < 950))
    }
    return lines
  }

  private func row(_ name: String, _ cells: [String], mark: Bool = false) -> String {
    let first = (mark ? "! " : "  ") + name
    let cells = cells.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined()
    return first + String(repeating: " ", count: max(1, 44 - first.count)) + cells
  }

  /// The edits of a kind that were judged wrongly: what changed, the score, and what was found.
  func failures(of name: String, limit: Int, all: Bool) -> String {
    let wrong = trials.filter { trial in
      let isAsked =
        trial.kind.contains(name) || name == "all" || (name == "harmful" && trial.isHarmful)
        || (name == "harmless" && !trial.isHarmful)
      guard isAsked, !all else { return isAsked }
      guard trial.setting != .inRestyle || trial.parentScore >= Trial.gate else { return false }
      return trial.isHarmful ? !trial.isRefused || !trial.isCovered : trial.score != trial.parentScore
    }
    let shown =
      all ? stride(from: 0, to: wrong.count, by: max(1, wrong.count / max(1, limit))).map { wrong[$0] } : wrong
    return shown.prefix(limit).map { trial in
      let state =
        all && trial.isRankedRightly && trial.isHarmful == trial.isRefused
        ? "judged rightly"
        : trial.isHarmful
          ? (trial.isRefused ? "refused elsewhere" : "missed") : (trial.isRefused ? "false alarm" : "score moved")
      var lines = [
        "",
        "\(trial.article)  [\(trial.kind)\(trial.setting == .alone ? "" : ", \(trial.setting.rawValue)")]  \(state), score \(tenths(trial.score)), parent \(tenths(trial.parentScore))",
      ]
      lines.append("    " + (trial.setting == .wholeRestyle ? trial.before : trial.context.replacing("\n", with: "⏎")))
      if trial.setting != .wholeRestyle, trial.after.count < 300, trial.after.contains(" … ") {
        lines.append("    all changes: \(trial.before.prefix(300)) → \(trial.after)")
      }
      lines += trial.findings.prefix(6).map { "      " + $0 }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n") + "\n\n\(wrong.count) in all, \(min(limit, wrong.count)) shown"
  }

  private func tenths(_ value: Int) -> String { "\(value / 10).\(value % 10)" }
}
