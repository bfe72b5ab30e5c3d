package import Scoring
import Wording

extension TextRenderer {
  /// Returns what a rule means: why it matters, what it costs, an example that fails and one that passes.
  package func text(_ rule: RuleDescription) -> String {
    var lines = [paint(.strong, rule.id.name)]
    lines += wrapped(rule.summary.prefix(1).uppercased() + rule.summary.dropFirst() + ".", hanging: 0)
    lines.append("")
    lines += wrapped(rule.rationale, hanging: 0)
    lines.append("")
    lines += wrapped(
      worded(
        "Severity: \(rule.defaultSeverity.rawValue). \(Self.cost(of: rule))",
        fr: "Gravité : \(rule.defaultSeverity.noun). \(Self.cost(of: rule))"), hanging: 0)
    lines += example(worded("This fails:", fr: "Refusé :"), rule.failing)
    lines += example(worded("This passes:", fr: "Accepté :"), rule.passing)
    lines.append("")
    lines += wrapped(
      worded(
        "Change its severity in editorial.yml:  rules: {\(rule.id): off}",
        fr: "Pour changer sa gravité, dans editorial.yml :  rules: {\(rule.id): off}"), hanging: 2)
    return Self.joined(lines)
  }

  /// Returns every rule with its summary, one a line.
  package func text(_ rules: [RuleDescription]) -> String {
    let column = (rules.map { $0.id.name.utf8.count }.max() ?? 0) + 2
    var lines: [String] = []
    for rule in rules {
      let gap = String(repeating: " ", count: column - rule.id.name.utf8.count)
      let entry = wrapped("\(rule.id)\(gap)\(rule.summary)", hanging: column)
      lines += entry
    }
    lines.append("")
    lines.append(
      worded(
        "Next: editorial explain <rule>, or editorial explain score",
        fr: "Ensuite : editorial explain <rule>, ou editorial explain score"))
    return Self.joined(lines)
  }

  /// Returns what a finding of the rule does to the score, in a sentence.
  static func cost(of rule: RuleDescription) -> String {
    switch (rule.points, rule.cap) {
    case (nil, nil): worded("It takes no points.", fr: "Elle ne prend aucun point.")
    case (let points?, nil):
      worded(
        "Each finding takes \(points) points or more.",
        fr: "Chaque constat prend au moins \(points.shown) points.")
    case (nil, let cap?):
      worded(
        "With one, the integrity score is at most \(cap).",
        fr: "Avec un seul, le score d'intégrité est de \(cap.shown) au plus.")
    case (let points?, let cap?):
      worded(
        "Each finding takes \(points) points or more, and with one the integrity score is at most \(cap).",
        fr: """
          Chaque constat prend au moins \(points.shown) points, et avec un seul le score d'intégrité est de \
          \(cap.shown) au plus.
          """)
    }
  }

  private func example(_ title: String, _ example: RuleDescription.Example) -> [String] {
    var lines = ["", paint(.strong, title)]
    if !example.files.isEmpty {
      lines.append(
        worded(
          "  beside it: \(example.files.joined(separator: ", "))",
          fr: "  à côté : \(example.files.joined(separator: ", "))"))
    }
    for (role, text) in [
      (worded("baseline", fr: "article d'origine"), example.baseline),
      (worded("earlier article", fr: "article antérieur"), example.earlier),
    ] {
      guard let text else { continue }
      lines.append("  \(role)")
      lines += block(text)
      lines.append(worded("  candidate", fr: "  texte jugé"))
    }
    return lines + block(example.candidate)
  }

  /// Returns a text line by line, with the words between ⟦ ⟧ set off.
  private func block(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.isEmpty ? "" : paint(.faint, "    | ") + DisplayText.safe(String(line))
    }
  }
}
