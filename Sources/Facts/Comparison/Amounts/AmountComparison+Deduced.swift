import Languages

/// Amounts of a candidate that nobody wrote in the baseline, and that follow from what stands there.
extension AmountComparison {
  /// Whether a reader of the counterparts of the fact's sentence can work the amount out, or finds it there in another form.
  func isDeduced(_ fact: Fact) -> Bool {
    isBaseOfRatio(fact) || isQuotient(fact) || isPeriodOfDates(fact) || isCountOfPeriods(fact) || isSum(fact)
      || isWorkedOut(fact) || isShareOfTotal(fact) || isOfKnownNumbers(fact) || isDayOfDate(fact)
      || isOne(fact, near: alignment.ofCandidate[fact.sentence], in: baseline)
      || isNone(fact, near: alignment.ofCandidate[fact.sentence], in: baseline) || isCountOfItems(fact)
      || isDateOfSpan(fact, near: alignment.ofCandidate[fact.sentence], in: baseline) || isOftenAsTold(fact)
      || isRoundedBeside(fact) || isGrowthTold(fact)
      || fact.date.map { date in
        date.precision == 1
          && date.month.map { names($0, near: alignment.ofCandidate[fact.sentence], in: baseline) } == true
      } == true
  }

  private func isBaseOfRatio(_ fact: Fact) -> Bool {
    isBase(fact, in: candidate, ofShareAmong: figuresNear(fact.sentence))
  }

  /// Whether the baseline's number is what one is counted out of, and the candidate has the share.
  func isBaseOfKeptRatio(_ fact: Fact) -> Bool {
    let near = alignment.ofBaseline[fact.sentence].flatMap { $0.sentence - 1...$0.sentence + 1 }
    let facts = near.filter(candidate.passage.sentences.indices.contains).flatMap { candidate.factsOfSentence[$0] }
    return isBase(fact, in: baseline, ofShareAmong: facts.compactMap { candidate.facts[$0].figure })
  }

  /// Whether the number is what one is counted out of: « une personne qui n'a pas pu être suivie sur vingt » for « 5 % ».
  private func isBase(_ fact: Fact, in sheet: FactSheet, ofShareAmong figures: [Figure]) -> Bool {
    guard let figure = fact.figure, figure.unit == nil, figure.upper == nil, figure.value > .one,
      let share = ExactNumber.one.divided(by: figure.value)
    else { return false }
    let passage = sheet.passage
    let bounds = passage.sentences[fact.sentence].tokens
    guard fact.tokens.lowerBound > bounds.lowerBound,
      passage.pack.ratios.match(passage.tokens, at: fact.tokens.lowerBound - 1) != nil
    else { return false }
    let numbers = NumberReader(passage.pack)
    guard
      (bounds.lowerBound..<fact.tokens.lowerBound).contains(where: {
        numbers.number(in: passage.tokens, at: $0)?.value == .one
      })
    else { return false }
    let ratio = Figure(value: share, form: .ratio)
    return figures.contains { [.same, .derived].contains(ratio.relation(to: $0)) }
  }

  /// Whether a multiple or a fraction is what two amounts of one unit come to: "a third of it" where 150 g became 50 g.
  private func isQuotient(_ fact: Fact) -> Bool {
    guard let figure = fact.figure, figure.unit == nil, figure.form == .multiplier || figure.form == .fraction,
      figure.value > .zero
    else { return false }
    // "Half of the ten" where the baseline says that five are of one kind.
    let beside = candidate.facts[candidate.factsOfSentence[fact.sentence]].compactMap(\.figure).filter { $0 != figure }
    let all = (figuresNear(fact.sentence) + beside).filter { $0.baseValue > .zero }
    // "From 310 to 620" is a growth, and half of nothing.
    if all.contains(where: { $0.baseUpper?.divided(by: $0.baseValue) == figure.value }) { return true }
    let near = all.filter { $0.upper == nil }
    return near.contains { dividend in
      near.contains { divisor in
        dividend.kind == divisor.kind && dividend.baseValue != divisor.baseValue
          && dividend.baseValue.divided(by: divisor.baseValue) == figure.value
      }
    }
  }

  /// Whether the baseline has dates of both ends of a period: « de 2018 à 2023 » above steps of 2018, 2020 and 2023.
  private func isPeriodOfDates(_ fact: Fact) -> Bool {
    guard case .date(let start, let end?) = fact.value else { return false }
    let dates = baseline.facts.flatMap { other -> [PartialDate] in
      if case .date(let date, let until) = other.value { [date, until].compactMap(\.self) } else { [] }
    }
    return [start, end].allSatisfy { dates.contains(where: $0.isTold) }
  }

  /// The figures of the baseline's sentences that a sentence restates, and of those beside them.
  func figuresNear(_ sentence: Int) -> [Figure] {
    let sentences = baseline.passage.sentences.indices
    // What sums up stands beside what it sums up.
    let told = (sentence - 1...sentence + 1).filter(alignment.ofCandidate.indices.contains)
    let near = told.flatMap { alignment.ofCandidate[$0] }.flatMap { $0.sentence - 1...$0.sentence + 1 }
    return Set(near).sorted().filter(sentences.contains).flatMap { baseline.factsOfSentence[$0] }
      .compactMap { baseline.facts[$0].figure }
  }

  /// Where the candidate tells what stands beside a fact: the other facts of its sentence, and the sentences next to it.
  func links(beside fact: Int, _ restatements: [[Int]]) -> [FactAlignment.Link] {
    let sentence = baseline.facts[fact].sentence
    let facts = baseline.factsOfSentence[sentence].flatMap { restatements[$0] }
    let neighbours =
      [sentence - 1, sentence + 1].filter(alignment.ofBaseline.indices.contains)
      + cellsBeside(sentence).flatMap { baseline.factsOfSentence[$0] }.flatMap { restatements[$0].prefix(1) }
    return facts.map { FactAlignment.Link(sentence: candidate.facts[$0].sentence, similarity: 0) }
      + neighbours.flatMap { alignment.ofBaseline[$0].prefix(1) }
  }

  /// Whether the candidate finds another form for an amount that a reader does not miss.
  ///
  /// - Parameter beside: where the other facts of its sentence are told.
  func isToldOtherwise(_ fact: Fact, beside: [FactAlignment.Link] = []) -> Bool {
    isOne(fact, near: alignment.ofBaseline[fact.sentence] + beside, in: candidate) || isFactor(fact)
      || isBaseOfKeptRatio(fact) || isMonthOfDates(fact) || isOneShare(fact) || isInSum(fact)
      || isLeftToReader(fact, near: alignment.ofBaseline[fact.sentence] + beside)
      || isNone(fact, near: alignment.ofBaseline[fact.sentence] + beside, in: candidate)
      || isWholeTold(fact) || isLeftAsRest(fact) || isGrowthLeft(fact) || isSaidBefore(fact)
      || isDateOfSpan(fact, near: alignment.ofBaseline[fact.sentence], in: candidate)
  }

  /// Whether the same share stands there in another form, and was told in both by the baseline: "one in five (20%)".
  private func isOneShare(_ fact: Fact) -> Bool {
    guard let share = fact.figure?.percentage else { return false }
    let near = alignment.ofBaseline[fact.sentence].flatMap { $0.sentence - 1...$0.sentence + 1 }
    return near.contains { sentence in
      candidate.passage.sentences.indices.contains(sentence)
        && candidate.facts[candidate.factsOfSentence[sentence]].contains { other in
          other.figure?.percentage == share && other.figure?.comparator?.side == fact.figure?.comparator?.side
        }
    }
  }

  /// Whether a share is the whole, and the candidate tells of all there is: "100% of the funds", "all the funds".
  private func isWholeTold(_ fact: Fact) -> Bool {
    guard fact.figure?.percentage == ExactNumber(100), fact.figure?.comparator == nil, fact.direction == nil else {
      return false
    }
    let passage = candidate.passage
    return alignment.ofBaseline[fact.sentence].contains { link in
      passage.sentences[link.sentence].tokens.contains { index in
        guard let match = passage.pack.quantifiers.match(passage.tokens, at: index), match.value == .all else {
          return passage.pack.totals.match(passage.tokens, at: index) != nil
        }
        return passage.pack.negations.match(passage.tokens, at: max(0, index - 1)) == nil
      }
    }
  }

  /// Whether a month alone is that of a date of the candidate: "And in December?"
  private func isMonthOfDates(_ fact: Fact) -> Bool {
    guard let date = fact.date, let month = date.month, date.precision == 1 else { return false }
    let months = candidate.facts.compactMap { $0.date?.month }
    return months.contains(month) || names(month, near: alignment.ofBaseline[fact.sentence], in: candidate)
  }

  /// Whether a month that is also another word stands there without what would make a date of it: "this March".
  func names(_ month: Int, near links: [FactAlignment.Link], in sheet: FactSheet) -> Bool {
    let dates = DateReader(sheet.passage.pack)
    return links.flatMap { $0.sentence - 1...$0.sentence + 1 }.contains { sentence in
      sheet.passage.sentences.indices.contains(sentence)
        && sheet.passage.sentences[sentence].tokens.contains {
          dates.month(in: sheet.passage.tokens, at: $0) == month
        }
    }
  }

  /// Whether the number is told as a multiple or a part: « / 3 » and « divisé par trois ».
  func isFactor(_ fact: Fact) -> Bool {
    guard let figure = fact.figure, figure.unit == nil, figure.upper == nil, figure.value > .one else { return false }
    let part = ExactNumber.one.divided(by: figure.value)
    let near = alignment.ofBaseline[fact.sentence].flatMap { $0.sentence - 1...$0.sentence + 1 }
    return near.contains { sentence in
      candidate.passage.sentences.indices.contains(sentence)
        && candidate.facts[candidate.factsOfSentence[sentence]].contains {
          guard let other = $0.figure, other.form == .multiplier || other.form == .fraction else { return false }
          return other.value == figure.value || other.value == part && figure.form != .multiplier
        }
    }
  }

  /// Whether the number one is told as a word there, which by itself is no figure: "One stands for the smallest chunk".
  func isOne(_ fact: Fact, near links: [FactAlignment.Link], in sheet: FactSheet) -> Bool {
    guard let figure = fact.figure, figure.value == .one, figure.unit == nil, figure.upper == nil else { return false }
    let passage = sheet.passage
    let numbers = NumberReader(passage.pack)
    let near = links.flatMap { $0.sentence - 1...$0.sentence + 1 }
    return near.contains { sentence in
      passage.sentences.indices.contains(sentence)
        && passage.sentences[sentence].tokens.contains { numbers.number(in: passage.tokens, at: $0)?.value == .one }
    }
  }

  /// Whether two small counts only stand in sentences that were told anew, and each is said beside the other's place too.
  func haveMoved(_ original: Fact, _ restated: Fact) -> Bool {
    guard let mine = original.figure, let theirs = restated.figure, mine.unit == nil, theirs.unit == nil,
      mine.value <= Self.smallCount, theirs.value <= Self.smallCount
    else { return false }
    let isSaid = { (value: ExactNumber, sheet: FactSheet, sentence: Int) in
      (sentence - 1...sentence + 1).contains { place in
        sheet.passage.sentences.indices.contains(place)
          && sheet.facts[sheet.factsOfSentence[place]].contains { $0.figure?.value == value && $0.figure?.unit == nil }
      }
    }
    return alignment.similarity(baseline: original.sentence, candidate: restated.sentence) < Self.leastAlike
      && isSaid(mine.value, candidate, restated.sentence) && isSaid(theirs.value, baseline, original.sentence)
  }

  static let smallCount = ExactNumber(12)
  /// Sentences more alike than this have their counts where they were.
  private static let leastAlike = 70
}
