/// A date as it was read from a text.
package struct DateReading: Sendable {
  package let date: PartialDate
  package let tokens: Range<Int>
  /// The last year of a span: `2019-2024`.
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
    guard index >= 0, index < tokens.count else { return nil }
    switch tokens[index].kind {
    case .digits: return numeric(tokens, index) ?? dayFirst(tokens, index) ?? year(tokens, index)
    case .word: return monthFirst(tokens, index) ?? quarter(tokens, index)
    case .mark, .address: return nil
    }
  }

  // MARK: Shapes

  /// `24/06/2025`, `2025-06-24`; of two readings the one in the order of the language wins.
  private func numeric(_ tokens: [Token], _ index: Int) -> DateReading? {
    guard index + 4 < tokens.count, let first = number(tokens[index]), let second = number(tokens[index + 2]),
      let third = number(tokens[index + 4])
    else { return nil }
    let mark = tokens[index + 1].folded
    guard ["/", "-", "."].contains(mark), tokens[index + 3].folded == mark,
      (1...4).allSatisfy({ tokens[index + $0].gap == .none })
    else { return nil }
    let orders: [PartialDate]
    if tokens[index].range.count == 4 {
      orders = [PartialDate(year: first, month: second, day: third)]
    } else {
      guard tokens[index + 4].range.count == 4 else { return nil }
      let dayFirst = PartialDate(year: third, month: second, day: first)
      let monthFirst = PartialDate(year: third, month: first, day: second)
      orders = vocabulary.isMonthFirst ? [monthFirst, dayFirst] : [dayFirst, monthFirst]
    }
    guard let date = orders.first(where: { Self.isYear($0.year) && $0.isPossible }) else { return nil }
    return DateReading(date: date, tokens: index..<index + 5, endDate: nil, isBareYear: false)
  }

  /// « 24 juin 2025 », « 1er août », "24th of June".
  private func dayFirst(_ tokens: [Token], _ index: Int) -> DateReading? {
    guard let day = number(tokens[index]), (1...31).contains(day), tokens[index].range.count <= 2 else { return nil }
    var next = index + 1
    // The ending of an ordinal is glued to its digits.
    if next < tokens.count, tokens[next].kind == .word, tokens[next].gap == .none, tokens[next].range.count <= 3 {
      next += 1
    }
    if next + 1 < tokens.count, vocabulary.joiners.contains(tokens[next].folded) { next += 1 }
    guard next < tokens.count, let month = vocabulary.month(tokens[next]) else { return nil }
    next = end(ofAbbreviation: next, tokens)
    return reading(from: index, tokens, next, month: month, day: day)
  }

  /// "June 24, 2025", « juin 2025 », « juin ».
  private func monthFirst(_ tokens: [Token], _ index: Int) -> DateReading? {
    guard let month = vocabulary.month(tokens[index]) else { return nil }
    var next = end(ofAbbreviation: index, tokens)
    if next < tokens.count, let day = number(tokens[next]), (1...31).contains(day), tokens[next].range.count <= 2,
      vocabulary.isMonthFirst
    {
      next += 1
      if next < tokens.count, tokens[next].kind == .word, tokens[next].gap == .none, tokens[next].range.count <= 3 {
        next += 1
      }
      return reading(from: index, tokens, next, month: month, day: day)
    }
    guard let reading = reading(from: index, tokens, next, month: month, day: nil) else { return nil }
    // Alone, a word that is also another one is no month.
    let isAlone = reading.date.year == nil
    if isAlone,
      vocabulary.ambiguous.contains(tokens[index].folded) || (vocabulary.areCapitalized && !tokens[index].isCapitalized)
    {
      return nil
    }
    return isAlone && vocabulary.isAbbreviation(tokens[index]) ? nil : reading
  }

  /// `Q2 2025`, « T2 2025 ».
  private func quarter(_ tokens: [Token], _ index: Int) -> DateReading? {
    let word = tokens[index].folded
    guard word.utf8.count == 2, let letter = word.first, let digit = word.last?.wholeNumberValue,
      index + 1 < tokens.count, let year = number(tokens[index + 1]), Self.isYear(year),
      tokens[index + 1].range.count == 4
    else { return nil }
    let date: PartialDate
    if vocabulary.quarterLetters.contains(String(letter)), (1...4).contains(digit) {
      date = PartialDate(year: year, quarter: digit)
    } else if vocabulary.halfLetters.contains(String(letter)), (1...2).contains(digit) {
      date = PartialDate(year: year, half: digit)
    } else {
      return nil
    }
    return DateReading(date: date, tokens: index..<index + 2, endDate: nil, isBareYear: false)
  }

  /// `2024`, `2019-2024`, `2010s`.
  private func year(_ tokens: [Token], _ index: Int) -> DateReading? {
    guard tokens[index].range.count == 4, let year = number(tokens[index]), Self.isYear(year) else { return nil }
    let next = index + 1
    if next < tokens.count, tokens[next].gap == .none, tokens[next].folded == "s" {
      let date = PartialDate(year: year / 10 * 10, isDecade: true)
      return DateReading(date: date, tokens: index..<next + 1, endDate: nil, isBareYear: false)
    }
    if next + 1 < tokens.count, tokens[next].folded == "-", tokens[next + 1].range.count == 4,
      let last = number(tokens[next + 1]), Self.isYear(last), last > year
    {
      return DateReading(
        date: PartialDate(year: year), tokens: index..<next + 2, endDate: PartialDate(year: last), isBareYear: false)
    }
    return DateReading(date: PartialDate(year: year), tokens: index..<next, endDate: nil, isBareYear: true)
  }

  // MARK: Parts

  private func reading(from index: Int, _ tokens: [Token], _ next: Int, month: Int, day: Int?) -> DateReading? {
    var next = next
    var year: Int?
    var candidate = next
    if candidate < tokens.count,
      tokens[candidate].folded == "," || vocabulary.joiners.contains(tokens[candidate].folded)
    {
      candidate += 1
    }
    if candidate < tokens.count, tokens[candidate].range.count == 4, let number = number(tokens[candidate]),
      Self.isYear(number)
    {
      year = number
      next = candidate + 1
    }
    let date = PartialDate(year: year, month: month, day: day)
    guard date.isPossible else { return nil }
    return DateReading(date: date, tokens: index..<next, endDate: nil, isBareYear: false)
  }

  /// An abbreviated month may end on a point.
  private func end(ofAbbreviation index: Int, _ tokens: [Token]) -> Int {
    let next = index + 1
    guard vocabulary.isAbbreviation(tokens[index]), next < tokens.count, tokens[next].folded == ".",
      tokens[next].gap == .none
    else { return next }
    return next + 1
  }

  private func number(_ token: Token) -> Int? {
    token.kind == .digits && token.range.count == token.folded.utf8.count ? Int(token.folded) : nil
  }

  private static func isYear(_ year: Int?) -> Bool {
    year.map { (1800...2100).contains($0) } ?? false
  }
}

/// The words of dates in one language.
struct DateVocabulary: Sendable {
  private let months: [String: Int]
  private let abbreviations: [String: Int]
  /// Whether digits put the month before the day.
  let isMonthFirst: Bool
  let areCapitalized: Bool
  /// Months that are also other words.
  let ambiguous: Set<String>
  let joiners: Set<String>
  let quarterLetters: Set<String>
  let halfLetters: Set<String>

  init(_ tables: inout PackTables) {
    let text = tables.text
    func numbered(_ section: String) -> [String: Int] {
      var result: [String: Int] = [:]
      for group in text[section] {
        guard let number = Int(group.name) else { continue }
        for item in group.items {
          for token in WordBreaker.tokens(of: Array(text.text(item).utf8)).prefix(1) { result[token.folded] = number }
        }
      }
      return result
    }
    months = numbered("months")
    abbreviations = numbered("month abbreviations")
    isMonthFirst = text["date order"].flatMap(\.items).map(text.text).contains("month")
    areCapitalized = !text["months are capitalized"].isEmpty
    ambiguous = tables.words("months only beside numbers")
    joiners = tables.words("date joiners")
    quarterLetters = tables.words("quarter letters")
    halfLetters = tables.words("half-year letters")
  }

  func month(_ token: Token) -> Int? { months[token.folded] ?? abbreviations[token.folded] }

  func isAbbreviation(_ token: Token) -> Bool { months[token.folded] == nil && abbreviations[token.folded] != nil }
}
