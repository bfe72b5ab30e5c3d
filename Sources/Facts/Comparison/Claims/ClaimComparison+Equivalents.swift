import Languages

/// What two wordings claim alike, the one with a denial and the other without: "only if", "not unless"; "at the earliest in",
/// "not before"; "the best since", "never since so good"; "go on working", "break no more".
extension ClaimComparison {
  /// The changes without those that a denial undoes, which one version has and the other has not, and without that denial.
  func withoutUndone(_ changes: [ClaimChange], in sentence: Int, _ link: FactAlignment.Link) -> [ClaimChange] {
    if changes.contains(where: { $0.kind == .negationRemoved }),
      cancelOut(tables.baseline[sentence], without: tables.candidate[link.sentence])
    {
      return changes.filter { $0.kind != .negationRemoved }
    }
    let isOdd = changes.contains(where: isUndoable) && isDenialOdd(sentence, link)
    let undone = changes.filter { change in
      isUndoable(change) && isOdd
        || isUndoable(change)
          && isDenied(change.baseline, in: baseline) != isDenied(change.candidate, in: candidate)
        || isOpposite(change)
          && isDenied(change.baseline, in: baseline, ahead: true)
            != isDenied(change.candidate, in: candidate, ahead: true)
        || isAllToNone(change) && isVeiled(change.baseline, in: baseline) != isVeiled(change.candidate, in: candidate)
    }
    guard !undone.isEmpty else { return changes }
    return changes.filter { change in
      change.kind != .negationAdded && change.kind != .negationRemoved
        && !undone.contains { $0.kind == change.kind && $0.baseline == change.baseline }
    }
  }

  /// Whether a denial stands beside the words in their clause: "most are not", "not all".
  ///
  /// - Parameter isAhead: whether it must lead to them, or stand right behind them as « pas » does.
  private func isDenied(_ tokens: Range<Int>, in sheet: FactSheet, ahead isAhead: Bool = false) -> Bool {
    let passage = sheet.passage
    let table = tables.baseline.sheet === sheet ? tables.baseline : tables.candidate
    return table[passage.sentenceOfToken[tokens.lowerBound]].contains { denial in
      // « Peu abondants » for « rares ».
      if isAhead, denial.kind == .quantifier(.few) || denial.kind == .scope("degree.low") {
        return denial.tokens.upperBound == tokens.lowerBound
      }
      guard denial.kind.isDenial, !denial.tokens.overlaps(tokens),
        !isAhead || denial.tokens.lowerBound <= tokens.upperBound
      else { return false }
      let between =
        denial.tokens.upperBound <= tokens.lowerBound
        ? denial.tokens.upperBound..<tokens.lowerBound
        : tokens.upperBound..<max(tokens.upperBound, denial.tokens.lowerBound)
      return between.count <= Self.nearDenial && between.allSatisfy { passage.tokens[$0].kind != .mark }
    }
  }

  private static let nearDenial = 4

  /// Whether one word is stated for its opposite, which a denial turns back: "excludes", "does not cover".
  private func isOpposite(_ change: ClaimChange) -> Bool {
    change.kind == .oppositeStated && change.baseline.count == 1 && change.candidate.count == 1
  }

  private func isAllToNone(_ change: ClaimChange) -> Bool {
    guard change.kind == .quantifierChanged else { return false }
    let (mine, theirs) = quantities(change)
    return Set([mine, theirs]) == [Quantifier.all, Quantifier.none]
  }

  private func quantities(_ change: ClaimChange) -> (Quantifier?, Quantifier?) {
    let quantity = { (passage: Passage, tokens: Range<Int>) in
      passage.pack.quantifiers.match(passage.tokens, at: tokens.lowerBound)?.value
    }
    return (quantity(baseline.passage, change.baseline), quantity(candidate.passage, change.candidate))
  }

  /// Whether a word that denies without saying so stands near: "failed to declare none".
  private func isVeiled(_ tokens: Range<Int>, in sheet: FactSheet) -> Bool {
    let bounds = sheet.passage.sentences[sheet.passage.sentenceOfToken[tokens.lowerBound]].tokens
    return
      (max(
        bounds.lowerBound, tokens.lowerBound - Self.nearDenial)..<min(
        bounds.upperBound, tokens.upperBound + Self.nearDenial))
      .contains { isVeil(at: $0, in: sheet.passage) }
  }

  /// Whether a denial can turn the change back: that of a condition, of what comes first and what later, of most and few.
  private func isUndoable(_ change: ClaimChange) -> Bool {
    switch change.kind {
    case .scopeChanged:
      guard let mine = scope(at: change.baseline, in: baseline.passage),
        let theirs = scope(at: change.candidate, in: candidate.passage)
      else { return false }
      return Self.turned.contains { $0.contains(mine) && $0.contains(theirs) }
    case .quantifierChanged:
      let (mine, theirs) = quantities(change)
      guard let mine, let theirs, mine != .none, theirs != .none else { return false }
      return (mine == .few) != (theirs == .few) || (mine == .all) != (theirs == .all)
    default: return false
    }
  }

  /// Scopes that a denial makes of each other.
  private static let turned: [Set<Substring>] = [["link.condition", "link.except"], ["bound", "order", "gate"]]

  /// The scope that stands there, of bounds in time its class.
  private func scope(at tokens: Range<Int>, in passage: Passage) -> Substring? {
    guard let scope = passage.pack.scopes.match(passage.tokens, at: tokens.lowerBound)?.value else { return nil }
    let name = Self.classOfScope(scope)
    return name == "link" ? scope[...] : name
  }

  /// Whether the two versions differ by an odd number of denials in the sentence and what tells the same as it.
  private func isDenialOdd(_ sentence: Int, _ link: FactAlignment.Link) -> Bool {
    let count = { (table: ClaimTable, sentences: [Int]) in
      Set(sentences).reduce(0) { $0 + table[$1].count(where: \.kind.isDenial) }
    }
    let before = count(tables.baseline, origins(of: sentence, link))
    let after = count(
      tables.candidate, surroundings(alignment.ofBaseline[sentence], in: candidate, linkedBy: alignment.ofCandidate))
    return !before.isMultiple(of: 2) != !after.isMultiple(of: 2)
  }

  /// The sentence, with what else of the baseline its counterpart restates.
  private func origins(of sentence: Int, _ link: FactAlignment.Link) -> [Int] {
    let restated = surroundings(alignment.ofCandidate[link.sentence], in: baseline, linkedBy: alignment.ofBaseline)
    return restated.contains(sentence) ? restated : restated + [sentence]
  }

  /// Whether nothing but the denial tells what it denies otherwise: a new one denies a word that the baseline has, neither
  /// does it only put something aside, nor does the other version call something the first or the most instead.
  func isOnlyDenial(
    _ change: ClaimChange, in sentence: Int, _ link: FactAlignment.Link, inPlace isInPlace: Bool = false
  ) -> Bool {
    let isAdded = change.kind == .negationAdded
    let origins = origins(of: sentence, link)
    let places = surroundings(alignment.ofBaseline[sentence], in: candidate, linkedBy: alignment.ofCandidate)
    // "Only once", "not until".
    if isAdded,
      places.contains(where: { place in
        tables.candidate[place].contains { isAhead($0, behind: change.candidate, origins) }
      })
    {
      return false
    }
    let (denying, affirming) = isAdded ? (candidate, baseline) : (baseline, candidate)
    let denial = isAdded ? change.candidate : change.baseline
    let (mine, theirs) = isAdded ? (places, origins) : (origins, places)
    if ranks(of: theirs, in: affirming) > ranks(of: mine, in: denying) { return false }
    guard !isInPlace, link.similarity < Self.leastForOneDenial else { return true }
    if denying.passage.pack.contrasts.match(denying.passage.tokens, at: denial.lowerBound) != nil { return false }
    guard isAdded else { return true }
    let known = Set(
      theirs.flatMap { place in
        affirming.passage.sentences[place].tokens.map { affirming.passage.stems[$0] }
      }
    ).filter { !$0.isEmpty }
    let words = Set(mine.flatMap { place in denying.passage.sentences[place].tokens.map { denying.passage.stems[$0] } })
    let isVeiledThere = theirs.contains { place in
      affirming.passage.sentences[place].tokens.contains {
        isVeil(at: $0, in: affirming.passage) && !words.contains(affirming.passage.stems[$0])
          && !affirming.passage.stems[$0].isEmpty
      }
    }
    return !isVeiledThere
      && denied(by: denial, in: denying).allSatisfy { word in
        known.contains(word) || known.contains { areRelated($0, word) }
      }
  }

  /// Whether a claim behind a denial says what comes first, which nothing in the baseline says in this way.
  private func isAhead(_ claim: Claim, behind denial: Range<Int>, _ origins: [Int]) -> Bool {
    guard case .scope(let scope) = claim.kind, Self.isStillAhead(scope),
      (0...Self.farthestAhead).contains(claim.tokens.lowerBound - denial.upperBound)
    else { return false }
    return !origins.contains { tables.baseline[$0].contains { $0.kind == claim.kind } }
  }

  /// Sentences told as alike as this differ by the denial.
  private static let leastForOneDenial = 80

  /// The words that a denial denies: the one between its parts, or else the first ones behind it.
  ///
  /// Nobody can tell of a word that the other version does not have whether it is the opposite of what that says.
  private func denied(by denial: Range<Int>, in sheet: FactSheet) -> [String] {
    let passage = sheet.passage
    let bounds = passage.sentences[passage.sentenceOfToken[denial.lowerBound]].tokens
    let before = max(bounds.lowerBound, denial.lowerBound - Self.farthestPart)..<denial.lowerBound
    if let part = before.last(where: {
      passage.pack.negations.match(passage.tokens, at: $0)?.value == .partner
    }), let verb = (part..<denial.lowerBound).last(where: { !passage.stems[$0].isEmpty }) {
      return [passage.stems[verb]]
    }
    return sheet.passage.neighbours(of: denial, behind: true, inClause: true)
  }

  /// How far behind a denial, in tokens, stands what comes first: "no work on the lock will begin until".
  private static let farthestAhead = 10

  /// « ne les a presque jamais »: how far apart the parts of a denial may stand, in tokens.
  private static let farthestPart = 5

  /// How often the sentences call something the first or the most of its kind.
  private func ranks(of sentences: [Int], in sheet: FactSheet) -> Int {
    let passage = sheet.passage
    let numbers = NumberReader(passage.pack)
    return sentences.reduce(0) { count, sentence in
      count
        + passage.sentences[sentence].tokens.count { token in
          if passage.pack.firstRanks.match(passage.tokens, at: token) != nil { return true }
          guard passage.tokens[token].kind == .word, let number = numbers.number(in: passage.tokens, at: token) else {
            return false
          }
          return number.isOrdinal && number.value == .one
        }
    }
  }
}
