/// A moment, and the offset from UTC at which somebody named it.
package struct Moment: Hashable, Sendable {
  /// Seconds since 1970-01-01 00:00 UTC.
  package let seconds: Int64
  /// Minutes east of Greenwich.
  package let offset: Int

  package init(seconds: Int64, offset: Int) {
    self.seconds = seconds
    self.offset = offset
  }

  /// The day that it falls on where it was named: `2026-12-01`.
  package var day: String { calendar.day }

  /// As people are told it: `2026-12-01 08:00 +01:00`.
  package var shown: String { "\(calendar.minute) \(zone)" }

  /// As commit messages have it: `2026-12-01T08:00:00+01:00`.
  package var written: String { "\(calendar.day)T\(calendar.time)\(zone)" }

  private var calendar: CalendarTime { CalendarTime(seconds: seconds, offset: offset) }

  private var zone: String {
    let minutes = offset.magnitude
    let pad = { (number: UInt) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(offset < 0 ? "-" : "+")\(pad(minutes / 60)):\(pad(minutes % 60))"
  }
}
