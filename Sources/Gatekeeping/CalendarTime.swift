/// A moment on somebody's clock, in the Gregorian calendar.
package struct CalendarTime {
  private let days: Int64
  private let secondOfDay: Int64

  /// - Parameters:
  ///   - seconds: since 1970-01-01 00:00 UTC.
  ///   - offset: minutes east of Greenwich.
  package init(seconds: Int64, offset: Int) {
    let (local, overflows) = seconds.addingReportingOverflow(Int64(offset) * 60)
    let moment = overflows ? seconds : local
    days = Self.floored(moment, by: 86_400)
    secondOfDay = moment - days * 86_400
  }

  /// As in `2025-07-31`.
  package var day: String { Self.day(days) }

  /// As in `2025-07-31 14:05`.
  package var minute: String { "\(day) \(Self.padded(secondOfDay / 3600)):\(Self.padded(secondOfDay / 60 % 60))" }

  /// As in `14:05:59`.
  var time: String {
    "\(Self.padded(secondOfDay / 3600)):\(Self.padded(secondOfDay / 60 % 60)):\(Self.padded(secondOfDay % 60))"
  }

  /// The Monday of its week, as in `2025-07-28`.
  package var week: String { Self.day(days - Self.remainder(days + 3, by: 7)) }

  /// Days since 1970 as a date, after Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”.
  private static func day(_ days: Int64) -> String {
    let shifted = days + 719_468
    let era = floored(shifted, by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    return "\(year)-\(padded(month < 10 ? month + 3 : month - 9))-\(padded(day))"
  }

  private static func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func floored(_ number: Int64, by divisor: Int64) -> Int64 {
    number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
  }

  private static func remainder(_ number: Int64, by divisor: Int64) -> Int64 {
    number - floored(number, by: divisor) * divisor
  }
}
