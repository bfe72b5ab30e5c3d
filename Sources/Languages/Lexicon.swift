/// The different words of a text: what is asked of a word is asked once, however often it stands there.
package struct Lexicon: Sendable {
  package let numbers: WordNumbers
  /// For each token the number of its folded text, counted from 0 in the order in which they come.
  package let ofToken: [Int]
  /// For each word the first token that is it.
  package let firstTokens: [Int]

  package init(_ tokens: [Token]) {
    // Half of a text's words stand in it once.
    var numbers = WordNumbers(capacity: tokens.count / 2)
    var firstTokens: [Int] = []
    ofToken = tokens.indices.map { index in
      let number = numbers.number(of: tokens[index].folded, tokens[index].hash)
      if number == firstTokens.count { firstTokens.append(index) }
      return number
    }
    self.firstTokens = firstTokens
    self.numbers = numbers
  }

  /// How many different words there are.
  package var count: Int { numbers.count }

  package func contains(_ folded: String) -> Bool { numbers.contains(folded) }

  /// Returns the number of a word; `nil` when it does not stand in the text.
  package func number(of folded: String) -> Int? { numbers.known(folded) }

  package subscript(number: Int) -> String { numbers[number] }

  package func hash(of number: Int) -> WordHash { numbers.hash(of: number) }
}
