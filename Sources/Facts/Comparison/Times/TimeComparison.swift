import Languages

/// Compares what sentences say of time beside their dates and amounts: how often, in what span, before or after what.
struct TimeComparison {
  let baseline: FactSheet
  let candidate: FactSheet
  let alignment: FactAlignment

  /// Sentences less alike than this may speak of time for themselves.
  private static let leastForSure = 40

  /// The changes that are none of the known ones.
  func changes(besides known: [ClaimChange]) -> [ClaimChange] {
    var result: [ClaimChange] = []
    for (sentence, links) in alignment.ofBaseline.enumerated() {
      guard let link = links.first, link.similarity < 100, baseline.passage.sentences[sentence].role != .heading
      else { continue }
      var found = [changedRank(in: sentence, links), changedMoment(in: sentence, links)].compactMap(\.self)
      let periods = baseline.periods(ofSentence: sentence)
      if !periods.isEmpty {
        let others = candidate.periods(ofSentence: link.sentence)
        found += [changedPeriod(periods, others, in: sentence, link), turnedBound(periods, others)].compactMap(\.self)
      }
      result += (found + turnedSides(in: sentence, links)).filter { change in
        !(known + result).contains { $0.kind == change.kind && $0.baseline.overlaps(change.baseline) }
      }
    }
    return result
  }

  // MARK: Periods

  /// The one period that is told of nowhere near any more, for which one came that was told of nowhere near.
  private func changedPeriod(
    _ mine: [FactSheet.PeriodMention], _ theirs: [FactSheet.PeriodMention], in sentence: Int, _ link: FactAlignment.Link
  ) -> ClaimChange? {
    let gone = Self.only(mine, missingFrom: theirs) {
      periods(near: alignment.ofBaseline[sentence], in: candidate, asRates: $0)
    }
    guard let gone else { return nil }
    let come = Self.only(theirs, missingFrom: mine) {
      periods(near: alignment.ofCandidate[link.sentence], in: baseline, asRates: $0)
    }
    // What became of amounts is found where amounts are compared.
    guard let come, !(gone.isFact && come.isFact) else { return nil }
    return ClaimChange(kind: .scopeChanged, baseline: gone.tokens, candidate: come.tokens)
      .sure(link.similarity >= Self.leastForSure || shareAmount(sentence, link.sentence))
  }

  /// Whether both sentences tell the same amount, which no span of time is: then they tell of one thing.
  private func shareAmount(_ sentence: Int, _ other: Int) -> Bool {
    let amounts = candidate.facts[candidate.factsOfSentence[other]].compactMap(\.figure)
    return baseline.facts[baseline.factsOfSentence[sentence]].contains { fact in
      guard let figure = fact.figure, !fact.isIncidental, Period(figure) == nil else { return false }
      return amounts.contains { $0.relation(to: figure) == .same || $0.relation(to: figure) == .derived }
    }
  }

  /// The only period of a sentence that the other version does not speak of; `nil` where there are several, or none.
  ///
  /// - Parameter near: the periods that the other version speaks of near by; only those that can be rates, for a rate.
  private static func only(
    _ mentions: [FactSheet.PeriodMention], missingFrom others: [FactSheet.PeriodMention],
    _ near: (_ asRates: Bool) -> Set<Period>
  ) -> FactSheet.PeriodMention? {
    let here = Set(others.map(\.period))
    var missing = mentions.filter { !here.contains($0.period) }
    guard !missing.isEmpty else { return nil }
    missing.removeAll { near($0.isRate).contains($0.period) }
    guard let first = missing.first, missing.allSatisfy({ $0.period == first.period }) else { return nil }
    return first
  }

  /// The periods that counterparts of a sentence, and the sentences beside them, speak of.
  private func periods(near links: [FactAlignment.Link], in sheet: FactSheet, asRates: Bool) -> Set<Period> {
    let sentences = Set(links.flatMap { $0.sentence - 1...$0.sentence + 1 })
    return Set(
      sentences.filter(sheet.passage.sentences.indices.contains).flatMap { sheet.periods(ofSentence: $0) }
        .filter { !asRates || !$0.isFact || $0.isRate }.map(\.period))
  }

  /// A bound of how often something is that was turned round: "at least once a month", "at most once a month".
  private func turnedBound(_ mine: [FactSheet.PeriodMention], _ theirs: [FactSheet.PeriodMention]) -> ClaimChange? {
    let mine = bounds(of: mine, in: baseline)
    guard let bound = mine.first, mine.count == 1 else { return nil }
    let theirs = bounds(of: theirs, in: candidate)
    guard let other = theirs.first, theirs.count == 1, other.period == bound.period, other.side != bound.side
    else { return nil }
    return ClaimChange(kind: .comparisonFlipped, baseline: bound.tokens, candidate: other.tokens)
  }

  private func bounds(of mentions: [FactSheet.PeriodMention], in sheet: FactSheet)
    -> [(period: Period, side: Int, tokens: Range<Int>)]
  {
    let passage = sheet.passage
    return mentions.filter { $0.isRate && !$0.isFact }.compactMap { mention in
      let start = passage.sentences[passage.sentenceOfToken[mention.tokens.lowerBound]].tokens.lowerBound
      let reach = max(start, mention.tokens.lowerBound - Self.farthestSide)..<mention.tokens.lowerBound
      for index in reach {
        guard let match = passage.pack.comparators.match(passage.tokens, at: index), let side = match.value.side,
          (index + match.count..<max(index + match.count, mention.tokens.lowerBound)).allSatisfy({
            passage.stems[$0].isEmpty && passage.tokens[$0].kind == .word
          })
        else { continue }
        return (mention.period, side, index..<mention.tokens.upperBound)
      }
      return nil
    }
  }

  // MARK: When, and whether again

  /// When something is, or whether it is the first time, where the candidate tells another one that the baseline tells of
  /// nowhere near: "from the start", "last year".
  private func changedMoment(in sentence: Int, _ links: [FactAlignment.Link]) -> ClaimChange? {
    let mine = moments(of: baseline, in: [sentence])
    guard let link = links.first, let moment = mine.first, mine.allSatisfy({ $0.value == moment.value }) else {
      return nil
    }
    let theirs = moments(of: candidate, in: [link.sentence])
    guard let other = theirs.first, theirs.allSatisfy({ $0.value == other.value }), other.value != moment.value,
      other.value.prefix(Self.momentClass) == moment.value.prefix(Self.momentClass),
      !moments(of: candidate, in: links.flatMap { $0.sentence - 1...$0.sentence + 1 })
        .contains(where: { $0.value == moment.value }),
      !moments(of: baseline, in: Array(sentence - 1...sentence + 1)).contains(where: { $0.value == other.value })
    else { return nil }
    return ClaimChange(kind: .scopeChanged, baseline: moment.tokens, candidate: other.tokens)
  }

  /// The letters that tell `when.` from `repeat.`.
  private static let momentClass = 5

  private func moments(of sheet: FactSheet, in sentences: [Int]) -> [(value: String, tokens: Range<Int>)] {
    sentences.filter(sheet.passage.sentences.indices.contains).flatMap { sentence in
      sheet.passage.sentences[sentence].tokens.compactMap { index -> (value: String, tokens: Range<Int>)? in
        guard let match = sheet.passage.pack.scopes.match(sheet.passage.tokens, at: index),
          match.value.hasPrefix("when.") || match.value.hasPrefix("repeat.")
        else { return nil }
        return (match.value, index..<index + match.count)
      }
    }
  }

  // MARK: Before and after

  /// Which side of a date or an event is meant, or which part of it.
  private enum Side: Hashable {
    case before, after, start, middle, end

    /// Whether one can be told in the place of the other: the start and the end of a month, before and after a day.
    func opposes(_ other: Side) -> Bool {
      self != other && isPart == other.isPart
    }

    /// Whether it is a part of a span.
    var isPart: Bool { self != .before && self != .after }
  }

  /// Words that place something before or after a date or a name, where the candidate has words of the other side before it.
  private func turnedSides(in sentence: Int, _ links: [FactAlignment.Link]) -> [ClaimChange] {
    let facts = baseline.facts[baseline.factsOfSentence[sentence]].filter { $0.date != nil }
    let names = baseline.names[baseline.namesOfSentence[sentence]]
    guard !(facts.isEmpty && names.isEmpty) else { return [] }
    let sidesOfDates = facts.compactMap { fact in
      side(before: fact.tokens.lowerBound, in: baseline).map { (fact: fact, side: $0) }
    }
    let sidesOfNames = names.compactMap { name in
      side(before: name.tokens.lowerBound, in: baseline).map { (name: name, side: $0) }
    }
    guard !(sidesOfDates.isEmpty && sidesOfNames.isEmpty) else { return [] }
    let places = Set(links.flatMap { $0.sentence - 1...$0.sentence + 1 }).sorted()
      .filter(candidate.passage.sentences.indices.contains)
    let ofDates = sidesOfDates.compactMap { fact, side in
      // Which part of a month or a year is meant belongs to the date, wherever it is told.
      let others =
        side.value.isPart
        ? candidate.facts[...] : places.flatMap { candidate.facts[candidate.factsOfSentence[$0]] }[...]
      return turn(side, at: others.filter { $0.value == fact.value }.map(\.tokens)) {
        !side.value.isPart || isOnlySide($0, of: fact)
      }
    }
    let ofNames = sidesOfNames.compactMap { name, side in
      let others = places.flatMap { candidate.names[candidate.namesOfSentence[$0]] }
      return turn(side, at: others.filter { $0.words == name.words }.map(\.tokens)) { _ in true }
    }
    return ofDates + ofNames
  }

  /// Whether the baseline tells no other part of the same month or year.
  private func isOnlySide(_ other: Side, of fact: Fact) -> Bool {
    !baseline.facts.contains {
      $0.value == fact.value && side(before: $0.tokens.lowerBound, in: baseline)?.value == other
    }
  }

  private func turn(
    _ side: (value: Side, tokens: Range<Int>), at places: [Range<Int>], where isNew: (Side) -> Bool
  ) -> ClaimChange? {
    let others = places.compactMap { self.side(before: $0.lowerBound, in: candidate) }
    guard let other = others.first, others.allSatisfy({ $0.value.opposes(side.value) }), isNew(other.value),
      isDenied(side.tokens, in: baseline) == isDenied(other.tokens, in: candidate)
    else { return nil }
    return ClaimChange(kind: .scopeChanged, baseline: side.tokens, candidate: other.tokens)
  }

  /// Whether a denial stands before the words in their clause: "not before" is "at the earliest".
  private func isDenied(_ tokens: Range<Int>, in sheet: FactSheet) -> Bool {
    let passage = sheet.passage
    let start = passage.sentences[passage.sentenceOfToken[tokens.lowerBound]].tokens.lowerBound
    let before = (max(start, tokens.lowerBound - Self.longestDenied)..<tokens.lowerBound).reversed()
    return before.prefix { passage.tokens[$0].kind != .mark }.contains {
      passage.pack.negations.match(passage.tokens, at: $0)?.value == .full
    }
  }

  /// How far behind a denial the bound stands that it denies, in tokens.
  private static let longestDenied = 8

  /// The words right before a date or a name that say on which side of it something is, small words and units between left out.
  private func side(before token: Int, in sheet: FactSheet) -> (value: Side, tokens: Range<Int>)? {
    let passage = sheet.passage
    let start = passage.sentences[passage.sentenceOfToken[token]].tokens.lowerBound
    for index in (max(start, token - Self.farthestSide)..<max(start, token)).reversed() {
      guard passage.tokens[index].kind == .word else { return nil }
      // The longest phrase that holds the word tells: "the day before".
      for first in max(start, index - Self.longestSide)...index {
        if let match = passage.pack.scopes.match(passage.tokens, at: first), first + match.count > index,
          let side = Self.sides[match.value]
        {
          return (side, first..<first + match.count)
        }
      }
      guard passage.stems[index].isEmpty || passage.pack.units.match(passage.tokens, at: index) != nil else {
        return nil
      }
    }
    return nil
  }

  private static let farthestSide = 5
  private static let longestSide = 3

  private static let sides: [String: Side] = [
    "order.before": .before, "bound.until": .before, "day.yesterday": .before, "day.before": .before,
    "order.after": .after, "bound.from": .after, "day.tomorrow": .after, "day.after": .after, "part.start": .start,
    "part.middle": .middle, "part.end": .end,
  ]
}
