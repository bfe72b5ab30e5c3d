import Wording

/// The forms in which findings are written. This is the one list: help, validation and completion read it.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text, json, jsonl, markdown, github, sarif, junit, checkstyle, rdjson

  /// Who reads it, as the end of a line of help.
  package var readers: String {
    switch self {
    case .text: worded("people, at a terminal", fr: "pour lire, dans un terminal")
    case .json: worded("programs; one object or array", fr: "pour les programmes ; un objet ou un tableau")
    case .jsonl: worded("programs; one object a line", fr: "pour les programmes ; un objet par ligne")
    case .markdown:
      worded(
        "people, as a comment on a pull request",
        fr: "pour lire, en commentaire d'une demande de fusion")
    case .github:
      worded(
        "GitHub Actions, which marks the lines; ten of each kind, as GitHub shows no more",
        fr: "GitHub Actions, qui marque les lignes ; dix de chaque sorte, car GitHub n'en montre pas plus")
    case .sarif: worded("code scanning: SARIF 2.1.0", fr: "l'analyse de code : SARIF 2.1.0")
    case .junit:
      worded(
        "test reports of CI servers: one test for each article",
        fr: "les rapports de tests des serveurs d'intégration : un test par article")
    case .checkstyle: worded("whatever reads the XML of Checkstyle", fr: "tout ce qui lit le XML de Checkstyle")
    case .rdjson: "reviewdog"
    }
  }
}
