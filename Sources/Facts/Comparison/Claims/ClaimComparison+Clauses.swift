import Languages

/// Clauses that both versions tell in the same words, however freely what stands around them is told.
extension ClaimComparison {
  /// Fewer words in common tell of one clause no more than of another.
  private static let fewestShared = 3
  /// So much of a clause must be told in the other version's sentence, in percent.
  private static let leastShared = 60

  /// Whether the clauses in which a word was turned are told in the same words.
  func isTurnedInSameClause(_ change: ClaimChange) -> Bool {
    let sentence = baseline.passage.sentenceOfToken[change.baseline.lowerBound]
    let place = candidate.passage.sentenceOfToken[change.candidate.lowerBound]
    let (mine, theirs) = (words(ofClause: change.baseline, baseline), words(ofClause: change.candidate, candidate))
    return isTold(mine, in: candidate, place) && isTold(theirs, in: baseline, sentence)
  }

  private func isTold(_ words: Set<String>, in sheet: FactSheet, _ sentence: Int) -> Bool {
    let shared = shared(words, in: sheet, sentence).count
    return shared >= Self.fewestShared && 100 * shared >= Self.leastShared * words.count
  }

  /// The words that say something in the clause around some, without these.
  private func words(ofClause words: Range<Int>, _ sheet: FactSheet) -> Set<String> {
    let passage = sheet.passage
    let clause = passage.clause(around: words) { parts($0, passage) }
    return Set(passage.content(of: clause.lazy.filter { !words.contains($0) && !sheet.isApparatus[$0] }))
  }

  /// Whether a mark parts two clauses there.
  private func parts(_ token: Int, _ passage: Passage) -> Bool {
    passage.tokens[token].kind == .mark && !passage.tokens[token].isCharacter("'")
      && !passage.tokens[token].isCharacter("\"")
  }

  /// Those of the words that a sentence has, in any form.
  private func shared(_ words: Set<String>, in sheet: FactSheet, _ sentence: Int) -> Set<String> {
    let others = Set(sheet.passage.content(of: sheet.passage.sentences[sentence].tokens))
    return words.filter { word in others.contains(word) || others.contains { areRelated(word, $0) } }
  }
}
