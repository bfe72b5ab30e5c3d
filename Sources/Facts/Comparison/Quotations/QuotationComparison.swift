import Languages

/// What became of quotations.
package struct QuotationChanges: Sendable {
  package struct Pair: Sendable {
    /// In the baseline's quotations.
    package let baseline: Int
    /// In the candidate's quotations.
    package let candidate: Int
  }

  /// Other words between the marks.
  package internal(set) var altered: [Pair] = []
  /// Only a part of the words, in their order.
  package internal(set) var shortened: [Pair] = []
  /// The same words, said by somebody else.
  package internal(set) var misattributed: [Pair] = []
  /// Quotations of the baseline that the candidate does not give.
  package internal(set) var lost: [Int] = []
  /// Quotations of the baseline whose words are there without marks.
  package internal(set) var unmarked: [Int] = []
  /// Quotations of the candidate that neither baseline nor dossier gives.
  package internal(set) var unsupported: [Int] = []
}

/// Compares quotations to the letter, but for typography.
struct QuotationComparison {
  let baseline: FactSheet
  let candidate: FactSheet
  let alignment: FactAlignment
  let dossier: [FactSheet]

  func changes() -> QuotationChanges {
    var changes = QuotationChanges()
    var partner = [Int?](repeating: nil, count: baseline.quotations.count)
    var taken: Set<Int> = []
    pairExact(&partner, &taken)
    let whole = pairJoined(partner, &taken)
    lazy var given = QuotationIndex(candidate.quotations)
    lazy var known = ([baseline] + dossier).map { QuotationIndex($0.quotations) }
    pairSimilar(&partner, &taken, besides: whole)
    for (index, other) in partner.enumerated() where !whole.contains(index) {
      let quotation = baseline.quotations[index]
      guard let other else {
        if given.has(quotation.words) { continue }
        if Self.stands(quotation.words, in: candidate) {
          changes.unmarked.append(index)
        } else if !quotation.isQuestion || !quotation.speaker.isEmpty, !quotation.isCallout, !isJoined(quotation) {
          changes.lost.append(index)
        }
        continue
      }
      let restated = candidate.quotations[other]
      if isSame(quotation, restated) {
        if !sameSpeaker(quotation, restated) {
          changes.misattributed.append(.init(baseline: index, candidate: other))
        }
      } else if Self.isPart(restated.words, of: quotation.words, gaps: gaps(in: restated)) {
        let pair = QuotationChanges.Pair(baseline: index, candidate: other)
        if isBrokenOff(quotation, restated) { changes.altered.append(pair) } else { changes.shortened.append(pair) }
      } else if !Self.isPart(quotation.words, of: restated.words) || !Self.stands(restated.words, in: baseline),
        !isSameTerm(quotation, restated), !isRespelled(quotation, restated),
        !quotation.isCallout || !restated.isCallout,
        !isNotice(quotation)
          || Self.likeness(quotation.words, restated.words) >= Self.leastForNotice
            && !saysSame(quotation, restated) && !joins(restated, quotation)
      {
        changes.altered.append(.init(baseline: index, candidate: other))
      }
    }
    for (index, quotation) in candidate.quotations.enumerated()
    where !taken.contains(index) && mayBeInvented(quotation)
      && !known.contains(where: { $0.has(quotation.words) || $0.hasWhole(of: quotation.words) })
      && isFabricated(quotation)
    {
      changes.unsupported.append(index)
    }
    return changes
  }

  /// Whether the words are the same, whether or not the speaker is described among them in one of the versions.
  private func isSame(_ quotation: Quotation, _ restated: Quotation) -> Bool {
    if quotation.words == restated.words { return true }
    let short = Self.undescribed(quotation, where: candidate)
    let otherShort = Self.undescribed(restated, where: baseline)
    return short == restated.words || otherShort == quotation.words || short == otherShort
  }

  /// The quoted words without those that describe the speaker, if the other version has these too.
  private static func undescribed(_ quotation: Quotation, where other: FactSheet) -> [String] {
    guard let apposition = quotation.appositions.last(where: { stands(Array(quotation.words[$0]), in: other) }) else {
      return quotation.words
    }
    return Array(quotation.words[..<apposition.lowerBound] + quotation.words[apposition.upperBound...])
  }

  /// Whether the words are set apart without marks, and nobody is said to have said them: a lead, an update.
  ///
  /// Told in quite other words, it was restyled as the text around it, and what it claims is compared as any other text.
  private func isNotice(_ quotation: Quotation) -> Bool {
    quotation.speaker.isEmpty && quotation.namesBeside.isEmpty
      && baseline.passage.tokens[quotation.tokens.lowerBound].folded != "\""
  }

  /// Whether every word that says something, and every number, stayed: what else changed is how they are put together.
  private func saysSame(_ quotation: Quotation, _ restated: Quotation) -> Bool {
    Self.telling(quotation, in: baseline) == Self.telling(restated, in: candidate)
  }

  /// Whether there are so few quotations that each can be held against all others and all names.
  private var mayBeSearched: Bool {
    baseline.quotations.count * max(baseline.quotations.count, candidate.quotations.count, baseline.names.count)
      <= Self.mostHeld
  }

  private static let mostHeld = 10_000

  /// Whether the words of a notice stand in another one of the candidate: a date that became the beginning of what it led to.
  private func isJoined(_ notice: Quotation) -> Bool {
    guard mayBeSearched, isNotice(notice) else { return false }
    let words = Self.telling(notice, in: baseline)
    return candidate.quotations.contains { words.isSubset(of: Self.telling($0, in: candidate)) }
  }

  /// Whether the candidate's notice is this one with the words of other ones before or behind it.
  private func joins(_ restated: Quotation, _ notice: Quotation) -> Bool {
    let rest = Self.telling(restated, in: candidate)
    let words = Self.telling(notice, in: baseline)
    guard mayBeSearched, words.isSubset(of: rest) else { return false }
    let others = baseline.quotations.filter { $0.tokens != notice.tokens && isNotice($0) }
    let told = others.reduce(into: Set<String>()) { $0.formUnion(Self.telling($1, in: baseline)) }
    return rest.subtracting(words).isSubset(of: told)
  }

  /// The words of a quotation that say something, by their stems, and its numbers.
  private static func telling(_ quotation: Quotation, in sheet: FactSheet) -> Set<String> {
    Set(
      quotation.tokens.map {
        sheet.passage.tokens[$0].kind == .digits ? sheet.passage.tokens[$0].folded : sheet.passage.stems[$0]
      })
  }

  /// Whether a few words that nobody is named for only changed their forms: “voter lists” and “voter list” are one term.
  private func isSameTerm(_ quotation: Quotation, _ restated: Quotation) -> Bool {
    let pack = baseline.passage.pack
    return !quotation.isSpeakerNamed && !restated.isSpeakerNamed && quotation.words.count <= Self.longestTerm
      && quotation.words.map(pack.stem) == restated.words.map(pack.stem)
  }

  private static let longestTerm = 4

  /// Whether only the amounts are written in another way: "5.7 million users", "5,700,000 users".
  private func isRespelled(_ quotation: Quotation, _ restated: Quotation) -> Bool {
    Self.parts(of: quotation, in: baseline) == Self.parts(of: restated, in: candidate)
  }

  /// A word of a quotation, or an amount whatever its words.
  private enum Part: Equatable { case word(String), amount(Fact.Value) }

  private static func parts(of quotation: Quotation, in sheet: FactSheet) -> [Part] {
    var facts =
      quotation.tokens.first.map { sheet.passage.sentenceOfToken[$0] }.map { first in
        (first...max(first, quotation.sentence)).flatMap { sheet.facts[sheet.factsOfSentence[$0]] }
      }?[...] ?? []
    var parts: [Part] = []
    for index in quotation.tokens where sheet.passage.tokens[index].kind != .mark && !sheet.isApparatus[index] {
      while let fact = facts.first, fact.tokens.upperBound <= index { facts.removeFirst() }
      guard let fact = facts.first, fact.tokens.contains(index) else {
        parts.append(.word(sheet.passage.tokens[index].folded))
        continue
      }
      let amount = Part.amount(fact.figure.map { .figure($0.unspelled) } ?? fact.value)
      if parts.last != amount || index == fact.tokens.lowerBound { parts.append(amount) }
    }
    return parts
  }

  /// From here on a notice is the same one with a word changed.
  private static let leastForNotice = 80

  private func pairExact(_ partner: inout [Int?], _ taken: inout Set<Int>) {
    var waiting: [[String]: [Int]] = [:]
    for index in candidate.quotations.indices.reversed() {
      waiting[candidate.quotations[index].words, default: []].append(index)
    }
    for index in baseline.quotations.indices {
      guard let other = waiting[baseline.quotations[index].words]?.popLast() else { continue }
      partner[index] = other
      taken.insert(other)
    }
  }

  private func pairSimilar(_ partner: inout [Int?], _ taken: inout Set<Int>, besides whole: Set<Int>) {
    let open = baseline.quotations.indices.filter { partner[$0] == nil && !whole.contains($0) }
    let others = candidate.quotations.indices.filter { !taken.contains($0) }
    guard !open.isEmpty, !others.isEmpty, open.count * others.count <= 250_000 else { return }
    var edges: [Assignment.Edge] = []
    for (row, index) in open.enumerated() {
      for (column, other) in others.enumerated() {
        let likeness = Self.likeness(baseline.quotations[index].words, candidate.quotations[other].words)
        if likeness >= 45 { edges.append(.init(row: row, column: column, weight: likeness)) }
      }
    }
    for (row, column) in Assignment.best(rows: open.count, columns: others.count, edges: edges).enumerated() {
      guard let column else { continue }
      partner[open[row]] = others[column]
      taken.insert(others[column])
    }
  }

  /// The numbers of the quotation's words that an ellipsis stands before.
  private func gaps(in quotation: Quotation) -> Set<Int> {
    var gaps: Set<Int> = []
    var word = 0
    for index in quotation.tokens where !candidate.isApparatus[index] {
      if candidate.passage.tokens[index].folded == "..." {
        gaps.insert(word)
      } else if candidate.passage.tokens[index].kind != .mark {
        word += 1
      }
    }
    return gaps
  }

  /// Whether words are given as somebody's own.
  ///
  /// Questions put into the reader's mouth (« Vous vous demandez : "Et moi ?" ») are style, unless somebody is named.
  private func mayBeInvented(_ quotation: Quotation) -> Bool {
    let isAnonymous = quotation.speaker.isEmpty && quotation.namesBeside.isEmpty
    // A paragraph set apart without marks or a name is emphasis: its facts are compared as any others.
    let isMarked = candidate.passage.tokens[quotation.tokens.lowerBound].folded == "\""
    return !isAnonymous || !quotation.isQuestion && quotation.words.count >= 6 && isMarked
  }

  /// A quotation is invented when nobody said it: not in the baseline, not in the dossier.
  private func isFabricated(_ quotation: Quotation) -> Bool {
    // Words of the baseline that get marks without a speaker are emphasis; with one, they become somebody's.
    !(quotation.speaker.isEmpty && Self.stands(quotation.words, in: baseline))
      && !dossier.contains { Self.stands(quotation.words, in: $0) }
  }

  /// Whether the speaker is named beside the restated words, or nobody is named there who was not named before.
  func sameSpeaker(_ original: Quotation, _ restated: Quotation) -> Bool {
    let abbreviation = baseline.passage.abbreviation
    let a = original.speaker
    let b = restated.speaker
    if a == b { return true }
    if !original.isSpeakerNamed, restated.isSpeakerNamed, isOtherThanAnybodyNear(original, b) { return false }
    if !original.isSpeakerNamed || !restated.isSpeakerNamed { return !isTakenByStranger(original, restated) }
    if !Set(a).isDisjoint(with: b) || abbreviation.agree(a, b) { return true }
    if restated.namesBeside.contains(where: { abbreviation.agree($0, a) }) { return true }
    return !restated.namesBeside.isEmpty
      && restated.namesBeside.allSatisfy { name in original.namesBeside.contains { abbreviation.agree($0, name) } }
  }

  /// Whether a speaker is none of those whom the paragraph names before words that a pronoun is said to speak: "he says".
  private func isOtherThanAnybodyNear(_ quotation: Quotation, _ speaker: [String]) -> Bool {
    let passage = baseline.passage
    let block = passage.sentences[quotation.sentence].block
    guard mayBeSearched, let first = passage.tokensOfBlock[block].first.map({ passage.sentenceOfToken[$0] }),
      first < quotation.sentence
    else { return false }
    let near = (first..<quotation.sentence).flatMap { baseline.names[baseline.namesOfSentence[$0]] }.map(\.words)
    let own = baseline.names[baseline.namesOfSentence[quotation.sentence]].map(\.words)
    return !near.isEmpty && !(near + own).contains { passage.abbreviation.agree($0, speaker) }
      && baseline.names.contains { passage.abbreviation.agree($0.words, speaker) }
  }

  /// Whether somebody whom the baseline knows nothing of stands beside the words, and nobody who stood there before.
  private func isTakenByStranger(_ original: Quotation, _ restated: Quotation) -> Bool {
    let abbreviation = baseline.passage.abbreviation
    let before = named(beside: original, in: baseline)
    let after = named(beside: restated, in: candidate)
    guard !before.isEmpty, !after.isEmpty,
      !after.contains(where: { name in before.contains { abbreviation.agree($0, name) } })
    else { return false }
    let known = NameTable(baseline)
    return after.allSatisfy { !known.mentions($0) }
  }

  /// Who is named as speaker, or else in the sentence around the words.
  private func named(beside quotation: Quotation, in sheet: FactSheet) -> [[String]] {
    if quotation.isSpeakerNamed { return [quotation.speaker] }
    return sheet.namesOfSentence[quotation.sentence].map { sheet.names[$0] }
      .filter { !quotation.tokens.overlaps($0.tokens) }.map(\.words)
  }

  /// Dice's coefficient over the words, 0 to 100.
  private static func likeness(_ a: [String], _ b: [String]) -> Int {
    var counts: [String: Int] = [:]
    for word in a { counts[word, default: 0] += 1 }
    var shared = 0
    for word in b where counts[word, default: 0] > 0 {
      counts[word, default: 0] -= 1
      shared += 1
    }
    return 200 * shared / max(1, a.count + b.count)
  }

  /// Whether `part` is `whole` with words left out at the ends or in one place, which an ellipsis would mark.
  ///
  /// - Parameter gaps: before which words of `part` an ellipsis stands for words left out; `nil`: anywhere.
  static func isPart(_ part: [String], of whole: [String], gaps: Set<Int>? = nil) -> Bool {
    guard !part.isEmpty, part.count < whole.count else { return false }
    let head = zip(part, whole).prefix { $0 == $1 }.count
    let tail = zip(part.reversed(), whole.reversed()).prefix { $0 == $1 }.count
    if head + tail >= part.count {
      guard head < part.count, tail < part.count else { return true }
      // Where a word is repeated, the cut may be at several places.
      let cuts = part.count - tail...head
      return head >= 3 && tail >= 3 && gaps.map { !$0.isDisjoint(with: cuts) } ?? true
    }
    return (0...whole.count - part.count).contains { whole[$0..<$0 + part.count].elementsEqual(part) }
  }

  /// Whether the words stand one after the other in the text, marks aside.
  static func stands(_ words: [String], in sheet: FactSheet) -> Bool {
    let passage = sheet.passage
    var numbers: [Int] = []
    numbers.reserveCapacity(words.count)
    for word in words {
      guard let number = passage.words.number(of: word) else { return false }
      numbers.append(number)
    }
    guard let first = numbers.first else { return true }
    let known = passage.words.ofToken
    for start in known.indices where known[start] == first {
      var index = start
      var matched = 0
      while index < known.count, matched < numbers.count {
        if passage.tokens[index].kind != .mark {
          guard known[index] == numbers[matched] else { break }
          matched += 1
        }
        index += 1
      }
      if matched == numbers.count { return true }
    }
    return false
  }
}
