import Gatekeeping
import Scoring
import Wording

/// Reports as text for people: laid out like a compiler's, worded for editors.
///
/// Every line that names a place starts with `path:line:column`, which editors and terminals turn into a link.
package struct TextRenderer: Sendable {
  let paint: Paint
  /// How many findings of an article are shown: nobody reads on, and each takes up to eight lines.
  static let mostFindings = 50
  /// Terminal columns that lines are laid out for.
  let width: Int

  package init(paint: Paint = .none, width: Int = 100) {
    self.paint = paint
    self.width = max(40, width)
  }

  /// Returns the scores, the verdict and every finding of one article.
  package func text(_ report: Report) -> String {
    var lines = heading(report)
    for finding in Self.ordered(report.findings).prefix(Self.mostFindings) {
      lines.append("")
      lines += self.lines(of: finding, in: report)
    }
    let more = report.findings.count - Self.mostFindings
    if more > 0 {
      lines.append("")
      lines += wrapped(
        worded(
          "and \(counted(more, "more finding", fr: "autre constat", "autres constats")); --format json has them all",
          fr: """
            et \(counted(more, "more finding", fr: "autre constat", "autres constats")) ; --format json les donne tous
            """), hanging: 2)
    }
    if let card = report.scorecard {
      lines.append("")
      lines.append(paint(.strong, Self.summary(of: card)))
    }
    if let next = report.next {
      lines += wrapped(
        worded(
          "Next: \(DisplayText.safe(next))",
          fr: "Ensuite : \(DisplayText.safe(next))"), hanging: 6)
    }
    return Self.joined(lines)
  }

  /// Returns the line with the score, the threshold and the verdict of one article, without its line ending.
  package func headline(_ report: Report) -> String { heading(report).first ?? "" }

  /// Returns the reports one after the other, and a count of the verdicts when there are several.
  package func text(_ reports: [Report]) -> String {
    var parts = reports.map { text($0) }
    if reports.count > 1 {
      let judged = reports.compactMap(\.gate)
      let refused = judged.filter { !$0.verdict.isPassed }.count
      let articles = counted(reports.count, "article", fr: "article")
      parts.append(
        judged.isEmpty
          ? "\(articles).\n"
          : "\(articles)\(colon) \(Self.verdicts(judged.count - refused, refused)).\n")
    }
    return parts.joined(separator: "\n")
  }

  /// - Parameter isBrief: whether to leave out how the style score came about.
  func heading(_ report: Report, isBrief: Bool = false) -> [String] {
    var first =
      "\(DisplayText.safe(report.name))\(colon) "
      + (report.integrity.map {
        worded(
          "integrity \($0)",
          fr: "intégrité \($0.shown)")
      }
        ?? worded(
          "not scored",
          fr: "sans score"))
    if let accepted = report.integrityWithWaivers {
      first += worded(
        " (\(accepted) with \(counted(report.waivers.count, "finding", fr: "constat")) accepted)",
        fr: """
           (\(accepted.shown) avec \(counted(report.waivers.count, "finding", fr: "constat toléré", "constats tolérés")))
          """)
    }
    if let gate = report.gate {
      if let threshold = gate.threshold { first += worded(", \(threshold) needed", fr: ", \(threshold.shown) exigé") }
      if let stage = gate.stage {
        first += worded(
          " for \(DisplayText.safe(stage))",
          fr: " pour \(DisplayText.safe(stage))")
      }
      let verdict = gate.verdict.isPassed ? paint(.passed, Self.passed) : paint(.error, Self.refused)
      first = "\(paint(.strong, first))\(colon) \(verdict)"
    } else {
      first = paint(.strong, first)
    }
    var lines = [first]
    for reason in Self.reasons(of: report) { lines += wrapped("  " + reason, hanging: 2) }
    guard let card = report.scorecard else { return lines }
    lines += wrapped("  " + (isBrief ? Self.styleInShort(card.style) : Self.style(card.style)), hanging: 4)
    let basis =
      switch (card.basis, report.baseline) {
      case (.fidelity, let baseline?):
        worded(
          "measured against \(DisplayText.safe(baseline.path))",
          fr: "comparé à \(DisplayText.safe(baseline.path))")
      case (.fidelity, nil): worded("measured against its baseline", fr: "comparé à son article d'origine")
      case (.sourcing, _):
        worded(
          "measured alone: are its sources real, and does it cite them?",
          fr: "jugé seul : ses sources sont-elles réelles, et les mentionne-t-il ?")
      }
    return lines + wrapped("  " + basis, hanging: 4)
  }

  /// Returns what the heading and the findings do not say of a refusal by themselves.
  static func reasons(of report: Report) -> [String] {
    let refusals = report.gate?.verdict.refusals ?? []
    let blocking = refusals.filter { if case .blocking = $0 { true } else { false } }
    var reasons = refusals.compactMap { refusal -> String? in
      switch refusal {
      case .integrityBelow, .blocking: nil
      default: sentence(of: refusal)
      }
    }
    if !blocking.isEmpty, blocking.count == refusals.count {
      reasons.append(
        worded(
          "The score is high enough, but \(counted(blocking.count, "finding", fr: "constat")) must be mended whatever the score.",
          fr: """
            Le score suffit, mais \(counted(blocking.count, "finding", fr: "constat doit être corrigé", "constats doivent être corrigés")) \
            quel que soit le score.
            """))
    }
    return reasons
  }

  /// Returns what is wrong and what to do about it, in plain sentences.
  static func sentence(of refusal: Refusal) -> String {
    [refusal.message, refusal.remedy].compactMap { $0 }
      .map { text in
        let text = DisplayText.safe(text)
        return text.last.map { ".!?".contains($0) } ?? true ? text : text + "."
      }.joined(separator: " ")
  }

  static func style(_ score: StyleScore) -> String {
    let measures = score.measures.map { measure in
      "\(DisplayText.safe(measure.name)) \(Tenths((measure.hundredths + 5) / 10).shown)/\(measure.most)"
    }
    return styleInShort(score) + (measures.isEmpty ? "" : "\(colon) " + measures.joined(separator: ", "))
  }

  private static func styleInShort(_ score: StyleScore) -> String {
    worded(
      "style \(score.value) of 100 (\(DisplayText.safe(score.profile)))",
      fr: "style \(score.value) sur 100 (\(DisplayText.safe(score.profile)))")
  }

  /// Returns how many findings there are of each severity, and what they cost together.
  static func summary(of card: Scorecard) -> String {
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = card.findings.filter { $0.severity == severity }.count
      return count == 0 ? nil : counted(count, severity.rawValue, fr: severity.noun)
    }
    if counts.isEmpty { return worded("No findings.", fr: "Rien à signaler.") }
    let lost = card.findings.reduce(Tenths.zero) { $0 + $1.points }
    return enumeration(counts)
      + (lost == .zero
        ? worded("; no points lost.", fr: " ; aucun point perdu.")
        : worded(
          "; \(lost) points lost.",
          fr: " ; \(lost.shown) points perdus."))
  }

  /// Findings that cost points or are errors first; within each part in the order they came in.
  static func ordered(_ findings: [Finding]) -> [Finding] {
    findings.filter(weighs) + findings.filter { !weighs($0) }
  }

  /// Whether a finding lowers the score or can make a gate refuse by itself.
  static func weighs(_ finding: Finding) -> Bool {
    finding.points > .zero || finding.severity == .error
  }

  static var passed: String { worded("passed", fr: "accepté") }
  static var refused: String { worded("refused", fr: "refusé") }

  /// Returns how many were let in and how many were not: `2 passed, 1 refused`.
  static func verdicts(_ passed: Int, _ refused: Int) -> String {
    counted(passed, "passed", "passed", fr: "accepté") + ", " + counted(refused, "refused", "refused", fr: "refusé")
  }

  static func enumeration(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + worded(" and ", fr: " et ") + last
  }

  static func joined(_ lines: [String]) -> String {
    lines.joined(separator: "\n") + "\n"
  }

  /// Returns plain words, each paragraph wrapped.
  package func prose(_ text: String) -> String {
    Self.joined(
      text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrapped(String($0), hanging: 0) })
  }

  /// Breaks `text` at blanks so that it fits; lines after the first are indented by `hanging`.
  func wrapped(_ text: String, hanging: Int) -> [String] {
    guard DisplayText.width(text) > width else { return [text] }
    let leading = text.prefix { $0 == " " }
    var lines: [String] = []
    var line = String(leading)
    var used = DisplayText.width(line)
    var isFresh = true
    for word in text.dropFirst(leading.count).split(separator: " ") {
      let wide = DisplayText.width(String(word))
      if !isFresh, used + 1 + wide > width {
        lines.append(line)
        line = String(repeating: " ", count: hanging)
        used = hanging
        isFresh = true
      }
      if !isFresh {
        line += " "
        used += 1
      }
      line += word
      used += wide
      isFresh = false
    }
    return lines + [line]
  }
}
