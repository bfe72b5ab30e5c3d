/// A number as it was read from a text.
package struct NumberReading: Sendable {
  package enum Form: Sendable {
    case digits, words
    /// Digits and a scale word: `1.2 million`.
    case mixed
  }

  package let value: ExactNumber
  package let tokens: Range<Int>
  package let form: Form
  /// « troisième », "3rd".
  package let isOrdinal: Bool
  /// « une douzaine », "hundreds of": the value is the lower magnitude.
  package let isVague: Bool
  /// The decimal place of the last digit that was written: 0 for 13, 1 for 13.5, -5 for 1.2 million.
  package let significantPlaces: Int
}

/// Reads numbers in digits and words.
package struct NumberReader: Sendable {
  let vocabulary: NumberVocabulary

  package init(_ pack: LanguagePack) {
    vocabulary = pack.numbers
  }

  /// Returns the number that starts at the token `index`, as long as it goes; `nil` when none does.
  package func number(in tokens: [Token], at index: Int) -> NumberReading? {
    guard index >= 0, index < tokens.count, tokens[index].kind == .digits else { return nil }
    guard let (value, places) = vocabulary.value(ofDigits: tokens[index].folded) else { return nil }
    return NumberReading(
      value: value, tokens: index..<index + 1, form: .digits, isOrdinal: false, isVague: false,
      significantPlaces: places)
  }
}

struct NumberVocabulary: Sendable {
  let decimalMark: UInt8

  init(_ tables: inout PackTables) {
    decimalMark = tables.text["decimal mark"].first?.items.first.map { tables.text.bytes[$0.lowerBound] } ?? 0x2E
  }

  /// The value of a digits token, and its places after the decimal mark.
  func value(ofDigits text: String) -> (ExactNumber, places: Int)? {
    let bytes = Array(text.utf8)
    let marks = bytes.indices.filter { bytes[$0] == 0x2E || bytes[$0] == 0x2C }
    var places = 0
    if let last = marks.last {
      let isOnlyOfItsKind = !marks.dropLast().contains { bytes[$0] == bytes[last] }
      let couldGroup = bytes.count - last == 4 && marks.first.map { $0 > 0 && $0 <= 3 && bytes[0] != 0x30 } == true
      if isOnlyOfItsKind, !couldGroup || marks.count > 1 || bytes[last] == decimalMark {
        places = bytes.count - last - 1
      }
    }
    return ExactNumber(decimalDigits: bytes.filter { $0 >= 0x30 && $0 <= 0x39 }, fractionDigits: places)
      .map { ($0, places) }
  }
}
