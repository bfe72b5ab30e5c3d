/// The forms in which findings are written. This is the one list: help, validation and completion read it.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text, json, jsonl, markdown, github, sarif, junit, checkstyle, rdjson

  /// Who reads it, as the end of a line of help.
  package var readers: String {
    switch self {
    case .text: "people, at a terminal"
    case .json: "programs; one object or array"
    case .jsonl: "programs; one object a line"
    case .markdown: "people, as a comment on a pull request"
    case .github: "GitHub Actions, which marks the lines; ten of each kind, as GitHub shows no more"
    case .sarif: "code scanning: SARIF 2.1.0"
    case .junit: "test reports of CI servers: one test for each article"
    case .checkstyle: "whatever reads the XML of Checkstyle"
    case .rdjson: "reviewdog"
    }
  }
}
