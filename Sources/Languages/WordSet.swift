/// A set of folded words, which are told apart by their hashes as those of phrases are.
package struct WordSet: Sendable {
  /// Hashes, each at the first free place from where its value points; 0 where none is. Never full.
  private var slots: [UInt64]
  package private(set) var isEmpty = true

  init(_ words: [WordHash]) {
    var size = 8
    while size < words.count * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for word in words { insert(word.value) }
  }

  package func contains(_ token: Token) -> Bool { contains(token.hash) }

  package func contains(_ folded: String) -> Bool { contains(WordHash(folded.utf8)) }

  package func contains(_ hash: WordHash) -> Bool {
    let slot = slots[place(of: hash.value)]
    return slot != 0 && slot == hash.value
  }

  /// Adds all words to `filter`.
  func addHeads(to filter: inout HeadFilter) {
    for hash in slots where hash != 0 { filter.insert(hash) }
  }

  private mutating func insert(_ hash: UInt64) {
    let place = place(of: hash)
    slots[place] = hash
    isEmpty = false
  }

  /// Where `hash` stands, or the free place where it would.
  private func place(of hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[place] != 0, slots[place] != hash { place = (place + 1) & (slots.count - 1) }
    return place
  }
}
