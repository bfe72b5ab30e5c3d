import TestSupport

/// Months by number, in both languages.
enum Months {
  static let french = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
  ]
  static let english = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  static let alternatives = (french + english).joined(separator: "|")

  static func names(_ isFrench: Bool) -> [String] { isFrench ? french : english }
}

extension EditKind {
  private static let year = Pattern(
    "(?<![\\p{L}\\p{N}.,/\\-–#])((?:19|20)\\d\\d)(?![\\p{L}\\p{N}/\\-–%]|[.,]\\d|~\\d{3}\\b|~%)")
  private static let month = Pattern(
    "(?<=\\d~|\\d(?:er|st|nd|rd|th)~|\\b[eE]n~|\\b[iI]n~|\\b[dD]epuis~|\\b[sS]ince~|\\b[dD]ès~|\\b[bB]y~|\\bde~|\\b[oO]n~|\\bof~)(\(Months.alternatives))(?=,?~\\d{1,4}\\b|[ ,.\\n])"
  )
  private static let dayFirst = Pattern(
    "(?<![\\p{L}\\p{N}.,/-])(\\d{1,2})(?=(?:er|st|nd|rd|th)?~(?:of~)?(?:\(Months.alternatives))\\b)")
  private static let dayLast = Pattern("(?<=(?:\(Months.english.joined(separator: "|")))~)(\\d{1,2})(?=\\b(?!:))")

  static let dateEdits: [EditKind] = [
    .harmful("year changed") { page, random in
      page.replacing(year) { match in
        Int(match.text(1)).map { String($0 + (random.pick([-3, -2, -1, 1, 2]) ?? 1)) }
      }
    },
    .harmful("month changed") { page, random in
      page.replacing(month) { match in
        let old = match.text(1)
        guard let new = random.pick(Months.names(page.isFrench).filter { $0 != old && $0 != "May" && $0 != "August" })
        else { return nil }
        // The word before elides or not before a vowel: only the months that need no other word are taken.
        let vowel = "aoAO".contains(new.first ?? "x")
        return page.isFrench && vowel ? "mars" : new
      }
    },
    .harmful("day changed") { page, random in
      page.replacing(dayFirst) { newDay($0.text(1), &random) }
        + page.replacing(dayLast) { newDay($0.text(1), &random) }
    },
  ]

  private static func newDay(_ old: String, _ random: inout SeededGenerator) -> String? {
    guard let day = Int(old), (2...31).contains(day) else { return nil }
    return random.pick((4...20).filter { $0 != day && $0 / 10 == 1 }).map(String.init)
  }
}
