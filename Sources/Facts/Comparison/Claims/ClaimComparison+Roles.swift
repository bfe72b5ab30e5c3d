import Languages

/// Who does what to whom, and what causes what, told the other way round.
extension ClaimComparison {
  /// Who did what to whom, told the other way round.
  ///
  /// Where a sentence is told freely, its verbs and their parties stand in any order: then it is a suspicion, unless both
  /// parties are named. Figures that changed places are told by what they are.
  func turnedRoles(in sentence: Int, _ link: FactAlignment.Link, _ diff: WordDiff) -> ClaimChange? {
    let other = link.sentence
    // "Which programs does it target?" puts first what is asked for.
    let isAsked = candidate.passage.sentences[other].isQuestion && !baseline.passage.sentences[sentence].isQuestion
    // "A uses less than B", "B uses more than A".
    let compared = tables.candidate[other].filter(compares)
    let isRound =
      !compared.isEmpty
      && tables.baseline[sentence].contains { claim in
        compares(claim) && compared.contains { isTurnedRound(claim, $0) && opposes($0.kind, claim.kind) }
      }
    let mayTurn = !isAsked && !isRound && mayTurnRoles(diff)
    if mayTurn, link.similarity >= Self.leastForRoles,
      let turn = RoleComparison(
        alignment.words, baseline: baseline, sentence: sentence, candidate: candidate, sentence: other
      ).turn(),
      !turn.isCompound(baseline.passage, candidate.passage), !isDate(turn.original, baseline),
      !isDate(turn.restated, candidate)
    {
      let isOfFigures = turn.original.contains { baseline.passage.tokens[$0].kind == .digits }
      return ClaimChange(
        kind: .oppositeStated, baseline: turn.original, candidate: turn.restated,
        isSure: isOfFigures || turn.isProven || alignment.isAlone(sentence)
          || link.similarity >= Self.leastForSureTurn)
    }
    if mayTurn, let turn = turnedParties(in: sentence, link) { return turn }
    let causes = CauseComparison(baseline: baseline, sentence: sentence, candidate: candidate, sentence: other)
    return causes.turn().map { turn, isWhole in
      ClaimChange(
        kind: .oppositeStated, baseline: turn.original, candidate: turn.restated,
        isSure: isTold(link, alone: sentence) || isWhole && link.similarity >= Self.leastForSureTurn)
    }
  }

  /// Whether the words are those of a date, which is compared as such: "by May 11, 2024" names nobody who acts.
  private func isDate(_ words: Range<Int>, _ sheet: FactSheet) -> Bool {
    let facts = sheet.facts[sheet.factsOfSentence[sheet.passage.sentenceOfToken[words.lowerBound]]]
    return facts.contains { fact in fact.date != nil && words.allSatisfy(fact.tokens.contains) }
  }

  /// Whether a sentence that was edited alone is told so much alike that who stands on which side proves something.
  private func isTold(_ link: FactAlignment.Link, alone sentence: Int) -> Bool {
    alignment.isAlone(sentence) && link.similarity >= Self.leastForSureTurnAlone
  }

  /// Parties that changed places around what is done, in any words.
  func turnedParties(in sentence: Int, _ link: FactAlignment.Link) -> ClaimChange? {
    let fillers = FillerComparison(baseline: baseline, candidate: candidate)
    let parties = PartyComparison(
      alignment.words, baseline: baseline, sentence: sentence, candidate: candidate, sentence: link.sentence)
    return (parties.turn() ?? fillers.turn(sentence, link.sentence))
      .flatMap { $0.isCompound(baseline.passage, candidate.passage) ? nil : $0 }
      .map {
        ClaimChange(
          kind: .oppositeStated, baseline: $0.original, candidate: $0.restated,
          isSure: $0.isProven || isTold(link, alone: sentence) || link.similarity >= Self.leastForSureTurn)
      }
  }

  /// Whether a word left its place for another one, or a word that tells who does what to whom came or went.
  private func mayTurnRoles(_ diff: WordDiff) -> Bool {
    let gone = diff.hunks.flatMap(\.original)
    let come = diff.hunks.flatMap(\.restated)
    let words = alignment.words
    return marksRoles(gone, baseline.passage) || marksRoles(come, candidate.passage)
      || gone.contains { token in
        let word = words.baseline.said[token]
        return word >= 0 && come.contains { words.candidate.said[$0] == word }
      }
  }

  /// Whether "by", "to" or a word of order stands there.
  private func marksRoles(_ tokens: [Int], _ passage: Passage) -> Bool {
    let pack = passage.pack
    return tokens.contains { index in
      let token = passage.tokens[index]
      return pack.agentMarks.contains(token) || pack.recipientMarks.contains(token)
        || RoleComparison.isOrder(at: index, passage)
    }
  }

  private static let leastForRoles = 60
}
