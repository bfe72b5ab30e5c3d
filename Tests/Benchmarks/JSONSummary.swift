/// The summaries as JSON, for a machine to compare.
struct JSONSummary {
  /// What the edits were made by: seed and wording.
  let options: [(name: String, value: String)]
  let trials: [Trial]

  var text: String {
    let parts = [("french", trials.filter(\.isFrench)), ("english", trials.filter { !$0.isFrench }), ("both", trials)]
    let members =
      options.map { "  \(Self.quoted($0.name)): \($0.value)" }
      + parts.map { name, part in "  \(Self.quoted(name)): " + object(part) }
    return "{\n" + members.joined(separator: ",\n") + "\n}"
  }

  private func object(_ part: [Trial]) -> String {
    let summary = Summary(trials: part)
    let itself = part.filter { $0.kind == Trial.itself }
    var members = [
      "\"articles\": \(Set(part.map(\.article)).count)",
      "\"refusedAgainstThemselves\": \(itself.count(where: \.isRefused))",
      "\"harmfulCount\": \(summary.harmful.count)",
      "\"harmlessCount\": \(summary.harmless.count)",
      "\"restyleCount\": \(summary.restyles.count)",
      "\"harmfulInRestylesCount\": \(summary.harmfulInRestyles.count)",
      "\"auc\": " + decimal(summary.areaUnderCurve, 4),
      "\"recall\": " + share(summary.harmful) { $0.isRefused },
      "\"recallAtOnePercent\": " + decimal(summary.recallAtOnePercent.permille, 3),
      "\"recallInRestyles\": " + share(summary.harmfulInRestyles) { $0.isRefused },
      "\"falseAlarms\": " + share(summary.harmless) { $0.isRefused },
      "\"scoreKept\": " + share(summary.harmless) { $0.isRankedRightly },
      "\"restylesRefused\": " + share(summary.restyles) { $0.isRefused },
      "\"rankAccuracy\": " + share(summary.harmful + summary.harmless) { $0.isRankedRightly },
      "\"covered\": " + share(summary.harmful.filter(\.isRefused)) { $0.isCovered },
      "\"missedGoals\": [" + summary.missedGoals.map(Self.quoted).joined(separator: ", ") + "]",
    ]
    members += [true, false].map { isHarmful in
      let kinds = summary.kinds(harmful: isHarmful).map { "      " + row($0, isHarmful: isHarmful, in: summary) }
      return "\"\(isHarmful ? "harmful" : "harmless")\": {\n" + kinds.joined(separator: ",\n") + "\n    }"
    }
    return "{\n    " + members.joined(separator: ",\n    ") + "\n  }"
  }

  private func row(_ kind: String, isHarmful: Bool, in summary: Summary) -> String {
    let these = (isHarmful ? summary.harmful : summary.harmless).filter { $0.kind == kind }
    let inRestyles = summary.harmfulInRestyles.filter { $0.kind == kind }
    var members = [
      "\"count\": \(these.count)", "\"refused\": \(these.count(where: \.isRefused))",
      "\"\(isHarmful ? "recall" : "falseAlarms")\": " + share(these) { $0.isRefused },
      "\"rankAccuracy\": " + share(these) { $0.isRankedRightly },
    ]
    if isHarmful {
      members += [
        "\"covered\": " + share(these.filter(\.isRefused)) { $0.isCovered },
        "\"inRestyles\": \(inRestyles.count)", "\"recallInRestyles\": " + share(inRestyles) { $0.isRefused },
      ]
    }
    return Self.quoted(kind) + ": {" + members.joined(separator: ", ") + "}"
  }

  private func share(_ trials: [Trial], _ holds: (Trial) -> Bool) -> String {
    decimal(Summary.Share(trials, holds).permille, 3)
  }

  private func decimal(_ value: Int?, _ places: Int) -> String {
    guard let value else { return "null" }
    let digits = String(repeating: "0", count: max(0, places + 1 - "\(value)".count)) + "\(value)"
    return digits.dropLast(places) + "." + digits.suffix(places)
  }

  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
