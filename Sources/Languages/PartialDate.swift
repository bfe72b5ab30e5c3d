/// A date as far as a text states it.
package struct PartialDate: Hashable, Sendable, CustomStringConvertible {
  package var year: Int?
  package var month: Int?
  package var day: Int?
  package var quarter: Int?
  package var half: Int?
  /// Whether `year` is the first of a decade that is meant: « les années 2010 ».
  package var isDecade: Bool

  package init(
    year: Int? = nil, month: Int? = nil, day: Int? = nil, quarter: Int? = nil, half: Int? = nil, isDecade: Bool = false
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.quarter = quarter
    self.half = half
    self.isDecade = isDecade
  }

  /// As in ISO 8601 where that has a form: `2025-06-24`, `2025-06`, `2025`, `--06-24`; `2025-Q2`, `2025-H1`, `2010s`.
  package var description: String {
    let head = year.map { Self.padded($0, 4) + (isDecade ? "s" : "") }
    if let quarter { return (head ?? "-") + "-Q\(quarter)" }
    if let half { return (head ?? "-") + "-H\(half)" }
    let parts = [
      head ?? (month != nil || day != nil ? "-" : ""), month.map { Self.padded($0, 2) }, day.map { Self.padded($0, 2) },
    ]
    return parts.compactMap(\.self).joined(separator: "-")
  }

  /// Whether no component that both state differs; a month also speaks for its quarter and half.
  package func agrees(with other: PartialDate) -> Bool {
    func same<T: Equatable>(_ a: T?, _ b: T?) -> Bool { a == nil || b == nil || a == b }
    guard same(month, other.month), same(day, other.day), same(impliedQuarter, other.impliedQuarter),
      same(impliedHalf, other.impliedHalf)
    else { return false }
    guard let year, let theirs = other.year else { return true }
    switch (isDecade, other.isDecade) {
    case (false, true): return theirs / 10 == year / 10
    case (true, false): return theirs / 10 == year / 10
    default: return year == theirs
    }
  }

  /// How many components are stated.
  package var precision: Int {
    [year, month, day, quarter, half].reduce(0) { $0 + ($1 == nil ? 0 : 1) }
  }

  package var isYear: Bool { year != nil && precision == 1 }

  /// Whether another date agrees with this one and tells at least as much: the year of this one in a day of that year.
  package func isTold(by other: PartialDate) -> Bool { agrees(with: other) && precision <= other.precision }

  /// The date as the first of a span, with the year that it leaves to the last one: « du 28 décembre au 3 janvier 2025 ».
  package func opening(_ end: PartialDate) -> PartialDate {
    guard year == nil, let month, let lastYear = end.year, let lastMonth = end.month else { return self }
    var date = self
    date.year = (month, day ?? 1) <= (lastMonth, end.day ?? 31) ? lastYear : lastYear - 1
    return date
  }

  private var impliedQuarter: Int? { quarter ?? month.map { ($0 + 2) / 3 } }
  private var impliedHalf: Int? { half ?? impliedQuarter.map { ($0 + 1) / 2 } }

  /// Whether the components can be those of a date: no 31 February.
  package var isPossible: Bool {
    if let month, !(1...12).contains(month) { return false }
    if let quarter, !(1...4).contains(quarter) { return false }
    if let half, !(1...2).contains(half) { return false }
    guard let day else { return true }
    let days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard let month else { return (1...31).contains(day) }
    let isCommon = year.map { $0 % 4 != 0 || $0 % 100 == 0 && $0 % 400 != 0 } ?? false
    return day >= 1 && day <= (month == 2 && isCommon ? 28 : days[month - 1])
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
