import TestSupport

/// The second wording's ways to write the same number, date, unit or period.
extension EditKind {
  static let secondNotationEdits: [EditKind] = [
    .harmless("share in words") { page, _ in
      let shares =
        page.isFrench
        ? ["50": "la moitié", "25": "un quart", "75": "les trois quarts", "20": "un cinquième", "10": "un dixième"]
        : [
          "50": "half", "25": "a quarter", "75": "three quarters", "20": "a fifth", "10": "a tenth",
          "80": "four fifths",
        ]
      return page.replacing(share) { shares[$0.text(2)] }
    },
    .harmless("unit spelled out or abbreviated") { page, _ in
      page.replacing(unit) { match in
        (page.isFrench ? frenchUnits : englishUnits)[match.text(1)]
      }
    },
    .harmless("span in another unit") { page, _ in
      page.replacing(span) { match in
        spans[match.text(1).lowercased().map { $0.isWhitespace ? " " : $0 }.map(String.init).joined()]
      }
    },
    .harmless("period reworded") { page, _ in
      between.matches(in: page).map { match in
        let isBetween = match.range(1) != nil
        let (from, to) = isBetween ? (match.text(2), match.text(3)) : (match.text(4), match.text(5))
        let words =
          page.isFrench
          ? isBetween ? "de \(from) à \(to)" : "entre \(from) et \(to)"
          : isBetween ? "from \(from) to \(to)" : "between \(from) and \(to)"
        return Change(match.range, with: match.text.first?.isUppercase == true ? Page.capitalised(words) : words)
      }
        + inYear.matches(in: page).map { match in
          let words = page.isFrench ? "au cours de l'année " : "during "
          return Change(
            match.range,
            with: (match.text.first?.isUppercase == true ? Page.capitalised(words) : words) + match.text(1))
        }
    },
    .harmless("date notation") { page, random in
      page.replacing(page.isFrench ? frenchDate : englishDate) { match in
        let (day, month, year) =
          page.isFrench ? (match.text(2), match.text(3), match.text(4)) : (match.text(3), match.text(2), match.text(4))
        guard let index = Months.names(page.isFrench).firstIndex(of: month), let value = Int(day) else { return nil }
        let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
        if page.isFrench {
          return random.pick(["\(two(value)).\(two(index + 1)).\(year)", "\(two(value))-\(two(index + 1))-\(year)"])
        }
        let ordinal =
          "\(value)"
          + (value % 10 == 1 && value != 11
            ? "st" : value % 10 == 2 && value != 12 ? "nd" : value % 10 == 3 && value != 13 ? "rd" : "th")
        return random.pick([
          "\(ordinal) of \(month) \(year)", "\(value) \(month.prefix(3)) \(year)", "\(month) \(ordinal), \(year)",
        ])
      }
    },
    .harmless("money abbreviated") { page, _ in
      page.replacing(frenchMoney) { match in
        match.text(2) + "\u{A0}" + (match.text(3).hasPrefix("milliard") ? "Md€" : "M€")
      }
        + page.replacing(englishMoney) { $0.text(2) + ($0.text(3) == "million" ? "m" : "bn") }
    },
    .harmless("number in words") { page, _ in
      WrittenFigure.all(on: page).compactMap { figure in
        guard !figure.isPercent, let value = Int(figure.text.filter(\.isNumber)),
          figure.text.allSatisfy({ $0.isNumber || $0.isWhitespace || $0 == "," && !page.isFrench }),
          !page.masked(max(0, figure.range.lowerBound - 1)..<figure.range.lowerBound).contains(where: {
            "$£€".contains($0)
          }), isCounted(page, behind: figure.range)
        else { return nil }
        return words(value, isFrench: page.isFrench).map { Change(figure.range, with: $0) }
      }
    },
    repetition(
      french: ["Pour le redire autrement : @.", "Soit @, ni plus ni moins.", "Relisez : @."],
      english: ["To say it again: @.", "That is @, no more and no less.", "Read that again: @."]),
    repetition(
      french: ["Pour le redire autrement : @.", "Relisez : @."],
      english: ["To say it again: @.", "Read that again: @."]
    ).reversed(as: "repeated fact said once"),
    complement(french: " Il en reste @ %.", english: " Which leaves out the remaining @%."),
  ]

  private static let share = Pattern(
    "(?<![\\p{N}.,-])((50|25|75|20|10|80)~?%)(?=~(?:des|de~la|du|de~l'|of)(?:~|(?<=')))")
  private static let frenchUnits = [
    "km": "kilomètres", "kilomètres": "km", "kg": "kilogrammes", "kilos": "kg", "min": "minutes", "heures": "h",
    "m²": "mètres carrés", "mètres": "m", "Mo": "mégaoctets", "Go": "gigaoctets", "MW": "mégawatts", "hectares": "ha",
    "kWh": "kilowattheures", "litres": "l", "secondes": "s",
  ]
  private static let englishUnits = [
    "km": "kilometres", "kilometres": "km", "kg": "kilograms", "kilos": "kilograms", "GB": "gigabytes",
    "MB": "megabytes", "gigabytes": "GB", "MW": "megawatts", "ms": "milliseconds", "milliseconds": "ms",
    "hours": "hrs", "minutes": "mins", "seconds": "secs", "tonnes": "metric tons", "KB": "kilobytes",
  ]
  private static let unit = Pattern(
    "(?<=\\d[ \\u00A0\\u202F]?)("
      + Set(frenchUnits.keys).union(englishUnits.keys).sorted { ($0.count, $0) > ($1.count, $1) }.joined(separator: "|")
      + ")(?![\\p{L}\\p{N}/²]|~?\\d)")
  private static let spans = [
    "12 mois": "un an", "24 mois": "deux ans", "36 mois": "trois ans", "18 mois": "un an et demi",
    "six mois": "un semestre",
    "6 mois": "un semestre", "dix ans": "une décennie", "10 ans": "une décennie", "cent ans": "un siècle",
    "7 jours": "une semaine", "sept jours": "une semaine", "24 heures": "un jour entier",
    "12 months": "one year", "twelve months": "one year", "24 months": "two years", "18 months": "a year and a half",
    "six months": "half a year", "ten years": "a decade", "10 years": "a decade", "a decade": "ten years",
    "100 years": "a century", "7 days": "a week", "seven days": "a week",
    "two weeks": "a fortnight", "two years": "24 months", "deux ans": "24 mois", "trois ans": "36 mois",
    "three years": "36 months", "une décennie": "dix ans",
  ]
  private static let span = Pattern(
    "(?<![\\p{L}\\p{N}.,'-])(?<!-~)(?<!\\b(?:the|last|past|next|of|les|des|ces|to|à|et|and|or|ou|a|or)~)("
      + spans.keys.sorted { ($0.count, $0) > ($1.count, $1) }.map { $0.replacing(" ", with: "~") }.joined(
        separator: "|")
      + ")(?![\\p{L}-])(?!~(?:et~demi|old|and~a~half|ago|d'âge|plus))", anyCase: false)
  private static let between = Pattern(
    "(?<!\\p{L})(?:([eE]ntre|[bB]etween)~((?:19|20)\\d\\d)~(?:et|and)~((?:19|20)\\d\\d)|(?:[dD]e|[fF]rom)~((?:19|20)\\d\\d)~(?:à|to)~((?:19|20)\\d\\d))(?!\\d)"
  )
  private static let inYear = Pattern(
    "(?<!\\p{L}|\\p{Ll}~(?=En|In))(?:[eE]n|[iI]n)~((?:19|20)\\d\\d)(?=[ ,.\\n])(?!~(?:et|and|or|ou|à|to)~)")
  private static let frenchDate = Pattern(
    "(?<![\\p{L}\\p{N}/-])((\\d{1,2})~(\(Months.french.joined(separator: "|")))~((?:19|20)\\d\\d))\\b")
  private static let englishDate = Pattern(
    "(?<![\\p{L}\\p{N}/-])((?:(\(Months.english.joined(separator: "|")))~(\\d{1,2}),~((?:19|20)\\d\\d)))\\b")
  private static let frenchMoney = Pattern(
    "(?<![\\p{N},.])((\\d{1,3}(?:,\\d{1,2})?)~(millions?|milliards?)~d'euros)(?!\\p{L})")
  private static let englishMoney = Pattern(
    "((?<![\\p{L}])([$£€]\\d{1,3}(?:\\.\\d{1,2})?)~(million|billion))(?![\\p{L}-])")

  private static func isCounted(_ page: Page, behind range: Range<Int>) -> Bool {
    let after = page.masked(range.upperBound..<range.upperBound + 8)
    return after.first?.isWhitespace == true && after.dropFirst().prefix(4).allSatisfy { $0.isLowercase }
  }

  /// The words of the numbers that the first wording leaves out: from seventy, round hundreds and round thousands.
  private static func words(_ value: Int, isFrench: Bool) -> String? {
    let small = { (value: Int) in value == 1 ? "" : NumberWords.words(value, isFrench: isFrench).map { $0 + " " } }
    if value >= 1000, value % 1000 == 0, value / 1000 < 70 {
      return small(value / 1000).map { ($0.isEmpty && !isFrench ? "one " : $0) + (isFrench ? "mille" : "thousand") }
    }
    if value >= 100, value < 1000, value % 100 == 0 {
      return small(value / 100).map {
        ($0.isEmpty && !isFrench ? "one " : $0) + (isFrench ? value > 100 ? "cents" : "cent" : "hundred")
      }
    }
    guard isFrench else {
      guard value > 100, value < 1000,
        let hundreds = NumberWords.words(value / 100, isFrench: false) ?? (value < 200 ? "one" : nil),
        let rest = NumberWords.words(value % 100, isFrench: false)
      else { return NumberWords.words(value, isFrench: false) }
      return "\(hundreds) hundred and \(rest)"
    }
    switch value {
    case 70...79: return value == 71 ? "soixante et onze" : teens(value - 60).map { "soixante-" + $0 }
    case 80: return "quatre-vingts"
    case 81...99:
      return (value < 90 ? (value == 81 ? "un" : NumberWords.words(value - 80, isFrench: true)) : teens(value - 80)).map
      {
        "quatre-vingt-" + $0
      }
    default: return NumberWords.words(value, isFrench: true)
    }
  }

  private static func teens(_ value: Int) -> String? { NumberWords.words(value, isFrench: true) }
}
