package import Gatekeeping
import Scoring

/// What is told to somebody whose command a gate has refused.
package struct RefusalNotice: Sendable {
  /// What was refused, as the end of a sentence: `the update of main`.
  package let refused: String
  /// The articles that the gate refused.
  package let articles: [Report]
  /// What is wrong with the update as a whole.
  package let refusals: [Refusal]
  /// The commands that undo what Git left behind; empty when it left nothing.
  package let wayBack: [String]
  /// The command to type next.
  package let next: String?

  package init(refused: String, articles: [Report], refusals: [Refusal], wayBack: [String], next: String?) {
    self.refused = refused
    self.articles = articles
    self.refusals = refusals
    self.wayBack = wayBack
    self.next = next
  }
}

extension TextRenderer {
  /// How many findings of one article a notice tells in full; the rest is a command away.
  private static let most = 8

  /// Returns a notice that can stand among other programs' messages: short, and without what costs nothing.
  package func text(_ notice: RefusalNotice) -> String {
    var lines = wrapped(
      "\(paint(.error, "editorial refuses")) \(DisplayText.safe(notice.refused)). Nothing was moved.", hanging: 2)
    for refusal in notice.refusals {
      lines.append("")
      lines += wrapped("- " + Self.sentence(of: refusal), hanging: 2)
    }
    for article in notice.articles {
      lines.append("")
      lines += brief(article)
    }
    if !notice.wayBack.isEmpty {
      lines.append("")
      lines += wrapped("The work tree or the index may still hold the refused version. The way back:", hanging: 0)
      lines += notice.wayBack.map { "  " + DisplayText.safe($0) }
    }
    if let next = notice.next {
      lines.append("")
      lines += ["Next:", "  " + DisplayText.safe(next)]
    }
    return Self.joined(lines)
  }

  /// Returns the heading of a report and the findings that made it fail.
  private func brief(_ report: Report) -> [String] {
    var lines = heading(report)
    let findings = Self.ordered(report.findings).filter { Self.weighs($0) }
    for finding in findings.prefix(Self.most) {
      lines.append("")
      lines += self.lines(of: finding, in: report)
    }
    let more = findings.count - Self.most
    if more > 0 { lines += ["", "and \(Self.count(more, "finding")) more."] }
    return lines
  }
}
