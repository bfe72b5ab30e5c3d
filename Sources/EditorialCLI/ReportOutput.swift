import Reports

/// Writes reports to standard output in the format that was asked for.
struct ReportOutput {
  let format: OutputFormat
  let terminal: Terminal

  func write(_ reports: [Report]) throws {
    switch format {
    case .text: try terminal.write(terminal.renderer().text(reports))
    case .json: try terminal.write(JSONRenderer().json(reports))
    case .jsonl: try terminal.write(reports.map { JSONRenderer().jsonLine($0) }.joined())
    }
  }
}
