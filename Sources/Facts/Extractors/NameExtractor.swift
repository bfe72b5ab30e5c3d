import Languages
import Manuscripts

/// A name as its sentence has it.
struct NameReading: Sendable {
  let mention: NameMention
  /// Whether all that speaks for a name is the capital that opens the sentence.
  let isDoubtful: Bool

  init(_ tokens: Range<Int>, _ sentence: Int, _ words: [String], isDoubtful: Bool = false) {
    mention = NameMention(tokens: tokens, sentence: sentence, words: words)
    self.isDoubtful = isDoubtful
  }

  /// The same reading where its sentence stands in another text.
  func moved(by distance: Int, to sentence: Int) -> NameReading {
    NameReading(mention.tokens.moved(by: distance), sentence, mention.words, isDoubtful: isDoubtful)
  }
}

/// Finds the names in running text by their capitals.
struct NameExtractor {
  let passage: Passage
  let apart: [Bool]

  private let tokens: [Token]
  private let dates: DateReader

  init(passage: Passage, apart: [Bool]) {
    self.passage = passage
    self.apart = apart
    tokens = passage.tokens
    dates = DateReader(passage.pack)
  }

  /// Returns the names that `readings` are.
  func names(among readings: [NameReading]) -> some Sequence<NameMention> {
    // A word that opens a sentence is a name when it is one elsewhere, or somebody's last: "Jo Grady", "Grady said".
    let known = Set(
      readings.lazy.filter { !$0.isDoubtful && $0.mention.words.count <= Self.longestPersons }
        .compactMap { $0.mention.words.last })
    return readings.lazy.filter { !$0.isDoubtful || known.contains($0.mention.words[0]) }.map(\.mention)
  }

  /// Reads each sentence by itself.
  ///
  /// - Parameter twins: the sentences that are read already.
  func readings(knowing twins: SentenceTwins? = nil) -> [NameReading] {
    var found: [NameReading] = []
    for (sentenceIndex, sentence) in passage.sentences.enumerated()
    where sentence.role == .prose || sentence.role == .cell {
      if let known = twins?.names(of: sentenceIndex) {
        found += known
        continue
      }
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        guard tokens[index].isCapitalized || tokens[index].hash.mayBeVersion else {
          if passage.mayEndInDigit(index), isIdentifier(index) {
            found.append(NameReading(index..<index + 1, sentenceIndex, [tokens[index].folded]))
          }
          index += 1
          continue
        }
        if let version = version(at: index) {
          found.append(NameReading(index..<index + 1, sentenceIndex, [version]))
          index += 1
          continue
        }
        guard isNameWord(index), !(opensSentence(index, in: sentence.tokens) && isStopWord(index)) else {
          index += 1
          continue
        }
        let end = nameEnd(from: index, in: sentence.tokens)
        var words: [String] = []
        words.reserveCapacity(end - index)
        for place in index..<end where tokens[place].kind == .word { words.append(tokens[place].folded) }
        if opensSentence(index, in: sentence.tokens), words.count == 1, !isAcronym(index) {
          found.append(NameReading(index..<end, sentenceIndex, words, isDoubtful: true))
        } else if !(words.count == 1 && passage.pack.stopWords.contains(words[0])), !isShouted(index..<end),
          !isLabel(index..<end, in: sentence.tokens),
          words.count < Self.leastOfHeadline || !isHeadline(sentence.tokens)
        {
          found.append(NameReading(index..<end, sentenceIndex, words))
        }
        index = end
      }
    }
    return found
  }

  /// The version that is named there, without a `v` before it: `22.9.0`; a date in points is none.
  private func version(at index: Int) -> String? {
    guard tokens[index].hash.mayBeVersion, tokens[index].kind == .word, !apart[index] else { return nil }
    let text = tokens[index].folded
    guard text.utf8.contains(0x2E), dates.date(in: tokens, at: index) == nil else { return nil }
    return text.utf8.first == UInt8(ascii: "v") ? String(text.dropFirst()) : text
  }

  /// Whether small letters with a number behind them stand there, which tell one thing from the next: `gp2`, `sha256`.
  private func isIdentifier(_ index: Int) -> Bool {
    guard tokens[index].kind == .word, !apart[index],
      let last = tokens[index].folded.utf8.last, last &- 0x30 < 10
    else { return false }
    return passage.pack.units.match(tokens, at: index) == nil && !isPeriod(index)
  }

  private func isNameWord(_ index: Int) -> Bool {
    guard tokens[index].isCapitalized, tokens[index].kind == .word, !apart[index] else { return false }
    // "I", « À », and months and days in English are capitalised without being names.
    if tokens[index].folded.utf8.count == 1 { return false }
    return !passage.pack.calendarWords.contains(tokens[index].hash) && !isPeriod(index)
      && dates.date(in: tokens, at: index) == nil
  }

  /// Whether `Q2` or the like stands there; few words are so short.
  private func isPeriod(_ index: Int) -> Bool { tokens[index].hash.mayBePeriod && dates.isPeriod(tokens[index]) }

  /// A name goes on over capitals, and over a particle (« de la », "of the") or an ampersand that leads to another capital.
  private func nameEnd(from start: Int, in bounds: Range<Int>) -> Int {
    var end = start + 1
    while end < bounds.upperBound {
      if tokens[end].gap == .lineBreak || apart[end] { break }
      if isNameWord(end), tokens[end].gap == .space || tokens[end].gap == .hyphen || tokens[end].gap == .none {
        end += 1
        continue
      }
      var next = end
      // "Hobb & Daughters" is one name.
      if tokens[end].isCharacter("&"), tokens[end].gap == .space { next += 1 }
      while next < bounds.upperBound, next - end < 3, passage.pack.nameParticles.contains(tokens[next].hash) {
        next += 1
      }
      guard next > end, next < bounds.upperBound, isNameWord(next), !apart[next] else { break }
      end = next + 1
    }
    return end
  }

  private func opensSentence(_ index: Int, in bounds: Range<Int>) -> Bool {
    // A citation before the first word is none of the sentence: "[5] Whatever happens…".
    guard (bounds.lowerBound..<index).contains(where: { !apart[$0] && tokens[$0].kind != .mark }) else { return true }
    if tokens[index].gap == .none, tokens[index - 1].isCharacter("."), index - 2 >= bounds.lowerBound {
      // « de qualité.Doté d'un montant »: the blank is missing.
      return tokens[index - 2].kind == .word && !tokens[index - 2].isCapitalized
    }
    // “We lost it,” Grady said.
    if tokens[index - 1].isCharacter("\""), index - 2 >= bounds.lowerBound, tokens[index - 2].isCharacter(",") {
      return false
    }
    // Most marks are commas.
    return tokens[index - 1].kind == .mark && !tokens[index - 1].isCharacter(",")
      && Self.openers.contains(tokens[index - 1].folded)
  }

  /// The marks that a sentence, or one within another, begins behind.
  private static let openers = ["\"", ":", "-", "(", "*", "•", "·", "[", "¿", "¡", ">", "→"]

  private func isStopWord(_ index: Int) -> Bool {
    (passage.pack.stopWords.contains(tokens[index].hash) || isTime(index)) && !isAcronym(index)
  }

  /// Whether the word tells of the day: « Aujourd'hui », "Yesterday".
  private func isTime(_ index: Int) -> Bool {
    passage.pack.scopes.match(tokens, at: index)?.value.hasPrefix("day.") == true
  }

  /// Whether small words stand in capitals among others: « POURQUOI AVOIR ABANDONNÉ » names nobody.
  private func isShouted(_ mention: Range<Int>) -> Bool {
    mention.count > 1 && mention.contains { passage.pack.stopWords.contains(tokens[$0].hash) }
      && mention.allSatisfy { index in
        !passage.tree.text.bytes[tokens[index].range].contains { $0 >= 0x61 && $0 <= 0x7A }
      }
  }

  /// Whether nearly all words that say something have capitals, as in a headline: then a capital names nobody.
  private func isHeadline(_ sentence: Range<Int>) -> Bool {
    let words = sentence.filter { tokens[$0].kind == .word && !passage.stems[$0].isEmpty }
    return words.count >= Self.leastWordsOfHeadline && 5 * words.count { tokens[$0].isCapitalized } >= 4 * words.count
  }

  /// Whether the words open a paragraph or an item and say, before a colon, what it is about: "Latest Performance Gains:".
  private func isLabel(_ mention: Range<Int>, in sentence: Range<Int>) -> Bool {
    guard mention.count >= Self.leastOfLabel, mention.upperBound < sentence.upperBound,
      tokens[mention.upperBound].isCharacter(":"),
      passage.tokensOfBlock[passage.sentences[passage.sentenceOfToken[mention.lowerBound]].block].lowerBound
        == mention.lowerBound
    else { return false }
    return !mention.contains { isAcronym($0) }
  }

  /// A person's name before a colon has fewer words.
  private static let leastOfLabel = 3

  /// How many words a mention has at least that is a piece of a headline, and a headline.
  private static let leastOfHeadline = 4
  private static let leastWordsOfHeadline = 6

  /// In words: of somebody's first names and the last one.
  private static let longestPersons = 3

  /// Longer words in capitals are words that are meant to be seen.
  private static let longestAcronym = 6

  private func isAcronym(_ index: Int) -> Bool {
    let bytes = passage.tree.text.bytes[tokens[index].range]
    return (2...Self.longestAcronym).contains(bytes.count)
      && bytes.allSatisfy { ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x30 && $0 <= 0x39) }
  }
}
