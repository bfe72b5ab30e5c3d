/// The words of a language that are listed in pairs: opposites, or words that mean the same.
package struct Opposites: Sendable {
  /// Listed words, and their stems.
  let words: WordSet
  /// The second words of pairs, and their stems: of two opposites the one that takes away is mostly named last,
  /// where one does.
  let seconds: WordSet
  /// Words and stems with their partners, both ways: `legal=illegal`.
  private let pairs: WordSet

  /// Takes what was written to `tape` next.
  package init(_ tape: inout PackTape) {
    words = WordSet(&tape)
    seconds = WordSet(&tape)
    pairs = WordSet(&tape)
  }

  /// Returns the numbers of pairs of folded words, and of pairs of which neither word takes away.
  package static func numbers(
    of pairs: [(String, String)], besides others: [(String, String)], _ stemmer: Stemmer
  ) -> [UInt64] {
    var words: [WordHash] = []
    var both: [WordHash] = []
    var seconds: [WordHash] = []
    for (number, (a, b)) in (pairs + others).enumerated() {
      let (stemOfA, stemOfB) = (stemmer.stem(a), stemmer.stem(b))
      if number < pairs.count { seconds += [WordHash(b.utf8), WordHash(stemOfB.utf8)] }
      for (one, other) in [(a, b), (b, a), (stemOfA, stemOfB), (stemOfB, stemOfA)] {
        words.append(WordHash(one.utf8))
        both.append(pair(WordHash(one.utf8), other))
      }
    }
    return WordSet.numbers(of: words) + WordSet.numbers(of: seconds) + WordSet.numbers(of: both)
  }

  /// Whether two words stand in the list as they are; the second is asked for when the first one does.
  func areListed(_ a: String, _ b: @autoclosure () -> String) -> Bool {
    let hash = WordHash(a.utf8)
    return words.contains(hash) && pairs.contains(Self.pair(hash, b()))
  }

  /// The hash under which two words are kept.
  private static func pair(_ a: WordHash, _ b: String) -> WordHash {
    var hash = a
    hash.append(UInt8(ascii: "="))
    hash.append(b.utf8)
    return hash
  }
}
