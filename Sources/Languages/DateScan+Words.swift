/// Dates with the names of months, and the parts of a year.
extension DateScan {
  /// Reads a date that starts with a word.
  func word(_ index: Int) -> DateReading? {
    if let (_, count) = vocabulary.weekdays.match(tokens, at: index) { return afterWeekday(index, count) }
    let hash = tokens[index].hash
    if hash.startsWithDigit, let found = dotted(index) { return found }
    if hash.mayBePeriod, let found = lettered(index) { return found }
    let ordinal = numbers.number(in: tokens, at: index).flatMap { $0.isOrdinal ? $0 : nil }
    if let ordinal, let found = period(ordinal) { return found }
    if let found = firstMonths(index, ordinal) { return found }
    if let (_, count) = vocabulary.decadeWords.match(tokens, at: index) {
      let number = index + count
      guard following(number) != nil else { return nil }
      if let start = plain(number, 2...4), start % 10 == 0 {
        return Self.decade(start).map { DateReading($0, index..<number + 1) }
      }
      // « années quatre-vingt-dix ».
      guard let told = numbers.number(in: tokens, at: number), told.form == .words, !told.isOrdinal, !told.isVague,
        told.value.isInteger, told.value < .hundred, case let start = Int(truncatingIfNeeded: told.value.numerator),
        start >= 20, start % 10 == 0
      else { return nil }
      return Self.decade(start).map { DateReading($0, index..<told.tokens.upperBound) }
    }
    if let found = monthFirst(index) { return found }
    return ordinal.flatMap(spelledDay)
  }

  /// « mardi 24 juin », "Tuesday, June 24": the weekday says nothing without a date behind it.
  private func afterWeekday(_ index: Int, _ count: Int) -> DateReading? {
    var next = index + count
    if isMark(next, ".") { next += 1 }
    if isMark(next, ",") { next += 1 }
    guard let following = following(next), following.kind == .digits || month(next) != nil,
      let found = following.kind == .digits ? dayFirst(next) ?? digits(next) : monthFirst(next),
      !found.isBareYear, found.date.day != nil
    else { return nil }
    return DateReading(found.date, index..<found.tokens.upperBound, endDate: found.endDate)
  }

  /// `24.06.2025`, which is one token.
  private func dotted(_ index: Int) -> DateReading? {
    let parts = tokens[index].folded.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.count) }) else { return nil }
    let numbers = parts.compactMap { Int(String(decoding: Array($0), as: UTF8.self)) }
    guard numbers.count == 3 else { return nil }
    let date =
      parts[0].count == 4
      ? possible(PartialDate(year: numbers[0], month: numbers[1], day: numbers[2]))
      : parts[2].count == 4 && parts[0].count <= 2 && parts[1].count <= 2 && (1000...2999).contains(numbers[2])
        ? ordered(numbers[0], numbers[1], numbers[2]) : nil
    return date.map { DateReading($0, index..<index + 1) }
  }

  // MARK: Months

  /// The month named at `index`, and whether the name is a short one.
  func month(_ index: Int) -> (value: Int, end: Int, isShort: Bool)? {
    guard let token = token(index), token.kind == .word, token.isCapitalized || !vocabulary.monthsAreCapitalized else {
      return nil
    }
    if let (month, count) = vocabulary.months.match(tokens, at: index) { return (month, index + count, false) }
    guard let (month, count) = vocabulary.abbreviations.match(tokens, at: index) else { return nil }
    let hasPoint = isMark(index + count, ".")
    // « 7 sept » may be two numbers.
    let isNumber = numbers.vocabulary.words.match(tokens, at: index) != nil
    guard hasPoint || !isNumber || year(index + count) != nil else { return nil }
    return (month, index + count + (hasPoint ? 1 : 0), true)
  }

  /// The year at `index`, behind « de » or a comma where the language allows one.
  private func yearBehind(_ index: Int, afterDay: Bool, isApart: Bool = false) -> Part<Int>? {
    var next = index
    if let token = following(next), vocabulary.joiners.contains(token) { next += 1 }
    if afterDay, vocabulary.takesCommaBeforeYear || isApart, isMark(next, ",") { next += 1 }
    guard following(next) != nil, let year = year(next) else { return nil }
    return (year, next + 1)
  }

  /// The day at `index`: one or two digits, as an ordinal or not.
  private func day(_ index: Int) -> Part<Int>? {
    guard let day = plain(index, 1...2), (1...31).contains(day) else { return nil }
    return (day, index + 1 + (numbers.vocabulary.ordinalSuffix(tokens, at: index + 1) ?? 0))
  }

  /// « 24 juin 2025 », "24th of June", « 3-5 mai », « 28 avril au 3 mai 2025 ».
  func dayFirst(_ index: Int) -> DateReading? {
    guard let (first, afterDay) = day(index) else { return nil }
    if let found = dayMonth(first, index, afterDay) { return found }
    guard following(afterDay) != nil, let (_, count) = vocabulary.spans.match(tokens, at: afterDay),
      case let next = skippingArticle(afterDay + count, of: index), following(next) != nil,
      let (last, afterLast) = day(next), last > first,
      let end = dayMonth(last, next, afterLast) ?? numericDay(last, next), end.endDate == nil,
      let month = end.date.month,
      let start = possible(PartialDate(year: end.date.year, month: month, day: first))
    else { return nil }
    return DateReading(start, index..<end.tokens.upperBound, endDate: end.date)
  }

  /// Where the second of two days stands whose first one has the same article: « entre le 22 et le 24 septembre ».
  private func skippingArticle(_ index: Int, of first: Int) -> Int {
    guard let article = following(index), article.kind == .word, let before = token(first - 1),
      before.folded == article.folded, isOpened(first - 1)
    else { return index }
    return index + 1
  }

  /// A date in digits whose day is the last of a span: « du 22 au 24/09/2011 ».
  private func numericDay(_ last: Int, _ index: Int) -> DateReading? {
    numeric(index).flatMap { $0.date.day == last ? $0 : nil }
  }

  private func dayMonth(_ day: Int, _ index: Int, _ afterDay: Int) -> DateReading? {
    var next = afterDay
    while next < afterDay + 2, let token = following(next), vocabulary.joiners.contains(token) { next += 1 }
    guard following(next) != nil, let (month, afterMonth, _) = month(next) else { return nil }
    let year = yearBehind(afterMonth, afterDay: true) ?? yearApart(afterMonth)
    guard let start = possible(PartialDate(year: year?.value, month: month, day: day)) else { return nil }
    let end = year?.end ?? afterMonth
    guard let (_, count) = vocabulary.spans.match(tokens, at: end), isSpan(end), following(end + count) != nil,
      let (lastDay, afterLast) = self.day(end + count), let last = dayMonth(lastDay, end + count, afterLast),
      last.endDate == nil
    else { return DateReading(start, index..<end) }
    let first = start.opening(last.date)
    return DateReading(first.isPossible ? first : start, index..<last.tokens.upperBound, endDate: last.date)
  }

  /// Whether the words at `index` tie a span even between two full dates; « et », "and" tie a list there.
  private func isSpan(_ index: Int) -> Bool {
    following(index) != nil && vocabulary.spans.match(tokens, at: index)?.value == false
  }

  /// "June 24, 2025", « juin 2025 », "June 3–5", "May 28 – June 3, 2025", « janvier à mars 2025 ».
  func monthFirst(_ index: Int) -> DateReading? {
    guard let (month, afterMonth, isShort) = month(index) else { return nil }
    if vocabulary.isMonthFirst, following(afterMonth) != nil, let (day, afterDay) = day(afterMonth),
      !isCount(afterMonth, afterDay)
    {
      return monthDay(month, day, index, afterDay)
    }
    if let (year, end) = yearBehind(afterMonth, afterDay: false) ?? yearApart(afterMonth) {
      return DateReading(PartialDate(year: year, month: month), index..<end)
    }
    // « mai 68 », and not « fin juillet 44 projets ».
    if !vocabulary.isMonthFirst, following(afterMonth) != nil, let year = plain(afterMonth, 2...2), year > 31,
      !countsNoun(afterMonth), !counts(afterMonth + 1)
    {
      return DateReading(PartialDate(year: 1900 + year, month: month), index..<afterMonth + 1)
    }
    if let span = monthSpan(month, index, afterMonth) { return span }
    guard !isShort, !vocabulary.onlyBesideNumbers.contains(tokens[index]) || isOpened(asMonth: index, end: afterMonth),
      vocabulary.monthsAreCapitalized || !tokens[index].isCapitalized || tokens[index].gap == .lineBreak || index == 0
        || token(index - 1)?.kind == .mark
    else { return nil }
    return DateReading(PartialDate(month: month), index..<afterMonth)
  }

  /// Whether a word that is more than a month is one there, by what leads to it: "back in March", "since May".
  private func isOpened(asMonth index: Int, end: Int) -> Bool {
    guard let before = token(index - 1), before.kind == .word, tokens[index].gap == .space,
      vocabulary.yearOpeners.contains(before)
    else { return false }
    return following(end).map { !$0.isCapitalized || $0.gap != .space } ?? true
  }

  /// The year behind a comma, as in "in September, 2020, they"; "in June, 2000 people" has none.
  private func yearApart(_ index: Int) -> Part<Int>? {
    guard let found = yearBehind(index, afterDay: true, isApart: true),
      token(found.end).map({ $0.kind == .mark || $0.gap == .lineBreak }) ?? true
    else {
      return nil
    }
    return found
  }

  /// Whether the one or two digits behind a month count something instead: "In May 5 million people".
  private func isCount(_ index: Int, _ afterDay: Int) -> Bool {
    guard afterDay == index + 1, let next = following(afterDay) else { return false }
    return next.isCharacter("%")
      || numbers.number(in: tokens, at: index).map { $0.tokens.count > 1 && !$0.isOrdinal } == true
  }

  private func monthDay(_ month: Int, _ day: Int, _ index: Int, _ afterDay: Int) -> DateReading? {
    if following(afterDay) != nil, let (_, count) = vocabulary.spans.match(tokens, at: afterDay),
      following(afterDay + count) != nil
    {
      let next = afterDay + count
      if let (last, end) = self.day(next), last > day, plain(next, 1...2) != nil, !isCount(next, end) {
        return span(PartialDate(month: month, day: day), PartialDate(month: month, day: last), index, end)
      }
      if isSpan(afterDay), let (other, afterOther, _) = self.month(next), following(afterOther) != nil,
        let (last, end) = self.day(afterOther)
      {
        return span(PartialDate(month: month, day: day), PartialDate(month: other, day: last), index, end)
      }
    }
    let year = yearBehind(afterDay, afterDay: true)
    return possible(PartialDate(year: year?.value, month: month, day: day))
      .map { DateReading($0, index..<(year?.end ?? afterDay)) }
  }

  /// Whether « entre », "between" stands before `index`: then « et », "and" tie a span.
  private func isOpened(_ index: Int) -> Bool {
    token(index - 1).map { numbers.vocabulary.rangeOpeners.contains($0) } ?? false
  }

  /// A span whose year, if any, stands at its end.
  private func span(_ first: PartialDate, _ last: PartialDate, _ index: Int, _ end: Int) -> DateReading? {
    let year = yearBehind(end, afterDay: true)
    var last = last
    last.year = year?.value
    let first = first.opening(last)
    guard first.isPossible, last.isPossible else { return nil }
    return DateReading(first, index..<(year?.end ?? end), endDate: last)
  }

  private func monthSpan(_ month: Int, _ index: Int, _ afterMonth: Int) -> DateReading? {
    guard let next = following(afterMonth) else { return nil }
    let start: Int
    if next.gap == .hyphen {
      start = afterMonth
    } else if let (isList, count) = vocabulary.spans.match(tokens, at: afterMonth), !isList || isOpened(index) {
      start = afterMonth + count
    } else {
      return nil
    }
    guard following(start) != nil, let (last, afterLast, _) = self.month(start), last != month else { return nil }
    let year = yearBehind(afterLast, afterDay: false)
    let end = PartialDate(year: year?.value, month: last)
    return DateReading(PartialDate(month: month).opening(end), index..<(year?.end ?? afterLast), endDate: end)
  }

  /// « premier mai », "the third of June".
  private func spelledDay(_ ordinal: NumberReading) -> DateReading? {
    guard ordinal.form == .words, ordinal.value.isInteger, ordinal.value <= ExactNumber(31) else { return nil }
    let day = Int(truncatingIfNeeded: ordinal.value.numerator)
    return dayMonth(day, ordinal.tokens.lowerBound, ordinal.tokens.upperBound)
  }

  // MARK: Quarters and halves

  /// « 2e trimestre 2025 », "second quarter of 2025", "first half of 2025".
  func period(_ index: Int) -> DateReading? {
    guard mayBeOrdinal(index), let number = numbers.number(in: tokens, at: index), number.isOrdinal else { return nil }
    return period(number)
  }

  private func period(_ ordinal: NumberReading) -> DateReading? {
    guard ordinal.value <= ExactNumber(4), let word = following(ordinal.tokens.upperBound) else { return nil }
    let index = ordinal.tokens.lowerBound
    let count = Int(truncatingIfNeeded: ordinal.value.numerator)
    let year = yearBehind(ordinal.tokens.upperBound + 1, afterDay: false)
    let end = year?.end ?? ordinal.tokens.upperBound + 1
    if vocabulary.quarterWords.contains(word) {
      return possible(PartialDate(year: year?.value, quarter: count)).map { DateReading($0, index..<end) }
    }
    guard vocabulary.halfWords.contains(word), let year else { return nil }
    return possible(PartialDate(year: year.value, half: count)).map { DateReading($0, index..<end) }
  }

  /// « trois premiers mois de 2025 », "first six months of 2025".
  private func firstMonths(_ index: Int, _ ordinal: NumberReading?) -> DateReading? {
    guard let first = ordinal ?? numbers.number(in: tokens, at: index), following(first.tokens.upperBound) != nil,
      let second = numbers.number(in: tokens, at: first.tokens.upperBound), first.isOrdinal != second.isOrdinal,
      case let (place, count) = first.isOrdinal ? (first, second) : (second, first), place.value == .one,
      let word = following(second.tokens.upperBound), vocabulary.monthWords.contains(word),
      let year = yearBehind(second.tokens.upperBound + 1, afterDay: false)
    else { return nil }
    var date = PartialDate(year: year.value)
    switch count.value {
    case ExactNumber(3): date.quarter = 1
    case ExactNumber(6): date.half = 1
    default: return nil
    }
    return DateReading(date, index..<year.end)
  }

  /// Whether the number at `index` is in words, or has a suffix: digits that have none need not be read.
  private func mayBeOrdinal(_ index: Int) -> Bool {
    guard tokens[index].kind == .digits else { return true }
    return token(index + 1).map { $0.gap == .none } ?? false
  }

  /// `Q2 2025`, « T2 2025 », `H1 2025`: only with its year.
  private func lettered(_ index: Int) -> DateReading? {
    let word = tokens[index].folded
    guard let digit = word.utf8.last, let (year, end) = yearBehind(index + 1, afterDay: false)
    else { return nil }
    let letter = String(word.prefix(1))
    let number = Int(digit - 0x30)
    if vocabulary.quarterLetters.contains(letter) {
      return DateReading(PartialDate(year: year, quarter: number), index..<end)
    }
    guard vocabulary.halfLetters.contains(letter) else { return nil }
    return possible(PartialDate(year: year, half: number)).map { DateReading($0, index..<end) }
  }
}
