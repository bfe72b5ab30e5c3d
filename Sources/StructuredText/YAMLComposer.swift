import Wording

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
        worded("a second document starts here", fr: "un second document commence ici"), at: after.range,
        remedy: worded(
          "keep one document and remove this '---'",
          fr: "gardez un document et retirez ce '---'"))
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
        worded(
          "lists and mappings stand more than \(YAMLReader.depthLimit) deep in each other",
          fr: "des listes et des tables sont imbriquées sur plus de \(YAMLReader.depthLimit) niveaux"), at: event.range)
    }
    switch event.kind {
    case .scalar(let text, let isPlain, let isBlock):
      let range = isBlock ? withoutBlankEnd(event.range) : event.range
      return .scalar(Node.Scalar(text: text, isPlain: isPlain, range: range))
    case .sequenceStart: return try sequence(event, depth: depth)
    case .mappingStart: return try mapping(event, depth: depth)
    default:
      throw StructuredTextError(worded("a value is missing here", fr: "il manque une valeur ici"), at: event.range)
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
          worded(
            "a key must be a word, not a list or a mapping",
            fr: "une clé doit être un mot, et non une liste ou une table"), at: event.range,
          remedy: worded(
            "put the value between quotes",
            fr: "mettez la valeur entre guillemets droits"))
      }
      guard seen.insert(key.text).inserted else {
        throw StructuredTextError(
          worded("the key \"\(key.text)\" is given twice", fr: "la clé « \(key.text) » est donnée deux fois"),
          at: key.range,
          remedy: worded(
            "keep one of the two",
            fr: "gardez l'une des deux"))
      }
      entries.append(Node.Entry(key: key, value: try node(try next(), depth: depth + 1)))
    }
  }

  private borrowing func refuseExtras(of event: YAMLEvent) throws(StructuredTextError) {
    let remedy = worded(
      "put the value between quotes if it is meant as text, else write it out",
      fr: "mettez la valeur entre guillemets droits si c'est du texte, sinon écrivez-la en entier")
    if case .alias = event.kind {
      throw StructuredTextError(
        worded(
          "aliases (*name) are not read here",
          fr: "les alias (*nom) ne sont pas lus ici"), at: event.range, remedy: remedy)
    }
    if event.hasAnchor {
      throw StructuredTextError(
        worded(
          "anchors (&name) are not read here",
          fr: "les ancres (&nom) ne sont pas lues ici"), at: event.range, remedy: remedy)
    }
    if event.hasTag {
      throw StructuredTextError(
        worded(
          "tags (!name) are not read here",
          fr: "les étiquettes (!nom) ne sont pas lues ici"), at: event.range, remedy: remedy)
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
