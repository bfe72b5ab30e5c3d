import Facts
import Gatekeeping
import Scoring
import StructuredText
import Wording

extension HTMLRenderer {
  /// Returns what the page shows of one article.
  func section(on article: NewsroomPage.Article) -> String {
    let standing = article.standing
    let anchor = Self.anchor(standing.slug)
    var html = """
      <section class="article" id="\(anchor)" aria-labelledby="\(anchor)-title">
      <h2 id="\(anchor)-title"><bdi>\(HTMLText.escaped(standing.slug.name))</bdi></h2>
      <p>\(HTMLText.escaped(standing.stage.name)) · <code>\(HTMLText.escaped(standing.branch))</code> · \
      <code>\(HTMLText.escaped(standing.path))</code></p>

      """
    html += history(of: article)
    if let report = article.report {
      html += findings(in: report, anchor, more: afterFinding)
      html += sideBySide(report, anchor, article.kept)
      html += style(of: report)
    }
    html += sources(of: article)
    return html + "</section>\n"
  }

  private func history(of article: NewsroomPage.Article) -> String {
    if article.history.isEmpty { return "" }
    var points: [(score: Tenths, title: String)] = []
    for line in article.history.reversed() {
      guard let integrity = line.score?.report.integrity else { continue }
      points.append(
        (
          integrity,
          worded(
            "\(line.date), \(line.stage ?? "no stage"): \(integrity). \(line.subject)",
            fr: "\(line.date), \(line.stage ?? "sans étape") : \(integrity.shown). \(line.subject)")
        ))
    }
    let rows = article.history.map { row($0) }.joined()
    let older =
      article.hidden > 0
      ? "<p>\(counted(article.hidden, "older version", fr: "version plus ancienne", "versions plus anciennes")) \(worded("not shown.", fr: "non montrées."))</p>"
      : ""
    let head = HTMLText.head(
      "Commit", worded("When", fr: "Quand"), worded("Stage", fr: "Étape"), worded("Integrity", fr: "Intégrité"),
      worded("Change", fr: "Écart"), worded("Who", fr: "Qui"), worded("Why", fr: "Pourquoi"), numbers: [3, 4])
    return """
      \(plot(of: points, threshold: article.standing.stage.gate?.integrity, label: worded("Integrity over its versions", fr: "Intégrité au fil des versions")))
      <details><summary>\(worded("History", fr: "Historique"))\(colon) \(counted(article.history.count + article.hidden, "version", fr: "version"))</summary>
      <div class="scroll" role="group" tabindex="0" aria-label="\(worded("The history as a table", fr: "L'historique en tableau"))"><table>
      \(head)
      <tbody>
      \(rows)</tbody></table></div>\(older)</details>

      """
  }

  private func row(_ line: HistoryLine) -> String {
    """
    <tr><td><code>\(HTMLText.escaped(TextRenderer.short(line.commit)))</code></td><td>\(line.date)</td>\
    <td>\(HTMLText.escaped(line.stage ?? "–"))</td>\
    <td class="number">\(Self.score(line.score?.report.integrity, passed: line.score?.report.isPassed))</td>\
    <td class="number">\(line.score?.gain.map { TextRenderer.signed($0) } ?? "")</td>\
    <td><bdi>\(HTMLText.escaped(line.author))</bdi></td><td dir="auto">\(HTMLText.escaped(line.subject))</td></tr>

    """
  }

  /// - Parameter more: markup that follows what is said of a finding.
  func findings(in report: Report, _ anchor: String, more: (Finding) -> String = { _ in "" }) -> String {
    let findings = TextRenderer.ordered(report.findings)
    guard !findings.isEmpty else { return "<p class=\"good\">\(worded("No findings.", fr: "Rien à signaler."))</p>\n" }
    let items = findings.prefix(TextRenderer.mostFindings).enumerated().map { number, finding in
      let cost = finding.points > .zero ? " <span class=\"cost\">−\(finding.points.shown)</span>" : ""
      let todo = report.waivers[finding.id]?.sentence ?? finding.remedy
      var places: [String] = []
      if let range = finding.candidate {
        places.append(
          place(
            range, in: report.candidate, "#\(anchor)-new-\(number)",
            worded(
              "in the text",
              fr: "dans le texte")))
      }
      if let range = finding.baseline, let baseline = report.baseline {
        places.append(
          place(
            range, in: baseline, "#\(anchor)-old-\(number)",
            worded(
              "in the baseline",
              fr: "dans l'article d'origine")))
      }
      return """
        <li class="\(finding.severity.rawValue)"><strong>\(finding.severity.noun)</strong>\(cost) \
        <span dir="auto">\(HTMLText.escaped(finding.message))</span> <code>\(HTMLText.escaped(finding.rule.name))</code>\
        \(places.joined())\(todo.isEmpty ? "" : "<p dir=\"auto\">\(HTMLText.escaped(todo))</p>")\(more(finding))</li>

        """
    }.joined()
    return "<h3>\(worded("Findings", fr: "Constats"))</h3>\n<ol class=\"findings\">\n\(items)</ol>\n"
  }

  func place(_ range: TextRange, in text: LocatedText, _ link: String, _ name: String) -> String {
    let position = text.lines.position(of: range.start)
    let excerpt = text.excerpt(of: range, width: 90)
    return """
      <p class="place"><a href="\(link)">\(name), \(worded("line", fr: "ligne")) \(position.line)</a> <q dir="auto">\(HTMLText.escaped(excerpt.before))\
      <mark>\(HTMLText.escaped(excerpt.words))</mark>\(HTMLText.escaped(excerpt.after))</q></p>
      """
  }

  /// Both texts, each finding's words marked and linked to those of the other side.
  ///
  /// - Parameter kept: facts that are marked too because both texts have them.
  func sideBySide(_ report: Report, _ anchor: String, _ kept: [KeptFact] = []) -> String {
    guard let baseline = report.baseline, !report.findings.isEmpty || !kept.isEmpty else { return "" }
    let findings = TextRenderer.ordered(report.findings).prefix(TextRenderer.mostFindings)
    var old: [(range: Range<Int>, open: String, close: String)] = []
    var new: [(range: Range<Int>, open: String, close: String)] = []
    for (number, finding) in findings.enumerated() {
      let label = worded("finding \(number + 1)", fr: "constat \(number + 1)")
      if let range = finding.candidate {
        let target = finding.baseline == nil ? nil : "\(anchor)-old-\(number)"
        new.append(mark(range, "\(anchor)-new-\(number)", target, finding.severity, label))
      }
      if let range = finding.baseline {
        let target = finding.candidate == nil ? nil : "\(anchor)-new-\(number)"
        old.append(mark(range, "\(anchor)-old-\(number)", target, finding.severity, label))
      }
    }
    for (number, fact) in kept.enumerated() {
      old.append(mark(fact.baseline, "\(anchor)-was-\(number)", "\(anchor)-is-\(number)"))
      new.append(mark(fact.candidate, "\(anchor)-is-\(number)", "\(anchor)-was-\(number)"))
    }
    return """
      <details open><summary>\(worded("Baseline and text side by side", fr: "L'article d'origine et le texte côte à côte"))</summary>
      <div class="pair">
      <div><h3>\(worded("Baseline", fr: "Article d'origine"))\(colon) <code>\(HTMLText.escaped(baseline.path))</code></h3>
      <div class="text" dir="auto">\(HTMLText.marked(baseline.bytes, old))</div></div>
      <div><h3>\(worded("Text", fr: "Texte"))\(colon) <code>\(HTMLText.escaped(report.candidate.path))</code></h3>
      <div class="text" dir="auto">\(HTMLText.marked(report.candidate.bytes, new))</div></div>
      </div></details>

      """
  }

  private func mark(
    _ range: TextRange, _ id: String, _ target: String?, _ severity: Severity, _ label: String
  ) -> (range: Range<Int>, open: String, close: String) {
    let link =
      target.map { "<a href=\"#\($0)\" title=\"\(label)\(colon) \(worded("the other side", fr: "l'autre côté"))\">" }
      ?? ""
    let open = "<mark id=\"\(id)\" class=\"\(severity.rawValue)\">\(link)"
    return (range.range, open, (target == nil ? "" : "</a>") + "</mark>")
  }

  private func mark(
    _ range: TextRange, _ id: String, _ target: String
  ) -> (range: Range<Int>, open: String, close: String) {
    let link = "<a href=\"#\(target)\" title=\"\(worded("kept: the other side", fr: "conservé\u{A0}: l'autre côté"))\">"
    return (range.range, "<mark id=\"\(id)\" class=\"kept\">\(link)", "</a></mark>")
  }

  private func style(of report: Report) -> String {
    guard let style = report.scorecard?.style, !style.measures.isEmpty else { return "" }
    let rows = style.measures.map { measure in
      let points = Tenths((measure.hundredths + 5) / 10)
      return """
        <tr><th scope="row">\(HTMLText.escaped(measure.name))</th><td class="number">\(points.shown) \(worded("of", fr: "sur")) \(measure.most)</td>\
        <td>\(Self.bar(measure.hundredths / max(1, measure.most)))</td>\
        <td class="number">\(measure.count)</td></tr>

        """
    }.joined()
    let head = HTMLText.head(
      worded("Measure", fr: "Mesure"), "Points", worded("Share", fr: "Part"), worded("Count", fr: "Nombre"),
      numbers: [1, 3])
    return """
      <details><summary>Style\(colon) \(style.value) \(worded("of", fr: "sur")) 100 (\(HTMLText.escaped(style.profile)))</summary>
      <table>\(head)
      <tbody>
      \(rows)</tbody></table></details>

      """
  }

  private func sources(of article: NewsroomPage.Article) -> String {
    guard !article.sources.isEmpty, let text = article.report?.candidate else { return "" }
    let rows = article.sources.map { use in
      let source = use.source
      let lines = use.citedBy.map { "\(text.lines.position(of: $0.start).line)" }
      return """
        <tr><th scope="row" dir="auto">\(HTMLText.escaped(source.name?.text ?? worded("(no name)", fr: "(sans nom)")))</th>\
        <td>\(link(source.url?.text))</td><td>\(HTMLText.escaped(source.date?.text ?? "–"))</td>\
        <td>\(HTMLText.escaped(source.reliability?.text ?? "–"))</td>\
        <td>\(lines.isEmpty ? worded("nowhere", fr: "nulle part") : "\(worded("line", fr: "ligne")) \(lines.joined(separator: ", "))")</td></tr>

        """
    }.joined()
    let head = HTMLText.head(
      "Source", "URL", "Date", worded("Reliability", fr: "Fiabilité"), worded("Cited", fr: "Mentionnée"))
    return """
      <details><summary>\(counted(article.sources.count, "source", fr: "source"))</summary>
      <div class="scroll" role="group" tabindex="0" aria-label="\(worded("The sources as a table", fr: "Les sources en tableau"))"><table>\(head)
      <tbody>
      \(rows)</tbody></table></div></details>

      """
  }

  /// A link for a web address, and only the words for anything else.
  private func link(_ url: String?) -> String {
    guard let url, !url.isEmpty else { return "–" }
    let shown = HTMLText.escaped(url)
    let isWeb = url.lowercased().hasPrefix("https://") || url.lowercased().hasPrefix("http://")
    return isWeb ? "<a href=\"\(shown)\" rel=\"noreferrer noopener\">\(shown)</a>" : shown
  }
}
