import StructuredText

/// What MDX adds to Markdown.
extension TemplateScanner {
  /// Returns where the module lines end that begin with this one: `import Chart from "…"`, `export const …`.
  ///
  /// They go on to a blank line outside brackets, or to the last line before one that is no code.
  mutating func moduleEnd(_ line: LineScanner.Line) -> Int? {
    guard startsModule(line) else { return nil }
    var reading = ScriptReading(.module)
    var offset = line.start
    var complete: Int?
    while let first = tokenStart(from: offset, to: end) {
      if reading.depth == 0 {
        let lineEnds = text[offset..<first].count { $0 == UInt8(ascii: "\n") }
        if lineEnds > 0 { complete = offset }
        if lineEnds > 1 { return complete }
      }
      guard let token = token(at: first, isSpaced: first > offset, to: end, .script), reading.takes(token, in: text)
      else { return complete }
      offset = token.range.upperBound
    }
    return reading.depth == 0 ? offset : complete
  }

  private func startsModule(_ line: LineScanner.Line) -> Bool {
    let isImport = starts("import ", at: line.start)
    guard isImport || starts("export ", at: line.start) else { return false }
    let rest = line.start + 7
    guard let first = byte(rest) else { return false }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "*") { return true }
    if !isImport { return Self.declarations.contains { starts($0, at: rest) } }
    if Self.quotes.contains(first) { return true }
    let words = text[rest..<line.end]
    return words.indices.contains { starts(" from \"", at: $0) || starts(" from '", at: $0) }
  }

  private static let declarations = [
    "default ", "const ", "let ", "var ", "function ", "class ", "async ",
  ]
  private static let quotes = Set("\"'".utf8)

  /// Returns the offset behind the tag of a component, whose name begins with a capital: `<Chart data={…} />`.
  mutating func componentEnd(_ start: Int) -> Int? {
    let isClosing = byte(start + 1) == UInt8(ascii: "/")
    let name = start + (isClosing ? 2 : 1)
    guard let first = byte(name), (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else { return nil }
    // List<String> is a type.
    if !isClosing, found.last?.end != start, start > begin, TreeBuilder.isNamePart(text[start - 1]) { return nil }
    var offset = name
    var isWord = false
    while let next = byte(offset), TreeBuilder.isNamePart(next) || next == UInt8(ascii: ".") {
      if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next) { isWord = true }
      offset += 1
    }
    // <BR> and <P> are HTML.
    guard isWord, let next = byte(offset),
      LineScanner.isBlank(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: ">")
    else { return nil }
    guard let tag = componentTagEnd(from: offset), !isClosing || tag.isBare else { return nil }
    return tag.end
  }

  /// Returns the offset behind the tag of an element that only MDX can read, because of its braces, or of a fragment.
  mutating func elementEnd(_ start: Int) -> Int? {
    if starts("<>", at: start) { return start + 2 }
    if starts("</>", at: start) { return start + 3 }
    guard byte(start + 1).map(TreeBuilder.isLetter) == true else { return nil }
    var offset = start + 1
    while let next = byte(offset), TreeBuilder.isNamePart(next) { offset += 1 }
    guard let tag = componentTagEnd(from: offset), tag.hasBraces else { return nil }
    return tag.end
  }

  /// Reads the attributes from behind a name to the end of the tag.
  private mutating func componentTagEnd(from start: Int) -> (end: Int, hasBraces: Bool, isBare: Bool)? {
    let limit = nextBarrier()
    var offset = start
    var (hasBraces, isBare) = (false, true)
    while let first = tokenStart(from: offset, to: limit), allowance > 0 {
      let next = text[first]
      if next == UInt8(ascii: ">") { return (first + 1, hasBraces, isBare) }
      if next == UInt8(ascii: "/"), byte(first + 1) == UInt8(ascii: ">") { return (first + 2, hasBraces, isBare) }
      isBare = false
      if next == UInt8(ascii: "{") {
        guard let close = commentEnd(first, limit) ?? scriptEnd(first, .attribute) else { return nil }
        (hasBraces, offset) = (true, close)
        continue
      }
      guard TreeBuilder.isLetter(next) || next == UInt8(ascii: "_") || next == UInt8(ascii: ":") else { return nil }
      offset = first
      while offset < limit, TreeBuilder.isNamePart(text[offset]) || Self.inNames.contains(text[offset]) { offset += 1 }
      allowance -= offset - first
      guard let equals = tokenStart(from: offset, to: limit), text[equals] == UInt8(ascii: "=") else { continue }
      guard let value = tokenStart(from: equals + 1, to: limit) else { return nil }
      if text[value] == UInt8(ascii: "{") {
        guard let close = scriptEnd(value, .attribute) else { return nil }
        (hasBraces, offset) = (true, close)
      } else if text[value] == UInt8(ascii: "\"") || text[value] == UInt8(ascii: "'") {
        guard let close = quoteEnd(value, to: limit, hasEscapes: false) else { return nil }
        offset = close
      } else {
        offset = value
        while offset < limit, !LineScanner.isBlank(text[offset]), !Self.notBare.contains(text[offset]) { offset += 1 }
        allowance -= offset - value
        guard offset > value else { return nil }
      }
    }
    return nil
  }

  private static let inNames = Set("_:.".utf8)
  /// What ends a value without quotation marks.
  private static let notBare = Set("\"'`=<>{}".utf8)

  // MARK: Braces

  /// Returns the offset behind an expression or a comment in running text.
  mutating func expressionEnd(_ start: Int) -> Int? {
    guard isMDX else { return nil }
    return commentEnd(start, nextBarrier()) ?? scriptEnd(start, .shown)
  }

  private mutating func commentEnd(_ start: Int, _ limit: Int) -> Int? {
    starts("{/*", at: start) ? closerEnd(.expression, from: start + 3, to: limit) : nil
  }

  /// Returns the offset behind the brace that closes the one at `start`, where code stands between them.
  private mutating func scriptEnd(_ start: Int, _ use: ScriptReading.Use) -> Int? {
    let limit = nextBarrier()
    var reading = ScriptReading(use)
    var offset = start
    repeat {
      guard let first = tokenStart(from: offset, to: limit),
        let token = token(at: first, isSpaced: first > offset, to: limit, .script), reading.takes(token, in: text)
      else { return nil }
      offset = token.range.upperBound
    } while reading.depth > 0
    return offset
  }
}
