import Scoring

/// Findings as the XML of Checkstyle 4.3, which many review tools read. Columns are Unicode scalars.
struct CheckstyleRenderer {
  func xml(_ bundle: ReportBundle) -> String {
    var writer = XMLWriter()
    // One element for each run of remarks on a file.
    var runs: [[Remark]] = []
    for remark in bundle.remarks {
      if runs.last?.first?.path == remark.path { runs[runs.count - 1].append(remark) } else { runs.append([remark]) }
    }
    writer.element("checkstyle", ["version": "4.3"]) { writer in
      for run in runs {
        guard let first = run.first else { continue }
        let spans = first.report.map { SpanTable($0.candidate, counting: .scalars) }
        writer.element("file", ["name": first.path]) { writer in
          for remark in run {
            // Readers want a line of everything; what is about the whole file is told at its top.
            let span = remark.range.flatMap { range in spans?.span(of: range) }
            writer.element(
              "error",
              [
                "line": "\(span?.startLine ?? 1)", "column": "\(span?.startColumn ?? 1)",
                "severity": Self.name(of: remark.severity),
                "message": remark.sentences.joined(separator: " "), "source": "editorial." + remark.rule,
              ])
          }
        }
      }
    }
    return writer.text
  }

  private static func name(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "info"
    }
  }
}
