import Languages

/// All there is told for a part of it, or a part for all, by the words that stand before one that stayed: "two registers",
/// "every register"; "supported barges", "all barges"; "all boatmen", "only new boatmen".
extension ClaimComparison {
  /// Less alike, a sentence that was not edited for itself tells more than this otherwise.
  private static let leastForWhole = 60
  private static let longestPart = 5

  /// The first words of a sentence that tell of more or of less than those in whose place they stand.
  func otherWhole(in sentence: Int, _ link: FactAlignment.Link, _ diff: WordDiff) -> ClaimChange? {
    guard alignment.isAmongKept(sentence) || link.similarity >= Self.leastForWhole,
      !baseline.passage.sentences[sentence].isQuestion, !candidate.passage.sentences[link.sentence].isQuestion
    else { return nil }
    for hunk in diff.hunks where max(hunk.original.count, hunk.restated.count) <= Self.longestPart {
      guard !hunk.original.isEmpty, !hunk.restated.isEmpty else { continue }
      if isWhole(hunk, sentence, link.sentence) || isPart(hunk, sentence, link.sentence) {
        return ClaimChange(kind: .quantifierChanged, baseline: hunk.original, candidate: hunk.restated)
      }
    }
    return restricted(in: sentence, link.sentence, diff)
  }

  /// Whether nothing but a word for all there is came, where a number or a quality told of a part: "two", "supported".
  private func isWhole(_ hunk: WordDiff.Hunk, _ sentence: Int, _ other: Int) -> Bool {
    let (mine, theirs) = (baseline.passage, candidate.passage)
    guard let whole = wholes(tables.candidate, other).first(where: { $0.overlaps(hunk.restated) }),
      hunk.restated.allSatisfy({ whole.contains($0) || theirs.stems[$0].isEmpty }),
      wholes(tables.baseline, sentence).count < wholes(tables.candidate, other).count,
      !limits(hunk.original, in: sentence, tables.baseline),
      // The word that all is told of stayed.
      theirs.tokens.indices.contains(hunk.restated.upperBound), tells(hunk.restated.upperBound, candidate)
    else { return false }
    let words = hunk.original.filter { tells($0, baseline) }
    let start = hunk.original.lowerBound
    let facts = baseline.facts[baseline.factsOfSentence[sentence]]
    let isCounted = facts.contains { fact in
      hunk.original.contains(fact.tokens.lowerBound) && fact.figure?.isShare == false
        && fact.figure.map { $0.value > .one } == true
    }
    if isCounted {
      // "The two gates" are all there are.
      return !(max(0, start - 1)..<start + 1).contains { mine.pack.lightWords.contains(mine.tokens[$0]) }
    }
    return words.count == 1
      && words.allSatisfy { word in
        mine.isOfMatter(word) || mine.pack.hasOpposite(mine.tokens[word].folded)
      } && !alignment.isSaid(Set(mine.content(of: words)), around: other, of: candidate, by: alignment.ofCandidate)
  }

  /// Whether a word that leaves out all others came for one for all there is, beside other words: "only new".
  private func isPart(_ hunk: WordDiff.Hunk, _ sentence: Int, _ other: Int) -> Bool {
    wholes(tables.baseline, sentence).contains { $0.overlaps(hunk.original) }
      && !wholes(tables.candidate, other).contains { $0.overlaps(hunk.restated) }
      && focuses(tables.candidate, other).contains { $0.overlaps(hunk.restated) }
      && focuses(tables.baseline, sentence).isEmpty
  }

  /// Whether a word that leaves out all others came and what it leaves out is gone: « aux écoles et aux foyers », « aux seules
  /// écoles ».
  private func restricted(in sentence: Int, _ other: Int, _ diff: WordDiff) -> ClaimChange? {
    let (mine, theirs) = (baseline.passage, candidate.passage)
    let telling = diff.hunks.filter { $0.original.contains { tells($0, baseline) } }
    guard telling.count == 1, let gone = telling.first, focuses(tables.baseline, sentence).isEmpty,
      gone.original.contains(where: { mine.pack.rangeConnectives.match(mine.tokens, at: $0)?.value == true }),
      !tables.baseline[sentence].contains(where: { $0.kind.isDenial || $0.kind == .scope("company.except") }),
      let focus = focuses(tables.candidate, other).first,
      diff.hunks.allSatisfy({ hunk in
        hunk.restated.allSatisfy {
          !tells($0, candidate) || focus.contains($0) || theirs.pack.isLoose(theirs.tokens[$0])
        }
      }),
      case let words = Set(mine.content(of: gone.original)),
      !alignment.isSaid(words, around: other, of: candidate, by: alignment.ofCandidate)
    else { return nil }
    return ClaimChange(kind: .scopeChanged, baseline: gone.original, candidate: focus)
  }

  /// The words for all there is, or for whichever; "thoroughly" tells how.
  private func wholes(_ table: ClaimTable, _ sentence: Int) -> [Range<Int>] {
    let passage = table.sheet.passage
    let claims = table[sentence].filter { claim in
      claim.kind == .quantifier(.all) && (claim.tokens.count > 1 || passage.stems[claim.tokens.lowerBound].isEmpty)
    }.map(\.tokens)
    return claims
      + passage.sentences[sentence].tokens.compactMap { token in
        passage.pack.totals.match(passage.tokens, at: token).map { token..<token + $0.count }
      }
  }

  /// The words that leave out all others.
  private func focuses(_ table: ClaimTable, _ sentence: Int) -> [Range<Int>] {
    table[sentence].filter { $0.kind == .scope(Self.only) || $0.kind == .scope("focus.just") }.map(\.tokens)
  }
}
