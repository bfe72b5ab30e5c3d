import Scoring
import Wording

/// What a finding is about, as a reader sorts findings.
enum FindingGroup: CaseIterable {
  case sources, citations, amounts, quotations, claims, text

  /// As a heading.
  var title: String {
    switch self {
    case .sources: "Sources"
    case .citations: worded("Citations and links", fr: "Références et liens")
    case .amounts: worded("Figures and dates", fr: "Chiffres et dates")
    case .quotations: worded("Quotations", fr: "Citations")
    case .claims: worded("Names and claims", fr: "Noms et affirmations")
    case .text: worded("The text itself", fr: "Le texte lui-même")
    }
  }

  init(_ rule: RuleID) {
    let subject = rule.name.prefix { $0 != "-" }
    switch subject {
    case "source", "sources": self = .sources
    case "citation", "link": self = .citations
    case "figure", "date", "fact": self = .amounts
    case "quotation": self = .quotations
    case "name", "direction", "comparator", "negation", "hedge", "quantifier", "scope", "opposite", "roles":
      self = .claims
    default: self = .text
    }
  }
}

extension ScoreDiff {
  /// Changes by what they are about; in each group those that count first.
  static func grouped(_ changes: [Change]) -> [(group: FindingGroup, changes: [Change])] {
    FindingGroup.allCases.compactMap { group in
      let own = changes.filter { FindingGroup($0.finding.rule) == group }
      let sorted = own.filter { $0.points != .zero } + own.filter { $0.points == .zero }
      return own.isEmpty ? nil : (group, sorted)
    }
  }

  /// What the integrity score gained.
  var gain: Tenths { (to.integrity ?? .zero) - (from.integrity ?? .zero) }

  /// What the style score gained.
  var styleGain: Int { (to.scorecard?.style.value ?? 0) - (from.scorecard?.style.value ?? 0) }

  /// The measures of style whose points changed, those that changed most first, with what they gained.
  var styleChanges: [(name: String, gain: Tenths)] {
    guard let before = from.scorecard?.style, let after = to.scorecard?.style, before.profile == after.profile else {
      return []
    }
    let changes = after.measures.compactMap { measure -> (name: String, gain: Tenths)? in
      let old = before.measures.first { $0.name == measure.name }?.hundredths ?? 0
      let gain = Tenths((measure.hundredths - old) / 10)
      return gain == .zero ? nil : (measure.name, gain)
    }
    return changes.sorted { (abs($1.gain.value), $0.name) < (abs($0.gain.value), $1.name) }
  }
}
