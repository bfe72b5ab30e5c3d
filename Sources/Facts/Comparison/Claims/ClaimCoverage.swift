import Languages

/// What a candidate leaves out or adds as a whole: sentences, and parts of sentences, that have nothing on the other side.
package struct CoverageChanges: Sendable {
  /// The baseline's words that the candidate says nothing for.
  package internal(set) var lost: [Range<Int>] = []
  /// The candidate's words that nothing in the baseline stands behind.
  package internal(set) var unsupported: [Range<Int>] = []
}

/// Finds sentences that were left out or put in, where nothing beside their place says the same in other words.
///
/// Talk may come and go: what asks, addresses the reader, or says little of what the article is about.
struct ClaimCoverage {
  let baseline: FactSheet
  let candidate: FactSheet
  let alignment: FactAlignment
  let tables: ClaimTables
  let diffs: WordDiffs

  /// A claim has so many words that say something, and so many of them are words of the article.
  private static let fewestWords = 3
  private static let fewestTopics = 2
  private static let fewestWordsOfPart = 3
  private static let leastForPart = 50
  private static let leastOfCase = 5
  private static let leastOfNamedCase = 3
  private static let reach = 1

  func changes() -> CoverageChanges {
    var changes = CoverageChanges()
    let isAllAlike = alignment.ofBaseline.allSatisfy { $0.first?.similarity == 100 }
    if !isAllAlike || alignment.ofCandidate.contains(where: \.isEmpty) {
      let lists = ListItems(baseline: baseline, candidate: candidate, alignment: alignment, tables: tables)
      changes.lost = lostSentences() + lostParts() + lists.lost()
      changes.unsupported = cases() + lists.added()
    }
    return changes
  }

  // MARK: Left out

  private func lostSentences() -> [Range<Int>] {
    let open = baseline.passage.sentences.indices.filter { alignment.ofBaseline[$0].isEmpty && isClaim($0) }
    return open.prefix(Self.mostLost).compactMap { sentence in
      let words = Self.words(of: baseline.passage, sentence)
      let isNaming = !baseline.namesOfSentence[sentence].isEmpty
      guard words.count >= Self.fewestWords,
        case let isTelling = isNaming || tellsMuch(sentence),
        case let isDenying = tables.baseline[sentence].contains(where: { $0.kind.isDenial }),
        isTelling || isDenying,
        isTelling || words.count(where: { tables.baseline.index.uses(of: $0) > 1 }) >= Self.fewestTopics,
        case let isRemoved = alignment.isRemoved(sentence) && !isRepetition(sentence),
        !isWish(sentence), !baseline.saysAgain(sentence), !isRestated(sentence, words, isRemoved),
        !tables.candidate.index.hasSentence(with: isRemoved ? Self.leastOfKept : Self.leastForSaid, of: words),
        !isSpread(words, isRemoved)
      else { return nil }
      return baseline.passage.sentences[sentence].tokens
    }
  }

  /// Whether a sentence tells the reader something and is no talk with him.
  private func isClaim(_ sentence: Int) -> Bool {
    Self.isClaim(baseline, sentence) && !Self.isLead(baseline, sentence)
  }

  private static func isClaim(_ sheet: FactSheet, _ sentence: Int) -> Bool {
    let passage = sheet.passage
    guard passage.sentences[sentence].role == .prose, !passage.sentences[sentence].isQuestion else { return false }
    let tokens = passage.sentences[sentence].tokens
    return !tokens.contains { index in
      passage.tokens[index].isCharacter("!") || isReader(passage, index) || sheet.isApparatus[index]
    }
  }

  /// Whether a sentence leads to what stands behind it: a list, a table, words that somebody says.
  private static func isLead(_ sheet: FactSheet, _ sentence: Int) -> Bool {
    sheet.passage.sentences[sentence].tokens.contains { sheet.passage.tokens[$0].isCharacter(":") }
  }

  private static func isReader(_ passage: Passage, _ index: Int) -> Bool {
    passage.pack.persons.match(passage.tokens, at: index)?.value == "second"
  }

  /// A text that lost more than this is another text.
  private static let mostLost = 64

  /// One sentence that has so many of the words, in percent, says the same.
  private static let leastForSaid = 40
  /// The same where the sentence was taken out between two that stayed, and the rest is what it was.
  private static let leastOfKept = 60

  /// Whether a sentence that was taken out between two that stayed has so many words of some matter that it is no talk.
  private func tellsMuch(_ sentence: Int) -> Bool {
    let passage = baseline.passage
    let least = hasOwnFact(sentence) ? Self.fewestOfMatterBesideFact : Self.fewestOfMatter
    return alignment.isRemoved(sentence)
      && passage.sentences[sentence].tokens.count(where: passage.isOfMatter) >= least
  }

  /// Whether those who write only tell what they hope, with no amount or date in it: "we hope that you liked the tour".
  private func isWish(_ sentence: Int) -> Bool {
    let passage = baseline.passage
    let tokens = passage.sentences[sentence].tokens
    return baseline.factsOfSentence[sentence].isEmpty
      && tokens.contains { passage.pack.hedges.match(passage.tokens, at: $0)?.value == .expected }
      && tokens.contains { passage.pack.persons.match(passage.tokens, at: $0)?.value == "first" }
  }

  /// Whether a sentence has facts, all of which are told elsewhere, and few words besides: it says them again.
  private func isRepetition(_ sentence: Int) -> Bool {
    !baseline.factsOfSentence[sentence].isEmpty && !hasOwnFact(sentence)
      && baseline.passage.sentences[sentence].tokens.count(where: baseline.passage.isOfMatter) < Self.fewestOfMatter
  }

  /// Whether the candidate does not have an amount or a date of a sentence.
  private func hasOwnFact(_ sentence: Int) -> Bool {
    baseline.facts[baseline.factsOfSentence[sentence]].contains { fact in
      !candidate.facts.contains { $0.value == fact.value }
    }
  }

  private static let fewestOfMatter = 9
  /// An amount or a date that may be told elsewhere is told of something here.
  private static let fewestOfMatterBesideFact = 5

  private func isSaid(_ words: Set<String>, in table: ClaimTable) -> Bool {
    table.index.hasSentence(with: Self.leastForSaid, of: words)
  }

  /// Whether two sentences that follow each other have most of the words, in any form: "accuracy", "accurate".
  private func isSpread(_ words: Set<String>, _ isRemoved: Bool) -> Bool {
    tables.candidate.index.hasNeighbours(
      with: isRemoved ? Self.leastOfKept : Self.leastForSpread, of: words, root: Self.shortestRoot)
  }

  /// So many of its words, in percent, must be there when they may be in any form and in two sentences.
  private static let leastForSpread = 60

  /// Whether both words begin alike, as those of one family do.
  private static func areForms(_ a: String, _ b: String) -> Bool {
    zip(a.utf8, b.utf8).prefix { $0 == $1 }.count >= shortestRoot
  }

  private static let shortestRoot = 5

  /// Whether words of its own stand where it would, or a sentence that may be this one in other words.
  private func isRestated(_ sentence: Int, _ words: Set<String>, _ isRemoved: Bool) -> Bool {
    guard let place = place(of: sentence, in: alignment.ofBaseline, of: candidate) else { return true }
    if place.contains(where: { mayAnswer($0, in: candidate, alignment.ofCandidate) }) { return true }
    var own = words
    for near in [sentence - 1, sentence + 1] where baseline.passage.sentences.indices.contains(near) {
      own.subtract(Self.words(of: baseline.passage, near))
    }
    // With no word of its own it says again what stands beside it.
    guard own.count >= 2 else { return true }
    var found: Set<String> = []
    for near in place where candidate.passage.sentences.indices.contains(near) {
      found.formUnion(own.intersection(Self.words(of: candidate.passage, near)))
    }
    return 3 * found.count > (isRemoved ? 2 : 1) * own.count
  }

  /// The sentences of the other version from the counterpart of the one before to that of the one behind.
  private func place(of sentence: Int, in links: [[FactAlignment.Link]], of other: FactSheet) -> ClosedRange<Int>? {
    let last = other.passage.sentences.count - 1
    guard last >= 0 else { return nil }
    let before = links[..<sentence].last { !$0.isEmpty }?.first?.sentence ?? 0
    let behind = links[(sentence + 1)...].first { !$0.isEmpty }?.first?.sentence ?? last
    guard before <= behind, behind - before <= Self.longestGap else { return nil }
    return max(0, before - Self.reach)...min(last, behind + Self.reach)
  }

  /// Where neighbours were moved apart, what stood between them may be anywhere.
  private static let longestGap = 6

  private func mayAnswer(_ sentence: Int, in sheet: FactSheet, _ links: [[FactAlignment.Link]]) -> Bool {
    let role = sheet.passage.sentences[sentence].role
    guard role == .prose || role == .cell else { return false }
    return links[sentence].isEmpty && Self.words(of: sheet.passage, sentence).count >= Self.fewestWords
  }

  /// Runs of words that were taken out of a sentence that else stayed as it was.
  private func lostParts() -> [Range<Int>] {
    let open = alignment.ofBaseline.indices.lazy.compactMap { lostPart(of: $0) }
    return open.prefix(Self.mostLost).filter { part in
      let isAlone = alignment.isAlone(baseline.passage.sentenceOfToken[part.tokens.lowerBound])
      return part.isReference
        || !tables.candidate.index.hasSentence(with: isAlone ? Self.leastOfKept : Self.leastForSaid, of: part.words)
    }.map(\.tokens)
  }

  /// The one run of words that a sentence lost and no sentence around its counterpart has.
  private func lostPart(of sentence: Int) -> (tokens: Range<Int>, words: Set<String>, isReference: Bool)? {
    let links = alignment.ofBaseline[sentence]
    guard let link = links.first, (Self.leastForPart..<100).contains(link.similarity), links.count == 1,
      baseline.passage.sentences[sentence].role == .prose
    else { return nil }
    // Where other words came as well, these may be what was put in other words.
    let telling = diffs[sentence, link.sentence].hunks.filter {
      $0.original.contains(where: baseline.passage.says) || $0.restated.contains(where: candidate.passage.says)
    }
    let isSole = telling.count == 1
    guard let hunk = isSole ? telling.first : removed(among: telling, of: sentence, link),
      !hunk.restated.contains(where: candidate.passage.says)
        || alignment.isAlone(sentence) && isTalk(hunk.restated)
          && hunk.original.count(where: baseline.passage.isOfMatter) >= Self.fewestWordsOfPart
    else { return nil }
    let facts = baseline.facts[baseline.factsOfSentence[sentence]]
    let isAmount = { (token: Int) in facts.contains { $0.figure != nil && $0.tokens.contains(token) } }
    var words = Set(hunk.original.filter { !baseline.isApparatus[$0] }.map { baseline.passage.stems[$0] })
    words.remove("")
    let matter = hunk.original.count { baseline.passage.isOfMatter($0) && !isAmount($0) }
    guard
      !isSole || words.count >= Self.fewestWordsOfPart || isRestriction(hunk.original, in: sentence)
        || alignment.isAlone(sentence)
          && (isCircumstance(hunk.original, words.count)
            || words.count >= Self.fewestWordsOfObject && (matter > 0 || qualifies(hunk.original, in: sentence)))
          && !hunk.restated.contains(where: {
            candidate.passage.pack.conditions.match(candidate.passage.tokens, at: $0) != nil
          }),
      !isAnnouncement(hunk.original, in: sentence), !isCredit(hunk.restated), !isToldByFacts(hunk.original, facts),
      !isTransition(hunk.original, in: sentence),
      !hunk.original.contains(where: {
        Self.isReader(baseline.passage, $0) && words.count < Self.fewestWordsOfPart
          || baseline.passage.tokens[$0].isCharacter("?")
      }), !baseline.isRestatement(hunk.original),
      case let isReference = isReference(hunk.original, missingNear: link.sentence, sentence),
      isReference || !alignment.isSaid(words, around: link.sentence, of: candidate, by: alignment.ofCandidate)
    else { return nil }
    return (hunk.original, words, isReference)
  }

  /// Whether the words open a sentence and only lead to it: "Bear in mind that", « Sans surprise, ».
  private func isTransition(_ words: Range<Int>, in sentence: Int) -> Bool {
    let passage = baseline.passage
    let bounds = passage.sentences[sentence].tokens
    guard let first = words.first(where: { passage.tokens[$0].kind == .word }),
      let last = words.last(where: passage.says),
      !(bounds.lowerBound..<first).contains(where: { passage.tokens[$0].kind != .mark })
    else { return false }
    return passage.pack.transitions.match(passage.tokens, at: first).map { first + $0.count > last } ?? false
  }

  /// Whether the words open a sentence before a colon and only say that something follows: « Autre élément à relever : ».
  private func isAnnouncement(_ words: Range<Int>, in sentence: Int) -> Bool {
    let passage = baseline.passage
    let bounds = passage.sentences[sentence].tokens
    let end = (words.lowerBound..<min(bounds.upperBound, words.upperBound + 1)).first {
      passage.tokens[$0].isCharacter(":")
    }
    guard let end, end >= words.upperBound - 1,
      !(bounds.lowerBound..<words.lowerBound).contains(where: { passage.tokens[$0].kind != .mark }),
      words.count(where: { passage.tokens[$0].kind == .word }) <= Self.longestAnnouncement
    else { return false }
    return !baseline.facts[baseline.factsOfSentence[sentence]].contains { $0.tokens.overlaps(words) }
      && !baseline.names[baseline.namesOfSentence[sentence]].contains { $0.tokens.overlaps(words) }
      && !tables.baseline[sentence].contains { claim in
        switch claim.kind {
        case .negation, .hedge, .quantifier, .comparison: claim.tokens.overlaps(words)
        default: false
        }
      }
      && !words.contains { passage.pack.attributions.match(passage.tokens, at: $0) != nil }
  }

  private static let longestAnnouncement = 6

  /// Whether the words that came credit somebody: "as per" for "according to".
  private func isCredit(_ words: Range<Int>) -> Bool {
    let passage = candidate.passage
    return words.contains { passage.pack.attributions.match(passage.tokens, at: $0)?.value == .preposition }
  }

  /// Whether all that the words say is part of a full date, or of a bound that the candidate puts in other words: "Saturday," of
  /// "Saturday, 3 March 1990", "a minimum of" for "at least".
  private func isToldByFacts(_ words: Range<Int>, _ facts: ArraySlice<Fact>) -> Bool {
    let known = facts.filter { fact in
      guard let figure = fact.figure else { return fact.date?.day != nil }
      return candidate.facts.contains {
        $0.figure.map { $0.value == figure.value && $0.comparator == figure.comparator } ?? false
      }
    }
    return words.allSatisfy { word in
      !baseline.passage.says(word)
        || known.contains { $0.date == nil ? $0.bound?.contains(word) == true : $0.tokens.contains(word) }
    }
  }

  /// The one run of words that a sentence lost which else had words exchanged for others, none put in besides.
  private func removed(
    among telling: [WordDiff.Hunk], of sentence: Int, _ link: FactAlignment.Link
  ) -> WordDiff.Hunk? {
    guard link.similarity >= Self.leastForPartAmongOthers,
      telling.allSatisfy({ $0.original.contains(where: baseline.passage.says) })
    else { return nil }
    let gone = telling.filter { hunk in
      !hunk.restated.contains(where: candidate.passage.says) && qualifies(hunk.original, in: sentence)
    }
    guard gone.count == 1, let hunk = gone.first else { return nil }
    let come = telling.flatMap { candidate.passage.content(of: $0.restated) }
    let isRelated = baseline.passage.content(of: hunk.original).contains { word in
      come.contains { word == $0 || Self.areForms(word, $0) }
    }
    return isRelated ? nil : hunk
  }

  private static let leastForPartAmongOthers = 60

  /// Whether the words have a denial, a condition or an exception, and what it is of.
  private func qualifies(_ words: Range<Int>, in sentence: Int) -> Bool {
    tables.baseline[sentence].contains { claim in
      (claim.kind.isDenial || claim.kind.isCondition || claim.kind == .scope("company.except")
        || claim.kind == .scope("link.except")) && words.contains(claim.tokens.lowerBound)
        && claim.tokens.upperBound <= words.upperBound
        && (claim.tokens.upperBound..<words.upperBound).contains(where: baseline.passage.says)
    }
  }

  /// Whether the words tell of which kind somebody or something is, and nothing else: without them more is meant.
  private func isRestriction(_ words: Range<Int>, in sentence: Int) -> Bool {
    let kinds = tables.baseline[sentence].filter { $0.restricts && $0.tokens.overlaps(words) }
    return words.allSatisfy { token in
      !baseline.passage.says(token)
        || kinds.contains { $0.tokens.contains(token) }
          && !baseline.passage.pack.isLoose(baseline.passage.tokens[token])
    }
  }

  /// Whether the words tell on what condition or in what way: "where a map exists", « à effectif constant ».
  private func isCircumstance(_ words: Range<Int>, _ count: Int) -> Bool {
    let (passage, pack) = (baseline.passage, baseline.passage.pack)
    guard let start = words.first(where: { passage.tokens[$0].kind == .word }) else { return false }
    if let scope = pack.scopes.match(passage.tokens, at: start)?.value, Claim.Kind.scope(scope).isCondition {
      return count > 0
    }
    let isLoose = { (words: Range<Int>) in words.contains { pack.isLoose(passage.tokens[$0]) } }
    if let condition = pack.conditions.match(passage.tokens, at: start),
      passage.stems[start].isEmpty || condition.count > 1
    {
      let told = min(words.upperBound, start + condition.count)..<words.upperBound
      return count > 0 && (!isLoose(told) || told.count(where: passage.isOfMatter) >= Self.fewestWordsOfObject)
    }
    return count >= Self.fewestWordsOfObject && !isLoose(words)
      && pack.prepositions.match(passage.tokens, at: start) != nil
  }

  private static let fewestWordsOfObject = 2

  /// Whether the words say nothing of any matter: "in any case".
  private func isTalk(_ words: Range<Int>) -> Bool {
    let passage = candidate.passage
    return words.allSatisfy { !passage.says($0) || passage.pack.isLoose(passage.tokens[$0]) }
  }

  /// Whether the words are all that stands in a pair of parentheses, with a number that the sentences around have fewer times
  /// now: « (article L. 214-3 du code du patrimoine) ».
  private func isReference(_ words: Range<Int>, missingNear other: Int, _ sentence: Int) -> Bool {
    let passage = baseline.passage
    let bounds = passage.sentences[sentence].tokens
    guard let first = words.first, let last = words.last,
      [first, first - 1].contains(where: { bounds.contains($0) && passage.tokens[$0].isCharacter("(") }),
      [last, last + 1].contains(where: { bounds.contains($0) && passage.tokens[$0].isCharacter(")") })
    else { return false }
    let near = { (sentence: Int, sheet: FactSheet) -> [String] in
      (sentence - 2...sentence + 2).filter(sheet.passage.sentences.indices.contains)
        .flatMap { sheet.passage.sentences[$0].tokens }.filter { sheet.passage.tokens[$0].kind == .digits }
        .map { sheet.passage.tokens[$0].folded }
    }
    let (before, after) = (near(sentence, baseline), near(other, candidate))
    // What counts something is an amount, and looked for as one.
    let amounts = baseline.facts[baseline.factsOfSentence[sentence]].filter { $0.figure?.unit != nil || $0.date != nil }
    return words.contains { index in
      let word = passage.tokens[index].folded
      return passage.tokens[index].kind == .digits && (index + 1 > last || passage.stems[index + 1].isEmpty)
        && !amounts.contains { $0.tokens.contains(index) }
        && after.count { $0 == word } < before.count { $0 == word }
    }
  }

  // MARK: Put in

  /// Examples and happenings that the baseline does not tell: « À Saint-Dizier, par exemple, une fonderie a été… ».
  private func cases() -> [Range<Int>] {
    let passage = candidate.passage
    let open = passage.sentences.indices.lazy.filter { sentence in
      alignment.ofCandidate[sentence].isEmpty && Self.isClaim(candidate, sentence)
        && !candidate.passage.tokens[candidate.passage.sentences[sentence].tokens.upperBound - 1].isCharacter(":")
        && (passage.pack.exampleMarks.firstMatch(passage.tokens, in: passage.sentences[sentence].tokens) != nil
          || alignment.isInserted(sentence) && isParticular(sentence))
        && !candidate.saysAgain(sentence)
    }
    return open.prefix(Self.mostLost).compactMap { sentence in
      let tokens = passage.sentences[sentence].tokens
      let words = Self.words(of: passage, sentence)
      guard words.count >= (namesStranger(sentence) ? Self.leastOfNamedCase : Self.leastOfCase),
        let place = place(of: sentence, in: alignment.ofCandidate, of: baseline),
        !place.contains(where: { mayAnswer($0, in: baseline, alignment.ofBaseline) }),
        !isSaid(words, in: tables.baseline)
      else { return nil }
      var known: Set<String> = []
      for near in place { known.formUnion(words.intersection(Self.words(of: baseline.passage, near))) }
      return 2 * known.count < words.count ? tokens : nil
    }
  }

  /// Whether a sentence tells of somebody, somewhere or some time: a name, a date, « l'hiver dernier », "two rowers".
  private func isParticular(_ sentence: Int) -> Bool {
    let passage = candidate.passage
    return !candidate.namesOfSentence[sentence].isEmpty || !candidate.factsOfSentence[sentence].isEmpty
      || passage.sentences[sentence].tokens.contains { index in
        passage.pack.scopes.match(passage.tokens, at: index)?.value.hasPrefix("when.") == true
      }
  }

  /// Whether a sentence names somebody or some place that the baseline's text does not.
  private func namesStranger(_ sentence: Int) -> Bool {
    candidate.names[candidate.namesOfSentence[sentence]].contains { name in
      name.words.allSatisfy { baseline.passage.words.number(of: $0) == nil }
    }
  }

  private static func words(of passage: Passage, _ sentence: Int) -> Set<String> {
    var result = Set(passage.sentences[sentence].tokens.prefix(256).lazy.map { passage.stems[$0] })
    result.remove("")
    return result
  }
}
