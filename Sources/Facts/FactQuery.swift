package import Languages
import Manuscripts

/// A fact that somebody asks for by its words: a figure or a date by its value, in whatever notation; anything else by
/// its words.
package struct FactQuery: Sendable {
  private enum Meaning: Sendable {
    case amount(Fact.Value)
    case words([WordHash])
  }

  private let meaning: Meaning

  /// Reads what is asked for; `nil` when it holds no word and no number.
  ///
  /// - Parameter language: that of the article, in which numbers and dates are read.
  package init?(_ text: String, language: LanguageTag) {
    let sheet = FactSheet(of: ArticleParser().article(from: Array(text.utf8)), language: language)
    let words = sheet.passage.tokens.filter { $0.kind != .mark }
    if sheet.facts.count == 1, let fact = sheet.facts.first,
      words.count == sheet.passage.tokens[fact.boundedTokens].filter({ $0.kind != .mark }).count
    {
      meaning = .amount(fact.value)
    } else if !words.isEmpty {
      meaning = .words(words.map(\.hash))
    } else {
      return nil
    }
  }

  /// Returns where an article states it, as ranges of the sheet's tokens, in the order of the text.
  package func places(in sheet: FactSheet) -> [Range<Int>] {
    switch meaning {
    case .amount(let value):
      return sheet.facts.filter { Self.isSame($0.value, value) }.map(\.tokens)
    case .words(let words):
      let tokens = sheet.passage.tokens
      let places = tokens.indices.filter { tokens[$0].kind != .mark }
      guard places.count >= words.count else { return [] }
      return (0...places.count - words.count).filter { start in
        words.indices.allSatisfy { tokens[places[start + $0]].hash == words[$0] }
      }.map { places[$0]..<places[$0 + words.count - 1] + 1 }
    }
  }

  private static func isSame(_ a: Fact.Value, _ b: Fact.Value) -> Bool {
    switch (a, b) {
    case (.figure(let a), .figure(let b)):
      a.relation(to: b) == .same && (a.comparator == b.comparator || b.comparator == nil)
    case (.date(let a, let end), .date(let b, let otherEnd)): a.agrees(with: b) && end == otherEnd
    default: false
    }
  }
}
