/// Groups tokens into sentences.
package struct SentenceBreaker: Sendable {
  private let abbreviations: Set<String>

  package init(_ pack: LanguagePack) {
    abbreviations = pack.abbreviations
  }

  /// Returns the token ranges of the sentences, in order, covering all tokens.
  package func sentences(in tokens: [Token], text: [UInt8]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    for index in tokens.indices {
      let isEnd =
        index + 1 == tokens.count || tokens[index + 1].gap == .lineBreak
        || [".", "!", "?"].contains(tokens[index].folded) && tokens[index + 1].gap == .space
      if isEnd {
        sentences.append(start..<index + 1)
        start = index + 1
      }
    }
    return sentences
  }
}
