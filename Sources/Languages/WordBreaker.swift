/// Breaks text into words, runs of digits, marks and addresses.
package enum WordBreaker {
  /// Returns the tokens of UTF-8 text, in order, in time linear in its length.
  ///
  /// Between two tokens there are only blanks, line feeds, joining hyphens, and characters that are not seen.
  package static func tokens(of text: [UInt8]) -> [Token] {
    tokens(of: text, knowing: [], from: [])
  }

  /// Returns the tokens of a text of which some lines stand in another one.
  ///
  /// - Parameter others: the tokens of the other text. No token depends on what stands on another line.
  package static func tokens(of text: [UInt8], knowing lines: [KnownLines], from others: [Token]) -> [Token] {
    var scanner = TokenScanner(text)
    var start = 0
    for known in lines {
      scanner.scan(start..<known.text.lowerBound)
      scanner.take(others[known.tokens], movedBy: known.text.lowerBound - known.start)
      start = known.text.upperBound
    }
    scanner.scan(start..<text.count)
    return scanner.tokens
  }
}

/// The state of one pass over a text; `+Words`, `+Digits` and `+Addresses` read one kind of token each.
struct TokenScanner {
  let text: [UInt8]
  private(set) var tokens: [Token] = []
  private(set) var position = 0
  /// Where this pass ends; never more than `text.count`.
  private(set) var end = 0
  private var gap = Token.Gap.none
  /// The token being read, folded.
  var folded: [UInt8] = []
  var hash = WordHash()
  let classes = CharacterFolding.ascii

  init(_ text: [UInt8]) {
    self.text = text
    folded.reserveCapacity(64)
    tokens.reserveCapacity(min(text.count / 4, 1 << 16))
  }

  /// Appends the tokens of `range`: all of the text, or whole lines of it.
  mutating func scan(_ range: Range<Int>) {
    position = range.lowerBound
    end = range.upperBound
    gap = position > 0 ? .lineBreak : .none
    while position < end {
      // Every other step.
      if text[position] == 0x20 { pass(1, .space) } else { step() }
    }
  }

  /// Appends tokens of another text.
  mutating func take(_ others: ArraySlice<Token>, movedBy distance: Int) {
    let first = tokens.count
    tokens += others
    for index in first..<tokens.count { tokens[index].move(by: distance) }
  }

  // MARK: Looking at the text

  /// The byte at `index`, 0 outside the pass.
  @inline(__always)
  func byte(_ index: Int) -> UInt8 { index < end && index >= 0 ? text[index] : 0 }

  @inline(__always)
  func isDigit(_ index: Int) -> Bool { byte(index) &- 0x30 < 10 }

  @inline(__always)
  func isLetter(_ index: Int) -> Bool {
    let byte = byte(index)
    return byte < 0x80 ? (byte | 0x20) &- 0x61 < 26 : peek(index).kind == .letter
  }

  /// The class, value and length of the character at `index`; a lone mark when the bytes there are no character.
  @inline(__always)
  func peek(_ index: Int) -> (kind: CharacterFolding.Class, scalar: UInt32, length: Int) {
    let byte = byte(index)
    if byte < 0x80 { return (index < end ? classes[Int(byte)] : .space, UInt32(byte), 1) }
    return peekBeyondASCII(index)
  }

  private func peekBeyondASCII(_ index: Int) -> (kind: CharacterFolding.Class, scalar: UInt32, length: Int) {
    let lead = byte(index)
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, index + length <= end else { return (.mark, 0xFFFD, 1) }
    var scalar = UInt32(lead & (0x7F >> UInt8(length)))
    for offset in 1..<length {
      let next = byte(index + offset)
      guard next & 0xC0 == 0x80 else { return (.mark, 0xFFFD, offset) }
      scalar = scalar << 6 | UInt32(next & 0x3F)
    }
    return (CharacterFolding.classify(scalar), scalar, length)
  }

  /// The end of the digits that start at `index`.
  func endOfDigits(_ index: Int) -> Int {
    var index = index
    while isDigit(index) { index += 1 }
    return index
  }

  /// Whether the last token ends where the next one starts.
  var isGlued: Bool { gap == .none && !tokens.isEmpty && position > 0 }

  // MARK: One token

  private mutating func step() {
    let (kind, scalar, length) = peek(position)
    switch kind {
    case .letter: if !mayStartScheme || !scanAddress() { scanWord() }
    case .digit: scanDigits()
    case .space: pass(length, .space)
    case .lineBreak: pass(length, .lineBreak)
    case .ignorable: position += length
    case .hyphen: scanHyphen(length)
    case .script, .apostrophe, .mark: scanMark(scalar, length)
    }
  }

  /// Steps over blanks.
  private mutating func pass(_ length: Int, _ new: Token.Gap) {
    if gap != .lineBreak { gap = new }
    position += length
  }

  /// Steps over the hyphen of a compound word.
  private mutating func scanHyphen(_ length: Int) {
    let next = position + length
    guard isGlued, let last = tokens.last, last.kind == .word || last.kind == .digits, !endsWithApostrophe(last),
      isLetter(next) || isDigit(next), !(last.kind == .digits && isDigit(next))
    else { return scanMark(0x2D, length) }
    gap = .hyphen
    position = next
  }

  private func endsWithApostrophe(_ token: Token) -> Bool {
    let last = token.range.upperBound - 1
    return byte(last) == 0x27 || byte(last) == 0x99 && byte(last - 1) == 0x80
  }

  private mutating func scanMark(_ scalar: UInt32, _ length: Int) {
    if scalar == 0x40, scanMailbox() { return }
    begin()
    if scalar == 0x2E {
      // `.5` is a number where no other number or word is in front.
      if isDigit(position + 1), !isGlued || tokens.last?.kind == .mark, byte(position - 1) != 0x2E {
        return scanDigits()
      }
      var next = position + 1
      while byte(next) == 0x2E { next += 1 }
      if next > position + 1 {
        for _ in 0..<3 { append(0x2E) }
        return emit(.mark, until: next)
      }
    }
    // Among these are all that are frequent, and they have the bit of a small letter.
    if scalar >= 0x20, scalar < 0x40, length == 1 {
      hash.append(UInt8(scalar))
      return emitPlain(.mark, hash, position..<position + 1, until: position + 1)
    }
    if scalar < 0x80 {
      append(UInt8(scalar))
    } else if let mark = CharacterFolding.mark(scalar) {
      mark.withUTF8Buffer { for byte in $0 { append(byte) } }
    } else {
      for index in position..<min(position + length, end) { append(text[index]) }
    }
    emit(.mark, until: position + length)
  }

  // MARK: Building tokens

  mutating func begin() {
    folded.removeAll(keepingCapacity: true)
    hash = WordHash()
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    folded.append(byte)
    hash.append(byte)
  }

  /// Ends the token that was being read before the byte at `next`, and goes on there.
  mutating func emit(_ kind: Token.Kind, until next: Int, isCapitalized: Bool = false) {
    emit(kind, hash, until: next, isCapitalized: isCapitalized, String(decoding: folded, as: UTF8.self))
  }

  /// Ends a token of plain letters, with an apostrophe behind them where `hash` has one, or of one mark, before the byte at
  /// `next`: most are such.
  ///
  /// - Parameter letters: ASCII letters, and small Latin ones that fold to one.
  mutating func emitPlain(
    _ kind: Token.Kind, _ hash: WordHash, _ letters: Range<Int>, until next: Int, isCapitalized: Bool = false
  ) {
    let folded = String(unsafeUninitializedCapacity: Int(hash.count)) { buffer in
      let bytes = text.span.extracting(letters)
      var count = 0
      var index = 0
      // Each of as many bytes is a letter for itself.
      if bytes.count == hash.count, position + bytes.count == next {
        while count < bytes.count {
          buffer[count] = bytes[count] | 0x20
          count &+= 1
        }
        return count
      }
      while index < bytes.count {
        let byte = bytes[index]
        buffer[count] = byte < 0x80 ? byte | 0x20 : CharacterFolding.base(ofLatinLetter: bytes[index + 1]) ?? byte
        index &+= byte < 0x80 ? 1 : 2
        count &+= 1
      }
      if count < hash.count {
        buffer[count] = 0x27
        count &+= 1
      }
      return count
    }
    emit(kind, hash, until: next, isCapitalized: isCapitalized, folded)
  }

  private mutating func emit(
    _ kind: Token.Kind, _ hash: WordHash, until next: Int, isCapitalized: Bool, _ folded: consuming String
  ) {
    let range = position..<max(position, min(next, end))
    tokens.append(
      Token(kind: kind, range: range, folded: folded, gap: gap, isCapitalized: isCapitalized, hash: hash))
    position = max(next, position + 1)
    gap = .none
  }

  /// Takes back the tokens from `start` on, because they turned out to be part of a longer one.
  mutating func takeBack(to start: Int) {
    while let last = tokens.last, last.range.lowerBound >= start {
      gap = last.gap
      position = last.range.lowerBound
      tokens.removeLast()
    }
  }
}
