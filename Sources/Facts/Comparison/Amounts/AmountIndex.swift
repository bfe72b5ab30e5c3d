import Languages

/// Facts by amount, to find those that could restate another one without looking at all.
///
/// Made when it is first looked into: where nothing changed, nothing is looked for.
final class AmountIndex {
  /// What facts that could restate one another share at least one of.
  private enum Key: Hashable {
    case number(ExactNumber)
    /// Whole per cent.
    case percentage(ExactNumber)
    /// The power of ten and the first digit: what a rounding keeps, or moves by one.
    case magnitude(Int, Int)
    case year(Int)
    case month(Int)
  }

  private let facts: [Fact]
  private lazy var index = places()

  /// An amount said more often than this is found through its first mentions, so that the work stays linear.
  private static let most = 64
  /// How many keys facts have: about, and at most.
  private static let keysPerFact = 3
  private static let mostKeys = 8

  init(_ facts: [Fact]) { self.facts = facts }

  private func places() -> [Key: [Int]] {
    var index: [Key: [Int]] = [:]
    index.reserveCapacity(Self.keysPerFact * facts.count)
    for number in facts.indices {
      for key in Self.keys(of: facts[number]) { index[key, default: []].append(number, upTo: Self.most) }
    }
    return index
  }

  /// Returns the facts whose amounts could be the same as `fact`'s, derived from it or its complement, in the order of the text.
  func facts(near fact: Fact) -> [Int] {
    var keys = Self.keys(of: fact)
    for key in keys {
      switch key {
      case .magnitude(let power, let digit):
        keys.append(digit < 9 ? .magnitude(power, digit + 1) : .magnitude(power + 1, 1))
        keys.append(digit > 1 ? .magnitude(power, digit - 1) : .magnitude(power - 1, 9))
      case .percentage(let share):
        // A share that is bounded in words may be farther off: "more than four in ten".
        let reach = fact.figure?.unit == nil && fact.figure?.comparator != nil ? 10 : 3
        for step in -reach...reach where step != 0 {
          share.adding(ExactNumber(step)).map { keys.append(.percentage($0)) }
        }
        if let rest = ExactNumber.hundred.subtracting(share) { keys.append(.percentage(rest)) }
        if let exact = fact.figure?.percentage, let rest = ExactNumber.hundred.subtracting(exact) {
          keys.append(.percentage(rest.rounded(toPlaces: 0)))
        }
      case .number, .year, .month: break
      }
    }
    return Set(keys.flatMap { index[$0] ?? [] }).sorted()
  }

  /// Whether one of the indexed facts states the figure or implies it.
  func supports(_ fact: Fact, among facts: [Fact]) -> Bool {
    guard let figure = fact.figure else { return false }
    return self.facts(near: fact).contains { index in
      guard let known = facts[index].figure else { return false }
      return [.same, .derived].contains(figure.relation(to: known)) || figure.isComplement(of: known)
    }
  }

  private static func keys(of fact: Fact) -> [Key] {
    switch fact.value {
    case .figure(let figure):
      var keys: [Key] = []
      keys.reserveCapacity(Self.mostKeys)
      keys.append(.number(figure.baseValue))
      if let upper = figure.baseUpper { keys.append(.number(upper)) }
      if figure.unit != nil {
        keys.append(.number(figure.value))
        if let upper = figure.upper { keys.append(.number(upper)) }
      }
      if let share = figure.percentage { keys.append(.percentage(share.rounded(toPlaces: 0))) }
      if let magnitude = magnitude(of: figure.baseValue) { keys.append(magnitude) }
      if figure.unit == nil, figure.value.isInteger, let year = Int(exactly: figure.value.numerator) {
        keys.append(.year(year))
      }
      return keys
    case .date(let date, let end):
      let ends = [date, end ?? date]
      let keys = ends.compactMap(\.year).map { Key.year($0) } + ends.compactMap(\.month).map { Key.month($0) }
      return keys.isEmpty ? [.month(0)] : keys
    }
  }

  private static func magnitude(of number: ExactNumber) -> Key? {
    guard number > .zero else { return nil }
    var top = number.numerator
    var power = 0
    while top < number.denominator, power > -40 {
      top *= 10
      power -= 1
    }
    var digit = top / number.denominator
    while digit >= 10 {
      digit /= 10
      power += 1
    }
    return digit > 0 ? .magnitude(power, Int(digit)) : nil
  }
}

extension [Int] {
  fileprivate mutating func append(_ number: Int, upTo most: Int) {
    if count < most { append(number) }
  }
}
