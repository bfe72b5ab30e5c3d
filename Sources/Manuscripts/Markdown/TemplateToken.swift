import StructuredText

/// A piece of the code in a tag or in braces.
struct TemplateToken {
  enum Kind { case word, number, string, mark }

  let kind: Kind
  let range: Range<Int>
  /// Whether blanks stand before it.
  let isSpaced: Bool

  /// How the pieces are written.
  enum Spelling {
    /// Shortcodes of Hugo.
    case shortcode
    /// Tags and values of Liquid and Nunjucks.
    case tag
    /// JavaScript, with elements.
    case script

    fileprivate func isQuote(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "\""): true
      case UInt8(ascii: "'"): self != .shortcode
      case UInt8(ascii: "`"): self != .tag
      default: false
      }
    }

    /// Whether a byte other than a letter, a digit, `_` or `$` goes on a word.
    fileprivate func goesOn(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "."): true
      case UInt8(ascii: "-"), UInt8(ascii: "/"): self != .script
      case UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "+"): self == .shortcode
      default: false
      }
    }
  }

  /// Whether the piece is a word or a number, or a text between quotation marks.
  var isOperand: Bool { kind != .mark }

  func isMark(_ character: Unicode.Scalar, in text: [UInt8]) -> Bool {
    kind == .mark && text[range.lowerBound] == UInt8(ascii: character)
  }

  /// Whether the word is one that could stand in a sentence: of letters alone, or a number.
  func isPlain(in text: [UInt8]) -> Bool {
    var hasLetter = false
    var hasOther = false
    for byte in text[range] {
      if TreeBuilder.isLetter(byte) { hasLetter = true } else if byte != UInt8(ascii: "-") { hasOther = true }
    }
    return !(hasLetter && hasOther)
  }

  /// Whether a text between quotation marks is no prose: a name, an address, a format, but not two words.
  func isHarmless(in text: [UInt8]) -> Bool {
    let content = text[range].dropFirst().dropLast()
    // A no-break space is one of a sentence.
    if content.contains(where: { $0 == 0xC2 || $0 == 0xE2 }), Self.noBreakSpaces.contains(where: content.contains) {
      return false
    }
    let pieces = content.split(whereSeparator: LineScanner.isBlank).filter { !$0.contains(UInt8(ascii: "=")) }
    return pieces.count < 2 || pieces.allSatisfy { !Self.holdsWord($0) }
  }

  /// Whether a text between quotation marks has a letter or a digit in it.
  func holdsWord(in text: [UInt8]) -> Bool { Self.holdsWord(text[range].dropFirst().dropLast(), atStart: false) }

  private static let noBreakSpaces = ["\u{A0}", "\u{202F}"].map { Array($0.utf8) }

  private static func holdsWord(_ bytes: ArraySlice<UInt8>, atStart: Bool = true) -> Bool {
    let bytes = atStart ? bytes.drop { opening.contains($0) }.prefix(1) : bytes
    return bytes.contains { TreeBuilder.isLetter($0) || (0x30...0x39).contains($0) || $0 >= 0x80 }
  }

  private static let opening = Set("(\"'[*_".utf8)
}

extension TemplateScanner {
  /// Returns where the next piece begins, behind blanks.
  mutating func tokenStart(from start: Int, to limit: Int) -> Int? {
    var offset = start
    while offset < limit, LineScanner.isBlank(text[offset]) { offset += 1 }
    allowance -= offset - start
    return offset < limit ? offset : nil
  }

  /// Returns the piece of code at `start`; `nil` where what stands there cannot be one.
  mutating func token(
    at start: Int, isSpaced: Bool, to limit: Int, _ spelling: TemplateToken.Spelling
  ) -> TemplateToken? {
    guard start < limit, allowance > 0 else { return nil }
    let first = text[start]
    var stop = start + 1
    let kind: TemplateToken.Kind
    if spelling.isQuote(first) {
      guard let close = quoteEnd(start, to: limit, isOneLine: spelling == .script && first != UInt8(ascii: "`")) else {
        return nil
      }
      kind = .string
      stop = close
    } else if Self.isWordPart(first) || (first == UInt8(ascii: ".") && spelling == .tag) {
      while stop < limit, Self.isWordPart(text[stop]) || goesOn(stop, spelling) { stop += 1 }
      // A full stop ends a sentence.
      guard text[stop - 1] != UInt8(ascii: ".") else { return nil }
      kind = (0x30...0x39).contains(first) ? .number : .word
    } else {
      guard first > 0x20, first < 0x7F, first != UInt8(ascii: "\\") else { return nil }
      kind = .mark
    }
    allowance -= stop - start
    return TemplateToken(kind: kind, range: start..<stop, isSpaced: isSpaced)
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    TreeBuilder.isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
  }

  private func goesOn(_ offset: Int, _ spelling: TemplateToken.Spelling) -> Bool {
    if spelling.goesOn(text[offset]) {
      // The end of a tag: `x -%}`, `x-}}`, `x />}}`.
      return !(text[offset] == UInt8(ascii: "-") || text[offset] == UInt8(ascii: "/"))
        || byte(offset + 1).map(Self.isWordPart) == true
    }
    // The name of an attribute: `data-x`.
    guard spelling == .script, text[offset] == UInt8(ascii: "-") else { return false }
    return byte(offset + 1).map(TreeBuilder.isLetter) == true
  }

  /// Returns the offset behind the quotation mark that closes the one at `start`.
  mutating func quoteEnd(_ start: Int, to limit: Int, isOneLine: Bool = false, hasEscapes: Bool = true) -> Int? {
    let quote = text[start]
    var offset = start + 1
    while offset < limit, allowance > 0 {
      allowance -= 1
      let next = text[offset]
      if next == quote { return offset + 1 }
      if isOneLine, next == UInt8(ascii: "\n") { return nil }
      offset += hasEscapes && next == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }
}
