import Facts

/// What the rules on figures and the rules on dates say alike; `kind` tells which facts are a rule's own.
extension Violation {
  /// Facts of the baseline that are nowhere in the text. A heading's are told by what stands under it.
  static func lostAmounts(
    in manuscript: Manuscript, where kind: (Fact) -> Bool, message: (String, String) -> String, remedy: String
  ) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    let passage = comparison.baseline.passage
    let share = Tenths(max(60, 1000 / max(1, comparison.amounts.distinct)))
    return comparison.amounts.lost.compactMap { index in
      let fact = comparison.baseline.facts[index]
      let sentence = passage.sentences[fact.sentence]
      guard kind(fact), sentence.role != .heading else { return nil }
      return lostWords(
        fact.tokens, of: comparison.baseline, message: { message($0, quoted(passage.text(of: sentence.tokens))) },
        remedy: remedy, points: fact.isIncidental ? .zero : share, severity: fact.isIncidental ? .note : nil)
    }
  }

  /// Facts of the baseline that have another value or unit.
  static func alteredAmounts(
    in manuscript: Manuscript, where kind: (_ original: Fact, _ restated: Fact) -> Bool,
    message: (String, String) -> String, remedy: (String) -> String
  ) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.amounts.altered.compactMap { change in
      let original = comparison.baseline.facts[change.baseline]
      let restated = comparison.candidate.facts[change.candidate]
      guard kind(original, restated), change.alteration == .value || change.alteration == .unit else { return nil }
      return changedWords(
        comparison, change.words?.baseline ?? original.tokens, change.words?.candidate ?? restated.tokens,
        message: message, remedy: remedy,
        severity: original.isIncidental && restated.isIncidental ? .warning : nil)
    }
  }

  /// Facts of the candidate that stand neither in the baseline nor in the dossier.
  static func unsupportedAmounts(
    in manuscript: Manuscript, where kind: (Fact) -> Bool, message: (String) -> String, remedy: String
  ) -> [Violation] {
    guard let comparison = manuscript.comparison else { return [] }
    return comparison.amounts.unsupported.compactMap { index in
      let fact = comparison.candidate.facts[index]
      guard kind(fact) else { return nil }
      return strayWords(
        fact.tokens, of: comparison.candidate, message: message, remedy: remedy,
        points: fact.isIncidental ? .zero : nil, severity: fact.isIncidental ? .note : nil)
    }
  }
}
