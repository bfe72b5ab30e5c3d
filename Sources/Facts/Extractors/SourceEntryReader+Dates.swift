import Languages

/// When a source was published, and when it was looked up.
extension SourceEntryReader {
  /// The dates that tokens state, in their order.
  func dates(in tokens: [Token]) -> [PartialDate] { places(ofDatesIn: tokens).map(\.date) }

  /// The dates of an entry's lines outside its addresses; apart those behind "accessed", « consulté le ».
  func mentionedDates(in lines: [Range<Int>]) -> (published: [PartialDate], accessed: [PartialDate]) {
    var published: [PartialDate] = []
    var accessed: [PartialDate] = []
    for line in lines {
      let words = tokens[line].filter { $0.kind != .address }
      for (date, start) in places(ofDatesIn: words) {
        if isLookup(start, in: words) { accessed.append(date) } else { published.append(date) }
      }
    }
    return (published, accessed)
  }

  /// The date that begins with a token of the entry, in any order: « (2026, 3 mars) », "(2026, March 3)".
  func date(at index: Int) -> PartialDate? { reading(in: tokens, at: index)?.date }

  private func reading(in tokens: [Token], at index: Int) -> (date: PartialDate, tokens: Range<Int>)? {
    let reader = DateReader(pack)
    guard let first = reader.date(in: tokens, at: index), !first.tokens.isEmpty else { return nil }
    let comma = first.tokens.upperBound
    guard first.date.isYear, comma + 1 < tokens.count, tokens[comma].isCharacter(","),
      let day = reader.date(in: tokens, at: comma + 1), day.date.year == nil, day.date.month != nil,
      day.tokens.lowerBound == comma + 1
    else { return (first.date, first.tokens) }
    var date = day.date
    date.year = first.date.year
    return (date, first.tokens.lowerBound..<day.tokens.upperBound)
  }

  private func places(ofDatesIn tokens: [Token]) -> [(date: PartialDate, start: Int)] {
    var result: [(date: PartialDate, start: Int)] = []
    var index = 0
    while index < tokens.count {
      if let reading = reading(in: tokens, at: index) {
        result.append((reading.date, reading.tokens.lowerBound))
        index = max(index + 1, reading.tokens.upperBound)
      } else {
        index += 1
      }
    }
    return result
  }

  /// Whether the words in front of a date say that the source was looked up then.
  private func isLookup(_ date: Int, in tokens: [Token]) -> Bool {
    let end = date > 0 && tokens[date - 1].isCharacter(":") ? date - 1 : date
    return (max(0, end - Self.longestLookup)..<end).contains { start in
      pack.sourceFields.match(tokens, at: start).map {
        // « consulté le 3 mars »: the article may be taken for the date's.
        $0.value == .accessed && (start + $0.count == end || start + $0.count == date + 1)
      } ?? false
    }
  }

  /// « date de consultation »: in words.
  private static let longestLookup = 3
}
