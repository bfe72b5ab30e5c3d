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
    if let a = original.figure?.comparator, a != .exactly, restated.figure?.comparator == .exactly {
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
