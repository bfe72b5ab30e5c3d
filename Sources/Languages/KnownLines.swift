/// Lines of a text that stand in another one too, whose tokens are known.
package struct KnownLines: Sendable {
  /// Where they stand in the text, with their line feeds.
  package let text: Range<Int>
  /// Where they begin in the other text.
  let start: Int
  /// Their tokens, among those of the other text.
  package let tokens: Range<Int>

  /// Either both texts begin with the lines, or none does.
  package init(text: Range<Int>, start: Int, tokens: Range<Int>) {
    self.text = text
    self.start = start
    self.tokens = tokens
  }

  /// These lines and those right behind them; `nil` where others stand between them in either text.
  package func joined(with next: KnownLines) -> KnownLines? {
    guard text.upperBound == next.text.lowerBound, start + text.count == next.start else { return nil }
    let all =
      tokens.isEmpty ? next.tokens : next.tokens.isEmpty ? tokens : tokens.lowerBound..<next.tokens.upperBound
    return KnownLines(text: text.lowerBound..<next.text.upperBound, start: start, tokens: all)
  }
}
