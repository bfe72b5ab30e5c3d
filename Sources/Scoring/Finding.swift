package import StructuredText
import Wording

/// The name of a rule, as it stands in policies and reports: `figure-altered`.
package struct RuleID: Hashable, Sendable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
  package let name: String

  package init(_ name: String) { self.name = name }
  package init(stringLiteral name: String) { self.name = name }
  package var description: String { name }
  package static func < (a: RuleID, b: RuleID) -> Bool { a.name < b.name }
}

/// How much a finding matters, whatever it costs.
package enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
  case note, warning, error

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  /// As messages name it; what programs read has the raw value.
  package var noun: String {
    switch self {
    case .note: "note"
    case .warning: worded("warning", fr: "avertissement")
    case .error: worded("error", fr: "erreur")
    }
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A score in tenths of a point, 0 to 1000; sums of points are exact.
package struct Tenths: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let value: Int

  package init(_ value: Int) { self.value = value }
  package static let zero = Tenths(0)
  package static let full = Tenths(1000)

  /// One decimal, with a point: `97.4`.
  package var description: String { "\(value < 0 ? "-" : "")\(abs(value) / 10).\(abs(value) % 10)" }

  /// The score as people read it: `97.4`, in French `97,4`.
  package var shown: String {
    worded(description, fr: "\(value < 0 ? "-" : "")\(abs(value) / 10),\(abs(value) % 10)")
  }

  package static func < (a: Tenths, b: Tenths) -> Bool { a.value < b.value }
  package static func + (a: Tenths, b: Tenths) -> Tenths { Tenths(a.value + b.value) }
  package static func - (a: Tenths, b: Tenths) -> Tenths { Tenths(a.value - b.value) }
}

/// One violation of one rule: what is wrong, where, what it costs, and what would mend it.
package struct Finding: Hashable, Sendable {
  /// Eight hexadecimal digits that stay the same while rule, fact and baseline text do, wherever the words move.
  package let id: String
  package let rule: RuleID
  package let severity: Severity
  /// One sentence that names the fact.
  package let message: String
  /// What to do about it, as an instruction.
  package let remedy: String
  /// The words in the candidate; `nil` when what is wrong is that they are not there.
  package let candidate: TextRange?
  /// The words in the baseline (or the dossier); `nil` when the rule needs none.
  package let baseline: TextRange?
  /// The words in another article that these do not go with.
  package let elsewhere: Elsewhere?
  /// What the finding takes from the integrity score. The points of all findings and the score add up to 100.0.
  package let points: Tenths
  /// What the finding would take if it were the only one.
  package let cost: Cost

  /// What a finding takes by itself.
  package struct Cost: Hashable, Sendable {
    package let points: Tenths
    /// The highest score that an article with this finding can have.
    package let cap: Tenths

    package init(points: Tenths, cap: Tenths) {
      self.points = points
      self.cap = cap
    }
  }

  /// - Parameter cost: its points alone when left out.
  package init(
    id: String, rule: RuleID, severity: Severity, message: String, remedy: String, candidate: TextRange?,
    baseline: TextRange?, elsewhere: Elsewhere? = nil, points: Tenths,
    cost: Cost? = nil
  ) {
    self.id = id
    self.rule = rule
    self.severity = severity
    self.message = message
    self.remedy = remedy
    self.candidate = candidate
    self.baseline = baseline
    self.elsewhere = elsewhere
    self.points = points
    self.cost = cost ?? Cost(points: points, cap: .full)
  }
}
