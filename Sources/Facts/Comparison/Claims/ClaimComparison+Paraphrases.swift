import Languages

/// What sentences claim that are put too differently to be compared word by word: with all that the sentences around their
/// counterpart claim, for a statement may have been split, merged or moved to the one beside it.
extension ClaimComparison {
  /// Sentences less alike than this may leave a caution or a denial to another one.
  static let leastForLoss = 40
  /// Scopes that tie clauses together, or stand on either side of what they tell: another order gives another word.
  private static let relations: [Substring] = ["link", "company", "bound", "order", "part", "half", "frequency"]

  /// The sentence's counterparts and the sentences beside the best of them, but for those that stayed as they were.
  func surroundings(
    _ links: [FactAlignment.Link], in sheet: FactSheet, linkedBy others: [[FactAlignment.Link]]
  ) -> [Int] {
    guard let first = links.first?.sentence else { return [] }
    let sentences = sheet.passage.sentences
    var places: [Int] = []
    func add(_ index: Int) {
      if !places.contains(index) { places.append(index) }
    }
    for link in links where link.sentence == first || others[link.sentence].first?.similarity != 100 {
      add(link.sentence)
    }
    for step in [-1, 1] {
      var index = first + step
      // A question stands between what it asks and what is answered.
      let isAsked = sentences.indices.contains(index) && sentences[index].isQuestion
      for _ in 0..<(isAsked ? 2 : 1) where sentences.indices.contains(index) {
        if sentences[index].role != .source, sentences[index].role != .code, others[index].first?.similarity != 100 {
          add(index)
        }
        index += step
      }
    }
    places.sort()
    return places
  }

  // MARK: Turned

  /// Claims that are gone from all that was put for the sentence, where their opposite has come, of the same thing.
  func turnedElsewhere(
    _ claims: [Claim], in sentence: Int, _ link: FactAlignment.Link, besides found: [ClaimChange]
  ) -> [ClaimChange] {
    let open = claims.filter { claim in
      isTurnable(claim, baseline) && !found.contains { $0.baseline.overlaps(claim.tokens) }
    }
    guard !open.isEmpty else { return [] }
    let places = surroundings(alignment.ofBaseline[sentence], in: candidate, linkedBy: alignment.ofCandidate)
    let said = places.flatMap { tables.candidate[$0].map(\.kind) }
    let gone = open.filter { !isSaid($0, said, places) }
    guard !gone.isEmpty else { return [] }
    // « n'est pas légal » and « est illégal » say the same.
    if claims.contains(where: \.kind.isDenial), !said.contains(where: \.isDenial) { return [] }
    let origins =
      surroundings(alignment.ofCandidate[link.sentence], in: baseline, linkedBy: alignment.ofBaseline) + [sentence]
    let known = origins.flatMap { tables.baseline[$0].map(\.kind) }
    if !known.contains(where: \.isDenial), tables.candidate[link.sentence].contains(where: \.kind.isDenial) {
      return []
    }
    var come = places.flatMap { tables.candidate[$0] }
      .filter { other in
        isTurnable(other, candidate) && !isKnown(other, known, origins)
          && !found.contains { $0.candidate.overlaps(other.tokens) }
      }
    guard !come.isEmpty else { return [] }
    return gone.compactMap { claim in
      guard
        let index = come.firstIndex(where: {
          turn(from: claim, to: $0) != nil && isOfOneThing(claim, $0) && mayTurnElsewhere(claim, $0)
            && !areOfOneDeal(claim.tokens, $0.tokens) && !isTurnedRound(claim, $0)
        }),
        let kind = turn(from: claim, to: come[index])
      else { return nil }
      return ClaimChange(kind: kind, baseline: claim.tokens, candidate: come.remove(at: index).tokens)
    }
  }

  /// Whether the candidate claims the same; of things that move, the same of this one.
  private func isSaid(_ claim: Claim, _ said: [Claim.Kind], _ places: [Int]) -> Bool {
    // "Save", "would be saved".
    if case .pole = claim.kind, !said.contains(claim.kind) {
      let word = baseline.passage.stems[claim.tokens.lowerBound]
      return places.contains { place in
        candidate.passage.sentences[place].tokens.contains { candidate.passage.stems[$0] == word }
      }
    }
    guard said.contains(claim.kind) else { return false }
    guard case .direction = claim.kind else { return true }
    return places.contains {
      tables.candidate[$0].contains { $0.kind == claim.kind && isOfOneMove(claim, $0, inClause: true) }
    }
  }

  /// Whether the baseline claims the same of what the candidate's claim is about.
  private func isKnown(_ other: Claim, _ known: [Claim.Kind], _ origins: [Int]) -> Bool {
    guard known.contains(other.kind) else { return false }
    guard case .direction = other.kind else { return true }
    return origins.contains {
      tables.baseline[$0].contains { $0.kind == other.kind && isOfOneMove($0, other, inClause: true) }
    }
  }

  /// Whether the claim is one of its own, wherever it stands in a sentence.
  private func isTurnable(_ claim: Claim, _ sheet: FactSheet) -> Bool {
    switch claim.kind {
    case .direction(let direction): direction != .stable
    case .quantifier: true
    case .scope("link.condition"): true
    case .scope("link.cause"), .scope("link.concession"):
      sheet.passage.pack.transitions.match(sheet.passage.tokens, at: claim.tokens.lowerBound) == nil
    case .scope(let scope): !Self.relations.contains(Self.classOfScope(scope))
    case .pole: !sheet.passage.stems[claim.tokens.lowerBound].isEmpty
    case .comparison: true
    case .negation, .hedge: false
    }
  }

  /// Whether no condition is turned into a cause or a concession, which tell it in other words often enough.
  private func mayTurnElsewhere(_ claim: Claim, _ other: Claim) -> Bool {
    let condition = Claim.Kind.scope("link.condition")
    return claim.kind != condition && other.kind != condition || isOfNoMatter(claim, other)
  }

  private func isOfOneThing(_ claim: Claim, _ other: Claim) -> Bool {
    let (passage, otherPassage) = (baseline.passage, candidate.passage)
    let behind = Set(passage.neighbours(of: claim.tokens, behind: true))
    let behindOther = otherPassage.neighbours(of: other.tokens, behind: true)
    // « bien qu'il ait reçu des signatures », « à cause des signatures » : what is tied stands behind.
    if isLink(claim) {
      let count = 2 * Passage.nearest
      let tied = Set(passage.neighbours(of: claim.tokens, behind: true, count, inClause: true))
      return !tied.isDisjoint(with: otherPassage.neighbours(of: other.tokens, behind: true, count, inClause: true))
    }
    if case .quantifier = claim.kind { return !behind.isDisjoint(with: behindOther) }
    if case .direction = claim.kind { return isOfOneMove(claim, other) }
    if case .comparison = claim.kind { return isOfOneStandard(claim, other) }
    return !behind.union(passage.neighbours(of: claim.tokens, behind: false))
      .isDisjoint(with: behindOther + otherPassage.neighbours(of: other.tokens, behind: false))
  }

  /// Whether what moves is the same: the words on one side of both, or the nearest words on the other side.
  ///
  /// A list of moves has the words of its neighbours around each: « améliorer l'accès et atténuer la solitude ».
  private func isOfOneMove(_ claim: Claim, _ other: Claim, inClause: Bool = false) -> Bool {
    // « de plus en plus » may stand anywhere in its sentence.
    if claim.tokens.allSatisfy({ baseline.passage.stems[$0].isEmpty }),
      other.tokens.allSatisfy({ candidate.passage.stems[$0].isEmpty })
    {
      return true
    }
    let sides = [false, true].map { behind in
      (
        baseline.passage.neighbours(of: claim.tokens, behind: behind, inClause: inClause),
        candidate.passage.neighbours(of: other.tokens, behind: behind, inClause: inClause)
      )
    }
    if sides.contains(where: { !Set($0.0).isDisjoint(with: $0.1) }) { return true }
    let across = [(sides[0].0, sides[1].1), (sides[1].0, sides[0].1)]
    return across.contains { !Set($0.prefix(Self.nearMover)).isDisjoint(with: $1.prefix(Self.nearMover)) }
  }

  /// "Rents in Brindle rose", "the drop in rents in Brindle": how many words from a move what moves may stand.
  private static let nearMover = 2

  /// Whether both compare with the same: « plus de gaz que l'avion » and « des émissions inférieures à celles de l'avion ».
  ///
  /// “A is more than B” and “B is less than A” say the same, and have their words on other sides.
  private func isOfOneStandard(_ claim: Claim, _ other: Claim) -> Bool {
    let mine = baseline.passage.sides(of: claim.tokens, 2 * Passage.nearest)
    let theirs = candidate.passage.sides(of: other.tokens, 2 * Passage.nearest)
    return !mine.behind.isDisjoint(with: theirs.behind) && mine.before.isDisjoint(with: theirs.behind)
  }

  /// Whether two comparisons have their sides turned round as well: « A émet plus que B », « B émet moins que A ».
  func isTurnedRound(_ claim: Claim, _ other: Claim) -> Bool {
    guard compares(claim), compares(other) else { return false }
    let mine = baseline.passage.sides(of: claim.tokens, 2 * Passage.nearest)
    let theirs = candidate.passage.sides(of: other.tokens, 2 * Passage.nearest)
    return !mine.before.isDisjoint(with: theirs.behind.subtracting(mine.behind))
      && !mine.behind.isDisjoint(with: theirs.before.subtracting(mine.before))
  }

  /// Whether a claim sets one thing beside another.
  func compares(_ claim: Claim) -> Bool {
    switch claim.kind {
    case .comparison: true
    case .pole(let word): baseline.passage.pack.areComparatives(word)
    default: false
    }
  }
}
