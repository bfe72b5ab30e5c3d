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
      || isRate(fact, in: own)
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

  /// Whether the amount says how often something is: "every two weeks", « tous les six mois ».
  private func isRate(_ fact: Fact, in sheet: FactSheet) -> Bool {
    let start = sheet.passage.sentences[fact.sentence].tokens.lowerBound
    return [1, 2].contains { length in
      let first = fact.tokens.lowerBound - length
      guard first >= start, let match = sheet.passage.pack.quantifiers.match(sheet.passage.tokens, at: first) else {
        return false
      }
      return match.value == .all && match.count <= length
    }
  }
}
