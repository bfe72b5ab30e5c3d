import Languages

/// A figure in a text, and the words that state it.
struct FigureReading {
  let figure: Figure
  /// All words that state the figure, its comparator left out.
  let tokens: Range<Int>
  /// The words of its comparator: « plus de », "or more".
  let bound: Range<Int>?
}

/// Reads one figure: a number with its unit, range, comparator, fraction or ratio.
struct FigureReader {
  let tokens: [Token]
  let pack: LanguagePack
  let numbers: NumberReader

  init(passage: Passage) { self.init(tokens: passage.tokens, pack: passage.pack) }

  init(tokens: [Token], pack: LanguagePack) {
    self.tokens = tokens
    self.pack = pack
    numbers = NumberReader(pack)
  }

  /// Whether a figure can start with the token at all; most words and marks are none that do.
  func mayStart(at index: Int) -> Bool { pack.mayStartFigure(tokens, at: index) }

  /// Returns the figure that starts at the token `index`.
  func figure(at index: Int, in bounds: Range<Int>) -> FigureReading? {
    guard mayStart(at: index) else { return nil }
    if let match = fraction(at: index, in: bounds) {
      let unit = partUnit(at: index + match.count, in: bounds)
      // "About a third" is listed with its bound, for "a third" may be the one behind the second.
      let opener = pack.comparators.match(tokens, at: index).map(\.count) ?? 0
      let range = (opener < match.count ? index + opener : index)..<unit.end
      let (comparator, bound) = comparator(around: range, in: bounds)
      return FigureReading(
        figure: Figure(value: match.value, unit: unit.unit, comparator: comparator, form: .fraction), tokens: range,
        bound: bound)
    }
    if let whole = oneAndAHalf(at: index, in: bounds) ?? hourOfDay(at: index, in: bounds) { return whole }
    if let match = pack.multipliers.match(tokens, at: index), index + match.count <= bounds.upperBound,
      !pack.isIdiom(tokens, at: index), !isCutShort(at: index, match.count, in: bounds)
    {
      let range = index..<index + match.count
      let (comparator, bound) = comparator(around: range, in: bounds)
      return FigureReading(
        figure: Figure(value: match.value, comparator: comparator, form: .multiplier), tokens: range, bound: bound)
    }
    // A word that only opens other figures, as "a" does not, is no number.
    guard tokens[index].kind != .word || numbers.mayStart(with: tokens[index].hash) || isPrefix(at: index, in: bounds)
    else { return nil }
    return number(at: index, in: bounds)
  }

  /// The fraction that starts there; "half a million" is a number, and no half.
  private func fraction(at index: Int, in bounds: Range<Int>) -> (value: ExactNumber, count: Int)? {
    guard let match = pack.fractions.match(tokens, at: index), index + match.count <= bounds.upperBound,
      !isOneOfTwo(index, in: bounds),
      case let end = index + match.count,
      !(index..<end).contains(where: { start in
        numbers.number(in: tokens, at: start).map { $0.tokens.upperBound > end && $0.value >= .one } ?? false
      })
    else { return strokedFraction(at: index, in: bounds) ?? partOfWhole(at: index, in: bounds) }
    return (match.value, match.count)
  }

  /// `2/3` where it is the part of something: « les 2/3 du parc », "2/3 of the way"; a grade, a pair of versions and the two
  /// numbers of « 6/8 mois » are none.
  private func strokedFraction(at index: Int, in bounds: Range<Int>) -> (value: ExactNumber, count: Int)? {
    let end = index + 3
    guard end <= bounds.upperBound, tokens[index].kind == .digits, tokens[index + 1].isCharacter("/"),
      tokens[index + 2].kind == .digits, tokens[index + 1].gap == .none, tokens[index + 2].gap == .none,
      let part = numbers.number(in: tokens, at: index), let whole = numbers.number(in: tokens, at: index + 2),
      part.tokens.count == 1, whole.tokens.upperBound == end, part.value.isInteger, whole.value.isInteger,
      part.value > .zero, part.value < whole.value, whole.value <= Self.largestWhole,
      end < bounds.upperBound, isOf(end)
    else { return nil }
    return part.value.divided(by: whole.value).map { ($0, 3) }
  }

  private static let largestWhole = ExactNumber(20)

  /// Whether what stands there leads to a whole: "of", « du », « des ».
  private func isOf(_ index: Int) -> Bool {
    pack.prepositions.match(tokens, at: index)?.value == "of"
      || pack.lightWords.contains(tokens[index]) && !pack.passiveMarks.contains(tokens[index])
        && !pack.perfectMarks.contains(tokens[index])
  }

  /// Whether a place in order stands before it: "the first-half goals", « la seconde moitié ».
  private func isOneOfTwo(_ index: Int, in bounds: Range<Int>) -> Bool {
    guard index > bounds.lowerBound else { return false }
    let before = tokens[index - 1].isCharacter("-") ? index - 2 : index - 1
    guard before >= bounds.lowerBound, tokens[before].kind == .word else { return false }
    return numbers.number(in: tokens, at: before).map { $0.isOrdinal && $0.tokens.upperBound == before + 1 } ?? false
  }

  /// « un cinquième » where the sentence shares out a whole, or a bound stands before it, and no noun follows: « quatre
  /// cinquièmes… un cinquième par le gaz », "by up to a fifth".
  private func partOfWhole(at index: Int, in bounds: Range<Int>) -> (value: ExactNumber, count: Int)? {
    // Few of the words behind « un » are ordinals.
    guard index + 1 < bounds.upperBound, tokens[index].kind == .word, tokens[index + 1].kind == .word,
      numbers.mayStart(with: tokens[index + 1].hash), let ordinal = numbers.number(in: tokens, at: index + 1),
      ordinal.isOrdinal, ordinal.form == .words, ordinal.value > Self.half,
      numbers.number(in: tokens, at: index)?.value == .one || pack.lightWords.contains(tokens[index]),
      let part = ExactNumber.one.divided(by: ordinal.value)
    else { return nil }
    let next = ordinal.tokens.upperBound
    let isAlone = next >= bounds.upperBound || tokens[next].kind == .mark || pack.stopWords.contains(tokens[next])
    guard isAlone else { return nil }
    let isShared = bounds.contains { $0 != index && pack.fractions.match(tokens, at: $0) != nil }
    return isShared || comparator(around: index..<next, in: bounds).0 != nil ? (part, next - index) : nil
  }

  private static let half = ExactNumber(2)

  /// Whether the last word of a multiplication begins a number that goes on behind it: "followed by half a million".
  private func isCutShort(at index: Int, _ count: Int, in bounds: Range<Int>) -> Bool {
    guard count > 1 else { return false }
    // "By half a percentage point".
    if pack.fractions.match(tokens, at: index + count - 1)?.count == 1, index + count < bounds.upperBound,
      pack.isArticle(tokens, at: index + count), partUnit(at: index + count, in: bounds).unit != nil
    {
      return true
    }
    guard let number = numbers.number(in: tokens, at: index + count - 1) else { return false }
    return number.tokens.upperBound > index + count
  }

  private func number(at index: Int, in bounds: Range<Int>) -> FigureReading? {
    let prefix = currency(before: index, in: bounds)
    var first = index + (prefix?.count ?? 0)
    var isNegative = false
    if prefix == nil, isSign(at: first, in: bounds) {
      isNegative = !tokens[first].isCharacter("+")
      first += 1
    }
    guard first < bounds.upperBound, let reading = numbers.number(in: tokens, at: first), !reading.tokens.isEmpty,
      reading.tokens.upperBound <= bounds.upperBound
    else { return nil }
    let clock = prefix == nil && !isNegative ? clock(from: reading, in: bounds) : nil
    if prefix == nil, !isNegative, clock == nil,
      let ratio = ratio(from: reading, in: bounds) ?? ratio(openedBy: reading, in: bounds)
    {
      let range = index..<ratio.end
      let (comparator, bound) = comparator(around: range, in: bounds)
      return FigureReading(
        figure: Figure(value: ratio.value, comparator: comparator, form: .ratio), tokens: range, bound: bound)
    }
    // « un », "one" and "a" are articles or pronouns far more often than amounts.
    var end = reading.tokens.upperBound
    var unit = prefix?.unit
    if let clock {
      unit = .hour
      end = clock.end
    } else if unit == nil, let match = unitMatch(at: end, in: bounds) {
      unit = match.unit
      end += match.count
    } else if unit == nil, reading.form != .digits || isInMillions(reading.value), !reading.isOrdinal,
      end + 1 < bounds.upperBound, pack.partitives.contains(tokens[end]),
      let match = unitMatch(at: end + 1, in: bounds)
    {
      // « 4 milliards de litres », « 4 000 000 000 de litres ».
      unit = match.unit
      end += 1 + match.count
    }
    let half = clock == nil && unit != nil ? halfBehind(end, in: bounds) : nil
    if reading.form == .words, reading.value == .one, clock == nil, half == nil, unit?.dimension.isShare != true,
      unit == nil || index == first
    {
      return nil
    }
    var value = clock?.hours ?? reading.value
    var places = reading.significantPlaces
    if clock == nil, let whole = unit, let rest = restOfSpan(at: end, behind: whole, in: bounds) {
      value = value.adding(rest.value) ?? value
      end = rest.end
    } else if let half {
      value = value.adding(Self.oneHalf) ?? value
      end = half
    } else if clock == nil, prefix == nil, let unit, let cents = cents(at: end, of: value, in: unit, bounds) {
      value = value.adding(cents.value) ?? value
      places = 2
      end = cents.end
    }
    if unit?.dimension == .temperature, !isNegative, let count = belowZero(at: end, in: bounds) {
      isNegative = true
      end += count
    }
    if isNegative { value = ExactNumber.zero.subtracting(value) ?? value }
    var upper: ExactNumber?
    if !reading.isOrdinal, let top = rangeEnd(at: end, from: reading, startsAt: index, unit: unit, in: bounds) {
      upper = top.value
      unit = top.unit ?? unit
      end = top.end
      value = value.multiplied(by: top.scale.factor) ?? value
      places -= top.scale.digits
    }
    let range = index..<end
    let (comparator, bound) = comparator(around: range, in: bounds)
    let figure = Figure(
      value: value, upper: upper, unit: unit, comparator: comparator,
      form: reading.form == .words ? .words : .digits, places: places, isVague: reading.isVague,
      isOrdinal: reading.isOrdinal)
    return FigureReading(figure: figure, tokens: range, bound: bound)
  }

  /// Whether a number in digits is read as so many millions, and is followed as they are.
  private func isInMillions(_ value: ExactNumber) -> Bool {
    value.isInteger && value >= ExactNumber(1_000_000)
  }

  func unitMatch(at index: Int, in bounds: Range<Int>) -> (unit: Unit, count: Int)? {
    guard index < bounds.upperBound, let match = pack.units.match(tokens, at: index),
      index + match.count <= bounds.upperBound
    else { return nil }
    return (match.value, match.count)
  }

  /// « une PME sur huit », "3 out of 10".
  private func ratio(from count: NumberReading, in bounds: Range<Int>) -> (value: ExactNumber, end: Int)? {
    // « un minimum de 300 » is a bound, and no one of 300.
    guard count.value.isInteger, !count.isOrdinal, !count.isVague,
      pack.comparators.match(tokens, at: count.tokens.lowerBound) == nil
    else { return nil }
    var index = count.tokens.upperBound
    var words = 0
    while index < bounds.upperBound, words <= 3, tokens[index].kind == .word {
      // "4 minutes instead of 19" takes one from the other.
      if words > 0, pack.contrasts.match(tokens, at: index - 1).map({ $0.count > 1 }) == true { return nil }
      if let link = pack.ratios.match(tokens, at: index) {
        // "A slate of 26" is all of them.
        if words > 0, count.value == .one, pack.prepositions.match(tokens, at: index)?.value == "of" { return nil }
        let next = index + link.count
        guard next < bounds.upperBound, let base = numbers.number(in: tokens, at: next), !base.tokens.isEmpty,
          base.tokens.upperBound <= bounds.upperBound, base.value.isInteger, !base.isVague, !base.isOrdinal,
          count.value < base.value, isBase(base.value),
          unitMatch(at: base.tokens.upperBound, in: bounds) == nil,
          let value = count.value.divided(by: base.value)
        else { return nil }
        return (value, base.tokens.upperBound)
      }
      index += 1
      words += 1
    }
    return nil
  }

  /// « sur cent dossiers, 71 », "of every 100 claims, 71": the round number that leads the way is what they are counted of.
  private func ratio(openedBy base: NumberReading, in bounds: Range<Int>) -> (value: ExactNumber, end: Int)? {
    guard base.value >= ExactNumber(10), Self.bases.contains(base.value), !base.isOrdinal, !base.isVague,
      (1...Self.longestLink).contains(where: { count in
        let start = base.tokens.lowerBound - count
        return start >= bounds.lowerBound && pack.ratios.match(tokens, at: start)?.count == count
      }),
      let comma = (base.tokens.upperBound..<bounds.upperBound).prefix(Self.longestLink)
        .first(where: { tokens[$0].isCharacter(",") }),
      comma > base.tokens.upperBound, tokens[base.tokens.upperBound..<comma].allSatisfy({ $0.kind == .word }),
      comma + 1 < bounds.upperBound, let part = numbers.number(in: tokens, at: comma + 1), part.value.isInteger,
      !part.isOrdinal, part.tokens.upperBound <= bounds.upperBound, part.value < base.value,
      unitMatch(at: part.tokens.upperBound, in: bounds) == nil, let value = part.value.divided(by: base.value)
    else { return nil }
    return (value, part.tokens.upperBound)
  }

  private static let bases: Set<ExactNumber> = [ExactNumber(10), ExactNumber(100), ExactNumber(1000)]
  private static let longestLink = 4

  /// Whether a ratio can be of so many: "3 in 1,000"; « 23 en 2022 » is none.
  private func isBase(_ number: ExactNumber) -> Bool {
    number <= ExactNumber(1000) || number == ExactNumber(10_000) || number == ExactNumber(100_000)
  }

  /// The upper end of « 15 à 30 % », « entre 15 et 30 % », "15-30%".
  private func rangeEnd(
    at index: Int, from lower: NumberReading, startsAt start: Int, unit: Unit?, in bounds: Range<Int>
  ) -> (value: ExactNumber, unit: Unit?, scale: Scale, end: Int)? {
    guard index < bounds.upperBound, let link = pack.rangeConnectives.match(tokens, at: index) else { return nil }
    // « et », "and" join the ends of a range only where « entre », "between" opens it.
    if link.value {
      let before = start - 1
      guard before >= bounds.lowerBound, pack.rangeOpeners.match(tokens, at: before) != nil else { return nil }
    }
    var next = index + link.count
    guard next < bounds.upperBound else { return nil }
    let prefix = currency(before: next, in: bounds)
    next += prefix?.count ?? 0
    guard next < bounds.upperBound, let reading = numbers.number(in: tokens, at: next), !reading.tokens.isEmpty,
      !reading.isOrdinal, reading.tokens.upperBound <= bounds.upperBound, reading.value > lower.value,
      tokens[index].folded != "-" || tokens[next].kind == .digits,
      // « 1,1 % au 2024-01-01 ».
      !(bounds.contains(next + 2) && tokens[next + 1].isCharacter("-") && tokens[next + 2].gap == .none
        && tokens[next + 2].kind == .digits && tokens[next].range.count == 4)
    else { return nil }
    if let clock = prefix == nil ? clock(from: reading, in: bounds, endingSpan: unit == .hour) : nil {
      return unit == nil || unit == .hour ? (clock.hours, .hour, (.one, 0), clock.end) : nil
    }
    let after = prefix.map { (unit: $0.unit, count: 0) } ?? unitMatch(at: reading.tokens.upperBound, in: bounds)
    if let unit, let after, unit != after.unit { return nil }
    let scale = sharedScale(of: lower.tokens, with: reading.tokens)
    return (reading.value, after?.unit ?? unit, scale, reading.tokens.upperBound + (after?.count ?? 0))
  }

  /// What a scale word multiplies by, and how many digits that adds.
  typealias Scale = (factor: ExactNumber, digits: Int)

  /// The scale that the first of two amounts leaves to the second: « de 10 à 15 millions »; one when it leaves none.
  func sharedScale(of first: Range<Int>, with second: Range<Int>) -> Scale {
    let none: Scale = (.one, 0)
    guard let bare = numbers.number(in: tokens, at: first.lowerBound), bare.form == .digits, bare.value > .zero,
      bare.value < ExactNumber(1000), let scaled = numbers.number(in: tokens, at: second.lowerBound),
      scaled.form == .mixed,
      let digits = numbers.number(in: Array(tokens[second.lowerBound..<second.lowerBound + 1]), at: 0),
      digits.value > .zero, let factor = scaled.value.divided(by: digits.value), factor > .one,
      let amount = bare.value.multiplied(by: factor)
    else { return none }
    // « de 900 à 1,2 million » leaves nothing out.
    guard let most = scaled.value.multiplied(by: Self.widestSpan), amount <= most else { return none }
    return (factor, digits.significantPlaces - scaled.significantPlaces)
  }

  /// How many times the second of two amounts of one scale the first can be.
  private static let widestSpan = ExactNumber(20)

  /// The comparator right before the figure (« plus de »), or right behind it (« au moins », "or more").
  private func comparator(around range: Range<Int>, in bounds: Range<Int>) -> (Comparator?, words: Range<Int>?) {
    for length in stride(from: 4, through: 1, by: -1) {
      let start = range.lowerBound - length
      guard start >= bounds.lowerBound, let match = pack.comparators.match(tokens, at: start), match.count == length
      else { continue }
      return (match.value, start..<range.lowerBound)
    }
    // "50 or more", "50 staff or more".
    for start in [range.upperBound, range.upperBound + 1] where start < bounds.upperBound {
      guard let match = pack.comparators.match(tokens, at: start), start + match.count <= bounds.upperBound,
        match.value == .atLeast || match.value == .atMost,
        start == range.upperBound || endsPhrase(at: start + match.count, in: bounds)
      else { continue }
      return (match.value, start..<start + match.count)
    }
    return (nil, nil)
  }
}
