/// The words of a phrase table, by hash; knows phrases by number and nothing of their values.
///
/// A shared object, so that who looks into a table takes one reference and copies nothing.
@usableFromInline
final class PhraseIndex: Sendable {
  // Words and phrases are kept small: there are thousands, and each start of a hook makes them.
  fileprivate struct Word {
    enum Kind { case whole, prefix, gap, number }
    let hash: UInt64
    let lead: UInt32
    let length: UInt16
    var kind: Kind
    let isHyphenated: Bool

    init(kind: Kind, hash: WordHash, isHyphenated: Bool) {
      self.hash = hash.value
      lead = hash.lead
      length = UInt16(truncatingIfNeeded: hash.count)
      self.kind = kind
      self.isHyphenated = isHyphenated
    }
  }

  fileprivate struct Phrase {
    let start: Int32
    let end: Int32
    let number: Int32
    /// The next phrase whose first word falls into the same bucket; -1 at the end.
    var next: Int32 = -1

    init(words: Range<Int>, value: Int) {
      start = Int32(truncatingIfNeeded: words.lowerBound)
      end = Int32(truncatingIfNeeded: words.upperBound)
      number = Int32(truncatingIfNeeded: value)
    }

    var words: Range<Int> { Int(start)..<Int(end) }
    var value: Int { Int(number) }
  }

  private let words: [Word]
  private let phrases: [Phrase]
  private let wholeHeads: [Int32]
  private let prefixHeads: [Int32]
  private let hyphens: PhraseHyphens

  private static let longestGap = 6

  fileprivate init(
    words: [Word], phrases: [Phrase], wholeHeads: [Int32], prefixHeads: [Int32], hyphens: PhraseHyphens
  ) {
    self.words = words
    self.phrases = phrases
    self.wholeHeads = wholeHeads
    self.prefixHeads = prefixHeads
    self.hyphens = hyphens
  }

  fileprivate static func bucket(_ lead: UInt32, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (lead &* 0x9E37_79B1) >> 8) & (size - 1)
  }

  /// Adds the first words of the phrases whose value `isWanted` to `filter`.
  func addHeads(to filter: inout HeadFilter, where isWanted: (Int) -> Bool) {
    for phrase in phrases where isWanted(phrase.value) {
      let head = words[phrase.words.lowerBound]
      if head.kind == .prefix { filter.insert(lead: head.lead) } else { filter.insert(head.hash) }
    }
  }

  /// Returns the value and the token count of the longest phrase at `index`.
  @usableFromInline
  func match(_ tokens: [Token], at index: Int) -> (value: Int, count: Int)? {
    guard index >= 0, index < tokens.count, !wholeHeads.isEmpty else { return nil }
    let hash = tokens[index].hash
    var best: (value: Int, count: Int)?
    let head = wholeHeads[Int(truncatingIfNeeded: hash.value) & (wholeHeads.count - 1)]
    if head >= 0 { follow(head, tokens, index, &best) }
    if !prefixHeads.isEmpty, hash.count >= WordHash.leadLength {
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
    return token.isCharacter(".") || token.isCharacter("!") || token.isCharacter("?") || token.isEllipsis
  }

  private func fits(_ word: Word, _ token: Token) -> Bool {
    if word.kind == .whole { return token.hash.value == word.hash }
    if word.kind == .number { return token.kind == .digits }
    guard token.hash.lead == word.lead, token.hash.count >= word.length else { return false }
    return WordHash(token.folded.utf8.prefix(Int(word.length))).value == word.hash
  }

  /// Whether the match is no part of a longer compound, where that matters.
  private func stands(_ tokens: [Token], _ index: Int, _ count: Int) -> Bool {
    guard hyphens.isStrict else { return true }
    if tokens[index].gap == .hyphen { return false }
    let next = index + count
    return next >= tokens.count || tokens[next].gap != .hyphen || hyphens.clitics.contains(tokens[next].hash)
  }
}

/// Collects the phrases of a `PhraseIndex`.
struct PhraseIndexBuilder {
  fileprivate var words: [PhraseIndex.Word] = []
  fileprivate var phrases: [PhraseIndex.Phrase] = []
  fileprivate let hyphens: PhraseHyphens

  init(hyphens: PhraseHyphens) {
    self.hyphens = hyphens
  }

  /// Makes room for so many phrases more, most of which have one or two words.
  mutating func reserveCapacity(_ count: Int) {
    phrases.reserveCapacity(phrases.count + count)
    words.reserveCapacity(words.count + count * 2)
  }

  /// Adds the phrase that is written in `range` of the scanner's text; a phrase without a word is left out.
  mutating func add(_ scanner: inout TokenScanner, _ range: Range<Int>, value: Int) {
    let start = words.count
    let isPlain = PlainWords.read(scanner.text.span, range) { word, isHyphenated in
      let kind: PhraseIndex.Word.Kind = word.value == WordHash.ellipsis.value ? .gap : .whole
      words.append(PhraseIndex.Word(kind: kind, hash: word, isHyphenated: isHyphenated))
    }
    if !isPlain {
      words.removeLast(words.count - start)
      scan(&scanner, range)
    }
    while words.count > start, words[words.count - 1].kind == .gap { words.removeLast() }
    if words.count > start { phrases.append(PhraseIndex.Phrase(words: start..<words.count, value: value)) }
  }

  private mutating func scan(_ scanner: inout TokenScanner, _ range: Range<Int>) {
    scanner.scan(range)
    let start = words.count
    for token in scanner.tokens {
      if token.kind == .mark, token.hash == WordHash.ellipsis {
        if words.count > start { words.append(PhraseIndex.Word(kind: .gap, hash: token.hash, isHyphenated: false)) }
      } else if token.kind == .mark, token.hash == Self.star, token.gap == .none, var last = words.popLast() {
        let isLongEnough = last.length >= WordHash.leadLength
        last.kind = isLongEnough ? .prefix : .whole
        words.append(last)
      } else if token.kind == .mark, token.hash == Self.numberSign, words.count > start {
        words.append(PhraseIndex.Word(kind: .number, hash: token.hash, isHyphenated: false))
      } else {
        words.append(PhraseIndex.Word(kind: .whole, hash: token.hash, isHyphenated: token.gap == .hyphen))
      }
    }
  }

  private static let star = WordHash("*".utf8)
  private static let numberSign = WordHash("#".utf8)

  /// Sorts the phrases into buckets and takes them out of the builder.
  mutating func finish() -> PhraseIndex {
    var size = 16
    while size < phrases.count * 2 { size *= 2 }
    var wholeHeads = [Int32](repeating: -1, count: size)
    var prefixHeads: [Int32] = []
    // Backwards, so that each chain is in the order of the pack.
    for number in phrases.indices.reversed() {
      let head = words[phrases[number].words.lowerBound]
      if head.kind == .prefix {
        if prefixHeads.isEmpty { prefixHeads = Array(repeating: -1, count: size) }
        let bucket = PhraseIndex.bucket(head.lead, size)
        phrases[number].next = prefixHeads[bucket]
        prefixHeads[bucket] = Int32(truncatingIfNeeded: number)
      } else {
        let bucket = Int(truncatingIfNeeded: head.hash) & (size - 1)
        phrases[number].next = wholeHeads[bucket]
        wholeHeads[bucket] = Int32(truncatingIfNeeded: number)
      }
    }
    defer { (words, phrases) = ([], []) }
    return PhraseIndex(
      words: words, phrases: phrases, wholeHeads: wholeHeads, prefixHeads: prefixHeads, hyphens: hyphens)
  }
}
