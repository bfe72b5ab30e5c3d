import Wording

/// The four kinds of TOML strings.
extension TOMLScanner {
  /// Reads the string that starts here, with its quotes in its range.
  mutating func string() throws(StructuredTextError) -> Node.Scalar {
    let start = position
    let isLiteral = byte == UInt8(ascii: "'")
    let isLong = startsWith(isLiteral ? "'''" : "\"\"\"")
    let quote = isLiteral ? UInt8(ascii: "'") : UInt8(ascii: "\"")
    advance(isLong ? 3 : 1)
    if isLong { skipLineEnd() }
    var text: [UInt8] = []
    while let next = byte {
      if next == quote, !isLong || startsWith(isLiteral ? "'''" : "\"\"\"") {
        advance(isLong ? 3 : 1)
        // Up to two quotation marks may stand before the closing three.
        while isLong, byte == quote, text.count < position {
          text.append(quote)
          advance()
        }
        return Node.Scalar(
          text: String(decoding: text, as: UTF8.self), isPlain: false, range: TextRange(start, position))
      }
      if next == 0x0A, !isLong { break }
      if next == UInt8(ascii: "\\"), !isLiteral {
        try readEscape(into: &text, isLong: isLong)
      } else {
        text.append(next)
        advance()
      }
    }
    throw StructuredTextError(
      worded(
        "a quotation mark is missing at the end of this text",
        fr: "il manque un guillemet à la fin de ce texte"), at: TextRange(start, position),
      remedy: worded(
        "close it on the same line, or use three quotation marks",
        fr: "fermez-le sur la même ligne, ou employez trois guillemets droits"))
  }

  private mutating func skipLineEnd() {
    if byte == 0x0D { advance() }
    if byte == 0x0A { advance() }
  }

  private mutating func readEscape(into text: inout [UInt8], isLong: Bool) throws(StructuredTextError) {
    let start = position
    advance()
    let letter = byte
    advance()
    switch letter {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(letter ?? 0)
    case UInt8(ascii: "u"): text += try scalar(digits: 4, from: start)
    case UInt8(ascii: "U"): text += try scalar(digits: 8, from: start)
    // At the end of a line it joins the next one.
    case 0x20 where isLong, 0x09 where isLong, 0x0A where isLong, 0x0D where isLong:
      while let blank = byte, [0x20, 0x09, 0x0A, 0x0D].contains(blank) { advance() }
    default: throw badEscape(from: start)
    }
  }

  private mutating func scalar(digits: Int, from start: Int) throws(StructuredTextError) -> [UInt8] {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = byte.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        throw badEscape(from: start)
      }
      value = value << 4 | UInt32(digit)
      advance()
    }
    guard let scalar = Unicode.Scalar(value) else { throw badEscape(from: start) }
    return Array(String(scalar).utf8)
  }

  private func badEscape(from start: Int) -> StructuredTextError {
    StructuredTextError(
      worded(
        "a backslash stands before a sign that it means nothing with",
        fr: "une barre oblique inverse précède un signe avec lequel elle ne veut rien dire"),
      at: TextRange(start, position),
      remedy: worded(
        "write \\\\ for a backslash, or put the text between single quotes",
        fr: "écrivez \\\\ pour une barre oblique inverse, ou mettez le texte entre apostrophes"))
  }
}
