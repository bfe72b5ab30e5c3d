import TestSupport

/// The second wording's changes of what is counted, and of numbers with a scale.
extension EditKind {
  static let secondFigureEdits: [EditKind] = [
    .harmful("figure unit") { page, _ in
      page.replacing(unit) { units[$0.text(1)] }
    },
    .harmful("figure currency") { page, _ in
      page.replacing(currency) { currencies[$0.text(1).lowercased().replacing("’", with: "'")] }
    },
    .harmful("percent to points") { page, _ in
      page.replacing(percent) { _ in page.isFrench ? " points de pourcentage" : " points" }
        + page.replacing(points) { _ in page.isFrench ? " %" : "%" }
    },
    .harmful("figure sign") { page, _ in
      page.replacing(signed) { $0.text(1) == "+" ? "−" : "+" }
    },
    .harmful("figure magnitude") { page, _ in
      WrittenFigure.all(on: page).compactMap { figure in
        guard !figure.isPercent, figure.digits.count > 2,
          figure.text.allSatisfy({ $0.isNumber || $0.isWhitespace || $0 == "," }),
          !(page.isFrench && figure.text.contains(","))
        else { return nil }
        let digits = String(figure.text.filter(\.isNumber).dropLast())
        let mark = figure.text.first { !$0.isNumber }.map(String.init) ?? ""
        return Change(figure.range, with: grouped(digits, by: mark))
      }
        + page.replacing(scale) { match in
          [
            "million": "millier", "millions": "milliers", "milliards": "millions", "milliard": "million",
            "billion": "trillion", "thousand": "hundred",
          ][match.text(1)].flatMap { page.isFrench || !$0.hasPrefix("millier") ? $0 : "thousand" }
        }
    },
    .harmful("figure rounded up unannounced") { page, _ in
      WrittenFigure.all(on: page).compactMap { figure in
        guard let value = Int(figure.text), value > 12, value < 1000, value % 10 != 0 else { return nil }
        let before = page.masked(max(0, figure.range.lowerBound - 20)..<figure.range.lowerBound)
        guard !rough.occurs(in: before) else { return nil }
        return Change(figure.range, with: "\(value / 10 * 10 + 10)")
      }
    },
  ]

  private static let rough = Pattern(
    "(environ|près~de|quelque|autour~de|presque|about|around|nearly|some|almost|roughly|approximately)~$", anyCase: true
  )
  private static let percent = Pattern("(?<=\\d)(~?%|~pour~cent|~per~?cent)(?![\\p{L}-])")
  private static let points = Pattern("(?<=\\d)(~(?:percentage~)?points(?:~de~pourcentage)?)(?![\\p{L}-])")
  private static let signed = Pattern("(?<=[ \\u00A0(])([+\\-−])(?=\\d+(?:[.,]\\d+)?~?(?:%|°|€|points|pts))")
  private static let scale = Pattern("(?<=\\d~)(millions?|milliards?|billion|thousand)\\b")
  private static let units = [
    "heures": "minutes", "jours": "semaines", "mois": "trimestres", "ans": "décennies", "semaines": "jours",
    "minutes": "secondes", "km": "mètres", "kg": "tonnes", "tonnes": "kg", "kilos": "tonnes",
    "hectares": "mètres carrés",
    "litres": "hectolitres", "kilomètres": "milles", "mètres": "centimètres", "degrés": "dixièmes de degré",
    "années": "semaines", "secondes": "minutes", "Mo": "Ko", "Go": "To", "MW": "GW", "kWh": "MWh",
    "hours": "minutes", "days": "hours", "weeks": "days", "months": "quarters", "years": "decades", "seconds": "hours",
    "miles": "kilometres", "kilometres": "miles", "tons": "pounds", "pages": "chapters", "GB": "TB", "MB": "KB",
    "milliseconds": "minutes", "acres": "square feet", "feet": "inches", "year": "decade", "month": "quarter",
    "day": "hour", "hour": "second", "words": "pages", "bytes": "kilobytes", "kilometers": "miles",
    "gallons": "barrels",
  ]
  private static let unit = Pattern(
    "(?<!\\b(?:19|20)\\d\\d~)(?<=\\d[ \\u00A0\\u202F-]|\\b(?:deux|trois|quatre|cinq|six|dix|two|three|four|five|six|ten)[ \\u00A0-])("
      + units.keys.sorted { ($0.count, $0) > ($1.count, $1) }.joined(separator: "|") + ")(?![\\p{L}\\p{N}])")
  private static let currencies = [
    "€": "£", "$": "£", "£": "$", "euros": "francs suisses", "d'euros": "de francs suisses", "dollars": "pesos",
    "pounds": "dollars",
  ]
  private static let currency = Pattern(
    "((?<=\\d~?)€|[$£€](?=\\d)|(?<=\\d~|millions?~|milliards?~|billions?~)(?:d'euros|euros|dollars|pounds))",
    anyCase: true)
}
