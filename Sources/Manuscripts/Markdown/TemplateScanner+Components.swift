import StructuredText

/// What MDX adds to Markdown.
extension TemplateScanner {
  /// Returns where the module lines end that begin with this one: `import Chart from "…"`, `export const …`.
  mutating func moduleEnd(_ line: LineScanner.Line) -> Int? {
    guard startsModule(line) else { return nil }
    var depth = 0
    var firstEnd: Int?
    var last = line
    var lines = LineScanner(text, from: line.start, to: end)
    while let next = lines.next(), allowance > 0 {
      allowance -= next.next - next.start
      if isBlank(next) {
        firstEnd = firstEnd ?? last.end
        if depth <= 0 { return last.end }
      }
      for byte in text[next.range] {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"): depth -= 1
        default: break
        }
      }
      last = next
    }
    // Where the brackets never close, no more than the paragraph can be meant.
    return depth <= 0 ? last.end : firstEnd ?? last.end
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
    let name = start + (byte(start + 1) == UInt8(ascii: "/") ? 2 : 1)
    guard let first = byte(name), (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else { return nil }
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
    return attributesEnd(from: offset)?.end
  }

  /// Returns the offset behind the tag of an element that only MDX can read, because of its braces, or of a fragment.
  mutating func elementEnd(_ start: Int) -> Int? {
    if starts("<>", at: start) { return start + 2 }
    if starts("</>", at: start) { return start + 3 }
    guard byte(start + 1).map(TreeBuilder.isLetter) == true else { return nil }
    var offset = start + 1
    while let next = byte(offset), TreeBuilder.isNamePart(next) { offset += 1 }
    guard let tag = attributesEnd(from: offset), tag.hasBraces else { return nil }
    return tag.end
  }

  /// Reads from behind a name to the end of the tag.
  private mutating func attributesEnd(from start: Int) -> (end: Int, hasBraces: Bool)? {
    var offset = start
    var hasBraces = false
    while let next = byte(offset), allowance > 0 {
      allowance -= 1
      switch next {
      case UInt8(ascii: ">"): return (offset + 1, hasBraces)
      case UInt8(ascii: "<"): return nil
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let close = quoteEnd(offset) else { return nil }
        offset = close
      case UInt8(ascii: "{"):
        guard let close = expressionEnd(offset) else { return nil }
        hasBraces = true
        offset = close
      case UInt8(ascii: "\n"):
        let line = line(at: offset + 1)
        if isBlank(line) { return nil }
        offset += 1
      default: offset += 1
      }
    }
    return nil
  }

  private mutating func quoteEnd(_ start: Int) -> Int? {
    var offset = start + 1
    while let next = byte(offset), allowance > 0 {
      allowance -= 1
      offset += 1
      if next == text[start] { return offset }
    }
    return nil
  }

  /// Returns the offset behind the brace that closes the one at `start`.
  mutating func expressionEnd(_ start: Int) -> Int? {
    var depth = 0
    var offset = start
    while let next = byte(offset), allowance > 0 {
      allowance -= 1
      switch next {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return offset + 1 }
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
        if let close = stringEnd(offset) {
          offset = close
          continue
        }
      case UInt8(ascii: "/") where byte(offset + 1) == UInt8(ascii: "*"):
        offset += 2
        while offset < end, allowance > 0, !starts("*/", at: offset) {
          offset += 1
          allowance -= 1
        }
        offset += 1
      default: break
      }
      offset += 1
    }
    return nil
  }

  /// Returns the offset behind a string of JavaScript; `nil` for an apostrophe in the text of an element.
  private mutating func stringEnd(_ start: Int) -> Int? {
    let quote = text[start]
    var offset = start + 1
    while let next = byte(offset), allowance > 0 {
      allowance -= 1
      if next == quote { return offset + 1 }
      if next == UInt8(ascii: "\n"), quote != UInt8(ascii: "`") { return nil }
      offset += next == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }
}
