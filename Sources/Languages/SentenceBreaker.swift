/// Groups tokens into sentences.
package struct SentenceBreaker: Sendable {
  private let abbreviations: WordSet
  private let beforeDigits: WordSet
  private let atEnd: WordSet
  private let stopWords: WordSet
  private let citationMarkers: PhraseTable<Bool>

  package init(_ pack: LanguagePack) {
    abbreviations = pack.abbreviations
    beforeDigits = pack.abbreviationsBeforeDigits
    atEnd = pack.abbreviationsAtEnd
    stopWords = pack.stopWords
    citationMarkers = pack.citationMarkers
  }

  /// Returns the token ranges of the sentences, in order, covering all tokens.
  ///
  /// A line feed ends a sentence. Closing quotation marks and brackets after the end belong to the sentence, and so does
  /// a citation in brackets that follows it: « … en 2024. (Source : X) ».
  package func sentences(in tokens: [Token], text: [UInt8]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var index = 0
    var isQuoting = false
    while index < tokens.count {
      if tokens[index].gap == .lineBreak { isQuoting = false }
      var next = index + 1
      // Most tokens are words in the middle of a line.
      if tokens[index].kind != .mark, next < tokens.count, tokens[next].gap != .lineBreak {
        index = next
        continue
      }
      if tokens[index].kind == .mark, tokens[index].isCharacter("\"") { isQuoting = !isQuoting }
      if Self.isEnd(tokens[index]) {
        while next < tokens.count, tokens[next].gap == .none, Self.isEnd(tokens[next]) { next += 1 }
        let run = next
        next = closers(tokens, next, text, &isQuoting)
        // "(libraries, schools…)." has one end.
        while next > run, next < tokens.count, tokens[next].gap == .none, Self.isEnd(tokens[next]) { next += 1 }
        next = citation(tokens, next)
        if endsSentence(tokens, index..<run, next, start) || next > run && startsBlock(tokens, next) {
          sentences.append(start..<next)
          start = next
        }
      } else if startsBlock(tokens, next) {
        sentences.append(start..<next)
        start = next
      }
      index = next
    }
    if start < tokens.count { sentences.append(start..<tokens.count) }
    return sentences
  }

  private func startsBlock(_ tokens: [Token], _ index: Int) -> Bool {
    index >= tokens.count || tokens[index].gap == .lineBreak
  }

  private static func isEnd(_ token: Token) -> Bool {
    guard token.kind == .mark else { return false }
    return token.isCharacter(".") || token.isCharacter("?") || token.isCharacter("!") || token.isEllipsis
  }

  /// The end of the closing marks at `index`.
  private func closers(_ tokens: [Token], _ index: Int, _ text: [UInt8], _ isQuoting: inout Bool) -> Int {
    var next = index
    while next < tokens.count, tokens[next].kind == .mark, tokens[next].gap != .lineBreak {
      if tokens[next].isCharacter("\"") {
        guard closes(tokens[next].range, text) ?? (isQuoting && tokens[next].gap == .none) else { return next }
        isQuoting = false
      } else {
        guard tokens[next].gap == .none,
          tokens[next].isCharacter(")") || tokens[next].isCharacter("]") || tokens[next].isCharacter("'")
        else { return next }
      }
      next += 1
    }
    return next
  }

  /// Whether a quotation mark closes; `nil` when its form does not tell.
  private func closes(_ mark: Range<Int>, _ text: [UInt8]) -> Bool? {
    guard mark.upperBound <= text.count else { return nil }
    if Self.closing.contains(where: text[mark].elementsEqual) { return true }
    return Self.opening.contains(where: text[mark].elementsEqual) ? false : nil
  }

  private static let closing: [[UInt8]] = [[0xC2, 0xBB], [0xE2, 0x80, 0x9D]]
  private static let opening: [[UInt8]] = [[0xC2, 0xAB], [0xE2, 0x80, 0x9E]]

  /// The end of a citation in brackets at `index`, or of a note's number: `[1]`, `¹`.
  private func citation(_ tokens: [Token], _ index: Int) -> Int {
    if index < tokens.count, tokens[index].gap == .none, tokens[index].raisedDigit != nil {
      return tokens[index...].firstIndex { $0.gap != .none || $0.raisedDigit == nil } ?? tokens.count
    }
    guard index + 2 < tokens.count, tokens[index].gap != .lineBreak, tokens[index].kind == .mark else { return index }
    let isBracket = tokens[index].isCharacter("[")
    guard isBracket || tokens[index].isCharacter("(") else { return index }
    let isNote = isBracket && tokens[index].gap == .none
    guard isNote || citationMarkers.match(tokens, at: index + 1) != nil else { return index }
    let close = isBracket ? "]" : ")"
    var next = index + 1
    while next < tokens.count, next < index + (isNote ? 4 : 40), tokens[next].gap != .lineBreak {
      if tokens[next].kind == .mark, tokens[next].folded == close {
        next += 1
        if next < tokens.count, tokens[next].isCharacter("."), tokens[next].gap == .none { next += 1 }
        return next
      }
      next += 1
    }
    return index
  }

  // MARK: The decision

  /// Whether the marks in `run`, with the next sentence at `next`, end the one that started at `start`.
  private func endsSentence(_ tokens: [Token], _ run: Range<Int>, _ next: Int, _ start: Int) -> Bool {
    if startsBlock(tokens, next) { return true }
    if tokens[next].gap == .none, next == run.upperBound, tokens[next].kind != .mark { return false }
    let isPoint = run.count == 1 && tokens[run.lowerBound].isCharacter(".")
    let lower = startsLowerCase(tokens, next)
    if !isPoint { return !lower && !continues(tokens, next) }
    guard !continues(tokens, next), run.lowerBound > start else { return false }
    let before = run.lowerBound - 1
    guard next == run.upperBound, tokens[run.lowerBound].gap == .none else { return !lower }
    if tokens[before].kind == .digits {
      // `1. First` numbers an item of a list.
      return before > start || tokens[before].range.count > 2
    }
    if tokens[before].kind == .word, let ends = afterAbbreviation(tokens, before, tokens[next], start) { return ends }
    return !lower || tokens[before].kind != .word || tokens[before].hash.count > 4
  }

  /// Whether a point after a word that may be short for another ends the sentence; `nil` for other words.
  private func afterAbbreviation(_ tokens: [Token], _ index: Int, _ following: Token, _ start: Int) -> Bool? {
    let word = tokens[index]
    let isNew = following.isCapitalized && stopWords.contains(following)
    let isUnit = index > start && tokens[index - 1].kind == .digits && word.folded.utf8.count <= 3
    if isUnit, !word.isCapitalized, following.kind != .digits {
      return following.isCapitalized || following.kind == .mark
    }
    if beforeDigits.contains(word), following.kind == .digits { return false }
    let isAlwaysShort = abbreviations.contains(word)
    if atEnd.contains(word) { return isAlwaysShort ? isNew : following.isCapitalized || following.kind == .mark }
    if isAlwaysShort { return false }
    guard word.folded.utf8.count == 1, word.isCapitalized else {
      // "e.g.", « p. ex. »: letters with points between them.
      let isSpaced =
        word.folded.utf8.count <= 2 && index >= 2 && tokens[index - 1].isCharacter(".") && word.gap == .none
      return isSpaced ? isNew : nil
    }
    return isNew
  }

  /// Whether the sentence goes on at the token whatever its case.
  private func continues(_ tokens: [Token], _ index: Int) -> Bool {
    guard tokens[index].kind == .mark else { return false }
    // « 1.º », « n.º 5 », « D.ª »
    if tokens[index].gap == .none, tokens[index].folded == "°" || tokens[index].folded == "ª" { return true }
    return tokens[index].isCharacter(",") || tokens[index].isCharacter(";") || tokens[index].isCharacter(":")
      || tokens[index].isCharacter(")") || tokens[index].isCharacter("]")
  }

  private func startsLowerCase(_ tokens: [Token], _ index: Int) -> Bool {
    var index = index
    while index < tokens.count, tokens[index].kind == .mark,
      tokens[index].isCharacter("-") || tokens[index].isCharacter("\"")
    {
      index += 1
    }
    guard index < tokens.count, tokens[index].kind == .word, tokens[index].gap != .lineBreak else { return false }
    return !tokens[index].isCapitalized
  }
}
