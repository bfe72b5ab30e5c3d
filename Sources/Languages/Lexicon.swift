/// The different words of a text: what is asked of a word is asked once, however often it stands there.
@usableFromInline
package struct Lexicon: Sendable {
  @usableFromInline package private(set) var numbers: WordNumbers
  /// For each token the number of its folded text, counted from 0 in the order in which they come.
  package private(set) var ofToken: [Int] = []
  /// For each word the first token that is it.
  package private(set) var firstTokens: [Int] = []
  /// For each word its number in the lexicon of the other text; -1 where that does not have it.
  package private(set) var known: [Int] = []

  package init(_ tokens: [Token]) {
    self.init(tokens, knowing: [], from: nil)
  }

  /// - Parameters:
  ///   - lines: the lines whose tokens were taken from another text.
  ///   - other: the lexicon of that text, of whose words much is known.
  package init(_ tokens: [Token], knowing lines: [KnownLines], from other: Lexicon?) {
    // Half of a text's words stand in it once.
    numbers = WordNumbers(capacity: tokens.count / 2)
    ofToken.reserveCapacity(tokens.count)
    firstTokens.reserveCapacity(tokens.count / 2)
    known.reserveCapacity(tokens.count / 2)
    if let other {
      var ofKnown = [Int](repeating: -1, count: other.count)
      for lines in lines {
        while ofToken.count < tokens.count, tokens[ofToken.count].range.lowerBound < lines.text.lowerBound {
          takeWord(of: tokens.span)
        }
        for word in other.ofToken[lines.tokens] {
          if ofKnown[word] >= 0 {
            ofToken.append(ofKnown[word])
          } else {
            ofKnown[word] = takeWord(of: tokens.span)
            known[ofKnown[word]] = word
          }
        }
      }
    }
    while ofToken.count < tokens.count { takeWord(of: tokens.span) }
    if let other {
      for word in known.indices where known[word] < 0 {
        known[word] = other.numbers.known(numbers[word], numbers.hash(of: word)) ?? -1
      }
    }
  }

  /// Takes the word of the next token, and returns its number.
  @discardableResult
  private mutating func takeWord(of tokens: Span<Token>) -> Int {
    let index = ofToken.count
    let number = numbers.number(of: tokens[index].folded, tokens[index].hash)
    if number == firstTokens.count {
      firstTokens.append(index)
      known.append(-1)
    }
    ofToken.append(number)
    return number
  }

  /// How many different words there are.
  package var count: Int { numbers.count }

  package func contains(_ folded: String) -> Bool { numbers.contains(folded) }

  /// Returns the number of a word; `nil` when it does not stand in the text.
  package func number(of folded: String) -> Int? { numbers.known(folded) }

  package subscript(number: Int) -> String { numbers[number] }

  @inlinable package func hash(of number: Int) -> WordHash { numbers.hash(of: number) }
}
