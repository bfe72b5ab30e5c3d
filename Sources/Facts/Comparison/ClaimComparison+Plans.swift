import Languages

/// What was to come, told as done: "will help" became "have already helped", « en cours de construction » « achevé ».
extension ClaimComparison {
  /// Words of a plan, of a future or of work under way that nothing restates, where the candidate tells what is done.
  func toldAsDone(in sentence: Int, _ link: FactAlignment.Link, _ diff: WordDiff) -> [ClaimChange] {
    guard alignment.isAlone(sentence), !baseline.passage.sentences[sentence].isQuestion,
      !candidate.passage.sentences[link.sentence].isQuestion
    else { return [] }
    let mine = stages(of: baseline, [sentence]).filter { !isOfReader($0.tokens) }
    let places = surroundings(alignment.ofBaseline[sentence], in: candidate, linkedBy: alignment.ofCandidate)
    let theirs = stages(of: candidate, places)
    let kept = Set(theirs.map { words($0.tokens, candidate) })
    let gone = mine.filter { !kept.contains(words($0.tokens, baseline)) }
    guard let plan = gone.first(where: { $0.value == .ahead }) ?? gone.first(where: { $0.value == .named }) else {
      return []
    }
    // Another word for what is to come: "going to" for "will".
    let known = Set(mine.map { words($0.tokens, baseline) })
    let isAhead = theirs.contains { $0.value == .ahead && !known.contains(words($0.tokens, candidate)) }
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
    if !told.contains(where: { $0.value == .done }),
      let done = come.first(where: { $0.value == .done && isNew($0.tokens) })
    {
      return [ClaimChange(kind: .hedgeRemoved, baseline: plan.tokens, candidate: done.tokens)]
    }
    guard plan.value == .ahead, isMore(.perfect),
      let done = come.first(where: { $0.value == .perfect && isSameDeed(plan.tokens, $0.tokens, diff) })
    else { return [] }
    return [ClaimChange(kind: .hedgeRemoved, baseline: plan.tokens, candidate: done.tokens)]
  }

  private func words(_ tokens: Range<Int>, _ sheet: FactSheet) -> [String] {
    tokens.map { sheet.passage.tokens[$0].folded }
  }

  private typealias Staged = (value: Stage, tokens: Range<Int>)

  /// The words of some sentences that tell how far something has come.
  private func stages(of sheet: FactSheet, _ sentences: [Int]) -> [Staged] {
    let (passage, pack) = (sheet.passage, sheet.passage.pack)
    var result: [Staged] = []
    for sentence in sentences {
      let bounds = passage.sentences[sentence].tokens
      var token = bounds.lowerBound
      while token < bounds.upperBound {
        let word = passage.tokens[token]
        if word.kind != .word || sheet.isApparatus[token] {
          token += 1
        } else if let match = pack.stages.match(passage.tokens, at: token) {
          result.append((match.value, token..<min(bounds.upperBound, token + match.count)))
          token += max(1, match.count)
        } else if pack.perfectMarks.contains(word), let verb = participle(behind: token, passage, bounds) {
          // "Has already brought" says so twice.
          result.append((.perfect, token..<verb + 1))
          token += 1
        } else {
          if !passage.stems[token].isEmpty, pack.isFuture(word.folded) { result.append((.ahead, token..<token + 1)) }
          token += 1
        }
      }
    }
    return result
  }

  /// The participle behind a helping verb, with nothing but small words between.
  private func participle(behind mark: Int, _ passage: Passage, _ bounds: Range<Int>) -> Int? {
    for token in mark + 1..<max(mark + 1, min(bounds.upperBound, mark + 1 + Self.farthestParticiple)) {
      let word = passage.tokens[token]
      if word.kind != .word || passage.pack.negations.match(passage.tokens, at: token) != nil { return nil }
      if passage.pack.perfectEndings.contains(where: word.folded.hasSuffix) { return token }
      if !passage.stems[token].isEmpty { return nil }
    }
    return nil
  }

  private static let farthestParticiple = 3

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
      let isNear = token < plan.upperBound + Self.farthestParticiple
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
