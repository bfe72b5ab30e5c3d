import StructuredText

/// Finds what a site generator runs or replaces before there is a text to read: the shortcodes of Hugo, the tags of
/// Liquid and Nunjucks, the attributes of kramdown and Goldmark, and the modules, components and expressions of MDX.
///
/// Words in braces are text unless they are code that the generator runs: whatever a reader would see is judged. Nothing
/// in fences and spans of code is looked at. Searches that may start over share an allowance, and the others end at the
/// next blank line or remember that they failed, so the time is linear in the text.
struct TemplateScanner {
  let text: [UInt8]
  let begin: Int
  let end: Int
  /// What was found, in order.
  private(set) var found: [TextRange] = []
  /// Whether braces alone make an expression.
  let isMDX: Bool
  /// Whether something stands in the text that only MDX has.
  private var hasComponents = false
  /// The lists and quotes that the line stands in.
  private var containers = ContainerStack()
  /// How many more bytes the searches that may start over at each brace may look at.
  var allowance: Int

  /// What ends a comment.
  enum Closer: String {
    case expression = "*/}"
    case html = "-->"
  }

  private(set) var position: Int
  /// Where the next line lies that a tag does not reach over.
  private var barrier: Int
  /// How far a search for what closes a tag is known to be in vain.
  private var hopeless: [Closer: Int] = [:]
  /// How far the search for another run of so many backticks is known to be in vain.
  private var lonelyRuns: [Int: Int] = [:]
  /// The blocks that nothing ends.
  var endless: Set<String> = []

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
    begin = body.start
    end = body.end
    position = body.start
    barrier = body.start
    allowance = (1 << 16) + 8 * body.count
  }

  /// Most texts have nothing of the kind.
  private static func mayHave(_ text: [UInt8], _ body: TextRange) -> Bool {
    if text.firstIndex(of: UInt8(ascii: "{"), in: body.range) != nil { return true }
    var position = body.start
    while let angle = text.firstIndex(of: UInt8(ascii: "<"), in: position..<body.end) {
      position = angle + 1
      if position < body.end, text[position] &- UInt8(ascii: "A") < 26 { return true }
    }
    position = body.start
    while position < body.end {
      if text[position] == UInt8(ascii: "i") || text[position] == UInt8(ascii: "e") {
        let rest = text[position..<body.end]
        if rest.starts(with: importing) || rest.starts(with: exporting) { return true }
      }
      guard let lineEnd = text.firstIndex(of: UInt8(ascii: "\n"), in: position..<body.end) else { return false }
      position = lineEnd + 1
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
        let place = containers.enter(line, in: text)
        if isBlank(line) {
          (position, isLineStart, isAfterBlank) = (line.next, true, true)
          continue
        }
        if let next = fenceEnd(line, place) {
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
      case UInt8(ascii: "{"): if !readBrace() { position += 1 }
      default:
        position = text.firstIndex(in: position + 1..<end) { ($0 | 0x20) &- 0x61 >= 26 && $0 != UInt8(ascii: " ") }
      }
      if hasComponents, !isMDX { return }
    }
  }

  private static let escaped = Set("`{<\\".utf8)

  mutating func add(_ start: Int, _ stop: Int) {
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

  /// Returns the fence that begins at `start`: its character, how often, and whether nothing follows.
  private func fence(_ start: Int, _ line: LineScanner.Line) -> (mark: UInt8, count: Int, isBare: Bool)? {
    guard start < line.end else { return nil }
    let mark = text[start]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let stop = text[start..<line.end].firstIndex { $0 != mark } ?? line.end
    guard stop - start >= 3 else { return nil }
    let rest = text[stop..<line.end]
    if mark == UInt8(ascii: "`"), rest.contains(mark) { return nil }
    return (mark, stop - start, rest.allSatisfy { LineScanner.isBlank($0) })
  }

  /// Returns where the code ends that a fence on this line opens: behind its other fence, or with the list item or quote.
  private func fenceEnd(_ line: LineScanner.Line, _ place: ContainerStack.Place) -> Int? {
    guard place.indentation < 4, let opening = fence(place.offset, line) else { return nil }
    var lines = LineScanner(text, from: line.next, to: end)
    while let next = lines.next() {
      guard let place = containers.place(of: next, in: text) else { return next.start }
      if place.indentation < 4, let closing = fence(place.offset, next), closing.mark == opening.mark, closing.isBare,
        closing.count >= opening.count
      {
        return next.next
      }
    }
    return end
  }

  /// Returns where the next blank line begins, or one that may be a fence.
  mutating func nextBarrier() -> Int {
    if barrier > position { return min(barrier, end) }
    var lines = LineScanner(text, from: line(at: position).next, to: end)
    while let line = lines.next() {
      if isBlank(line) || mayBeFence(line) {
        barrier = line.start
        return barrier
      }
    }
    barrier = max(end, position + 1)
    return end
  }

  /// Whether a fence stands on the line behind any marks of lists and quotes.
  private func mayBeFence(_ line: LineScanner.Line) -> Bool {
    var start = line.start
    while start < line.end {
      if LineScanner.isBlank(text[start]) || text[start] == UInt8(ascii: ">") {
        start += 1
      } else if let mark = ContainerStack.listMarkEnd(text, from: start, to: line.end) {
        start = mark
      } else {
        break
      }
    }
    return fence(start, line) != nil
  }

  /// The parser takes more backticks for text.
  private static let longestRun = 32

  /// Returns where the code ends that the backticks here open, or where they end when they open none.
  private mutating func spanEnd() -> Int {
    var start = position
    while byte(start) == UInt8(ascii: "`") { start += 1 }
    let count = start - position
    guard count <= Self.longestRun, lonelyRuns[count].map({ $0 <= position }) ?? true else { return start }
    let limit = nextBarrier()
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

  // MARK: Tags in angles

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
    closerEnd(.html, from: position + 4, to: end) ?? min(position + 4, end)
  }

  /// Returns the offset behind the next `closer`.
  mutating func closerEnd(_ closer: Closer, from start: Int, to limit: Int) -> Int? {
    guard hopeless[closer].map({ $0 <= start }) ?? true else { return nil }
    let mark = Array(closer.rawValue.utf8)
    var offset = start
    while offset < limit {
      if text[offset] == mark[0], text[offset..<limit].starts(with: mark) { return offset + mark.count }
      offset += 1
    }
    hopeless[closer] = max(offset, start + 1)
    return nil
  }
}
