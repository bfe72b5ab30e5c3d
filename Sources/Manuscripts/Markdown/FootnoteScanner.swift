import StructuredText

/// Finds footnote definitions, which the parser does not know: `[^label]: text`, with more lines behind it.
struct FootnoteScanner {
  /// One definition.
  struct Definition {
    let label: String
    /// From the opening bracket to the end of the last line.
    let range: TextRange
    /// Where its text starts.
    let content: Int
    /// Whether its lines begin with the marks of a quote.
    let isQuoted: Bool
  }

  private let text: [UInt8]
  private let body: TextRange

  init(_ text: [UInt8], _ body: TextRange) {
    self.text = text
    self.body = body
  }

  /// Returns the definitions outside `verbatim`, the ranges of code and HTML, in order.
  func definitions(outside verbatim: [TextRange]) -> [Definition] {
    guard mayHaveDefinitions else { return [] }
    var definitions: [Definition] = []
    var skipped = verbatim[...]
    var lines = LineScanner(text, from: body.start, to: body.end)
    while let line = lines.next() {
      guard let start = opening(line) else { continue }
      while let first = skipped.first, first.end <= start.bracket { skipped = skipped.dropFirst() }
      if let first = skipped.first, first.start <= start.bracket { continue }
      var end = line.end
      var content = start.content
      while content < line.end, LineScanner.isBlank(text[content]) { content += 1 }
      var after = lines
      while let next = continuation(&after, prefix: start.prefix) {
        end = next
        lines = after
      }
      definitions.append(
        Definition(
          label: start.label, range: TextRange(start.bracket, end), content: content,
          isQuoted: start.prefix == .quote))
    }
    return definitions
  }

  /// Returns the lines that look like definitions of links, for the texts of footnotes to refer to.
  func linkDefinitions(outside verbatim: [TextRange]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var skipped = verbatim[...]
    var lines = LineScanner(text, from: body.start, to: body.end)
    while let line = lines.next() {
      let start = line.start + text[line.range].prefix { $0 == UInt8(ascii: " ") }.count
      guard start - line.start < 4, start < line.end, text[start] == UInt8(ascii: "["),
        let bracket = text[start..<line.end].firstIndex(of: UInt8(ascii: "]")), bracket + 1 < line.end,
        text[bracket + 1] == UInt8(ascii: ":"), text[start + 1] != UInt8(ascii: "^")
      else { continue }
      while let first = skipped.first, first.end <= start { skipped = skipped.dropFirst() }
      if let first = skipped.first, first.start <= start { continue }
      found.append(line.range)
    }
    return found
  }

  private enum Prefix { case none, quote, bullet }

  private var mayHaveDefinitions: Bool {
    var position = body.start
    while let caret = text.firstIndex(of: UInt8(ascii: "^"), in: position..<body.end) {
      if caret > body.start, text[caret - 1] == UInt8(ascii: "[") { return true }
      position = caret + 1
    }
    return false
  }

  /// Returns the parts of a line that begins a definition.
  private func opening(_ line: LineScanner.Line) -> (label: String, bracket: Int, content: Int, prefix: Prefix)? {
    var position = line.start
    var prefix = Prefix.none
    while position < line.end, text[position] == UInt8(ascii: " ") { position += 1 }
    guard position - line.start < 4 else { return nil }
    while position < line.end, text[position] == UInt8(ascii: ">") || text[position] == UInt8(ascii: " ") {
      if text[position] == UInt8(ascii: ">") { prefix = .quote }
      position += 1
    }
    if let end = markerEnd(position, line.end) {
      prefix = prefix == .none ? .bullet : prefix
      position = end
    }
    guard position + 1 < line.end, text[position] == UInt8(ascii: "["), text[position + 1] == UInt8(ascii: "^"),
      let close = FootnoteReferenceScanner.labelEnd(in: text, from: position + 2, to: line.end),
      close + 1 < line.end, text[close + 1] == UInt8(ascii: ":")
    else { return nil }
    let label = String(decoding: text[(position + 2)..<close], as: UTF8.self)
    return (label, position, close + 2, prefix)
  }

  /// Returns the end of the next line, or of the lines up to the next one that is not blank, if the definition goes on.
  private func continuation(_ lines: inout LineScanner, prefix: Prefix) -> Int? {
    var hasBlank = false
    while let line = lines.next() {
      var start = line.start
      if prefix == .quote {
        let mark = text[line.range].firstIndex { $0 != UInt8(ascii: " ") }
        guard let mark, text[mark] == UInt8(ascii: ">") else { return nil }
        start = mark
        while start < line.end, text[start] == UInt8(ascii: ">") || text[start] == UInt8(ascii: " ") { start += 1 }
      }
      guard let first = text[start..<line.end].firstIndex(where: { !LineScanner.isBlank($0) }) else {
        if prefix != .none { return nil }
        hasBlank = true
        continue
      }
      let isIndented = first - start >= 4 || text[start] == UInt8(ascii: "\t")
      if hasBlank || prefix == .bullet {
        let goesOn = prefix == .bullet ? first - start >= 2 && !startsBlock(first, line.end) : isIndented
        return goesOn && opening(line) == nil ? line.end : nil
      }
      return isIndented || (opening(line) == nil && !startsBlock(first, line.end)) ? line.end : nil
    }
    return nil
  }

  /// Whether something other than running text starts at `start`.
  private func startsBlock(_ start: Int, _ end: Int) -> Bool {
    switch text[start] {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: "|"): true
    case UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "*"):
      markerEnd(start, end) != nil
        || (start + 2 < end && text[start + 1] == text[start] && text[start + 2] == text[start])
    default: markerEnd(start, end) != nil
    }
  }

  /// Returns the offset behind the mark of a list item and its blanks.
  private func markerEnd(_ start: Int, _ end: Int) -> Int? {
    guard var position = ContainerStack.listMarkEnd(text, from: start, to: end), position < end,
      LineScanner.isBlank(text[position])
    else { return nil }
    while position < end, LineScanner.isBlank(text[position]) { position += 1 }
    return position
  }
}
