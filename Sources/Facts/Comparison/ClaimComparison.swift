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
    let diff = WordDiff(baseline: baseline, sentence: sentence, candidate: candidate, sentence: link.sentence)
    // What stands in words that stayed is still claimed; what stands on both sides in other words has moved.
    var gone = claims.filter { diff.hunk(ofOriginal: $0.tokens) != nil }
    var come = others.filter { diff.hunk(ofRestated: $0.tokens) != nil }
    guard !(gone.isEmpty && come.isEmpty) else { return [] }
    gone.removeAll { claim in
      guard let index = come.firstIndex(where: { $0.kind == claim.kind }) else { return false }
      come.remove(at: index)
      return true
    }
    let pair = SentencePair(
      baseline: baseline, sentence: sentence, apart: Set(claims.flatMap(\.tokens)), candidate: candidate,
      sentence: link.sentence, apart: Set(others.flatMap(\.tokens)))
    var result: [ClaimChange] = []
    for claim in gone {
      guard let hunk = diff.hunk(ofOriginal: claim.tokens).map({ diff.hunks[$0] }) else { continue }
      let region = pair.region(ofBaseline: claim.tokens)
      let opposite = come.firstIndex { other in
        turns(claim, into: other)
          && (other.tokens.overlaps(hunk.restated) || region.map { other.tokens.overlaps($0.tokens) } == true)
      }
      if let opposite, let kind = Self.flip(from: claim.kind, to: come[opposite].kind) {
        result.append(ClaimChange(kind: kind, baseline: claim.tokens, candidate: come[opposite].tokens))
        come.remove(at: opposite)
        continue
      }
      let isPlain = says(hunk, nothingBut: claim.tokens)
      guard isPlain || (link.similarity >= Self.leastForRemoval && !claimed(claim.kind, by: others)) else { continue }
      let place = isPlain ? beside(hunk.restated, in: link.sentence) : nil
      switch claim.kind {
      case .negation where isPlain || region?.isExact == true:
        guard !statesComplement(sentence, link.sentence) else { continue }
        result.append(
          ClaimChange(
            kind: .negationRemoved, baseline: claim.tokens,
            candidate: place ?? region.map { near($0, in: link.sentence) } ?? claim.tokens))
      case .hedge where isPlain || region?.isExact == true || region?.hasFollower == true:
        guard !come.contains(where: { $0.kind == .hedge }), isPlain || !claimed(.hedge, by: others) else { continue }
        result.append(
          ClaimChange(
            kind: .hedgeRemoved, baseline: claim.tokens,
            candidate: place ?? region.map { near($0, in: link.sentence) } ?? claim.tokens))
      default: break
      }
    }
    for claim in come where claim.kind == .negation {
      guard let hunk = diff.hunk(ofRestated: claim.tokens).map({ diff.hunks[$0] }) else { continue }
      let region = pair.region(ofCandidate: claim.tokens)
      let isPlain = says(hunk, nothingBut: claim.tokens)
      guard
        isPlain
          || (link.similarity >= Self.leastForRemoval && !claimed(.negation, by: claims) && region?.isExact == true),
        !statesComplement(sentence, link.sentence)
      else { continue }
      let words = isPlain ? hunk.original : region?.tokens ?? hunk.original
      result.append(
        ClaimChange(
          kind: .negationAdded, baseline: words.isEmpty ? around(words.lowerBound) : words, candidate: claim.tokens))
    }
    return withoutDoubleTurns(result)
  }

  /// Whether the words that changed say the same but for the claim: « ne … pas », "do" and "don't" are no matter.
  private func says(_ hunk: WordDiff.Hunk, nothingBut claim: Range<Int>) -> Bool {
    let before = hunk.original.filter { !claim.contains($0) }.map { baseline.passage.stems[$0] }.filter { !$0.isEmpty }
    let after = hunk.restated.filter { !claim.contains($0) }.map { candidate.passage.stems[$0] }.filter { !$0.isEmpty }
    return before == after
  }

  /// « n'est pas illégal » and « est légal » say the same: a negation and an opposite cancel out.
  private func withoutDoubleTurns(_ changes: [ClaimChange]) -> [ClaimChange] {
    let isNegation = { (change: ClaimChange) in change.kind == .negationAdded || change.kind == .negationRemoved }
    let isTurn = { (change: ClaimChange) in change.kind == .oppositeStated || change.kind == .directionFlipped }
    guard changes.contains(where: isNegation), changes.contains(where: isTurn) else { return changes }
    return changes.filter { !isNegation($0) && !isTurn($0) }
  }

  /// Whether the one claim is the other turned round, by what they claim or by their words: « souvent », « rarement ».
  private func turns(_ claim: Claim, into other: Claim) -> Bool {
    if opposes(other.kind, claim.kind) { return true }
    guard claim.tokens.count == 1, other.tokens.count == 1 else { return false }
    let pack = baseline.passage.pack
    let before = baseline.passage.tokens[claim.tokens.lowerBound].folded
    let after = candidate.passage.tokens[other.tokens.lowerBound].folded
    return pack.areOpposites(before, after) || pack.areOpposites(after, before)
  }

  private func opposes(_ a: Claim.Kind, _ b: Claim.Kind) -> Bool {
    switch (a, b) {
    case (.direction(let x), .direction(let y)): x != y
    case (.comparison(let x), .comparison(let y)): x != y
    case (.quantifier(let x), .quantifier(let y)): x != y
    case (.scope(let x), .scope(let y)): x != y && Self.classOfScope(x) == Self.classOfScope(y)
    case (.pole(let x), .pole(let y)):
      baseline.passage.pack.areOpposites(x, y) || baseline.passage.pack.areOpposites(y, x)
    default: false
    }
  }

  private func claimed(_ kind: Claim.Kind, by claims: [Claim]) -> Bool {
    claims.contains { $0.kind == kind }
  }

  /// `place` of `place.france`.
  private static func classOfScope(_ scope: String) -> Substring { scope.prefix { $0 != "." } }

  private static func flip(from kind: Claim.Kind, to other: Claim.Kind) -> ClaimChange.Kind? {
    switch kind {
    case _ where kind.name != other.name: .oppositeStated
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
    beside(region.tokens, in: sentence)
  }

  private func beside(_ words: Range<Int>, in sentence: Int) -> Range<Int> {
    let bounds = candidate.passage.sentences[sentence].tokens
    let lower = max(bounds.lowerBound, words.lowerBound - 1)
    let upper = min(bounds.upperBound, words.upperBound + 1)
    return lower < upper ? lower..<upper : bounds
  }

  private func around(_ token: Int) -> Range<Int> {
    let lower = max(0, token - 1)
    return lower..<min(baseline.passage.tokens.count, lower + 2)
  }
}
