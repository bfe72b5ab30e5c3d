import Gatekeeping
package import Scoring
import StructuredText

/// Reports as JSON: the machine-readable contract, with a version of its own.
package struct JSONRenderer: Sendable {
  /// Raised when a member changes its meaning or goes away; new members do not raise it.
  package static let schema = 1

  package init() {}

  /// Returns one object for one article, an array for any other number.
  package func json(_ reports: [Report]) -> String {
    var writer = JSONWriter(pretty: true)
    if reports.count == 1, let report = reports.first {
      write(report, to: &writer)
    } else {
      writer.array { writer in
        for report in reports {
          writer.item()
          write(report, to: &writer)
        }
      }
    }
    return writer.text + "\n"
  }

  /// Returns one object a line.
  package func jsonLine(_ report: Report) -> String {
    var writer = JSONWriter(pretty: false)
    write(report, to: &writer)
    return writer.text + "\n"
  }

  /// The caller's name for a pair of a batch; it goes back as it came.
  package enum BatchID: Sendable {
    case text(String)
    case number(Int)
  }

  /// Returns the line that answers one line of a batch.
  package func batchLine(id: BatchID, candidate: LocatedText, baseline: LocatedText?, scorecard: Scorecard) -> String {
    var writer = JSONWriter(pretty: false)
    writer.object { writer in
      switch id {
      case .text(let text): writer.member("id", text)
      case .number(let number): writer.member("id", number)
      }
      writer.member("integrity", scorecard.integrity)
      writer.member("style", scorecard.style.value)
      writer.key("findings")
      write(scorecard.findings, candidate: candidate, baseline: baseline, to: &writer)
    }
    return writer.text + "\n"
  }

  /// Returns the line that answers a line of a batch that could not be judged.
  package func batchErrorLine(line: Int, message: String) -> String {
    var writer = JSONWriter(pretty: false)
    writer.object { writer in
      writer.key("error")
      writer.object { writer in
        writer.member("line", line)
        writer.member("message", message)
      }
    }
    return writer.text + "\n"
  }

  /// Writes one article's report as a value.
  package func write(_ report: Report, to writer: inout JSONWriter) {
    let style = report.scorecard?.style
    writer.object { writer in
      writer.member("schema", Self.schema)
      writer.member("article", report.slug)
      writer.member("path", report.candidate.path)
      writer.member("baseline", report.baseline?.path)
      writer.member("basis", report.scorecard?.basis.rawValue)
      writer.member("integrity", report.integrity)
      if let accepted = report.integrityWithWaivers { writer.member("integrityWithWaivers", accepted) }
      writer.member("style", style?.value)
      writer.member("profile", style?.profile)
      writer.list("measures", of: style?.measures ?? []) { writer, measure in write(measure, to: &writer) }
      writer.member("stage", report.gate?.stage)
      writer.member("threshold", report.gate?.threshold)
      writer.member("verdict", report.gate.map { $0.verdict.isPassed ? "passed" : "refused" })
      writer.list("reasons", of: report.gate?.verdict.refusals ?? []) { $0.value($1.message) }
      writer.key("findings")
      write(
        report.findings, candidate: report.candidate, baseline: report.baseline, others: report.others,
        waivers: report.waivers, to: &writer)
    }
  }

  private func write(_ measure: StyleScore.Measure, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", measure.name)
      writer.member("count", measure.count)
      writer.member("value", Tenths((measure.hundredths + 5) / 10))
      writer.member("most", measure.most)
    }
  }

  private func write(
    _ findings: [Finding], candidate: LocatedText, baseline: LocatedText?, others: [LocatedText] = [],
    waivers: [String: Waiver] = [:], to writer: inout JSONWriter
  ) {
    writer.array { writer in
      for finding in findings {
        writer.item()
        let other = finding.elsewhere.flatMap { place in others.first { $0.path == place.article } }
        write(finding, candidate: candidate, baseline: baseline, other: other, waiver: waivers[finding.id], to: &writer)
      }
    }
  }

  func write(
    _ finding: Finding, candidate: LocatedText, baseline: LocatedText?, other: LocatedText? = nil,
    waiver: Waiver? = nil, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("id", finding.id)
      writer.member("rule", finding.rule.name)
      writer.member("severity", finding.severity.rawValue)
      writer.member("message", finding.message)
      writer.key("candidate")
      write(finding.candidate, in: candidate, to: &writer)
      writer.key("baseline")
      write(finding.baseline, in: baseline, to: &writer)
      if let elsewhere = finding.elsewhere, let other {
        writer.key("elsewhere")
        write(elsewhere.range, in: other, to: &writer)
      }
      writer.member("points", finding.points)
      writer.member("remedy", finding.remedy)
      if let waiver {
        writer.key("waiver")
        writer.object { writer in
          writer.member("by", waiver.person)
          writer.member("at", waiver.day)
          writer.member("reason", waiver.reason)
        }
      }
    }
  }

  func write(_ range: TextRange?, in text: LocatedText?, to writer: inout JSONWriter) {
    guard let range, let text else { return writer.null() }
    let position = text.lines.position(of: range.start)
    let start = min(max(0, range.start), text.bytes.count)
    let end = min(max(start, range.end), text.bytes.count)
    writer.object { writer in
      writer.member("path", text.path)
      writer.member("line", position.line)
      writer.member("column", position.column)
      writer.member("text", String(decoding: text.bytes[start..<end], as: UTF8.self))
    }
  }
}
