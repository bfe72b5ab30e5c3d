extension TokenScanner {
  /// Reads a word: letters, with the digits and inner apostrophes that belong to it.
  mutating func scanWord() {
    if scanPlainWord() { return }
    begin()
    let afterDigits = isGlued && tokens.last?.kind == .digits
    let isCapitalized = startsUpperCase()
    var index = position
    var wordEnd = position
    scan: while index < end {
      let letter = text[index] | 0x20
      if letter &- 0x61 < 26 {
        append(letter)
        index += 1
        wordEnd = index
        continue
      }
      let (kind, scalar, length) = peek(index)
      switch kind {
      case .letter:
        CharacterFolding.fold(letter: scalar) { append($0) }
      case .digit:
        // `10h30` is three tokens, `b2b` one.
        if afterDigits { break scan }
        append(UInt8(scalar))
      case .script:
        // `m²`, `CO₂`; but `étude²` and `UK²` call a footnote.
        guard scalar >= 0x2080 || scalar != 0xB9 && Self.isSquaredOrCubed(folded) else { break scan }
        append(CharacterFolding.digit(ofScript: scalar))
      case .ignorable:
        index += length
        // A combining mark belongs to its letter, the rest only when the word goes on.
        if scalar >= 0x300, scalar <= 0x36F { wordEnd = index }
        continue
      case .apostrophe:
        switch apostrophe(behind: hash, at: index, length) {
        case .elision:
          append(0x27)
          return emit(.word, until: index + length, isCapitalized: isCapitalized)
        case .possessive(let next):
          emit(.word, until: index, isCapitalized: isCapitalized)
          begin()
          append(0x27)
          append(0x73)
          return emit(.word, until: next)
        case .inner: append(0x27)
        case .none: break scan
        }
      case .mark:
        guard joins(scalar, at: index) else { break scan }
        append(UInt8(scalar))
      case .space, .lineBreak, .hyphen: break scan
      }
      index += length
      wordEnd = index
    }
    emit(.word, until: wordEnd, isCapitalized: isCapitalized)
  }

  /// Reads a word of ASCII letters and of small Latin ones that fold to one of these, where nothing can go on with it but the
  /// apostrophe of an elision; returns `false`, without moving, for all other words.
  @inline(__always)
  private mutating func scanPlainWord() -> Bool {
    var hash = WordHash()
    var index = position
    while true {
      while index < end, case let letter = text[index] | 0x20, letter &- 0x61 < 26 {
        hash.append(letter)
        index &+= 1
      }
      guard byte(index) == 0xC3, let base = CharacterFolding.base(ofLatinLetter: byte(index + 1)) else { break }
      hash.append(base)
      index &+= 2
    }
    guard index > position else { return false }
    let letters = position..<index
    if index < end {
      let (kind, scalar, length) = peek(index)
      switch kind {
      case .space, .lineBreak, .hyphen: break
      case .mark: if scalar == 0x5F { return false }
      case .apostrophe:
        switch apostrophe(behind: hash, at: index, length) {
        case .elision:
          hash.append(0x27)
          index += length
        case .none: break
        case .possessive, .inner: return false
        }
      case .letter, .digit, .ignorable, .script: return false
      }
    }
    emitPlain(.word, hash, letters, until: index, isCapitalized: text[position] <= 0x5A)
    return true
  }

  /// Whether letters are a symbol that a raised digit belongs to: a variable, or a unit of length.
  private static func isSquaredOrCubed(_ letters: some Collection<UInt8>) -> Bool {
    letters.count == 1 || letters.count <= 3 && unitsOfLength.contains { $0.elementsEqual(letters) }
  }

  private static let unitsOfLength = ["km", "hm", "dam", "dm", "cm", "mm", "um", "nm", "ft", "yd", "mi"].map {
    Array($0.utf8)
  }

  private func startsUpperCase() -> Bool {
    let (_, scalar, _) = peek(position)
    return scalar < 0x80 ? scalar <= 0x5A : Unicode.Scalar(scalar)?.properties.isUppercase == true
  }

  /// Whether a mark joins the word around it: `snake_case`, `v22.9.0`.
  private func joins(_ scalar: UInt32, at index: Int) -> Bool {
    switch scalar {
    case 0x5F: isLetter(index + 1) || isDigit(index + 1)
    case 0x2E: isDigit(index + 1) && isDigit(index - 1) && folded.count > 1
    default: false
    }
  }

  // MARK: Apostrophes

  private enum Apostrophe {
    case elision, inner, none
    /// An English genitive, which ends at the given byte.
    case possessive(Int)
  }

  /// What an apostrophe after the letters of `word` is; an elision may end a phrase: `plus d'`.
  private func apostrophe(behind word: WordHash, at index: Int, _ length: Int) -> Apostrophe {
    let next = index + length
    let isWordNext = isLetter(next)
    if Self.isElision(word) {
      return isWordNext || isDigit(next) || next >= end || opensQuotation(next) ? .elision : .none
    }
    guard isWordNext else { return .none }
    if byte(next) | 0x20 == 0x73, !isLetter(next + 1), !isDigit(next + 1), !Self.isContracted(word) {
      return .possessive(next + 1)
    }
    return .inner
  }

  private func opensQuotation(_ index: Int) -> Bool {
    switch peek(index).scalar {
    case 0x22, 0xAB, 0x201C, 0x2018: true
    default: false
    }
  }

  /// Whether a word is a French one that loses its last vowel before another.
  static func isElision(_ word: WordHash) -> Bool { elisions.contains(word.value) }

  private static let elisions: [UInt64] = [
    "l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
  ].map { WordHash($0.utf8).value }

  /// Whether a word is an English one with which `'s` is "is" or "us", and no genitive.
  static func isContracted(_ word: WordHash) -> Bool { contracted.contains(word.value) }

  private static let contracted: [UInt64] = [
    "it", "that", "let", "what", "here", "there", "who", "he", "she", "how", "where", "when", "why",
  ].map { WordHash($0.utf8).value }
}
