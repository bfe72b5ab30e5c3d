/// A set of folded words, which are told apart by their hashes as those of phrases are.
@usableFromInline
package struct WordSet: Sendable {
  @usableFromInline let numbers: [UInt64]
  /// Where the hashes begin, each at the first free place from where its value points; 0 where none is. Never full.
  @usableFromInline let first: Int
  /// How many places there are, a power of two; 0 in a set without a word.
  @usableFromInline let size: Int

  /// Takes the next set that was written to `tape`.
  package init(_ tape: inout PackTape) {
    numbers = tape.numbers
    size = tape.number()
    first = tape.take(size)
  }

  package init(_ words: [WordHash]) {
    var tape = PackTape(Self.numbers(of: words))
    self.init(&tape)
  }

  /// Returns the numbers of a set.
  package static func numbers(of words: [WordHash]) -> [UInt64] {
    guard !words.isEmpty else { return [0] }
    var size = 8
    while size < words.count * 2 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for word in words {
      var place = Int(truncatingIfNeeded: word.value) & (size - 1)
      while slots[place] != 0, slots[place] != word.value { place = (place + 1) & (size - 1) }
      slots[place] = word.value
    }
    return [UInt64(size)] + slots
  }

  package var isEmpty: Bool { size == 0 }

  /// Adds the words to `filter`.
  package func addWords(to filter: inout HeadFilter) {
    for hash in numbers[first..<first + size] where hash != 0 { filter.insert(hash) }
  }

  // Inlinable, so that of a token no more is taken than its hash.
  @inlinable @inline(__always)
  package func contains(_ token: Token) -> Bool { contains(token.hash) }

  package func contains(_ folded: String) -> Bool { contains(WordHash(folded.utf8)) }

  // Inlinable, because a language is told by all words of a text and the sets of all languages.
  @inlinable
  package func contains(_ hash: WordHash) -> Bool {
    guard size > 0 else { return false }
    var place = Int(truncatingIfNeeded: hash.value) & (size - 1)
    while true {
      let slot = numbers[first + place]
      if slot == 0 || slot == hash.value { return slot != 0 }
      place = (place + 1) & (size - 1)
    }
  }
}
