import Gatekeeping
import Scoring
import Wording

extension HTMLRenderer {
  /// Returns a page with the change of each article's score, fact by fact, and its text beside its baseline.
  package func page(_ diffs: [ScoreDiff]) -> String {
    let body = diffs.enumerated().map { section(on: $0.element, number: $0.offset) }.joined()
    return document(
      title: title(of: diffs), head: "", skipping: "change-0",
      body: diffs.isEmpty ? "<p>\(worded("No article differs.", fr: "Aucun article ne diffère."))</p>\n" : body)
  }

  func title(of diffs: [ScoreDiff]) -> String {
    diffs.count == 1
      ? worded(
        "\(diffs[0].to.name): what changed",
        fr: "\(diffs[0].to.name) : ce qui a changé")
      : worded(
        "What changed in \(diffs.count) articles",
        fr: "Ce qui a changé dans \(diffs.count) articles")
  }

  private func section(on diff: ScoreDiff, number: Int) -> String {
    let anchor = "change-\(number)"
    let (from, to) = (diff.from, diff.to)
    let gate = to.gate.flatMap { $0.threshold }
    let needed = gate.map { worded(" · \($0) needed", fr: " · \($0.shown) exigé") } ?? ""
    let moved = diff.styleChanges.map { "\(HTMLText.escaped($0.name)) \(TextRenderer.signed($0.gain))" }
    let style = "style \(from.scorecard?.style.value ?? 0) → \(to.scorecard?.style.value ?? 0)"
    return """
      <section class="article" id="\(anchor)" aria-labelledby="\(anchor)-title">
      <h2 id="\(anchor)-title" dir="auto">\(HTMLText.escaped(to.name))</h2>
      <p>\(worded("integrity", fr: "intégrité")) \(from.integrity?.shown ?? "–") → \(Self.score(to.integrity, passed: to.isPassed)) \
      (\(TextRenderer.signed(diff.gain)))\(needed) · \(style)\(moved.isEmpty ? "" : "\(colon) " + moved.joined(separator: ", "))</p>
      <p><code>\(HTMLText.escaped(from.candidate.path))</code> → <code>\(HTMLText.escaped(to.candidate.path))</code></p>
      \(list(worded("Lost", fr: "Perdu"), diff.lost, in: diff, anchor))\(list(worded("Won", fr: "Regagné"), diff.won, in: diff, anchor))\
      \(diff.lost.isEmpty && diff.won.isEmpty ? "<p>\(worded("No point was lost or won.", fr: "Aucun point n'a été perdu ni regagné."))</p>" : "")
      \(sideBySide(to, anchor))
      </section>

      """
  }

  private func list(_ title: String, _ changes: [ScoreDiff.Change], in diff: ScoreDiff, _ anchor: String) -> String {
    if changes.isEmpty { return "" }
    let total = changes.reduce(Tenths.zero) { $0 + $1.points }
    let groups = ScoreDiff.grouped(changes).map { group, changes in
      "<h4>\(group.title)</h4>\n<ul class=\"findings\">\n\(changes.map { item($0, in: diff, anchor) }.joined())</ul>\n"
    }
    return "<h3>\(title)\(colon) \(TextRenderer.signed(total)) points</h3>\n\(groups.joined())"
  }

  private func item(_ change: ScoreDiff.Change, in diff: ScoreDiff, _ anchor: String) -> String {
    let finding = change.finding
    let report = change.isGone ? diff.from : diff.to
    let number = TextRenderer.ordered(report.findings).firstIndex { $0 == finding } ?? 0
    var places = ""
    if let range = finding.candidate {
      places += place(
        range, in: report.candidate, "#\(anchor)-new-\(number)",
        change.isGone
          ? worded("before", fr: "avant")
          : worded(
            "in the text",
            fr: "dans le texte"))
    }
    if let range = finding.baseline, let baseline = report.baseline {
      places += place(
        range, in: baseline, "#\(anchor)-old-\(number)",
        worded(
          "in the baseline",
          fr: "dans l'article d'origine"))
    }
    let waiver = diff.waiver(of: change).map { " <span dir=\"auto\">\(HTMLText.escaped($0.sentence))</span>" } ?? ""
    let label = change.isGone ? worded("mended", fr: "corrigé") : finding.severity.noun
    return """
      <li class="\(change.isGone ? "note" : finding.severity.rawValue)"><strong>\(label)</strong> \
      <span class="cost">\(TextRenderer.signed(change.points))</span> \
      <span dir="auto">\(HTMLText.escaped(finding.message))</span> \
      <code>\(HTMLText.escaped(finding.rule.name))</code>\(waiver)\(places)</li>

      """
  }
}
