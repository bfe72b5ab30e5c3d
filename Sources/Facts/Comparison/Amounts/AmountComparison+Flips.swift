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
      return isRest || isDeniedInOne(original, restated) ? nil : .comparator
    }
    // "In only three months", "in at least three months".
    if original.figure?.value == restated.figure?.value,
      isNoLess(restated) && isLimited(original, in: baseline)
        || isNoLess(original) && isLimited(restated, in: candidate)
    {
      return .comparator
    }
    if let a = original.figure?.comparator, let b = restated.figure?.comparator, a != b,
      isOtherBound(a, b), !isSpan(original) || b == .exactly
    {
      return .comparator
    }
    if original.figure != nil, let a = original.direction, let b = restated.direction, a != b,
      nearness(of: original.sentence, restated.sentence) >= 12,
      original.context.similarity(to: restated.context) >= 30, !areSidesTurned(original, restated)
    {
      return .direction
    }
    return nil
  }

  private func isNoLess(_ fact: Fact) -> Bool { fact.figure?.comparator?.side == 1 }

  /// Whether the words before an amount say that it is no more: "only", « seuls ».
  private func isLimited(_ fact: Fact, in sheet: FactSheet) -> Bool {
    let (start, passage) = (fact.tokens.lowerBound, sheet.passage)
    return (max(passage.sentences[fact.sentence].tokens.lowerBound, start - Self.longestLimit)..<start).contains {
      token in
      passage.pack.limits.match(passage.tokens, at: token).map { token + $0.count == start } == true
    }
  }

  /// In tokens: "no more than".
  private static let longestLimit = 3

  /// Whether an amount is told as a difference from the other side: "A costs €30 more than B", "B costs €30 less than A".
  private func areSidesTurned(_ original: Fact, _ restated: Fact) -> Bool {
    guard original.figure?.isShare != true else { return false }
    let mine = baseline.passage.sides(of: original.tokens)
    let theirs = candidate.passage.sides(of: restated.tokens)
    return !mine.before.subtracting(theirs.before).isDisjoint(with: theirs.behind)
      && !mine.behind.subtracting(theirs.behind).isDisjoint(with: theirs.before)
  }

  /// Whether a bound of one amount is denied that bounds it the other way: "at most 90 days", "none lasts longer than 90 days".
  private func isDeniedInOne(_ original: Fact, _ restated: Fact) -> Bool {
    original.figure?.value == restated.figure?.value
      && isDenied(original, claims.baseline) != isDenied(restated, claims.candidate)
  }

  /// Whether a denial stands beside the amount in its clause: "none lasts longer", "firms with ten or more are not eligible".
  private func isDenied(_ fact: Fact, _ table: ClaimTable) -> Bool {
    let tokens = table.sheet.passage.tokens
    return table[fact.sentence].contains { denial in
      // "If fewer than 8", "unless at least 8".
      guard denial.kind.isDenial || denial.kind == .scope("link.except") else { return false }
      let between =
        denial.tokens.upperBound <= fact.tokens.lowerBound
        ? denial.tokens.upperBound..<fact.tokens.lowerBound
        : fact.tokens.upperBound..<max(fact.tokens.upperBound, denial.tokens.lowerBound)
      return between.allSatisfy { tokens[$0].kind != .mark || tokens[$0].isCharacter("'") }
    }
  }

  /// A rate that stands near an amount, and its words.
  private typealias Rate = (period: Period, tokens: Range<Int>)

  /// The words of an amount and of its rate in both versions, where it is given by another one: "passengers a day",
  /// "passengers a month"; `nil` where the rate stayed.
  func otherRate(_ original: Fact, _ restated: Fact) -> (baseline: Range<Int>, candidate: Range<Int>)? {
    let isInTable =
      baseline.passage.sentences[original.sentence].role == .cell
      || candidate.passage.sentences[restated.sentence].role == .cell
    if isInTable {
      guard let rate = self.rate(of: original, in: baseline), let other = self.rate(of: restated, in: candidate),
        rate != other
      else { return nil }
      return (original.tokens, restated.tokens)
    }
    guard let other = rate(behind: restated, in: candidate) ?? rate(before: restated, in: candidate) else { return nil }
    if let rate = self.rate(behind: original, in: baseline) ?? self.rate(before: original, in: baseline) {
      return rate.period == other.period
        ? nil : (Self.joined(original.tokens, rate.tokens), Self.joined(restated.tokens, other.tokens))
    }
    // What was no rate is none: "2 or 3 during the stay", "2 or 3 a month".
    guard original.figure?.kind == .count, other.tokens.lowerBound >= restated.tokens.upperBound,
      alignment.ofBaseline[original.sentence].first?.sentence == restated.sentence,
      !(original.sentence - 1...original.sentence + 1).contains(where: { place in
        baseline.passage.sentences.indices.contains(place)
          && baseline.periods(ofSentence: place).contains { $0.period == other.period }
      })
    else { return nil }
    return (original.tokens, Self.joined(restated.tokens, other.tokens))
  }

  private static func joined(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
    min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
  }

  /// The rate that stands a few words behind the fact, before any other fact or mark: "15 million downloads a month".
  ///
  /// The same amount in brackets goes on with it: « trente-cinq mille euros (35 000 €) par an ».
  private func rate(behind fact: Fact, in sheet: FactSheet) -> Rate? {
    let passage = sheet.passage
    let facts = sheet.facts[sheet.factsOfSentence[fact.sentence]]
    let bounds = passage.sentences[fact.sentence].tokens
    var index = fact.tokens.upperBound
    var end = index + Self.farthestRate
    while index < min(end, bounds.upperBound) {
      if let match = passage.pack.scopes.match(passage.tokens, at: index), let rate = Period(rate: match.value) {
        return (rate, index..<index + match.count)
      }
      if passage.tokens[index].isCharacter("/"), index + 1 < bounds.upperBound,
        let unit = passage.pack.units.match(passage.tokens, at: index + 1)
      {
        return Period(unit.value).map { ($0, index..<index + 1 + unit.count) }
      }
      if let other = facts.first(where: { $0.tokens.contains(index) }) {
        guard relation(of: other, to: fact) == .same else { return nil }
        index = other.tokens.upperBound
        end = index + Self.farthestRate
      } else if passage.tokens[index].kind == .mark, !passage.tokens[index].isCharacter("("),
        !passage.tokens[index].isCharacter(")")
      {
        return nil
      } else {
        index += 1
      }
    }
    return nil
  }

  /// The rate that opens the sentence right before the fact: "Every week, 400 boats".
  private func rate(before fact: Fact, in sheet: FactSheet) -> Rate? {
    let passage = sheet.passage
    let start = passage.sentences[fact.sentence].tokens.lowerBound
    guard fact.tokens.lowerBound - start <= Self.farthestRate,
      let match = passage.pack.scopes.match(passage.tokens, at: start), let rate = Period(rate: match.value),
      passage.tokens[start + match.count..<max(start + match.count, fact.boundedTokens.lowerBound)].allSatisfy({
        $0.kind == .mark || passage.pack.stopWords.contains($0)
      })
    else { return nil }
    return (rate, start..<start + match.count)
  }

  private static let farthestRate = 5

  /// The one rate that the fact's sentence, or the heads of its table cell, speak of.
  private func rate(of fact: Fact, in sheet: FactSheet) -> Period? {
    let passage = sheet.passage
    let sentence = passage.sentences[fact.sentence]
    let heads = passage.heads(ofCell: sentence.block)
    var found: Period?
    for words in [sentence.tokens, heads?.row, heads?.column].compactMap(\.self) {
      for index in words {
        guard let match = passage.pack.scopes.match(passage.tokens, at: index), let rate = Period(rate: match.value)
        else { continue }
        if let found, found != rate { return nil }
        found = rate
      }
    }
    return found
  }

  /// Whether the amount is one of time: « dans les six mois » is about as long, and no longer.
  private func isSpan(_ fact: Fact) -> Bool { fact.figure.flatMap { Period($0) } != nil }

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
