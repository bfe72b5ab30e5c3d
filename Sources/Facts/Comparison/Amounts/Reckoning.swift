import Languages

/// What can be worked out of a few amounts that stand together.
struct Reckoning {
  private let operands: [Figure]

  init(_ operands: [Figure]) { self.operands = operands }

  static func mayFollow(_ figure: Figure) -> Bool { figure.upper == nil && !figure.isOrdinal }

  /// Whether the amount follows from two of them, or is the share that the others leave.
  ///
  /// - Parameter direction: which way the amount is told to move; a third less is a third of the larger amount.
  func givesRise(to figure: Figure, direction: Direction? = nil) -> Bool {
    let others = operands.filter { $0.upper == nil && !$0.isOrdinal }
    if isRest(figure, of: others) { return true }
    return others.indices.contains { first in
      others[(first + 1)...].contains { second in
        isSumOrDifference(figure, others[first], second, amongTwo: others.count == 2)
          || isRatio(figure, others[first], second, direction)
          || isShare(figure, of: others[first], second) || isAverage(figure, of: others[first], second)
      }
    }
  }

  /// Whether the amount is one of the shares of one of the amounts.
  func isShare(_ figure: Figure) -> Bool {
    operands.indices.contains { first in
      operands[(first + 1)...].contains { isShare(figure, of: operands[first], $0) }
    }
  }

  private func isSumOrDifference(_ figure: Figure, _ a: Figure, _ b: Figure, amongTwo: Bool) -> Bool {
    if let mine = a.percentage, let other = b.percentage { return isMove(figure, mine, other) }
    // One more or less is another number.
    guard ![figure, a, b].contains(where: { $0.form == .multiplier || $0.isShare || $0.isOne }), a != b,
      let (mine, first, second) = inOneUnit(figure, a, b),
      let difference = max(first, second).subtracting(min(first, second)), difference > .zero
    else { return false }
    let isDifference = difference == mine || isOvernight(figure, a, b, difference)
    let isSum = first.adding(second) == mine
    // Small numbers without a unit come of too many others.
    let isTelling = figure.unit != nil || !figure.value.isInteger || figure.value > AmountComparison.smallCount
    return (isTelling || amongTwo) && (isDifference || isSum)
  }

  /// Whether two shares make this one, or differ by so much: that is told in points, percentage points or not.
  private func isMove(_ figure: Figure, _ a: ExactNumber, _ b: ExactNumber) -> Bool {
    let isInPoints = figure.unit?.dimension == .other("point")
    guard isInPoints || figure.kind == .share, a != b else { return false }
    let told = figure.percentage ?? figure.baseValue
    return max(a, b).subtracting(min(a, b)) == told || !isInPoints && a.adding(b) == told
  }

  /// The three amounts in one unit: « 12 millions d'euros, puis 15 millions » tells it once; `nil` where they have several.
  private func inOneUnit(_ figure: Figure, _ a: Figure, _ b: Figure) -> (ExactNumber, ExactNumber, ExactNumber)? {
    let units = [a, b, figure].compactMap(\.unit)
    guard let unit = units.first else { return (figure.value, a.value, b.value) }
    guard units.allSatisfy({ $0.dimension == unit.dimension }),
      // « La ligne 3 … quatre mois »: a small number without the unit counts something else.
      figure.unit == nil
        || [a, b].allSatisfy({ $0.unit != nil || !$0.value.isInteger || $0.value > AmountComparison.smallCount })
    else { return nil }
    let amounts = [figure, a, b].map { $0.unit == nil ? $0.value.multiplied(by: unit.factor) : $0.baseValue }
    guard let mine = amounts[0], let first = amounts[1], let second = amounts[2] else { return nil }
    return (mine, first, second)
  }

  /// Whether so many hours lie between two times of day of which one is before midnight and one after it.
  private func isOvernight(_ figure: Figure, _ a: Figure, _ b: Figure, _ difference: ExactNumber) -> Bool {
    let isHour = { (figure: Figure) in figure.unit?.dimension == .duration && figure.unit?.factor == Self.hour }
    guard isHour(figure), isHour(a), isHour(b) else { return false }
    return Self.day.subtracting(difference) == figure.baseValue
  }

  private static let day = ExactNumber(86_400)
  private static let hour = ExactNumber(3_600)

  /// Whether a share is what several others leave of the whole: « 54 % et 28 %, le reste, soit 18 % ».
  private func isRest(_ figure: Figure, of parts: [Figure]) -> Bool {
    guard let share = figure.percentage else { return false }
    let shares = parts.compactMap(\.percentage)
    let total = shares.reduce(share as ExactNumber?) { sum, part in sum?.adding(part) }
    return shares.count > 1 && total == .hundred
  }

  /// Whether a share or a multiple is what two amounts of one kind come to, or by what part the one differs from the other.
  private func isRatio(_ figure: Figure, _ a: Figure, _ b: Figure, _ direction: Direction?) -> Bool {
    guard figure.isShare || figure.kind == .multiplier, !a.isShare, !b.isShare,
      a.unit == nil || b.unit == nil || a.unit?.dimension == b.unit?.dimension
    else { return false }
    let unit = a.unit ?? b.unit
    let values = [a, b].map { $0.unit == nil ? $0.value.multiplied(by: unit?.factor ?? .one) : $0.baseValue }
    guard let first = values[0], let second = values[1], first > .zero, second > .zero else { return false }
    return [(first, second), (second, first)].contains { part, whole in
      guard let ratio = part.divided(by: whole) else { return false }
      if figure.kind == .multiplier { return ratio == figure.value || isRough(figure, ratio) }
      let isLess = part < whole
      let gap = max(ratio, .one).subtracting(min(ratio, .one)).map { agrees(figure, with: $0) } == true
      switch direction {
      case .down: return isLess && (gap || agrees(figure, with: ratio))
      case .up: return !isLess && gap
      case .stable, nil: return gap || agrees(figure, with: ratio)
      }
    }
  }

  /// Whether a multiple that is told as a rough one is near that: « presque deux fois » of 1.91.
  private func isRough(_ multiple: Figure, _ ratio: ExactNumber) -> Bool {
    guard let comparator = multiple.comparator, comparator != .exactly, ratio != multiple.value,
      let gap = max(ratio, multiple.value).subtracting(min(ratio, multiple.value)),
      let most = multiple.value.multiplied(by: Self.roughness), gap <= most
    else { return false }
    return comparator.side.map { ($0 > 0) == (ratio > multiple.value) } ?? true
  }

  /// How far from a rough multiple what it stands for may be, as a part of it.
  private static let roughness = ExactNumber(numerator: 1, denominator: 10) ?? .one

  private func agrees(_ share: Figure, with exact: ExactNumber) -> Bool {
    guard let percent = exact.multiplied(by: .hundred), let told = share.percentage else { return false }
    if share.unit != nil { return percent.rounded(toPlaces: share.places) == told }
    return max(percent, told).subtracting(min(percent, told)).map { $0 < .one } == true
  }

  /// Whether the amount is a share of another one, or what that share leaves: 40 % of 3.75 million.
  private func isShare(_ figure: Figure, of a: Figure, _ b: Figure) -> Bool {
    guard !figure.isShare, figure.form != .multiplier, a.isShare != b.isShare else { return false }
    let (share, whole) = a.isShare ? (a, b) : (b, a)
    guard whole.form != .multiplier, let part = share.percentage?.divided(by: .hundred), part > .zero, part < .one,
      let rest = ExactNumber.one.subtracting(part)
    else { return false }
    return [part, rest].contains { share in
      whole.baseValue.multiplied(by: share).map { isToldAs(figure, $0, whole.unit) } == true
    }
  }

  /// Whether the amount is a total shared out among so many: 18 750 euros for each of 512.
  private func isAverage(_ figure: Figure, of a: Figure, _ b: Figure) -> Bool {
    guard !figure.isShare, figure.form != .multiplier, !a.isShare, !b.isShare else { return false }
    return [(a, b), (b, a)].contains { total, count in
      guard total.unit != nil, count.kind == .count, count.value.isInteger, count.value > .one,
        let each = total.baseValue.divided(by: count.value)
      else { return false }
      return isToldAs(figure, each, total.unit)
    }
  }

  /// Whether the figure tells the amount in the unit, to its last digit or rounded to it where that says enough.
  private func isToldAs(_ figure: Figure, _ amount: ExactNumber, _ unit: Unit?) -> Bool {
    guard figure.unit == nil || figure.unit?.dimension == unit?.dimension else { return false }
    let factor = figure.unit?.factor ?? unit?.factor ?? .one
    guard let value = amount.divided(by: factor) else { return false }
    if value == figure.value { return figure.unit != nil || figure.value > AmountComparison.smallCount }
    return figure.value > AmountComparison.smallCount && value.rounded(toPlaces: figure.places) == figure.value
  }
}
