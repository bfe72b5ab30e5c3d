import Languages

/// Compares what paired sentences claim: polarity, direction, quantity, certainty, scope.
struct ClaimComparison {
  let baseline: FactSheet
  let candidate: FactSheet
  let alignment: FactAlignment
  let tables: ClaimTables
  let diffs: WordDiffs

  /// Sentences less alike than this are put too differently to compare word by word.
  private static let leastForFlip = 40
  /// Between sentences that stayed, a sentence's counterpart is known however little alike it is.
  private static let leastForFlipAlone = 25
  private static let leastForRemoval = 55
  /// Sentences less alike than this do not prove that somebody else acts, or that others are spoken of: found on whole
  /// articles that were told freely by hand, where three of four such finds below it were false.
  static let leastForSureTurn = 90
  static let leastForSureTurnAlone = 60
  private static let leastForSureRecast = 85
  /// Less alike, a caution or a denial that is not there may be told in any words.
  private static let leastForSureLoss = 60
  private static let fewTokens = 8

  func changes() -> [ClaimChange] {
    let found = alignment.ofBaseline.indices.flatMap { sentence -> [ClaimChange] in
      guard let link = alignment.ofBaseline[sentence].first, link.similarity < 100, !isSame(sentence, link.sentence)
      else { return [] }
      let isAmongKept = alignment.isAmongKept(sentence)
      let isHeading = baseline.passage.sentences[sentence].role == .heading
      guard isAmongKept || link.similarity > 0 && !isHeading else { return [] }
      return link.similarity >= (isAmongKept ? Self.leastForFlipAlone : Self.leastForFlip)
        ? changes(in: sentence, link, isAmongKept) : changesOfRetold(sentence, link, isAmongKept)
    }
    return withoutRepeatedDoubts(found)
  }

  /// What changed in a sentence that shares too few words with its counterpart to compare them word by word.
  private func changesOfRetold(_ sentence: Int, _ link: FactAlignment.Link, _ isAmongKept: Bool) -> [ClaimChange] {
    let claims = tables.baseline[sentence]
    var result: [ClaimChange] = []
    if link.similarity > 0, let turn = turnedParties(in: sentence, link) { result.append(turn) }
    result += turnedAtHeads(claims, in: sentence, besides: [])
    result += saidOutright(in: sentence, gone: [baseline.passage.sentences[sentence].tokens])
    guard isAmongKept else { return result }
    result += toldAsDone(in: sentence, link, diffs[sentence, link.sentence])
    result += toldAsCertain(in: sentence, link)
    if link.similarity > 0 {
      result += turnedElsewhere(claims, in: sentence, link, besides: []).map {
        $0.sure(isSureElsewhere($0, of: sentence))
      }
    }
    if let change = claimedOtherwise(in: sentence, link) { result.append(change) }
    return result
  }

  /// What changed in a sentence that is compared word by word with its counterpart.
  private func changes(in sentence: Int, _ link: FactAlignment.Link, _ isAmongKept: Bool) -> [ClaimChange] {
    let claims = tables.baseline[sentence]
    let diff = diffs[sentence, link.sentence]
    var found = compare(claims, in: sentence, with: tables.candidate[link.sentence], in: link, diff).map { change in
      let isInPlace = stands(change, inPlaceWithin: diff)
      return change.sure(
        isAmongKept || isInPlace && change.kind.isTurnedInPlace || isToldAlikeAround(change)
          || link.similarity >= leastForSure(change.kind, in: sentence)
      ).sure(isInPlace || !isCountKept(change, sentence, link))
    }
    found += turnedElsewhere(claims, in: sentence, link, besides: found).map {
      $0.sure(isAmongKept || isSureElsewhere($0, of: sentence))
    }
    let isPlainLoss = isAmongKept || link.similarity >= Self.leastForSureLoss || isTrimmed(diff)
    found += dropped(claims, in: sentence, link, besides: found).map {
      $0.sure(isPlainLoss && !isCountKept($0, sentence, link))
    }
    if found.isEmpty {
      let isSure = isAmongKept || isShort(sentence) || link.similarity >= Self.leastForSureRecast
      found += recast(claims, in: sentence, link).map { $0.sure(isSure) }
    }
    found += turnedAtHeads(claims, in: sentence, besides: found)
    let lostCautions = [
      { saidOutright(in: sentence, gone: diff.hunks.map(\.original)) }, { accomplished(in: sentence, link, diff) },
      { toldAsDone(in: sentence, link, diff) }, { toldAsCertain(in: sentence, link) },
    ]
    for lost in lostCautions where !found.contains(where: { $0.kind == .hedgeRemoved }) { found += lost() }
    if found.isEmpty { found += otherDuties(claims, in: sentence, link) }
    if found.isEmpty, let turn = turnedRoles(in: sentence, link, diff) { found.append(turn) }
    if found.isEmpty, let change = replacedTerm(claims, in: sentence, link, diff) { found.append(change) }
    found = withoutUndone(found, in: sentence, link).filter { !isToldOtherwise($0, in: sentence, link) }
      .map { $0.sure(!$0.isSure || isTrusted($0, in: sentence, link, diff)) }
    // What a doubt was found for may be proven by another question.
    let proofs = [
      { editedVerb(in: sentence, link, diff) },
      { replacedPhrase(in: sentence, link, diff) ?? otherWhole(in: sentence, link, diff) },
      { claimedOtherwise(in: sentence, link) },
    ]
    for proof in proofs where !found.contains(where: \.isSure) { found += [proof()].compactMap(\.self) }
    return found
  }

  /// Whether one word of a claim was put in the place of another, and nothing beside them was changed.
  func stands(_ change: ClaimChange, inPlaceWithin diff: WordDiff) -> Bool {
    guard let hunk = diff.hunk(ofOriginal: change.baseline), hunk == diff.hunk(ofRestated: change.candidate) else {
      return false
    }
    return says(diff.hunks[hunk], nothingBut: change.baseline, change.candidate)
  }

  /// How alike sentences must be for a word that changed to prove that the claim did.
  func leastForSure(_ kind: ClaimChange.Kind, in sentence: Int) -> Int {
    if isShort(sentence) { return Self.leastForFlip }
    return switch kind {
    case .negationAdded, .negationRemoved: 70
    case .oppositeStated: 65
    case .directionFlipped: 66
    case .hedgeRemoved, .comparisonFlipped: 60
    case .scopeChanged, .quantifierChanged: 50
    case .termReplaced: Self.leastForFlip
    }
  }

  /// Of the few words of a heading or of a table's cell, one is much.
  private func isShort(_ sentence: Int) -> Bool {
    baseline.passage.sentences[sentence].tokens.count <= Self.fewTokens
  }

  /// Whether both sentences are the same, word for word.
  func isSame(_ sentence: Int, _ other: Int) -> Bool {
    let (mine, theirs) = (alignment.words.baseline.words, alignment.words.candidate.words)
    return mine[baseline.passage.sentences[sentence].tokens] == theirs[candidate.passage.sentences[other].tokens]
  }

  /// Two paired sentences, and what each claims.
  private struct Paired {
    let sentence: Int
    let link: FactAlignment.Link
    let claims: [Claim]
    let others: [Claim]
    let diff: WordDiff
    let regions: SentencePair
  }

  private func compare(
    _ claims: [Claim], in sentence: Int, with others: [Claim], in link: FactAlignment.Link, _ diff: WordDiff
  ) -> [ClaimChange] {
    // What stands in words that stayed is still claimed; what stands on both sides in other words has moved.
    var gone = claims.filter { claim in
      isNarrowed(claim, others, diff) || isExchangedWithin(claim, others, diff)
        || diff.hunk(ofOriginal: claim.tokens) != nil && !others.contains { stays(claim, as: $0, diff) }
    }
    var come = others.filter { other in
      diff.hunk(ofRestated: other.tokens) != nil && !claims.contains { stays($0, as: other, diff) }
    }
    guard !(gone.isEmpty && come.isEmpty) else { return denials(in: diff, among: claims) }
    // Of two denials the one that stayed is the one of the same words: "doesn't include those that don't take part".
    for isOfSame in [true, false] {
      gone.removeAll { claim in
        let index = come.firstIndex { other in
          other.kind == claim.kind
            && (!isOfSame || follower(of: claim, in: baseline) == follower(of: other, in: candidate))
        }
        if let index { come.remove(at: index) }
        return index != nil
      }
    }
    let regions = SentencePair(
      alignment.words, baseline: baseline, sentence: sentence, apart: claims.map(\.tokens), candidate: candidate,
      sentence: link.sentence, apart: others.map(\.tokens))
    let pair = Paired(sentence: sentence, link: link, claims: claims, others: others, diff: diff, regions: regions)
    var result: [ClaimChange] = []
    for claim in gone {
      if let index = come.firstIndex(where: {
        stands($0, inPlaceOf: claim, pair) && !isTurnedRound(claim, $0)
          && !isDeniedTwice(claim, $0, pair.others, candidate)
          && !isDeniedTwice($0, claim, pair.claims, baseline)
      }),
        let kind = turn(from: claim, to: come[index])
      {
        result.append(
          ClaimChange(kind: kind, baseline: claim.tokens, candidate: come[index].tokens)
            .sure(!isOneDeal(claim, come[index], pair.diff)))
        come.remove(at: index)
      } else if let change = removal(of: claim, come, pair) {
        result.append(change)
      }
    }
    let additions = come.compactMap { addition(of: $0, pair) }
    if !cancelOut(additions, besides: result) { result += additions }
    result += denials(in: diff, among: claims)
    result += assurances(in: diff, besides: result)
    return withoutDoubleTurns(result)
  }

  /// Whether a word of the claim stayed in one that claims the same: "all requests", "all the requests".
  private func stays(_ claim: Claim, as other: Claim, _ diff: WordDiff) -> Bool {
    claim.kind == other.kind
      && claim.tokens.contains { diff.place(ofOriginal: $0).map(other.tokens.contains) ?? false }
  }

  /// Whether the candidate's claim stands where the baseline's one stood.
  private func stands(_ other: Claim, inPlaceOf claim: Claim, _ pair: Paired) -> Bool {
    guard turn(from: claim, to: other) != nil else { return false }
    if isNarrowed(claim, [other], pair.diff) { return true }
    guard let hunk = pair.diff.hunk(ofOriginal: claim.tokens) else { return false }
    if isLink(claim), isLink(other), !says(pair.diff.hunks[hunk], nothingBut: claim.tokens, other.tokens),
      follower(of: claim, in: baseline) != follower(of: other, in: candidate)
    {
      return false
    }
    return other.tokens.overlaps(pair.diff.hunks[hunk].restated)
      || pair.regions.region(ofBaseline: claim.tokens).map { other.tokens.overlaps($0.tokens) } == true
  }

  /// Whether a word ties one clause to another: the claim is not in the word, but between the clauses.
  func isLink(_ claim: Claim) -> Bool {
    if case .scope(let scope) = claim.kind { return Self.classOfScope(scope) == "link" }
    return false
  }

  /// The first word behind a claim that says something.
  private func follower(of claim: Claim, in sheet: FactSheet) -> String? {
    let sentence = sheet.passage.sentenceOfToken[claim.tokens.lowerBound]
    let behind =
      claim.tokens.upperBound..<max(claim.tokens.upperBound, sheet.passage.sentences[sentence].tokens.upperBound)
    return behind.lazy.map { sheet.passage.stems[$0] }.first { !$0.isEmpty }
  }

  /// A negation or hedge of the baseline that the candidate left out.
  private func removal(of claim: Claim, _ come: [Claim], _ pair: Paired) -> ClaimChange? {
    guard let number = pair.diff.hunk(ofOriginal: claim.tokens) else { return nil }
    let hunk = pair.diff.hunks[number]
    let region = pair.regions.region(ofBaseline: claim.tokens)
    let isPlain = says(hunk, nothingBut: claim.tokens, nil)
    let isClaimed = claimed(claim.kind, by: pair.others)
    guard isPlain || (pair.link.similarity >= Self.leastForRemoval && !isClaimed) else { return nil }
    let kind: ClaimChange.Kind
    switch claim.kind {
    case .negation where isPlain || region?.isExact == true:
      guard !statesComplement(pair), !isClaimedBeside(claim, pair.sentence),
        !areAsked(pair.sentence, pair.link.sentence),
        !isSaidTwice(claim, in: baseline, pair.sentence, otherwise: candidate, pair.link.sentence)
      else { return nil }
      kind = .negationRemoved
    case .hedge where isPlain || region?.isExact == true || region?.hasFollower == true:
      // « s'il est possible » and « peuvent-ils » are two ways to be cautious.
      let isOtherwise =
        !isPlain
        && pair.diff.hunks.contains { holdsSoftCaution($0.restated, in: pair.link.sentence) }
        || isMadeConditional(pair.sentence, pair.link.sentence)
      guard !isOtherwise, !isPutOtherwise(claim, pair.diff), !claimed(.hedge, by: come),
        !isClaimedBeside(claim, pair.sentence)
      else { return nil }
      kind = .hedgeRemoved
    case .quantifier(.most)
    where isPlain && hunk.restated.isEmpty && alignment.isAmongKept(pair.sentence):
      guard !isClaimedBeside(claim, pair.sentence) else { return nil }
      kind = .quantifierChanged
    default: return nil
    }
    let words = isPlain ? hunk.restated : region?.tokens
    let isDoubtful =
      kind == .negationRemoved && isPlain
      ? isVeiled([hunk.restated], in: candidate)
      : kind == .negationRemoved
        && (isVeiled(pair.diff.hunks(around: number).map(\.restated), in: candidate)
          || isSuperlative(pair.claims, pair.others))
    return ClaimChange(
      kind: kind, baseline: claim.tokens,
      candidate: words.map { beside($0, in: pair.link.sentence) } ?? claim.tokens
    ).sure(!isDoubtful)
  }

  /// Whether both versions ask: "Not familiar with it?" denies nothing that "Is it new to you?" affirms.
  func areAsked(_ sentence: Int, _ other: Int) -> Bool {
    baseline.passage.sentences[sentence].isQuestion && candidate.passage.sentences[other].isQuestion
  }

  /// A negation that the baseline does not have.
  private func addition(of claim: Claim, _ pair: Paired) -> ClaimChange? {
    // "Except when" denies what "when" affirms.
    let isException = claim.kind == .scope("link.except") && !claimed(claim.kind, by: pair.claims)
    // « Qui oserait le penser ? » denies without a word of denial.
    if baseline.passage.sentences[pair.sentence].isQuestion,
      !candidate.passage.sentences[pair.link.sentence].isQuestion
    {
      return nil
    }
    guard claim.kind == .negation || isException,
      let number = pair.diff.hunk(ofRestated: claim.tokens)
    else { return nil }
    let hunk = pair.diff.hunks[number]
    let region = pair.regions.region(ofCandidate: claim.tokens)
    // "In part", "in no way".
    let quantity = pair.claims.first {
      if case .quantifier = $0.kind { $0.tokens.overlaps(hunk.original) } else { false }
    }
    let isPlain = says(hunk, nothingBut: quantity?.tokens, claim.tokens)
    let isNew =
      pair.link.similarity >= Self.leastForRemoval && !claimed(.negation, by: pair.claims) && region?.isExact == true
    guard isPlain || (isNew && !isException), !statesComplement(pair), !deniesDenial(claim, pair.others),
      !isSaidTwice(claim, in: candidate, pair.link.sentence, otherwise: baseline, pair.sentence),
      isPlain || !isDeniedBeside(claim, in: pair.link.sentence, besides: pair.sentence)
    else { return nil }
    let words = isPlain ? hunk.original : region?.tokens ?? hunk.original
    return ClaimChange(
      kind: .negationAdded, baseline: words.isEmpty ? around(words.lowerBound) : words, candidate: claim.tokens
    ).sure(
      isPlain
        || !isVeiled(pair.diff.hunks(around: number).map(\.original), in: baseline)
          && !isSuperlative(pair.others, pair.claims)
    )
  }

  /// Whether the words that changed say the same but for the claim: « ne … pas », "do" and "don't" are no matter.
  ///
  /// - Parameters:
  ///   - claim: where the baseline claims it; `nil` where it does not.
  ///   - other: where the candidate claims it; `nil` where it does not.
  private func says(_ hunk: WordDiff.Hunk, nothingBut claim: Range<Int>?, _ other: Range<Int>?) -> Bool {
    let said = { (words: Range<Int>, claim: Range<Int>?, version: SharedWords.Version) in
      words.lazy.filter { version.said[$0] >= 0 && claim?.contains($0) != true }.map { version.said[$0] }
    }
    return said(hunk.original, claim, alignment.words.baseline)
      .elementsEqual(said(hunk.restated, other, alignment.words.candidate))
  }

  /// « n'est pas illégal » and « est légal » say the same: a negation and an opposite cancel out.
  private func withoutDoubleTurns(_ changes: [ClaimChange]) -> [ClaimChange] {
    let isNegation = { (change: ClaimChange) in change.kind == .negationAdded || change.kind == .negationRemoved }
    let isTurn = { (change: ClaimChange) in change.kind == .oppositeStated || change.kind == .directionFlipped }
    guard changes.contains(where: isNegation), changes.contains(where: isTurn) else { return changes }
    // “Able”, “unable”: one word that is both.
    let isSameWord = { (turn: ClaimChange, denial: ClaimChange) in
      denial.kind == .negationAdded
        ? turn.candidate.overlaps(denial.candidate) : turn.baseline.overlaps(denial.baseline)
    }
    let others = changes.filter { change in
      !isNegation(change) || !changes.contains { isTurn($0) && isSameWord($0, change) }
    }
    return others.contains(where: isNegation) ? others.filter { !isNegation($0) && !isTurn($0) } : others
  }

  private func claimed(_ kind: Claim.Kind, by claims: [Claim]) -> Bool {
    claims.contains { $0.kind == kind || kind == .negation && $0.kind.isDenial }
  }

  /// `place` of `place.france`.
  static func classOfScope(_ scope: String) -> Substring {
    let name = scope[..<(scope.utf8.firstIndex(of: UInt8(ascii: ".")) ?? scope.endIndex)]
    // A share of the staff is none of the firms.
    return name == "firm" ? "people" : name
  }

  /// « 87 % n'utilisent pas » restates « 13 % utilisent »: its negation is right.
  private func statesComplement(_ pair: Paired) -> Bool { statesComplement(pair.sentence, pair.link.sentence) }

  /// The words and those next to them, to point at where something is missing.
  private func beside(_ words: Range<Int>, in sentence: Int) -> Range<Int> {
    let bounds = candidate.passage.sentences[sentence].tokens
    let lower = max(bounds.lowerBound, words.lowerBound - 1)
    let upper = min(bounds.upperBound, words.upperBound + 1)
    return lower < upper ? lower..<upper : bounds
  }

  func around(_ token: Int) -> Range<Int> {
    let lower = max(0, token - 1)
    return lower..<min(baseline.passage.tokens.count, lower + 2)
  }
}

extension ClaimChange {
  /// The change, in doubt where something speaks against it.
  func sure(_ isSure: Bool) -> ClaimChange {
    var change = self
    change.isSure = change.isSure && isSure
    return change
  }
}
