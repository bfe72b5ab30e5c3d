package import Languages

/// Tells the language of a text by the little words in it.
package enum LanguageDetector {
  /// How many tokens are read at most, from the first on.
  private static let reach = 2000

  /// The stop words of all languages.
  private static let stopWords = LanguagePack.heads.reduce(into: HeadFilter()) { filter, language in
    language.head.stopWords.addWords(to: &filter)
  }

  /// Returns the language whose stop words are most frequent; `nil` when there are too few.
  ///
  /// Of languages that come close to each other, the first in `tags` wins.
  package static func language(of words: Lexicon, among tags: [LanguageTag]) -> LanguageTag? {
    let languages = tags.compactMap { tag in
      LanguagePack.heads.first { $0.tag == tag }.map { (tag: tag, stopWords: $0.head.stopWords) }
    }
    var votes = Array(repeating: 0, count: languages.count)
    var counts = Array(repeating: 0, count: words.count)
    for word in words.ofToken.prefix(reach) { counts[word] += 1 }
    for word in counts.indices where stopWords.mayHold(words.hash(of: word)) {
      for language in languages.indices where languages[language].stopWords.contains(words.hash(of: word)) {
        votes[language] += counts[word]
      }
    }
    guard let most = votes.max(), most >= 3, let winner = votes.firstIndex(where: { $0 * 5 > most * 4 }) else {
      return nil
    }
    return languages[winner].tag
  }
}
