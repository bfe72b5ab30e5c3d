import Languages

/// Amounts that stayed while the word that bounds them, or says which way they moved, was turned.
extension AmountComparison {
  /// A comparator or direction that says the opposite of the baseline's.
  func flip(from original: Fact, to restated: Fact) -> AmountChanges.Alteration? {
    // "Fewer than 28% are not" is what "more than 72% are" leaves.
    if relation(of: restated, to: original) == .other {
      let side = original.figure?.comparator?.side
      return side != nil && side == restated.figure?.comparator?.side ? .comparator : nil
    }
    if let before = original.figure, let after = restated.figure, let a = before.comparator?.side,
      let b = after.comparator?.side, a != b
    {
      // "Just under half have none" is what "just over half have one" leaves.
      let isRest =
        after.isComplement(of: before)
        && claims.isDenial(baseline: original.sentence, candidate: restated.sentence)
      return isRest ? nil : .comparator
    }
    if let a = original.figure?.comparator, let b = restated.figure?.comparator, a != b, isOtherBound(a, b) {
      return .comparator
    }
    if let a = original.direction, let b = restated.direction, a != b,
      nearness(of: original.sentence, restated.sentence) >= 12,
      original.context.similarity(to: restated.context) >= 30
    {
      return .direction
    }
    return nil
  }

  /// Whether the amount is given by another rate than in the other version: "passengers a day", "passengers a month".
  func isOfOtherRate(_ original: Fact, _ restated: Fact) -> Bool {
    let isInTable =
      baseline.passage.sentences[original.sentence].role == .cell
      || candidate.passage.sentences[restated.sentence].role == .cell
    let (rate, other) =
      isInTable
      ? (rate(of: original, in: baseline), self.rate(of: restated, in: candidate))
      : (rate(behind: original, in: baseline), self.rate(behind: restated, in: candidate))
    return rate != nil && other != nil && rate != other
  }

  /// The rate that stands a few words behind the fact, before any other fact or mark: "15 million downloads a month".
  private func rate(behind fact: Fact, in sheet: FactSheet) -> String? {
    let passage = sheet.passage
    let end = min(passage.sentences[fact.sentence].tokens.upperBound, fact.tokens.upperBound + Self.farthestRate)
    for index in fact.tokens.upperBound..<max(fact.tokens.upperBound, end) {
      if let match = passage.pack.scopes.match(passage.tokens, at: index), match.value.hasPrefix("rate.") {
        return match.value
      }
      let isOther = sheet.facts[sheet.factsOfSentence[fact.sentence]].contains { $0.tokens.contains(index) }
      if passage.tokens[index].kind == .mark || isOther { return nil }
    }
    return nil
  }

  private static let farthestRate = 5

  /// The one rate that the fact's sentence, or the heads of its table cell, speak of.
  private func rate(of fact: Fact, in sheet: FactSheet) -> String? {
    let passage = sheet.passage
    let sentence = passage.sentences[fact.sentence]
    let heads = passage.heads(ofCell: sentence.block)
    var found: String?
    for words in [sentence.tokens, heads?.row, heads?.column].compactMap(\.self) {
      for index in words {
        guard let match = passage.pack.scopes.match(passage.tokens, at: index), match.value.hasPrefix("rate.") else {
          continue
        }
        if let found, found != match.value { return nil }
        found = match.value
      }
    }
    return found
  }

  /// Whether one bounds the amount and the other leaves it open: "more than 300" and "about 300"; what is nearly so much is
  /// about so much.
  private func isOtherBound(_ a: Comparator, _ b: Comparator) -> Bool {
    if b == .exactly { return true }
    guard a != .exactly, (a.side == nil) != (b.side == nil) else { return false }
    return a != .nearly && b != .nearly
  }
}

extension Comparator {
  /// Which side of the amount is meant; `nil` when neither.
  var side: Int? {
    switch self {
    case .moreThan, .atLeast: 1
    case .lessThan, .atMost, .nearly: -1
    case .about, .exactly: nil
    }
  }
}
