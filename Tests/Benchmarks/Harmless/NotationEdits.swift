import TestSupport

/// Small numbers in words.
enum NumberWords {
  private static let frenchSmall = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize",
  ]
  private static let frenchTens = [2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"]
  private static let englishSmall = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let englishTens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  /// Returns the words for 2 to 99 (French: those below 70, the rest differs by country); `nil` for other numbers.
  static func words(_ value: Int, isFrench: Bool) -> String? {
    guard (2..<100).contains(value) else { return nil }
    guard isFrench else {
      if value < 20 { return englishSmall[value] }
      return englishTens[value / 10] + (value % 10 == 0 ? "" : "-" + englishSmall[value % 10])
    }
    if value < 17 { return frenchSmall[value] }
    if value < 20 { return "dix-" + frenchSmall[value - 10] }
    guard let tens = frenchTens[value / 10] else { return nil }
    switch value % 10 {
    case 0: return tens
    case 1: return tens + " et un"
    default: return tens + "-" + frenchSmall[value % 10]
    }
  }

  /// Returns the value of words for 2 to 99; `nil` for other words.
  static func value(_ words: String, isFrench: Bool) -> Int? {
    (2..<100).first { self.words($0, isFrench: isFrench) == words }
  }
}

extension EditKind {
  static let notationEdits: [EditKind] = [
    .harmless("percent notation") { page, random in
      page.replacing(percent) { match in
        random.pick(
          [
            "%", " %", "\u{A0}%", "\u{202F}%", page.isFrench ? " pour cent" : " percent",
            page.isFrench ? "\u{A0}pour cent" : " per cent",
          ].filter { $0 != match.text(1) })
      }
    },
    .harmless("percent in words") { page, _ in
      WrittenFigure.all(on: page).compactMap { figure in
        guard figure.isPercent, let value = Int(figure.text),
          let words = NumberWords.words(value, isFrench: page.isFrench),
          let sign = percent.matches(
            in: page.mask, figure.range.upperBound - 1..<min(page.units.count, figure.range.upperBound + 12)
          ).first?[1]
        else { return nil }
        return Change(
          figure.range.lowerBound..<sign.upperBound, with: words + (page.isFrench ? " pour cent" : " percent"))
      }
    },
    .harmless("number in words") { page, _ in
      WrittenFigure.all(on: page).compactMap { figure in
        guard !figure.isPercent, let value = Int(figure.text), countable(page, behind: figure.range) else { return nil }
        return NumberWords.words(value, isFrench: page.isFrench).map { Change(figure.range, with: $0) }
      }
    },
    .harmless("number in digits") { page, _ in
      page.replacing(page.isFrench ? frenchWords : englishWords) { match in
        NumberWords.value(match.text(1), isFrench: page.isFrench).map(String.init)
      }
    },
    .harmless("grouping of thousands") { page, random in
      WrittenFigure.all(on: page).compactMap { figure in
        let mark = page.isFrench ? "," : "."
        let parts = figure.text.split(separator: Character(mark), omittingEmptySubsequences: false)
        guard let whole = parts.first.map({ $0.filter(\.isNumber) }), whole.count > 3,
          countable(page, behind: figure.range)
        else { return nil }
        let separators = page.isFrench ? ["", " ", "\u{A0}", "\u{202F}"] : ["", ",", "\u{202F}"]
        let other = separators.map { grouped(whole, by: $0) + parts.dropFirst().map { mark + $0 }.joined() }.filter {
          $0 != figure.text
        }
        return random.pick(other).map { Change(figure.range, with: $0) }
      }
    },
    .harmless("millions written out") { page, _ in
      page.replacing(page.isFrench ? frenchMillions : englishMillions) { match in
        let zeros = match.text(3).hasPrefix("milliard") || match.text(3).hasPrefix("billion") ? 9 : 6
        let parts = match.text(2).split { $0 == "." || $0 == "," }
        guard let whole = parts.first, whole.count < 4 else { return nil }
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        guard fraction.count <= zeros else { return nil }
        let digits = (whole + fraction).drop { $0 == "0" } + String(repeating: "0", count: zeros - fraction.count)
        // French drops its "de": 2 millions de postes, 2 000 000 postes.
        return grouped(String(digits), by: page.isFrench ? "\u{A0}" : ",") + (page.isFrench ? "\u{A0}" : "")
      }
    },
    .harmless("millions abbreviated") { page, _ in
      WrittenFigure.all(on: page).compactMap { figure in
        let digits = figure.text.filter(\.isNumber)
        guard !figure.text.contains(page.isFrench ? "," : "."), (7...9).contains(digits.count),
          digits.hasSuffix("00000"), let value = Int(digits)
        else { return nil }
        let tenths = value / 100_000
        let number = "\(tenths / 10)" + (tenths % 10 == 0 ? "" : (page.isFrench ? "," : ".") + "\(tenths % 10)")
        let after = page.masked(figure.range.upperBound..<figure.range.upperBound + 2)
        guard after.hasPrefix(" ") || after.hasPrefix("\u{A0}"),
          after.dropFirst().first?.isLetter == true || after.dropFirst().first == "€"
        else { return nil }
        if !page.isFrench { return Change(figure.range, with: number + " million") }
        let link =
          after.dropFirst().first == "€"
          ? " millions d'euros" : "aeiouhé".contains(after.dropFirst().first ?? "x") ? " millions d'" : " millions de "
        return Change(
          figure.range.lowerBound..<figure.range.upperBound + (after.dropFirst().first == "€" ? 2 : 1),
          with: number + (tenths < 20 ? link.replacing("millions", with: "million") : link))
      }
    },
    .harmless("currency in words") { page, _ in
      page.replacing(frenchEuro) { _ in " euros" }
        + page.replacing(amount) { match in
          let words = match.text(1)
          return words.dropFirst() + (words.hasPrefix("$") ? " dollars" : words.hasPrefix("£") ? " pounds" : " euros")
        }
    },
    .harmless("date notation") { page, random in
      page.replacing(page.isFrench ? frenchDate : englishDate) { match in
        let (day, month, year) =
          page.isFrench ? (match.text(2), match.text(3), match.text(4)) : (match.text(3), match.text(2), match.text(4))
        guard let number = Months.names(page.isFrench).firstIndex(of: month).map({ $0 + 1 }), let value = Int(day)
        else { return nil }
        let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
        let iso = "\(year)-\(two(number))-\(two(value))"
        if page.isFrench { return random.pick(["\(two(value))/\(two(number))/\(year)", iso]) }
        return random.pick(["\(value) \(month) \(year)", iso, "\(month.prefix(3)). \(value), \(year)"])
      }
    },
    .harmless("rounding announced") { page, random in
      WrittenFigure.all(on: page).compactMap { figure in
        let mark = page.isFrench ? "," : "."
        let before = page.masked(max(0, figure.range.lowerBound - 24)..<figure.range.lowerBound)
        // Inside a comparison or behind a currency sign the words would not be language.
        guard !comparison.occurs(in: before), !before.hasSuffix("$"), !before.hasSuffix("€"), !before.hasSuffix("£")
        else { return nil }
        let about =
          random.pick(page.isFrench ? ["environ", "à peu près"] : ["about", "around", "roughly"]) ?? "environ"
        if figure.text.contains(mark), figure.isPercent, let whole = Int(figure.text.prefix { $0.isNumber }),
          let tenth = figure.text.drop(while: { "\($0)" != mark }).dropFirst().first?.wholeNumberValue, whole > 9
        {
          return Change(figure.range, with: "\(about) \(tenth > 4 ? whole + 1 : whole)")
        }
        let digits = figure.text.filter(\.isNumber)
        guard countable(page, behind: figure.range), !figure.text.contains(mark), !figure.isPercent,
          (4...9).contains(digits.count), let value = Int(digits)
        else { return nil }
        let unit = [4: 100, 5: 1000, 6: 10_000, 7: 100_000, 8: 1_000_000, 9: 10_000_000][digits.count] ?? 1
        let rounded = (value + unit / 2) / unit * unit
        guard rounded != value else { return nil }
        return Change(figure.range, with: about + " " + grouped("\(rounded)", by: page.isFrench ? "\u{A0}" : ","))
      }
    },
    complement(french: " Restent donc @ %.", english: " That leaves @%."),
    factRepeated,
    factRepeated.reversed(as: "repeated fact said once"),
  ]

  private static let factRepeated = repetition(
    french: ["Oui, @.", "Vous avez bien lu : @.", "Retenez-le : @."],
    english: ["Yes, @.", "You read that right: @.", "Remember it: @."])

  /// A figure and what it counts said once more behind its sentence.
  static func repetition(french: [String], english: [String]) -> EditKind {
    .harmless("fact repeated") { page, random in
      page.plainSentences.compactMap { sentence in
        guard !page.isQuestion(sentence), !page.isQuoted(sentence) else { return nil }
        guard
          let figure = WrittenFigure.all(on: page).first(where: { figure in
            // A bound, an end of a range or an amount of money would be said in part only.
            let before = page.masked(max(0, figure.range.lowerBound - 24)..<figure.range.lowerBound)
            let after = page.masked(figure.range.upperBound..<figure.range.upperBound + 12)
            return sentence.contains(figure.range.lowerBound) && figure.digits.count > 1
              && !comparison.occurs(in: before)
              && !before.hasSuffix("$") && !before.hasSuffix("€") && !before.hasSuffix("£")
              && !rangeBehind.occurs(in: after)
          }),
          let groups = counted.matches(in: page.mask, figure.range.upperBound..<sentence.upperBound).first,
          let words = groups[0], words.lowerBound == figure.range.upperBound
        else { return nil }
        let fact = page.text(figure.range.lowerBound..<words.upperBound).replacing("\n", with: " ")
        guard
          let form = random.pick(page.isFrench ? french : english)
        else { return nil }
        return Change(sentence.upperBound..<sentence.upperBound, with: " " + form.replacing("@", with: fact))
      }
    }
  }

  /// What a share of a whole leaves, said behind its sentence.
  static func complement(french: String, english: String) -> EditKind {
    .harmless("complement stated") { page, _ in
      page.plainSentences.compactMap { sentence in
        guard !page.isQuestion(sentence), !page.isQuoted(sentence) else { return nil }
        let figures = WrittenFigure.all(on: page).filter { sentence.contains($0.range.lowerBound) && $0.isPercent }
        guard figures.count == 1, let value = figures.first.flatMap({ Int($0.text) }), (1..<100).contains(value) else {
          return nil
        }
        // Only a share of a whole has a complement.
        let after = page.masked(figures[0].range.upperBound..<figures[0].range.upperBound + 12)
        guard share.occurs(in: after) else { return nil }
        return Change(
          sentence.upperBound..<sentence.upperBound,
          with: (page.isFrench ? french : english).replacing("@", with: "\(100 - value)"))
      }
    }
  }

  private static let percent = Pattern("(?<=\\d)(~?%|~pour~cent|~per~?cent)(?![\\p{L}-])")
  private static let counted = Pattern(
    "~?%|~(?!and\\b|other|more|different|new\\b|million|billion|milliard|millier|per\\b|percent|pour|autres|nouve|grand|petit|premi|large|small|total)\\p{Ll}{3,}s\\b(?=[ ,.;\\n])"
  )
  private static let rangeBehind = Pattern("^~?%?~(?:à|to|and|et|ou|or)~\\d")
  private static let share = Pattern("^~?%~(?:des|de~la|du|de~l'|of)~")
  private static let comparison = Pattern(
    "(?:environ|près~de|plus~de|moins~de|au~moins|jusqu'à|que|entre|et|à|about|around|nearly|than|least|most|over|under|to|and|between|from|some|exactly|approximately|roughly)~$",
    anyCase: true)
  private static let frenchWords = Pattern(
    "(?<![\\p{L}\\p{N}'-])(?<!\\b(?:les|ces|nos|aux|entre|des|à|tous|leurs|ses|en)~)(deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cinquante)(?=~\\p{Ll}{4,}s\\b)"
  )
  private static let englishWords = Pattern(
    "(?<![\\p{L}\\p{N}'-])(?<!\\b(?:the|these|those|our|its|their|or|one|and|to)~)(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty)(?=~(?!thirds|quarters|halves|millions|billions|thousands|hundreds)\\p{Ll}{3,}s\\b)"
  )
  private static let frenchMillions = Pattern(
    "(?<![\\p{N},.])((\\d{1,3}(?:,\\d{1,2})?)~(millions?|milliards?)(?:~de~|~d')(?=\\p{Ll}))")
  private static let englishMillions = Pattern(
    "(?<![\\p{N},.$£€])((\\d{1,3}(?:\\.\\d{1,2})?)~(million|billion)(?=~\\p{Ll}{3}))")
  private static let frenchEuro = Pattern("(?<=\\d)(~?€)(?![\\p{L}/])")
  private static let amount = Pattern(
    "(?<![\\p{L}\\p{N}])([$£€]\\d[\\d,]*(?:\\.\\d+)?(?:~(?:million|billion))?)(?![\\d/kKmMbB-]|[,.]\\d|~(?:million|billion|to~[$£€]|and~[$£€]))"
  )
  private static let frenchDate = Pattern(
    "(?<![\\p{L}\\p{N}/-])((\\d{1,2})~(\(Months.french.joined(separator: "|")))~((?:19|20)\\d\\d))\\b")
  private static let englishDate = Pattern(
    "(?<![\\p{L}\\p{N}/-])((?:(\(Months.english.joined(separator: "|")))~(\\d{1,2}),~((?:19|20)\\d\\d)))\\b")

  private static func countable(_ page: Page, behind range: Range<Int>) -> Bool {
    let after = page.masked(range.upperBound..<range.upperBound + 8)
    return after.first?.isWhitespace == true && after.dropFirst().prefix(4).allSatisfy { $0.isLowercase }
  }

  static func grouped(_ digits: String, by separator: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += separator }
      result.append(digit)
    }
    return result
  }
}
