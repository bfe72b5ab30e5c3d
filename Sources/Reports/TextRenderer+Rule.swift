package import Scoring

extension TextRenderer {
  /// Returns what a rule means: why it matters, what it costs, an example that fails and one that passes.
  package func text(_ rule: RuleDescription) -> String {
    var lines = [paint(.strong, rule.id.name)]
    lines += wrapped(rule.summary.prefix(1).uppercased() + rule.summary.dropFirst() + ".", hanging: 0)
    lines.append("")
    lines += wrapped(rule.rationale, hanging: 0)
    lines.append("")
    lines += wrapped("Severity: \(rule.defaultSeverity.rawValue). \(Self.cost(of: rule))", hanging: 0)
    lines += example("This fails:", rule.failing)
    lines += example("This passes:", rule.passing)
    lines.append("")
    lines += wrapped("Change its severity in editorial.yml:  rules: {\(rule.id): off}", hanging: 2)
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
    lines.append("Next: editorial explain <rule>, or editorial explain score")
    return Self.joined(lines)
  }

  /// Returns what a finding of the rule does to the score, in a sentence.
  static func cost(of rule: RuleDescription) -> String {
    switch (rule.points, rule.cap) {
    case (nil, nil): "It takes no points."
    case (let points?, nil): "Each finding takes \(points) points or more."
    case (nil, let cap?): "With one, the integrity score is at most \(cap)."
    case (let points?, let cap?):
      "Each finding takes \(points) points or more, and with one the integrity score is at most \(cap)."
    }
  }

  private func example(_ title: String, _ example: RuleDescription.Example) -> [String] {
    var lines = ["", paint(.strong, title)]
    if !example.files.isEmpty {
      lines.append("  beside it: \(example.files.joined(separator: ", "))")
    }
    for (role, text) in [("baseline", example.baseline), ("earlier article", example.earlier)] {
      guard let text else { continue }
      lines.append("  \(role)")
      lines += block(text)
      lines.append("  candidate")
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
