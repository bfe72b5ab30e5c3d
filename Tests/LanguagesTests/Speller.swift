/// Writes whole numbers out, in the spellings that are in use.
struct Speller {
  private let language: String

  init(_ language: String) {
    self.language = language
  }

  func spellings(of number: Int) -> [String] {
    if language == "fr" {
      let traditional = french(number)
      return [traditional, traditional.replacing(" ", with: "-"), traditional.replacing("-", with: " ")]
    }
    if language == "es" { return [spanish(number)] }
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

  // MARK: Spanish

  private static let unidades = [
    "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece",
    "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós",
    "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve",
  ]
  private static let decenas = ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
  private static let centenas = [
    "ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos", "setecientos", "ochocientos",
    "novecientos",
  ]

  /// Before a scale « uno » loses its last vowel: « treinta y un mil ».
  private func spanish(_ number: Int, isBeforeScale: Bool = false) -> String {
    switch number {
    case 1 where isBeforeScale: return "un"
    case 21 where isBeforeScale: return "veintiún"
    case ..<30: return Self.unidades[number]
    case 30..<100:
      let ten = Self.decenas[number / 10 - 3]
      return number % 10 == 0 ? ten : ten + " y " + spanish(number % 10, isBeforeScale: isBeforeScale)
    case 100: return "cien"
    case 101..<1000:
      let head = Self.centenas[number / 100 - 1]
      return number % 100 == 0 ? head : head + " " + spanish(number % 100, isBeforeScale: isBeforeScale)
    case 1000..<1_000_000:
      let head = number / 1000 == 1 ? "mil" : spanish(number / 1000, isBeforeScale: true) + " mil"
      return number % 1000 == 0 ? head : head + " " + spanish(number % 1000, isBeforeScale: isBeforeScale)
    default:
      let count = number / 1_000_000
      let head = spanish(count, isBeforeScale: true) + (count == 1 ? " millón" : " millones")
      return number % 1_000_000 == 0 ? head : head + " " + spanish(number % 1_000_000)
    }
  }
}
