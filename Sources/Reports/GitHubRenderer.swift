import Scoring
import Wording

/// Findings as commands of GitHub Actions, which puts them beside the lines of a pull request.
///
/// GitHub does not say what its columns count, and shows whole lines; they are UTF-16 code units, as in its editor.
struct GitHubRenderer {
  /// GitHub shows no more of each kind from one step, and drops the rest without a word.
  private static let most = 10

  func annotations(_ bundle: ReportBundle) -> String {
    var lines: [String] = []
    var told: [Severity: Int] = [:]
    for group in bundle.groups {
      for remark in group.remarks { tell(remark, nil, &told, &lines) }
      for report in group.articles {
        let spans = SpanTable(report.candidate, counting: .utf16)
        for remark in group.remarks(on: report) where remark.isWeighty { tell(remark, spans, &told, &lines) }
      }
    }
    for severity in Severity.allCases.reversed() {
      let more = (told[severity] ?? 0) - Self.most
      if more > 0 {
        lines.append(
          worded(
            "and \(counted(more, "more " + severity.rawValue, fr: "autre " + severity.noun, "autres " + severity.noun + "s")) that GitHub would not show.",
            fr:
              "et \(counted(more, "more " + severity.rawValue, fr: "autre " + severity.noun, "autres " + severity.noun + "s")) que GitHub ne montrerait pas."
          ))
      }
    }
    lines.append(bundle.count)
    return TextRenderer.joined(lines)
  }

  private func tell(_ remark: Remark, _ spans: SpanTable?, _ told: inout [Severity: Int], _ lines: inout [String]) {
    told[remark.severity, default: 0] += 1
    if told[remark.severity, default: 0] <= Self.most { lines.append(Self.command(remark, spans)) }
  }

  private static func command(_ remark: Remark, _ spans: SpanTable?) -> String {
    var properties: [String] = []
    if remark.report != nil {
      properties.append("file=" + property(DisplayText.safe(remark.path)))
      let span = remark.range.flatMap { range in spans?.span(of: range) }
      properties.append("line=\(span?.startLine ?? 1)")
      if let span {
        properties.append("endLine=\(span.endLine)")
        // GitHub takes columns only where both ends are on one line.
        if span.isOnOneLine { properties += ["col=\(span.startColumn)", "endColumn=\(span.endColumn)"] }
      }
    }
    properties.append("title=" + property("editorial: " + remark.title))
    return "::\(name(of: remark.severity)) \(properties.joined(separator: ","))::"
      + data(remark.sentences.joined(separator: "\n"))
  }

  private static func name(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  /// Escapes a message as the toolkit of GitHub Actions does.
  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
