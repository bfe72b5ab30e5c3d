/// The words of a phrase table, by hash; knows phrases by number and nothing of their values.
///
/// It is one run of numbers, made when the program is built for the tables of a pack, so that a hook has nothing to make:
/// how many words, phrases, heads and heads of prefixes there are, then these, what second words there are behind each
/// head, and what words are heads. A shared object, so that who looks into a table takes one reference and copies nothing.
@usableFromInline
package final class PhraseIndex: Sendable {
  /// A word of a phrase, in two numbers.
  fileprivate struct Word {
    static let prefix: UInt64 = 1
    static let gap: UInt64 = 2
    static let digits: UInt64 = 3

    let hash: UInt64
    /// Its first bytes (32 bits), its length (16), its kind (2: a whole word is 0), and whether a hyphen is before it.
    let rest: UInt64

    @inline(__always)
    init(hash: UInt64, rest: UInt64) {
      self.hash = hash
      self.rest = rest
    }

    init(_ hash: WordHash, kind: UInt64 = 0, isHyphenated: Bool = false) {
      self.hash = hash.value
      let length = UInt64(UInt16(truncatingIfNeeded: hash.count))
      rest = UInt64(hash.lead) | length << 32 | kind << 48 | (isHyphenated ? 1 << 50 : 0)
    }

    var lead: UInt32 { UInt32(truncatingIfNeeded: rest) }
    var length: Int { Int(rest >> 32 & 0xFFFF) }
    var kind: UInt64 { rest >> 48 & 3 }
    var isHyphenated: Bool { rest >> 50 != 0 }

    /// What a phrase that begins with the word is looked up by.
    var key: UInt64 { kind == Self.prefix ? UInt64(lead) : hash }

    /// The same letters as the beginning of a word.
    var asPrefix: Word { Word(hash: hash, rest: rest | Self.prefix << 48) }
  }

  /// A phrase, in four numbers: those by which most are told from the text, and two of two halves.
  fileprivate struct Phrase {
    /// The hash of the first word, or its first bytes where it is the beginning of a word.
    let key: UInt64
    /// The hash of the second word behind a whole one; 0 where there is none, or where either may be one of many.
    let second: UInt64
    let words: UInt64
    let rest: UInt64

    @inline(__always)
    init(key: UInt64, second: UInt64, words: UInt64, rest: UInt64) {
      self.key = key
      self.second = second
      self.words = words
      self.rest = rest
    }

    var start: Int { PhraseIndex.half(words, 0) }
    var end: Int { PhraseIndex.half(words, 1) }
    var value: Int { PhraseIndex.half(rest, 0) }
    /// The next phrase whose first word falls into the same bucket; -1 at the end.
    var next: Int { PhraseIndex.half(rest, 1) }
  }

  private let numbers: [UInt64]
  private let firstWord: Int
  private let firstPhrase: Int
  private let phraseCount: Int
  private let firstHead: Int
  private let headCount: Int
  private let firstSeconds: Int
  private let firstPrefixHead: Int
  private let prefixHeadCount: Int
  private let hyphens: PhraseHyphens
  @usableFromInline let heads: HeadFilter

  private static let longestGap = 6

  /// Takes the next index that was written to `tape`.
  package init(_ tape: inout PackTape, hyphens: PhraseHyphens) {
    numbers = tape.numbers
    let wordCount = tape.number()
    phraseCount = tape.number()
    headCount = tape.number()
    prefixHeadCount = tape.number()
    firstWord = tape.take(2 * wordCount)
    firstPhrase = tape.take(4 * phraseCount)
    firstHead = tape.take(headCount / 2)
    firstSeconds = tape.take(headCount / 2)
    firstPrefixHead = tape.take(prefixHeadCount / 2)
    heads = HeadFilter(&tape, hasLeads: prefixHeadCount > 0)
    self.hyphens = hyphens
  }

  private func word(_ index: Int) -> Word {
    Word(hash: numbers[firstWord + 2 * index], rest: numbers[firstWord + 2 * index + 1])
  }

  private func phrase(_ index: Int) -> Phrase {
    let place = firstPhrase + 4 * index
    return Phrase(
      key: numbers[place], second: numbers[place + 1], words: numbers[place + 2], rest: numbers[place + 3])
  }

  private func head(_ bucket: Int, from first: Int) -> Int {
    Self.half(numbers[first &+ bucket &>> 1], bucket & 1)
  }

  fileprivate static func pair(_ low: Int, _ high: Int) -> UInt64 {
    UInt64(UInt32(truncatingIfNeeded: low)) | UInt64(UInt32(truncatingIfNeeded: high)) << 32
  }

  @inline(__always)
  fileprivate static func half(_ number: UInt64, _ place: Int) -> Int {
    Int(Int32(truncatingIfNeeded: number &>> (32 &* UInt64(truncatingIfNeeded: place))))
  }

  fileprivate static func bucket(_ lead: UInt32, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (lead &* 0x9E37_79B1) >> 8) & (size - 1)
  }

  /// Adds the first words of the phrases whose value `isWanted` to `filter`.
  func addHeads(to filter: inout HeadFilter, where isWanted: (Int) -> Bool) {
    for phrase in (0..<phraseCount).lazy.map(self.phrase) where isWanted(phrase.value) {
      let head = word(phrase.start)
      if head.kind == Word.prefix { filter.insert(lead: head.lead) } else { filter.insert(head.hash) }
    }
  }

  /// Whether a phrase may start with the word; of words with the same beginning as a prefix of a phrase some start none.
  @inlinable
  func mayStart(with hash: WordHash) -> Bool { heads.mayHold(hash) && isHead(hash) }

  @usableFromInline
  func isHead(_ hash: WordHash) -> Bool { firstWhole(hash) >= 0 || firstPrefix(hash) >= 0 }

  /// The first of the phrases that begin with the word; -1 when there is none.
  @inline(__always)
  private func firstWhole(_ hash: WordHash) -> Int {
    headCount > 0 ? first(hash.value, from: head(bucket(hash), from: firstHead)) : -1
  }

  /// The first of the phrases that may begin with a beginning of the word; -1 when there is none.
  @inline(__always)
  private func firstPrefix(_ hash: WordHash) -> Int {
    prefixHeadCount > 0 && hash.count >= WordHash.leadLength
      ? first(UInt64(hash.lead), from: head(Self.bucket(hash.lead, prefixHeadCount), from: firstPrefixHead)) : -1
  }

  /// The first of the phrases from `number` on that are looked up by `key`; -1 when there is none.
  @inline(__always)
  private func first(_ key: UInt64, from number: Int) -> Int {
    var number = number
    while number >= 0, case let place = firstPhrase &+ 4 &* number, numbers[place] != key {
      number = Self.half(numbers[place &+ 3], 1)
    }
    return number
  }

  /// Returns the value and the token count of the longest phrase at `index`.
  // Inlinable, because most words begin no phrase, and of these nothing more is asked than the filter knows.
  @inlinable @inline(__always)
  func match(_ tokens: [Token], at index: Int) -> (value: Int, count: Int)? {
    guard index >= 0, index < tokens.count, heads.mayHold(tokens[index].hash) else { return nil }
    return longest(tokens, at: index)
  }

  /// The longest phrase at `index`, where a token stands.
  @usableFromInline
  func longest(_ tokens: [Token], at index: Int) -> (value: Int, count: Int)? {
    let hash = tokens[index].hash
    var (whole, prefix) = (firstWhole(hash), firstPrefix(hash))
    var second: UInt64 = 0
    if whole >= 0 {
      let seconds = head(bucket(hash), from: firstSeconds)
      if index + 1 < tokens.count, seconds & Self.bit(tokens[index + 1].hash.value) != 0 {
        second = tokens[index + 1].hash.value
      } else if numbers[firstPhrase &+ 4 &* whole &+ 1] != 0 {
        // All phrases that begin with the word go on with a certain one, and none with the one that stands there.
        whole = -1
      }
    }
    guard whole >= 0 || prefix >= 0 else { return nil }
    return longest(whole, prefix, second, tokens, at: index)
  }

  /// The longest phrase at `index` among those from `whole` and those from `prefix`, of which there may be none.
  ///
  /// - Parameter second: the word behind; 0 where none of those from `whole` has it.
  // Apart, because most words begin no phrase, and what only looks for one should have nothing else to prepare.
  @inline(never)
  private func longest(
    _ whole: Int, _ prefix: Int, _ second: UInt64, _ tokens: [Token], at index: Int
  ) -> (value: Int, count: Int)? {
    let hash = tokens[index].hash
    var best = Found()
    if whole >= 0 { best = follow(whole, hash.value, second, tokens, index) }
    if prefix >= 0 {
      // Of two phrases of one length, the one that begins with the whole word wins.
      let other = follow(prefix, UInt64(hash.lead), 0, tokens, index)
      if other.count > best.count { best = other }
    }
    return best.count > 0 ? (best.value, best.count) : nil
  }

  /// The longest phrase that was found, and its number.
  private struct Found {
    var value = 0
    var count = 0
    var number = -1
  }

  /// The longest of the phrases from `first` that are looked up by `key`, and of equals the one given first.
  ///
  /// - Parameter second: the word behind; 0 where none of these phrases has it.
  private func follow(_ first: Int, _ key: UInt64, _ second: UInt64, _ tokens: [Token], _ index: Int) -> Found {
    var best = Found()
    var number = first
    while number >= 0 {
      // Of most phrases no more is read than what tells them from the text.
      let place = firstPhrase &+ 4 &* number
      let expected = numbers[place &+ 1]
      // Behind the phrases whose second word may be one of many stand those with a certain one, in the order of these.
      if expected > second { break }
      if numbers[place] == key, expected == 0 || expected == second {
        let phrase = phrase(number)
        if let count = length(of: phrase, tokens, at: index),
          count > best.count || count == best.count && number < best.number, stands(tokens, index, count)
        {
          best = Found(value: phrase.value, count: count, number: number)
        }
      }
      number = Self.half(numbers[place &+ 3], 1)
    }
    return best
  }

  /// Where a second word is noted among those behind a head, which share a place of 32 bits.
  fileprivate static func bit(_ second: UInt64) -> Int { 1 << (Int(truncatingIfNeeded: second) & 31) }

  private func bucket(_ hash: WordHash) -> Int { Int(truncatingIfNeeded: hash.value) & (headCount - 1) }

  /// How many tokens from `index` the phrase takes; `nil` when it does not stand there.
  private func length(of phrase: Phrase, _ tokens: [Token], at index: Int) -> Int? {
    guard fits(word(phrase.start), tokens[index]) else { return nil }
    let second = phrase.start + 1
    guard second < phrase.end else { return 1 }
    return rest(of: second..<phrase.end, tokens, at: index + 1).map { $0 - index }
  }

  /// The end of the words `rest` in the text; gaps are kept as short as possible.
  private func rest(of rest: Range<Int>, _ tokens: [Token], at start: Int) -> Int? {
    var position = start
    var number = rest.lowerBound
    while number < rest.upperBound {
      let word = word(number)
      if word.kind == Word.gap {
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
    let kind = word.kind
    if kind == 0 { return token.hash.value == word.hash }
    if kind == Word.digits { return token.kind == .digits }
    guard token.hash.lead == word.lead, token.hash.count >= word.length else { return false }
    return WordHash(token.folded.utf8.prefix(word.length)).value == word.hash
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
package struct PhraseIndexBuilder {
  private typealias Word = PhraseIndex.Word

  private var words: [PhraseIndex.Word] = []
  private var phrases: [(words: Range<Int>, value: Int)] = []

  package init() {}

  /// Adds a phrase; one without a word is left out.
  package mutating func add(_ phrase: String, value: Int) {
    let start = words.count
    for token in WordBreaker.tokens(of: Array(phrase.utf8)) {
      if token.kind == .mark, token.hash == WordHash.ellipsis {
        if words.count > start { words.append(Word(token.hash, kind: Word.gap)) }
      } else if token.kind == .mark, token.hash == Self.star, token.gap == .none, words.count > start,
        let last = words.popLast()
      {
        words.append(last.length >= WordHash.leadLength ? last.asPrefix : last)
      } else if token.kind == .mark, token.hash == Self.numberSign, words.count > start {
        words.append(Word(token.hash, kind: Word.digits))
      } else {
        words.append(Word(token.hash, isHyphenated: token.gap == .hyphen))
      }
    }
    while words.count > start, words[words.count - 1].kind == Word.gap { words.removeLast() }
    if words.count > start { phrases.append((start..<words.count, value)) }
  }

  private static let star = WordHash("*".utf8)
  private static let numberSign = WordHash("#".utf8)

  /// Returns the numbers of an index of all phrases.
  package consuming func numbers() -> [UInt64] {
    var size = 16
    while size < phrases.count * 2 { size *= 2 }
    var wholeHeads = [Int](repeating: -1, count: size)
    var prefixHeads: [Int] = []
    var next = [Int](repeating: -1, count: phrases.count)
    // For each head the second words that phrases are told apart by.
    var seconds = [Int](repeating: 0, count: size)
    // Backwards, so that each chain begins with the phrases whose second word may be one of many, and has the others in the
    // order of theirs, and of the pack.
    let expected = phrases.map { words[$0.words.lowerBound].kind == Word.prefix ? 0 : second(of: $0.words) }
    for number in phrases.indices.sorted(by: { (expected[$0], $0) < (expected[$1], $1) }).reversed() {
      let head = words[phrases[number].words.lowerBound]
      if head.kind == Word.prefix {
        if prefixHeads.isEmpty { prefixHeads = Array(repeating: -1, count: size) }
        let bucket = PhraseIndex.bucket(head.lead, size)
        next[number] = prefixHeads[bucket]
        prefixHeads[bucket] = number
      } else {
        let bucket = Int(truncatingIfNeeded: head.hash) & (size - 1)
        next[number] = wholeHeads[bucket]
        wholeHeads[bucket] = number
        if expected[number] != 0 { seconds[bucket] |= PhraseIndex.bit(expected[number]) }
      }
    }
    var filter = HeadFilter(capacity: phrases.count)
    for head in phrases.lazy.map({ words[$0.words.lowerBound] }) {
      if head.kind == Word.prefix { filter.insert(lead: head.lead) } else { filter.insert(head.hash) }
    }
    var numbers = [words.count, phrases.count, wholeHeads.count, prefixHeads.count].map { UInt64($0) }
    for word in words { numbers += [word.hash, word.rest] }
    for (number, phrase) in phrases.enumerated() {
      numbers += [words[phrase.words.lowerBound].key, expected[number]]
      numbers += [
        PhraseIndex.pair(phrase.words.lowerBound, phrase.words.upperBound),
        PhraseIndex.pair(phrase.value, next[number]),
      ]
    }
    return numbers + Self.pairs(wholeHeads) + Self.pairs(seconds) + Self.pairs(prefixHeads) + filter.written
  }

  /// The hash of a phrase's second word; 0 where there is none, or where it may be one of many.
  private func second(of words: Range<Int>) -> UInt64 {
    words.dropFirst().first.map { self.words[$0] }.map { $0.kind == 0 ? $0.hash : 0 } ?? 0
  }

  private static func pairs(_ heads: [Int]) -> [UInt64] {
    stride(from: 0, to: heads.count, by: 2).map { PhraseIndex.pair(heads[$0], heads[$0 + 1]) }
  }
}
