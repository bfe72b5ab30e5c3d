import StructuredText

/// Finds what a site generator runs or replaces before there is a text to read: the shortcodes of Hugo, the tags of
/// Liquid and Nunjucks, the attributes of kramdown and Goldmark, and the modules, components and expressions of MDX.
///
/// Nothing in code is looked at. Every search ends at the next blank line or remembers that it failed, so the time is
/// linear in the text.
struct TemplateScanner {
  let text: [UInt8]
  let end: Int
  /// What was found, in order.
  private(set) var found: [TextRange] = []
  /// Whether braces alone make an expression.
  private var isMDX: Bool
  /// Whether something stands in the text that only MDX has.
  private var hasComponents = false
  /// How many more bytes the searches of MDX, which may start over at each brace, may look at.
  var allowance: Int

  /// What ends a tag.
  private enum Closer: String {
    case shortcode = ">}}"
    case markdownShortcode = "%}}"
    case tag = "%}"
    case value = "}}"
    case comment = "#}"
    case expressionComment = "*/}"
    case htmlComment = "-->"
  }

  private var position: Int
  /// Where the next line lies that a tag does not reach over.
  private var barrier: Int
  /// How far a search for what closes a tag is known to be in vain.
  private var hopeless: [Closer: Int] = [:]
  /// How far the search for another run of so many backticks is known to be in vain.
  private var lonelyRuns: [Int: Int] = [:]
  /// The blocks that nothing ends.
  private var endless: Set<String> = []

  /// Returns what the generator replaces in `body`, in order, without overlap.
  static func templates(in text: [UInt8], _ body: TextRange) -> [TextRange] {
    guard mayHave(text, body) else { return [] }
    var scanner = TemplateScanner(text, body, isMDX: false)
    scanner.scan()
    guard scanner.hasComponents else { return scanner.found }
    scanner = TemplateScanner(text, body, isMDX: true)
    scanner.scan()
    return scanner.found
  }

  private init(_ text: [UInt8], _ body: TextRange, isMDX: Bool) {
    self.text = text
    self.isMDX = isMDX
    end = body.end
    position = body.start
    barrier = body.start
    allowance = (1 << 16) + 8 * body.count
  }

  /// Most texts have nothing of the kind.
  private static func mayHave(_ text: [UInt8], _ body: TextRange) -> Bool {
    var last = UInt8(ascii: "\n")
    for position in body.range {
      let byte = text[position]
      switch byte {
      case UInt8(ascii: "{"): return true
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): if last == UInt8(ascii: "<") { return true }
      case UInt8(ascii: "i"), UInt8(ascii: "e"):
        let word = byte == UInt8(ascii: "i") ? importing : exporting
        if last == UInt8(ascii: "\n"), text[position..<body.end].starts(with: word) { return true }
      default: break
      }
      last = byte
    }
    return false
  }

  private static let importing = Array("import ".utf8)
  private static let exporting = Array("export ".utf8)

  // MARK: The text, from its beginning to its end

  private mutating func scan() {
    var isLineStart = true
    var isAfterBlank = true
    while position < end {
      if isLineStart {
        isLineStart = false
        let line = line(at: position)
        if isBlank(line) {
          (position, isLineStart, isAfterBlank) = (line.next, true, true)
          continue
        }
        if let next = fenceEnd(line) {
          (position, isLineStart, isAfterBlank) = (next, true, true)
          continue
        }
        if isAfterBlank, let last = moduleEnd(line) {
          hasComponents = true
          add(position, last)
          isLineStart = position < end
          continue
        }
        isAfterBlank = false
      }
      switch text[position] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        isLineStart = true
        position += 1
      case UInt8(ascii: "\\"): position += byte(position + 1).map(Self.escaped.contains) == true ? 2 : 1
      case UInt8(ascii: "`"): position = spanEnd()
      case UInt8(ascii: "<"): readAngle()
      case UInt8(ascii: "{"): readBrace()
      default: position += 1
      }
      if hasComponents, !isMDX { return }
    }
  }

  private static let escaped = Set("`{<\\".utf8)

  private mutating func add(_ start: Int, _ stop: Int) {
    found.append(TextRange(start, stop))
    position = stop
  }

  func byte(_ offset: Int) -> UInt8? { offset < end ? text[offset] : nil }

  func starts(_ prefix: String, at offset: Int) -> Bool {
    let stop = offset + prefix.utf8.count
    return stop <= end && text[offset..<stop].elementsEqual(prefix.utf8)
  }

  // MARK: Lines

  func line(at start: Int) -> LineScanner.Line {
    var lines = LineScanner(text, from: start, to: end)
    return lines.next() ?? LineScanner.Line(start: start, end: end, next: end)
  }

  /// Whether nothing but blanks and the marks of a quote stand on the line.
  func isBlank(_ line: LineScanner.Line) -> Bool {
    text[line.range].allSatisfy { LineScanner.isBlank($0) || $0 == UInt8(ascii: ">") }
  }

  /// Returns the fence that the line is: its character, how often, and whether nothing follows.
  private func fence(_ line: LineScanner.Line) -> (mark: UInt8, count: Int, isBare: Bool)? {
    let start = text[line.range].firstIndex { !LineScanner.isBlank($0) && $0 != UInt8(ascii: ">") } ?? line.end
    guard let mark = byte(start), mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let stop = text[start..<line.end].firstIndex { $0 != mark } ?? line.end
    guard stop - start >= 3 else { return nil }
    let rest = text[stop..<line.end]
    if mark == UInt8(ascii: "`"), rest.contains(mark) { return nil }
    return (mark, stop - start, rest.allSatisfy { LineScanner.isBlank($0) })
  }

  /// Returns where the code ends that a fence on this line opens.
  private func fenceEnd(_ line: LineScanner.Line) -> Int? {
    guard let opening = fence(line) else { return nil }
    var lines = LineScanner(text, from: line.next, to: end)
    while let next = lines.next() {
      if let closing = fence(next), closing.mark == opening.mark, closing.isBare, closing.count >= opening.count {
        return next.next
      }
    }
    return end
  }

  /// Returns where the next blank line or fence begins.
  private mutating func nextBarrier() -> Int {
    if barrier > position { return barrier }
    var lines = LineScanner(text, from: line(at: position).next, to: end)
    while let line = lines.next() {
      if isBlank(line) || fence(line) != nil {
        barrier = line.start
        return barrier
      }
    }
    barrier = max(end, position + 1)
    return end
  }

  /// Returns where the code ends that the backticks here open, or where they end when they open none.
  private mutating func spanEnd() -> Int {
    var start = position
    while byte(start) == UInt8(ascii: "`") { start += 1 }
    let count = start - position
    let limit = min(nextBarrier(), end)
    guard lonelyRuns[count].map({ $0 <= position }) ?? true else { return start }
    var offset = start
    while offset < limit {
      guard text[offset] == UInt8(ascii: "`") else {
        offset += 1
        continue
      }
      let run = offset
      while offset < limit, text[offset] == UInt8(ascii: "`") { offset += 1 }
      if offset - run == count { return offset }
    }
    lonelyRuns[count] = limit
    return start
  }

  // MARK: Tags in braces

  private mutating func readBrace() {
    let start = position
    if starts("{{<", at: start), startsName(start + 3), let stop = tagEnd(.shortcode, from: start + 3) {
      return addBlock(start, stop, name: name(at: start + 3), isShortcode: true)
    }
    if starts("{{%", at: start), startsName(start + 3), let stop = tagEnd(.markdownShortcode, from: start + 3) {
      return addBlock(start, stop, name: name(at: start + 3), isShortcode: true)
    }
    if starts("{%", at: start), startsName(start + 2), let stop = tagEnd(.tag, from: start + 2, isCodeAllowed: false) {
      return addBlock(start, stop, name: name(at: start + 2), isShortcode: false)
    }
    if starts("{{", at: start) {
      let isTriple = starts("{{{", at: start)
      let content = start + (isTriple ? 3 : 2)
      if startsValue(content), let stop = tagEnd(.value, from: content, isCodeAllowed: false) {
        return add(start, isTriple && byte(stop) == UInt8(ascii: "}") ? stop + 1 : stop)
      }
    }
    if starts("{#", at: start), let next = byte(start + 2), LineScanner.isBlank(next) || next == UInt8(ascii: "-"),
      let stop = tagEnd(.comment, from: start + 2, isCodeAllowed: false)
    {
      return add(start, stop)
    }
    if starts("{/*", at: start), let stop = tagEnd(.expressionComment, from: start + 3) { return add(start, stop) }
    if let stop = attributesEnd(start) { return add(start, stop) }
    if isMDX, let stop = expressionEnd(start) { return add(start, stop) }
    position += 1
  }

  /// Whether the name of a tag stands at `offset`, behind blanks, dashes and the slash of a closing tag.
  private func startsName(_ offset: Int) -> Bool {
    var offset = offset
    while let next = byte(offset), Self.beforeName.contains(next) { offset += 1 }
    return byte(offset).map { TreeBuilder.isLetter($0) || $0 == UInt8(ascii: "*") } ?? false
  }

  private static let beforeName = Set("-/ \t\n\r".utf8)

  /// Whether what could be a value stands at `offset`: the name of a variable, or a text.
  private func startsValue(_ offset: Int) -> Bool {
    var offset = offset
    while let next = byte(offset), LineScanner.isBlank(next) || next == UInt8(ascii: "-") { offset += 1 }
    return byte(offset).map { TreeBuilder.isLetter($0) || Self.valueStarts.contains($0) } ?? false
  }

  private static let valueStarts = Set("_$.'\"#/^>&".utf8)

  private func name(at offset: Int) -> String {
    var offset = offset
    while let next = byte(offset), LineScanner.isBlank(next) || next == UInt8(ascii: "-") { offset += 1 }
    return String(decoding: text[offset..<end].prefix(40).prefix(while: TreeBuilder.isNamePart), as: UTF8.self)
  }

  /// Returns the offset behind the next `closer`, before the next blank line.
  private mutating func tagEnd(_ closer: Closer, from start: Int, isCodeAllowed: Bool = true) -> Int? {
    closerEnd(closer, from: start, to: min(nextBarrier(), end), isCodeAllowed: isCodeAllowed)
  }

  private mutating func closerEnd(_ closer: Closer, from start: Int, to limit: Int, isCodeAllowed: Bool) -> Int? {
    guard hopeless[closer].map({ $0 <= start }) ?? true else { return nil }
    let mark = Array(closer.rawValue.utf8)
    var offset = start
    while offset < limit {
      if text[offset] == mark[0], text[offset..<limit].starts(with: mark) { return offset + mark.count }
      if !isCodeAllowed, text[offset] == UInt8(ascii: "`") { break }
      offset += 1
    }
    hopeless[closer] = max(offset, start + 1)
    return nil
  }

  /// Takes a tag, and with it what it encloses when that is code or a comment.
  private mutating func addBlock(_ start: Int, _ stop: Int, name: String, isShortcode: Bool) {
    let isVerbatim = !isShortcode && ["raw", "verbatim"].contains(name)
    guard isVerbatim || ["highlight", "comment"].contains(name), !endless.contains(name),
      let closing = closingTag(of: name, from: stop, isShortcode: isShortcode)
    else { return add(start, stop) }
    guard isVerbatim else { return add(start, closing.end) }
    // What stands between is shown as it is written.
    add(start, stop)
    add(closing.start, closing.end)
  }

  private mutating func closingTag(of name: String, from start: Int, isShortcode: Bool) -> TextRange? {
    var offset = start
    while offset + 1 < end {
      guard text[offset] == UInt8(ascii: "{"), starts(isShortcode ? "{{" : "{%", at: offset) else {
        offset += 1
        continue
      }
      let inner = offset + (isShortcode ? 3 : 2)
      var nameStart = inner
      while let next = byte(nameStart), Self.beforeName.contains(next) { nameStart += 1 }
      let isClosing = isShortcode ? text[min(inner, end)..<nameStart].contains(UInt8(ascii: "/")) : true
      if isClosing, self.name(at: nameStart) == (isShortcode ? name : "end" + name) {
        let line = line(at: nameStart)
        var stop = nameStart
        while stop + 1 < line.end {
          if text[stop] == UInt8(ascii: "}"), !isShortcode || text[stop + 1] == UInt8(ascii: "}") { break }
          stop += 1
        }
        if byte(stop) == UInt8(ascii: "}") { return TextRange(offset, min(stop + (isShortcode ? 2 : 1), line.end)) }
      }
      offset += 2
    }
    endless.insert(name)
    return nil
  }

  /// Returns the offset behind the attributes that kramdown (`{: .note}`) and Goldmark (`{#name .note}`) take.
  private func attributesEnd(_ start: Int) -> Int? {
    guard let mark = byte(start + 1) else { return nil }
    let isKramdown = mark == UInt8(ascii: ":")
    guard isKramdown || [UInt8(ascii: "#"), UInt8(ascii: ".")].contains(mark),
      isKramdown || byte(start + 2).map(TreeBuilder.isLetter) == true
    else { return nil }
    var offset = start + 2
    while let next = byte(offset), next != UInt8(ascii: "}") {
      guard TreeBuilder.isNamePart(next) || Self.attributeParts.contains(next) || (isKramdown && next >= 0x80) else {
        return nil
      }
      offset += 1
    }
    return offset < end ? offset + 1 : nil
  }

  private static let attributeParts = Set("_.#:=/ \"'%;(),".utf8)

  // MARK: Components

  private mutating func readAngle() {
    if starts("<!--", at: position) {
      position = commentEnd()
    } else if let stop = componentEnd(position) {
      hasComponents = true
      add(position, stop)
    } else if isMDX, let stop = elementEnd(position) {
      add(position, stop)
    } else {
      position += 1
    }
  }

  private mutating func commentEnd() -> Int {
    closerEnd(.htmlComment, from: position + 4, to: end, isCodeAllowed: true) ?? min(position + 4, end)
  }
}
