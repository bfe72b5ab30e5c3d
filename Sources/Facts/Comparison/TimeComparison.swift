import Languages

/// Compares what sentences say of time beside their dates and amounts: how often, in what span, before or after what.
struct TimeComparison {
  let baseline: FactSheet
  let candidate: FactSheet
  let alignment: FactAlignment

  /// Sentences less alike than this may speak of time for themselves.
  private static let leastForSure = 40

  /// The changes that are none of the known ones.
  func changes(besides known: [ClaimChange]) -> [ClaimChange] {
    var result: [ClaimChange] = []
    for (sentence, links) in alignment.ofBaseline.enumerated() {
      guard let link = links.first, link.similarity < 100, baseline.passage.sentences[sentence].role != .heading
      else { continue }
      let found = [changedPeriod(in: sentence, link), changedRank(in: sentence, links)].compactMap(\.self)
      result += (found + turnedSides(in: sentence, links)).filter { change in
        !(known + result).contains { $0.kind == change.kind && $0.baseline.overlaps(change.baseline) }
      }
    }
    return result
  }

  // MARK: Periods

  /// The one period that is told of nowhere near any more, for which one came that was told of nowhere near.
  private func changedPeriod(in sentence: Int, _ link: FactAlignment.Link) -> ClaimChange? {
    let mine = baseline.periods(ofSentence: sentence)
    guard !mine.isEmpty else { return nil }
    let theirs = candidate.periods(ofSentence: link.sentence)
    guard !theirs.isEmpty else { return nil }
    let gone = Self.only(mine, missingFrom: theirs) {
      self.periods(near: alignment.ofBaseline[sentence], in: candidate)
    }
    let come = Self.only(theirs, missingFrom: mine) {
      self.periods(near: alignment.ofCandidate[link.sentence], in: baseline)
    }
    // What became of amounts is found where amounts are compared.
    guard let gone, let come, !(gone.isFact && come.isFact) else { return nil }
    return ClaimChange(kind: .scopeChanged, baseline: gone.tokens, candidate: come.tokens)
      .sure(link.similarity >= Self.leastForSure)
  }

  /// The only period of a sentence that the other version does not speak of; `nil` where there are several, or none.
  private static func only(
    _ mentions: [FactSheet.PeriodMention], missingFrom others: [FactSheet.PeriodMention],
    _ near: () -> Set<Period>
  ) -> FactSheet.PeriodMention? {
    let here = Set(others.map(\.period))
    let missing = mentions.filter { !here.contains($0.period) }
    guard let first = missing.first, missing.allSatisfy({ $0.period == first.period }) else { return nil }
    return near().contains(first.period) ? nil : first
  }

  /// The periods that counterparts of a sentence, and the sentences beside them, speak of.
  private func periods(near links: [FactAlignment.Link], in sheet: FactSheet) -> Set<Period> {
    let sentences = Set(links.flatMap { $0.sentence - 1...$0.sentence + 1 })
    return Set(
      sentences.filter(sheet.passage.sentences.indices.contains).flatMap { sheet.periods(ofSentence: $0).map(\.period) }
    )
  }

  // MARK: Before and after

  /// Which side of a date or an event is meant, or which part of it.
  private enum Side: Hashable {
    case before, after, start, middle, end

    /// Whether one can be told in the place of the other: the start and the end of a month, before and after a day.
    func opposes(_ other: Side) -> Bool {
      let isOfSpan = { (side: Side) in side != .before && side != .after }
      return self != other && isOfSpan(self) == isOfSpan(other)
    }
  }

  /// Words that place something before or after a date or a name, where the candidate has words of the other side before it.
  private func turnedSides(in sentence: Int, _ links: [FactAlignment.Link]) -> [ClaimChange] {
    let facts = baseline.facts[baseline.factsOfSentence[sentence]].filter { $0.date != nil }
    let names = baseline.names[baseline.namesOfSentence[sentence]]
    guard !(facts.isEmpty && names.isEmpty) else { return [] }
    let places = links.map(\.sentence)
    let ofDates = facts.compactMap { fact in
      side(before: fact.tokens.lowerBound, in: baseline).flatMap { side in
        turn(
          side,
          at: places.flatMap { candidate.facts[candidate.factsOfSentence[$0]] }.filter {
            $0.value == fact.value
          }.map(\.tokens))
      }
    }
    let ofNames = names.compactMap { name in
      side(before: name.tokens.lowerBound, in: baseline).flatMap { side in
        turn(
          side,
          at: places.flatMap { candidate.names[candidate.namesOfSentence[$0]] }.filter {
            $0.words == name.words
          }.map(\.tokens))
      }
    }
    return ofDates + ofNames
  }

  private func turn(_ side: (value: Side, tokens: Range<Int>), at places: [Range<Int>]) -> ClaimChange? {
    let others = places.compactMap { self.side(before: $0.lowerBound, in: candidate) }
    guard let other = others.first, others.allSatisfy({ $0.value.opposes(side.value) }) else { return nil }
    return ClaimChange(kind: .scopeChanged, baseline: side.tokens, candidate: other.tokens)
  }

  /// The words right before a date or a name that say on which side of it something is, small words and units between left out.
  private func side(before token: Int, in sheet: FactSheet) -> (value: Side, tokens: Range<Int>)? {
    let passage = sheet.passage
    let start = passage.sentences[passage.sentenceOfToken[token]].tokens.lowerBound
    for index in (max(start, token - Self.farthestSide)..<max(start, token)).reversed() {
      guard passage.tokens[index].kind == .word else { return nil }
      // The longest phrase that holds the word tells: "the day before".
      for first in max(start, index - Self.longestSide)...index {
        if let match = passage.pack.scopes.match(passage.tokens, at: first), first + match.count > index,
          let side = Self.sides[match.value]
        {
          return (side, first..<first + match.count)
        }
      }
      guard passage.stems[index].isEmpty || passage.pack.units.match(passage.tokens, at: index) != nil else {
        return nil
      }
    }
    return nil
  }

  private static let farthestSide = 5
  private static let longestSide = 3

  private static let sides: [String: Side] = [
    "order.before": .before, "bound.until": .before, "day.yesterday": .before, "day.before": .before,
    "order.after": .after, "bound.from": .after, "day.tomorrow": .after, "day.after": .after, "part.start": .start,
    "part.middle": .middle, "part.end": .end,
  ]
}
