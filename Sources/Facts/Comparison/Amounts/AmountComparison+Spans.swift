import Languages

/// Spans of time that are told by the unit alone: « un semestre » for « 6 mois », "a decade" for "ten years".
///
/// "A year" is no figure to a reader, who would miss none where "a" stands; but it can stand for one.
extension AmountComparison {
  /// Whether the counterparts of the fact's sentence, or a sentence beside them, tell the same span by one unit.
  func isOneSpan(_ fact: Fact, of own: FactSheet, near links: [FactAlignment.Link], in sheet: FactSheet) -> Bool {
    guard let period = fact.figure.flatMap({ Period($0) }) else { return false }
    let near = links.flatMap { [$0.sentence - 1, $0.sentence, $0.sentence + 1] }
      .filter(sheet.passage.sentences.indices.contains)
    // A unit of another length says how long it is: « le semestre à venir » for « les six mois à venir ».
    let isNamed = links.contains { link in
      sheet.periods(ofSentence: link.sentence).contains { mention in
        !mention.isFact && !mention.isRate && mention.period == period && fact.figure?.value != .one
      }
    }
    return isNamed || near.contains { hasOne(of: period, $0, in: sheet) }
      || own.isRate(fact)
        && near.contains { sentence in
          sheet.periods(ofSentence: sentence).contains { !$0.isFact && $0.period == period }
        }
  }

  /// Whether a sentence tells the period as one of its unit: "in one week", « en une seule semaine ».
  private func hasOne(of period: Period, _ sentence: Int, in sheet: FactSheet) -> Bool {
    let numbers = NumberReader(sheet.passage.pack)
    let tokens = sheet.passage.sentences[sentence].tokens
    return tokens.dropLast().contains { index in
      let isOne = numbers.number(in: sheet.passage.tokens, at: index)?.value == .one
      return isOne
        && [index + 1, index + 2].contains { place in
          guard let match = sheet.passage.pack.units.match(sheet.passage.tokens, at: place) else { return false }
          return place + match.count <= tokens.upperBound && Period(match.value) == period
        }
    }
  }

  /// Whether the facts state both ends of the range, each for itself: « de 12 à 15 % », then « de 12 %… à 15 % ».
  ///
  /// « de 15 à 12 % » is a fall, and no range told otherwise.
  func isSpread(_ range: Fact, over facts: [Fact], _ index: AmountIndex) -> Bool {
    if case .date(let start, let end?) = range.value {
      let near = index.facts(near: range)
      return [start, end].allSatisfy { edge in near.contains { facts[$0].value == .date(edge, until: nil) } }
    }
    guard let ends = range.figure?.ends, let lower = ends.first, let upper = ends.last else { return false }
    let near = index.facts(near: range).filter { facts[$0].figure?.upper == nil }
    let tops = near.filter { facts[$0].figure.map { isTop($0, upper) } == true }
    return near.contains { bottom in
      facts[bottom].figure?.relation(to: lower) == .same
        && tops.contains { $0 > bottom || facts[$0].sentence != facts[bottom].sentence }
    }
  }

  /// Whether an amount is the upper end of a range, whose unit may stand with the lower one: "at least 12 hours, at most 18".
  func isTop(_ figure: Figure, _ upper: Figure) -> Bool {
    let relation = figure.relation(to: upper)
    return relation == .same || relation == .otherUnit && figure.unit == nil && figure.comparator?.side == -1
  }

  /// The candidate's range whose ends the baseline states one by one, this fact being one: « 310… Elle en reçoit désormais 620 ».
  func range(over fact: Int) -> Int? {
    candidateIndex.facts(near: baseline.facts[fact]).first { index in
      isEnd(baseline.facts[fact], of: candidate.facts[index])
        && isSpread(candidate.facts[index], over: baseline.facts, baselineIndex)
    }
  }
}
