import Languages

/// Sums, differences, shares and spans of time that a candidate works out of amounts or dates which stand beside them:
/// « 12 millions en 2022 et 15 millions en 2023, soit 27 millions en tout ».
extension AmountComparison {
  /// Whether the amount comes of others that stand in its sentence and that the baseline knows, or that stand together in
  /// a sentence which this one restates.
  func isWorkedOut(_ fact: Fact) -> Bool {
    guard fact.figure.map(Reckoning.mayFollow) == true else { return false }
    let beside = knownFacts(ofSentence: fact.sentence).filter { $0.tokens != fact.tokens }
    if follows(fact, of: candidate, from: beside, in: candidate) || isDifferenceFromLast(fact)
      || isLeft(of: fact, beside: beside)
    {
      return true
    }
    return alignment.ofCandidate[fact.sentence].contains { link in
      follows(
        fact, of: candidate,
        from: Array(baseline.facts[baseline.factsOfSentence[link.sentence]].prefix(Self.mostOperands)), in: baseline,
        periods: unnumberedPeriods(ofSentence: link.sentence))
    }
  }

  /// Whether the amount is told as a difference, of two amounts of the sentence before it: « L'objectif était de 800 000… il n'y
  /// en a eu que 410 000. C'est 390 000 de moins. »
  private func isDifferenceFromLast(_ fact: Fact) -> Bool {
    let passage = candidate.passage
    guard fact.sentence > 0, passage.pack.differences.match(passage.tokens, at: fact.tokens.upperBound) != nil,
      passage.sentences[fact.sentence - 1].block == passage.sentences[fact.sentence].block
    else { return false }
    return follows(fact, of: candidate, from: knownFacts(ofSentence: fact.sentence - 1), in: candidate)
  }

  /// Whether the amount is the sum or the difference of one beside it and one of the sentence before: "There were 640 bids. 218
  /// of them were refused, which left 422."
  private func isLeft(of fact: Fact, beside: [Fact]) -> Bool {
    let passage = candidate.passage
    guard fact.sentence > 0, let figure = fact.figure, !figure.isShare, figure.form != .multiplier,
      passage.sentences[fact.sentence - 1].block == passage.sentences[fact.sentence].block
    else { return false }
    let isAmount = { (fact: Fact) in fact.figure.map { !$0.isShare && $0.form != .multiplier } == true }
    let before = knownFacts(ofSentence: fact.sentence - 1).prefix(Self.mostLeft).filter(isAmount)
    return beside.prefix(Self.mostLeft).filter(isAmount).contains { one in
      before.contains { other in
        follows(fact, of: candidate, from: [one, other], in: candidate)
      }
    }
  }

  /// How many amounts of a sentence are looked at: what lists more of them tells of nothing that is left.
  private static let mostLeft = 6

  /// The two numbers of a share that is told by them: « sept sur vingt-deux ».
  func numbersOfRatio(_ fact: Fact, in sheet: FactSheet) -> [Figure] {
    guard fact.figure?.form == .ratio else { return [] }
    let numbers = NumberReader(sheet.passage.pack)
    let (first, tokens) = (fact.tokens.lowerBound, sheet.passage.tokens)
    let last = fact.tokens.dropFirst().lazy.compactMap { index in
      numbers.number(in: tokens, at: index).flatMap { $0.tokens.upperBound == fact.tokens.upperBound ? $0 : nil }
    }.first
    guard let part = numbers.number(in: tokens, at: first), let last, part.value < last.value else { return [] }
    return [part, last].map { Figure(value: $0.value, form: .digits) }
  }

  /// Whether an amount of the baseline follows from what the candidate states in one sentence: nobody misses a difference
  /// of which both amounts are there.
  func isLeftToReader(_ fact: Fact, near links: [FactAlignment.Link]) -> Bool {
    guard let figure = fact.figure, !figure.isOrdinal else { return false }
    return links.contains { link in
      let facts = Array(candidate.facts[candidate.factsOfSentence[link.sentence]].prefix(Self.mostOperands))
      guard let ends = figure.ends else { return follows(fact, of: baseline, from: facts, in: candidate) }
      // Of a range, one end may stand there, and what the other differs by.
      let figures = facts.compactMap(\.figure)
      return ends.contains { end in figures.contains { $0.relation(to: end) == .same } }
        && ends.allSatisfy { end in
          figures.contains { $0.relation(to: end) == .same } || Reckoning(figures).givesRise(to: end)
        }
    }
  }

  /// Whether the candidate's amount only stands beside the baseline's, which it comes of, or stands for another one that is
  /// left to the reader: « 3,45 euros, soit 0,30 de plus » became « 3,45 euros, contre 3,15 ».
  func isReckoned(_ restated: Int, beside original: Int, slot: Int?) -> Bool {
    let isBeside = isStillBeside(restated, original) && !(slot == restated && stoodBeside(restated, original))
    // Where all else stayed, a number was put in the place of another, whatever it comes to.
    let similarity = alignment.similarity(
      baseline: baseline.facts[original].sentence, candidate: candidate.facts[restated].sentence)
    guard isBeside || slot != restated && similarity < Self.leastForReplaced, isWorkedOut(restated: restated) else {
      return false
    }
    return isBeside || isLeftToReader(original: original)
  }

  private static let leastForReplaced = 85

  /// Whether the sentence of the candidate's amount states the baseline's one, too, as often as that stood in its own.
  private func isStillBeside(_ restated: Int, _ original: Int) -> Bool {
    let fact = baseline.facts[original]
    let isDenied = fact.figure?.isShare == true && self.isDenied(fact, in: baseline)
    let twins = baseline.factsOfSentence[fact.sentence].prefix(Self.mostOperands).count {
      baseline.facts[$0].value == fact.value
    }
    let kept = candidate.factsOfSentence[candidate.facts[restated].sentence].prefix(Self.mostOperands).count { other in
      let beside = candidate.facts[other]
      return other != restated && relation(of: beside, to: fact) == .same
        && (beside.figure?.isShare == true && self.isDenied(beside, in: candidate)) == isDenied
    }
    return kept >= twins
  }

  /// Whether the sentence of the baseline's amount states the candidate's one, too: then nothing was reckoned.
  private func stoodBeside(_ restated: Int, _ original: Int) -> Bool {
    baseline.factsOfSentence[baseline.facts[original].sentence].prefix(Self.mostOperands).contains {
      $0 != original && relation(of: candidate.facts[restated], to: baseline.facts[$0]) == .same
    }
  }

  /// Whether an amount of the baseline stands in other words now, and follows from others there.
  private func isLeftToReader(original: Int) -> Bool {
    workedOut.baseline.answer(original) {
      let fact = baseline.facts[original]
      let links = alignment.ofBaseline[fact.sentence]
      return Self.isRestated(links) && isLeftToReader(fact, near: links)
    }
  }

  /// Whether an amount of the candidate stands in other words than the baseline's, and follows from others.
  private func isWorkedOut(restated: Int) -> Bool {
    workedOut.candidate.answer(restated) {
      let fact = candidate.facts[restated]
      let links = alignment.ofCandidate[fact.sentence]
      return Self.isRestated(links)
        && (isWorkedOut(fact) || isRestOfShare(fact) || isDateOfSpan(fact, near: links, in: baseline))
    }
  }

  private static func isRestated(_ links: [FactAlignment.Link]) -> Bool {
    links.first.map { $0.similarity < 100 } ?? false
  }

  /// Whether a share is what one beside it leaves of the whole.
  private func isRestOfShare(_ fact: Fact) -> Bool {
    knownFacts(ofSentence: fact.sentence).contains { isComplement(fact, of: $0) }
  }

  static let mostOperands = 16

  /// The periods that a sentence of the baseline tells by their unit alone, as amounts: "a full year".
  private func unnumberedPeriods(ofSentence sentence: Int) -> [Figure] {
    baseline.periods(ofSentence: sentence).lazy.filter { !$0.isFact && !$0.isRate }.prefix(Self.mostOperands).map {
      Figure(value: $0.period.length, unit: Unit(dimension: $0.period.dimension, name: "", factor: .one), form: .words)
    }
  }

  /// Whether a year, or a month of it, is that of a date in the sentence so many years on or back: « le triple de 2022 » where
  /// it had tripled in two years by 2024.
  func isDateOfSpan(_ fact: Fact, near links: [FactAlignment.Link], in sheet: FactSheet) -> Bool {
    guard let date = fact.date, date.day == nil, date.quarter == nil, date.half == nil, let year = date.year
    else { return false }
    return links.contains { link in
      let facts = sheet.facts[sheet.factsOfSentence[link.sentence]].prefix(Self.mostOperands)
      let spans = facts.compactMap(\.figure).filter { $0.unit?.dimension == .other("month") && $0.upper == nil }
        .map(\.baseValue)
      return facts.contains { other in
        guard let known = other.date?.year, known != year, date.isYear || other.date?.month == date.month
        else { return false }
        return spans.contains(ExactNumber(12 * abs(known - year)))
      }
    }
  }

  /// Whether so many times in a period is once in a part of it: "four times a minute" for "every 15 seconds".
  func isOftenAsTold(_ fact: Fact) -> Bool {
    guard let figure = fact.figure, figure.unit?.dimension == .other("times"), figure.upper == nil,
      let rate = candidate.periods(ofSentence: fact.sentence).first(where: {
        $0.isRate && (0...1).contains($0.tokens.lowerBound - fact.tokens.upperBound)
      })
    else { return false }
    return figuresNear(fact.sentence).contains { each in
      each.unit?.dimension == rate.period.dimension
        && each.baseValue.multiplied(by: figure.value) == rate.period.length
    }
  }

  /// The facts of a candidate's sentence that the baseline states.
  private func knownFacts(ofSentence sentence: Int) -> [Fact] {
    candidate.factsOfSentence[sentence].prefix(Self.mostOperands).filter(isKnown).map { candidate.facts[$0] }
  }

  /// Whether the baseline states a fact of the candidate.
  func isKnown(_ index: Int) -> Bool {
    known.answer(index) {
      let fact = candidate.facts[index]
      return isSpread(fact, over: baseline.facts, baselineIndex)
        || baselineIndex.facts(near: fact).contains { index in
          let relation = relation(of: fact, to: baseline.facts[index])
          return relation == .same || relation == .derived || isEnd(fact, of: baseline.facts[index])
            || relation == .otherUnit && fact.figure?.unit == nil
        }
    }
  }

  private func follows(
    _ fact: Fact, of sheet: FactSheet, from operands: [Fact], in other: FactSheet, periods: [Figure] = []
  ) -> Bool {
    guard let figure = fact.figure else { return false }
    let figures =
      operands.compactMap(\.figure).flatMap { $0.ends ?? [$0] } + periods
      + operands.flatMap { numbersOfRatio($0, in: other) }
    // "A third lower" says itself which way it is.
    let own = fact.tokens.lazy.compactMap { sheet.passage.pack.directions.match(sheet.passage.tokens, at: $0)?.value }
    return Reckoning(figures).givesRise(to: figure, direction: own.first ?? fact.direction)
      || isSpan(figure, between: operands.flatMap(Self.moments))
  }

  /// Whether an amount is the share told beside it of an amount of the baseline, wherever that stands: « la moitié de la
  /// somme, soit 9,25 millions d'euros ».
  func isShareOfTotal(_ fact: Fact) -> Bool {
    guard let figure = fact.figure, figure.upper == nil, let unit = figure.unit, !figure.isShare else { return false }
    let shares = knownFacts(ofSentence: fact.sentence).compactMap(\.figure).filter(\.isShare)
    guard !shares.isEmpty else { return false }
    return baseline.facts.contains { other in
      guard let total = other.figure, total.unit?.dimension == unit.dimension, total.upper == nil else { return false }
      return Reckoning(shares + [total]).isShare(figure)
    }
  }

  /// A month of the calendar by its number, or a year by that of its first month.
  private typealias Moment = (month: Int, isYear: Bool)

  private static func moments(of fact: Fact) -> [Moment] {
    guard case .date(let date, let until) = fact.value else { return [] }
    return [date, until].compactMap(\.self).compactMap { date in
      guard let year = date.year, !date.isDecade, date.quarter == nil, date.half == nil else { return nil }
      return (12 * year + (date.month ?? 0), date.month == nil)
    }
  }

  /// Whether so many months or years lie between two dates, the last one counted or not: "four years, from 2019 to 2023".
  private func isSpan(_ figure: Figure, between moments: [Moment]) -> Bool {
    guard figure.unit?.dimension == .other("month") else { return false }
    return moments.indices.contains { first in
      moments[(first + 1)...].contains { second in
        guard moments[first].isYear == second.isYear else { return false }
        let months = abs(moments[first].month - second.month)
        let step = second.isYear ? 12 : 1
        return months > 0 && [months, months + step].contains { ExactNumber($0) == figure.baseValue }
      }
    }
  }

  // MARK: From one amount to another

  /// Two amounts of which one leads to the other, in the other order in the candidate: « de 10 communes à 55 » became
  /// « de 55 à 10 communes ».
  func turnedMoves(_ partner: [Int?]) -> [(Int, Int)] {
    baseline.facts.indices.dropLast().flatMap { first -> [(Int, Int)] in
      guard let mine = partner[first], let theirs = partner[first + 1], theirs + 1 == mine,
        leads(first, in: baseline), leads(theirs, in: candidate)
      else { return [] }
      return [(first, mine), (first + 1, theirs)]
    }
  }

  /// Whether an amount is where something stood, and the next one where it went.
  private func leads(_ fact: Int, in sheet: FactSheet) -> Bool {
    let passage = sheet.passage
    let (start, end) = (sheet.facts[fact], sheet.facts[fact + 1])
    guard start.sentence == end.sentence, let from = start.figure, let to = end.figure, from.kind == to.kind,
      from.baseValue != to.baseValue
    else { return false }
    let between = start.tokens.upperBound..<max(start.tokens.upperBound, end.boundedTokens.lowerBound)
    guard (1...Self.widestMove).contains(between.count) else { return false }
    return between.contains { index in
      guard let link = passage.pack.rangeConnectives.match(passage.tokens, at: index) else { return false }
      return !link.value && index + link.count == between.upperBound && passage.tokens[index].kind == .word
        && between.prefix { $0 < index }.allSatisfy { passage.tokens[$0].kind == .word }
    }
  }

  /// How many tokens stand between two such amounts at most: "communes à".
  private static let widestMove = 4
}
