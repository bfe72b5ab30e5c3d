/// The words of a phrase table, by hash; knows phrases by number and nothing of their values.
struct PhraseIndex: Sendable {
  private struct Word {
    enum Kind { case whole, prefix, gap, number }
    let kind: Kind
    let hash: WordHash
    let isHyphenated: Bool
  }

  private struct Phrase {
    let words: Range<Int>
    let value: Int
    /// The next phrase whose first word falls into the same bucket; -1 at the end.
    var next: Int32 = -1
  }

  private var words: [Word] = []
  private var phrases: [Phrase] = []
  private var wholeHeads: [Int32] = []
  private var prefixHeads: [Int32] = []
  private var hasPrefixHeads = false
  private let hyphens: PhraseHyphens

  private static let longestGap = 6

  init(hyphens: PhraseHyphens) {
    self.hyphens = hyphens
  }

  /// Adds the phrase that is written in `range` of the scanner's text; a phrase without a word is left out.
  mutating func add(_ scanner: inout TokenScanner, _ range: Range<Int>, value: Int) {
    scanner.scan(range)
    let start = words.count
    for token in scanner.tokens {
      if token.kind == .mark, token.hash == Self.ellipsis {
        if words.count > start { words.append(Word(kind: .gap, hash: token.hash, isHyphenated: false)) }
      } else if token.kind == .mark, token.hash == Self.star, token.gap == .none, let last = words.popLast() {
        let isLongEnough = last.hash.count >= WordHash.leadLength
        words.append(Word(kind: isLongEnough ? .prefix : .whole, hash: last.hash, isHyphenated: last.isHyphenated))
      } else if token.kind == .mark, token.hash == Self.numberSign, words.count > start {
        words.append(Word(kind: .number, hash: token.hash, isHyphenated: false))
      } else {
        words.append(Word(kind: .whole, hash: token.hash, isHyphenated: token.gap == .hyphen))
      }
    }
    while words.count > start, words[words.count - 1].kind == .gap { words.removeLast() }
    if words.count > start { phrases.append(Phrase(words: start..<words.count, value: value)) }
  }

  private static let ellipsis = WordHash("...".utf8)
  private static let star = WordHash("*".utf8)
  private static let numberSign = WordHash("#".utf8)

  /// Sorts the added phrases into buckets; to be called once, after the last one was added.
  mutating func finish() {
    var size = 16
    while size < phrases.count * 2 { size *= 2 }
    wholeHeads = Array(repeating: -1, count: size)
    prefixHeads = phrases.contains { words[$0.words.lowerBound].kind == .prefix } ? wholeHeads : []
    hasPrefixHeads = !prefixHeads.isEmpty
    // Backwards, so that each chain is in the order of the pack.
    for number in phrases.indices.reversed() {
      let head = words[phrases[number].words.lowerBound]
      if head.kind == .prefix {
        let bucket = Self.bucket(head.hash.lead, size)
        phrases[number].next = prefixHeads[bucket]
        prefixHeads[bucket] = Int32(truncatingIfNeeded: number)
      } else {
        let bucket = Int(truncatingIfNeeded: head.hash.value) & (size - 1)
        phrases[number].next = wholeHeads[bucket]
        wholeHeads[bucket] = Int32(truncatingIfNeeded: number)
      }
    }
  }

  private static func bucket(_ lead: UInt32, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (lead &* 0x9E37_79B1) >> 8) & (size - 1)
  }

  /// Returns the value and the token count of the longest phrase at `index`.
  func match(_ tokens: [Token], at index: Int) -> (value: Int, count: Int)? {
    guard index >= 0, index < tokens.count, !wholeHeads.isEmpty else { return nil }
    let hash = tokens[index].hash
    var best: (value: Int, count: Int)?
    follow(wholeHeads[Int(truncatingIfNeeded: hash.value) & (wholeHeads.count - 1)], tokens, index, &best)
    if hasPrefixHeads, hash.count >= WordHash.leadLength {
      follow(prefixHeads[Self.bucket(hash.lead, prefixHeads.count)], tokens, index, &best)
    }
    return best
  }

  private func follow(_ first: Int32, _ tokens: [Token], _ index: Int, _ best: inout (value: Int, count: Int)?) {
    var number = Int(first)
    while number >= 0 {
      let phrase = phrases[number]
      if let count = length(of: phrase, tokens, at: index), count > best?.count ?? 0, stands(tokens, index, count) {
        best = (phrase.value, count)
      }
      number = Int(phrase.next)
    }
  }

  /// How many tokens from `index` the phrase takes; `nil` when it does not stand there.
  private func length(of phrase: Phrase, _ tokens: [Token], at index: Int) -> Int? {
    guard fits(words[phrase.words.lowerBound], tokens[index]) else { return nil }
    if phrase.words.count == 1 { return 1 }
    return rest(of: phrase.words.dropFirst(), tokens, at: index + 1).map { $0 - index }
  }

  /// The end of the words `rest` in the text; gaps are kept as short as possible.
  private func rest(of rest: Range<Int>, _ tokens: [Token], at start: Int) -> Int? {
    var position = start
    var number = rest.lowerBound
    while number < rest.upperBound {
      let word = words[number]
      if word.kind == .gap {
        // The depth is the number of gaps in a phrase of a pack, not of the text.
        for skipped in 0...Self.longestGap {
          if let end = self.rest(of: number + 1..<rest.upperBound, tokens, at: position + skipped) { return end }
          guard position + skipped < tokens.count, !endsSentence(tokens[position + skipped]) else { return nil }
        }
        return nil
      }
      guard position < tokens.count else { return nil }
      let token = tokens[position]
      guard token.gap != .lineBreak, fits(word, token),
        !hyphens.isStrict || (token.gap == .hyphen) == word.isHyphenated
      else { return nil }
      position += 1
      number += 1
    }
    return position
  }

  private func endsSentence(_ token: Token) -> Bool {
    if token.gap == .lineBreak { return true }
    guard token.kind == .mark else { return false }
    return token.folded == "." || token.folded == "!" || token.folded == "?" || token.folded == "..."
  }

  private func fits(_ word: Word, _ token: Token) -> Bool {
    if word.kind == .whole { return token.hash == word.hash }
    if word.kind == .number { return token.kind == .digits }
    guard token.hash.lead == word.hash.lead, token.hash.count >= word.hash.count else { return false }
    return WordHash(token.folded.utf8.prefix(Int(word.hash.count))) == word.hash
  }

  /// Whether the match is no part of a longer compound, where that matters.
  private func stands(_ tokens: [Token], _ index: Int, _ count: Int) -> Bool {
    guard hyphens.isStrict else { return true }
    if tokens[index].gap == .hyphen { return false }
    let next = index + count
    return next >= tokens.count || tokens[next].gap != .hyphen || hyphens.clitics.contains(tokens[next].hash)
  }
}
