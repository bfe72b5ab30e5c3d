import Languages

/// What sentences claim that are put too differently to be compared word by word: with all that the sentences around their
/// counterpart claim, for a statement may have been split, merged or moved to the one beside it.
extension ClaimComparison {
  /// How many words on each side of a claim tell what it is about.
  static let reach = 3
  /// Sentences less alike than this may leave a caution or a denial to another one.
  static let leastForLoss = 40
  private static let leastForDenial = 45
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
    let origins =
      surroundings(alignment.ofCandidate[link.sentence], in: baseline, linkedBy: alignment.ofBaseline) + [sentence]
    let known = origins.flatMap { tables.baseline[$0].map(\.kind) }
    // « n'est pas légal » and « est illégal » say the same.
    let isDenied = claims.contains { $0.kind.isDenial } && !said.contains(where: \.isDenial)
    let isDenial = !known.contains(where: \.isDenial) && tables.candidate[link.sentence].contains { $0.kind.isDenial }
    guard !isDenied, !isDenial else { return [] }
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
    guard said.contains(claim.kind), case .direction = claim.kind else { return said.contains(claim.kind) }
    return places.contains {
      tables.candidate[$0].contains { $0.kind == claim.kind && isOfOneMove(claim, $0, inClause: true) }
    }
  }

  /// Whether the baseline claims the same of what the candidate's claim is about.
  private func isKnown(_ other: Claim, _ known: [Claim.Kind], _ origins: [Int]) -> Bool {
    guard known.contains(other.kind), case .direction = other.kind else { return known.contains(other.kind) }
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
    let behind = Set(neighbours(of: claim, in: baseline, behind: true))
    let behindOther = neighbours(of: other, in: candidate, behind: true)
    // « bien qu'il ait reçu des signatures », « à cause des signatures » : what is tied stands behind.
    if isLink(claim) {
      let tied = Set(neighbours(of: claim, in: baseline, behind: true, 2 * Self.reach, inClause: true))
      return !tied.isDisjoint(with: neighbours(of: other, in: candidate, behind: true, 2 * Self.reach, inClause: true))
    }
    if case .quantifier = claim.kind { return !behind.isDisjoint(with: behindOther) }
    if case .direction = claim.kind { return isOfOneMove(claim, other) }
    if case .comparison = claim.kind { return isOfOneStandard(claim, other) }
    return !behind.union(neighbours(of: claim, in: baseline, behind: false))
      .isDisjoint(with: behindOther + neighbours(of: other, in: candidate, behind: false))
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
        neighbours(of: claim, in: baseline, behind: behind, inClause: inClause),
        neighbours(of: other, in: candidate, behind: behind, inClause: inClause)
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
    let (mine, theirs) = (sides(of: claim, in: baseline), sides(of: other, in: candidate))
    return !mine.behind.isDisjoint(with: theirs.behind) && mine.before.isDisjoint(with: theirs.behind)
  }

  /// Whether two comparisons have their sides turned round as well: « A émet plus que B », « B émet moins que A ».
  func isTurnedRound(_ claim: Claim, _ other: Claim) -> Bool {
    guard compares(claim), compares(other) else { return false }
    let (mine, theirs) = (sides(of: claim, in: baseline), sides(of: other, in: candidate))
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

  /// What stands on either side of a comparison.
  private func sides(of claim: Claim, in sheet: FactSheet) -> (before: Set<String>, behind: Set<String>) {
    (
      Set(neighbours(of: claim, in: sheet, behind: false, 2 * Self.reach)),
      Set(neighbours(of: claim, in: sheet, behind: true, 2 * Self.reach))
    )
  }

  /// The nearest words of the sentence before or behind a claim that say something.
  func neighbours(
    of claim: Claim, in sheet: FactSheet, behind: Bool, _ count: Int = reach, inClause: Bool = false
  ) -> [String] {
    let bounds = sheet.passage.sentences[sheet.passage.sentenceOfToken[claim.tokens.lowerBound]].tokens
    var words: [String] = []
    words.reserveCapacity(count)
    var index = behind ? claim.tokens.upperBound : claim.tokens.lowerBound - 1
    while bounds.contains(index), words.count < count, !(inClause && sheet.passage.tokens[index].kind == .mark) {
      if sheet.passage.stems.ofToken[index] >= 0 { words.append(sheet.passage.stems[index]) }
      index += behind ? 1 : -1
    }
    return words
  }

  // MARK: Left out

  /// A caution, a condition or a denial that nothing in the sentence's counterparts puts in any words.
  func dropped(
    _ claims: [Claim], in sentence: Int, _ link: FactAlignment.Link, besides found: [ClaimChange]
  ) -> [ClaimChange] {
    let isAlone = alignment.isAlone(sentence)
    guard isAlone || link.similarity >= Self.leastForLoss else { return [] }
    let isWeighed = { (claim: Claim) in
      switch claim.kind {
      case .hedge, .negation, .quantifier(.most), .quantifier(.few): true
      case .quantifier(.none): isAlone
      case .scope(Self.only): !baseline.startsFact(within: Self.reach, behind: claim.tokens)
      default: Self.isCondition(claim)
      }
    }
    let weighed = claims.filter { claim in isWeighed(claim) && !found.contains { $0.baseline.overlaps(claim.tokens) } }
    guard !weighed.isEmpty else { return [] }
    let places = surroundings(alignment.ofBaseline[sentence], in: candidate, linkedBy: alignment.ofCandidate)
    let stems = Set(places.flatMap { candidate.passage.sentences[$0].tokens.map { candidate.passage.stems[$0] } })
    var result: [ClaimChange] = []
    let whole = candidate.passage.sentences[link.sentence].tokens
    for claim in weighed {
      switch claim.kind {
      case .hedge
      where !found.contains { $0.kind == .hedgeRemoved } && survives(claim, stems) && !isNamed(claim, among: stems)
        && isUncautious(isToldAlone(claim, in: link.sentence) ? [link.sentence] : places):
        result.append(ClaimChange(kind: .hedgeRemoved, baseline: claim.tokens, candidate: whole))
      case .negation, .quantifier(.none):
        guard isAlone || link.similarity >= Self.leastForDenial, found.isEmpty, survives(claim, stems),
          isAlone
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
        && survives(claim, stems, 2 * Self.reach):
        // "No way is more useful" is the most useful one.
        let denies = tables.candidate[link.sentence].contains { $0.kind == .negation }
        result.append(
          ClaimChange(kind: .quantifierChanged, baseline: claim.tokens, candidate: whole)
            .sure(!denies || claims.contains { $0.kind == .negation }))
      case .scope(Self.only):
        guard found.isEmpty, survives(claim, stems, 2 * Self.reach), isUnrestricted(sentence, places) else { continue }
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

  /// Whether what the claim is about is still spoken of.
  private func survives(_ claim: Claim, _ stems: Set<String>, _ count: Int = reach) -> Bool {
    neighbours(of: claim, in: baseline, behind: true, count).contains { stems.contains($0) }
  }

  /// Whether one sentence has the words on both sides of a claim, so that none beside it can tell the claim.
  private func isToldAlone(_ claim: Claim, in sentence: Int) -> Bool {
    let stems = Set(candidate.passage.sentences[sentence].tokens.map { candidate.passage.stems[$0] })
    return [true, false].allSatisfy { behind in
      neighbours(of: claim, in: baseline, behind: behind, 2).contains { stems.contains($0) }
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
      !isCautious(passage, passage.sentences[sentence].tokens)
        && !candidate.facts[candidate.factsOfSentence[sentence]].contains {
          $0.figure?.comparator == .about || $0.figure?.comparator == .nearly
        }
    }
  }

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
    if case .scope(let scope) = claim.kind {
      return ["link.condition", "link.except", "gate.once", "company.except"].contains(scope)
    }
    return false
  }

  /// The words of a condition, up to the next mark or conjunction.
  private func clause(of claim: Claim) -> (tokens: Range<Int>, words: [String])? {
    let passage = baseline.passage
    let bounds = passage.sentences[passage.sentenceOfToken[claim.tokens.lowerBound]].tokens
    let behind = claim.tokens.upperBound..<max(claim.tokens.upperBound, bounds.upperBound)
    let end = behind.first { passage.tokens[$0].kind == .mark } ?? behind.upperBound
    let words = (claim.tokens.upperBound..<end).map { passage.stems[$0] }.filter { !$0.isEmpty }
    return words.isEmpty ? nil : (claim.tokens.lowerBound..<end, words)
  }
}
