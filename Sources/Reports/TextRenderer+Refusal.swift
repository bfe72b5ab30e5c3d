package import Gatekeeping
import Scoring
import Wording

/// What is told to somebody whose command a gate has refused.
package struct RefusalNotice: Sendable {
  /// What was refused, as the end of a sentence: `the update of main`.
  package let refused: String
  /// The articles that the gate refused.
  package let articles: [Report]
  /// What is wrong with the update as a whole.
  package let refusals: [Refusal]
  /// The command that undoes what Git left behind; `nil` when it left nothing.
  package let wayBack: String?
  /// What that command does to the files.
  package let effect: WayBack.Effect
  /// The command to type next.
  package let next: String?

  package init(
    refused: String, articles: [Report], refusals: [Refusal], wayBack: String?,
    effect: WayBack.Effect = .cleansUp, next: String?
  ) {
    self.refused = refused
    self.articles = articles
    self.refusals = refusals
    self.wayBack = wayBack
    self.effect = effect
    self.next = next
  }
}

extension TextRenderer {
  /// How many findings of one article a notice tells in full; the rest is a command away.
  private static let most = 8

  /// Returns a notice that can stand among other programs' messages: short, and without what costs nothing.
  package func text(_ notice: RefusalNotice) -> String {
    var lines = wrapped(
      worded(
        "\(paint(.error, "editorial refuses")) \(DisplayText.safe(notice.refused)). Nothing was moved.",
        fr: "\(paint(.error, "editorial refuse")) \(DisplayText.safe(notice.refused)). Rien n'a été déplacé."),
      hanging: 2)
    for refusal in notice.refusals {
      lines.append("")
      lines += wrapped("- " + Self.sentence(of: refusal), hanging: 2)
    }
    for article in notice.articles {
      lines.append("")
      lines += brief(article)
    }
    if let wayBack = notice.wayBack {
      lines.append("")
      lines += wrapped(Self.sentence(before: notice.effect), hanging: 0) + ["  " + DisplayText.safe(wayBack)]
    }
    if let next = notice.next {
      lines.append("")
      lines += [worded("Next:", fr: "Ensuite :"), "  " + DisplayText.safe(next)]
    }
    return Self.joined(lines)
  }

  private static func sentence(before effect: WayBack.Effect) -> String {
    switch effect {
    case .cleansUp:
      worded(
        "Git may have left files of the refused version behind. This takes them back:",
        fr: "Git a peut-être laissé des fichiers de la version refusée. Ceci les remet comme avant :")
    case .putsAside:
      worded(
        """
        Your changes are still in your files: mend them and commit again. Or put them aside for now (`git stash pop` \
        brings them back):
        """,
        fr: """
          Vos modifications sont toujours dans vos fichiers : corrigez-les et recommencez le commit. Ou \
          mettez-les de côté pour l'instant (`git stash pop` les ramène) :
          """)
    case .discards:
      worded(
        "Your changes are still in your files: mend them and commit again. Or throw them away:",
        fr: """
          Vos modifications sont toujours dans vos fichiers : corrigez-les et recommencez le commit. Ou jetez-les :
          """)
    }
  }

  /// Returns the heading of a report and the findings that made it fail.
  func brief(_ report: Report) -> [String] {
    let isAboutStyle =
      report.gate?.verdict.refusals.contains { if case .styleBelow = $0 { true } else { false } } ?? false
    var lines = heading(report, isBrief: !isAboutStyle)
    let findings = Self.ordered(report.findings).filter { Self.weighs($0) }
    for finding in findings.prefix(Self.most) {
      lines.append("")
      lines += self.lines(of: finding, in: report)
    }
    let more = findings.count - Self.most
    if more > 0 {
      lines += [
        "",
        worded(
          "and \(counted(more, "finding", fr: "constat")) more.",
          fr: "et \(counted(more, "finding", fr: "autre constat", "autres constats"))."),
      ]
    }
    return lines
  }
}
