/// What is asked of every pack before the language of a text is known; it stands first in each.
package struct PackHead: Sendable {
  /// Folded words that carry little meaning: articles, pronouns, prepositions, auxiliaries, conjunctions.
  package let stopWords: WordSet
  package let labels: ArticleLabels

  init(_ tables: inout some PackTables, tag: LanguageTag) {
    stopWords = tables.words("stop words")
    labels = ArticleLabels(&tables, tag: tag)
  }

  /// Reads no more than the head of the pack that the program holds as `numbers`.
  package init(_ numbers: [UInt64], tag: LanguageTag) {
    var tables = CompiledPack(numbers)
    self.init(&tables, tag: tag)
  }
}
