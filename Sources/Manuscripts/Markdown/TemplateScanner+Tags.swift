import StructuredText

/// Tags in braces.
extension TemplateScanner {
  /// A tag, and the texts in it that the page may show.
  private struct Tag {
    let end: Int
    let shown: [Range<Int>]
  }

  /// Takes the tag that begins here; answers whether there is one.
  mutating func readBrace() -> Bool {
    let start = position
    for (opener, closer) in [("{{<", ">}}"), ("{{%", "%}}")] where starts(opener, at: start) {
      guard let name = tagName(start + 3), let tag = tag(.shortcode(name.text), from: name.end, closer) else {
        continue
      }
      addBlock(start, tag, name: name.text, isShortcode: true)
      return true
    }
    if starts("{%", at: start), let name = tagName(start + 2), let tag = tag(.tag(name.text), from: name.end, "%}") {
      addBlock(start, tag, name: name.text, isShortcode: false)
      return true
    }
    if let value = value(start) {
      add(start, value)
      return true
    }
    guard let stop = attributesEnd(start) ?? expressionEnd(start) else { return false }
    add(start, stop)
    return true
  }

  /// Takes a tag, but for the texts in it that the page may show.
  private mutating func add(_ start: Int, _ tag: Tag) {
    var start = start
    for (index, text) in tag.shown.enumerated() {
      // The blank between two texts keeps them apart.
      let blank = text.lowerBound - 2
      if index > 0, blank > start, LineScanner.isBlank(self.text[blank]) {
        add(start, blank)
        start = blank + 1
      }
      add(start, text.lowerBound)
      start = text.upperBound
    }
    add(start, tag.end)
  }

  /// Returns the name of a tag, behind blanks, dashes and the slash of a closing tag.
  private func tagName(_ start: Int) -> (text: String, end: Int)? {
    var offset = start
    while let next = byte(offset), Self.beforeName.contains(next) { offset += 1 }
    guard byte(offset).map(TreeBuilder.isLetter) == true else { return nil }
    let text = name(at: offset)
    return (text, offset + text.utf8.count)
  }

  private static let beforeName = Set("-/ \t\n\r".utf8)

  private func name(at offset: Int) -> String {
    let name = text[min(offset, end)..<end].prefix(40).prefix {
      TreeBuilder.isNamePart($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// Returns `{{ … }}` or `{{{ … }}}` with a value in it: the name of a variable and what is done to it.
  private mutating func value(_ start: Int) -> Tag? {
    guard starts("{{", at: start) else { return nil }
    let closer = starts("{{{", at: start) ? "}}}" : "}}"
    var content = start + closer.utf8.count
    if byte(content) == UInt8(ascii: "-") { content += 1 }
    while let next = byte(content), next == UInt8(ascii: " ") { content += 1 }
    // Blocks and parts of Handlebars.
    guard let first = byte(content), Self.blockMarks.contains(first) else {
      return tag(.value, from: content, closer)
    }
    guard let name = tagName(content + 1) else { return nil }
    return tag(.tag(name.text), from: name.end, closer)
  }

  private static let blockMarks = Set("#/^>&".utf8)

  /// Returns the tag that ends with `closer`, when what stands before that is code.
  private mutating func tag(_ kind: TagReading.Kind, from start: Int, _ closer: String) -> Tag? {
    let limit = nextBarrier()
    var reading = TagReading(kind)
    var offset = start
    while let first = tokenStart(from: offset, to: limit) {
      let isClosing = byte(first).map(Self.beforeCloser.contains) == true && starts(closer, at: first + 1)
      if isClosing || starts(closer, at: first) {
        return Tag(end: first + (isClosing ? 1 : 0) + closer.utf8.count, shown: reading.shown)
      }
      guard let token = token(at: first, isSpaced: first > offset, to: limit, reading.spelling),
        reading.takes(token, in: text, before: limit)
      else { return nil }
      offset = token.range.upperBound
    }
    return nil
  }

  private static let beforeCloser = Set("-/".utf8)

  // MARK: Blocks

  /// Takes a tag, and with it what it encloses when that is code or a comment.
  private mutating func addBlock(_ start: Int, _ tag: Tag, name: String, isShortcode: Bool) {
    let isVerbatim = !isShortcode && ["raw", "verbatim"].contains(name)
    guard isVerbatim || ["highlight", "comment"].contains(name), !endless.contains(name),
      let closing = closingTag(of: name, from: tag.end, isShortcode: isShortcode)
    else { return add(start, tag) }
    guard isVerbatim else { return add(start, closing.end) }
    // What stands between is shown as it is written.
    add(start, tag)
    add(closing.start, closing.end)
  }

  /// Returns the next closing tag of that name, with no more than blanks between the name and its end.
  private mutating func closingTag(of name: String, from start: Int, isShortcode: Bool) -> TextRange? {
    let opener = isShortcode ? "{{" : "{%"
    let wanted = isShortcode ? name : "end" + name
    var offset = start
    while offset + 1 < end {
      guard text[offset] == UInt8(ascii: "{"), starts(opener, at: offset) else {
        offset += 1
        continue
      }
      let inner = min(offset + (isShortcode ? 3 : 2), end)
      var stop = inner
      while let next = byte(stop), Self.beforeName.contains(next) { stop += 1 }
      let isClosing = !isShortcode || text[inner..<stop].contains(UInt8(ascii: "/"))
      if isClosing, self.name(at: stop) == wanted {
        stop += wanted.utf8.count
        while let next = byte(stop), LineScanner.isBlank(next) || next == UInt8(ascii: "-") { stop += 1 }
        for closer in isShortcode ? [">}}", "%}}"] : ["%}"] where starts(closer, at: stop) {
          return TextRange(offset, stop + closer.utf8.count)
        }
      }
      offset = max(stop, offset + 2)
    }
    endless.insert(name)
    return nil
  }

  // MARK: Attributes

  /// Returns the offset behind the attributes that kramdown (`{: .note}`) and Goldmark (`{#name .note}`) take.
  private mutating func attributesEnd(_ start: Int) -> Int? {
    guard let mark = byte(start + 1) else { return nil }
    let isKramdown = mark == UInt8(ascii: ":")
    guard isKramdown || mark == UInt8(ascii: "#") || mark == UInt8(ascii: ".") else { return nil }
    // kramdown knows sets of attributes by a name.
    var names = isKramdown ? 1 : 0
    var offset = start + (isKramdown ? 2 : 1)
    if isKramdown, let next = byte(offset), next == UInt8(ascii: ":") || next == UInt8(ascii: "/") { offset += 1 }
    while let next = byte(offset), allowance > 0 {
      allowance -= 1
      switch next {
      case UInt8(ascii: "}"): return offset + 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"): offset += 1
      case UInt8(ascii: "/") where byte(offset + 1) == UInt8(ascii: "}"): offset += 1
      case UInt8(ascii: "."), UInt8(ascii: "#"):
        guard let first = byte(offset + 1), TreeBuilder.isLetter(first) || first >= 0x80 else { return nil }
        offset = attributeNameEnd(offset + 1)
      case _ where TreeBuilder.isLetter(next):
        offset = attributeNameEnd(offset)
        if byte(offset) == UInt8(ascii: "=") {
          guard let value = attributeValueEnd(offset + 1) else { return nil }
          offset = value
        } else {
          guard names > 0 else { return nil }
          names -= 1
        }
      default: return nil
      }
    }
    return nil
  }

  private mutating func attributeNameEnd(_ start: Int) -> Int {
    var offset = start
    while let next = byte(offset), TreeBuilder.isNamePart(next) || next >= 0x80 || Self.inNames.contains(next) {
      offset += 1
    }
    allowance -= offset - start
    return offset
  }

  private static let inNames = Set("_:.".utf8)

  /// Returns the offset behind a value, between quotation marks on one line or without them.
  private mutating func attributeValueEnd(_ start: Int) -> Int? {
    guard let quote = byte(start) else { return nil }
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    var offset = start + (isQuoted ? 1 : 0)
    while let next = byte(offset), next != UInt8(ascii: "\n"), allowance > 0 {
      allowance -= 1
      if isQuoted, next == quote { return offset + 1 }
      if !isQuoted, LineScanner.isBlank(next) || next == UInt8(ascii: "}") { return offset }
      offset += 1
    }
    return nil
  }
}
