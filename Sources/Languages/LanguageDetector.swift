/// Tells the language of a text by the little words in it.
package enum LanguageDetector {
  /// Returns the language whose stop words are most frequent; `nil` when there are too few, or two languages tie.
  package static func language(of tokens: [Token], among tags: [LanguageTag]) -> LanguageTag? {
    let packs = tags.compactMap(LanguagePack.pack(for:))
    var votes = Array(repeating: 0, count: packs.count)
    for token in tokens where token.kind == .word {
      for (number, pack) in packs.enumerated() where pack.stopWords.contains(token.folded) { votes[number] += 1 }
    }
    guard let most = votes.max(), most >= 3, votes.count(where: { $0 * 5 > most * 4 }) == 1,
      let winner = votes.firstIndex(of: most)
    else { return nil }
    return packs[winner].tag
  }
}
