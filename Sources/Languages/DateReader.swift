/// A date as it was read from a text.
package struct DateReading: Hashable, Sendable {
  package let date: PartialDate
  package let tokens: Range<Int>
  /// The last day, month or year of a span: « du 3 au 5 mai 2025 », `2019-2024`.
  package let endDate: PartialDate?
  /// Whether all that is there is four digits that can be a year.
  package let isBareYear: Bool

  init(_ date: PartialDate, _ tokens: Range<Int>, endDate: PartialDate? = nil, isBareYear: Bool = false) {
    self.date = date
    self.tokens = tokens
    self.endDate = endDate
    self.isBareYear = isBareYear
  }
}

/// Reads dates in digits and words.
package struct DateReader: Sendable {
  private let vocabulary: DateVocabulary
  private let numbers: NumberReader

  package init(_ pack: LanguagePack) {
    vocabulary = pack.dates
    numbers = NumberReader(pack)
  }

  /// Returns the date that starts at the token `index`, as long as it goes; `nil` when none does.
  ///
  /// Four digits are a year unless something says that they count: a unit or a scale behind them, a currency or `#` in
  /// front, or « emploie 2000 salariés », a round number with nothing before it that leads to a year.
  package func date(in tokens: [Token], at index: Int) -> DateReading? {
    guard index >= 0, index < tokens.count else { return nil }
    switch tokens[index].kind {
    case .digits: return DateScan(tokens: tokens, vocabulary: vocabulary, numbers: numbers).digits(index)
    case .word:
      guard mayStart(tokens[index]) else { return nil }
      return DateScan(tokens: tokens, vocabulary: vocabulary, numbers: numbers).word(index)
    case .mark, .address: return nil
    }
  }

  /// Whether a word is a quarter or a half of a year by its letter and number: `Q2`, `S1`.
  package func isPeriod(_ word: Token) -> Bool { months(ofPeriod: word) != nil }

  /// How many months a quarter or a half of a year has that is given by its letter and number: 3 for `Q2`, 6 for `H1`.
  package func months(ofPeriod word: Token) -> Int? {
    guard word.hash.mayBePeriod else { return nil }
    let letter = String(word.folded.prefix(1))
    if vocabulary.quarterLetters.contains(letter) { return 3 }
    return vocabulary.halfLetters.contains(letter) ? 6 : nil
  }

  /// The month that is named by its full name at `index`, whatever else the word may mean there.
  package func month(in tokens: [Token], at index: Int) -> Int? {
    guard tokens[index].kind == .word, mayStart(tokens[index]) else { return nil }
    return DateScan(tokens: tokens, vocabulary: vocabulary, numbers: numbers).month(index)?.value
  }

  /// Whether a date can start with the token at `index` at all; most words are none that do.
  package func mayStart(_ tokens: [Token], at index: Int) -> Bool {
    switch tokens[index].kind {
    case .digits: true
    case .word: mayStart(tokens[index])
    case .mark, .address: false
    }
  }

  @inline(__always)
  private func mayStart(_ word: Token) -> Bool {
    vocabulary.starters.mayHold(word) || word.hash.startsWithDigit || word.hash.mayBePeriod
  }
}

/// The forms of dates, each tried at one place of one text. Each returns a reading or the part with its end.
struct DateScan {
  let tokens: [Token]
  let vocabulary: DateVocabulary
  let numbers: NumberReader

  typealias Part<Value> = (value: Value, end: Int)

  // MARK: Looking at tokens

  func token(_ index: Int) -> Token? {
    index >= 0 && index < tokens.count ? tokens[index] : nil
  }

  /// The token at `index` when it goes on with the line.
  func following(_ index: Int) -> Token? {
    guard let token = token(index), token.gap != .lineBreak else { return nil }
    return token
  }

  /// The number at `index` when it is written in so many plain digits.
  func plain(_ index: Int, _ lengths: ClosedRange<Int>) -> Int? {
    guard let token = token(index), token.kind == .digits, lengths.contains(token.range.count),
      token.folded.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    return Int(token.folded)
  }

  func year(_ index: Int, in range: ClosedRange<Int> = 1000...2999) -> Int? {
    plain(index, 4...4).flatMap { range.contains($0) ? $0 : nil }
  }

  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    guard let token = following(index) else { return false }
    return token.kind == .mark && token.isCharacter(mark) && token.gap == .none
  }

  func possible(_ date: PartialDate) -> PartialDate? { date.isPossible ? date : nil }

  // MARK: Starting with digits

  func digits(_ index: Int) -> DateReading? {
    if isContinued(index) { return nil }
    if let found = numeric(index) { return found }
    if let found = dayFirst(index) { return found }
    if let found = period(index) { return found }
    return decade(index) ?? years(index)
  }

  /// Whether the digits are the later part of something written in one piece: `x/2025`, `1.5-2025`.
  private func isContinued(_ index: Int) -> Bool {
    guard let token = token(index), token.gap == .none, let before = self.token(index - 1), before.kind == .mark else {
      return false
    }
    return before.isCharacter("/") && before.gap == .none && self.token(index - 2)?.kind == .digits
  }

  /// `2025-06-24` with an optional time, `2025-06`, `24/06/2025`, `24-06-2025`, `2009/10`.
  func numeric(_ index: Int) -> DateReading? {
    guard let mark = following(index + 1), mark.kind == .mark, mark.gap == .none,
      mark.isCharacter("-") || mark.isCharacter("/"),
      let second = following(index + 2), second.gap == .none
    else { return nil }
    let hasThird = isMark(index + 3, mark.isCharacter("-") ? "-" : "/") && following(index + 4)?.gap == Token.Gap.none
    if let year = year(index) {
      guard let month = plain(index + 2, 1...2) else { return nil }
      if hasThird, let day = plain(index + 4, 1...2) {
        return possible(PartialDate(year: year, month: month, day: day)).map {
          DateReading($0, index..<time(index + 5))
        }
      }
      guard !hasThird, plain(index + 2, 2...2) != nil else { return nil }
      // `2009/10` is a season, as `2009-10` is.
      if month == (year + 1) % 100 || mark.isCharacter("-") && month > 12 && month > year % 100 {
        let end = PartialDate(year: year / 100 * 100 + month + (month == 0 ? 100 : 0))
        return DateReading(PartialDate(year: year), index..<index + 3, endDate: end)
      }
      guard mark.isCharacter("-") else { return nil }
      return possible(PartialDate(year: year, month: month)).map { DateReading($0, index..<index + 3) }
    }
    if !hasThird, mark.isCharacter("/"), let year = self.year(index + 2), let month = plain(index, 1...2) {
      return possible(PartialDate(year: year, month: month)).map { DateReading($0, index..<index + 3) }
    }
    if !hasThird, mark.isCharacter("/"), let date = dayOfMonth(index) { return DateReading(date, index..<index + 3) }
    guard hasThird, let first = plain(index, 1...2), let middle = plain(index + 2, 1...2),
      let year = self.year(index + 4) ?? (mark.isCharacter("/") ? plain(index + 4, 2...2).map(Self.century) : nil)
    else { return nil }
    return ordered(first, middle, year).map { DateReading($0, index..<time(index + 5)) }
  }

  /// A day and a month without a year, where a zero in front tells them from a fraction: `14/03`, « 8/09 ».
  private func dayOfMonth(_ index: Int) -> PartialDate? {
    guard let first = plain(index, 1...2), let second = plain(index + 2, 1...2), !isMark(index + 3, "/"),
      [index, index + 2].contains(where: { tokens[$0].range.count == 2 && tokens[$0].folded.hasPrefix("0") }),
      !isMark(index + 3, ".") || following(index + 4)?.gap != Token.Gap.none
    else { return nil }
    return ordered(first, second, nil)
  }

  /// Day and month in the order of the language, in the other when only that is possible.
  func ordered(_ first: Int, _ second: Int, _ year: Int?) -> PartialDate? {
    let dayFirst = possible(PartialDate(year: year, month: second, day: first))
    let monthFirst = possible(PartialDate(year: year, month: first, day: second))
    return vocabulary.isMonthFirst ? monthFirst ?? dayFirst : dayFirst ?? monthFirst
  }

  static func century(_ year: Int) -> Int { year + (year < 70 ? 2000 : 1900) }

  /// The end of a time of day glued to a date: `T20:37:25.232Z`, or after a blank `20:37`.
  private func time(_ index: Int) -> Int {
    var next = index
    if let token = following(index), token.gap == .none, token.isCharacter("t") { next += 1 }
    guard let hours = following(next), hours.kind == .digits, hours.range.count == 2, isMark(next + 1, ":"),
      following(next + 2)?.kind == .digits
    else { return index }
    next += 3
    if isMark(next, ":"), following(next + 1)?.kind == .digits { next += 2 }
    if let zone = following(next), zone.gap == .none {
      if zone.isCharacter("z") { return next + 1 }
      if zone.isCharacter("+") || zone.isCharacter("-"), following(next + 1)?.kind == .digits {
        return isMark(next + 2, ":") && following(next + 3)?.kind == .digits ? next + 4 : next + 2
      }
    }
    return next
  }

  // MARK: Years

  /// A year alone, or two: `2019-2024`, « 2019 à 2024 ».
  private func years(_ index: Int) -> DateReading? {
    guard let first = year(index, in: 1800...2100) else { return nil }
    if let (_, count) = vocabulary.yearSpans.match(tokens, at: index + 1), following(index + 1) != nil,
      let last = year(index + 1 + count, in: 1800...2100), last > first, following(index + 1 + count) != nil
    {
      let end = index + count + 2
      return counts(end) ? nil : DateReading(PartialDate(year: first), index..<end, endDate: PartialDate(year: last))
    }
    if isMark(index + 1, "/"), let last = year(index + 2, in: 1800...2100), last == first + 1 {
      return DateReading(PartialDate(year: first), index..<index + 3, endDate: PartialDate(year: last))
    }
    guard !counts(index + 1), !isAmount(index), !(first % 100 == 0 && countsNoun(index)) else { return nil }
    return DateReading(PartialDate(year: first), index..<index + 1, isBareYear: true)
  }

  /// Whether a unit or a scale starts at `index`, so that the number before it counts something.
  func counts(_ index: Int) -> Bool {
    guard following(index) != nil else { return false }
    if numbers.units.match(tokens, at: index) != nil { return true }
    if let (word, _) = numbers.vocabulary.words.match(tokens, at: index) {
      switch word {
      case .hundred, .scale, .vague: return true
      default: return false
      }
    }
    return numbers.vocabulary.signScales.match(tokens, at: index) != nil
  }

  /// Whether a sign in front makes an amount or a label of the digits.
  private func isAmount(_ index: Int) -> Bool {
    guard let before = token(index - 1), before.kind == .mark, tokens[index].gap == .none || before.isCharacter("$")
    else {
      return false
    }
    if before.isCharacter("#") || before.folded == "°" || before.isCharacter("+") { return true }
    if let (unit, _) = numbers.units.match(tokens, at: index - 1), case .currency = unit.dimension { return true }
    return false
  }

  /// Whether a plural noun follows, with nothing in front that leads to a year.
  func countsNoun(_ index: Int) -> Bool {
    guard let next = following(index + 1), next.kind == .word, next.gap == .space, !next.isCapitalized,
      next.folded.utf8.count > 3, next.folded.hasSuffix("s") || next.folded.hasSuffix("x")
    else { return false }
    guard let before = token(index - 1), before.kind == .word, tokens[index].gap != .lineBreak else { return true }
    return !vocabulary.yearOpeners.contains(before)
  }

  /// `2010s`, `1990's`, `90s`; "Node 20's support" is a genitive.
  private func decade(_ index: Int) -> DateReading? {
    guard vocabulary.decadeWords.isEmpty, let start = plain(index, 2...4), start % 10 == 0 else { return nil }
    var next = index + 1
    if isMark(next, "'") { next += 1 }
    guard let letter = following(next), letter.gap == .none, letter.isCharacter("s") || letter.folded == "'s" else {
      return nil
    }
    if next > index + 1 || letter.folded == "'s", start < 100, let owner = token(index - 1), owner.isCapitalized,
      owner.kind == .word
    {
      return nil
    }
    // Nor is "longer than 20's support": what has two digits and could be so new a decade is led to as one.
    if (10...20).contains(start), !(token(index - 1).map { vocabulary.yearOpeners.contains($0) } ?? false) {
      return nil
    }
    return Self.decade(start).map { DateReading($0, index..<next + 1) }
  }

  static func decade(_ start: Int) -> PartialDate? {
    switch start {
    case 1500...2100: PartialDate(year: start, isDecade: true)
    case 30...90: PartialDate(year: 1900 + start, isDecade: true)
    case 10...20: PartialDate(year: 2000 + start, isDecade: true)
    default: nil
    }
  }
}
