import Testing

@testable import LanguagePacks
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
