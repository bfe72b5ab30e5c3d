package import Languages

/// An amount stated in the text: a count, a share, a sum of money, a measure, a range of them.
package struct Figure: Hashable, Sendable {
  /// What was written to state it; a figure restated in another form is the same figure.
  package enum Form: Hashable, Sendable { case digits, words, fraction, ratio, multiplier }

  /// The amount in the unit it was written in; the lower end of a range.
  package let value: ExactNumber
  /// The upper end of a range (« 15 à 30 % »); `nil` for a single amount.
  package let upper: ExactNumber?
  /// `nil` for a bare count; what it counts is in the fact's context.
  package let unit: Unit?
  package let comparator: Comparator?
  package let form: Form
  /// The decimal place of the last digit written: 0 for `13`, 1 for `13.5`, -5 for `1.2 million`.
  package let places: Int
  /// Whether the amount is a rough one by its wording: « une douzaine », "hundreds of".
  package let isVague: Bool
  /// Whether the amount is an ordinal: « troisième », `21st`.
  package let isOrdinal: Bool

  package init(
    value: ExactNumber, upper: ExactNumber? = nil, unit: Unit? = nil, comparator: Comparator? = nil, form: Form,
    places: Int = 0, isVague: Bool = false, isOrdinal: Bool = false
  ) {
    self.value = value
    self.upper = upper
    self.unit = unit
    self.comparator = comparator
    self.form = form
    self.places = places
    self.isVague = isVague
    self.isOrdinal = isOrdinal
  }

  // What figures are told apart by most of the time.
  package func hash(into hasher: inout Hasher) { hasher.combine(value) }

  /// The same digits with a scale word and a unit behind them.
  func scaled(by scale: (factor: ExactNumber, digits: Int), unit: Unit?) -> Figure {
    Figure(
      value: value.multiplied(by: scale.factor) ?? value, upper: upper, unit: unit, comparator: comparator, form: form,
      places: places - scale.digits, isVague: isVague, isOrdinal: isOrdinal)
  }

  /// The same amount, as if written in digits.
  var inDigits: Figure {
    Figure(
      value: value, upper: upper, unit: unit, comparator: comparator, form: .digits, places: places, isVague: isVague,
      isOrdinal: isOrdinal)
  }

  /// The same amount without what only tells how it is written.
  var unspelled: Figure {
    Figure(
      value: baseValue, upper: baseUpper, unit: unit.map { Unit(dimension: $0.dimension, name: "", factor: .one) },
      comparator: comparator, form: isShare ? .fraction : .digits, isVague: isVague, isOrdinal: isOrdinal)
  }

  /// Whether it counts one thing.
  var isOne: Bool { value == .one && unit == nil && upper == nil }

  /// Whether it is so exact a number that one mention of it speaks for another: 187, 2,914.
  var isUnique: Bool {
    value.isInteger && value > ExactNumber(100) && upper == nil && value.rounded(toPlaces: -1) != value
  }

  /// Whether the figure is a share of a whole: a percentage, a fraction or a ratio.
  package var isShare: Bool {
    if case .percent = unit?.dimension { return true }
    return unit == nil && (form == .fraction || form == .ratio)
  }

  /// The share as a percentage; `nil` when the figure is no share.
  package var percentage: ExactNumber? {
    guard isShare else { return nil }
    return unit == nil ? value.multiplied(by: .hundred) : value
  }

  /// The amount in the base unit of its dimension, so that 1 h and 60 min are the same.
  package var baseValue: ExactNumber {
    unit.flatMap { value.multiplied(by: $0.factor) } ?? value
  }

  package var baseUpper: ExactNumber? {
    upper.map { upper in unit.flatMap { upper.multiplied(by: $0.factor) } ?? upper }
  }

  /// Whether the figure is a small number in words, such as « trois actions »: prose as often as fact.
  package var isIncidental: Bool {
    guard unit == nil, upper == nil, !isVague else { return false }
    // « Zéro » is no small number: it says that there is none at all.
    return isOrdinal || (form == .words && value <= ExactNumber(12) && value != .zero)
  }
}

extension Figure {
  /// How the amount of one figure relates to another's.
  package enum Relation: Hashable, Sendable {
    /// The same amount of the same thing, however it is spelled.
    case same
    /// Follows from the other: its complement, its rounding where that is announced, the same share in another form.
    case derived
    /// The same number in another unit: percent and percentage points, euros and dollars.
    case otherUnit
    case other
  }

  /// Returns how `self`, found in a candidate, relates to `original`, found in its baseline.
  package func relation(to original: Figure) -> Relation {
    if isOrdinal != original.isOrdinal { return .other }
    let sameDimension = unit?.dimension == original.unit?.dimension || arePoints && original.arePoints
    if sameDimension, isShare == original.isShare {
      if baseValue == original.baseValue, baseUpper == original.baseUpper { return .same }
      return restates(original) || bounds(sameAs: original) ? .derived : .other
    }
    if let mine = percentage, let other = original.percentage {
      return shareAgrees(mine, with: other, original) ? .derived : .other
    }
    if let mine = asFactor, let other = original.asFactor, mine == other { return .derived }
    if isOccurrence(of: original) || original.isOccurrence(of: self) { return .derived }
    if value == original.value, upper == original.upper, unit != nil || original.unit != nil { return .otherUnit }
    return .other
  }

  /// Whether it is told in points, of percentages or not: "0.5 points" of a rate are percentage points.
  private var arePoints: Bool {
    unit?.dimension == .percentagePoint || unit?.dimension == .other("point")
  }

  /// Whether it says how often what the other counts occurred: « c'est arrivé 5 fois » for « 5 effondrements ».
  private func isOccurrence(of other: Figure) -> Bool {
    guard case .other("times") = unit?.dimension, form != .multiplier, other.unit == nil, other.form != .multiplier
    else { return false }
    return value == other.value && upper == other.upper && !other.isOrdinal
  }

  /// Whether this share is what is left of the whole by the other one: 87 % from 13 %.
  package func isComplement(of original: Figure) -> Bool {
    guard upper == nil, original.upper == nil, let mine = percentage, let other = original.percentage else {
      return false
    }
    return mine.adding(other) == .hundred
  }

  /// Whether this single amount is one of the ends of a range.
  package func isEnd(of range: Figure) -> Bool {
    guard upper == nil, let top = range.baseUpper, unit?.dimension == range.unit?.dimension else { return false }
    return baseValue == range.baseValue || baseValue == top
  }

  /// The lower and the upper end of a range, each as an amount of its own; `nil` for a single amount.
  package var ends: [Figure]? {
    guard let upper else { return nil }
    return [value, upper].map {
      Figure(value: $0, unit: unit, comparator: comparator, form: form, places: places, isVague: isVague)
    }
  }

  /// Whether the figure is the other one rounded or bounded in a way that its wording announces.
  private func restates(_ original: Figure) -> Bool {
    // Most figures announce nothing.
    guard let comparator = announcement, comparator != .exactly, upper == nil, original.upper == nil else {
      return false
    }
    let places = lastPlace
    let isNear = original.value.rounded(toPlaces: places) == value
    switch comparator {
    case .about, .nearly:
      return unit?.name == original.unit?.name
        && (places < original.lastPlace && isNear || isNearestFive(to: original, places))
    case .moreThan, .atLeast:
      return places < original.lastPlace && original.baseValue > baseValue && (isNear || isFloor(of: original, places))
    case .lessThan, .atMost:
      return places < original.lastPlace && original.baseValue < baseValue && isNear
    case .exactly: return false
    }
  }

  /// How the wording announces that the figure is no exact one.
  private var announcement: Comparator? { comparator ?? (isVague ? .about : nil) }

  /// Whether the figure is another one rounded down, and little less: "more than 120,000" of 128,000.
  private func isFloor(of original: Figure, _ places: Int) -> Bool {
    guard let rest = original.value.subtracting(value) else { return false }
    return rest < Self.step(places) && rest.multiplied(by: ExactNumber(10)).map { $0 <= original.value } == true
  }

  /// Whether the figure is an exact one rounded to the nearest five of its last digit, "around 125" of 126, or of a digit
  /// before it and little off: "about 750" of 755.
  private func isNearestFive(to original: Figure, _ places: Int) -> Bool {
    guard original.announcement == nil, places <= original.lastPlace,
      let five = Self.step(places).multiplied(by: ExactNumber(5)),
      value.divided(by: five)?.isInteger == true,
      let off = value > original.value ? value.subtracting(original.value) : original.value.subtracting(value)
    else { return false }
    return off.multiplied(by: ExactNumber(2)).map { $0 <= five } == true
      && off.multiplied(by: ExactNumber(places == original.lastPlace ? 10 : 50)).map { $0 <= value } == true
  }

  /// Whether the figure says the exact one to fewer digits, scale words counted as digits, and its wording announces it: « près
  /// de 30 milliards » of 29 milliards, "over 120" of 126.
  ///
  /// - Parameter announced: how it is announced, where another figure's wording does that.
  func rounds(_ exact: Figure, as announced: Comparator? = nil) -> Bool {
    guard upper == nil, exact.upper == nil, !isShare, !exact.isShare, let comparator = announcement ?? announced,
      comparator != .exactly, let told = exact.value(inUnitOf: self), value != told, case let places = lastPlace,
      exact.unit?.name != nil && exact.unit?.name != unit?.name || places < exact.lastPlace
    else { return false }
    let isNear = told.rounded(toPlaces: places) == value
    guard let side = comparator.side else { return isNear }
    guard side == (told < value ? -1 : 1) else { return false }
    // "Over" rounds down, however near the next step is.
    return isNear || side > 0 && told.subtracting(value).map { $0 < Self.step(places) } == true
  }

  /// The number in the unit of another figure: 1.9 for 19 years and "two decades"; `nil` where it cannot be told in it.
  private func value(inUnitOf other: Figure) -> ExactNumber? {
    guard let mine = unit, mine.name != other.unit?.name else { return value }
    guard let theirs = other.unit, mine.dimension == theirs.dimension, mine.factor < theirs.factor else { return nil }
    return baseValue.divided(by: theirs.factor)
  }

  /// What counts one in a decimal place: ten for -1.
  private static func step(_ places: Int) -> ExactNumber {
    let power = ExactNumber((0..<min(abs(places), 18)).reduce(1) { power, _ in 10 * power })
    return places > 0 ? ExactNumber.one.divided(by: power) ?? .one : power
  }

  /// The decimal place of the last digit that is no nought: -10 for 30 milliards.
  private var lastPlace: Int {
    var places = self.places
    guard places <= 0, value.isInteger, value > .zero else { return places }
    while places > -18, value.rounded(toPlaces: places - 1) == value { places -= 1 }
    return places
  }

  /// Whether two counts bound the same: "fewer than three", "at most two".
  private func bounds(sameAs other: Figure) -> Bool {
    guard unit == nil, upper == nil, other.upper == nil, !isShare, form != .multiplier, other.form != .multiplier,
      value.isInteger, other.value.isInteger
    else { return false }
    switch (comparator, other.comparator) {
    case (.lessThan, .atMost), (.atLeast, .moreThan): return value.subtracting(.one) == other.value
    case (.atMost, .lessThan), (.moreThan, .atLeast): return value.adding(.one) == other.value
    default: return false
    }
  }

  /// How many points a share may be off when the wording says that it is rough.
  private static let roughness = ExactNumber(3)

  /// Whether two shares in different forms agree within what the forms can express: 13 % and one in eight.
  private func shareAgrees(_ mine: ExactNumber, with other: ExactNumber, _ original: Figure) -> Bool {
    if mine == other { return true }
    guard upper == nil, original.upper == nil else { return false }
    if isBound(mine, on: other) { return true }
    let places = unit != nil ? self.places : original.places
    if unit != nil || original.unit != nil {
      let exact = unit != nil ? other : mine
      let written = unit != nil ? mine : other
      if exact.rounded(toPlaces: places) == written { return true }
      // « une PME sur huit » for 13 %: the nearest simple fraction, less than a point away, or announced as a rough one.
      let isRough = [comparator, original.comparator].contains { $0 == .about || $0 == .nearly }
      let most = isRough ? Self.roughness : .one
      if let gap = exact.subtracting(written), gap <= most,
        ExactNumber.zero.subtracting(gap).map({ $0 <= most }) == true
      {
        return true
      }
    }
    return false
  }

  /// Whether a share in words bounds the exact one by its own step: "more than four in ten" for 44%.
  private func isBound(_ mine: ExactNumber, on exact: ExactNumber) -> Bool {
    guard unit == nil, let side = comparator?.side, comparator != .nearly,
      let step = ExactNumber.hundred.divided(by: ExactNumber(numerator: value.denominator, denominator: 1) ?? .one)
    else { return false }
    guard let gap = side > 0 ? exact.subtracting(mine) : mine.subtracting(exact) else { return false }
    return gap > .zero && gap < step && gap <= ExactNumber(10)
  }

  /// The factor of a multiplication however it is put: « doubler », « 2 fois », « +100 % » is left alone.
  private var asFactor: ExactNumber? {
    if form == .multiplier { return value }
    if case .other("times") = unit?.dimension { return value }
    return nil
  }
}
