import Testing

@testable import Languages

struct WordNumbersTests {
  @Test func wordsGetNumbersInTheOrderInWhichTheyCome() {
    var numbers = WordNumbers()
    #expect(["roof", "solar", "roof", "énergie", "", "solar"].map { numbers.number(of: $0) } == [0, 1, 0, 2, 3, 1])
    #expect(numbers.count == 4)
    #expect(numbers.contains("énergie"))
    #expect(!numbers.contains("roofs"))
  }

  @Test func thousandsOfWordsKeepTheirNumbers() {
    var numbers = WordNumbers()
    let words = (0..<5000).map { "word\($0)" }
    for (number, word) in words.enumerated() { #expect(numbers.number(of: word) == number) }
    for (number, word) in words.enumerated() { #expect(numbers.number(of: word) == number) }
    #expect(numbers.count == 5000)
  }

  @Test func aTokenHasTheNumberOfItsText() {
    var numbers = WordNumbers()
    for token in WordBreaker.tokens(of: Array("L’été 2024, « Énergie » : 1 200 kWh… (https://Example.org)".utf8)) {
      let number = numbers.number(of: token.folded, token.hash)
      #expect(numbers.number(of: token.folded) == number)
    }
  }
}
