import Languages

/// The stems of a text's words that say something.
package struct Stems: Sendable {
  /// The different ones, by number.
  let numbers: WordNumbers
  /// For each token the number of its stem; -1 where it has none.
  let ofToken: [Int]
  /// For each word of the lexicon the number of its stem; -1 where it has none, and another one where no token is a word.
  private let ofWord: [Int]

  /// - Parameter other: the stems of the text of which the lexicon knows words, by the same pack.
  init(_ tokens: [Token], _ words: Lexicon, _ pack: LanguagePack, knowing other: Stems?) {
    var numbers = WordNumbers(capacity: words.count)
    var ofWord = [Int](repeating: Self.unread, count: words.count)
    var ofToken = [Int](repeating: -1, count: tokens.count)
    let (known, ofKnown, others) = (words.known, other?.ofWord ?? [], other?.numbers ?? WordNumbers())
    for index in tokens.indices where tokens[index].kind == .word {
      let word = words.ofToken[index]
      if ofWord[word] == Self.unread {
        if !ofKnown.isEmpty, known[word] >= 0, case let stem = ofKnown[known[word]], stem != Self.unread {
          ofWord[word] = stem < 0 ? -1 : numbers.number(of: others[stem], others.hash(of: stem))
        } else {
          ofWord[word] =
            Self.stem(of: tokens[index].folded, tokens[index].hash, pack).map { numbers.number(of: $0, $1) } ?? -1
        }
      }
      ofToken[index] = ofWord[word]
    }
    self.numbers = numbers
    self.ofToken = ofToken
    self.ofWord = ofWord
  }

  private static let unread = -2

  /// How many tokens there are.
  var count: Int { ofToken.count }

  /// The stem of a token's word; empty where it says nothing.
  package subscript(token: Int) -> String {
    let number = ofToken[token]
    return number < 0 ? "" : numbers[number]
  }

  /// The hash of a token's stem; `nil` where it has none.
  func hash(at token: Int) -> WordHash? {
    let number = ofToken[token]
    return number < 0 ? nil : numbers.hash(of: number)
  }

  /// The stem of a word, with its hash; `nil` when it says nothing.
  private static func stem(of word: String, _ hash: WordHash, _ pack: LanguagePack) -> (String, WordHash)? {
    word.utf8.count > 1 && !pack.stopWords.contains(hash) ? pack.stem(word, hash) : nil
  }
}
