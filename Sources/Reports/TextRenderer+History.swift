import Scoring
import Wording

extension TextRenderer {
  /// Returns the history of an article, the newest version first: a line with a plot, then each version with what it lost.
  ///
  /// - Parameters:
  ///   - name: the article's slug.
  ///   - isBrief: whether to write one line a version and nothing else.
  ///   - hidden: how many older versions are not among `lines`.
  package func text(_ lines: [HistoryLine], of name: String, isBrief: Bool, hidden: Int = 0) -> String {
    if lines.isEmpty {
      return worded(
        "\(DisplayText.safe(name)) has no version on any stage's branch.\n",
        fr: "\(DisplayText.safe(name)) n'a de version sur la branche d'aucune étape.\n")
    }
    let rows = lines.map { row($0) }
    let widths = (0..<Self.columns).map { column in rows.map { DisplayText.width($0[column]) }.max() ?? 0 }
    var output: [String] = []
    if !isBrief { output += [heading(lines, of: name, hidden: hidden), ""] }
    for (line, row) in zip(lines, rows) {
      output += self.line(row, widths, of: line, isBrief: isBrief)
      if !isBrief { output += details(of: line) }
    }
    return Self.joined(output)
  }

  /// Returns the versions that introduced, altered or lost a fact, the newest first, each with the words.
  package func text(_ lines: [FactLine], about words: String, in name: String) -> String {
    if lines.isEmpty {
      return worded(
        "No version of \(DisplayText.safe(name)) states “\(DisplayText.safe(words))”.\n",
        fr: "Aucune version de \(DisplayText.safe(name)) ne dit « \(DisplayText.safe(words)) ».\n")
    }
    var output: [String] = []
    for line in lines {
      let version = line.version
      if !output.isEmpty { output.append("") }
      let role: Paint.Role = line.event == "introduced" ? .passed : line.event == "lost" ? .error : .warning
      let head = [version.date, version.author, version.stage, version.subject].compactMap { $0 }
        .map { DisplayText.safe($0) }.joined(separator: "  ")
      output += wrapped("\(Self.short(version.commit))  \(paint(role, line.shownEvent))  \(head)", hanging: 9)
      let isPast = line.event == "lost"
      output.append(
        "  \(isPast ? worded("it stood in ", fr: "se trouvait dans ") : "")\(line.place.text.place(of: line.place.range))\(colon)"
      )
      output += excerpt(of: line.place.range, in: line.place.text)
      if let other = line.other {
        output.append(
          "  \(Self.isBecoming(line) ? worded("became", fr: "est devenu") : worded("was", fr: "était")), \(other.text.place(of: other.range))\(colon)"
        )
        output += excerpt(of: other.range, in: other.text)
      }
    }
    return Self.joined(output)
  }

  /// Whether an altered fact stood in the version before, and its other place is what became of it.
  private static func isBecoming(_ line: FactLine) -> Bool {
    !line.place.text.path.hasPrefix(short(line.version.commit))
  }

  private func heading(_ lines: [HistoryLine], of name: String, hidden: Int) -> String {
    let scores = lines.reversed().compactMap { $0.score?.report.integrity }
    var heading =
      "\(paint(.strong, DisplayText.safe(name)))  \(counted(lines.count + hidden, "version", fr: "version"))"
    if hidden > 0 {
      heading += worded(
        ", the newest \(lines.count) of them",
        fr: ", dont voici les \(lines.count) dernières")
    }
    if let first = scores.first, let last = scores.last {
      heading +=
        "  \(Self.sparkline(scores))  \(worded("integrity", fr: "intégrité")) "
        + (scores.count > 1 ? "\(first.shown) -> \(last.shown)" : last.shown)
    }
    return heading
  }

  /// Returns a bar for each score, from the lowest for 0.0 to the full one for 100.0 only.
  static func sparkline(_ scores: [Tenths]) -> String {
    let bars: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    // A terminal is not wide enough for more, and the newest tell most.
    return String(scores.suffix(60).map { bars[min(7, max(0, $0.value * 7 / 1000))] })
  }

  private static let columns = 6

  static func short(_ commit: String) -> String { String(commit.prefix(7)) }

  private func row(_ line: HistoryLine) -> [String] {
    let report = line.score?.report
    return [
      Self.short(line.commit), line.date, DisplayText.safe(line.stage ?? "-"),
      report?.integrity?.shown ?? "-", line.score?.gain.map { Self.signed($0) } ?? "",
      DisplayText.safe(line.author),
    ]
  }

  private func line(_ cells: [String], _ widths: [Int], of line: HistoryLine, isBrief: Bool) -> [String] {
    var text = ""
    for (column, cell) in cells.enumerated() {
      let gap = String(repeating: " ", count: max(0, widths[column] - DisplayText.width(cell)))
      var painted = cell
      switch column {
      case 0: painted = paint(.warning, cell)
      case 3:
        if let isPassed = line.score?.report.isPassed { painted = paint(isPassed ? .passed : .error, cell) }
      default: break
      }
      text += (column == 0 ? "" : "  ") + (3...4 ~= column ? gap + painted : painted + gap)
    }
    let subject = DisplayText.safe(line.subject)
    let used = widths.reduce(0, +) + 2 * Self.columns
    if isBrief { return [text + "  " + DisplayText.clipped(subject, to: max(20, width - used))] }
    while text.hasSuffix(" ") { text.removeLast() }
    return [text] + wrapped("         " + subject, hanging: 9)
  }

  private func details(of line: HistoryLine) -> [String] {
    var lines: [String] = []
    // The subject of a step from stage to stage says so itself.
    let isSaid = line.change == "written" || line.change.hasPrefix("promoted") || line.change.hasPrefix("sent back")
    var facts = isSaid ? [] : [line.shownChange]
    if let old = line.oldPath {
      facts.append(
        worded(
          "moved from \(old) to \(line.path)",
          fr: "déplacé de \(old) à \(line.path)"))
    }
    if !facts.isEmpty { lines += wrapped("         " + DisplayText.safe(facts.joined(separator: "; ")), hanging: 9) }
    if case .changed(let diff) = line.score {
      let weighty = diff.lost.filter { $0.points != .zero } + diff.won.filter { $0.points != .zero }
      for change in weighty.prefix(3) { lines += causeLines(change) }
      if weighty.count > 3 {
        lines.append(
          worded(
            "         and \(counted(weighty.count - 3, "more change", fr: "autre changement", "autres changements"))",
            fr: "         et \(counted(weighty.count - 3, "more change", fr: "autre changement", "autres changements"))"
          ))
      }
    }
    return lines + [""]
  }

  private func causeLines(_ change: ScoreDiff.Change) -> [String] {
    let label = change.isGone ? worded("mended: ", fr: "corrigé : ") : ""
    let role: Paint.Role = change.points < .zero ? .error : .passed
    let rule = "[\(DisplayText.safe(change.finding.rule.name))]"
    let message = "\(Self.signed(change.points)) \(rule) \(label)\(DisplayText.safe(change.finding.message))"
    return wrapped("         " + message, hanging: 15).map { paint(role, $0) }
  }
}
