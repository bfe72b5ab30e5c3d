import Languages

/// What is the opposite of what, by what is claimed or by the words for it.
extension ClaimComparison {
  /// What it is to say `other` for `claim`: the opposite by what they claim, or by their words (« souvent », « rarement »);
  /// `nil` when it is neither.
  func turn(from claim: Claim, to other: Claim) -> ClaimChange.Kind? {
    if opposes(other.kind, claim.kind), !isStressed(claim, other) {
      switch claim.kind {
      case .direction: return .directionFlipped
      case .comparison: return .comparisonFlipped
      case .quantifier: return .quantifierChanged
      case .scope: return .scopeChanged
      case .pole: return .oppositeStated
      case .negation, .hedge: return nil
      }
    }
    if isOfNoMatter(claim, other) { return .scopeChanged }
    // "One of their criteria", "the only criterion".
    if claim.kind == .quantifier(.some), other.kind == .scope(Self.only) { return .quantifierChanged }
    // "Every minute", "hardly any minute".
    if case .scope(let scope) = claim.kind, ["rate", "frequency"].contains(Self.classOfScope(scope)),
      case .quantifier(let quantifier) = other.kind, quantifier == .few || quantifier == .none
    {
      return .quantifierChanged
    }
    let pack = baseline.passage.pack
    let before = baseline.passage.tokens[claim.tokens.lowerBound].folded
    let after = candidate.passage.tokens[other.tokens.lowerBound].folded
    return pack.areOpposites(before, after) ? .oppositeStated : nil
  }

  /// Whether one quantity is the other with a word that calls it small: "a few", "only a few".
  private func isStressed(_ claim: Claim, _ other: Claim) -> Bool {
    guard case .quantifier = claim.kind, case .quantifier = other.kind, claim.tokens.count != other.tokens.count else {
      return false
    }
    let mine = claim.tokens.map { baseline.passage.tokens[$0].hash }
    let theirs = other.tokens.map { candidate.passage.tokens[$0].hash }
    let isLonger = mine.count > theirs.count
    let (long, short) = isLonger ? (mine, theirs) : (theirs, mine)
    let (passage, first) =
      isLonger ? (baseline.passage, claim.tokens.lowerBound) : (candidate.passage, other.tokens.lowerBound)
    return long.suffix(short.count).elementsEqual(short)
      && passage.pack.scopes.match(passage.tokens, at: first)?.value.hasPrefix("focus.") == true
  }

  /// Whether a condition, or what something goes by, became no matter, or what was none became one: "whether or not",
  /// "provided that"; "depending on", "regardless of".
  func isOfNoMatter(_ claim: Claim, _ other: Claim) -> Bool {
    let matters = { (kind: Claim.Kind) in Self.regards.contains { kind == .scope($0) } }
    let mattersNot = { (kind: Claim.Kind) in kind == .scope("regardless.any") }
    // "Regardless of" is listed as a concession, too.
    let isBasis = claim.kind == .scope("basis.on"), isOtherBasis = other.kind == .scope("basis.on")
    let concedes = { (kind: Claim.Kind) in kind == .scope("link.concession") }
    return matters(claim.kind) && mattersNot(other.kind) || mattersNot(claim.kind) && matters(other.kind)
      || isBasis && concedes(other.kind) || concedes(claim.kind) && isOtherBasis
  }

  /// What something hangs on, goes by or comes from.
  private static let regards = ["link.condition", "link.cause", "basis.on"]

  func opposes(_ a: Claim.Kind, _ b: Claim.Kind) -> Bool {
    switch (a, b) {
    case (.direction(let x), .direction(let y)): x != y
    // "It increases the number", "with fewer parts".
    case (.direction(let x), .comparison(let side)), (.comparison(let side), .direction(let x)):
      x == .up && side < 0 || x == .down && side > 0
    case (.comparison(let x), .comparison(let y)): x != y
    case (.quantifier(let x), .quantifier(let y)): x != y
    case (.scope(let x), .scope(let y)):
      x != y && Self.classOfScope(x) == Self.classOfScope(y) && Self.classOfScope(x) != "focus"
    case (.pole(let x), .pole(let y)):
      baseline.passage.pack.areOpposites(x, y)
    default: false
    }
  }

  /// Whether the words stayed as part of others that claim something else: « entreprises » in « petites entreprises ».
  func isNarrowed(_ claim: Claim, _ others: [Claim], _ diff: WordDiff) -> Bool {
    guard case .scope = claim.kind, let place = diff.place(ofOriginal: claim.tokens.upperBound - 1),
      let other = others.first(where: { $0.tokens.contains(place) })
    else { return false }
    return other.tokens.count > claim.tokens.count && opposes(other.kind, claim.kind)
  }

  /// Whether one of the words became one that claims something else: "government agencies", "industry agencies".
  func isExchangedWithin(_ claim: Claim, _ others: [Claim], _ diff: WordDiff) -> Bool {
    guard case .scope = claim.kind, claim.tokens.count > 1, let hunk = diff.hunk(ofOriginal: claim.tokens) else {
      return false
    }
    return others.contains { $0.tokens.overlaps(diff.hunks[hunk].restated) && opposes($0.kind, claim.kind) }
  }

  /// Words that were exchanged for their denial: « mangeable », « immangeable ».
  func denials(in diff: WordDiff, among claims: [Claim]) -> [ClaimChange] {
    diff.hunks.compactMap { hunk in
      if let change = prefixed(hunk) { return change }
      guard let word = onlyWord(hunk.original, baseline.passage),
        let other = onlyWord(hunk.restated, candidate.passage),
        !claims.contains(where: { $0.tokens.contains(word) }),
        baseline.passage.pack.isDenial(baseline.passage.tokens[word].folded, candidate.passage.tokens[other].folded)
      else { return nil }
      return ClaimChange(kind: .oppositeStated, baseline: word..<word + 1, candidate: other..<other + 1)
    }
  }

  /// The word that says something, where there is only one.
  private func onlyWord(_ tokens: Range<Int>, _ passage: Passage) -> Int? {
    let stems = passage.stems.ofToken
    guard let word = tokens.first(where: { stems[$0] >= 0 }), tokens.last(where: { stems[$0] >= 0 }) == word else {
      return nil
    }
    return word
  }

  /// A word that lost or got a beginning that denies it: "non-trivial", "trivial".
  private func prefixed(_ hunk: WordDiff.Hunk) -> ClaimChange? {
    let (mine, theirs) = (baseline.passage, candidate.passage)
    func isPrefix(_ words: Range<Int>, _ passage: Passage) -> Bool {
      words.count == 1 && passage.pack.deniesAsPrefix(passage.tokens[words.lowerBound].folded)
        && words.upperBound < passage.tokens.count && passage.tokens[words.upperBound].gap == .hyphen
    }
    let (start, place) = (hunk.original.lowerBound, hunk.restated.lowerBound)
    if hunk.restated.isEmpty, isPrefix(hunk.original, mine), theirs.tokens.indices.contains(place) {
      return ClaimChange(kind: .oppositeStated, baseline: start..<start + 2, candidate: place..<place + 1)
    }
    if hunk.original.isEmpty, isPrefix(hunk.restated, theirs), mine.tokens.indices.contains(start) {
      return ClaimChange(kind: .oppositeStated, baseline: start..<start + 1, candidate: place..<place + 2)
    }
    return nil
  }
}
