/// A number as it was read from a text.
package struct NumberReading: Hashable, Sendable {
  package enum Form: Hashable, Sendable {
    case digits, words
    /// Digits and a scale word: `1.2 million`.
    case mixed
  }

  package let value: ExactNumber
  package let tokens: Range<Int>
  package let form: Form
  /// « troisième », "3rd".
  package let isOrdinal: Bool
  /// « une douzaine », "hundreds of": the value is the lower magnitude.
  package let isVague: Bool
  /// The decimal place of the last digit that was written: 0 for 13, 1 for 13.5, -5 for 1.2 million.
  package let significantPlaces: Int
}

/// Reads numbers in digits and words.
///
/// A sign in front is not read: whether `-` is a minus or the dash of a range is for the caller to say.
package struct NumberReader: Sendable {
  let vocabulary: NumberVocabulary
  let units: PhraseTable<Unit>
  let fractions: PhraseTable<ExactNumber>

  package init(_ pack: LanguagePack) {
    vocabulary = pack.numbers
    fractions = pack.fractions
    units = pack.units
  }

  /// Whether a number can start with the word of this hash at all; most words are none that do.
  package func mayStart(with word: WordHash) -> Bool { vocabulary.starters.mayHold(word) }

  /// Returns the number that starts at the token `index`, as long as it goes; `nil` when none does.
  package func number(in tokens: [Token], at index: Int) -> NumberReading? {
    guard index >= 0, index < tokens.count else { return nil }
    switch tokens[index].kind {
    case .digits: return digits(tokens, index)
    case .mark:
      return vulgarFraction(tokens[index]).map { reading($0.value, index..<index + 1, .digits, places: $0.places) }
    case .address: return nil
    case .word:
      guard vocabulary.starters.mayHold(tokens[index]) else { return nil }
      if let half = halfBefore(tokens, index) ?? fractionBefore(tokens, index) { return half }
      guard vocabulary.words.match(tokens, at: index) != nil, !vocabulary.isIdiom(tokens, at: index) else { return nil }
      var phrase = NumberPhrase(tokens, start: index, vocabulary)
      return phrase.read()
    }
  }

  func reading(
    _ value: ExactNumber, _ tokens: Range<Int>, _ form: NumberReading.Form, isOrdinal: Bool = false,
    isVague: Bool = false, places: Int
  ) -> NumberReading {
    NumberReading(
      value: value, tokens: tokens, form: form, isOrdinal: isOrdinal, isVague: isVague, significantPlaces: places)
  }

  // MARK: Digits

  private func digits(_ tokens: [Token], _ index: Int) -> NumberReading? {
    guard var (value, places) = vocabulary.value(ofDigits: tokens[index].folded) else { return nil }
    var next = index + 1
    if let count = vocabulary.ordinalSuffix(tokens, at: next) {
      return reading(value, index..<next + count, .digits, isOrdinal: true, places: places)
    }
    if next < tokens.count, tokens[next].gap != .lineBreak, places == 0, let fraction = vulgarFraction(tokens[next]),
      let sum = value.adding(fraction.value)
    {
      (value, places, next) = (sum, fraction.places, next + 1)
    }
    if let (_, count) = half(tokens, next), let sum = value.adding(Self.oneHalf) {
      (value, places, next) = (sum, 1, next + count)
    }
    guard let scaled = scale(value, places, tokens, index, next) else {
      return reading(value, index..<next, .digits, places: places)
    }
    return scaled
  }

  /// Reads the scale words at `next`, after digits that start at `index`.
  private func scale(_ value: ExactNumber, _ places: Int, _ tokens: [Token], _ index: Int, _ next: Int)
    -> NumberReading?
  {
    var (value, places, next) = (value, places, next)
    var largest = ExactNumber.one
    var isVague = false
    while next < tokens.count, tokens[next].gap != .lineBreak,
      let (scale, count, vague) = scaleWord(tokens, index, next), scale > largest,
      let product = value.multiplied(by: scale)
    {
      (value, places, next, largest) = (product, places - scale.magnitude, next + count, scale)
      isVague = isVague || vague
    }
    guard largest > .one else { return nil }
    if let (_, count) = half(tokens, next), let rest = largest.multiplied(by: Self.oneHalf),
      let sum = value.adding(rest)
    {
      (value, places, next) = (sum, places + 1, next + count)
    }
    return reading(value, index..<next, .mixed, isVague: isVague, places: places)
  }

  private func scaleWord(_ tokens: [Token], _ index: Int, _ next: Int) -> (ExactNumber, Int, Bool)? {
    if let (word, count) = vocabulary.words.match(tokens, at: next) {
      switch word {
      case .scale(let scale): return (scale, count, false)
      case .vague(let number): return (number, count, true)
      // « 50 cents » are coins; "5 hundred" is a number.
      case .hundred where !vocabulary.alone.contains(tokens[next]) && !isCurrency(tokens, next):
        return (ExactNumber.hundred, count, false)
      default: return nil
      }
    }
    if let (scale, count) = vocabulary.signScales.match(tokens, at: next) { return (scale, count, false) }
    guard let (scale, count) = vocabulary.letterScales.match(tokens, at: next) else { return nil }
    let isGlued = tokens[next].gap == .none
    let isMoney = isCurrency(tokens, next + 1) || isCurrency(tokens, index - 1) && isGlued
    guard isMoney || isGlued && (tokens[next].isCapitalized || tokens[next].isCharacter("k")) else { return nil }
    return (scale, count, false)
  }

  private func isCurrency(_ tokens: [Token], _ index: Int) -> Bool {
    guard let (unit, _) = units.match(tokens, at: index), case .currency = unit.dimension else { return false }
    return true
  }

  // MARK: Halves

  static let oneHalf = ExactNumber(numerator: 1, denominator: 2) ?? .one

  private func half(_ tokens: [Token], _ next: Int) -> (value: Bool, count: Int)? {
    next < tokens.count && tokens[next].gap != .lineBreak ? vocabulary.halvesAfter.match(tokens, at: next) : nil
  }

  /// Reads « un demi-million », "half a dozen", and « une demi-heure » up to its unit.
  private func halfBefore(_ tokens: [Token], _ index: Int) -> NumberReading? {
    guard let (_, count) = vocabulary.halvesBefore.match(tokens, at: index) else { return nil }
    let next = index + count
    guard next < tokens.count, tokens[next].gap != .lineBreak else { return nil }
    if let (word, length) = vocabulary.words.match(tokens, at: next) {
      switch word {
      case .scale(let whole):
        guard let value = whole.multiplied(by: Self.oneHalf) else { return nil }
        return reading(value, index..<next + length, .words, places: 1 - whole.magnitude)
      case .vague(let whole):
        guard let value = whole.multiplied(by: Self.oneHalf) else { return nil }
        return reading(value, index..<next + length, .words, isVague: true, places: 0)
      default: return nil
      }
    }
    guard let (unit, _) = units.match(tokens, at: next) else { return nil }
    switch unit.dimension {
    case .percent, .percentagePoint, .currency: return nil
    default: return reading(Self.oneHalf, index..<next, .words, places: 1)
    }
  }

  /// Reads "a quarter of a billion", « trois quarts de million »; "a third of the million" is a share.
  private func fractionBefore(_ tokens: [Token], _ index: Int) -> NumberReading? {
    guard let (fraction, count) = fractions.match(tokens, at: index) else { return nil }
    var next = index + count
    for _ in 0..<2 {
      guard let (word, length) = vocabulary.words.match(tokens, at: next) else { return nil }
      switch word {
      case .of, .article: next += length
      default: break
      }
    }
    guard next < tokens.count, tokens[next].gap != .lineBreak,
      let (word, length) = vocabulary.words.match(tokens, at: next), case .scale(let whole) = word,
      whole.magnitude >= Self.leastShared, let value = whole.multiplied(by: fraction)
    else { return nil }
    return reading(value, index..<next + length, .words, places: 2 - whole.magnitude)
  }

  /// Below a million, "a third of a thousand" is no way to say a number.
  private static let leastShared = 6

  private func vulgarFraction(_ token: Token) -> (value: ExactNumber, places: Int)? {
    guard token.kind == .mark, token.folded.utf8.count > 1,
      let (top, bottom, places) = Self.vulgarFractions[token.folded],
      let value = ExactNumber(numerator: top, denominator: bottom)
    else { return nil }
    return (value, places)
  }

  private static let vulgarFractions: [String: (Int128, Int128, Int)] = [
    "½": (1, 2, 1), "¼": (1, 4, 2), "¾": (3, 4, 2), "⅓": (1, 3, 2), "⅔": (2, 3, 2), "⅕": (1, 5, 1), "⅖": (2, 5, 1),
    "⅗": (3, 5, 1), "⅘": (4, 5, 1), "⅙": (1, 6, 2), "⅚": (5, 6, 2), "⅛": (1, 8, 3), "⅜": (3, 8, 3), "⅝": (5, 8, 3),
    "⅞": (7, 8, 3), "⅒": (1, 10, 1),
  ]
}

extension ExactNumber {
  /// How many digits a whole number has after its first: 6 for a million.
  var magnitude: Int { String(numerator.magnitude).utf8.count - 1 }
}
