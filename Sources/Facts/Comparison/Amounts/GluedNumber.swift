import Languages

/// A number that is written in one piece with the name before it: `ISO27001`, which others write "ISO 27001".
struct GluedNumber {
  let letters: String
  let digits: String

  /// `nil` for a word that is not letters with digits behind them.
  init?(_ word: String) {
    guard let last = word.utf8.last, Self.isDigit(last) else { return nil }
    let digits = word.utf8.reversed().prefix(while: Self.isDigit).count
    let letters = word.utf8.dropLast(digits)
    guard letters.count >= Self.fewestLetters, !letters.contains(where: { $0 <= 0x39 }) else { return nil }
    self.letters = String(decoding: Array(letters), as: UTF8.self)
    self.digits = String(decoding: Array(word.utf8.suffix(digits)), as: UTF8.self)
  }

  /// Whether a text has the number in the other way: the digits of `fact` stand behind the letters of one of its words.
  static func holds(_ sheet: FactSheet, _ fact: Fact, of other: FactSheet) -> Bool {
    let tokens = other.passage.tokens
    let index = fact.tokens.lowerBound
    if fact.tokens.count == 1, tokens[index].kind == .digits, holds(sheet, version: tokens[index].folded) {
      return true
    }
    guard fact.tokens.count == 1, tokens[index].kind == .digits, index > 0, tokens[index - 1].kind == .word else {
      return false
    }
    let word = tokens[index - 1].folded + tokens[index].folded
    return GluedNumber(word) != nil && sheet.passage.words.contains(word)
  }

  /// Whether a text has a version in one word: "v22" for "version 22".
  private static func holds(_ sheet: FactSheet, version: String) -> Bool {
    let number = Array(version.utf8)
    // A text is read for it only where it has one of the words that give the version.
    let endings = ["", "x", ".", ".x"]
    guard endings.contains(where: { sheet.passage.words.contains("v" + version + $0) }) else { return false }
    return sheet.passage.tokens.contains { token in
      token.kind == .word && token.folded.utf8.first == UInt8(ascii: "v")
        && GluedVersion(token.folded)?.number == number
    }
  }

  private static let fewestLetters = 2

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
