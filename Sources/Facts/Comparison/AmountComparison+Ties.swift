import Languages

/// Amounts that stand beside as many dates, or as many names, in the same order, and are told by them wherever they stand:
/// "5.2 million in 2024, against 3.9 million in 2022", "3.9 million in 2022 and 5.2 million in 2024".
extension AmountComparison {
  /// Whether another amount stands between the words that stood around this one, and each has what it is tied to as before.
  ///
  /// - Parameter known: what was found out of sentences so far, by the sentence.
  func keepsItsTie(_ fact: Int, from other: Int, _ known: inout [Int: Bool]) -> Bool {
    let (original, restated) = (baseline.facts[fact], candidate.facts[other])
    guard restatement(restated, of: original) == .other else { return false }
    if let keeps = known[original.sentence] { return keeps }
    let keeps = keepTies(fact, other)
    known[original.sentence] = keeps
    return keeps
  }

  /// Whether the amounts of two facts' sentences are tied to the same dates or names.
  func keepTies(_ fact: Int, _ other: Int) -> Bool {
    let after = ties(ofSentence: candidate.facts[other].sentence, in: candidate)
    return ties(ofSentence: baseline.facts[fact].sentence, in: baseline).contains { $0.count > 1 && after.contains($0) }
  }

  /// An amount and the date or name that it belongs to.
  private struct Tie: Hashable {
    let amount: Fact.Value
    let date: Fact.Value?
    let name: [String]
  }

  /// The ties of a sentence, for each kind of amount that there are as many of as of dates or of names.
  private func ties(ofSentence sentence: Int, in sheet: FactSheet) -> [Set<Tie>] {
    let facts = sheet.facts[sheet.factsOfSentence[sentence]]
    guard facts.count <= Self.mostTied else { return [] }
    let dates = facts.filter { $0.date != nil }
    let names = sheet.names[sheet.namesOfSentence[sentence]]
    let figures = Dictionary(grouping: facts.filter { $0.figure != nil }, by: { $0.figure?.kind })
    return figures.values.flatMap { figures -> [Set<Tie>] in
      guard figures.count > 1 else { return [] }
      let amounts = figures.map { $0.figure.map { .figure($0.unspelled) } ?? $0.value }
      var found: [Set<Tie>] = []
      if dates.count == amounts.count {
        found.append(Set(zip(amounts, dates).map { Tie(amount: $0, date: $1.value, name: []) }))
      }
      if names.count == amounts.count {
        found.append(Set(zip(amounts, names).map { Tie(amount: $0, date: nil, name: $1.words) }))
      }
      return found
    }
  }

  static let mostTied = 16
}
