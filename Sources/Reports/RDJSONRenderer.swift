import Scoring

/// Findings in reviewdog's own format. Columns are bytes of UTF-8, and the end of a range is behind it.
struct RDJSONRenderer {
  func json(_ bundle: ReportBundle) -> String {
    var writer = JSONWriter(pretty: true)
    writer.object { writer in
      writer.key("source")
      writer.object { $0.member("name", "editorial") }
      writer.key("diagnostics")
      writer.array { writer in
        for group in bundle.groups {
          for remark in group.remarks { write(remark, nil, to: &writer) }
          for report in group.articles {
            let spans = SpanTable(report.candidate, counting: .bytes)
            for remark in group.remarks(on: report) { write(remark, spans, to: &writer) }
          }
        }
      }
    }
    return writer.text + "\n"
  }

  private func write(_ remark: Remark, _ spans: SpanTable?, to writer: inout JSONWriter) {
    writer.item()
    writer.object { writer in
      writer.member("message", remark.sentences.joined(separator: "\n"))
      writer.key("location")
      writer.object { writer in
        writer.member("path", remark.path)
        guard let range = remark.range, let span = spans?.span(of: range) else { return }
        writer.key("range")
        writer.object { writer in
          write("start", span.startLine, span.startColumn, to: &writer)
          write("end", span.endLine, span.endColumn, to: &writer)
        }
      }
      writer.member("severity", Self.name(of: remark.severity))
      writer.key("code")
      writer.object { $0.member("value", remark.rule) }
    }
  }

  private func write(_ name: String, _ line: Int, _ column: Int, to writer: inout JSONWriter) {
    writer.key(name)
    writer.object { writer in
      writer.member("line", line)
      writer.member("column", column)
    }
  }

  private static func name(of severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .note: "INFO"
    }
  }
}
