import Languages

/// What is told by two words, or by another form of one.
extension ClaimComparison {
  /// Whether a word of the claim is there in another form: "to predict", "predicting it".
  func isNamed(_ claim: Claim, among stems: Set<String>) -> Bool {
    claim.tokens.contains { token in
      let word = baseline.passage.stems[token]
      return !word.isEmpty && stems.contains { $0 == word || !$0.isEmpty && areRelated(word, $0) }
    }
  }

  /// Whether a word that the claim's word is made of stands there: "main" for "mainly".
  func isOfRoot(_ claim: Claim, in places: [Int]) -> Bool {
    let word = baseline.passage.tokens[claim.tokens.lowerBound].folded
    return places.flatMap { candidate.passage.sentences[$0].tokens }.contains { token in
      let other = candidate.passage.tokens[token].folded
      return other.utf8.count >= Self.shortestRoot && word.hasPrefix(other)
    }
  }

  private static let shortestRoot = 4

  /// Whether the words that came are another form of the caution: "we believe" and "we at the port believe", "projected" and
  /// "a projection".
  func isPutOtherwise(_ claim: Claim, _ diff: WordDiff) -> Bool {
    let (passage, pack) = (baseline.passage, baseline.passage.pack)
    let restated = diff.hunks.flatMap(\.restated).map { candidate.passage.stems[$0] }
    // « N'exclut pas », « exclut »: without its denial the word is the contrary.
    let isDenied = claim.tokens.contains {
      pack.negations.match(passage.tokens, at: $0) != nil && diff.place(ofOriginal: $0) == nil
    }
    return claim.tokens.contains { token in
      let word = baseline.passage.stems[token]
      guard !word.isEmpty else { return false }
      return !isDenied && diff.place(ofOriginal: token) != nil
        || restated.contains { !$0.isEmpty && areRelated(word, $0) }
    }
  }

  /// Whether a wording that leaves something open, or to others, has one of the words: "consider" of "we consider".
  func holdsSoftCaution(_ words: Range<Int>, in sentence: Int) -> Bool {
    let passage = candidate.passage
    let start = max(passage.sentences[sentence].tokens.lowerBound, words.lowerBound - Self.longestLead)
    return !words.isEmpty
      && (start..<words.upperBound).contains { index in
        guard let match = passage.pack.hedges.match(passage.tokens, at: index) else { return false }
        return [.able, .reported].contains(match.value) && index + match.count > words.lowerBound
      }
  }

  /// Whether the candidate puts a verb of the baseline into the form of a possibility: « pourrait réduire », « réduirait ».
  func isMadeConditional(_ sentence: Int, _ place: Int) -> Bool {
    let (mine, theirs) = (baseline.passage, candidate.passage)
    let words = mine.sentences[sentence].tokens.map { mine.tokens[$0].folded }
    return theirs.sentences[place].tokens.contains { token in
      let word = theirs.tokens[token].folded
      guard let root = theirs.pack.rootOfConditional(word), !words.contains(word) else { return false }
      // « Entrait » ends as « mettrait » does.
      return theirs.pack.isConditional(theirs.text(of: token..<token + 1).lowercased())
        || words.contains { $0.hasPrefix(root) }
    }
  }

  /// How many words of a wording may have stayed before those that changed.
  private static let longestLead = 2

  /// Whether “none” denies a denial, which leaves all: « aucune étape ne va sans concertation ».
  func isDeniedTwice(_ claim: Claim, _ other: Claim, _ others: [Claim], _ sheet: FactSheet) -> Bool {
    let isOfAll = claim.kind == .quantifier(.all) || claim.kind == .quantifier(.most) || claim.kind.isEvery
    guard isOfAll, other.kind == .quantifier(.none) else { return false }
    return others.contains { denial in
      guard denial.kind == .negation, denial.tokens.lowerBound >= other.tokens.upperBound else { return false }
      return (other.tokens.upperBound..<denial.tokens.lowerBound).allSatisfy { sheet.passage.tokens[$0].kind != .mark }
    }
  }

  /// Two denials of one clause cancel out: “we can't do it without” denies nothing. So do a denial and an exception:
  /// "won't work unless" says what "will only work when" does.
  func cancelOut(_ additions: [ClaimChange], besides found: [ClaimChange]) -> Bool {
    let passage = candidate.passage
    let exceptions = additions.count { change in
      passage.pack.scopes.match(passage.tokens, at: change.candidate.lowerBound)?.value == "link.except"
    }
    if exceptions > 0 { return exceptions < additions.count }
    guard additions.count == 2, !found.contains(where: { $0.kind == .negationRemoved }) else { return false }
    return areInOneClause(additions[0].candidate, additions[1].candidate, passage)
  }

  /// The same where both were taken out: "would not be possible without it", "is possible thanks to it".
  func cancelOut(_ claims: [Claim], without others: [Claim]) -> Bool {
    let denials = claims.filter(\.kind.isDenial)
    return denials.count == 2 && !others.contains(where: \.kind.isDenial)
      && areInOneClause(denials[0].tokens, denials[1].tokens, baseline.passage)
  }

  private func areInOneClause(_ first: Range<Int>, _ second: Range<Int>, _ passage: Passage) -> Bool {
    let end = min(first.upperBound, second.upperBound)
    let between = end..<max(end, first.lowerBound, second.lowerBound)
    return between.count <= Self.nearDenials
      && between.allSatisfy { token in
        passage.tokens[token].kind != .mark
          && passage.pack.rangeConnectives.match(passage.tokens, at: token)?.value != true
      }
  }

  /// How many tokens may stand between two denials of one clause.
  private static let nearDenials = 4

  /// Whether the denial only undoes “none” before it in its clause: "no boat leaves without a lamp".
  func deniesDenial(_ claim: Claim, _ others: [Claim]) -> Bool {
    others.contains { other in
      guard other.kind == .quantifier(.none), other.tokens.upperBound <= claim.tokens.lowerBound else { return false }
      return (other.tokens.upperBound..<claim.tokens.lowerBound).allSatisfy {
        candidate.passage.tokens[$0].kind != .mark
      }
    }
  }

  /// Whether a clause says nothing but that it was taken away, as the other version does, and the denial says so again: "it
  /// is no longer there; we have removed it".
  func isSaidTwice(_ denial: Claim, in sheet: FactSheet, _ sentence: Int, otherwise other: FactSheet, _ twin: Int)
    -> Bool
  {
    let passage = sheet.passage
    let known = Set(other.passage.sentences[twin].tokens.map { other.passage.tokens[$0].folded })
    // "In total," stands before both.
    let stayed = clauses(of: twin, in: other).map { $0.map { other.passage.tokens[$0].folded } }
    return clauses(of: sentence, in: sheet).contains { clause in
      let words = clause.filter { !passage.stems[$0].isEmpty }
      guard let word = words.first, words.count == 1, !clause.contains(denial.tokens.lowerBound),
        stayed.count == 1 || !stayed.contains(clause.map { passage.tokens[$0].folded })
      else { return false }
      return known.contains(passage.tokens[word].folded)
        && (passage.pack.isSecondOpposite(passage.tokens[word].folded) || isVeil(at: word, in: passage))
    }
  }

  /// The parts of a sentence between its marks that say something.
  private func clauses(of sentence: Int, in sheet: FactSheet) -> [Range<Int>.SubSequence] {
    let passage = sheet.passage
    return passage.sentences[sentence].tokens.split { passage.tokens[$0].kind == .mark }
      .filter { $0.contains { !passage.stems[$0].isEmpty } }
  }

  /// Whether another sentence of the baseline that the candidate's one restates too denies the same.
  func isDeniedBeside(_ claim: Claim, in sentence: Int, besides twin: Int) -> Bool {
    let words = candidate.passage.neighbours(of: claim.tokens, behind: true)
    return alignment.ofCandidate[sentence].map(\.sentence).contains { place in
      place != twin && tables.baseline[place].contains(where: { $0.kind.isDenial })
        && baseline.passage.sentences[place].tokens.contains { token in
          !baseline.passage.stems[token].isEmpty && words.contains(baseline.passage.stems[token])
        }
    }
  }

  /// Whether words that came or went can stand for a denial: "avoid", "other".
  func isVeiled(_ words: some Sequence<Range<Int>>, in sheet: FactSheet) -> Bool {
    words.joined().contains { isVeil(at: $0, in: sheet.passage) }
  }

  /// Whether a word stands there that can stand for a denial; « d'ailleurs » tells of no other place.
  func isVeil(at token: Int, in passage: Passage) -> Bool {
    passage.pack.veiledDenials.match(passage.tokens, at: token) != nil
      && !(token > 0 && passage.pack.transitions.match(passage.tokens, at: token - 1).map { $0.count > 1 } ?? false)
  }

  /// Whether the version without the denial calls something the most, and the other does not: "no way is faster".
  func isSuperlative(_ denying: [Claim], _ affirming: [Claim]) -> Bool {
    let isMost = { (claim: Claim) in claim.kind == .quantifier(.most) }
    return affirming.contains(where: isMost) && !denying.contains(where: isMost)
  }

  /// Whether a claim that was turned in another place than its own proves it: there it may be told of something else, unless
  /// the nearest words are the same; what moves, how many and who there are also where the sentences are told alike.
  func isSureElsewhere(_ change: ClaimChange, of sentence: Int) -> Bool {
    let place = candidate.passage.sentenceOfToken[change.candidate.lowerBound]
    let similarity = alignment.similarity(baseline: sentence, candidate: place)
    switch change.kind {
    case .directionFlipped, .quantifierChanged: break
    case .scopeChanged where isOfPeople(change): break
    case .oppositeStated where isBesideSameWord(change): return true
    case .oppositeStated: break
    default: return true
    }
    return isToldAlikeAround(change) || similarity >= leastForSure(change.kind, in: sentence)
  }

  /// Whether a word that was turned stands among the words it stood among, however freely the rest is told: between the same
  /// two, or before the same two.
  func isToldAlikeAround(_ change: ClaimChange) -> Bool {
    switch change.kind {
    case .directionFlipped, .comparisonFlipped, .quantifierChanged, .scopeChanged, .oppositeStated: break
    case .negationAdded, .negationRemoved, .hedgeRemoved, .termReplaced: return false
    }
    let mine = baseline.passage.neighbours(of: change.baseline, behind: true, 2)
    let theirs = candidate.passage.neighbours(of: change.candidate, behind: true, 2)
    return mine.count == 2 && mine == theirs || isBetweenSameWords(change) || isTurnedInSameClause(change)
  }

  /// Whether the nearest words on both sides of a claim are the same.
  func isBetweenSameWords(_ change: ClaimChange) -> Bool {
    [true, false].allSatisfy { behind in
      let words = nearest(to: change, behind: behind)
      return words.mine != nil && words.mine == words.other
    }
  }

  /// Whether a nearest word of a claim is the same, on the same side or on the other: "they finish development", "once
  /// development starts".
  func isBesideSameWord(_ change: ClaimChange) -> Bool {
    let (behind, before) = (nearest(to: change, behind: true), nearest(to: change, behind: false))
    return [
      (behind.mine, behind.other), (before.mine, before.other), (behind.mine, before.other),
      (before.mine, behind.other),
    ]
    .contains { $0 != nil && $0 == $1 }
  }

  /// The nearest words that say something on one side of a claim of both versions.
  func nearest(to change: ClaimChange, behind: Bool) -> (mine: String?, other: String?) {
    let claim = Claim(kind: .negation, tokens: change.baseline)
    let other = Claim(kind: .negation, tokens: change.candidate)
    return (
      baseline.passage.neighbours(of: claim.tokens, behind: behind, 1).first,
      candidate.passage.neighbours(of: other.tokens, behind: behind, 1).first
    )
  }

  /// Whether other people or firms are spoken of, whom sentences beside each other may name for several reasons.
  func isOfPeople(_ change: ClaimChange) -> Bool {
    let scope = baseline.passage.pack.scopes.match(baseline.passage.tokens, at: change.baseline.lowerBound)?.value
    return scope.map { Self.classOfScope($0) == "people" } ?? false
  }
}

extension ClaimChange.Kind {
  /// Whether it turns a word that has its own opposite, which in its place says the opposite however short the sentence.
  var isTurnedInPlace: Bool {
    switch self {
    case .directionFlipped, .comparisonFlipped, .quantifierChanged, .hedgeRemoved: true
    case .negationAdded, .negationRemoved, .scopeChanged, .oppositeStated, .termReplaced: false
    }
  }
}

extension Claim.Kind {
  /// Whether the claim is of each one: « chaque », "every".
  fileprivate var isEvery: Bool {
    if case .scope(let scope) = self { return scope.hasPrefix("rate.") || scope.hasPrefix("frequency.") }
    return false
  }
}
