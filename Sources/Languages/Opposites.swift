/// The words of a language that have an opposite, with it.
struct Opposites: Sendable {
  /// Words with an opposite, and their stems.
  let words: WordSet
  /// The second words of pairs, and their stems: of two opposites the one that takes away is mostly named last.
  let seconds: WordSet
  /// Words and stems with their opposites, both ways: `legal=illegal`.
  private let pairs: WordSet

  /// Reads the items `a = b` of a section.
  init(_ text: PackText, _ section: String, _ stemmer: Stemmer) {
    var words: [WordHash] = []
    var pairs: [WordHash] = []
    var seconds: [WordHash] = []
    let items = text.items(of: section)
    words.reserveCapacity(items.count * 4)
    pairs.reserveCapacity(items.count * 4)
    func add(_ a: [UInt8], _ b: [UInt8]) {
      words.append(WordHash(a))
      pairs.append(Self.pair(a, b))
    }
    for item in items {
      guard let sign = text.bytes[item].firstIndex(of: 0x3D) else { continue }
      let a = Self.folded(text, item.lowerBound..<sign)
      let b = Self.folded(text, sign + 1..<item.upperBound)
      let (stemOfA, stemOfB) = (stemmer.stem(a), stemmer.stem(b))
      seconds += [WordHash(b), WordHash(stemOfB)]
      add(a, b)
      add(b, a)
      add(stemOfA, stemOfB)
      add(stemOfB, stemOfA)
    }
    self.words = WordSet(words)
    self.seconds = WordSet(seconds)
    self.pairs = WordSet(pairs)
  }

  /// Whether two words stand in the list as they are.
  func areListed(_ a: String, _ b: String) -> Bool { pairs.contains(Self.pair(a.utf8, b.utf8)) }

  /// The hash under which two opposites are kept.
  private static func pair(_ a: some Sequence<UInt8>, _ b: some Sequence<UInt8>) -> WordHash {
    var hash = WordHash(a)
    hash.append(UInt8(ascii: "="))
    hash.append(b)
    return hash
  }

  /// The first word of an item, folded.
  private static func folded(_ text: PackText, _ item: Range<Int>) -> [UInt8] {
    let word = text.bytes[item].drop { $0 == 0x20 }.prefix { $0 != 0x20 }
    if word.allSatisfy({ $0 &- 0x61 < 26 }) { return Array(word) }
    var scanner = TokenScanner(text.bytes)
    scanner.scan(item)
    return Array(scanner.tokens.first?.folded.utf8 ?? "".utf8)
  }
}
