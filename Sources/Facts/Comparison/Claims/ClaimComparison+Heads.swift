import Languages

/// Claims that are bound to one word which both versions have, however freely the rest is told: "many members", "all members".
extension ClaimComparison {
  /// Claims before a word that stands once in either sentence, and has their opposite before it there.
  func turnedAtHeads(_ claims: [Claim], in sentence: Int, besides found: [ClaimChange]) -> [ClaimChange] {
    let open = claims.filter { claim in
      isBound(claim.kind) && !found.contains { $0.baseline.overlaps(claim.tokens) }
    }
    guard !open.isEmpty else { return [] }
    return alignment.ofBaseline[sentence].flatMap { link in
      let others = tables.candidate[link.sentence].filter { isBound($0.kind) }
      return others.isEmpty ? [] : open.compactMap { turnedAtHead($0, in: sentence, link.sentence, others) }
    }
  }

  private func turnedAtHead(_ claim: Claim, in sentence: Int, _ place: Int, _ others: [Claim]) -> ClaimChange? {
    guard let head = head(of: claim.tokens, in: baseline), isSaidOnce(head, in: baseline, sentence),
      isSaidOnce(head, in: candidate, place)
    else { return nil }
    let bound = others.filter { self.head(of: $0.tokens, in: candidate) == head }
    guard bound.count == 1, let other = bound.first, let kind = turn(from: claim, to: other),
      isFarApart(claim.kind, other.kind), !isTurnedRound(claim, other),
      !isDeniedTwice(claim, other, tables.candidate[place], candidate),
      !isDeniedTwice(other, claim, tables.baseline[sentence], baseline)
    else { return nil }
    return ClaimChange(kind: kind, baseline: claim.tokens, candidate: other.tokens)
  }

  /// Whether a claim is about the word right behind it.
  private func isBound(_ kind: Claim.Kind) -> Bool {
    switch kind {
    case .quantifier, .comparison: true
    case .pole(let word): baseline.passage.pack.areComparatives(word)
    case .scope(let scope): ["frequency", "order"].contains(Self.classOfScope(scope))
    case .negation, .direction, .hedge: false
    }
  }

  /// The word that a claim is about: the next one that says something, but for a mark between.
  func head(of claim: Range<Int>, in sheet: FactSheet) -> String? {
    let passage = sheet.passage
    let bounds = passage.sentences[passage.sentenceOfToken[claim.lowerBound]].tokens
    for token in claim.upperBound..<max(claim.upperBound, bounds.upperBound) {
      if passage.tokens[token].kind == .mark { return nil }
      if !passage.stems[token].isEmpty { return passage.stems[token] }
      if passage.tokens[token].kind == .digits { return passage.tokens[token].folded }
      // "Each of them that users…" is about them.
      let isSmall =
        passage.pack.lightWords.contains(passage.tokens[token])
        || passage.pack.prepositions.match(passage.tokens, at: token)?.value == "of"
      if !isSmall || token - claim.upperBound >= Self.farthestHead { return nil }
    }
    return nil
  }

  private static let farthestHead = 3

  func isSaidOnce(_ stem: String, in sheet: FactSheet, _ sentence: Int) -> Bool {
    sheet.passage.sentences[sentence].tokens.count { sheet.passage.stems[$0] == stem } == 1
  }

  /// Whether two quantities are more than two words for about as many.
  private func isFarApart(_ kind: Claim.Kind, _ other: Claim.Kind) -> Bool {
    guard case .quantifier(let mine) = kind, case .quantifier(let theirs) = other else { return true }
    return mine == .all || theirs == .all || abs(mine.rawValue - theirs.rawValue) > 1
  }

  // MARK: Cautions

  /// Words that say that something can be, may be or would be, before a verb that the candidate says outright:
  /// « échapperaient aux soins », « échappent aux soins ».
  ///
  /// - Parameter gone: the words of the sentence that did not stay where they were.
  func saidOutright(in sentence: Int, gone: [Range<Int>]) -> [ClaimChange] {
    guard !baseline.passage.sentences[sentence].isQuestion else { return [] }
    let weakened = gone.flatMap { self.weakened(in: sentence, among: $0) }
    guard !weakened.isEmpty else { return [] }
    for link in alignment.ofBaseline[sentence] {
      guard !candidate.passage.sentences[link.sentence].isQuestion, !isWeighed(link.sentence) else { continue }
      if let change = weakened.lazy.compactMap({ saidOutright($0, in: sentence, link.sentence) }).first {
        // The sentence beside it may hold the caution.
        let places = surroundings(alignment.ofBaseline[sentence], in: candidate, linkedBy: alignment.ofCandidate)
        return [change.sure(isBetweenSameWords(change) || !places.contains(where: isWeighed))]
      }
    }
    return []
  }

  /// Whether a sentence of the candidate has a word of caution or of possibility.
  private func isWeighed(_ sentence: Int) -> Bool {
    let passage = candidate.passage
    return passage.sentences[sentence].tokens.contains { token in
      isCaution(at: token, passage) || passage.pack.rootOfConditional(passage.tokens[token].folded) != nil
    }
  }

  /// A verb and the word that makes it a possibility: itself, where its ending does.
  private struct Weakened {
    let tokens: Range<Int>
    let head: Int
    /// Whether it is what can be done or happen, which is told without the word often enough.
    let isAbility: Bool
  }

  private func saidOutright(_ weakened: Weakened, in sentence: Int, _ place: Int) -> ClaimChange? {
    let passage = candidate.passage
    let stem = baseline.passage.stems[weakened.head]
    guard isSaidOnce(stem, in: baseline, sentence),
      let token = only(in: passage.sentences[place].tokens, where: { passage.stems[$0] == stem })
        ?? (weakened.tokens.count == 1 ? otherForm(of: weakened.head, in: place) : nil),
      !isOfSameForm(token, as: weakened), !isNamedAgain(weakened, in: place)
    else { return nil }
    let change = ClaimChange(kind: .hedgeRemoved, baseline: weakened.tokens, candidate: token..<token + 1)
    let sides = [true, false].map { behind in
      let words = nearest(to: change, behind: behind)
      return words.mine != nil && words.mine == words.other
    }
    guard sides.contains(true) else { return nil }
    // What can be done is told as done often enough: not what can be so, and not as done every time.
    guard !weakened.isAbility || sides.allSatisfy({ $0 }) && isOfBeing(weakened) || isAssured(token, place) else {
      return nil
    }
    return change
  }

  /// The one verb that was put in the place of a conditional, and is another form of it: « réduirait », « réduit ».
  private func otherForm(of verb: Int, in place: Int) -> Int? {
    let (mine, theirs) = (baseline.passage, candidate.passage)
    guard let root = mine.pack.rootOfConditional(mine.tokens[verb].folded) else { return nil }
    let diff = diffs[mine.sentenceOfToken[verb], place]
    guard let hunk = diff.hunk(ofOriginal: verb..<verb + 1) else { return nil }
    return only(in: diff.hunks[hunk].restated) { token in
      let word = theirs.tokens[token].folded
      let shared = zip(root.utf8, word.utf8).prefix { $0 == $1 }.count
      return word.utf8.count <= root.utf8.count && shared >= max(Self.shortestRoot, root.utf8.count - 3)
    }
  }

  /// In letters: « vien » of « viendrait », « vient ».
  private static let shortestRoot = 4

  private func only(in tokens: Range<Int>, where isMeant: (Int) -> Bool) -> Int? {
    guard let first = tokens.first(where: isMeant), tokens.last(where: isMeant) == first else { return nil }
    return first
  }

  /// Whether a word of certainty stands close before a verb of the candidate.
  private func isAssured(_ token: Int, _ place: Int) -> Bool {
    let passage = candidate.passage
    let bounds = passage.sentences[place].tokens
    return (max(bounds.lowerBound, token - Self.farthestHead)..<token).contains {
      passage.pack.hedges.match(passage.tokens, at: $0)?.value == .certain
        || passage.pack.scopes.match(passage.tokens, at: $0)?.value == "frequency.always"
    }
  }

  /// Whether the candidate has the infinitive or another form with what makes the verb a possibility.
  private func isOfSameForm(_ token: Int, as weakened: Weakened) -> Bool {
    let word = baseline.passage.tokens[weakened.head].folded
    let pack = baseline.passage.pack
    let root = pack.rootOfConditional(word) ?? word
    return root != word && candidate.passage.tokens[token].folded.hasPrefix(root)
  }

  /// Whether the word of possibility stands there in another form: « en risque d'isolement », « risquent l'isolement ».
  private func isNamedAgain(_ weakened: Weakened, in place: Int) -> Bool {
    let stems = Set(baseline.passage.content(of: weakened.tokens.lowerBound..<weakened.head))
    return !stems.isEmpty
      && candidate.passage.sentences[place].tokens.contains { stems.contains(candidate.passage.stems[$0]) }
  }

  /// Whether a word of being stands before the verb: "can be faster".
  private func isOfBeing(_ weakened: Weakened) -> Bool {
    (weakened.tokens.lowerBound..<weakened.head).contains {
      baseline.passage.pack.passiveMarks.contains(baseline.passage.tokens[$0])
    }
  }

  private func weakened(in sentence: Int, among gone: Range<Int>) -> [Weakened] {
    let passage = baseline.passage
    let pack = passage.pack
    let bounds = passage.sentences[sentence].tokens
    return gone.compactMap { token in
      guard passage.tokens[token].kind == .word else { return nil }
      if !passage.stems[token].isEmpty, pack.rootOfConditional(passage.tokens[token].folded) != nil {
        return isOfSpeaker(token, bounds) ? nil : Weakened(tokens: token..<token + 1, head: token, isAbility: false)
      }
      guard let modal = pack.modals.match(passage.tokens, at: token), !isOfSpeaker(token, bounds),
        let head = verb(behind: token + modal.count, bounds)
      else { return nil }
      return Weakened(tokens: token..<head + 1, head: head, isAbility: modal.value == "can")
    }
  }

  /// Whether somebody speaks of himself or to the reader there: "you can read", "may we".
  private func isOfSpeaker(_ token: Int, _ bounds: Range<Int>) -> Bool {
    let passage = baseline.passage
    return (max(bounds.lowerBound, token - 2)..<min(bounds.upperBound, token + 2)).contains {
      $0 != token && ["first", "second"].contains(passage.pack.persons.match(passage.tokens, at: $0)?.value)
    }
  }

  /// The verb behind a word of possibility, with nothing but small words between, and no denial.
  private func verb(behind start: Int, _ bounds: Range<Int>) -> Int? {
    let passage = baseline.passage
    for token in start..<max(start, min(bounds.upperBound, start + Self.farthestHead)) {
      if passage.tokens[token].kind == .mark || passage.pack.negations.match(passage.tokens, at: token) != nil {
        return nil
      }
      if !passage.stems[token].isEmpty { return token }
    }
    return nil
  }

  /// A plan, a caution or an aim of the baseline where the candidate has none, and says that it is so already.
  func accomplished(in sentence: Int, _ link: FactAlignment.Link, _ diff: WordDiff) -> [ClaimChange] {
    let (mine, theirs) = (baseline.passage, candidate.passage)
    let (whole, place) = (mine.sentences[sentence].tokens, theirs.sentences[link.sentence].tokens)
    guard link.similarity >= Self.leastForLoss, !theirs.sentences[link.sentence].isQuestion,
      let done = diff.hunks.lazy.compactMap({ hedge(in: theirs, $0.restated, { $0 == .certain }) }).first,
      let plan = hedge(in: mine, whole, { $0 != .certain && $0 != .able && $0 != .reported }),
      hedge(in: theirs, place, { $0 != .certain && $0 != .able }) == nil,
      hedge(in: mine, whole, { $0 == .certain }) == nil
    else { return [] }
    let known = Set(mine.sentences[sentence].tokens.map { mine.tokens[$0].hash })
    guard done.allSatisfy({ !known.contains(theirs.tokens[$0].hash) || theirs.stems[$0].isEmpty }) else { return [] }
    return [ClaimChange(kind: .hedgeRemoved, baseline: plan, candidate: done)]
  }

  /// The first phrase of caution or certainty that starts among the words.
  private func hedge(in passage: Passage, _ words: Range<Int>, _ isMeant: (Hedge) -> Bool) -> Range<Int>? {
    for token in words {
      if let match = passage.pack.hedges.match(passage.tokens, at: token), isMeant(match.value) {
        return token..<min(passage.tokens.count, token + match.count)
      }
    }
    return nil
  }
}
