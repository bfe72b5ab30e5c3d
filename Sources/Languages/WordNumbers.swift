/// Numbers for words, counted from 0 in the order in which they come: to compare words by numbers, and count them in lists.
///
/// Does what a dictionary does, with the hashes that tokens have already.
@usableFromInline
package struct WordNumbers: Sendable {
  /// For each place the number of a word plus 1, each at the first free place from where its hash points; never full.
  private var places: [Int32]
  /// How many bits of a hash are left out of a place.
  private var shift: Int
  @usableFromInline private(set) var hashes: [WordHash] = []
  @usableFromInline private(set) var words: [String] = []

  /// Another number in each run, so that nobody can choose words that all point to one place. What the words are told
  /// apart by does not depend on it.
  private let seed = Self.seedOfRun
  private static let seedOfRun = UInt64.random(in: .min ... .max) | 1

  /// - Parameter capacity: how many words are expected; there may be more.
  package init(capacity: Int = 0) {
    var bits = 6
    while 1 << bits < capacity * 2, bits < Self.mostBits { bits += 1 }
    places = [Int32](repeating: 0, count: 1 << bits)
    shift = 64 - bits
    words.reserveCapacity(1 << (bits - 1))
    hashes.reserveCapacity(1 << (bits - 1))
  }

  private static let mostBits = 16

  /// How many words have a number.
  package var count: Int { words.count }

  /// Returns the number of `word`, a new one when it has none yet.
  package mutating func number(of word: String) -> Int { number(of: word, WordHash(word.utf8)) }

  package func contains(_ word: String) -> Bool { known(word) != nil }

  /// Returns the number that `word` has; `nil` when it has none yet.
  package func known(_ word: String) -> Int? { known(word, WordHash(word.utf8)) }

  /// Returns the number that `word`, whose hash is known, has; `nil` when it has none yet.
  package func known(_ word: String, _ hash: WordHash) -> Int? {
    let number = Int(places[place(of: word, hash.value)]) - 1
    return number < 0 ? nil : number
  }

  /// Returns the numbers of the words that begin with the first `count` bytes of `word`, three or more; none where it has
  /// fewer.
  package func numbers(sharing count: Int, with word: String) -> [Int] {
    var root = word
    return root.withUTF8 { bytes in
      let root = WordHash(bytes.prefix(count))
      guard root.count == count else { return [] }
      return hashes.indices.filter { number in
        hashes[number].lead == root.lead && Int(hashes[number].count) >= count
          && WordHash(words[number].utf8.prefix(count)).value == root.value
      }
    }
  }

  @inlinable package subscript(number: Int) -> String { words[number] }

  @inlinable package func hash(of number: Int) -> WordHash { hashes[number] }

  /// Returns the number of `word`, whose hash is known as that of a token's folded text is.
  // Inlined, because it is asked for each token, and the letters of most are not kept.
  @inline(__always)
  package mutating func number(of word: String, _ hash: WordHash) -> Int {
    let place = place(of: word, hash.value)
    if places[place] > 0 { return Int(places[place]) - 1 }
    words.append(word)
    hashes.append(hash)
    places[place] = Int32(truncatingIfNeeded: words.count)
    if words.count * 2 > places.count { grow() }
    return words.count - 1
  }

  /// Numbers these words as `other` does; those that it does not have come behind its own.
  ///
  /// - Returns: for each of these words its number, and how many there are in all.
  package func numbered(as other: WordNumbers) -> (numbers: [Int], count: Int) {
    var count = other.count
    var next = 0
    let numbers = words.indices.map { index in
      let (word, hash) = (words[index], hashes[index].value)
      // Two versions of a text have most of their words in one order.
      let isNext = next < other.count && other.hashes[next].value == hash && other.words[next] == word
      let known = isNext ? next : Int(other.places[other.place(of: word, hash)]) - 1
      guard known < 0 else {
        next = known + 1
        return known
      }
      count += 1
      return count - 1
    }
    return (numbers, count)
  }

  /// Where the number of `word` stands, or the free place where it would.
  @inline(__always)
  private func place(of word: String, _ hash: UInt64) -> Int {
    var place = start(of: hash)
    while places[place] > 0 {
      let number = Int(places[place]) - 1
      if hashes[number].value == hash, words[number] == word { break }
      place = (place + 1) & (places.count - 1)
    }
    return place
  }

  @inline(__always)
  private func start(of hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash &* seed) &>> UInt64(shift)) }

  private mutating func grow() {
    places = Array(repeating: 0, count: places.count * 2)
    shift -= 1
    for number in hashes.indices {
      var place = start(of: hashes[number].value)
      while places[place] > 0 { place = (place + 1) & (places.count - 1) }
      places[place] = Int32(truncatingIfNeeded: number + 1)
    }
  }
}
