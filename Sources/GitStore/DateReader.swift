/// Reads the dates that git documents for `GIT_AUTHOR_DATE`: its own format, ISO 8601 and RFC 2822.
enum DateReader {
  /// Returns the moment, or nil when the text is none of the three.
  ///
  /// - Parameters:
  ///   - offset: the minutes east of Greenwich that hold when the text names none.
  ///   - isStrict: whether the 31st of February is no day; Git takes it for one of March.
  static func read(_ text: String, offset: Int, isStrict: Bool = false) -> Timestamp? {
    let words = text.split(separator: " ").map(String.init)
    return internalFormat(words, offset) ?? iso8601(words, offset, isStrict) ?? rfc2822(words, offset, isStrict)
  }

  /// `1750000000 +0200`, or `@1750000000` with or without the zone.
  private static func internalFormat(_ words: [String], _ offset: Int) -> Timestamp? {
    guard let first = words.first, words.count <= 2 else { return nil }
    let digits = first.hasPrefix("@") ? first.dropFirst() : first[...]
    // Git takes a bare number of fewer digits for a date.
    guard digits.utf8.count <= 15, first.hasPrefix("@") || digits.utf8.count >= 9, let seconds = number(digits) else {
      return nil
    }
    guard words.count == 2 else { return Timestamp(seconds: Int64(seconds), offset: offset) }
    return zone(words[1]).map { Timestamp(seconds: Int64(seconds), offset: $0) }
  }

  /// `2025-06-15T12:00:00+02:00`; a blank may stand for the T and before the zone.
  private static func iso8601(_ words: [String], _ offset: Int, _ isStrict: Bool) -> Timestamp? {
    var rest = words.joined(separator: " ")[...]
    guard let date = take(&rest, upTo: { $0 == "T" || $0 == " " }) else { return nil }
    let parts = date.split(omittingEmptySubsequences: false, whereSeparator: { "-./".contains($0) })
    guard parts.count == 3, parts[0].utf8.count == 4, let year = number(parts[0]), let month = number(parts[1]),
      let day = number(parts[2]), !isStrict || day <= length(ofMonth: month, in: year)
    else { return nil }
    if !rest.isEmpty { rest.removeFirst() }
    let clock = rest.prefix { "0123456789:.".contains($0) }
    return moment(year, month, day, clock, zone: rest.dropFirst(clock.count).trimmingBlanks, offset)
  }

  /// `Sun, 15 Jun 2025 12:00:00 +0200`; the day of the week may be missing.
  private static func rfc2822(_ words: [String], _ offset: Int, _ isStrict: Bool) -> Timestamp? {
    let words = words.first?.hasSuffix(",") == true ? words.dropFirst() : words[...]
    guard (4...5).contains(words.count), let day = number(words[words.startIndex]),
      let month = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        .firstIndex(of: words[words.startIndex + 1].lowercased().prefix(3).description),
      let year = number(words[words.startIndex + 2]), !isStrict || day <= length(ofMonth: month + 1, in: year)
    else { return nil }
    let zone = words.count == 5 ? words[words.startIndex + 4][...] : ""
    return moment(year, month + 1, day, words[words.startIndex + 3][...], zone: zone, offset)
  }

  private static func moment(
    _ year: Int, _ month: Int, _ day: Int, _ clock: Substring, zone text: Substring, _ offset: Int
  ) -> Timestamp? {
    let parts = clock.prefix { $0 != "." }.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hour = number(parts[0]), let minute = number(parts[1]),
      let second = parts.count == 3 ? number(parts[2]) : 0, (1970...9999).contains(year), (1...12).contains(month),
      (1...31).contains(day), hour < 24, minute < 60, second < 61,
      let offset = text.isEmpty ? offset : zone(text)
    else { return nil }
    let seconds = ((daysSince1970(year, month, day) * 24 + hour) * 60 + minute - offset) * 60 + second
    return Timestamp(seconds: Int64(seconds), offset: offset)
  }

  /// `+0200`, `+02:00`, `+02` or `Z`, in minutes.
  private static func zone(_ text: some StringProtocol) -> Int? {
    if ["Z", "z", "UTC", "GMT"].contains(String(text)) { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = String(text.dropFirst().filter { $0 != ":" })
    guard digits.utf8.count == 4 || digits.utf8.count == 2, let value = number(digits) else { return nil }
    let minutes = digits.utf8.count == 2 ? value * 60 : value / 100 * 60 + value % 100
    return minutes < 24 * 60 ? (sign == "-" ? -minutes : minutes) : nil
  }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days by the proleptic Gregorian calendar, counting years from March so that the leap day is the last.
  private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
  }

  private static func number(_ digits: some StringProtocol) -> Int? {
    guard !digits.isEmpty, digits.utf8.count <= 15, digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(digits)
  }

  private static func take(_ rest: inout Substring, upTo end: (Character) -> Bool) -> Substring? {
    guard let position = rest.firstIndex(where: end) else { return nil }
    defer { rest = rest[position...] }
    return rest[..<position]
  }
}

extension Timestamp {
  /// Reads a moment in the forms that Git reads: its own, ISO 8601 (a blank may stand for the T) and RFC 2822; `nil` when
  /// it is in none of them, or on a day that no calendar has.
  ///
  /// - Parameter offset: the minutes east of Greenwich that hold when the text names none.
  package init?(reading text: String, offset: Int) {
    guard let time = DateReader.read(text, offset: offset, isStrict: true) else { return nil }
    self = time
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring { drop { $0 == " " } }
}
