/// The summaries as JSON, for a machine to compare.
struct JSONSummary {
  let trials: [Trial]

  var text: String {
    let parts = [("french", trials.filter(\.isFrench)), ("english", trials.filter { !$0.isFrench }), ("both", trials)]
    let members = parts.map { name, part in "  \(quoted(name)): " + object(Summary(trials: part)) }
    return "{\n" + members.joined(separator: ",\n") + "\n}"
  }

  private func object(_ summary: Summary) -> String {
    var members = [
      "\"auc\": " + decimal(summary.areaUnderCurve, 4),
      "\"recall\": " + decimal(Summary.Share(summary.harmful) { $0.isRefused }.permille, 3),
      "\"recallAtOnePercent\": " + decimal(summary.recallAtOnePercent.permille, 3),
      "\"recallInRestyles\": " + decimal(Summary.Share(summary.harmfulInRestyles) { $0.isRefused }.permille, 3),
      "\"falseAlarms\": " + decimal(Summary.Share(summary.harmless) { $0.isRefused }.permille, 3),
      "\"scoreKept\": " + decimal(Summary.Share(summary.harmless) { $0.score == $0.parentScore }.permille, 3),
      "\"restylesRefused\": " + decimal(Summary.Share(summary.restyles) { $0.isRefused }.permille, 3),
      "\"rankedBelow\": "
        + decimal(Summary.Share(summary.harmful) { $0.score < $0.parentScore || $0.parentScore == 0 }.permille, 3),
      "\"meetsGoals\": \(summary.meetsGoals)",
      "\"covered\": " + decimal(Summary.Share(summary.harmful.filter(\.isRefused)) { $0.isCovered }.permille, 3),
    ]
    for isHarmful in [true, false] {
      let kinds = summary.kinds(harmful: isHarmful).map { kind in
        let these = (isHarmful ? summary.harmful : summary.harmless).filter { $0.kind == kind }
        return "      \(quoted(kind)): {\"count\": \(these.count), \"refused\": "
          + decimal(Summary.Share(these) { $0.isRefused }.permille, 3) + "}"
      }
      members.append("\"\(isHarmful ? "harmful" : "harmless")\": {\n" + kinds.joined(separator: ",\n") + "\n    }")
    }
    return "{\n    " + members.joined(separator: ",\n    ") + "\n  }"
  }

  private func decimal(_ value: Int?, _ places: Int) -> String {
    guard let value else { return "null" }
    let digits = String(repeating: "0", count: max(0, places + 1 - "\(value)".count)) + "\(value)"
    return digits.dropLast(places) + "." + digits.suffix(places)
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
