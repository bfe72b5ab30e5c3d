import Languages
import Manuscripts

/// Amounts that count others, and amounts of which a word beside them says what they count.
extension AmountComparison {
  /// Whether both count what one word calls, right behind them: « deuxième cause », « première cause ».
  func countsSame(_ restated: Fact, as original: Fact) -> Bool {
    guard let mine = restated.figure, let theirs = original.figure, mine.kind == .count, theirs.kind == .count,
      let counted = counted(by: original, in: baseline)
    else { return false }
    return counted == self.counted(by: restated, in: candidate)
  }

  /// The word right behind a count, small words left out.
  private func counted(by fact: Fact, in sheet: FactSheet) -> String? {
    let passage = sheet.passage
    let end = min(passage.sentences[fact.sentence].tokens.upperBound, fact.tokens.upperBound + 2)
    for index in fact.tokens.upperBound..<max(fact.tokens.upperBound, end) {
      guard passage.tokens[index].kind == .word else { return nil }
      if !passage.stems[index].isEmpty { return passage.stems[index] }
    }
    return nil
  }

  /// Whether the candidate adds up ones that stand together: "1 low and 1 high" as "two".
  func isSummedUp(_ original: Fact, by restated: Fact) -> Bool {
    original.figure?.value == .one && original.figure?.kind == .count && isSum(restated)
  }

  /// Whether a one is part of a sum that the candidate tells.
  func isInSum(_ fact: Fact) -> Bool {
    alignment.ofBaseline[fact.sentence].contains { link in
      candidate.facts[candidate.factsOfSentence[link.sentence]].contains { isSummedUp(fact, by: $0) }
    }
  }

  /// Whether a bare number is the day of a date of the baseline: « Mars 2012 : le 5… » for « 5 mars 2012 ».
  func isDayOfDate(_ fact: Fact) -> Bool {
    guard let figure = fact.figure, figure.unit == nil, figure.form == .digits, figure.upper == nil,
      figure.value <= ExactNumber(31)
    else { return false }
    return alignment.ofCandidate[fact.sentence].contains { link in
      baseline.facts[baseline.factsOfSentence[link.sentence]].contains { other in
        other.date?.day.map { ExactNumber($0) == figure.value } == true
      }
    }
  }

  /// Whether a count is what counts that stand one after the other in the baseline add up to.
  func isSum(_ fact: Fact) -> Bool {
    guard let figure = fact.figure, figure.kind == .count, figure.upper == nil, !figure.isOrdinal, figure.value > .one
    else { return false }
    let sentences = Set(alignment.ofCandidate[fact.sentence].map(\.sentence))
    return sentences.contains { sentence in
      let counts = baseline.facts[baseline.factsOfSentence[sentence]].prefix(Self.mostCounts).compactMap { fact in
        fact.figure.flatMap { figure in
          figure.kind == .count && !figure.isOrdinal && figure.upper == nil
            ? (value: figure.value, counted: self.counted(by: fact, in: baseline)) : nil
        }
      }
      let counted = self.counted(by: fact, in: candidate)
      return counts.indices.contains { start in
        var sum = counts[start].value
        for end in counts.indices[(start + 1)...] {
          guard let more = sum.adding(counts[end].value), more <= figure.value else { return false }
          sum = more
          // "1 red boat, 1 blue boat" make no two blue boats.
          let alike = counts[start...end].count { $0.counted == counted }
          if sum == figure.value { return alike == 0 || alike == end - start + 1 }
        }
        return false
      }
    }
  }

  private static let mostCounts = 12

  /// Whether a number of quarters or halves is how many of them the baseline names: « deux semestres » for « S1 et S2 2020 ».
  func isCountOfPeriods(_ fact: Fact) -> Bool {
    guard let figure = fact.figure, let unit = figure.unit, unit.dimension == .other("month"), figure.upper == nil
    else { return false }
    let dates = DateReader(baseline.passage.pack)
    return alignment.ofCandidate[fact.sentence].contains { link in
      let words = baseline.passage.sentences[link.sentence].tokens.map { baseline.passage.tokens[$0] }
      let named = Set(words.filter { dates.months(ofPeriod: $0).map { ExactNumber($0) } == unit.factor }.map(\.folded))
      return figure.value == ExactNumber(named.count)
    }
  }

  /// Whether what reads as a share is two numbers that the baseline has for themselves: "20 is included in 22".
  func isOfKnownNumbers(_ fact: Fact) -> Bool {
    let numbers = numbersOfRatio(fact, in: candidate)
    guard !numbers.isEmpty else { return false }
    let known = figuresNear(fact.sentence).filter { $0.unit == nil && $0.upper == nil }.map(\.value)
    return numbers.allSatisfy { known.contains($0.value) }
  }
}

// MARK: None

extension AmountComparison {
  /// Whether a zero is told there as none of what it counts: « aucun bateau », "no boats".
  func isNone(_ fact: Fact, near links: [FactAlignment.Link], in sheet: FactSheet) -> Bool {
    guard let figure = fact.figure, figure.value == .zero, figure.unit == nil, figure.upper == nil else { return false }
    let passage = sheet.passage
    let counted = Set(fact.context.words.map(\.stem))
    let near = Set(links.flatMap { $0.sentence - 1...$0.sentence + 1 }).filter(passage.sentences.indices.contains)
    return near.contains { sentence in
      let bounds = passage.sentences[sentence].tokens
      return bounds.contains { index in
        guard let denial = passage.pack.negations.match(passage.tokens, at: index) else { return false }
        let end = index + denial.count
        return (min(end, bounds.upperBound)..<min(end + Self.farthestCounted, bounds.upperBound))
          .contains { counted.contains(passage.stems[$0]) }
      }
    }
  }

  private static let farthestCounted = 3

  /// The cells beside one in its row.
  func cellsBeside(_ sentence: Int) -> [Int] {
    let sentences = baseline.passage.sentences
    func row(_ sentence: Int) -> [Int]? {
      guard case .tableCell(let table, let row, _) = baseline.passage.tree.blocks[sentences[sentence].block].kind
      else { return nil }
      return [table, row]
    }
    guard let own = row(sentence) else { return [] }
    let near = max(0, sentence - Self.widestRow)..<min(sentences.count, sentence + Self.widestRow + 1)
    return near.filter { $0 != sentence && row($0) == own }
  }

  private static let widestRow = 6

  /// Whether a count is that of the items of a list of the baseline that the sentence tells of.
  func isCountOfItems(_ fact: Fact) -> Bool {
    guard let figure = fact.figure, !figure.isOrdinal, figure.upper == nil, figure.value > .one,
      figure.kind == .count || figure.unit?.dimension == .other("point")
    else { return false }
    // « Ses deux points clés : » leads to its own list.
    if isCount(figure, ofItemsBehind: candidate.passage.sentences[fact.sentence].block, in: candidate) { return true }
    let told = (fact.sentence - 1...fact.sentence + 1).filter(alignment.ofCandidate.indices.contains)
      .flatMap { alignment.ofCandidate[$0] }.map { baseline.passage.sentences[$0.sentence].block }
    return figure.kind == .count && told.contains { isCount(figure, ofItemsBehind: $0, in: baseline) }
  }

  /// Whether there are so many items in the list that a block is in, or leads to.
  private func isCount(_ figure: Figure, ofItemsBehind block: Int, in sheet: FactSheet) -> Bool {
    let blocks = sheet.passage.tree.blocks
    return [block, block + 1].contains { block in
      guard blocks.indices.contains(block), let list = blocks[block].listItem?.list else { return false }
      let items = Set(blocks.lazy.compactMap(\.listItem).filter { $0.list == list }.map(\.item))
      return ExactNumber(items.count) == figure.value
    }
  }
}
