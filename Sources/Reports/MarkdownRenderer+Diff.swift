import Gatekeeping
import Scoring
import Wording

extension MarkdownRenderer {
  /// Returns the change of each article's score for a comment on a pull request: a table, then what was lost and won.
  package func markdown(_ diffs: [ScoreDiff]) -> String {
    if diffs.isEmpty { return worded("No article differs.\n", fr: "Aucun article ne diffère.\n") }
    var text = worded(
      "| article | integrity | change | needed | style | verdict |\n|---|--:|--:|--:|--:|---|\n",
      fr: "| article | intégrité | écart | exigé | style | verdict |\n|---|--:|--:|--:|--:|---|\n")
    for diff in diffs.prefix(Self.mostRows) { text += Self.row(diff) }
    if diffs.count > Self.mostRows {
      text += worded(
        "\nand \(counted(diffs.count - Self.mostRows, "more article", fr: "autre article", "autres articles")).\n",
        fr: """
          \net \(counted(diffs.count - Self.mostRows, "more article", fr: "autre article", "autres articles")).\n
          """)
    }
    var omitted = 0
    for diff in diffs where !diff.lost.isEmpty || !diff.won.isEmpty {
      var section = "\n#### \(MarkdownText.escaped(diff.to.name))\n"
      for (title, changes) in [(worded("Lost", fr: "Perdu"), diff.lost), (worded("Won", fr: "Regagné"), diff.won)]
      where !changes.isEmpty {
        let total = changes.reduce(Tenths.zero) { $0 + $1.points }
        section += worded(
          "\n**\(title): \(TextRenderer.signed(total)) points**\n\n",
          fr: "\n**\(title) : \(TextRenderer.signed(total)) points**\n\n")
        for change in ScoreDiff.grouped(changes).flatMap(\.changes) { section += Self.item(change, in: diff) }
      }
      if omitted > 0 || text.utf8.count + section.utf8.count > Self.most { omitted += 1 } else { text += section }
    }
    if omitted > 0 {
      text += worded(
        "\nand \(counted(omitted, "more article", fr: "autre article", "autres articles")) that changed; a comment has no room for all.\n",
        fr: """
          \net \(counted(omitted, "more article", fr: "autre article modifié", "autres articles modifiés")) ; un \
          commentaire n'a pas la place pour tous.\n
          """)
    }
    return text
  }

  private static func row(_ diff: ScoreDiff) -> String {
    let unknown = "–"
    let scores = [diff.from, diff.to].map { $0.integrity?.shown ?? unknown }
    let styles = [diff.from, diff.to].map { $0.scorecard.map { String($0.style.value) } ?? unknown }
    let gate = diff.to.gate
    let cells = [
      MarkdownText.escaped(diff.to.name), "\(scores[0]) → \(scores[1])", TextRenderer.signed(diff.gain),
      gate?.threshold?.shown ?? unknown, "\(styles[0]) → \(styles[1])",
      gate.map { $0.verdict.isPassed ? TextRenderer.passed : "**\(TextRenderer.refused)**" } ?? unknown,
    ]
    return "| " + cells.joined(separator: " | ") + " |\n"
  }

  private static func item(_ change: ScoreDiff.Change, in diff: ScoreDiff) -> String {
    let finding = change.finding
    let report = change.isGone ? diff.from : diff.to
    var text = "- **\(TextRenderer.signed(change.points))** \(MarkdownText.code(finding.rule.name))"
    if let range = finding.candidate {
      text += worded(
        " at \(MarkdownText.code(report.candidate.place(of: range)))",
        fr: " à \(MarkdownText.code(report.candidate.place(of: range)))")
    }
    text += change.isGone ? worded(" (mended)<br>\n", fr: " (corrigé)<br>\n") : "<br>\n"
    text += "  \(MarkdownText.escaped(Remark.ended(finding.message)))"
    if let range = finding.baseline, let baseline = report.baseline {
      text += worded(
        "<br>\n  In the baseline: \(MarkdownText.code(baseline.place(of: range)))",
        fr: "<br>\n  Dans l'article d'origine : \(MarkdownText.code(baseline.place(of: range)))")
    }
    if let waiver = diff.waiver(of: change) {
      text += worded(
        "<br>\n  It is \(MarkdownText.escaped(Remark.ended(waiver.sentence)))",
        fr: "<br>\n  Constat \(MarkdownText.escaped(Remark.ended(waiver.sentence)))")
    }
    return text + "\n"
  }
}
