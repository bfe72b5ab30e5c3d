/// One reading of a number that is written out, word by word, as long as the words make one number.
struct NumberPhrase {
  private let tokens: [Token]
  private let vocabulary: NumberVocabulary
  private let start: Int
  private var next: Int

  /// The finished groups: everything before the last scale.
  private var total = ExactNumber.zero
  /// The group being read, below one thousand, or a number of hundreds: 1 900.
  private var group: Int?
  private var hasHundreds = false
  private var lastScale: ExactNumber?
  /// The part of `total` before the last scale's, and the scale that it was counted in: the « un billón » of « un billón
  /// doscientos mil millones ».
  private var above: (total: ExactNumber, scale: ExactNumber)?
  private var half = false
  private var isVague = false
  private var places = 0

  init(_ tokens: [Token], start: Int, _ vocabulary: NumberVocabulary) {
    self.tokens = tokens
    self.vocabulary = vocabulary
    self.start = start
    next = start
  }

  mutating func read() -> NumberReading? {
    while let (word, count) = word(at: next) {
      switch word {
      case .article:
        guard next == start else { return finish() }
        if isMultiplier(at: next + count) { group = 1 } else { return reading(.one, until: next + count) }
        next += count
      case .small(let value):
        guard add(value, joined: false, at: next, count) else { return finish() }
        next += count
        if group == value, total == .zero, vocabulary.onlyBeforeWords.contains(tokens[start]), !isWord(next) {
          return nil
        }
      case .hundred:
        guard multiplyByHundred() else { return finish() }
        if start == next, !vocabulary.alone.contains(tokens[next]) { isVague = true }
        next += count
      case .scale(let scale):
        if start == next, !vocabulary.alone.contains(tokens[next]) { isVague = true }
        guard multiply(by: scale) else { return finish() }
        next += count
      case .vague(let number):
        guard multiply(byVague: number) else { return finish() }
        next += count
      case .of:
        guard isVague, let (following, _) = self.word(at: next + count), isLarge(following) else {
          return finish()
        }
        next += count
      case .joiner:
        guard join(after: count) else { return finish() }
      case .decimalMark:
        return fraction(after: count) ?? finish()
      case .ordinal(let value):
        guard !isVague, add(value, joined: false, at: next, count) else { return finish() }
        return reading(current, until: next + count, isOrdinal: true)
      case .ordinalHundred:
        guard !isVague, multiplyByHundred() else { return finish() }
        return reading(current, until: next + count, isOrdinal: true)
      case .ordinalScale(let scale):
        guard !isVague, multiply(by: scale) else { return finish() }
        return reading(current, until: next + count, isOrdinal: true)
      }
      if readHalf() == false { return finish() }
    }
    return finish()
  }

  // MARK: Words

  private func word(at index: Int) -> (NumberWord, Int)? {
    guard index < tokens.count, index == start || tokens[index].gap != .lineBreak else { return nil }
    return vocabulary.words.match(tokens, at: index).map { ($0.value, $0.count) }
  }

  private func isMultiplier(at index: Int) -> Bool {
    switch word(at: index)?.0 {
    case .hundred, .scale, .vague: true
    default: false
    }
  }

  private func isLarge(_ word: NumberWord) -> Bool {
    switch word {
    case .scale, .vague: true
    default: false
    }
  }

  private func isWord(_ index: Int) -> Bool {
    index < tokens.count && tokens[index].kind == .word && tokens[index].gap != .lineBreak
  }

  /// Whether the word from `index` on is tied to what is no number: the "one" of "one-bedroom".
  private func isTied(_ index: Int, _ count: Int) -> Bool {
    let after = index + count
    guard tokens[index].gap != .hyphen, after < tokens.count, tokens[after].gap == .hyphen else { return false }
    return word(at: after) == nil
  }

  // MARK: Arithmetic

  private var current: ExactNumber { total.adding(ExactNumber(group ?? 0)) ?? total }

  /// Adds a number below one hundred to the group, where it fits.
  private mutating func add(_ value: Int, joined: Bool, at index: Int, _ count: Int) -> Bool {
    if isVague || half { return false }
    guard let group else {
      group = value
      return true
    }
    let tens = group % 100
    let fits =
      tens == 0
      ? group >= 100 && (1..<100).contains(value)
      : tens >= 20 && tens % 10 == 0 && (1...9).contains(value)
        || vocabulary.vigesimal.contains(tens) && (10...19).contains(value)
    guard fits, joined || !isTied(index, count) else { return false }
    self.group = group + value
    return true
  }

  private mutating func multiplyByHundred() -> Bool {
    guard !isVague, !half else { return false }
    guard let group else {
      group = 100
      hasHundreds = true
      return true
    }
    // « vingt cents » are coins, "twenty-five hundred" is a number, and so is « dix-neuf cents ».
    guard !hasHundreds, group > 0, group < (vocabulary.alone.isEmpty ? 100 : 20), group < 10 || group % 10 != 0 else {
      return false
    }
    self.group = group * 100
    hasHundreds = true
    return true
  }

  private mutating func multiply(by scale: ExactNumber) -> Bool {
    if isVague, start != next {
      guard let product = current.multiplied(by: scale) else { return false }
      (total, group) = (product, nil)
      return true
    }
    guard let group else {
      return multiplyOrAdd(scale)
    }
    guard group > 0, scale != lastScale else { return false }
    var factor = ExactNumber(group)
    if half { factor = factor.adding(NumberReader.oneHalf) ?? factor }
    if let lastScale, scale > lastScale {
      guard let value = raised(total.adding(factor), by: scale) else { return false }
      total = value
    } else {
      guard let product = factor.multiplied(by: scale), let sum = total.adding(product) else { return false }
      above = lastScale.map { (total, $0) }
      total = sum
    }
    (self.group, lastScale, hasHundreds) = (nil, scale, false)
    places = (half ? 1 : 0) - scale.magnitude
    return true
  }

  /// Takes a scale that has no number of its own in front.
  private mutating func multiplyOrAdd(_ scale: ExactNumber) -> Bool {
    guard let lastScale else {
      (total, self.lastScale, places) = (scale, scale, -scale.magnitude)
      return true
    }
    guard !half else { return false }
    // « mille milliards », « un million mille deux cents »
    let isProduct = scale > lastScale
    guard isProduct || vocabulary.alone.contains(tokens[next]),
      let value = isProduct ? raised(total, by: scale) : total.adding(scale)
    else { return false }
    if !isProduct { above = (total, lastScale) }
    (total, self.lastScale) = (value, scale)
    places = isProduct ? places - scale.magnitude : -scale.magnitude
    return true
  }

  /// Multiplies what was read since a larger scale: « tres mil quinientos millones ».
  private mutating func raised(_ value: ExactNumber?, by scale: ExactNumber) -> ExactNumber? {
    guard let above, above.scale > scale else {
      self.above = nil
      return value?.multiplied(by: scale)
    }
    return value?.subtracting(above.total)?.multiplied(by: scale)?.adding(above.total)
  }

  private mutating func multiply(byVague number: ExactNumber) -> Bool {
    guard !half else { return false }
    let factor = start == next ? ExactNumber.one : current
    guard let product = factor.multiplied(by: number) else { return false }
    (total, group, isVague, places) = (product, nil, true, 0)
    return true
  }

  // MARK: Joined parts

  /// Reads « et un », "and five" at `next`; moves only when the parts make one number.
  private mutating func join(after count: Int) -> Bool {
    let index = next + count
    guard !isVague, !half, let (word, length) = word(at: index), index < tokens.count else { return false }
    let value: Int
    switch word {
    case .small(let number): value = number
    case .ordinal(let number): value = number
    default: return false
    }
    let tens = (group ?? 0) % 100
    if tens >= 20 {
      guard vocabulary.joinsAfterTens, vocabulary.takenAfterTens.contains(value), !isTied(index, length),
        add(value, joined: true, at: index, length)
      else { return false }
    } else {
      guard vocabulary.joinsAfterHundreds, tens == 0, (group ?? 0) >= 100 || group == nil && total > .zero,
        !opensRange(), endsGroup(index + length, value, inScale: group == nil),
        add(value, joined: true, at: index, length)
      else { return false }
    }
    if case .ordinal = word {
      // The main loop reads the ordinal's word again and ends with it.
      group = (group ?? 0) - value
      if group == 0 { group = nil }
      next = index
      return true
    }
    next = index + length
    places = 0
    return true
  }

  private func opensRange() -> Bool {
    start > 0 && vocabulary.rangeOpeners.contains(tokens[start - 1])
  }

  /// Whether the part that starts with `value` and goes on at `index` is below a hundred: "and five", but not "and five
  /// hundred"; after a scale not "and five thousand" either.
  private func endsGroup(_ index: Int, _ value: Int, inScale: Bool) -> Bool {
    var index = index
    if value >= 20, value % 10 == 0, let (following, count) = word(at: index), case .small(let unit) = following,
      unit < 10
    {
      index += count
    }
    switch word(at: index)?.0 {
    case .hundred, .vague, .ordinalHundred: return false
    case .scale, .ordinalScale: return !inScale
    default: return true
    }
  }

  // MARK: Halves and fractions

  /// Reads « et demi » after a scale or before one; `false` when the number ends with it.
  private mutating func readHalf() -> Bool? {
    guard !half, !isVague, next < tokens.count, tokens[next].gap != .lineBreak,
      let (_, count) = vocabulary.halvesAfter.match(tokens, at: next)
    else { return nil }
    if group == nil, let lastScale {
      guard let rest = lastScale.multiplied(by: NumberReader.oneHalf), let sum = total.adding(rest) else { return nil }
      total = sum
      places += 1
      next += count
      return false
    }
    guard group != nil else { return nil }
    half = true
    places = 1
    next += count
    return true
  }

  /// Reads the digits after "point": each a word of its own, or one number below a hundred.
  private mutating func fraction(after count: Int) -> NumberReading? {
    guard !isVague, !half, lastScale == nil, group != nil else { return nil }
    var index = next + count
    var digits: [UInt8] = []
    while digits.count < 20, let (word, length) = word(at: index), case .small(let value) = word {
      guard value < 10 || digits.isEmpty else { break }
      digits += Array(String(value).utf8)
      index += length
      guard value >= 10 else { continue }
      if value % 10 == 0, value >= 20, let (unit, length) = self.word(at: index), case .small(let number) = unit,
        (1...9).contains(number)
      {
        digits[digits.count - 1] = UInt8(0x30 + number)
        index += length
      }
      break
    }
    guard let fraction = ExactNumber(decimalDigits: digits, fractionDigits: digits.count),
      let sum = current.adding(fraction)
    else { return nil }
    places = digits.count
    total = sum
    group = nil
    next = index
    if let (word, length) = word(at: next), case .scale(let scale) = word, let product = total.multiplied(by: scale) {
      total = product
      places -= scale.magnitude
      next += length
    }
    return finish()
  }

  // MARK: The reading

  private func finish() -> NumberReading? {
    guard next > start, group != nil || total > .zero || isVague else { return nil }
    var value = current
    if half, group != nil { value = value.adding(NumberReader.oneHalf) ?? value }
    return reading(value, until: next)
  }

  private func reading(_ value: ExactNumber, until end: Int, isOrdinal: Bool = false) -> NumberReading {
    NumberReading(
      value: value, tokens: start..<end, form: .words, isOrdinal: isOrdinal, isVague: isVague,
      significantPlaces: group == nil || half ? places : 0)
  }
}
