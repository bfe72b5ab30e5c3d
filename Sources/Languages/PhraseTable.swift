/// Phrases and what they mean; finds the longest one that stands at a place in a text.
///
/// Words are compared folded. In a phrase, `…` stands for up to six tokens of the same sentence, and `*` at the end of a
/// word of three letters or more for any ending: `financ*`; `#` stands for a number in digits: `up #`.
@usableFromInline
package struct PhraseTable<Value: Sendable>: Sendable {
  @usableFromInline let index: PhraseIndex
  @usableFromInline let values: [Value]

  package init(_ entries: [(phrase: String, value: Value)]) {
    self.init(entries, hyphens: .loose)
  }

  /// Creates a table whose phrases are told from longer compounds as `hyphens` says.
  package init(_ entries: [(phrase: String, value: Value)], hyphens: PhraseHyphens) {
    var builder = PhraseIndexBuilder()
    for (number, entry) in entries.enumerated() { builder.add(entry.phrase, value: number) }
    var tape = PackTape(builder.numbers())
    self.init(index: PhraseIndex(&tape, hyphens: hyphens), values: entries.map(\.value))
  }

  init(index: PhraseIndex, values: [Value]) {
    self.index = index
    self.values = values
  }

  package var isEmpty: Bool { values.isEmpty }

  /// Adds the first words of the phrases whose value `isWanted` to `filter`.
  func addHeads(to filter: inout HeadFilter, where isWanted: (Value) -> Bool = { _ in true }) {
    index.addHeads(to: &filter) { isWanted(values[$0]) }
  }

  /// Whether a phrase may start with the word of this hash; where the table knows beginnings of words, some start none.
  @inlinable
  package func mayStart(with hash: WordHash) -> Bool { index.mayStart(with: hash) }

  /// Returns the value of the longest phrase that starts at the token `index`, and how many tokens it takes.
  ///
  /// Of two phrases of one length the one given first wins. A phrase does not reach over a line feed.
  // Inlinable, because other modules ask for each token, and without it pay for the generic type each time.
  @inlinable @inline(__always)
  package func match(_ tokens: [Token], at index: Int) -> (value: Value, count: Int)? {
    guard let (value, count) = self.index.match(tokens, at: index) else { return nil }
    return (values[value], count)
  }

  /// Returns the first phrase in `range`, scanning from its start.
  @inlinable
  package func firstMatch(_ tokens: [Token], in range: Range<Int>) -> (value: Value, tokens: Range<Int>)? {
    var start = max(range.lowerBound, 0)
    while start < range.upperBound {
      if let (value, count) = match(tokens, at: start), start + count <= range.upperBound {
        return (value, start..<start + count)
      }
      start += 1
    }
    return nil
  }
}

/// How the phrases of a table treat the hyphens of compound words.
package struct PhraseHyphens: Sendable {
  let isStrict: Bool
  let clitics: Set<WordHash>

  /// A hyphen is as good as a blank: `quatre-vingt` is `quatre vingt`.
  package static let loose = PhraseHyphens(isStrict: false, clitics: [])

  /// A hyphen is found only where the phrase has one, and the phrase is no part of a longer compound: `up to` is not in
  /// `up-to-date`. A word of `clitics`, tied to a verb as in `pourrait-on`, makes no compound.
  package static func strict(clitics: some Sequence<String>) -> PhraseHyphens {
    PhraseHyphens(isStrict: true, clitics: Set(clitics.map { WordHash($0.utf8) }))
  }
}
