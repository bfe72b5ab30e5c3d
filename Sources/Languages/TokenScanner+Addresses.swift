extension TokenScanner {
  /// Reads a URL that starts here; returns `false`, without moving, when there is none.
  mutating func scanAddress() -> Bool {
    guard let body = endOfScheme() else { return false }
    var index = body
    var open = 0
    var last = body
    while index < end {
      let byte = text[index]
      if byte < 0x80 {
        // RFC 3986 excludes these from URLs, and running text puts them around one.
        if byte <= 0x20 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x60 || byte == 0x7F { break }
        index += 1
        if byte == 0x28 { open += 1 }
        if byte == 0x29 {
          guard open > 0 else { continue }
          open -= 1
        }
        if !Self.isTrailing(byte) || byte == 0x29 { last = index }
      } else {
        let (kind, scalar, length) = peek(index)
        guard kind == .letter || kind == .ignorable || CharacterFolding.mark(scalar) == nil && kind == .mark else {
          break
        }
        index += length
        last = index
      }
    }
    guard last > body else { return false }
    begin()
    for index in position..<last {
      let byte = text[index]
      append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    emit(.address, until: last)
    return true
  }

  /// Whether a byte at the end of a URL belongs to the sentence instead.
  private static func isTrailing(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x27, 0x28, 0x29, 0x2A, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5B, 0x5D, 0x5F, 0x7B, 0x7C, 0x7D: true
    default: false
    }
  }

  /// Whether the letters here are those that a scheme begins with: "ht", "ww", "ma" and "ft" begin few words.
  @inline(__always)
  var mayStartScheme: Bool {
    switch text[position] | 0x20 {
    case 0x68, 0x66: byte(position + 1) | 0x20 == 0x74
    case 0x77: byte(position + 1) | 0x20 == 0x77
    case 0x6D: byte(position + 1) | 0x20 == 0x61
    default: false
    }
  }

  private func endOfScheme() -> Int? {
    if isGlued, tokens.last?.kind == .digits { return nil }
    for scheme in Self.schemes where matches(scheme) { return position + scheme.utf8CodeUnitCount }
    return nil
  }

  private static let schemes: [StaticString] = ["https://", "http://", "www.", "mailto:", "ftp://"]

  private func matches(_ scheme: StaticString) -> Bool {
    scheme.withUTF8Buffer { scheme in
      for offset in 0..<scheme.count {
        let byte = byte(position + offset)
        if (byte &- 0x41 < 26 ? byte | 0x20 : byte) != scheme[offset] { return false }
      }
      return true
    }
  }

  /// Makes one token of `name@host.tld` around the `@` at the current position; returns `false` when it is none.
  mutating func scanMailbox() -> Bool {
    var start = position
    // RFC 5321 allows 64 bytes before the `@`.
    while position - start < 64, Self.isLocalPart(byte(start - 1)) { start -= 1 }
    while start < position, !isDigit(start), !isLetter(start) { start += 1 }
    guard start < position, let last = endOfHost(position + 1), tokens.contains(endingAt: position),
      tokens.hasBoundary(at: start)
    else { return false }
    takeBack(to: start)
    begin()
    for index in start..<last { append(byte(index) &- 0x41 < 26 ? byte(index) | 0x20 : byte(index)) }
    emit(.address, until: last)
    return true
  }

  private static func isLocalPart(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2E || byte == 0x5F || byte == 0x2B || byte == 0x2D
  }

  private func endOfHost(_ start: Int) -> Int? {
    var index = start
    var lastDot = 0
    while (byte(index) | 0x20) &- 0x61 < 26 || isDigit(index)
      || (byte(index) == 0x2E || byte(index) == 0x2D) && index > start && (isLetter(index + 1) || isDigit(index + 1))
    {
      if byte(index) == 0x2E { lastDot = index }
      index += 1
    }
    return lastDot > start && index - lastDot > 2 ? index : nil
  }
}

extension [Token] {
  fileprivate func contains(endingAt position: Int) -> Bool { last?.range.upperBound == position }

  /// Whether no token reaches over `start`; looks at the last few only.
  fileprivate func hasBoundary(at start: Int) -> Bool {
    for token in reversed() {
      if token.range.lowerBound <= start { return token.range.lowerBound == start || token.range.upperBound <= start }
    }
    return false
  }
}
