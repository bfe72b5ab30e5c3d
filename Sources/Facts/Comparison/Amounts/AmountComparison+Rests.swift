import Languages

/// A whole of which one party's share is told, and the other's as the rest: « 70 % au Trésor, le reste au département ».
extension AmountComparison {
  /// Whether both versions share out the whole alike, each telling the share of the one whose part is the rest in the other.
  func isRestTold(_ restated: Fact, of original: Fact) -> Bool {
    guard isComplement(restated, of: original), let mine = rest(beside: original, in: baseline),
      let theirs = rest(beside: restated, in: candidate)
    else { return false }
    let share = clause(around: original.tokens, in: baseline)
    let left = clause(around: mine, in: baseline)
    let otherShare = clause(around: restated.tokens, in: candidate)
    let otherLeft = clause(around: theirs, in: candidate)
    let turned = share.intersection(otherLeft).count + left.intersection(otherShare).count
    let kept = share.intersection(otherShare).count + left.intersection(otherLeft).count
    return turned > kept
  }

  /// Whether the candidate tells the share that this one leaves, and gives this one as the rest.
  func isLeftAsRest(_ fact: Fact) -> Bool {
    guard fact.figure?.isShare == true else { return false }
    return alignment.ofBaseline[fact.sentence].contains { link in
      candidate.facts[candidate.factsOfSentence[link.sentence]].contains { isRestTold($0, of: fact) }
    }
  }

  /// The words for the rest in a fact's sentence, or in the next one.
  private func rest(beside fact: Fact, in sheet: FactSheet) -> Range<Int>? {
    let passage = sheet.passage
    for sentence in [fact.sentence, fact.sentence + 1] where passage.sentences.indices.contains(sentence) {
      guard passage.sentences[sentence].block == passage.sentences[fact.sentence].block else { break }
      for index in passage.sentences[sentence].tokens {
        if let match = passage.pack.rests.match(passage.tokens, at: index) { return index..<index + match.count }
      }
    }
    return nil
  }

  /// The words that say something around a few of them, up to a mark or a conjunction on either side.
  private func clause(around words: Range<Int>, in sheet: FactSheet) -> Set<String> {
    let passage = sheet.passage
    let clause = passage.clause(around: words) { index in
      passage.tokens[index].kind == .mark
        || passage.pack.rangeConnectives.match(passage.tokens, at: index)?.value == true
    }
    return Set(passage.content(of: clause.filter { !words.contains($0) }))
  }
}
