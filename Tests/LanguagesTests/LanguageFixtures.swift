import Testing

@testable import Languages

/// Returns the pack of a language that the program ships.
func pack(_ code: String) throws -> LanguagePack {
  try #require(LanguageTag(code).flatMap(LanguagePack.pack(for:)))
}

func tokens(_ text: String) -> [Token] { WordBreaker.tokens(of: Array(text.utf8)) }

/// The text that a range of tokens covers.
func covered(_ range: Range<Int>, of tokens: [Token], in text: String) -> String {
  guard let first = tokens[range].first, let last = tokens[range].last else { return "" }
  return String(decoding: Array(text.utf8)[first.range.lowerBound..<last.range.upperBound], as: UTF8.self)
}

/// A small generator with a seed, so that a failing case can be run again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
