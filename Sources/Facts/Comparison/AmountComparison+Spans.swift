import Languages

/// Spans of time that are told by the unit alone: « un semestre » for « 6 mois », "a decade" for "ten years".
///
/// "A year" is no figure to a reader, who would miss none where "a" stands; but it can stand for one.
extension AmountComparison {
  /// Whether the counterparts of the fact's sentence, or a sentence beside them, tell the same span by one unit.
  func isOneSpan(_ fact: Fact, near links: [FactAlignment.Link], in sheet: FactSheet) -> Bool {
    guard let figure = fact.figure, let unit = figure.unit, figure.upper == nil,
      unit.dimension == .duration || unit.dimension == .other("month")
    else { return false }
    let numbers = NumberReader(sheet.passage.pack)
    return links.flatMap { [$0.sentence - 1, $0.sentence, $0.sentence + 1] }.contains { sentence in
      guard sheet.passage.sentences.indices.contains(sentence) else { return false }
      let tokens = sheet.passage.sentences[sentence].tokens
      return tokens.dropLast().contains { index in
        guard let match = sheet.passage.pack.units.match(sheet.passage.tokens, at: index + 1),
          index + 1 + match.count <= tokens.upperBound, match.value.dimension == unit.dimension,
          match.value.factor == figure.baseValue
        else { return false }
        return numbers.number(in: sheet.passage.tokens, at: index)?.value == .one
      }
    }
  }
}
