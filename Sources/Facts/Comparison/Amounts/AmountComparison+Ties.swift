import Languages

/// Amounts that stand beside as many dates, or as many names, in the same order, and are told by them wherever they stand:
/// "5.2 million in 2024, against 3.9 million in 2022", "3.9 million in 2022 and 5.2 million in 2024".
extension AmountComparison {
  /// Whether another amount stands between the words that stood around this one, and each has what it is tied to as before.
  ///
  /// - Parameter known: what was found out of sentences so far, by the sentence.
  func keepsItsTie(_ fact: Int, from other: Int, _ known: inout [Int: Bool]) -> Bool {
    let (original, restated) = (baseline.facts[fact], candidate.facts[other])
    guard restatement(restated, of: original) == .other else { return false }
    if let keeps = known[original.sentence] { return keeps }
    let keeps = keepTies(fact, other) || keepsItsClause(fact, from: other)
    known[original.sentence] = keeps
    return keeps
  }

  /// Whether all facts of both groups but one are the same in their order, and so are the words between them: of « 2 ou 3 »,
  /// « 2 ou 5 » has another end.
  func isOneOther(_ group: (original: [Int], restated: [Int])) -> Bool {
    group.original.count == group.restated.count && areWordsAlike(group)
      && zip(group.original, group.restated).count(where: { baseline.facts[$0].value != candidate.facts[$1].value })
        == 1
  }

  private func areWordsAlike(_ group: (original: [Int], restated: [Int])) -> Bool {
    let mine = tokens(between: group.original, in: baseline)
    let theirs = tokens(between: group.restated, in: candidate)
    return mine.map { baseline.passage.tokens[$0].folded } == theirs.map { candidate.passage.tokens[$0].folded }
  }

  /// Whether the same words, and not only those of a list, stand between the facts of both groups.
  func standAlike(_ group: (original: [Int], restated: [Int])) -> Bool {
    guard group.original.count == group.restated.count else { return false }
    let mine = tokens(between: group.original, in: baseline)
    let passage = baseline.passage
    return areWordsAlike(group)
      && (isApposed(mine, passage)
        || mine.contains { index in
          passage.tokens[index].kind == .word && passage.pack.listJoints.match(passage.tokens, at: index) == nil
        })
  }

  /// Whether a comma ends the first of two amounts that "and" joins, which are no list then: "her loss of income, €11,800, and
  /// €2,500 for treatment".
  private func isApposed(_ between: [Int], _ passage: Passage) -> Bool {
    between.count == 2 && passage.tokens[between[0]].isCharacter(",")
      && passage.pack.listJoints.match(passage.tokens, at: between[1]) != nil
  }

  private func tokens(between facts: [Int], in sheet: FactSheet) -> [Int] {
    zip(facts, facts.dropFirst()).flatMap { first, second in
      let start = sheet.facts[first].tokens.upperBound
      return Array(start..<max(start, sheet.facts[second].tokens.lowerBound))
    }
  }

  /// Whether another amount of the sentence stands where this one stood, and each of both among the words that were its own.
  private func keepsItsClause(_ fact: Int, from other: Int) -> Bool {
    let first = candidate.factsOfSentence[candidate.facts[other].sentence].first {
      relation(of: candidate.facts[$0], to: baseline.facts[fact]) == .same
    }
    let second = baseline.factsOfSentence[baseline.facts[fact].sentence].first {
      relation(of: candidate.facts[other], to: baseline.facts[$0]) == .same
    }
    guard let first, let second, first != other, second != fact else { return false }
    return keepClauses(fact, second, restated: first, other)
  }

  /// Whether each of two amounts stands with the dates, names, amounts or words that it alone stood with, and not with those
  /// of the other one; what tells more decides first.
  func keepClauses(_ first: Int, _ second: Int, restated: Int, _ other: Int) -> Bool {
    let levels = sides(of: first, second, restated: restated, other)
    guard let level = levels.first(where: { !($0.kept.isEmpty && $0.turned.0.isEmpty && $0.turned.1.isEmpty) }) else {
      return false
    }
    return level.kept.count >= 2 * (level.turned.0.count + level.turned.1.count)
  }

  /// Whether each of two amounts stands with words that the other one stood with.
  func turnClauses(_ first: Int, _ second: Int, restated: Int, _ other: Int) -> Bool {
    let levels = sides(of: first, second, restated: restated, other)
    let kept = levels.reduce(0) { $0 + $1.kept.count }
    let turned = levels.reduce((0, 0)) { ($0.0 + $1.turned.0.count, $0.1 + $1.turned.1.count) }
    return turned.0 > 0 && turned.1 > 0 && turned.0 + turned.1 >= 2 * kept
  }

  /// What two amounts kept of what stood with each alone, and what each took over from the other, dates first, then names,
  /// other amounts and words; empty where they stand in one clause.
  ///
  /// What goes with the amount that is told first in both versions may go with both: "71% of the flow, against 38%…".
  private func sides(
    of first: Int, _ second: Int, restated: Int, _ other: Int
  ) -> [(kept: Set<ClauseWord>, turned: (Set<ClauseWord>, Set<ClauseWord>))] {
    guard let before = ownWords(of: first, beside: second, in: baseline),
      let after = ownWords(of: restated, beside: other, in: candidate)
    else { return [] }
    return before.first.indices.map { level in
      let mine = (before.first[level], before.second[level])
      let theirs = (after.first[level], after.second[level])
      let leading = (first < second ? mine.0 : mine.1).intersection(restated < other ? theirs.0 : theirs.1)
      return (
        mine.0.intersection(theirs.0).union(mine.1.intersection(theirs.1)).subtracting(leading),
        (mine.0.intersection(theirs.1).subtracting(leading), mine.1.intersection(theirs.0).subtracting(leading))
      )
    }
  }

  /// What stands in the clause of an amount.
  private enum ClauseWord: Hashable {
    case date(PartialDate)
    case name([String])
    case amount(ExactNumber, Unit.Dimension?)
    case stem(String)
  }

  /// The dates of a clause, its names, its other amounts, its words that say something.
  private typealias ClauseWords = [Set<ClauseWord>]

  /// What stands in the clause of each of two amounts and not in the other's; `nil` where they stand in one.
  private func ownWords(
    of first: Int, beside second: Int, in sheet: FactSheet
  ) -> (first: ClauseWords, second: ClauseWords)? {
    let (one, two) = (sheet.facts[first], sheet.facts[second])
    guard let mine = clause(of: one, apartFrom: two, in: sheet), let theirs = clause(of: two, apartFrom: one, in: sheet)
    else { return nil }
    let words = contents(of: mine, of: one, in: sheet)
    let others = contents(of: theirs, of: two, in: sheet)
    return (
      zip(words, others).map { $0.subtracting($1) }, zip(others, words).map { $0.subtracting($1) }
    )
  }

  /// The part of a fact's sentence that another fact is not in, between marks and words like "while": between semicolons if
  /// these part the two, else between commas.
  private func clause(of fact: Fact, apartFrom other: Fact, in sheet: FactSheet) -> Range<Int>? {
    let passage = sheet.passage
    return Self.clauseMarks.lazy.map { marks in
      passage.clause(around: fact.tokens) { index in
        if passage.tokens[index].kind == .mark { return marks.contains(passage.tokens[index].folded) }
        return passage.pack.clauseContrasts.match(passage.tokens, at: index) != nil
      }
    }.first { !$0.overlaps(other.tokens) }
  }

  /// The marks that part clauses, the stronger ones first.
  private static let clauseMarks: [Set<String>] = [[";", ":", "."], [";", ":", ".", ",", "(", ")"]]

  private func contents(of clause: Range<Int>, of fact: Fact, in sheet: FactSheet) -> ClauseWords {
    let passage = sheet.passage
    var (dates, amounts) = (Set<ClauseWord>(), Set<ClauseWord>())
    for other in sheet.facts[sheet.factsOfSentence[fact.sentence]]
    where clause.contains(other.tokens.lowerBound) && other.tokens != fact.tokens {
      switch other.value {
      case .date(let date, _): dates.insert(.date(date))
      case .figure(let figure): amounts.insert(.amount(figure.baseValue, figure.unit?.dimension))
      }
    }
    let names = sheet.names[sheet.namesOfSentence[fact.sentence]].filter { clause.contains($0.tokens.lowerBound) }
    // "Five" is no word that goes with five.
    let facts = sheet.facts[sheet.factsOfSentence[fact.sentence]]
    // `Top::A` and `Top::B` differ by a letter that else says nothing.
    let letters = clause.lazy.filter { index in
      passage.tokens[index].range.count == 1 && passage.tokens[index].isCapitalized && passage.stems[index].isEmpty
    }.map { ClauseWord.stem(passage.tokens[$0].folded) }
    let isAmount = { (index: Int) in facts.contains { $0.tokens.contains(index) } }
    return [
      dates, Set(names.map { .name($0.words) }), amounts,
      Set(passage.content(of: clause.filter { !isAmount($0) }).map { .stem($0) }).union(letters),
    ]
  }

  /// Whether the amounts of two facts' sentences are tied to the same dates or names.
  func keepTies(_ fact: Int, _ other: Int) -> Bool {
    let after = ties(ofSentence: candidate.facts[other].sentence, in: candidate)
    return ties(ofSentence: baseline.facts[fact].sentence, in: baseline).contains { $0.count > 1 && after.contains($0) }
  }

  /// An amount and the date or name that it belongs to.
  private struct Tie: Hashable {
    let amount: Fact.Value
    let date: Fact.Value?
    let name: [String]
  }

  /// The ties of a sentence, for each kind of amount that there are as many of as of dates or of names.
  private func ties(ofSentence sentence: Int, in sheet: FactSheet) -> [Set<Tie>] {
    let facts = sheet.facts[sheet.factsOfSentence[sentence]]
    guard facts.count <= Self.mostTied else { return [] }
    let dates = facts.filter { $0.date != nil }
    let names = sheet.names[sheet.namesOfSentence[sentence]]
    let figures = Dictionary(grouping: facts.filter { $0.figure != nil }, by: { $0.figure?.kind })
    return figures.values.flatMap { figures -> [Set<Tie>] in
      guard figures.count > 1 else { return [] }
      let amounts = figures.map { $0.figure.map { .figure($0.unspelled) } ?? $0.value }
      var found: [Set<Tie>] = []
      if dates.count == amounts.count {
        found.append(Set(zip(amounts, dates).map { Tie(amount: $0, date: $1.value, name: []) }))
      }
      // One name with all of them is tied to none.
      if names.count == amounts.count, Set(names.map(\.words)).count == names.count {
        found.append(Set(zip(amounts, names).map { Tie(amount: $0, date: nil, name: $1.words) }))
      }
      return found
    }
  }

  static let mostTied = 16
}
