/// A date as it was read from a text.
package struct DateReading: Sendable {
  package let date: PartialDate
  package let tokens: Range<Int>
  /// The last day, month or year of a span: « du 3 au 5 mai 2025 », `2019-2024`.
  package let endDate: PartialDate?
  /// Whether all that is there is four digits that can be a year.
  package let isBareYear: Bool
}

/// Reads dates in digits and words.
package struct DateReader: Sendable {
  let vocabulary: DateVocabulary

  package init(_ pack: LanguagePack) {
    vocabulary = pack.dates
  }

  /// Returns the date that starts at the token `index`, as long as it goes; `nil` when none does.
  package func date(in tokens: [Token], at index: Int) -> DateReading? {
    guard index >= 0, index < tokens.count, tokens[index].kind == .digits, tokens[index].range.count == 4,
      let year = Int(tokens[index].folded), (1800...2100).contains(year)
    else { return nil }
    return DateReading(date: PartialDate(year: year), tokens: index..<index + 1, endDate: nil, isBareYear: true)
  }
}

struct DateVocabulary: Sendable {
  init(_ tables: inout PackTables) {}
}
