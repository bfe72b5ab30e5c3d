package import Languages

/// Tells the language of a text by the little words in it.
package enum LanguageDetector {
  /// Returns the language whose stop words are most frequent; `nil` when there are too few.
  ///
  /// Of languages that come close to each other, the first in `tags` wins.
  package static func language(of tokens: [Token], among tags: [LanguageTag]) -> LanguageTag? {
    let languages = tags.compactMap { tag in
      LanguagePack.heads.first { $0.tag == tag }.map { (tag: tag, stopWords: $0.head.stopWords) }
    }
    var votes = Array(repeating: 0, count: languages.count)
    for token in tokens where token.kind == .word {
      for number in languages.indices where languages[number].stopWords.contains(token) { votes[number] += 1 }
    }
    guard let most = votes.max(), most >= 3, let winner = votes.firstIndex(where: { $0 * 5 > most * 4 }) else {
      return nil
    }
    return languages[winner].tag
  }
}
