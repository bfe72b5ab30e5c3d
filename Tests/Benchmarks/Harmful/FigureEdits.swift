import TestSupport

/// Figures in running text, as both languages write them, that are neither years nor part of a name.
struct WrittenFigure {
  let range: Range<Int>
  let text: String
  /// What follows: the unit or the first word counted.
  let isPercent: Bool

  /// Group 1 is the number, group 2 the sign of per cent.
  private static let french = Pattern(
    "(?<![\\p{L}\\p{N}_/#:+.,’'\\-–−v]|[\\p{L}\\p{N}]~[+-])(?<!n°~|article~|articles~|loi~|page~|RFC~|version~)((?:\\d{1,3}(?:[ \\u00A0\\u202F]\\d{3})+|\\d+)(?:,\\d+)?)(?![\\p{L}\\p{N}_/:°\\-]|[.,]\\d|~?h\\d)(~?%)?",
    anyCase: true)
  private static let english = Pattern(
    "(?<![\\p{L}\\p{N}_/#:+.,’'\\-–−v])(?<!section~|article~|page~|RFC~|version~|step~|chapter~)((?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)(?![\\p{L}\\p{N}_/:°\\-]|[.,]\\d)(~?%)?",
    anyCase: true)
  private static let nameBefore = Pattern("(?<![.!?:]~)(?<!^)\\b\\p{Lu}[\\p{L}.]*~$|^[\\p{Lu}][\\p{L}.]+\\.\\p{L}+~$")
  private static let month = Pattern(
    "^~(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|January|February|March|April|May|June|July|August|September|October|November|December)"
  )
  private static let monthBefore = Pattern(
    "(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|January|February|March|April|May|June|July|August|September|October|November|December),?~(\\d{1,2},~)?$"
  )

  static func all(on page: Page) -> [WrittenFigure] {
    (page.isFrench ? french : english).matches(in: page).compactMap { match in
      guard let range = match.range(1) else { return nil }
      let text = page.text(range)
      let before = page.masked(max(0, range.lowerBound - 25)..<range.lowerBound)
      let after = page.masked(range.upperBound..<range.upperBound + 20)
      let isPercent = match.range(2) != nil
      if let year = Int(text), (1900..<2100).contains(year), !isPercent { return nil }
      if month.occurs(in: after) || monthBefore.occurs(in: before) || nameBefore.occurs(in: before) { return nil }
      return WrittenFigure(range: range, text: text, isPercent: isPercent)
    }
  }

  var digits: [Int] { text.compactMap(\.wholeNumberValue) }
}

extension EditKind {
  private static let announced = Pattern(
    "(environ|près~de|quelque|autour~de|about|around|nearly|some|almost|roughly|approximately)~$", anyCase: true)

  static let figureEdits: [EditKind] = [
    .harmful("figure digit") { page, random in
      WrittenFigure.all(on: page).compactMap { figure in
        var characters = Array(figure.text)
        let isRough = announced.occurs(in: page.masked(max(0, figure.range.lowerBound - 20)..<figure.range.lowerBound))
        let places = characters.indices.filter { characters[$0].isWholeNumber && (!isRough || $0 == 0) }
        guard let place = random.pick(places), let old = characters[place].wholeNumberValue else { return nil }
        var new = (old + 1 + random.below(9)) % 10
        if place == 0 && new == 0 { new = old == 9 ? 8 : 9 }
        characters[place] = Character(String(new))
        return Change(figure.range, with: String(characters))
      }
    },
    .harmful("figure magnitude") { page, _ in
      WrittenFigure.all(on: page).compactMap { figure in
        guard let value = Int(figure.text), value > 0, value < 100, !figure.isPercent else { return nil }
        return Change(figure.range, with: figure.text + "0")
      }
        + scales.flatMap { pattern, scale in
          page.replacing(pattern) { scale[$0.text(1).lowercased()] }
        }
    },
    .harmful("figure decimal") { page, _ in
      WrittenFigure.all(on: page).compactMap { figure in
        let mark = page.isFrench ? "," : "."
        if figure.text.contains(mark) {
          return Change(figure.range, with: figure.text.filter { "\($0)" != mark }.drop { $0 == "0" } + "")
        }
        guard figure.isPercent, let value = Int(figure.text), value > 9, value % 10 != 0 else { return nil }
        return Change(figure.range, with: "\(value / 10)\(mark)\(value % 10)")
      }
    },
    .harmful("figure sign") { page, _ in
      page.replacing(signed) { match in
        switch match.text(1) {
        case "+": "-"
        default: "+"
        }
      }
    },
    .words(
      "figure in words", harmful: true,
      french: WordTable(
        [
          ("deux", "trois"), ("trois", "cinq"), ("quatre", "six"), ("cinq", "quatre"), ("six", "huit"),
          ("sept", "neuf"), ("huit", "sept"), ("dix", "quinze"), ("douze", "dix"), ("vingt", "trente"),
          ("la moitié", "un tiers"), ("un tiers", "un quart"), ("un quart", "un tiers"),
          ("une dizaine", "une centaine"), ("une centaine", "une dizaine"), ("des centaines", "des milliers"),
          ("des milliers", "des centaines"),
        ],
        before: "(?<!les~|ces~|nos~|aux~|entre~|des~|à~|leurs~|ses~)", after: "(?=~\\p{L}{3})"),
      english: WordTable(
        [
          ("two", "three"), ("three", "five"), ("four", "six"), ("five", "four"), ("six", "eight"), ("seven", "nine"),
          ("eight", "seven"), ("ten", "fifteen"), ("twelve", "ten"), ("twenty", "thirty"), ("half of", "a third of"),
          ("a third of", "a quarter of"), ("a quarter of", "a third of"), ("dozens of", "hundreds of"),
          ("hundreds of", "thousands of"), ("thousands of", "hundreds of"), ("twice", "three times"),
        ],
        before: "(?<!the~|these~|those~|our~|its~|their~|or~)", after: "(?=~\\p{L}{3})")),
    .harmful("figure unit") { page, _ in
      page.replacing(unitPattern) { match in
        match.text(1) == "minutes" ? (page.isFrench ? "heures" : "hours") : units[match.text(1)]
      }
    },
    .harmful("figure currency") { page, _ in
      page.replacing(currencyPattern) { currencies[$0.text(1).lowercased()] }
    },
    .harmful("percent to points") { page, _ in
      page.replacing(percent) { _ in page.isFrench ? " points" : " percentage points" }
        + page.replacing(points) { _ in page.isFrench ? " %" : "%" }
    },
    .harmful("figures exchanged") { page, _ in
      let figures = WrittenFigure.all(on: page).filter {
        $0.isPercent || counted.occurs(in: page.masked($0.range.upperBound..<$0.range.upperBound + 6))
      }
      .compactMap { figure in page.sentence(around: figure.range).map { (figure, $0) } }
      var changes: [Change] = []
      for (index, (a, first)) in figures.enumerated() {
        for (b, second) in figures[(index + 1)...].prefix(12) where a.text != b.text && a.isPercent == b.isPercent {
          // In one sentence the two must be told apart by a word of their own: "from 3 to 5" only turns round.
          let between = page.masked(a.range.upperBound..<b.range.lowerBound)
          guard first != second || between.split(whereSeparator: { !$0.isLetter }).contains(where: { $0.count > 4 })
          else { continue }
          // "1 month" and "5 days" must not become what is no longer language.
          guard (a.text == "1") == (b.text == "1") || a.isPercent else { continue }
          changes.append(Change([(a.range, b.text), (b.range, a.text)]))
        }
      }
      return changes
    },
    .harmful("range end changed") { page, random in
      range.matches(in: page).compactMap { match in
        guard let end = match.range(2), let low = Int(match.text(1)), let high = Int(match.text(2)), low < high,
          !(1900..<2100).contains(low)
        else { return nil }
        return Change(end, with: String(high + max(1, high / 4) + random.below(3)))
      }
    },
  ]

  private static let counted = Pattern("^~[€$\\p{L}]|^[€$]")
  private static let signed = Pattern("(?<=[ \\u00A0(])([+\\-−])(?=\\d+(?:[.,]\\d+)?~?(?:%|°|points|pts))")
  private static let percent = Pattern("(?<=\\d)(~?%|~pour~cent|~per~?cent)(?![\\p{L}-])")
  private static let points = Pattern("(?<=\\d)(~(?:percentage~)?points(?:~de~pourcentage)?)(?![\\p{L}-])")
  private static let range = Pattern(
    "(?<![\\p{L}\\p{N}.,/-])(\\d{1,4})~?(?:%~)?(?:à|to|and|et)~(\\d{1,4})(?=~?[%€\\p{L}])")
  private static let scales: [(Pattern, [String: String])] = [
    (
      Pattern("(?<=\\d~)(millions?|milliards?|billions?|milliers?|thousand)\\b"),
      [
        "million": "milliard", "millions": "milliards", "milliard": "million", "milliards": "millions",
        "billion": "million", "billions": "millions", "thousand": "million",
      ]
    )
  ]
  private static let units = [
    "km": "m", "kg": "g", "heures": "jours", "jours": "heures", "mois": "jours", "ans": "mois", "années": "mois",
    "minutes": "heures", "semaines": "mois",
    "hours": "days", "days": "weeks", "months": "days", "years": "months", "seconds": "minutes", "weeks": "days",
    "tonnes": "kilos", "litres": "millilitres",
    "milliseconds": "seconds", "GB": "MB", "MB": "GB", "Mo": "Go", "Go": "Mo", "miles": "metres",
    "mètres": "kilomètres", "kilomètres": "mètres", "MW": "kW",
    "day": "hour", "year": "month", "month": "year", "week": "day", "hour": "minute",
  ]
  private static let unitPattern = Pattern(
    "(?<!\\b(?:19|20)\\d\\d~)(?<=\\d[ \\u00A0\\u202F-]|\\b(?:deux|trois|quatre|cinq|six|dix|two|three|four|five|six|ten)[ \\u00A0-])("
      + units.keys.sorted { ($0.count, $0) > ($1.count, $1) }.joined(separator: "|") + ")(?![\\p{L}\\p{N}])")
  private static let currencies = [
    "€": "$", "$": "€", "£": "€", "euros": "dollars", "d'euros": "de dollars", "d’euros": "de dollars",
    "dollars": "euros", "pounds": "euros",
  ]
  private static let currencyPattern = Pattern(
    "((?<=\\d~?)€|[$£€](?=\\d)|(?<=\\d~|millions?~|milliards?~|billions?~)(?:d'euros|euros|dollars|pounds))",
    anyCase: true)
}
