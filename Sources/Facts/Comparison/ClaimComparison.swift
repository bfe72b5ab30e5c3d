import Languages

/// Compares what paired sentences claim: polarity, direction, quantity, certainty, scope.
struct ClaimComparison {
  let baseline: FactSheet
  let candidate: FactSheet
  let alignment: FactAlignment

  /// Sentences less alike than this are put too differently to compare word by word.
  private static let leastForFlip = 40
  private static let leastForRemoval = 55

  func changes() -> [ClaimChange] {
    var result: [ClaimChange] = []
    let reader = ClaimReader(sheet: baseline)
    let otherReader = ClaimReader(sheet: candidate)
    for (sentence, links) in alignment.ofBaseline.enumerated() {
      guard let link = links.first, link.similarity >= Self.leastForFlip, !isSame(sentence, link.sentence),
        baseline.passage.sentences[sentence].role != .heading
      else { continue }
      let claims = reader.claims(ofSentence: sentence)
      let others = otherReader.claims(ofSentence: link.sentence)
      guard !(claims.isEmpty && others.isEmpty) else { continue }
      result += compare(claims, in: sentence, with: others, in: link)
    }
    return result
  }

  /// Whether both sentences are the same, word for word.
  func isSame(_ sentence: Int, _ other: Int) -> Bool {
    let a = baseline.passage.sentences[sentence].tokens
    let b = candidate.passage.sentences[other].tokens
    return a.count == b.count
      && zip(a, b).allSatisfy { baseline.passage.tokens[$0].folded == candidate.passage.tokens[$1].folded }
  }

  private func compare(
    _ claims: [Claim], in sentence: Int, with others: [Claim], in link: FactAlignment.Link
  ) -> [ClaimChange] {
    let pair = SentencePair(
      baseline: baseline, sentence: sentence, apart: Set(claims.flatMap(\.tokens)), candidate: candidate,
      sentence: link.sentence, apart: Set(others.flatMap(\.tokens)))
    var result: [ClaimChange] = []
    var flipped: Set<Int> = []
    for claim in claims {
      guard let region = pair.region(ofBaseline: claim.tokens) else { continue }
      let inRegion = others.filter {
        $0.tokens.lowerBound < region.tokens.upperBound && region.tokens.lowerBound < $0.tokens.upperBound
      }
      if inRegion.contains(where: { $0.kind == claim.kind }) { continue }
      if let opposite = inRegion.first(where: { opposes($0.kind, claim.kind) && !claimed($0.kind, by: claims) }),
        let kind = Self.flip(of: claim.kind)
      {
        result.append(ClaimChange(kind: kind, baseline: claim.tokens, candidate: opposite.tokens))
        flipped.insert(opposite.tokens.lowerBound)
        continue
      }
      guard link.similarity >= Self.leastForRemoval, !claimed(claim.kind, by: others) else { continue }
      switch claim.kind {
      case .negation where region.isExact:
        result.append(
          ClaimChange(kind: .negationRemoved, baseline: claim.tokens, candidate: near(region, in: link.sentence)))
      case .hedge where region.isExact || region.hasFollower:
        guard !others.contains(where: { $0.kind == .hedge }) else { continue }
        result.append(
          ClaimChange(kind: .hedgeRemoved, baseline: claim.tokens, candidate: near(region, in: link.sentence)))
      default: break
      }
    }
    if link.similarity >= Self.leastForRemoval {
      for claim in others where claim.kind == .negation && !claimed(.negation, by: claims) {
        guard let region = pair.region(ofCandidate: claim.tokens), region.isExact,
          !statesComplement(sentence, link.sentence)
        else { continue }
        result.append(
          ClaimChange(
            kind: .negationAdded, baseline: region.tokens.isEmpty ? beside(region) : region.tokens,
            candidate: claim.tokens))
      }
    }
    return withoutDoubleTurns(result)
  }

  /// « n'est pas illégal » and « est légal » say the same: a negation and an opposite cancel out.
  private func withoutDoubleTurns(_ changes: [ClaimChange]) -> [ClaimChange] {
    let isNegation = { (change: ClaimChange) in change.kind == .negationAdded || change.kind == .negationRemoved }
    let isTurn = { (change: ClaimChange) in change.kind == .oppositeStated || change.kind == .directionFlipped }
    guard changes.contains(where: isNegation), changes.contains(where: isTurn) else { return changes }
    return changes.filter { !isNegation($0) && !isTurn($0) }
  }

  private func opposes(_ a: Claim.Kind, _ b: Claim.Kind) -> Bool {
    switch (a, b) {
    case (.direction(let x), .direction(let y)): x != y
    case (.comparison(let x), .comparison(let y)): x != y
    case (.quantifier(let x), .quantifier(let y)): x != y
    case (.scope(let x), .scope(let y)): x != y
    case (.pole(let x), .pole(let y)): baseline.passage.pack.antonyms[y] == x || baseline.passage.pack.antonyms[x] == y
    default: false
    }
  }

  private func claimed(_ kind: Claim.Kind, by claims: [Claim]) -> Bool {
    claims.contains { $0.kind == kind }
  }

  private static func flip(of kind: Claim.Kind) -> ClaimChange.Kind? {
    switch kind {
    case .direction: .directionFlipped
    case .comparison: .comparisonFlipped
    case .quantifier: .quantifierChanged
    case .scope: .scopeChanged
    case .pole: .oppositeStated
    case .negation, .hedge: nil
    }
  }

  /// « 87 % n'utilisent pas » restates « 13 % utilisent »: its negation is right.
  private func statesComplement(_ sentence: Int, _ other: Int) -> Bool {
    let original = baseline.facts[baseline.factsOfSentence[sentence]].compactMap(\.figure)
    let restated = candidate.facts[candidate.factsOfSentence[other]].compactMap(\.figure)
    return restated.contains { figure in original.contains { figure.isComplement(of: $0) } }
  }

  /// Words to point at where something is missing: the region, or the word beside it.
  private func near(_ region: SentencePair.Region, in sentence: Int) -> Range<Int> {
    let bounds = candidate.passage.sentences[sentence].tokens
    let lower = max(bounds.lowerBound, region.tokens.lowerBound - 1)
    let upper = min(bounds.upperBound, region.tokens.upperBound + 1)
    return lower < upper ? lower..<upper : bounds
  }

  private func beside(_ region: SentencePair.Region) -> Range<Int> {
    let lower = max(0, region.tokens.lowerBound - 1)
    return lower..<min(baseline.passage.tokens.count, lower + 2)
  }
}
