import Languages

/// Compares of what a share is, and who is credited with a statement, in sentences that are told in other words.
struct ScopeComparison {
  let baseline: FactSheet
  let candidate: FactSheet
  let alignment: FactAlignment

  /// A word that says something, and whether it stands right behind the one before.
  private struct Word {
    let stem: String
    let token: Int
    let isAdjacent: Bool
  }

  private static let leastSimilarity = 30
  private static let nearWords = 3
  private static let longestCredit = 8

  func changes() -> [ClaimChange] {
    var result: [ClaimChange] = []
    for (sentence, links) in alignment.ofBaseline.enumerated() {
      guard let link = links.first, (Self.leastSimilarity..<100).contains(link.similarity),
        baseline.passage.sentences[sentence].role != .heading
      else { continue }
      result += narrowedShares(in: sentence, link.sentence)
      if let change = otherCredit(in: sentence, link.sentence) { result.append(change) }
    }
    return result
  }

  // MARK: What a share is of

  /// Shares of which the candidate says by one more word what they are of: « 9 % de la mortalité en France », « 9 % de la
  /// mortalité urbaine en France ».
  private func narrowedShares(in sentence: Int, _ other: Int) -> [ClaimChange] {
    baseline.facts[baseline.factsOfSentence[sentence]].compactMap { fact in
      guard let figure = fact.figure, figure.isShare else { return nil }
      let twins = candidate.facts[candidate.factsOfSentence[other]].filter {
        $0.figure?.percentage == figure.percentage
      }
      guard let twin = twins.first, twins.count == 1 else { return nil }
      let mine = words(behind: fact, in: baseline)
      let theirs = words(behind: twin, in: candidate)
      guard mine.count > 1, theirs.count > 2 else { return nil }
      let added: Word
      if mine[0].stem == theirs[0].stem, mine[1].stem == theirs[2].stem, theirs[1].isAdjacent, !mine[1].isAdjacent,
        !theirs[2].isAdjacent
      {
        added = theirs[1]
      } else if mine[0].stem == theirs[1].stem, theirs[1].isAdjacent, mine[1].stem == theirs[2].stem,
        mine[1].isAdjacent == theirs[2].isAdjacent, !theirs[0].isAdjacent, !mine[0].isAdjacent
      {
        added = theirs[0]
      } else {
        return nil
      }
      guard narrows(added, near: sentence) else { return nil }
      return ClaimChange(
        kind: .scopeChanged, baseline: fact.tokens.lowerBound..<mine[0].token + 1,
        candidate: twin.tokens.lowerBound..<max(theirs[0].token, added.token) + 1)
    }
  }

  private func words(behind fact: Fact, in sheet: FactSheet) -> [Word] {
    let passage = sheet.passage
    var words: [Word] = []
    var last = fact.tokens.upperBound - 1
    for index in fact.tokens
      .upperBound..<max(fact.tokens.upperBound, passage.sentences[fact.sentence].tokens.upperBound)
    {
      if passage.tokens[index].kind != .word || words.count == Self.nearWords { break }
      if passage.stems[index].isEmpty { continue }
      words.append(Word(stem: passage.stems[index], token: index, isAdjacent: index == last + 1))
      last = index
    }
    return words
  }

  /// Whether a word is new to the baseline's sentence and those beside it, and says neither how much nor how often.
  private func narrows(_ word: Word, near sentence: Int) -> Bool {
    let token = candidate.passage.tokens[word.token]
    let pack = candidate.passage.pack
    if pack.isLoose(token), !pack.hasOpposite(token.hash) { return false }
    if pack.quantifiers.match(candidate.passage.tokens, at: word.token) != nil { return false }
    if let scope = pack.scopes.match(candidate.passage.tokens, at: word.token)?.value,
      !["place.", "people.", "firm."].contains(where: scope.hasPrefix)
    {
      return false
    }
    return (sentence - 1...sentence + 1).filter(baseline.passage.sentences.indices.contains).allSatisfy { place in
      baseline.passage.sentences[place].tokens.allSatisfy { index in
        baseline.passage.stems[index].prefix(Self.root) != word.stem.prefix(Self.root)
          && !pack.areSynonyms(baseline.passage.tokens[index].folded, token.folded)
      }
    }
  }

  private static let root = 5

  // MARK: Who says it

  /// Somebody who was credited with a statement and is gone, where the candidate credits somebody named elsewhere.
  private func otherCredit(in sentence: Int, _ other: Int) -> ClaimChange? {
    guard let credit = credit(in: sentence) else { return nil }
    let changed = (other - 1...other + 1).filter { place in
      candidate.passage.sentences.indices.contains(place)
        && (place == other || alignment.ofCandidate[place].first?.similarity != 100)
    }
    let told = Set(changed.flatMap { candidate.passage.sentences[$0].tokens }.map { candidate.passage.stems[$0] })
    guard told.isDisjoint(with: credit.words) else { return nil }
    // Who was credited by initials may be named in full.
    let abbreviation = baseline.passage.abbreviation
    let credited = baseline.names[baseline.namesOfSentence[sentence]].filter { $0.tokens.overlaps(credit.tokens) }
    let named = changed.flatMap { candidate.names[candidate.namesOfSentence[$0]] }
    guard
      !credited.contains(where: { name in
        named.contains {
          abbreviation.agree($0.words, name.words) || abbreviation.spellsOut(name.words, words(from: $0))
        }
      })
    else { return nil }
    let own = Set(baseline.passage.sentences[sentence].tokens.map { baseline.passage.tokens[$0].folded })
    let passage = candidate.passage
    let known = baseline.names.map(\.words)
    let tokens = passage.sentences[other].tokens
    let name = candidate.names[candidate.namesOfSentence[other]].first { name in
      !name.words.contains(where: own.contains) && known.contains(name.words)
        && tokens.contains { index in
          guard let match = passage.pack.attributions.match(passage.tokens, at: index) else { return false }
          return match.value == .verb
            ? (0..<Self.longestCredit).contains(index - name.tokens.upperBound)
            : (0..<Self.longestCredit).contains(name.tokens.lowerBound - index - match.count)
        }
    }
    return name.map { ClaimChange(kind: .scopeChanged, baseline: credit.tokens, candidate: $0.tokens) }
  }

  /// The words of a name, and those that follow it: « la Fédération des syndics bénévoles ».
  private func words(from name: NameMention) -> [String] {
    let tokens = candidate.passage.tokens
    let end = min(tokens.count, name.tokens.upperBound + Self.longestCredit)
    return tokens[name.tokens.lowerBound..<end].prefix { $0.kind == .word || $0.isCharacter("'") }
      .filter { $0.kind == .word }.map(\.folded)
  }

  /// Who is credited in a sentence by « selon », "according to", and their words.
  private func credit(in sentence: Int) -> (tokens: Range<Int>, words: Set<String>)? {
    let passage = baseline.passage
    let bounds = passage.sentences[sentence].tokens
    for index in bounds where passage.tokens[index].kind == .word && !baseline.isApparatus[index] {
      guard let match = passage.pack.attributions.match(passage.tokens, at: index), match.value == .preposition else {
        continue
      }
      let facts = baseline.facts[baseline.factsOfSentence[sentence]]
      let behind = min(index + match.count, bounds.upperBound)..<bounds.upperBound
      let named = behind.prefix(Self.longestCredit).prefix { place in
        passage.tokens[place].kind == .word && !facts.contains { $0.tokens.contains(place) }
      }
      let words = Set(passage.content(of: named))
      guard let last = named.last, !words.isEmpty else { continue }
      return (index..<last + 1, words)
    }
    return nil
  }
}
