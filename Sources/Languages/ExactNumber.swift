/// An exact rational number, as figures are compared: `12.5`, `1/3`.
///
/// Numerator and denominator stay within ±10³⁰; arithmetic that would leave that range gives `nil`.
package struct ExactNumber: Hashable, Sendable {
  /// Reduced, with the sign.
  package let numerator: Int128
  /// Always positive.
  package let denominator: Int128

  private static let limit: Int128 = powerOfTen(30)

  package static let zero = ExactNumber(0)
  package static let one = ExactNumber(1)
  package static let hundred = ExactNumber(100)

  package init(_ integer: Int) {
    numerator = Int128(integer)
    denominator = 1
  }

  /// Returns `nil` for a zero denominator and for values out of range.
  package init?(numerator: Int128, denominator: Int128) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let sign: Int128 = denominator < 0 ? -1 : 1
    let divisor = denominator == 1 ? 1 : Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let reduced = (numerator * sign / Int128(divisor), denominator * sign / Int128(divisor))
    guard reduced.0.magnitude <= Self.limit.magnitude, reduced.1 <= Self.limit else { return nil }
    (self.numerator, self.denominator) = reduced
  }

  /// Reads ASCII digits of which the last `fractionDigits` stand after the decimal mark.
  ///
  /// Returns `nil` when there is no digit, when a byte is none, and when the number is out of range.
  package init?(decimalDigits digits: some Sequence<UInt8>, fractionDigits: Int) {
    guard fractionDigits >= 0, fractionDigits <= 30 else { return nil }
    var value: Int128 = 0
    var count = 0
    for byte in digits {
      guard byte >= 0x30, byte <= 0x39, value < Self.limit else { return nil }
      value = value * 10 + Int128(byte - 0x30)
      count += 1
    }
    guard count > 0 else { return nil }
    self.init(numerator: value, denominator: Self.powerOfTen(fractionDigits))
  }

  package var isInteger: Bool { denominator == 1 }
  package var isNegative: Bool { numerator < 0 }

  package func adding(_ other: ExactNumber) -> ExactNumber? {
    let (left, o1) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (right, o2) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (sum, o3) = left.addingReportingOverflow(right)
    let (product, o4) = denominator.multipliedReportingOverflow(by: other.denominator)
    return o1 || o2 || o3 || o4 ? nil : ExactNumber(numerator: sum, denominator: product)
  }

  package func subtracting(_ other: ExactNumber) -> ExactNumber? {
    ExactNumber(numerator: -other.numerator, denominator: other.denominator).flatMap(adding)
  }

  package func multiplied(by other: ExactNumber) -> ExactNumber? {
    // Reducing crosswise first keeps 10²⁰ × 1/10²⁰ in range.
    guard let a = ExactNumber(numerator: numerator, denominator: other.denominator),
      let b = ExactNumber(numerator: other.numerator, denominator: denominator)
    else { return nil }
    let (top, o1) = a.numerator.multipliedReportingOverflow(by: b.numerator)
    let (bottom, o2) = a.denominator.multipliedReportingOverflow(by: b.denominator)
    return o1 || o2 ? nil : ExactNumber(numerator: top, denominator: bottom)
  }

  /// Returns `nil` for a division by zero, too.
  package func divided(by other: ExactNumber) -> ExactNumber? {
    ExactNumber(numerator: other.denominator, denominator: other.numerator).flatMap(multiplied)
  }

  /// The digits after the decimal point when the value is a finite decimal; 0 for an integer, `nil` for `1/3`.
  package var decimalPlaces: Int? {
    var (rest, twos, fives) = (denominator, 0, 0)
    while rest % 2 == 0 { (rest, twos) = (rest / 2, twos + 1) }
    while rest % 5 == 0 { (rest, fives) = (rest / 5, fives + 1) }
    return rest == 1 ? max(twos, fives) : nil
  }

  /// Returns the value rounded half away from zero to `places` digits after the point; negative places round to tens,
  /// hundreds and so on. A value too fine to be rounded in range is returned as it is.
  package func rounded(toPlaces places: Int) -> ExactNumber {
    let magnitude = numerator < 0 ? -numerator : numerator
    let sign: Int128 = numerator < 0 ? -1 : 1
    let whole = magnitude / denominator
    if places < 0 {
      guard places >= -30 else { return .zero }
      let step = Self.powerOfTen(-places)
      return ExactNumber(numerator: sign * ((whole + step / 2) / step * step), denominator: 1) ?? self
    }
    guard places <= 30 else { return self }
    let scale = Self.powerOfTen(places)
    let (scaled, o1) = (magnitude % denominator).multipliedReportingOverflow(by: scale)
    let (shifted, o2) = whole.multipliedReportingOverflow(by: scale)
    guard !o1, !o2 else { return self }
    let fraction = scaled / denominator + (scaled % denominator >= (denominator + 1) / 2 ? 1 : 0)
    let (sum, o3) = shifted.addingReportingOverflow(fraction)
    return o3 ? self : ExactNumber(numerator: sign * sum, denominator: scale) ?? self
  }

  /// Returns 10 to the power of `exponent`, which is brought into 0…30.
  static func powerOfTen(_ exponent: Int) -> Int128 {
    (0..<min(max(exponent, 0), 30)).reduce(into: Int128(1)) { power, _ in power *= 10 }
  }

  private static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}

extension ExactNumber {
  // The low halves tell numbers apart well enough to look them up, in half the time.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(Int64(truncatingIfNeeded: numerator))
    hasher.combine(Int64(truncatingIfNeeded: denominator))
  }
}

extension ExactNumber: Comparable {
  package static func < (a: ExactNumber, b: ExactNumber) -> Bool {
    if a.denominator == b.denominator { return a.numerator < b.numerator }
    let left = a.numerator.multipliedFullWidth(by: b.denominator)
    let right = b.numerator.multipliedFullWidth(by: a.denominator)
    return left.high != right.high ? left.high < right.high : left.low < right.low
  }

  // Spelled out, because those that are made of the first are called through a table in other modules.
  package static func > (a: ExactNumber, b: ExactNumber) -> Bool { b < a }
  package static func <= (a: ExactNumber, b: ExactNumber) -> Bool { !(b < a) }
  package static func >= (a: ExactNumber, b: ExactNumber) -> Bool { !(a < b) }
}

extension ExactNumber: CustomStringConvertible {
  /// The value with a point: `12.34`; as a fraction when it is no finite decimal: `1/3`.
  package var description: String {
    guard let places = decimalPlaces, places > 0, places <= 30 else {
      return isInteger ? "\(numerator)" : "\(numerator)/\(denominator)"
    }
    let scale = Self.powerOfTen(places)
    let magnitude = numerator < 0 ? -numerator : numerator
    let (scaled, overflow) = (magnitude % denominator).multipliedReportingOverflow(by: scale)
    guard !overflow else { return "\(numerator)/\(denominator)" }
    let digits = String(scaled / denominator)
    let zeros = String(repeating: "0", count: places - digits.utf8.count)
    return "\(numerator < 0 ? "-" : "")\(magnitude / denominator).\(zeros)\(digits)"
  }
}
