import StructuredText

/// Turns violations into findings whose points and the score add up to 100.0.
///
/// Each finding takes the points of its rule, and the gravest caps the whole, as SSL Labs grades: the score is the lower of
/// 100 less all points and the lowest cap. What a cap takes beyond the points is the gravest finding's.
struct IntegrityScore {
  private struct Draft {
    let violation: Violation
    let rule: RuleDescription
    let severity: Severity
    let points: Tenths
    let cap: Tenths
  }

  let settings: RuleSettings
  let isFidelity: Bool
  private var drafts: [Draft] = []

  init(settings: RuleSettings, isFidelity: Bool) {
    self.settings = settings
    self.isFidelity = isFidelity
  }

  mutating func add(_ violations: [Violation], of rule: RuleDescription) {
    for violation in violations {
      var severity = violation.severity ?? rule.defaultSeverity
      switch settings.levels[rule.id] {
      case .note: severity = .note
      case .warning: severity = .warning
      case .error: severity = .error
      case .off, nil: break
      }
      // With a baseline, the factual gate has judged what the article lacks in sourcing: it is shown and costs nothing.
      let isFree = severity == .note || (isFidelity && rule.isAboutSourcing)
      if isFidelity, rule.isAboutSourcing { severity = .note }
      drafts.append(
        Draft(
          violation: violation, rule: rule, severity: severity,
          points: isFree ? .zero : violation.points ?? rule.points ?? .zero,
          cap: isFree || severity != .error ? .full : violation.cap ?? rule.cap ?? .full))
    }
  }

  /// The score of all that was added.
  var integrity: Tenths {
    Self.score(of: drafts.lazy.map { Finding.Cost(points: $0.points, cap: $0.cap) })
  }

  /// Returns the score that findings with these costs leave.
  static func score(of costs: some Sequence<Finding.Cost>) -> Tenths {
    var cap = Tenths.full.value
    var sum = 0
    for cost in costs {
      cap = min(cap, cost.cap.value)
      sum = min(sum + cost.points.value, Tenths.full.value)
    }
    return Tenths(min(cap, Tenths.full.value - sum))
  }

  /// Returns the score and the findings, gravest first, then in the order of the text.
  func settled() -> (integrity: Tenths, findings: [Finding]) {
    let ordered = drafts.sorted(by: Self.isGraver)
    let integrity = integrity
    var left = Tenths.full.value - integrity.value
    var shares = ordered.map { draft in
      let share = min(draft.points.value, left)
      left -= share
      return share
    }
    if left > 0, !shares.isEmpty { shares[0] += left }
    var seen: [String: Int] = [:]
    let findings = zip(ordered, shares).map { draft, share in
      let key = draft.rule.id.name + "\n" + draft.violation.key
      let turn = Self.counted(&seen[key, default: 0])
      return Finding(
        id: Self.id(of: turn == 0 ? key : key + "\n\(turn)"), rule: draft.rule.id, severity: draft.severity,
        message: draft.violation.message, remedy: draft.violation.remedy, candidate: draft.violation.candidate,
        baseline: draft.violation.baseline, elsewhere: draft.violation.elsewhere, points: Tenths(share),
        cost: Finding.Cost(points: draft.points, cap: draft.cap))
    }
    return (integrity, findings)
  }

  /// Counts one more, and returns how many there were before.
  private static func counted(_ count: inout Int) -> Int {
    defer { count += 1 }
    return count
  }

  /// By cap, then by severity, then by place, then by rule: the same for the same article on every machine.
  private static func isGraver(_ a: Draft, _ b: Draft) -> Bool {
    if a.cap != b.cap { return a.cap < b.cap }
    if a.severity != b.severity { return a.severity > b.severity }
    if (a.points == .zero) != (b.points == .zero) { return a.points > b.points }
    let first = a.violation.candidate ?? a.violation.baseline ?? TextRange(0, 0)
    let second = b.violation.candidate ?? b.violation.baseline ?? TextRange(0, 0)
    if first != second { return first < second }
    if a.rule.id != b.rule.id { return a.rule.id < b.rule.id }
    return a.violation.key < b.violation.key
  }

  /// FNV-1a (32 bits) of the key, as eight hexadecimal digits.
  private static func id(of key: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in key.utf8 {
      hash = (hash ^ UInt32(byte)) &* 16_777_619
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }
}
