import Languages

/// Times of day, and lengths of time in hours and minutes: `15:34`, « 15 h 34 » and "3:34 p.m." are one.
extension FigureReader {
  /// The hours that a time tells, and where it ends; `nil` where it tells neither minutes nor which half of the day is meant,
  /// or where two numbers with a colon between may be anything: a scale, a score.
  ///
  /// - Parameters:
  ///   - number: the number with which the time may start.
  ///   - isSpan: whether a time and the link to a second one stand right before.
  func clock(
    from number: NumberReading, in bounds: Range<Int>, endingSpan isSpan: Bool = false
  ) -> (hours: ExactNumber, end: Int)? {
    let index = number.tokens.lowerBound
    if let pointed = pointedClock(at: index, in: bounds) { return pointed }
    guard var hours = plain(index, in: bounds, 1...2), hours <= 24 else { return wordedClock(from: number, in: bounds) }
    var end = index + 1
    var minutes: Int?
    var isCertain = true
    var seconds = 0
    if let told = minutesBehindColon(at: index, in: bounds) {
      minutes = told
      end += 2
      isCertain = isSpan || isTimeOfDay(at: index, in: bounds)
      if let told = secondsBehindColon(at: end, in: bounds) {
        seconds = told
        end += 2
        // "1:20:30" may be a ratio.
        isCertain = isCertain || tokens[index].range.count == 2
      }
      if let unit = unitMatch(at: end, in: bounds), unit.unit == .hour {
        isCertain = true
        end += unit.count
      }
    } else if let unit = unitMatch(at: end, in: bounds), unit.unit == .hour {
      end += unit.count
      if let told = plain(end, in: bounds, 2...2), told < 60, tokens[end].gap != .lineBreak {
        let behind = unitMatch(at: end + 1, in: bounds)
        // « 15 heures 34 », « 15 h 34 départ » and « 15h34 départ », but "24 hours 12 people signed".
        let isMinutes = behind.map { $0.unit.dimension == .duration && $0.unit.factor == ExactNumber(60) }
        let isTold = tokens[end].gap == .none || unit.count == 1 && tokens[end - 1].range.count == 1
        if isMinutes ?? (isTold || endsPhrase(at: end + 1, in: bounds)) {
          minutes = told
          end += 1 + (behind?.count ?? 0)
        }
      }
    }
    let half = (1...12).contains(hours) && end < bounds.upperBound ? pack.clockHalves.match(tokens, at: end) : nil
    if let half, end + half.count <= bounds.upperBound {
      hours = hours % 12 + (half.value ? 12 : 0)
      end += half.count
    } else if minutes == nil || !isCertain {
      return nil
    }
    guard let part = ExactNumber(60 * (minutes ?? 0) + seconds).divided(by: ExactNumber(3600)),
      let sum = ExactNumber(hours).adding(part)
    else { return nil }
    return (sum, end)
  }

  /// A time with a full stop and the half of the day that is meant: "6.30am", "4.52 pm".
  private func pointedClock(at index: Int, in bounds: Range<Int>) -> (hours: ExactNumber, end: Int)? {
    guard tokens[index].kind == .digits, index + 1 < bounds.upperBound,
      let half = pack.clockHalves.match(tokens, at: index + 1), index + 1 + half.count <= bounds.upperBound
    else { return nil }
    let parts = tokens[index].folded.split(separator: ".")
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2, let hours = Int(parts[0]),
      let minutes = Int(parts[1]), (1...12).contains(hours), minutes < 60,
      let sum = ExactNumber(numerator: Int128(60 * (hours % 12 + (half.value ? 12 : 0)) + minutes), denominator: 60)
    else { return nil }
    return (sum, index + 1 + half.count)
  }

  /// The minutes of two numbers with a colon between that can be a time: `15:34`, and no part of `1:20:30`.
  private func minutesBehindColon(at index: Int, in bounds: Range<Int>) -> Int? {
    guard joins(index + 1, in: bounds), !joins(index - 1, in: bounds),
      !joins(index + 3, in: bounds) || secondsBehindColon(at: index + 3, in: bounds) != nil,
      let hours = plain(index, in: bounds, 1...2), let told = plain(index + 2, in: bounds, 2...2), told < 60
    else { return nil }
    return hours < 24 || (hours == 24 && told == 0) ? told : nil
  }

  /// The seconds behind the colon at the index, the last part of a time: `17:34:38`.
  private func secondsBehindColon(at colon: Int, in bounds: Range<Int>) -> Int? {
    guard joins(colon, in: bounds), !joins(colon + 2, in: bounds), let told = plain(colon + 1, in: bounds, 2...2),
      told < 60
    else { return nil }
    return told
  }

  /// Whether a colon stands there between digits.
  private func joins(_ index: Int, in bounds: Range<Int>) -> Bool {
    bounds.contains(index) && tokens[index].isCharacter(":") && tokens[index].gap == .none
      && bounds.contains(index + 1) && tokens[index + 1].kind == .digits && tokens[index + 1].gap == .none
  }

  /// Whether something says that two numbers with a colon between are a time of day.
  private func isTimeOfDay(at index: Int, in bounds: Range<Int>) -> Bool {
    let end = index + 3
    func clue(at place: Int) -> (value: ColonClue, count: Int)? {
      bounds.contains(place) ? pack.colonPairs.match(tokens, at: place) : nil
    }
    if (index - Self.reach..<end + Self.reach).contains(where: { clue(at: $0)?.value == .pair }) { return false }
    if tokens[index].folded.utf8.first == UInt8(ascii: "0") || tokens[index + 2].folded == "00" { return true }
    if clue(at: end)?.value == .behind { return true }
    // "Monday, 15:34", "15:34 on Monday".
    if [index - 2, index - 1, end, end + 1].contains(where: {
      bounds.contains($0) && pack.weekdays.contains(tokens[$0])
    }) {
      return true
    }
    // What begins with one is a scale, odds or a dilution more often than the first hour of a day.
    if tokens[index].folded == "1" { return false }
    // As in a programme.
    if index == bounds.lowerBound || tokens[index - 1].isCharacter(":") { return true }
    if (1...3).contains(where: { length in
      clue(at: index - length).map { $0.value == .before && $0.count == length } ?? false
    }) {
      return true
    }
    guard bounds.contains(end), let link = pack.rangeConnectives.match(tokens, at: end),
      minutesBehindColon(at: end + link.count, in: bounds) != nil,
      let first = plain(index, in: bounds, 1...2), let second = plain(end + link.count, in: bounds, 1...2)
    else { return false }
    return first < second
  }

  /// So many words away a word still says what two numbers are.
  private static let reach = 4

  /// A time in words, with the half of the day that is meant: « une heure et demie de l'après-midi », "eight in the evening".
  private func wordedClock(from number: NumberReading, in bounds: Range<Int>) -> (hours: ExactNumber, end: Int)? {
    guard number.form == .words, !number.isOrdinal, !number.isVague, number.value.isInteger, number.value >= .one,
      number.value <= ExactNumber(24)
    else { return nil }
    if let told = wordedMinutes(from: number, in: bounds) { return told }
    guard number.value <= ExactNumber(12) else { return nil }
    var end = number.tokens.upperBound
    var hours = number.value
    if let unit = unitMatch(at: end, in: bounds), unit.unit == .hour { end += unit.count }
    if end < bounds.upperBound, let half = pack.halves.match(tokens, at: end) {
      hours = ExactNumber(numerator: 1, denominator: 2).flatMap { hours.adding($0) } ?? hours
      end += half.count
    }
    guard end < bounds.upperBound, let half = pack.clockHalves.match(tokens, at: end),
      end + half.count <= bounds.upperBound
    else { return nil }
    if half.value, hours < ExactNumber(12) { hours = hours.adding(ExactNumber(12)) ?? hours }
    return (hours, end + half.count)
  }

  /// « dix-huit heures trente », behind which nothing is counted.
  private func wordedMinutes(
    from number: NumberReading, in bounds: Range<Int>
  ) -> (hours: ExactNumber, end: Int)? {
    let start = number.tokens.upperBound
    guard let unit = unitMatch(at: start, in: bounds), unit.unit == .hour, start + unit.count < bounds.upperBound,
      let minutes = NumberReader(pack).number(in: tokens, at: start + unit.count), minutes.form == .words,
      !minutes.isOrdinal, !minutes.isVague, minutes.value.isInteger, minutes.value > .one,
      minutes.value < ExactNumber(60), endsPhrase(at: minutes.tokens.upperBound, in: bounds),
      let part = minutes.value.divided(by: ExactNumber(60)), let hours = number.value.adding(part)
    else { return nil }
    return (hours, minutes.tokens.upperBound)
  }

  /// What a smaller unit adds to a span of time, in the larger one, and where it ends: « trois heures et quarante-deux
  /// minutes », "two years and six months".
  func restOfSpan(at index: Int, behind whole: Unit, in bounds: Range<Int>) -> (value: ExactNumber, end: Int)? {
    guard whole.dimension == .duration || whole.dimension == .other("month"), index < bounds.upperBound else {
      return nil
    }
    let joint = pack.rangeConnectives.match(tokens, at: index).flatMap { $0.value ? $0.count : nil } ?? 0
    let start = index + joint
    guard start < bounds.upperBound, mayStart(at: start),
      let part = NumberReader(pack).number(in: tokens, at: start), !part.isOrdinal, !part.isVague, part.value > .zero,
      let unit = unitMatch(at: part.tokens.upperBound, in: bounds), unit.unit.dimension == whole.dimension,
      unit.unit.factor < whole.factor, let length = part.value.multiplied(by: unit.unit.factor), length < whole.factor,
      let value = length.divided(by: whole.factor)
    else { return nil }
    return (value, part.tokens.upperBound + unit.count)
  }

  /// A number in so many plain digits.
  private func plain(_ index: Int, in bounds: Range<Int>, _ lengths: ClosedRange<Int>) -> Int? {
    guard bounds.contains(index), tokens[index].kind == .digits, lengths.contains(tokens[index].range.count) else {
      return nil
    }
    return Int(tokens[index].folded)
  }

  /// Whether nothing stands there that digits could count.
  func endsPhrase(at index: Int, in bounds: Range<Int>) -> Bool {
    index >= bounds.upperBound || tokens[index].kind == .mark || pack.stopWords.contains(tokens[index])
      || pack.clockHalves.match(tokens, at: index) != nil
  }
}

extension Unit {
  /// The unit that times of day are given in.
  static let hour = Unit(dimension: .duration, name: "h", factor: ExactNumber(3600))
}
