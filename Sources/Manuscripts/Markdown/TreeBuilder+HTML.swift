import StructuredText

/// Where in HTML reading stands.
enum HTMLState {
  case text
  /// Inside a tag; `name` is what was read of its name, `quote` the open quotation mark.
  case tag(name: [UInt8], isNameOver: Bool, quote: UInt8?)
  case comment
  /// `<!…>` and `<?…>`.
  case declaration
  /// Inside an element whose text is no prose.
  case raw(name: [UInt8])
}

/// Raw HTML: what stands between the tags is text.
extension TreeBuilder {
  mutating func enterHTML() {
    htmlState = .text
    // A blank line ends a block of HTML, and no list in it.
    if tree.blocks.last?.kind != .html { htmlLists = [] }
    enterLeaf(.html)
  }

  mutating func leaveHTML() {
    leaveLeaf()
    htmlState = .text
  }

  /// A line end or indentation that the parser made.
  mutating func htmlFiller() {
    if leaf?.kind == .html, case .text = htmlState { lineBreak() }
  }

  mutating func html(_ input: Range<Int>) {
    guard let range = origin.source(input) else { return }
    enterLeafIfNone()
    guard leaf?.kind == .html else { return inlineHTML(range) }
    verbatimRanges.append(range)
    var position = range.start
    while position < range.end {
      switch htmlState {
      case .text: position = readText(TextRange(position, range.end))
      case .tag(let name, let isNameOver, let quote):
        position = readTag(TextRange(position, range.end), name, isNameOver, quote)
      case .comment: position = skip(to: "-->", TextRange(position, range.end))
      case .declaration: position = skip(to: ">", TextRange(position, range.end))
      case .raw(let name): position = readRaw(TextRange(position, range.end), name)
      }
    }
    cursor = range.end
  }

  private mutating func readText(_ range: TextRange) -> Int {
    var position = range.start
    while position < range.end {
      guard source[position] == UInt8(ascii: "<"), position + 1 < range.end else {
        position += 1
        continue
      }
      let next = source[position + 1]
      if Self.isLetter(next) || next == UInt8(ascii: "/") {
        appendProse(TextRange(range.start, position))
        htmlState = .tag(name: [], isNameOver: false, quote: nil)
        htmlTagStart = position
        return position + 1
      }
      if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
        appendProse(TextRange(range.start, position))
        let isComment = source[position..<range.end].starts(with: Self.commentStart)
        htmlState = isComment ? .comment : .declaration
        return position + (isComment ? Self.commentStart.count : 2)
      }
      position += 1
    }
    appendProse(range)
    return range.end
  }

  private mutating func readTag(_ range: TextRange, _ name: [UInt8], _ isNameOver: Bool, _ quote: UInt8?) -> Int {
    var (name, isNameOver, quote) = (name, isNameOver, quote)
    for position in range.range {
      let byte = source[position]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        endTag(name, TextRange(htmlTagStart, position + 1))
        return position + 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if !isNameOver, name.count < 16, Self.isNamePart(byte) || (name.isEmpty && byte == UInt8(ascii: "/")) {
        name.append(byte == UInt8(ascii: "/") ? byte : byte | 0x20)
        continue
      }
      isNameOver = true
    }
    htmlState = .tag(name: name, isNameOver: isNameOver, quote: quote)
    return range.end
  }

  private mutating func endTag(_ name: [UInt8], _ range: TextRange) {
    htmlState = .text
    let isClosing = name.first == UInt8(ascii: "/")
    let element = String(decoding: isClosing ? name[1...] : name[...], as: UTF8.self)
    if !isClosing, Self.rawElements.contains(element) { htmlState = .raw(name: name) }
    if Self.blockElements.contains(element) {
      leaveLeaf()
      if ["ol", "ul", "li"].contains(element) { listElement(element, isClosing: isClosing, range) }
      enterLeaf(.html)
    } else {
      inlineElement(element, isClosing: isClosing, range)
    }
    cursor = range.end
  }

  /// A tag or a comment in running text, or a line of one.
  private mutating func inlineHTML(_ range: TextRange) {
    defer { take(range) }
    guard let name = HTMLTag.name(in: source, range) else { return }
    let isClosing = name.first == "/"
    inlineElement(isClosing ? String(name.dropFirst()) : name, isClosing: isClosing, range)
  }

  private mutating func inlineElement(_ name: String, isClosing: Bool, _ range: TextRange) {
    switch name {
    case "br": lineBreak()
    case "a": if isClosing { closeHTMLLink() } else { openHTMLLink(range) }
    case "img": if !isClosing { htmlImage(range) }
    case "sup": raised(range, isClosing: isClosing)
    // md4c takes a line that begins with <h2> for a paragraph; what looks like two blocks is two here as well.
    case _ where Self.blockElements.contains(name):
      if leaf?.kind == .paragraph, openSpans.isEmpty, openLinks.isEmpty {
        enterLeaf(.paragraph)
      } else {
        lineBreak()
      }
    default: break
    }
  }

  private mutating func readRaw(_ range: TextRange, _ name: [UInt8]) -> Int {
    let end = [UInt8(ascii: "<"), UInt8(ascii: "/")] + name
    for position in range.range where source[position] == end[0] {
      guard position + end.count <= range.end else { break }
      let candidate = source[position..<(position + end.count)]
      if zip(candidate, end).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) {
        htmlState = .tag(name: [UInt8(ascii: "/")], isNameOver: true, quote: nil)
        return position + end.count
      }
    }
    return range.end
  }

  private mutating func skip(to end: StaticString, _ range: TextRange) -> Int {
    let end = Array(end.description.utf8)
    var position = range.start
    while position + end.count <= range.end {
      if source[position] == end[0], source[position..<range.end].starts(with: end) {
        htmlState = .text
        return position + end.count
      }
      position += 1
    }
    return range.end
  }

  /// Appends text between tags, with runs of blanks as one space and entities read.
  private mutating func appendProse(_ range: TextRange) {
    var start = range.start
    var position = range.start
    while position < range.end {
      let byte = source[position]
      if LineScanner.isBlank(byte) {
        append(TextRange(start, position))
        lineBreak()
        position += 1
        start = position
      } else if byte == UInt8(ascii: "&"), let end = EntityTable.end(of: source[position..<range.end]),
        let text = EntityTable.text(of: source[position..<end])
      {
        append(TextRange(start, position))
        flushPending()
        tree.text.append(text, from: TextRange(position, end), isVerbatim: false)
        take(TextRange(position, end))
        position = end
        start = end
      } else {
        position += 1
      }
    }
    append(TextRange(start, range.end))
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  static func isNamePart(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
  }

  private static let commentStart = Array("<!--".utf8)
  private static let rawElements: Set<String> = ["script", "style", "template", "noscript"]
  private static let blockElements: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
  ]
}
