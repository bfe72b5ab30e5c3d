/// Puts the events of a YAML text together to one tree of nodes.
struct YAMLComposer: ~Copyable {
  private let events: YAMLEvents
  private let bytes: [UInt8]

  init(events: consuming YAMLEvents, bytes: [UInt8]) {
    self.events = events
    self.bytes = bytes
  }

  mutating func document() throws(StructuredTextError) -> Node? {
    _ = try next()
    guard case .documentStart = try next().kind else { return nil }
    let root = try node(try next(), depth: 0)
    _ = try next()
    let after = try next()
    guard case .streamEnd = after.kind else {
      throw StructuredTextError(
        "a second document starts here", at: after.range, remedy: "keep one document and remove this '---'")
    }
    // `key:` alone is a mapping; text of blanks and comments alone is no event at all; `---` alone is an empty scalar.
    if case .scalar(let scalar) = root, scalar.isPlain, scalar.text.isEmpty { return nil }
    return root
  }

  private borrowing func next() throws(StructuredTextError) -> YAMLEvent {
    do {
      return try events.next()
    } catch {
      throw YAMLProblem(error, in: bytes).explained
    }
  }

  private borrowing func node(_ event: YAMLEvent, depth: Int) throws(StructuredTextError) -> Node {
    try refuseExtras(of: event)
    guard depth < YAMLReader.depthLimit else {
      throw StructuredTextError(
        "lists and mappings stand more than \(YAMLReader.depthLimit) deep in each other", at: event.range)
    }
    switch event.kind {
    case .scalar(let text, let isPlain, let isBlock):
      let range = isBlock ? withoutBlankEnd(event.range) : event.range
      return .scalar(Node.Scalar(text: text, isPlain: isPlain, range: range))
    case .sequenceStart: return try sequence(event, depth: depth)
    case .mappingStart: return try mapping(event, depth: depth)
    default:
      throw StructuredTextError("a value is missing here", at: event.range)
    }
  }

  private borrowing func sequence(_ start: YAMLEvent, depth: Int) throws(StructuredTextError) -> Node {
    var items: [Node] = []
    while true {
      let event = try next()
      if case .sequenceEnd = event.kind {
        return .sequence(items, extent(from: start, to: event, lastItem: items.last?.range))
      }
      items.append(try node(event, depth: depth + 1))
    }
  }

  private borrowing func mapping(_ start: YAMLEvent, depth: Int) throws(StructuredTextError) -> Node {
    var entries: [Node.Entry] = []
    var seen: Set<String> = []
    while true {
      let event = try next()
      if case .mappingEnd = event.kind {
        return .mapping(entries, extent(from: start, to: event, lastItem: entries.last?.value.range))
      }
      guard case .scalar(let key) = try node(event, depth: depth + 1) else {
        throw StructuredTextError(
          "a key must be a word, not a list or a mapping", at: event.range, remedy: "put the value between quotes")
      }
      guard seen.insert(key.text).inserted else {
        throw StructuredTextError(
          "the key \"\(key.text)\" is given twice", at: key.range, remedy: "keep one of the two")
      }
      entries.append(Node.Entry(key: key, value: try node(try next(), depth: depth + 1)))
    }
  }

  private borrowing func refuseExtras(of event: YAMLEvent) throws(StructuredTextError) {
    let remedy = "put the value between quotes if it is meant as text, else write it out"
    if case .alias = event.kind {
      throw StructuredTextError("aliases (*name) are not read here", at: event.range, remedy: remedy)
    }
    if event.hasAnchor {
      throw StructuredTextError("anchors (&name) are not read here", at: event.range, remedy: remedy)
    }
    if event.hasTag {
      throw StructuredTextError("tags (!name) are not read here", at: event.range, remedy: remedy)
    }
  }

  /// A collection in block style ends, for libyaml, where the next thing starts; for an editor it ends with its last item.
  private borrowing func extent(from start: YAMLEvent, to end: YAMLEvent, lastItem: TextRange?) -> TextRange {
    if start.isFlow { return TextRange(start.range.start, end.range.end) }
    return TextRange(start.range.start, lastItem?.end ?? start.range.end)
  }

  private borrowing func withoutBlankEnd(_ range: TextRange) -> TextRange {
    var end = min(range.end, bytes.count)
    while end > range.start, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    return TextRange(range.start, end)
  }
}
