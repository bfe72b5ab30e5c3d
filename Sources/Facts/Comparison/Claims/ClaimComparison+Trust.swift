import Languages

/// What must speak for a change before it is taken for proven: where the claim may be told by other words, somebody must
/// read both sentences.
extension ClaimComparison {
  /// One doubt of a kind is enough for a sentence that tells what several did.
  func withoutRepeatedDoubts(_ changes: [ClaimChange]) -> [ClaimChange] {
    var seen: [ClaimChange.Kind: Set<Int>] = [:]
    return changes.filter { change in
      let sentence = candidate.passage.sentenceOfToken[change.candidate.lowerBound]
      return change.isSure || seen[change.kind, default: []].insert(sentence).inserted
    }
  }

  /// Whether nothing in the sentences tells the claim by another word, in another place or under a question.
  func isTrusted(_ change: ClaimChange, in sentence: Int, _ link: FactAlignment.Link, _ diff: WordDiff) -> Bool {
    switch change.kind {
    case .hedgeRemoved:
      !asks(of: change) && !isOfQuestion(change) && !isAnotherCautionPut(in: diff, for: sentence)
        && !isDeniedCertainty(in: link.sentence)
        && (alignment.isAmongKept(sentence) || link.similarity >= Self.leastForOtherWords
          || !isPutInOtherWords(change, sentence, diff))
    case .negationRemoved:
      !isExclamation(change)
        && (stands(change, inPlaceWithin: diff) || alignment.isAmongKept(sentence) && isTakenOut(change, diff)
          || !isSaidAgain(change, sentence, link.sentence) && !isVeiledWhereTold(change, sentence)
            && isOnlyDenial(change, in: sentence, link))
    case .negationAdded:
      !isSpread(change, from: sentence)
        && isOnlyDenial(change, in: sentence, link, inPlace: stands(change, inPlaceWithin: diff))
    case .quantifierChanged: !isOfAll(change, link.sentence)
    case .oppositeStated: !statesComplement(sentence, link.sentence) && !isTakenAway(change)
    // "Cut the hours", "over one winter": a word that compares moves nothing.
    case .directionFlipped: stands(change, inPlaceWithin: diff) || moves(change)
    case .scopeChanged where isNamedAlike(change): false
    case .scopeChanged:
      !isOfOrder(change) || isToldOfSame(change) || alignment.isAlone(sentence) && isOnSameSide(change)
    case .termReplaced: isOneWordForAnother(change, diff)
    default: true
    }
  }

  /// Whether a word that came before the opposite takes it away: « faciliter », « lever ce qui entrave ».
  private func isTakenAway(_ change: ClaimChange) -> Bool {
    let (mine, theirs) = (baseline.passage, candidate.passage)
    let known = mine.sentences[mine.sentenceOfToken[change.baseline.lowerBound]].tokens
    let start = theirs.sentences[theirs.sentenceOfToken[change.candidate.lowerBound]].tokens.lowerBound
    return (max(start, change.candidate.lowerBound - Self.nearTaker)..<change.candidate.lowerBound).contains { token in
      isVeil(at: token, in: theirs) && !theirs.stems[token].isEmpty
        && !known.contains { mine.stems[$0] == theirs.stems[token] }
    }
  }

  private static let nearTaker = 3

  /// Whether both words tell which way something moves.
  private func moves(_ change: ClaimChange) -> Bool {
    let (mine, theirs) = (baseline.passage, candidate.passage)
    return mine.pack.directions.match(mine.tokens, at: change.baseline.lowerBound) != nil
      && theirs.pack.directions.match(theirs.tokens, at: change.candidate.lowerBound) != nil
  }

  /// Where all else is told alike, words that came for a caution are no other caution.
  private static let leastForOtherWords = 80

  /// Whether the candidate only asks: “ont-ils le droit ?” affirms nothing.
  private func asks(of change: ClaimChange) -> Bool {
    candidate.passage.sentences[candidate.passage.sentenceOfToken[change.candidate.lowerBound]].isQuestion
  }

  /// Whether the caution is one of a question, which states nothing: "how might that happen?"
  private func isOfQuestion(_ change: ClaimChange) -> Bool {
    baseline.passage.sentences[baseline.passage.sentenceOfToken[change.baseline.lowerBound]].isQuestion
  }

  /// Whether another word of caution came into the sentence: "should you find one" for "you might find one".
  private func isAnotherCautionPut(in diff: WordDiff, for sentence: Int) -> Bool {
    let passage = candidate.passage
    let known = Set(baseline.passage.sentences[sentence].tokens.map { baseline.passage.tokens[$0].hash })
    return diff.hunks.contains { hunk in
      hunk.restated.contains { token in
        isCaution(at: token, passage) && !known.contains(passage.tokens[token].hash)
      }
    }
  }

  /// Whether a word of caution stands there, or one by which a verb becomes a possibility.
  func isCaution(at token: Int, _ passage: Passage) -> Bool {
    passage.pack.modals.match(passage.tokens, at: token) != nil
      || passage.pack.hedges.match(passage.tokens, at: token).map { $0.value != .certain && $0.value != .able } ?? false
  }

  /// Whether words that the baseline's sentence does not have stand where the caution stood, and none of them is one of
  /// certainty or of every time: « quitte à » for « potentiellement ».
  private func isPutInOtherWords(_ change: ClaimChange, _ sentence: Int, _ diff: WordDiff) -> Bool {
    guard let number = diff.hunk(ofOriginal: change.baseline) else { return false }
    let passage = candidate.passage
    let words = diff.hunks[number].restated
    let known = Set(baseline.passage.sentences[sentence].tokens.map { baseline.passage.stems[$0] })
    guard words.contains(where: { !passage.stems[$0].isEmpty && !known.contains(passage.stems[$0]) }) else {
      return false
    }
    return !words.contains { token in
      passage.pack.hedges.match(passage.tokens, at: token)?.value == .certain
        || passage.pack.scopes.match(passage.tokens, at: token)?.value == "frequency.always"
        || passage.pack.quantifiers.match(passage.tokens, at: token)?.value == .all
    }
  }

  /// Whether the denial stands alone before a mark, and denies what was said before: « Non, le cadre… ».
  private func isExclamation(_ change: ClaimChange) -> Bool {
    let passage = baseline.passage
    let bounds = passage.sentences[passage.sentenceOfToken[change.baseline.lowerBound]].tokens
    let (start, end) = (change.baseline.lowerBound, change.baseline.upperBound)
    return end < bounds.upperBound && passage.tokens[end].kind == .mark
      && (start == bounds.lowerBound || passage.tokens[start - 1].kind == .mark)
  }

  /// Whether the denial went and nothing came where it stood.
  private func isTakenOut(_ change: ClaimChange, _ diff: WordDiff) -> Bool {
    guard let number = diff.hunk(ofOriginal: change.baseline) else { return false }
    let hunk = diff.hunks[number]
    return hunk.restated.allSatisfy { candidate.passage.stems[$0].isEmpty }
      && hunk.original.allSatisfy { change.baseline.contains($0) || baseline.passage.stems[$0].isEmpty }
  }

  /// Whether the counterpart says the word of a denial as often as its sentence did.
  private func isSaidAgain(_ change: ClaimChange, _ sentence: Int, _ other: Int) -> Bool {
    let word = baseline.passage.tokens[change.baseline.lowerBound].hash
    let count = { (passage: Passage, sentence: Int) in
      passage.sentences[sentence].tokens.count { passage.tokens[$0].hash == word }
    }
    return count(candidate.passage, other) >= count(baseline.passage, sentence)
  }

  /// Whether the sentence that tells most of what stands around a denial has a word that can stand for it, or the very
  /// word: « non-application ».
  private func isVeiledWhereTold(_ change: ClaimChange, _ sentence: Int) -> Bool {
    let claim = Claim(kind: .negation, tokens: change.baseline)
    let words = Set([true, false].flatMap { baseline.passage.neighbours(of: claim.tokens, behind: $0) })
    let own = Set(baseline.passage.sentences[sentence].tokens.map { baseline.passage.tokens[$0].hash })
    let passage = candidate.passage
    let places = surroundings(alignment.ofBaseline[sentence], in: candidate, linkedBy: alignment.ofCandidate)
    let told = places.map { place in
      (place, Set(passage.sentences[place].tokens.map { passage.stems[$0] }).intersection(words).count)
    }
    guard let most = told.map(\.1).max(), most > 0 else { return true }
    let denial = change.baseline.map { baseline.passage.tokens[$0].hash }
    return told.contains { place, count in
      count == most
        && passage.sentences[place].tokens.contains { token in
          isVeil(at: token, in: passage)
            && !own.contains(passage.tokens[token].hash)
            || denial.count == 1 && denial[0] == passage.tokens[token].hash
              && passage.tokens.indices.contains(token + 1) && isDenied(token + 1, as: change.baseline.upperBound)
        }
    }
  }

  /// Whether both words are the same.
  private func isDenied(_ token: Int, as original: Int) -> Bool {
    baseline.passage.tokens.indices.contains(original)
      && candidate.passage.tokens[token].hash == baseline.passage.tokens[original].hash
  }

  /// Whether a denial of the baseline stands before a list that the candidate denies item by item: "no traits, tuples or
  /// flags", "no traits, no tuples and no flags".
  private func isSpread(_ change: ClaimChange, from sentence: Int) -> Bool {
    let passage = baseline.passage
    let place = change.baseline.upperBound
    return tables.baseline[sentence].contains { denial in
      guard denial.kind.isDenial, denial.tokens.upperBound < place, place - denial.tokens.upperBound <= Self.longestList
      else { return false }
      let list = denial.tokens.upperBound..<place
      return list.contains { passage.tokens[$0].isCharacter(",") || joins($0, passage) }
        && list.allSatisfy { !passage.tokens[$0].isCharacter(";") && !passage.tokens[$0].isCharacter(":") }
    }
  }

  private func joins(_ token: Int, _ passage: Passage) -> Bool {
    passage.pack.rangeConnectives.match(passage.tokens, at: token)?.value == true
  }

  /// How far behind a denial the items of its list may stand, in tokens.
  private static let longestList = 8

  /// Whether "all" came for "only": "planned only to build", "all that was planned".
  private func isOfAll(_ change: ClaimChange, _ other: Int) -> Bool {
    let passage = baseline.passage
    guard passage.pack.scopes.match(passage.tokens, at: change.baseline.lowerBound)?.value == Self.only else {
      return false
    }
    return tables.candidate[other].contains { $0.kind == .quantifier(.all) }
  }

  /// Whether what tells people apart stood in the baseline, too, with another word for people: "disabled residents",
  /// "disabled people".
  private func isNamedAlike(_ change: ClaimChange) -> Bool {
    guard isOfPeople(change) else { return false }
    let passage = baseline.passage
    let sentence = passage.sentences[passage.sentenceOfToken[change.baseline.lowerBound]].tokens
    return change.candidate.dropLast().contains { token in
      let word = candidate.passage.stems[token]
      return !word.isEmpty && sentence.contains { passage.stems[$0] == word }
    }
  }

  /// Whether what comes first and what comes later changed: « avant », « après ».
  private func isOfOrder(_ change: ClaimChange) -> Bool {
    let passage = baseline.passage
    return passage.pack.scopes.match(passage.tokens, at: change.baseline.lowerBound)?.value.hasPrefix("order.") == true
  }

  /// Whether the same stands right behind a word of order: « avant de la déployer » and « le déploiement n'intervient
  /// qu'après » say the same from either end, "before it is sent" and "after that it is sent" too.
  private func isToldOfSame(_ change: ClaimChange) -> Bool {
    if let head = head(of: change.baseline, in: baseline), head == self.head(of: change.candidate, in: candidate) {
      return true
    }
    let (next, other) = (change.baseline.upperBound, change.candidate.upperBound)
    return baseline.passage.tokens.indices.contains(next) && candidate.passage.tokens.indices.contains(other)
      && baseline.passage.tokens[next].hash == candidate.passage.tokens[other].hash
  }

  /// Whether a word behind a word of order is behind the other one as well: then the sentence was not turned round.
  private func isOnSameSide(_ change: ClaimChange) -> Bool {
    let words = { (claim: Range<Int>, sheet: FactSheet) in
      sheet.passage.neighbours(of: claim, behind: true, inClause: true)
    }
    let theirs = words(change.candidate, candidate)
    return words(change.baseline, baseline).contains { word in theirs.contains { areRelated(word, $0) } }
  }

  /// Whether no small word but articles changed with the word: « se tiendra à », « rendez-vous à » are two ways to say it.
  private func isOneWordForAnother(_ change: ClaimChange, _ diff: WordDiff) -> Bool {
    guard let number = diff.hunk(ofOriginal: change.baseline) else { return false }
    let hunk = diff.hunks[number]
    let isLight = { (token: Int, passage: Passage, term: Range<Int>) in
      term.contains(token) || passage.pack.lightWords.contains(passage.tokens[token])
    }
    return hunk.original.allSatisfy { isLight($0, baseline.passage, change.baseline) }
      && hunk.restated.allSatisfy { isLight($0, candidate.passage, change.candidate) }
  }
}
