package import Gatekeeping
import Scoring
import Wording

extension TextRenderer {
  /// Returns one line for each article, in columns.
  ///
  /// - Parameter now: seconds since 1970, to tell how long ago an article changed.
  package func text(_ standings: [Standing], now: Int64) -> String {
    if standings.isEmpty {
      return worded(
        "No articles yet. Start one: editorial new <slug>\n",
        fr: "Pas encore d'article. Pour en commencer un : editorial new <slug>\n")
    }
    let titles = [
      worded("ARTICLE", fr: "ARTICLE"), worded("STAGE", fr: "ÉTAPE"), worded("INTEGRITY", fr: "INTÉGRITÉ"),
      worded("STYLE", fr: "STYLE"), worded("CHANGE", fr: "ÉCART"), worded("AGE", fr: "ÂGE"),
      worded("AUTHOR", fr: "AUTEUR"),
    ]
    var rows = standings.map { row($0, now: now) }
    var widths = titles.indices.map { column in
      rows.reduce(DisplayText.width(titles[column])) { max($0, DisplayText.width($1[column])) }
    }
    // Names give way where the terminal is narrow: the author's first, then the article's.
    for (column, least) in [(6, 12), (0, 16)] {
      let excess = widths.reduce(2 * (titles.count - 1), +) - width
      guard excess > 0, widths[column] > least else { continue }
      widths[column] = max(least, widths[column] - excess)
      for row in rows.indices { rows[row][column] = DisplayText.clipped(rows[row][column], to: widths[column]) }
    }
    var lines = [paint(.strong, line(titles, widths))]
    for (standing, row) in zip(standings, rows) {
      lines.append(line(row, widths, role: standing.verdict.map { $0.isPassed ? .passed : .error }))
      for remark in Self.remarks(on: standing) { lines += wrapped("    " + remark, hanging: 4) }
    }
    return Self.joined(lines)
  }

  private func row(_ standing: Standing, now: Int64) -> [String] {
    let card = standing.scorecard
    let change = card.flatMap { card in standing.previousIntegrity.map { Self.signed(card.integrity - $0) } }
    return [
      DisplayText.safe(standing.slug.name), DisplayText.safe(standing.stage.name), card?.integrity.shown ?? "-",
      card.map { String($0.style.value) } ?? "-", change ?? "", Self.age(from: standing.time, to: now),
      DisplayText.safe(standing.author),
    ]
  }

  /// Pads the cells; numbers stand to the right. The score takes the colour of the verdict.
  private func line(_ cells: [String], _ widths: [Int], role: Paint.Role? = nil) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      let gap = String(repeating: " ", count: max(0, widths[column] - DisplayText.width(cell)))
      let text = column == 2 ? role.map { paint($0, cell) } ?? cell : cell
      line += (column == 0 ? "" : "  ") + (2...4 ~= column ? gap + text : text + gap)
    }
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }

  /// Returns what an editor should know beyond the scores.
  static func remarks(on standing: Standing) -> [String] {
    var remarks: [String] = []
    if let verdict = standing.verdict, !verdict.isPassed {
      let reasons = verdict.refusals.prefix(3).map { sentence(of: $0) }.joined(separator: " ")
      remarks.append(worded("The gate would refuse it: \(reasons)", fr: "Le contrôle le refuserait : \(reasons)"))
    }
    if standing.stage.isShared { return remarks + revisionRemarks(on: standing) + teamRemarks(on: standing) }
    if standing.isStale {
      let baseline = standing.stage.gate?.against ?? worded("earlier", fr: "précédente")
      remarks.append(
        worded(
          "Stale: the \(DisplayText.safe(baseline)) version has moved on since this one was made from it.",
          fr: "Dépassé : la version \(DisplayText.safe(baseline)) a avancé depuis que celle-ci en a été tirée."))
    }
    for stage in standing.ahead {
      remarks.append(
        worded(
          "The \(DisplayText.safe(stage)) version has changes that are not in this one yet.",
          fr: "La version \(DisplayText.safe(stage)) a des modifications qui ne sont pas encore dans celle-ci."))
    }
    return remarks + teamRemarks(on: standing)
  }

  /// Returns whether somebody is at work on the next version of what is published, whose own scores are none the worse.
  private static func revisionRemarks(on standing: Standing) -> [String] {
    if !standing.ahead.isEmpty {
      let stages = standing.ahead.map { DisplayText.safe($0) }
      return [
        worded(
          """
          A revision is under way: what \(enumeration(stages)) \(stages.count == 1 ? "has" : "have") is not published \
          yet. The scores are those of the published text, against what it was made from.
          """,
          fr: """
            Une révision est en cours : ce qui en est \(stages.count == 1 ? "à l'étape" : "aux étapes") \(enumeration(stages)) n'est pas encore \
            publié. Les scores sont ceux du texte publié, par rapport à ce dont il a été tiré.
            """)
      ]
    }
    guard let stage = standing.reopened.map({ DisplayText.safe($0) }) else { return [] }
    return [
      worded(
        "Open for a revision (\(stage)); nothing has been changed yet.",
        fr: "Ouvert pour une révision (\(stage)) ; rien n'a encore été modifié.")
    ]
  }

  /// Returns how long ago `time` was, in one unit.
  static func age(from time: Int64, to now: Int64) -> String {
    let (difference, overflows) = now.subtractingReportingOverflow(time)
    let seconds = overflows ? 0 : max(0, difference)
    let units = [
      (31_557_600, "year", "an", "ans"), (2_629_800, "month", "mois", "mois"), (86_400, "day", "jour", "jours"),
      (3600, "hour", "heure", "heures"), (60, "minute", "minute", "minutes"),
    ]
    for (length, name, french, several) in units where seconds >= length {
      return counted(Int(seconds / Int64(length)), name, fr: french, several)
    }
    return worded("just now", fr: "à l'instant")
  }
}
