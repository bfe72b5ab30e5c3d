/// Writes whole numbers out, in the spellings that are in use.
struct Speller {
  private let isFrench: Bool

  init(_ language: String) {
    isFrench = language == "fr"
  }

  func spellings(of number: Int) -> [String] {
    if isFrench {
      let traditional = french(number)
      return [traditional, traditional.replacing(" ", with: "-"), traditional.replacing("-", with: " ")]
    }
    let british = english(number, and: " and ")
    return [british, english(number, and: " "), british.replacing("-", with: " ")]
  }

  // MARK: French

  private static let small = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
  ]
  private static let tens = [2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"]

  private func french(_ number: Int, isLast: Bool = true) -> String {
    switch number {
    case ..<20: return Self.small[number]
    case 80: return isLast ? "quatre-vingts" : "quatre-vingt"
    case 81...99: return "quatre-vingt-" + Self.small[number - 80]
    case 20..<80:
      let ten = min(number / 10, 6)
      let rest = number - ten * 10
      let name = Self.tens[ten] ?? ""
      return rest == 0
        ? name : rest == 1 || rest == 11 ? name + " et " + Self.small[rest] : name + "-" + Self.small[rest]
    case 100..<1000:
      let head = number / 100 == 1 ? "cent" : Self.small[number / 100] + " cent"
      return number % 100 == 0
        ? head + (number > 100 && isLast ? "s" : "") : head + " " + french(number % 100, isLast: isLast)
    case 1000..<1_000_000:
      let head = number / 1000 == 1 ? "mille" : french(number / 1000, isLast: false) + " mille"
      return number % 1000 == 0 ? head : head + " " + french(number % 1000)
    default:
      let (scale, name) = number < 1_000_000_000 ? (1_000_000, "million") : (1_000_000_000, "milliard")
      let head = french(number / scale) + " " + name + (number / scale > 1 ? "s" : "")
      return number % scale == 0 ? head : head + " " + french(number % scale)
    }
  }

  // MARK: English

  private static let ones = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let decades = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

  private func english(_ number: Int, and: String) -> String {
    switch number {
    case ..<20: return Self.ones[number]
    case 20..<100: return Self.decades[number / 10] + (number % 10 == 0 ? "" : "-" + Self.ones[number % 10])
    case 100..<1000:
      let head = Self.ones[number / 100] + " hundred"
      return number % 100 == 0 ? head : head + and + english(number % 100, and: and)
    default:
      let (scale, name) =
        number < 1_000_000
        ? (1000, "thousand") : number < 1_000_000_000 ? (1_000_000, "million") : (1_000_000_000, "billion")
      let head = english(number / scale, and: and) + " " + name
      let rest = number % scale
      return rest == 0 ? head : head + (rest < 100 ? and : " ") + english(rest, and: and)
    }
  }
}
