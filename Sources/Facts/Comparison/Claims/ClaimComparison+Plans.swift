import Languages

/// What was to come, told as done: "will help" became "have already helped", « en cours de construction » « achevé ».
extension ClaimComparison {
  /// Words of a plan, of a future or of work under way that nothing restates, where the candidate tells what is done.
  func toldAsDone(in sentence: Int, _ link: FactAlignment.Link, _ diff: WordDiff) -> [ClaimChange] {
    guard !baseline.passage.sentences[sentence].isQuestion,
      !candidate.passage.sentences[link.sentence].isQuestion
    else { return [] }
    let all = stages(of: baseline, [sentence])
    let mine = all.filter { !isOfReader($0.tokens) && !isCourtesy($0) && !($0.isPossible && isHabit(sentence)) }
    guard mine.contains(where: { $0.isPlan || $0.isPossible || $0.value == .named }) else { return [] }
    let places = surroundings(alignment.ofBaseline[sentence], in: candidate, linkedBy: alignment.ofCandidate)
    let theirs = stages(of: candidate, places)
    let kept = Set(theirs.map { words($0.tokens, candidate) })
    let gone = mine.filter { !kept.contains(words($0.tokens, baseline)) }
    guard
      let plan = gone.first(where: { $0.isPlan && !$0.isPossible }) ?? gone.first(where: \.isPossible)
        ?? gone.first(where: { $0.value == .named })
    else { return [] }
    // Another word for what is to come: "going to" for "will".
    let known = Set(all.map { words($0.tokens, baseline) })
    let isAhead = theirs.contains { other in
      (other.value == .ahead || other.value == .begun && !plan.isPossible)
        && !known.contains(words(other.tokens, candidate)) && !isDenied(other.tokens)
    }
    guard !theirs.isEmpty, !isAhead, !places.contains(where: { hasCaution($0, besides: sentence) }) else { return [] }
    let origins =
      surroundings(alignment.ofCandidate[link.sentence], in: baseline, linkedBy: alignment.ofBaseline) + [sentence]
    let told = stages(of: baseline, Array(Set(origins)))
    let stems = Set(origins.flatMap { baseline.passage.sentences[$0].tokens.map { baseline.passage.stems[$0] } })
    let come = theirs.filter { other in
      let place = candidate.passage.sentenceOfToken[other.tokens.lowerBound]
      return place != link.sentence || diff.hunk(ofRestated: other.tokens) != nil
    }
    let isMore = { (stage: Stage) in
      theirs.count { $0.value == stage } > told.count { $0.value == stage }
    }
    // "After they finish" and "once it is finished" tell one deed.
    let isNew = { (words: Range<Int>) in
      words.allSatisfy { candidate.passage.stems[$0].isEmpty || !stems.contains(candidate.passage.stems[$0]) }
    }
    // What goes on may be told to go on already, and not to be completed.
    let isOngoing =
      plan.value == .named
      && baseline.passage.pack.passiveMarks.contains(
        baseline.passage.tokens[plan.tokens.lowerBound])
    if !told.contains(where: { $0.value == .done }),
      let done = come.first(where: {
        $0.value == .done && isNew($0.tokens)
          && (!isOngoing || $0.tokens.contains { !candidate.passage.stems[$0].isEmpty })
      })
    {
      return [ClaimChange(kind: .hedgeRemoved, baseline: plan.tokens, candidate: done.tokens)]
    }
    // Work under way may be told as begun.
    let isToCome = plan.tokens.allSatisfy { baseline.passage.stems[$0].isEmpty }
    if plan.isPossible || isToCome, isMore(.begun), let begun = come.first(where: { $0.value == .begun }) {
      return [ClaimChange(kind: .hedgeRemoved, baseline: plan.tokens, candidate: begun.tokens)]
    }
    guard plan.isPlan, isMore(.perfect),
      let done = come.first(where: {
        $0.value == .perfect && (isSameDeed(plan.tokens, $0.tokens, diff) || isOfSameObject(plan.tokens, $0.tokens))
      })
    else { return [] }
    return [ClaimChange(kind: .hedgeRemoved, baseline: plan.tokens, candidate: done.tokens)]
  }

  /// What a sentence edited for itself claims otherwise, in whatever words.
  func claimedOtherwise(in sentence: Int, _ link: FactAlignment.Link) -> ClaimChange? {
    guard alignment.isAmongKept(sentence), !baseline.passage.sentences[sentence].isQuestion,
      !candidate.passage.sentences[link.sentence].isQuestion
    else { return nil }
    let places = surroundings(alignment.ofBaseline[sentence], in: candidate, linkedBy: alignment.ofCandidate)
    guard !places.contains(where: { candidate.passage.sentences[$0].isQuestion }) else { return nil }
    let origins = Set(
      surroundings(alignment.ofCandidate[link.sentence], in: baseline, linkedBy: alignment.ofBaseline) + [sentence])
    let change = LoneEdit(tables, baseline: origins.sorted(), candidate: places).change()
    // What stands in a sentence beside it is found there.
    guard let change = withoutUndone([change].compactMap(\.self), in: sentence, link).first,
      change.baseline.overlaps(baseline.passage.sentences[sentence].tokens)
    else { return nil }
    let denials = { (claims: [Claim]) in claims.count(where: \.kind.isDenial) }
    let isOfDenial = change.kind == .negationRemoved || change.kind == .negationAdded
    guard isOfDenial else { return change }
    // "There will be no meeting, as it was cancelled".
    if change.kind == .negationAdded,
      isSaidTwice(
        Claim(kind: .negation, tokens: change.candidate), in: candidate, link.sentence, otherwise: baseline, sentence)
    {
      return nil
    }
    // « 74 avaient été nettoyées, 614 non ».
    guard !statesComplement(sentence, link.sentence) else { return nil }
    return denials(tables.baseline[sentence]) == denials(tables.candidate[link.sentence])
      ? nil : change.sure(isOnlyDenial(change, in: sentence, link))
  }

  /// A hope or an aim told as what will be: "we hope they will agree", "they will agree".
  func toldAsCertain(in sentence: Int, _ link: FactAlignment.Link) -> [ClaimChange] {
    guard alignment.isAmongKept(sentence), !baseline.passage.sentences[sentence].isQuestion,
      !candidate.passage.sentences[link.sentence].isQuestion
    else { return [] }
    let (mine, theirs) = (baseline.passage, candidate.passage)
    let isWish = { (passage: Passage, token: Int) in
      passage.pack.hedges.match(passage.tokens, at: token)?.value == .expected
    }
    let isAble = { (passage: Passage, token: Int) in
      passage.pack.modals.match(passage.tokens, at: token)?.value == "can"
    }
    guard let first = mine.sentences[sentence].tokens.first(where: { isWish(mine, $0) }),
      let count = mine.pack.hedges.match(mine.tokens, at: first)?.count
    else { return [] }
    let places = surroundings(alignment.ofBaseline[sentence], in: candidate, linkedBy: alignment.ofCandidate)
    let tokens = places.flatMap { theirs.sentences[$0].tokens }
    guard !tokens.contains(where: { isWish(theirs, $0) || isCaution(at: $0, theirs) && !isAble(theirs, $0) })
    else { return [] }
    let wish = first..<first + count
    let stems = Set(tokens.map { theirs.stems[$0] })
    guard !isNamed(Claim(kind: .hedge, tokens: wish), among: stems) else { return [] }
    let before = Set(stages(of: baseline, [sentence]).filter { $0.value == .ahead }.map { words($0.tokens, baseline) })
    let after = stages(of: candidate, places).filter { $0.value == .ahead }
    let hunks = diffs[sentence, link.sentence].hunks.filter { $0.original.overlaps(wish) }
    // "We hope to see", "we will see": the word of the future stands where the hope stood, or was there before.
    let isKept = { (stage: Staged) in
      before.contains(words(stage.tokens, candidate))
        || stage.tokens.allSatisfy { theirs.stems[$0].isEmpty }
          && hunks.contains { $0.restated.overlaps(stage.tokens) }
    }
    guard !after.isEmpty, after.allSatisfy(isKept) else { return [] }
    return [ClaimChange(kind: .hedgeRemoved, baseline: wish, candidate: theirs.sentences[link.sentence].tokens)]
  }

  private func words(_ tokens: Range<Int>, _ sheet: FactSheet) -> [String] {
    tokens.map { sheet.passage.tokens[$0].folded }
  }

  /// The words of some sentences that tell how far something has come.
  func stages(of sheet: FactSheet, _ sentences: [Int]) -> [Staged] {
    let table = sheet === baseline ? tables.baseline : tables.candidate
    return sentences.flatMap(table.stages(ofSentence:))
  }

  /// Whether somebody only says that he would like to thank or to add something.
  func isCourtesy(_ stage: Staged) -> Bool {
    let passage = baseline.passage
    return stage.tokens.upperBound < passage.tokens.count
      && passage.pack.courtesies.match(passage.tokens, at: stage.tokens.upperBound) != nil
  }

  /// Whether the sentence tells how often: "people would often use it" tells what they did.
  func isHabit(_ sentence: Int) -> Bool {
    tables.baseline[sentence].contains { claim in
      if case .scope(let scope) = claim.kind {
        ["frequency", "rate"].contains(Self.classOfScope(scope))
      } else {
        false
      }
    }
  }

  /// Whether what is to come is denied: « ne changera plus ».
  private func isDenied(_ tokens: Range<Int>) -> Bool {
    let passage = candidate.passage
    let bounds = passage.sentences[passage.sentenceOfToken[tokens.lowerBound]].tokens
    return (max(bounds.lowerBound, tokens.lowerBound - 2)..<min(bounds.upperBound, tokens.upperBound + 1)).contains {
      passage.pack.negations.match(passage.tokens, at: $0) != nil
    }
  }

  /// Whether the deed that is done is the one that was to come: by a word of its family right behind the words of the plan,
  /// or because nothing else in the sentence changed.
  private func isSameDeed(_ plan: Range<Int>, _ done: Range<Int>, _ diff: WordDiff) -> Bool {
    let (mine, theirs) = (baseline.passage, candidate.passage)
    let bounds = mine.sentences[mine.sentenceOfToken[plan.lowerBound]].tokens
    let word = theirs.tokens[done.upperBound - 1].folded
    // "They will get it back after they finish" tells of another deed.
    let end = (plan.upperBound..<bounds.upperBound).first { isOfOrder($0, mine) } ?? bounds.upperBound
    let isOfFamily = (plan.lowerBound..<max(plan.upperBound, end)).contains { token in
      guard mine.tokens[token].kind == .word else { return false }
      let isNear = token < plan.upperBound + Self.nearDeed
      let shared = zip(mine.tokens[token].folded.utf8, word.utf8).prefix { $0 == $1 }.count
      return shared >= (isNear ? Self.shortestDeed : Self.longDeed)
    }
    let hunk = diff.hunk(ofRestated: done).map { diff.hunks[$0] }
    return isOfFamily
      || diff.hunks.count <= Self.fewHunks
        && hunk.map { $0.original.overlaps(plan) && $0.original.count <= Self.longestPlan } ?? false
  }

  /// Whether another clause begins there that tells when or on what condition.
  private func isOfOrder(_ token: Int, _ passage: Passage) -> Bool {
    guard let scope = passage.pack.scopes.match(passage.tokens, at: token)?.value else { return false }
    return ["order", "gate", "link"].contains(Self.classOfScope(scope))
  }

  /// Whether what was to be done to something was done to it: « recruter deux médiatrices », « deux médiatrices ont été
  /// embauchées »; or the deed was named before the words of the plan.
  private func isOfSameObject(_ plan: Range<Int>, _ done: Range<Int>) -> Bool {
    let (mine, theirs) = (baseline.passage, candidate.passage)
    let bounds = mine.sentences[mine.sentenceOfToken[plan.lowerBound]].tokens
    let word = theirs.tokens[done.upperBound - 1].folded
    let isNamed = (max(bounds.lowerBound, plan.lowerBound - Self.farthestObject)..<plan.lowerBound).contains { token in
      !mine.stems[token].isEmpty
        && zip(mine.tokens[token].folded.utf8, word.utf8).prefix { $0 == $1 }.count >= Self.longDeed
    }
    if isNamed { return true }
    let end = (plan.upperBound..<bounds.upperBound).first { isOfOrder($0, mine) || mine.tokens[$0].kind == .mark }
    let behind = (plan.upperBound..<(end ?? bounds.upperBound)).map { RoleComparison.word(at: $0, mine) }
      .filter { !$0.isEmpty }
    let isVerb = plan.count == 1 && !mine.stems[plan.lowerBound].isEmpty
    let objects = behind.dropFirst(isVerb ? 0 : 1).prefix(2)
    let place = theirs.sentences[theirs.sentenceOfToken[done.lowerBound]].tokens
    let start = max(place.lowerBound, done.lowerBound - Self.farthestObject)
    return (start..<min(place.upperBound, done.upperBound + Self.farthestObject)).contains {
      objects.contains(RoleComparison.word(at: $0, theirs))
    }
  }

  private static let farthestObject = 5
  private static let nearDeed = 3
  private static let shortestDeed = 3
  private static let longDeed = 5
  private static let fewHunks = 2
  private static let longestPlan = 6

  /// Whether the reader is spoken to, who will see or find something.
  private func isOfReader(_ tokens: Range<Int>) -> Bool {
    let passage = baseline.passage
    let bounds = passage.sentences[passage.sentenceOfToken[tokens.lowerBound]].tokens
    return (max(bounds.lowerBound, tokens.lowerBound - 2)..<tokens.upperBound).contains {
      passage.pack.persons.match(passage.tokens, at: $0)?.value == "second"
    }
  }

  /// Whether a sentence of the candidate has a word of caution that the baseline's one does not have.
  private func hasCaution(_ place: Int, besides sentence: Int) -> Bool {
    let passage = candidate.passage
    let known = Set(baseline.passage.sentences[sentence].tokens.map { baseline.passage.tokens[$0].hash })
    return passage.sentences[place].tokens.contains { token in
      guard let match = passage.pack.hedges.match(passage.tokens, at: token) else { return false }
      return ![.certain, .able, .reported].contains(match.value) && !known.contains(passage.tokens[token].hash)
    }
  }
}
