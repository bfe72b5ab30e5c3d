import Languages

/// Phrases of a sentence edited for itself in whose place other ones stand that have nothing to do with them: "because the
/// crystals age", "because the supplier cut corners"; or that tell of all, or of more: "rural schools", "schools of every
/// kind"; "rural schools", "rural, suburban and urban schools".
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
    let isGone = { (word: String) in !theirs.contains { areRelated(word, $0) } }
    let isNew = { (word: String) in !mine.contains { areRelated(word, $0) } }
    let (gone, come) = (mine.count(where: isGone), theirs.count(where: isNew))
    // Small words that changed may tell how many there are: "the old", "every".
    let edited = diff.hunks.reduce(into: (old: old, new: new)) { edited, hunk in
      if hunk.original.upperBound + 1 >= old.lowerBound, hunk.original.lowerBound <= old.upperBound + 1 {
        edited.old =
          min(edited.old.lowerBound, hunk.original.lowerBound)..<max(edited.old.upperBound, hunk.original.upperBound)
        edited.new =
          min(edited.new.lowerBound, hunk.restated.lowerBound)..<max(edited.new.upperBound, hunk.restated.upperBound)
      }
    }
    let isSaidAgain = { alignment.isSaid(mine, around: link.sentence, of: candidate, by: alignment.ofCandidate) }
    let isReplaced =
      if isWidened(edited.old, in: sentence, edited.new, in: link.sentence)
        && old.contains(where: { baseline.passage.isOfMatter($0) && isGone(baseline.passage.stems[$0]) })
        || isNarrowed(edited.old, in: sentence, edited.new, in: link.sentence)
          && new.contains(where: { candidate.passage.isOfMatter($0) && isNew(candidate.passage.stems[$0]) })
        || isJoined(old, new)
      {
        true
      } else if isCondition(old, of: baseline), !isCondition(new, of: candidate) {
        gone == mine.count && gone >= Self.fewestOfObject && !isSaidAgain()
      } else if isOfCause(old, in: sentence, of: baseline), isOfCause(new, in: link.sentence, of: candidate) {
        gone > 0 && come > 0 && gone + come > 2 && 2 * gone >= mine.count && 2 * come >= theirs.count && !isSaidAgain()
      } else {
        gone == mine.count && come == theirs.count
          && min(gone, come)
            >= (followsPreposition(old, in: sentence) && telling.count == 1 ? Self.fewestOfObject : Self.fewestOfPhrase)
          && !isSaidAgain()
      }
    guard isReplaced, !alignment.isSaid(theirs, around: sentence, of: baseline, by: alignment.ofBaseline) else {
      return nil
    }
    return ClaimChange(
      kind: .termReplaced, baseline: old.isEmpty ? around(old.lowerBound) : old,
      candidate: new.isEmpty ? candidate.passage.sentences[link.sentence].tokens : new)
  }

  /// Whether all there is came with the new words, and what told of a part of it is gone: "rural schools", "schools of every
  /// kind".
  private func isWidened(_ old: Range<Int>, in sentence: Int, _ new: Range<Int>, in other: Int) -> Bool {
    !limits(old, in: sentence, tables.baseline) && tellsOfAll(new, in: other, tables.candidate)
  }

  /// Whether a part of it came where all there is was told of: "every school", "the rural schools".
  private func isNarrowed(_ old: Range<Int>, in sentence: Int, _ new: Range<Int>, in other: Int) -> Bool {
    !limits(new, in: other, tables.candidate) && tellsOfAll(old, in: sentence, tables.baseline)
  }

  /// Whether words of quantity, frequency or caution stand there, or all there is.
  func limits(_ words: Range<Int>, in sentence: Int, _ table: ClaimTable) -> Bool {
    let passage = table.sheet.passage
    return table[sentence].contains { claim in
      guard claim.tokens.overlaps(words) else { return false }
      switch claim.kind {
      case .quantifier, .hedge, .negation: return true
      case .scope(let scope): return ["rate", "frequency", "regardless", "extent"].contains(Self.classOfScope(scope))
      case .comparison, .direction, .pole: return false
      }
    } || words.contains { passage.pack.totals.match(passage.tokens, at: $0) != nil }
  }

  /// Whether the words have one for all there is: "every", "the whole", "anywhere"; "thoroughly" tells how.
  private func tellsOfAll(_ words: Range<Int>, in sentence: Int, _ table: ClaimTable) -> Bool {
    let passage = table.sheet.passage
    return table[sentence].contains { claim in
      claim.kind == .quantifier(.all) && claim.tokens.overlaps(words)
        && (claim.tokens.count > 1 || passage.stems[claim.tokens.lowerBound].isEmpty)
    } || words.contains { passage.pack.totals.match(passage.tokens, at: $0) != nil }
  }

  /// Whether the words tell on what condition the rest holds.
  private func isCondition(_ words: Range<Int>, of sheet: FactSheet) -> Bool {
    let passage = sheet.passage
    guard let start = words.first(where: { passage.tokens[$0].kind == .word }) else { return false }
    return passage.pack.conditions.match(passage.tokens, at: start).map {
      $0.count > 1 || passage.stems[start].isEmpty
    } ?? false
  }

  /// Whether more of what is listed was put in, and nothing taken out: "rural schools", "rural, suburban and urban schools".
  private func isJoined(_ old: Range<Int>, _ new: Range<Int>) -> Bool {
    let passage = candidate.passage
    let words = new.filter { !passage.stems[$0].isEmpty }
    return !old.contains { tells($0, baseline) } && words.count >= Self.fewestOfObject
      && new.contains { passage.pack.rangeConnectives.match(passage.tokens, at: $0)?.value == true }
      && new.contains { passage.tokens[$0].isCharacter(",") }
      && words.contains { !passage.pack.isLoose(passage.tokens[$0]) }
  }

  private func hasFacts(_ words: Range<Int>, _ sheet: FactSheet) -> Bool {
    guard !words.isEmpty else { return false }
    let sentence = sheet.passage.sentenceOfToken[words.lowerBound]
    return sheet.facts[sheet.factsOfSentence[sentence]].contains { $0.tokens.overlaps(words) }
  }

  /// Whether a word of cause leads to the words or is the first of them, or they lead to it.
  private func isOfCause(_ words: Range<Int>, in sentence: Int, of sheet: FactSheet) -> Bool {
    let passage = sheet.passage
    let bounds = passage.sentences[sentence].tokens
    let start = max(bounds.lowerBound, words.lowerBound - Self.longestCause)
    let isLed = (start..<min(bounds.upperBound, words.lowerBound + 2)).contains {
      passage.pack.causes.match(passage.tokens, at: $0)?.value == "behind"
    }
    return isLed
      || (words.upperBound..<min(bounds.upperBound, words.upperBound + 2)).contains {
        passage.pack.causes.match(passage.tokens, at: $0)?.value == "before"
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
}
