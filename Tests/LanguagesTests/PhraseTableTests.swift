import Testing

@testable import Languages

struct PhraseTableTests {
  private func match(_ phrases: [String], _ text: String, hyphens: PhraseHyphens = .loose) -> String? {
    PhraseTable(phrases.map { ($0, $0) }, hyphens: hyphens).match(tokens(text), at: 0).map { "\($0.value)/\($0.count)" }
  }

  @Test func longestPhraseWins() {
    #expect(match(["plus", "plus de", "plus d'"], "Plus de 10") == "plus de/2")
    #expect(match(["plus", "plus d'"], "plus d’un") == "plus d'/2")
    #expect(match(["plus de"], "plus grand") == nil)
    #expect(match(["jusqu'à"], "Jusqu’à 10") == "jusqu'à/2")
  }

  @Test func starStandsForAnyEnding() {
    #expect(match(["financ* public*"], "financements publics") == "financ* public*/2")
    #expect(match(["financ*"], "finalement") == nil)
    #expect(match(["ab*"], "abc") == nil)
  }

  @Test func dotsStandForAFewTokensOfTheSentence() {
    #expect(match(["mêmes sources … article"], "mêmes sources que dans l'article") == "mêmes sources … article/6")
    #expect(match(["mêmes sources … article"], "mêmes sources. Cet article") == nil)
    #expect(match(["a … z"], "a b c d e f g z") == "a … z/8")
    #expect(match(["a … z"], "a b c d e f g h z") == nil)
    #expect(match(["a … z"], "a b\nz") == nil)
    #expect(match(["a b"], "a\nb") == nil)
  }

  @Test func numberSignStandsForDigits() {
    #expect(match(["up #"], "up 12%") == "up #/2")
    #expect(match(["up #"], "up there") == nil)
  }

  @Test func strictTablesKeepOutOfCompounds() {
    let strict = PhraseHyphens.strict(clitics: ["on", "t"])
    #expect(match(["up to"], "up to 5", hyphens: strict) != nil)
    #expect(match(["up to"], "up-to-date", hyphens: strict) == nil)
    #expect(match(["up"], "up-front", hyphens: strict) == nil)
    #expect(match(["pourrait"], "pourrait-on", hyphens: strict) != nil)
    #expect(match(["peut-être"], "peut-être", hyphens: strict) != nil)
    #expect(match(["peut-être"], "peut être", hyphens: strict) == nil)
    #expect(match(["quatre-vingt"], "quatre vingt") != nil)
  }

  @Test func ofTwoPhrasesOfOneLengthTheOneGivenFirstWins() {
    #expect(match(["en cour*", "en cours"], "en cours") == "en cour*/2")
    #expect(match(["en cours", "en cour*"], "en cours") == "en cours/2")
    #expect(match(["en #", "en 2019", "en"], "en 2019") == "en #/2")
    #expect(match(["cours*", "cours"], "cours") == "cours/1")
  }

  @Test func amongManyPhrasesOfOneFirstWordEachIsFound() {
    let words = (0..<200).map { "mot\($0)" }
    let phrases = words.map { "de \($0)" }
    let table = PhraseTable((["de"] + phrases + phrases.map { $0 + " encore" }).map { ($0, $0) })
    for word in words {
      #expect(table.match(tokens("de \(word)"), at: 0)?.value == "de \(word)")
      #expect(table.match(tokens("de \(word) encore"), at: 0)?.value == "de \(word) encore")
    }
    #expect(table.match(tokens("de rien"), at: 0)?.value == "de")
  }

  @Test func placesOutsideTheTextMatchNothing() {
    let table = PhraseTable([("a", 1)])
    #expect(table.match([], at: 0) == nil)
    #expect(table.match(tokens("a"), at: 1) == nil)
    #expect(table.match(tokens("a"), at: -1) == nil)
    #expect(PhraseTable<Int>([]).match(tokens("a"), at: 0) == nil)
  }
}
