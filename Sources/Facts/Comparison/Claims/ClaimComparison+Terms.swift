import Languages

/// Words of the article's own subject that were replaced in a sentence that else stayed as it was.
extension ClaimComparison {
  /// A word that so many sentences use is a term of the article.
  private static let fewestUses = 3
  /// So many other words must have stayed to tell that the sentence is the same.
  private static let fewestStayed = 3
  private static let shortestTerm = 4

  /// One term for which one other word came, which is none of its synonyms: « données » became « recettes ».
  func replacedTerm(_ claims: [Claim], in sentence: Int, _ link: FactAlignment.Link, _ diff: WordDiff)
    -> ClaimChange?
  {
    guard link.similarity >= Self.leastForTerm else { return nil }
    let telling = diff.hunks.filter { hunk in
      hunk.original.contains { tells($0, baseline) } || hunk.restated.contains { tells($0, candidate) }
    }
    guard telling.count == 1, let hunk = telling.first, let old = only(hunk.original, baseline),
      let new = only(hunk.restated, candidate), isTerm(old, baseline), isTerm(new, candidate),
      baseline.passage.sentences[sentence].tokens
        .filter({ tells($0, baseline) && !hunk.original.contains($0) }).count >= Self.fewestStayed,
      !claims.contains(where: {
        $0.tokens.contains(old) && (!$0.isOfKind || claimsSame($0, at: new, in: link.sentence))
      })
    else { return nil }
    let (word, other) = (baseline.passage.stems[old], candidate.passage.stems[new])
    guard !areRelated(word, other),
      !baseline.passage.pack.areSynonyms(
        baseline.passage.tokens[old].folded, candidate.passage.tokens[new].folded),
      tables.baseline.index.uses(of: word) >= Self.fewestUses || alignment.isAlone(sentence),
      // Both in one sentence are two things.
      tables.baseline.index.hasSentence(with: word, and: other)
        || tables.baseline.index.uses(of: other) == 0 && tables.baseline.index.uses(of: word) >= Self.fewestUses
    else { return nil }
    return ClaimChange(kind: .termReplaced, baseline: old..<old + 1, candidate: new..<new + 1)
  }

  private static let leastForTerm = 50

  func tells(_ token: Int, _ sheet: FactSheet) -> Bool {
    !sheet.isApparatus[token] && sheet.passage.says(token)
  }

  /// The one word among the tokens that says something.
  private func only(_ tokens: Range<Int>, _ sheet: FactSheet) -> Int? {
    let telling = tokens.filter { tells($0, sheet) }
    return telling.count == 1 ? telling.first : nil
  }

  /// Whether a word is of some matter's own: no name, no figure, no word that goes with everything.
  private func isTerm(_ token: Int, _ sheet: FactSheet) -> Bool {
    let word = sheet.passage.tokens[token]
    let sentence = sheet.passage.sentenceOfToken[token]
    return word.kind == .word && word.folded.utf8.count >= Self.shortestTerm && !sheet.passage.pack.isLoose(word)
      && !sheet.names[sheet.namesOfSentence[sentence]].contains { $0.tokens.contains(token) }
      && !sheet.facts[sheet.factsOfSentence[sentence]].contains { $0.tokens.contains(token) }
  }

  private func claimsSame(_ claim: Claim, at token: Int, in sentence: Int) -> Bool {
    tables.candidate[sentence].contains { $0.kind == claim.kind && $0.tokens.contains(token) }
  }

  /// Whether both begin alike, as words of one family do: « numérique », « numérisation ».
  func areRelated(_ a: String, _ b: String) -> Bool {
    let shared = zip(a.utf8, b.utf8).prefix { $0 == $1 }.count
    return shared >= Self.shortestTerm || a.hasSuffix(b) || b.hasSuffix(a)
  }
}
