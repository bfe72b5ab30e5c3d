package import Gatekeeping
import Scoring
import Wording

/// What the gate of one branch says of everything that it was asked about.
package struct BranchReport: Sendable {
  package let branch: String
  /// `nil` for what is refused wherever it happens.
  package let stage: String?
  package let articles: [Report]
  /// What is wrong with the update as a whole.
  package let refusals: [Refusal]

  package init(branch: String, stage: String?, articles: [Report], refusals: [Refusal]) {
    self.branch = branch
    self.stage = stage
    self.articles = articles
    self.refusals = refusals
  }

  package var isPassed: Bool { refusals.isEmpty && articles.allSatisfy { $0.gate?.verdict.isPassed ?? true } }
}

extension TextRenderer {
  /// Returns a line for each article that passed, the findings of each that did not, the warnings of both, and a count.
  package func text(_ branches: [BranchReport]) -> String {
    var lines: [String] = []
    for branch in branches {
      if branch.articles.isEmpty, branch.refusals.isEmpty { continue }
      if !lines.isEmpty, lines.last != "" { lines.append("") }
      lines.append(paint(.strong, DisplayText.safe(branch.branch)))
      for refusal in branch.refusals {
        lines += wrapped(
          "  \(paint(.error, Self.refused))\(colon) \(Self.sentence(of: refusal))", hanging: 4)
      }
      for article in branch.articles {
        if article.gate?.verdict.isPassed ?? true {
          lines.append("  " + (heading(article).first ?? ""))
        } else {
          lines += [""] + brief(article)
        }
        let warnings = warnings(of: article)
        if !warnings.isEmpty { lines += warnings + [""] }
      }
    }
    if !lines.isEmpty, lines.last != "" { lines.append("") }
    let articles = branches.flatMap(\.articles)
    let refused = articles.filter { !($0.gate?.verdict.isPassed ?? true) }.count
    let judged = counted(articles.count, "article", fr: "article")
    let gated = counted(
      branches.count, "gated branch", "gated branches", fr: "branche contrôlée", "branches contrôlées")
    let passed = articles.count - refused
    lines.append("\(judged) \(worded("on", fr: "sur")) \(gated)\(colon) \(Self.verdicts(passed, refused)).")
    return Self.joined(lines)
  }
}

extension TextRenderer {
  /// How many warnings of one article are told in full.
  private static let mostWarnings = 8

  /// Returns what refuses nothing and somebody should look at all the same.
  private func warnings(of report: Report) -> [String] {
    let warnings = report.findings.filter { $0.severity == .warning && !Self.weighs($0) }
    var lines = warnings.prefix(Self.mostWarnings).flatMap { [""] + self.lines(of: $0, in: report) }
    let more = warnings.count - Self.mostWarnings
    if more > 0 {
      lines += [
        "",
        worded(
          "and \(counted(more, "warning", fr: "avertissement")) more; --format json has them all",
          fr: """
            et \(counted(more, "warning", fr: "autre avertissement", "autres avertissements")) ; --format json les donne \
            tous
            """),
      ]
    }
    return lines
  }
}

extension JSONRenderer {
  /// Returns an array with an object for each branch.
  package func json(_ branches: [BranchReport]) -> String {
    var writer = JSONWriter(pretty: true)
    writer.array { writer in
      for branch in branches {
        writer.item()
        write(branch, to: &writer)
      }
    }
    return writer.text + "\n"
  }

  /// Returns one branch on one line.
  package func jsonLine(_ branch: BranchReport) -> String {
    var writer = JSONWriter(pretty: false)
    write(branch, to: &writer)
    return writer.text + "\n"
  }

  /// Writes one branch as a value.
  package func write(_ branch: BranchReport, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("schema", Self.schema)
      writer.member("branch", branch.branch)
      writer.member("stage", branch.stage)
      writer.member("verdict", branch.isPassed ? "passed" : "refused")
      writer.list("reasons", of: branch.refusals) { $0.value($1.message) }
      writer.list("articles", of: branch.articles) { writer, article in write(article, to: &writer) }
    }
  }
}
