import Languages

/// Phrases of a sentence edited for itself in whose place other ones stand that have nothing to do with them: "because the
/// crystals age", "because the supplier cut corners".
extension ClaimComparison {
  /// A phrase that is replaced has so many words that say something; behind a preposition it is an object, and may have fewer.
  private static let fewestOfPhrase = 3
  private static let fewestOfObject = 2
  /// So many other words must have stayed to tell that the sentence is the same.
  private static let fewestStayed = 3

  /// One phrase that came for another, where nothing beside them changed.
  func replacedPhrase(in sentence: Int, _ link: FactAlignment.Link, _ diff: WordDiff) -> ClaimChange? {
    guard alignment.isAlone(sentence), alignment.ofBaseline[sentence].count == 1,
      alignment.ofCandidate[link.sentence].count == 1, !baseline.passage.sentences[sentence].isQuestion,
      !candidate.passage.sentences[link.sentence].isQuestion
    else { return nil }
    let telling = diff.hunks.filter { hunk in
      hunk.original.contains { tells($0, baseline) } || hunk.restated.contains { tells($0, candidate) }
    }
    guard let first = telling.first, let last = telling.last else { return nil }
    let old = first.original.lowerBound..<last.original.upperBound
    let new = first.restated.lowerBound..<last.restated.upperBound
    let rest = baseline.passage.sentences[sentence].tokens.count { tells($0, baseline) && !old.contains($0) }
    guard rest >= Self.fewestStayed, !hasFacts(old, baseline), !hasFacts(new, candidate) else { return nil }
    let mine = Set(baseline.passage.content(of: old))
    let theirs = Set(candidate.passage.content(of: new))
    let gone = mine.count { word in !theirs.contains { areRelated(word, $0) } }
    let come = theirs.count { word in !mine.contains { areRelated(word, $0) } }
    let isReplaced =
      if followsCause(old, in: sentence, of: baseline), followsCause(new, in: link.sentence, of: candidate) {
        gone > 0 && come > 0 && gone + come > 2 && 2 * gone >= mine.count && 2 * come >= theirs.count
      } else {
        gone == mine.count && come == theirs.count
          && min(gone, come)
            >= (followsPreposition(old, in: sentence) && telling.count == 1 ? Self.fewestOfObject : Self.fewestOfPhrase)
      }
    guard isReplaced, !isSaid(mine, near: link.sentence, of: candidate), !isSaid(theirs, near: sentence, of: baseline)
    else { return nil }
    return ClaimChange(kind: .termReplaced, baseline: old, candidate: new)
  }

  private func hasFacts(_ words: Range<Int>, _ sheet: FactSheet) -> Bool {
    guard !words.isEmpty else { return false }
    let sentence = sheet.passage.sentenceOfToken[words.lowerBound]
    return sheet.facts[sheet.factsOfSentence[sentence]].contains { $0.tokens.overlaps(words) }
  }

  /// Whether a word of cause leads to the words, or is the first of them.
  private func followsCause(_ words: Range<Int>, in sentence: Int, of sheet: FactSheet) -> Bool {
    let passage = sheet.passage
    let bounds = passage.sentences[sentence].tokens
    let start = max(bounds.lowerBound, words.lowerBound - Self.longestCause)
    return (start..<min(bounds.upperBound, words.lowerBound + 2)).contains {
      passage.pack.causes.match(passage.tokens, at: $0)?.value == "behind"
    }
  }

  private static let longestCause = 4

  /// Whether the words are the object of a preposition that stayed: nothing but small words stands between.
  private func followsPreposition(_ words: Range<Int>, in sentence: Int) -> Bool {
    let passage = baseline.passage
    let before = passage.sentences[sentence].tokens.lowerBound..<words.lowerBound
    return before.reversed().prefix { passage.tokens[$0].kind == .word && passage.stems[$0].isEmpty }.prefix(2).contains
    {
      passage.pack.prepositions.match(passage.tokens, at: $0) != nil
        // « a achevé »: no « à ».
        && !passage.pack.perfectMarks.contains(passage.tokens[$0])
    }
  }

  /// Whether sentences there have some of the words.
  private func isSaid(_ words: Set<String>, near sentence: Int, of sheet: FactSheet) -> Bool {
    let places = max(0, sentence - 2)...min(sheet.passage.sentences.count - 1, sentence + 2)
    let said = places.reduce(into: Set<String>()) { said, place in
      said.formUnion(words.intersection(sheet.passage.content(of: sheet.passage.sentences[place].tokens)))
    }
    return 3 * said.count > words.count
  }
}
