import Gatekeeping
import Scoring
import StructuredText
import Wording

extension TextRenderer {
  /// Returns one finding: its place and message, both excerpts, and what would mend it.
  func lines(of finding: Finding, in report: Report) -> [String] {
    let cost =
      finding.points > .zero
      ? "-\(finding.points.shown)"
      : report.isBlocking(finding)
        ? worded(
          "must be mended",
          fr: "doit être corrigé") : nil
    let waiver = report.waivers[finding.id]
    let lines = lines(
      of: finding, candidate: report.candidate, baseline: report.baseline, other: report.text(elsewhere: finding),
      cost: cost, remedy: waiver == nil ? finding.remedy : "")
    guard let waiver else { return lines }
    return lines + wrapped("  " + DisplayText.safe(waiver.sentence), hanging: 4)
  }

  /// - Parameters:
  ///   - other: The article that the finding points into beside these two.
  ///   - cost: What is said of the points behind the rule.
  ///   - remedy: What to do about it; the finding's own when left out, empty for nothing.
  ///   - isMended: Whether the finding is a thing of the past, so that nothing is left to do about it.
  func lines(
    of finding: Finding, candidate: LocatedText, baseline: LocatedText?, other: LocatedText? = nil, cost: String?,
    remedy: String? = nil, isMended: Bool = false
  ) -> [String] {
    let place = finding.candidate.map { candidate.place(of: $0) } ?? DisplayText.safe(candidate.path)
    let message = DisplayText.safe(finding.message)
    let tail = ["[\(DisplayText.safe(finding.rule.name)) \(DisplayText.safe(finding.id))]", cost].compactMap { $0 }
      .joined(separator: " ")
    var lines: [String] = []
    let label = isMended ? worded("mended", fr: "corrigé") : finding.severity.noun
    let paintedLabel = isMended ? paint(.passed, label) : paint(Self.role(of: finding.severity), label)
    let plain = "\(place): \(label)\(colon) \(message) \(tail)"
    if DisplayText.width(plain) <= width {
      lines.append("\(place): \(paintedLabel)\(colon) \(paint(.strong, message)) \(paint(.faint, tail))")
    } else {
      lines.append("\(place): \(paintedLabel)\(colon) \(paint(.faint, tail))")
      lines += wrapped("  " + message, hanging: 2).map { paint(.strong, $0) }
    }
    if let range = finding.candidate { lines += excerpt(of: range, in: candidate) }
    if let range = finding.baseline, let baseline {
      lines.append(
        worded(
          "  in the baseline, \(baseline.place(of: range)):",
          fr: "  dans l'article d'origine, \(baseline.place(of: range)) :"))
      lines += excerpt(of: range, in: baseline)
    }
    if let range = finding.elsewhere?.range, let other {
      lines.append(
        worded(
          "  in an earlier article, \(other.place(of: range)):",
          fr: "  dans un article antérieur, \(other.place(of: range)) :"))
      lines += excerpt(of: range, in: other)
    }
    let remedy = isMended ? "" : remedy ?? finding.remedy
    if !remedy.isEmpty {
      lines += wrapped(worded("  mend it: ", fr: "  à faire : ") + DisplayText.safe(remedy), hanging: 11)
    }
    return lines
  }

  static func role(of severity: Severity) -> Paint.Role {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }

  /// Returns the line around the words, and a line of carets under them.
  func excerpt(of range: TextRange, in text: LocatedText) -> [String] {
    let number = String(text.lines.position(of: range.start).line)
    let gutter = String(repeating: " ", count: max(0, 5 - number.utf8.count)) + number
    let excerpt = text.excerpt(of: range, width: width - gutter.utf8.count - 3)
    if excerpt.text.isEmpty { return [] }
    let line =
      "\(paint(.faint, gutter + " |")) \(excerpt.before)\(paint(.mark, excerpt.words))\(excerpt.after)"
    let carets =
      String(repeating: " ", count: excerpt.indent) + paint(.mark, String(repeating: "^", count: excerpt.markWidth))
    let blank = String(repeating: " ", count: gutter.utf8.count)
    return [line, "\(paint(.faint, blank + " |")) \(carets)"]
  }
}
