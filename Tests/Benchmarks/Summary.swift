/// What trials add up to.
struct Summary {
  let trials: [Trial]

  init(trials: [Trial]) { self.trials = trials.filter { $0.kind != Trial.itself } }

  var harmful: [Trial] { trials.filter { $0.isHarmful && $0.setting == .alone } }
  var harmless: [Trial] { trials.filter { !$0.isHarmful && $0.setting == .alone } }
  var restyles: [Trial] { trials.filter { $0.setting == .wholeRestyle } }
  /// Harmful edits of restyles that pass by themselves: of the others a refusal would say nothing.
  var harmfulInRestyles: [Trial] {
    trials.filter { $0.setting == .inRestyle && $0.parentScore >= Trial.gate }
  }

  /// Counts of a share: how many of how many.
  struct Share {
    let count: Int
    let total: Int
    init(_ trials: [Trial], _ holds: (Trial) -> Bool) {
      count = trials.count(where: holds)
      total = trials.count
    }
    /// In tenths of a per cent, rounded.
    var permille: Int? { total == 0 ? nil : (count * 2000 + total) / (2 * total) }
    var text: String { permille.map { "\($0 / 10).\($0 % 10)" } ?? "–" }
  }

  /// How likely a harmful edit scores below a harmless one, ties counting half (Mann and Whitney 1947), in ten-thousandths.
  var areaUnderCurve: Int? {
    let good = (harmless + restyles).map(\.score)
    let bad = (harmful + harmfulInRestyles).map(\.score)
    var counts = [Int](repeating: 0, count: 1001)
    for score in good { counts[min(max(score, 0), 1000)] += 1 }
    var above = [Int](repeating: 0, count: 1002)
    for score in stride(from: 1000, through: 0, by: -1) { above[score] = above[score + 1] + counts[score] }
    let pairs = 2 * bad.count * good.count
    return pairs == 0 ? nil : bad.reduce(0) { $0 + 2 * above[$1 + 1] + counts[$1] } * 10000 / pairs
  }

  /// The share of harmful edits below the highest threshold that stops at most 1 % of the harmless ones.
  var recallAtOnePercent: Share {
    let good = (harmless + restyles).map(\.score).sorted()
    let threshold = good.isEmpty ? 0 : good[good.count / 100]
    return Share(harmful + harmfulInRestyles) { $0.score < threshold }
  }

  /// Name and value of each overall measure.
  var headline: [(name: String, value: String, goal: String)] {
    let area = areaUnderCurve.map { "0." + String(repeating: "0", count: 4 - min(4, "\($0)".count)) + "\($0)" } ?? "–"
    let whole = Share(harmful) { $0.isRefused }
    return [
      ("AUC", areaUnderCurve == 10000 ? "1.0000" : area, "≥ 0.98"),
      ("harmful edits refused at 95, %", whole.text, "≥ 95"),
      ("… at 1 % false alarms, %", recallAtOnePercent.text, ""),
      ("… on top of a restyle, %", Share(harmfulInRestyles) { $0.isRefused }.text, "≥ 95"),
      ("harmless edits refused at 95, %", Share(harmless) { $0.isRefused }.text, "≤ 1"),
      ("harmless edits that leave the score, %", Share(harmless) { $0.isRankedRightly }.text, "≥ 99"),
      ("restyles refused at 95, %", Share(restyles) { $0.isRefused }.text, "≤ 3"),
      (
        "harmful edits below their parent, %", Share(harmful) { $0.isRankedRightly }.text,
        ""
      ),
      ("refusals with a finding on the words, %", Share(harmful.filter(\.isRefused)) { $0.isCovered }.text, "100"),
    ]
  }

  /// What falls short of what the engine promises, in words; empty when nothing does.
  var missedGoals: [String] {
    let sums: [(name: String, share: Share, floor: Int)] = [
      ("harmful edits refused", Share(harmful) { $0.isRefused }, 950),
      ("harmful edits on top of a restyle refused", Share(harmfulInRestyles) { $0.isRefused }, 950),
      ("harmless edits let pass", Share(harmless) { !$0.isRefused }, 990),
      ("harmless edits that leave the score", Share(harmless) { $0.isRankedRightly }, 990),
      ("restyles let pass", Share(restyles) { !$0.isRefused }, 970),
    ]
    let ofKinds =
      kinds(harmful: true).map { kind in
        (name: "refused: " + kind, share: Share(harmful.filter { $0.kind == kind }) { $0.isRefused }, floor: 800)
      }
      + kinds(harmful: false).map { kind in
        (name: "let pass: " + kind, share: Share(harmless.filter { $0.kind == kind }) { !$0.isRefused }, floor: 970)
      }
    // Of a few edits, one that fails says nothing about its kind.
    let missed = (sums + ofKinds.filter { $0.share.total >= 20 }).compactMap { goal -> String? in
      guard let share = goal.share.permille, share < goal.floor else { return nil }
      return "\(goal.name): \(goal.share.text) %, where at least \(goal.floor / 10) % is asked for"
    }
    guard let area = areaUnderCurve, area < 9800 else { return missed }
    return ["AUC: \(area) of 10000, where at least 9800 is asked for"] + missed
  }

  /// What the default threshold means, in whole per cent, each rounded to the side that is worse for the engine.
  var calibration: String {
    let refused = (Share(harmful) { $0.isRefused }.permille ?? 0) / 10
    let stopped = [harmless, restyles].map { ((Share($0) { $0.isRefused }.permille ?? 0) + 9) / 10 }
    let wholly = restyles.isEmpty ? "" : " and \(stopped[1]) % of whole restyles"
    return "\(refused) % of harmful edits refused, \(stopped[0]) % of harmless edits\(wholly) stopped"
  }

  func kinds(harmful: Bool) -> [String] {
    var names: [String] = []
    for trial in trials
    where trial.isHarmful == harmful && trial.setting != .wholeRestyle && !names.contains(trial.kind) {
      names.append(trial.kind)
    }
    return names
  }
}
