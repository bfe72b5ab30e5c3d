import Languages

/// Compares what stands at one place of sentences that stayed around it: a unit without a number, a version, the caution
/// before an amount.
struct EditedWords {
  let baseline: FactSheet
  let candidate: FactSheet
  let alignment: FactAlignment
  let diffs: WordDiffs

  /// Sentences less alike than this tell more than one thing otherwise.
  private static let leastSimilarity = 45

  /// The changes that are none of the known ones.
  func changes(besides known: [ClaimChange]) -> [ClaimChange] {
    guard !alignment.isOneToOne else { return [] }
    var result: [ClaimChange] = []
    for (sentence, links) in alignment.ofBaseline.enumerated() {
      guard let link = links.first, (Self.leastSimilarity..<100).contains(link.similarity) else { continue }
      let found = [
        otherUnit(in: sentence, link), addedRate(in: sentence, link), otherVersion(in: sentence, link),
        lostEstimate(in: sentence, link), otherSign(in: sentence, link),
      ]
      result += found.compactMap(\.self).filter { change in
        !known.contains { other in
          other.isSure && other.kind == change.kind
            && (change.kind == .hedgeRemoved
              ? baseline.passage.sentenceOfToken[other.baseline.lowerBound] == sentence
              : other.baseline.overlaps(change.baseline))
        }
      }
    }
    return result
  }

  /// Whether nothing of a hunk says anything but the words that are held together.
  private func says(_ hunk: WordDiff.Hunk, nothingBut words: Range<Int>, _ others: Range<Int>) -> Bool {
    !hunk.original.contains { !words.contains($0) && baseline.passage.says($0) }
      && !hunk.restated.contains { !others.contains($0) && candidate.passage.says($0) }
  }

  // MARK: Units

  /// A unit that something is counted or paid by, and its words.
  private typealias Measure = (unit: Unit, tokens: Range<Int>)

  /// The unit of "for each kilometre" that became another one, where all that stands beside it stayed.
  private func otherUnit(in sentence: Int, _ link: FactAlignment.Link) -> ClaimChange? {
    let mine = measures(of: baseline, in: sentence)
    guard !mine.isEmpty else { return nil }
    let theirs = measures(of: candidate, in: link.sentence)
    let isSame = { (a: Measure, b: Measure) in
      a.unit.dimension == b.unit.dimension && a.unit.factor == b.unit.factor
    }
    let gone = mine.filter { measure in !theirs.contains { isSame(measure, $0) } }
    let come = theirs.filter { measure in !mine.contains { isSame(measure, $0) } }
    guard let old = gone.first, let new = come.first, gone.count == 1, come.count == 1, keepsAmounts(sentence, link),
      case let diff = diffs[sentence, link.sentence], let number = diff.hunk(ofOriginal: old.tokens),
      number == diff.hunk(ofRestated: new.tokens), says(diff.hunks[number], nothingBut: old.tokens, new.tokens)
    else { return nil }
    return ClaimChange(kind: .scopeChanged, baseline: old.tokens, candidate: new.tokens)
  }

  private func measures(of sheet: FactSheet, in sentence: Int) -> [Measure] {
    let passage = sheet.passage
    let bounds = passage.sentences[sentence].tokens
    let facts = sheet.facts[sheet.factsOfSentence[sentence]]
    var found: [Measure] = []
    for index in bounds where !sheet.isApparatus[index] && index >= found.last?.tokens.upperBound ?? 0 {
      guard let lead = passage.pack.rateLeads.match(passage.tokens, at: index),
        lead.value == .alone || facts.contains(where: { $0.tokens.upperBound == index })
      else { continue }
      let start = index + lead.count
      guard start < bounds.upperBound, let match = passage.pack.units.match(passage.tokens, at: start),
        start + match.count <= bounds.upperBound, !facts.contains(where: { $0.tokens.contains(start) })
      else { continue }
      found.append((match.value, index..<start + match.count))
    }
    return found
  }

  /// Whether both sentences tell the same amounts: « 2 € le kilo » and « 2 000 € la tonne » come to the same.
  private func keepsAmounts(_ sentence: Int, _ link: FactAlignment.Link) -> Bool {
    let values = { (sheet: FactSheet, sentence: Int) in
      Set(sheet.facts[sheet.factsOfSentence[sentence]].lazy.filter { !$0.isIncidental }.map(\.value))
    }
    return values(baseline, sentence) == values(candidate, link.sentence)
  }

  /// What an amount is now paid or counted by, where that is all that came: "a fine of $500", "a fine of $500 per boat".
  private func addedRate(in sentence: Int, _ link: FactAlignment.Link) -> ClaimChange? {
    let facts = candidate.facts[candidate.factsOfSentence[link.sentence]].filter { $0.figure?.unit != nil }
    guard !facts.isEmpty, case let diff = diffs[sentence, link.sentence] else { return nil }
    let telling = diff.hunks.filter { hunk in
      hunk.original.contains(where: baseline.passage.says) || hunk.restated.contains(where: candidate.passage.says)
    }
    let passage = candidate.passage
    guard telling.count == 1, let hunk = telling.first, hunk.original.isEmpty, hunk.restated.count <= Self.longestRate,
      let lead = passage.pack.rateLeads.match(passage.tokens, at: hunk.restated.lowerBound), lead.value == .alone,
      passage.pack.prepositions.match(passage.tokens, at: hunk.restated.lowerBound)?.value != "to",
      case let start = hunk.restated.lowerBound + lead.count, hunk.restated.upperBound == start + 1,
      // « Par virement » tells how; what is counted is spoken of elsewhere, too.
      passage.isOfMatter(start), !passage.tokens[start].isCapitalized,
      baseline.passage.stems.numbers.known(passage.stems[start]) != nil,
      let fact = facts.last(where: { $0.tokens.upperBound <= hunk.restated.lowerBound }),
      case let between = fact.tokens.upperBound..<hunk.restated.lowerBound, between.count <= Self.farthestRate,
      between.allSatisfy({ passage.tokens[$0].kind == .word || passage.tokens[$0].isCharacter("'") }),
      !isRated(passage.stems[start], near: sentence)
    else { return nil }
    return ClaimChange(
      kind: .scopeChanged, baseline: baseline.passage.sentences[sentence].tokens,
      candidate: fact.tokens.lowerBound..<hunk.restated.upperBound)
  }

  /// Whether a sentence of the baseline or one beside it counts something by that word.
  private func isRated(_ stem: String, near sentence: Int) -> Bool {
    let passage = baseline.passage
    return (sentence - 1...sentence + 1).clamped(to: 0...passage.sentences.count - 1).contains { place in
      passage.sentences[place].tokens.dropFirst().contains { token in
        passage.stems[token] == stem && passage.pack.rateLeads.match(passage.tokens, at: token - 1)?.value == .alone
      }
    }
  }

  private static let longestRate = 3
  private static let farthestRate = 3

  // MARK: Signs

  /// An amount whose sign was turned while all words that tell which way something moves stayed: "+3 %", "-3 %".
  private func otherSign(in sentence: Int, _ link: FactAlignment.Link) -> ClaimChange? {
    let mine = baseline.facts[baseline.factsOfSentence[sentence]].filter { sign(of: $0, in: baseline) != nil }
    guard !mine.isEmpty, moves(of: baseline, in: sentence) == moves(of: candidate, in: link.sentence) else {
      return nil
    }
    let others = candidate.facts[candidate.factsOfSentence[link.sentence]]
    for fact in mine {
      guard let figure = fact.figure, let sign = sign(of: fact, in: baseline) else { continue }
      let turned = others.filter { other in
        self.sign(of: other, in: candidate).map { $0 != sign } == true && other.figure?.unit == figure.unit
          && other.figure.map { ExactNumber.zero.subtracting($0.value) == figure.value } == true
      }
      if turned.count == 1, let other = turned.first, !others.contains(where: { $0.figure?.value == figure.value }) {
        return ClaimChange(kind: .directionFlipped, baseline: fact.tokens, candidate: other.tokens)
      }
    }
    return nil
  }

  /// The sign that is written before an amount.
  private func sign(of fact: Fact, in sheet: FactSheet) -> Bool? {
    guard fact.figure != nil, let first = fact.tokens.first else { return nil }
    let mark = sheet.passage.tokens[first]
    return mark.isCharacter("-") ? false : mark.isCharacter("+") ? true : nil
  }

  /// Which way the words of a sentence say that something moves.
  private func moves(of sheet: FactSheet, in sentence: Int) -> [Direction] {
    let passage = sheet.passage
    return passage.sentences[sentence].tokens.compactMap {
      passage.pack.directions.match(passage.tokens, at: $0)?.value
    }
  }

  // MARK: Versions

  /// A version that is written in one word, and its tokens.
  private typealias Version = (number: [UInt8], token: Int)

  /// The one version of a sentence that became another one: "v22", "v24".
  private func otherVersion(in sentence: Int, _ link: FactAlignment.Link) -> ClaimChange? {
    let mine = versions(of: baseline, in: sentence...sentence)
    guard !mine.isEmpty else { return nil }
    let theirs = versions(of: candidate, in: link.sentence...link.sentence)
    let near = versions(of: candidate, in: link.sentence - 1...link.sentence + 1)
    let before = versions(of: baseline, in: sentence - 1...sentence + 1)
    let gone = mine.filter { version in !near.contains { $0.number == version.number } }
    let come = theirs.filter { version in !before.contains { $0.number == version.number } }
    guard let old = gone.first, let new = come.first, gone.allSatisfy({ $0.number == old.number }),
      come.allSatisfy({ $0.number == new.number })
    else { return nil }
    return ClaimChange(
      kind: .scopeChanged, baseline: old.token..<old.token + 1, candidate: new.token..<new.token + 1)
  }

  private func versions(of sheet: FactSheet, in sentences: ClosedRange<Int>) -> [Version] {
    let passage = sheet.passage
    return sentences.clamped(to: 0...max(0, passage.sentences.count - 1)).flatMap { sentence in
      passage.sentences[sentence].tokens.compactMap { index in
        let token = passage.tokens[index]
        guard token.kind == .word, !sheet.isApparatus[index], let version = GluedVersion(token.folded) else {
          return nil
        }
        return (version.number, index)
      }
    }
  }

  // MARK: Estimates

  /// The word that makes an estimate of an amount, where the amount is told without one and all else stayed.
  private func lostEstimate(in sentence: Int, _ link: FactAlignment.Link) -> ClaimChange? {
    let passage = baseline.passage
    let facts = baseline.facts[baseline.factsOfSentence[sentence]].filter { $0.figure != nil && !$0.isIncidental }
    guard !facts.isEmpty, let estimate = estimate(beside: facts, in: sentence) else { return nil }
    let others = candidate.facts[candidate.factsOfSentence[link.sentence]]
    guard let twin = others.first(where: { isSameAmount($0, estimate.fact) }),
      case let diff = diffs[sentence, link.sentence], !isCautious(link.sentence, twin, diff),
      // "Can go up to" says as much as "can rise to".
      passage.pack.modals.match(passage.tokens, at: estimate.words.lowerBound) == nil
        || diff.place(ofOriginal: estimate.words.lowerBound) == nil,
      let number = estimate.words.lazy.compactMap({ diff.hunk(ofOriginal: $0..<$0 + 1) }).first
    else { return nil }
    // Told in other words, more may have been meant by them.
    let isEdited = diff.hunks.indices.allSatisfy { index in
      let hunk = diff.hunks[index]
      let gone = hunk.original.count { !estimate.words.contains($0) && baseline.passage.says($0) }
      let come = hunk.restated.count { candidate.passage.says($0) }
      return index == number ? max(gone, come) <= Self.mostVerbs : gone + come == 0
    }
    guard isEdited, passage.sentences[sentence].isQuestion == candidate.passage.sentences[link.sentence].isQuestion
    else { return nil }
    return ClaimChange(kind: .hedgeRemoved, baseline: estimate.words, candidate: twin.tokens)
  }

  private func isSameAmount(_ fact: Fact, _ other: Fact) -> Bool {
    guard let mine = fact.figure, let theirs = other.figure else { return false }
    return mine.value == theirs.value && mine.upper == theirs.upper && mine.unit == theirs.unit
  }

  /// "May rise to", "reaches".
  private static let mostVerbs = 2

  /// The words that make an estimate of one of the facts, and that fact.
  private func estimate(beside facts: some Sequence<Fact>, in sentence: Int) -> (words: Range<Int>, fact: Fact)? {
    let passage = baseline.passage
    for index in passage.sentences[sentence].tokens where !baseline.isApparatus[index] {
      guard let count = cautionCount(at: index) else { continue }
      let words = index..<index + count
      let near = facts.first { fact in
        let between =
          fact.tokens.lowerBound >= words.upperBound
          ? words.upperBound..<fact.tokens.lowerBound
          : fact.tokens.upperBound..<max(fact.tokens.upperBound, words.lowerBound)
        return between.count <= Self.farthestEstimate
      }
      if let near { return (words, near) }
    }
    return nil
  }

  private static let farthestEstimate = 4

  /// How many words make an estimate there: one of the list, or "can" before a verb by which an amount moves.
  private func cautionCount(at index: Int) -> Int? {
    let (tokens, pack) = (baseline.passage.tokens, baseline.passage.pack)
    if let match = pack.estimates.match(tokens, at: index) { return match.count }
    guard let modal = pack.modals.match(tokens, at: index), modal.value == "can", index + modal.count < tokens.count,
      let move = pack.directions.match(tokens, at: index + modal.count), move.value != .stable
    else { return nil }
    return modal.count + move.count
  }

  /// Whether the candidate's sentence says with care what the amount is.
  private func isCautious(_ sentence: Int, _ fact: Fact, _ diff: WordDiff) -> Bool {
    let (passage, pack) = (candidate.passage, candidate.passage.pack)
    if fact.figure?.comparator == .about || fact.figure?.comparator == .nearly { return true }
    return passage.sentences[sentence].tokens.contains { pack.estimates.match(passage.tokens, at: $0) != nil }
      || diff.hunks.contains { hunk in
        hunk.restated.contains { pack.hedges.match(passage.tokens, at: $0).map { $0.value != .certain } ?? false }
      }
  }
}
