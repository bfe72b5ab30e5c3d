package import Gatekeeping
package import Scoring
package import StructuredText
import Wording

/// One thing that is said of an article or an update, as programs that collect such things want it: a finding, or a
/// reason of a gate that is no finding.
package struct Remark {
  /// The rule's id; `gate-refused` for a reason of the gate.
  package let rule: String
  package let severity: Severity
  /// One sentence, safe to show, without a final full stop.
  package let message: String
  /// What would mend it, safe to show.
  package let remedy: String?
  /// `nil` for what is wrong with an update as a whole.
  let report: Report?
  /// The file to look at, from the repository's root.
  let path: String
  /// The words in the article; `nil` when the file as a whole is meant.
  package let range: TextRange?
  package let finding: Finding?
  /// Who has accepted the finding; it is a note then, whatever it was.
  package let waiver: Waiver?
  /// The branch of an update; `nil` for what is said of an article.
  let branch: String?

  /// The rule that stands for every reason of a gate.
  static let gateRule = "gate-refused"

  init(_ finding: Finding, in report: Report) {
    rule = finding.rule.name
    waiver = report.waivers[finding.id]
    severity = waiver == nil ? finding.severity : .note
    message = DisplayText.safe(finding.message)
    remedy = finding.remedy.isEmpty || waiver != nil ? nil : DisplayText.safe(finding.remedy)
    self.report = report
    path = report.candidate.file
    range = finding.candidate
    self.finding = finding
    branch = nil
  }

  /// - Parameter report: on the article that is refused; `nil` when the update is.
  init(_ refusal: Refusal, on report: Report?, branch: String?) {
    rule = Self.gateRule
    severity = .error
    message = DisplayText.safe(refusal.message)
    remedy = refusal.remedy.map(DisplayText.safe)
    self.report = report
    path = report?.candidate.file ?? Self.path(of: refusal)
    range = nil
    finding = nil
    waiver = nil
    self.branch = branch
  }

  /// Returns what is said of one article: the gate's reasons, then the findings, the gravest first.
  package static func all(on report: Report) -> [Remark] {
    let reasons = (report.gate?.verdict.refusals ?? []).filter { if case .blocking = $0 { false } else { true } }
    return reasons.map { Remark($0, on: report, branch: nil) }
      + TextRenderer.ordered(report.findings).map { Remark($0, in: report) }
  }

  /// Whether it is more than a note that costs nothing.
  package var isWeighty: Bool { severity > .note || (finding?.points ?? .zero) > .zero || waiver != nil }

  /// The rule, and what the finding takes from the score.
  package var title: String {
    guard let finding, finding.points > .zero else { return DisplayText.safe(rule) }
    return "\(DisplayText.safe(rule)) (-\(finding.points.shown))"
  }

  /// Where the words are that the article does not keep to; `nil` when there are none.
  package var origin: (name: String, text: LocatedText, range: TextRange)? {
    guard let report, let finding else { return nil }
    if let range = finding.baseline, let baseline = report.baseline {
      return (
        worded(
          "the baseline",
          fr: "l'article d'origine"), baseline, range
      )
    }
    if let elsewhere = finding.elsewhere, let other = report.text(elsewhere: finding) {
      return (worded("an earlier article", fr: "un article antérieur"), other, elsewhere.range)
    }
    return nil
  }

  /// Message, other place and remedy, each a sentence on a line of its own.
  package var sentences: [String] {
    var lines = [Self.ended(message)]
    if let branch {
      lines.append(
        worded(
          "This is about the update of \(DisplayText.safe(branch)).",
          fr: "Il s'agit de la mise à jour de \(DisplayText.safe(branch))."))
    }
    if let origin {
      lines.append(
        worded(
          "In \(origin.name): \(origin.text.place(of: origin.range))",
          fr: "Dans \(origin.name) : \(origin.text.place(of: origin.range))"))
    }
    if let waiver { lines.append(worded("It is ", fr: "Constat ") + Remark.ended(DisplayText.safe(waiver.sentence))) }
    if let remedy { lines.append(worded("Mend it: ", fr: "À faire : ") + Self.ended(remedy)) }
    return lines
  }

  package static func ended(_ text: String) -> String {
    text.last.map { ".!?".contains($0) } ?? true ? text : text + "."
  }

  /// What is wrong with an update as a whole is told at the file that it is about, or at the policy that forbids it.
  private static func path(of refusal: Refusal) -> String {
    switch refusal {
    case .foreignPath(let path, _), .linkAboveArticles(let path): path
    default: Policy.path
    }
  }
}
