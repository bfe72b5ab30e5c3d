import Languages

/// Times of day, and lengths of time in hours and minutes: `15:34`, « 15 h 34 » and "3:34 p.m." are one.
extension FigureReader {
  /// The hours that a time tells, and where it ends; `nil` where it tells neither minutes nor which half of the day is meant.
  func clock(at index: Int, in bounds: Range<Int>) -> (hours: ExactNumber, end: Int)? {
    guard var hours = plain(index, in: bounds, 1...2), hours <= 24 else { return nil }
    var end = index + 1
    var minutes: Int?
    if end < bounds.upperBound, tokens[end].isCharacter(":"), tokens[end].gap == .none,
      let told = plain(end + 1, in: bounds, 2...2), told < 60, tokens[end + 1].gap == .none
    {
      minutes = told
      end += 2
    } else if let unit = unitMatch(at: end, in: bounds), unit.unit == .hour {
      end += unit.count
      if let told = plain(end, in: bounds, 2...2), told < 60, tokens[end].gap != .lineBreak {
        let behind = unitMatch(at: end + 1, in: bounds)
        // « 15 heures 34 » and « 15h34 départ », but "24 hours 12 people signed".
        let isMinutes = behind.map { $0.unit.dimension == .duration && $0.unit.factor == ExactNumber(60) }
        if isMinutes ?? (tokens[end].gap == .none || endsPhrase(at: end + 1, in: bounds)) {
          minutes = told
          end += 1 + (behind?.count ?? 0)
        }
      }
    }
    let half = (1...12).contains(hours) && end < bounds.upperBound ? pack.clockHalves.match(tokens, at: end) : nil
    if let half, end + half.count <= bounds.upperBound {
      hours = hours % 12 + (half.value ? 12 : 0)
      end += half.count
    } else if minutes == nil {
      return nil
    }
    guard let part = ExactNumber(minutes ?? 0).divided(by: ExactNumber(60)), let sum = ExactNumber(hours).adding(part)
    else { return nil }
    return (sum, end)
  }

  /// A number in so many plain digits.
  private func plain(_ index: Int, in bounds: Range<Int>, _ lengths: ClosedRange<Int>) -> Int? {
    guard bounds.contains(index), tokens[index].kind == .digits, lengths.contains(tokens[index].range.count) else {
      return nil
    }
    return Int(tokens[index].folded)
  }

  /// Whether nothing stands there that digits could count.
  private func endsPhrase(at index: Int, in bounds: Range<Int>) -> Bool {
    index >= bounds.upperBound || tokens[index].kind == .mark || pack.stopWords.contains(tokens[index])
      || pack.clockHalves.match(tokens, at: index) != nil
  }
}

extension Unit {
  /// The unit that times of day are given in.
  static let hour = Unit(dimension: .duration, name: "h", factor: ExactNumber(3600))
}
