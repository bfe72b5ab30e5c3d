import Languages

/// Amounts that only say again what stands beside them: rounded, as what a growth comes to, or led by "in other words".
extension AmountComparison {
  /// Whether a rough amount stands beside the exact one that it rounds, which the baseline knows: « près de 30 milliards
  /// d'euros (29 milliards) ».
  func isRoundedBeside(_ fact: Fact) -> Bool {
    guard let figure = fact.figure else { return false }
    let beside = candidate.factsOfSentence[fact.sentence].prefix(Self.mostOperands)
    // "Roughly half a million and 5.3 million": what is said of the first is said of both.
    let first = beside.last { candidate.facts[$0].tokens.upperBound <= fact.tokens.lowerBound }
    let announced = first.map { candidate.facts[$0] }.flatMap { first in
      isListed(fact, with: first) && first.figure?.comparator?.side == nil ? first.figure?.comparator : nil
    }
    return beside.contains { index in
      let other = candidate.facts[index]
      guard other.tokens != fact.tokens, let exact = other.figure, figure.rounds(exact, as: announced) else {
        return false
      }
      return isKnown(index)
    }
  }

  /// Whether a comma or one small word is all that stands between two facts of the candidate.
  private func isListed(_ fact: Fact, with first: Fact) -> Bool {
    let passage = candidate.passage
    let between = first.tokens.upperBound..<fact.tokens.lowerBound
    return (1...2).contains(between.count)
      && between.allSatisfy { passage.tokens[$0].kind == .mark || passage.stems[$0].isEmpty }
  }

  /// Whether an amount says what a growth of the baseline comes to: "doubled" beside "grew by 100 per cent".
  func isGrowthTold(_ fact: Fact) -> Bool {
    if fact.figure?.form == .multiplier {
      return facts(near: fact.sentence, by: alignment.ofCandidate, in: baseline).contains { isFactorTold(fact, of: $0) }
    }
    // "Rose by 69 per cent", "is 169 per cent of that of the year before".
    guard let share = fact.figure, share.upper == nil, share.unit?.dimension == .percent, share.value > .hundred,
      let growth = share.value.subtracting(.hundred)
    else { return false }
    return candidate.factsOfSentence[fact.sentence].prefix(Self.mostOperands).contains { index in
      let other = candidate.facts[index]
      return other.figure?.unit?.dimension == .percent && other.figure?.value == growth && other.direction == .up
        && isKnown(index)
    }
  }

  /// Whether the candidate has the growth that the amount of the baseline says again.
  func isGrowthLeft(_ fact: Fact) -> Bool {
    fact.figure?.form == .multiplier
      && facts(near: fact.sentence, by: alignment.ofBaseline, in: candidate).contains { isFactorTold($0, of: fact) }
  }

  /// Whether the baseline leads to the amount by "in other words", having told it in the sentence before, and the candidate
  /// still tells it there.
  func isSaidBefore(_ fact: Fact) -> Bool {
    guard let lead = baseline.restated(by: fact.sentence) else { return false }
    return baseline.facts[baseline.factsOfSentence[lead]].contains { told in
      saysAgain(fact, told)
        && facts(near: lead, by: alignment.ofBaseline, in: candidate).contains {
          [.same, .derived].contains(restatement($0, of: told))
        }
    }
  }

  private func saysAgain(_ fact: Fact, _ told: Fact) -> Bool {
    [.same, .derived].contains(relation(of: fact, to: told)) || isEnd(fact, of: told) || isComplement(fact, of: told)
  }

  /// The facts of the other version's sentences that are linked to one or to those beside it, and of those beside these.
  private func facts(near sentence: Int, by links: [[FactAlignment.Link]], in other: FactSheet) -> [Fact] {
    let linked = (sentence - 1...sentence + 1).filter(links.indices.contains).flatMap { links[$0] }
    let near = Set(linked.flatMap { $0.sentence - 1...$0.sentence + 1 })
    return near.sorted().filter(other.passage.sentences.indices.contains)
      .flatMap { other.facts[other.factsOfSentence[$0]] }
  }
}

extension FactSheet {
  /// The sentence before, where this one says in other words what that one says of the same: "In other words, …", « Autrement
  /// dit, … ».
  func restated(by sentence: Int) -> Int? {
    guard sentence > 0, passage.sentences[sentence - 1].block == passage.sentences[sentence].block,
      passage.pack.restatements.firstMatch(passage.tokens, in: passage.sentences[sentence].tokens) != nil
    else { return nil }
    let said = Set(passage.content(of: passage.sentences[sentence - 1].tokens))
    return passage.content(of: passage.sentences[sentence].tokens).contains(where: said.contains) ? sentence - 1 : nil
  }

  /// Whether words are led by "that is to say" and tell an amount, which is compared with the others.
  func isRestatement(_ words: Range<Int>) -> Bool {
    guard let start = words.first(where: { passage.tokens[$0].kind == .word }) else { return false }
    return passage.pack.restatements.match(passage.tokens, at: start) != nil
      && facts[factsOfSentence[passage.sentenceOfToken[start]]].contains { words.overlaps($0.tokens) }
  }

  /// Whether a sentence is one that says again an amount of the sentence before, in other words.
  func saysAgain(_ sentence: Int) -> Bool {
    guard let lead = restated(by: sentence) else { return false }
    let told = facts[factsOfSentence[lead]]
    return facts[factsOfSentence[sentence]].contains { fact in
      told.contains { other in
        guard let mine = fact.figure, let theirs = other.figure else { return fact.value == other.value }
        return [.same, .derived].contains(mine.relation(to: theirs)) || mine.kind == .multiplier && theirs.isShare
      }
    }
  }
}

extension AmountComparison {
  /// Whether a sentence that tells the fact's one has its date in a mention of a source: « selon le Citepa, 2020 »,
  /// « (source : Citepa, 2020) ».
  func isNoted(_ fact: Fact) -> Bool {
    guard let date = fact.date else { return false }
    return alignment.ofBaseline[fact.sentence].contains { link in
      candidate.notedDates(in: candidate.passage.sentences[link.sentence].tokens)
        .contains(where: date.isTold)
    }
  }
}
