import Languages

/// Cautions, denials and conditions of the baseline that nothing in the candidate says again.
extension ClaimComparison {
  private static let leastForDenial = 45

  /// A caution, a condition or a denial that nothing in the sentence's counterparts puts in any words.
  func dropped(
    _ claims: [Claim], in sentence: Int, _ link: FactAlignment.Link, besides found: [ClaimChange]
  ) -> [ClaimChange] {
    let isAmongKept = alignment.isAmongKept(sentence)
    guard isAmongKept || link.similarity >= Self.leastForLoss else { return [] }
    let isWeighed = { (claim: Claim) in
      switch claim.kind {
      case .hedge, .negation, .quantifier(.most), .quantifier(.few): true
      case .quantifier(.none): isAmongKept
      // "Only just over one in two".
      case .scope(Self.only): !baseline.startsFact(within: 2 * Passage.nearest, behind: claim.tokens)
      default: Self.isCondition(claim)
      }
    }
    let weighed = claims.filter { claim in isWeighed(claim) && !found.contains { $0.baseline.overlaps(claim.tokens) } }
    guard !weighed.isEmpty else { return [] }
    let places = surroundings(alignment.ofBaseline[sentence], in: candidate, linkedBy: alignment.ofCandidate)
    lazy var stems = Set(places.flatMap { candidate.passage.sentences[$0].tokens.map { candidate.passage.stems[$0] } })
    var result: [ClaimChange] = []
    let whole = candidate.passage.sentences[link.sentence].tokens
    for claim in weighed {
      switch claim.kind {
      case .hedge
      where !found.contains { $0.kind == .hedgeRemoved } && survives(claim, stems) && !isNamed(claim, among: stems)
        && isUncautious(isToldAlone(claim, in: link.sentence) ? [link.sentence] : places):
        result.append(ClaimChange(kind: .hedgeRemoved, baseline: claim.tokens, candidate: whole))
      case .negation, .quantifier(.none):
        guard isAmongKept || link.similarity >= Self.leastForDenial, found.isEmpty, survives(claim, stems),
          isAmongKept
            ? isUndenied(sentence, link, in: places)
            : isUndenied(sentence, link, places.flatMap { tables.candidate[$0] }), !isClaimedBeside(claim, sentence)
        else { continue }
        let isDoubtful =
          isVeiled(diffs[sentence, link.sentence].hunks.map(\.restated), in: candidate)
          || isSuperlative(claims, tables.candidate[link.sentence]) || areAsked(sentence, link.sentence)
        result.append(
          ClaimChange(kind: .negationRemoved, baseline: claim.tokens, candidate: whole).sure(!isDoubtful))
      case .quantifier
      where found.isEmpty && !isOfRoot(claim, in: places) && isUncounted(places)
        && survives(claim, stems, 2 * Passage.nearest):
        // "No way is more useful" is the most useful one.
        let denies = tables.candidate[link.sentence].contains { $0.kind == .negation }
        result.append(
          ClaimChange(kind: .quantifierChanged, baseline: claim.tokens, candidate: whole)
            .sure(!denies || claims.contains { $0.kind == .negation }))
      case .scope(Self.only):
        guard found.isEmpty, survives(claim, stems, 2 * Passage.nearest), isUnrestricted(sentence, places) else {
          continue
        }
        result.append(ClaimChange(kind: .quantifierChanged, baseline: claim.tokens, candidate: whole))
      case .scope:
        let conditions = places.flatMap { tables.candidate[$0].filter(Self.isCondition) }
        guard conditions.count < claims.count(where: Self.isCondition), let clause = clause(of: claim),
          clause.words.allSatisfy({ !stems.contains($0) })
        else { continue }
        result.append(ClaimChange(kind: .hedgeRemoved, baseline: clause.tokens, candidate: whole))
      default: continue
      }
      if result.count == 1 { break }
    }
    return result
  }

  /// Whether a sentence lost words and got none: what it lost was taken out, however alone it stands.
  func isTrimmed(_ diff: WordDiff) -> Bool {
    !diff.hunks.contains { $0.restated.contains(where: candidate.passage.says) }
  }

  /// Whether what the claim is about is still spoken of.
  private func survives(_ claim: Claim, _ stems: Set<String>, _ count: Int = Passage.nearest) -> Bool {
    baseline.passage.neighbours(of: claim.tokens, behind: true, count).contains { stems.contains($0) }
  }

  /// Whether one sentence has the words on both sides of a claim, so that none beside it can tell the claim.
  private func isToldAlone(_ claim: Claim, in sentence: Int) -> Bool {
    let stems = Set(candidate.passage.sentences[sentence].tokens.map { candidate.passage.stems[$0] })
    return [true, false].allSatisfy { behind in
      baseline.passage.neighbours(of: claim.tokens, behind: behind, 2).contains { stems.contains($0) }
    }
  }

  /// « uniquement », "only": there is nobody else.
  static let only = "focus.only"

  /// Whether no word of quantity, frequency, comparison or caution could stand for the quantity, nor any figure.
  private func isUncounted(_ places: [Int]) -> Bool {
    places.allSatisfy { candidate.factsOfSentence[$0].isEmpty }
      && places.flatMap { tables.candidate[$0] }.allSatisfy { other in
        switch other.kind {
        case .quantifier, .comparison, .hedge: false
        case .scope(let scope): Self.classOfScope(scope) != "frequency"
        case .negation, .direction, .pole: true
        }
      }
  }

  /// Whether no sentence has a word of caution, of any kind.
  private func isUncautious(_ sentences: [Int]) -> Bool {
    let passage = candidate.passage
    return sentences.allSatisfy { sentence in
      !isCautious(passage, passage.sentences[sentence].tokens) && !isDeniedCertainty(in: sentence)
        && !passage.sentences[sentence].tokens.contains {
          passage.pack.rootOfConditional(passage.tokens[$0].folded) != nil
        }
        && !candidate.facts[candidate.factsOfSentence[sentence]].contains {
          $0.figure?.comparator == .about || $0.figure?.comparator == .nearly
        }
    }
  }

  /// Whether a denial leads to a word of certainty: « sans qu'on le sache avec certitude », "it is not certain".
  func isDeniedCertainty(in sentence: Int) -> Bool {
    let passage = candidate.passage
    return tables.candidate[sentence].contains { denial in
      guard denial.kind.isDenial else { return false }
      let end = min(passage.sentences[sentence].tokens.upperBound, denial.tokens.upperBound + Self.farthestCertainty)
      return (denial.tokens.upperBound..<max(denial.tokens.upperBound, end))
        .prefix { passage.tokens[$0].kind != .mark || passage.tokens[$0].isCharacter("'") }
        .contains { passage.pack.hedges.match(passage.tokens, at: $0)?.value == .certain }
    }
  }

  /// How far behind a denial a word of certainty may stand, in tokens.
  private static let farthestCertainty = 8

  /// Whether words of caution of any kind stand there.
  private func isCautious(_ passage: Passage, _ tokens: Range<Int>) -> Bool {
    tokens.contains { passage.pack.hedges.match(passage.tokens, at: $0).map { $0.value != .certain } ?? false }
  }

  /// Cautions and plans that were exchanged for a word of certainty: "should", "will undoubtedly".
  func assurances(in diff: WordDiff, besides found: [ClaimChange]) -> [ClaimChange] {
    guard !found.contains(where: { $0.kind == .hedgeRemoved }) else { return [] }
    let passage = candidate.passage
    let pack = passage.pack
    return diff.hunks.compactMap { hunk in
      guard let hedge = phrase(in: hunk.original, of: baseline.passage, pack.hedges), hedge.value != .certain,
        let word = phrase(in: hunk.restated, of: passage, pack.hedges), word.value == .certain,
        // What was certain before has only moved.
        !baseline.passage.sentences[baseline.passage.sentenceOfToken[hedge.tokens.lowerBound]].tokens.contains(where: {
          baseline.passage.tokens[$0].hash == passage.tokens[word.tokens.lowerBound].hash
        })
      else { return nil }
      return ClaimChange(kind: .hedgeRemoved, baseline: hedge.tokens, candidate: word.tokens)
    }
  }

  /// The first phrase that starts among the words; it may end in words that stayed: "hope to", "are guaranteed to".
  private func phrase(
    in words: Range<Int>, of passage: Passage, _ table: PhraseTable<Hedge>
  ) -> (value: Hedge, tokens: Range<Int>)? {
    for start in words {
      if let match = table.match(passage.tokens, at: start) {
        return (match.value, start..<min(start + match.count, passage.tokens.count))
      }
    }
    return nil
  }

  /// Whether nothing in the counterparts could put the denial in other words.
  private func isUndenied(_ sentence: Int, _ link: FactAlignment.Link, _ others: [Claim]) -> Bool {
    let said = Set(tables.baseline[sentence].map(\.kind))
    let isOtherWay = others.contains { other in
      switch other.kind {
      case .negation, .comparison: true
      case .quantifier(let quantifier): quantifier == .none || quantifier == .few
      case .direction: !said.contains(other.kind)
      case .scope(let scope): ["link.except", "company.except", "link.concession"].contains(scope)
      case .hedge, .pole: false
      }
    }
    guard !isOtherWay, !statesComplement(sentence, link.sentence) else { return false }
    let pack = candidate.passage.pack
    let come = tables.candidate.words(of: link.sentence).subtracting(tables.baseline.words(of: sentence))
    // "Unaware" for "doesn't know", « sera supprimée » for « ne desservira plus ».
    if come.contains(where: { pack.isSecondOpposite($0) || pack.hasOpposite($0) && pack.beginsWithDenial($0) }) {
      return false
    }
    return tables.isDenial(baseline: sentence, candidate: link.sentence)
  }

  /// The same in a sentence edited for itself: one denial fewer, and nothing new that could put it.
  private func isUndenied(_ sentence: Int, _ link: FactAlignment.Link, in places: [Int]) -> Bool {
    let origins = Set(
      surroundings(alignment.ofCandidate[link.sentence], in: baseline, linkedBy: alignment.ofBaseline) + [sentence])
    let mine = origins.flatMap { tables.baseline[$0] }
    let theirs = places.flatMap { tables.candidate[$0] }
    let isMore = { (isMeant: (Claim) -> Bool) in theirs.count(where: isMeant) > mine.count(where: isMeant) }
    let isOtherWay = isMore { claim in
      switch claim.kind {
      case .quantifier(.few), .comparison: true
      case .scope(let scope): ["link.except", "company.except", "frequency.seldom"].contains(scope)
      default: false
      }
    }
    let isTurned = theirs.contains { other in
      if case .direction = other.kind { !mine.contains { $0.kind == other.kind } } else { false }
    }
    guard theirs.count(where: \.kind.isDenial) < mine.count(where: \.kind.isDenial), !isOtherWay, !isTurned,
      !statesComplement(sentence, link.sentence),
      !isVeiled(diffs[sentence, link.sentence].hunks.map(\.restated), in: candidate)
    else { return false }
    let pack = candidate.passage.pack
    let before = tables.baseline.words(of: sentence)
    let come = tables.candidate.words(of: link.sentence).subtracting(before).filter { word in
      !before.contains { areRelated($0, word) }
    }
    return !come.contains { pack.isSecondOpposite($0) || pack.hasOpposite($0) && pack.beginsWithDenial($0) }
      && !tables.turnsWord(baseline: sentence, candidate: link.sentence)
  }

  private static func isCondition(_ claim: Claim) -> Bool {
    claim.kind.isCondition || claim.kind == .scope("gate.once") || claim.kind == .scope("company.except")
  }

  /// The words of a condition, up to the next mark or conjunction.
  private func clause(of claim: Claim) -> (tokens: Range<Int>, words: [String])? {
    let passage = baseline.passage
    let end = passage.clause(around: claim.tokens) { passage.tokens[$0].kind == .mark }.upperBound
    let words = passage.content(of: claim.tokens.upperBound..<end)
    return words.isEmpty ? nil : (claim.tokens.lowerBound..<end, words)
  }
}
