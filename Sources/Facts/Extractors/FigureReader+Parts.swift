import Languages

/// What stands around a number and belongs to its amount: signs and codes in front, and parts of a unit.
extension FigureReader {
  // MARK: In front

  /// The currency in front of digits: `$3`, "EUR 3.5 million".
  func currency(before index: Int, in bounds: Range<Int>) -> (unit: Unit, count: Int)? {
    guard tokens[index].kind == .mark || isCurrencyCode(tokens[index]),
      let match = pack.units.match(tokens, at: index), case .currency = match.value.dimension,
      index + match.count < bounds.upperBound, tokens[index + match.count].kind == .digits
    else { return nil }
    return (match.value, match.count)
  }

  /// Whether a word is a currency or a sign in front of a number.
  func isPrefix(at index: Int, in bounds: Range<Int>) -> Bool {
    currency(before: index, in: bounds) != nil || isSign(at: index, in: bounds)
  }

  /// Whether a word is the code that ISO 4217 gives a currency, in capitals as it is written.
  private func isCurrencyCode(_ token: Token) -> Bool {
    token.kind == .word && token.isCapitalized && Self.currencyCodes.contains(token.folded)
  }

  /// Those that are no words of a language.
  private static let currencyCodes: Set<String> = [
    "usd", "eur", "gbp", "chf", "cad", "aud", "nzd", "jpy", "cny", "rmb", "inr", "brl", "mxn", "sek", "nok", "dkk",
    "pln", "czk", "huf", "zar", "krw", "fcfa", "xaf", "xof",
  ]

  /// A minus or plus glued to the number behind it, and to nothing before it but a parenthesis; "minus" before a number.
  func isSign(at index: Int, in bounds: Range<Int>) -> Bool {
    if index + 1 < bounds.upperBound, tokens[index].kind == .word, isMinus(at: index, in: bounds) {
      // "20 minus 5", "20 and minus 5".
      return index == bounds.lowerBound
        || tokens[index - 1].kind != .digits && pack.rangeConnectives.match(tokens, at: index - 1)?.value != true
    }
    guard index + 1 < bounds.upperBound, tokens[index].kind == .mark,
      tokens[index].isCharacter("-") || tokens[index].isCharacter("+"),
      tokens[index + 1].kind == .digits, tokens[index + 1].gap == .none
    else { return false }
    return index == bounds.lowerBound || tokens[index].gap != .none || tokens[index - 1].isCharacter("(")
  }

  /// Whether a word is a minus there, and no part of « au moins », « plus ou moins ».
  private func isMinus(at index: Int, in bounds: Range<Int>) -> Bool {
    if pack.minusWords.contains(tokens[index]), tokens[index + 1].kind == .digits { return true }
    guard pack.minusBeforeDegrees.contains(tokens[index]), isDegrees(at: index + 1, in: bounds) else {
      return false
    }
    return !(1...3).contains { length in
      index - length >= bounds.lowerBound
        && pack.comparators.match(tokens, at: index - length).map { $0.count > length } ?? false
    }
  }

  /// Whether a temperature stands there: "minus five degrees", and not « moins cinq minutes ».
  private func isDegrees(at index: Int, in bounds: Range<Int>) -> Bool {
    guard let number = numbers.number(in: tokens, at: index), !number.isOrdinal, !number.tokens.isEmpty else {
      return false
    }
    return unitMatch(at: number.tokens.upperBound, in: bounds)?.unit.dimension == .temperature
  }

  /// How many words say that so many degrees are negative: "below zero", « sous zéro ».
  func belowZero(at index: Int, in bounds: Range<Int>) -> Int? {
    guard index < bounds.upperBound, let match = pack.belowZero.match(tokens, at: index),
      index + match.count <= bounds.upperBound
    else { return nil }
    return match.count
  }

  // MARK: Parts of a unit

  static let oneHalf = ExactNumber(numerator: 1, denominator: 2) ?? .zero

  /// The unit behind a fraction, and where it ends: "half a year", « une demi-heure », « un quart de point », "a quarter of a
  /// mile"; what has no such link shares something out: "half of euro members".
  func partUnit(at index: Int, in bounds: Range<Int>) -> (unit: Unit?, end: Int) {
    for skipped in index...index + 2 {
      if let match = unitMatch(at: skipped, in: bounds), isPart(of: match.unit, from: index, to: skipped) {
        return (match.unit, skipped + match.count)
      }
      guard skipped < bounds.upperBound, pack.stopWords.contains(tokens[skipped]) else { break }
    }
    return (nil, index)
  }

  /// Whether the words between a fraction and a unit link both.
  private func isPart(of unit: Unit, from index: Int, to skipped: Int) -> Bool {
    // « trois quarts d'heure » is a span of time, « trois quarts des heures » a share.
    let isOne = !tokens[skipped].folded.hasSuffix("s")
    if unit.dimension == .duration || unit.dimension == .other("month"), skipped < index + 2 {
      return skipped == index || pack.partitives.contains(tokens[index]) || isOne
    }
    guard isOne else { return false }
    if skipped == index { return tokens[index].gap == .hyphen || unit.dimension.isShare }
    if isIndefinite(skipped - 1) { return true }
    if case .currency = unit.dimension { return false }
    return skipped == index + 1 && pack.partitives.contains(tokens[index])
  }

  /// Whether a word is "a" or « un ».
  private func isIndefinite(_ index: Int) -> Bool {
    tokens[index].kind == .word
      && (pack.isArticle(tokens, at: index) || numbers.number(in: tokens, at: index)?.value == .one)
  }

  /// "A year and a half", where no number stands in front that would read on.
  func oneAndAHalf(at index: Int, in bounds: Range<Int>) -> FigureReading? {
    guard pack.isArticle(tokens, at: index), let unit = unitMatch(at: index + 1, in: bounds),
      let end = halfBehind(index + 1 + unit.count, in: bounds), let value = ExactNumber.one.adding(Self.oneHalf)
    else { return nil }
    return FigureReading(
      figure: Figure(value: value, unit: unit.unit, form: .words, places: 1), tokens: index..<end, bound: nil)
  }

  /// Where half a unit more ends: « deux ans et demi », "two years and a half".
  func halfBehind(_ index: Int, in bounds: Range<Int>) -> Int? {
    guard index < bounds.upperBound, let match = pack.halves.match(tokens, at: index),
      index + match.count <= bounds.upperBound
    else { return nil }
    return index + match.count
  }

  /// What a number behind an amount of money adds to it: « 12 euros 50 », « douze euros cinquante ».
  func cents(
    at index: Int, of amount: ExactNumber, in unit: Unit, _ bounds: Range<Int>
  ) -> (value: ExactNumber, end: Int)? {
    guard case .currency = unit.dimension, unit.factor == .one, amount.isInteger, amount < Self.largestPrice,
      index < bounds.upperBound, tokens[index].gap == .space, let part = numbers.number(in: tokens, at: index),
      part.form == .words ? part.value >= ExactNumber(2) : tokens[index].range.count == 2 && part.tokens.count == 1,
      !part.isOrdinal, !part.isVague, part.value.isInteger, part.value > .zero, part.value < .hundred,
      endsPhrase(at: part.tokens.upperBound, in: bounds), let value = part.value.divided(by: .hundred)
    else { return nil }
    return (value, part.tokens.upperBound)
  }

  private static let largestPrice = ExactNumber(10_000)

  // MARK: Hours

  /// "At noon", « jusqu'à minuit », « vers midi et demi »: an hour where a word for a time leads to it.
  func hourOfDay(at index: Int, in bounds: Range<Int>) -> FigureReading? {
    guard let match = pack.hoursOfDay.match(tokens, at: index), index + match.count <= bounds.upperBound,
      index > bounds.lowerBound, tokens[index].gap == .space, !tokens[index].isCapitalized,
      pack.rangeConnectives.match(tokens, at: index - 1) != nil
        || (1...2).contains(where: { length in
          index - length >= bounds.lowerBound
            && pack.colonPairs.match(tokens, at: index - length).map {
              $0.value == .before && $0.count == length
            } ?? false
        })
    else { return nil }
    var (value, end) = (match.value, index + match.count)
    if let half = halfBehind(end, in: bounds) {
      value = value.adding(Self.oneHalf) ?? value
      end = half
    }
    return FigureReading(
      figure: Figure(value: value, unit: .hour, form: .words), tokens: index..<end, bound: nil)
  }
}
