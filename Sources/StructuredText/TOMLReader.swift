import Wording

/// Reads TOML 1.0 into located nodes.
///
/// Values stay text, as in YAML: `date = 2025-06-02` has the text `2025-06-02`.
package enum TOMLReader {
  /// Returns the document in the bytes of `bytes` at `range`: a mapping, without entries where there is nothing.
  ///
  /// The ranges of the nodes are offsets in the whole of `bytes`.
  ///
  /// - Throws: `StructuredTextError` at the first thing that is not TOML.
  package static func node(in bytes: [UInt8], range: TextRange) throws(StructuredTextError) -> Node {
    let start = min(max(range.start, 0), bytes.count)
    let end = min(max(range.end, start), bytes.count)
    guard end - start <= YAMLReader.sizeLimit else {
      throw StructuredTextError(
        worded(
          "the text is larger than \(YAMLReader.sizeLimit / 1024) KB",
          fr: "le texte dépasse \(YAMLReader.sizeLimit / 1024) Ko"), at: TextRange(start, end),
        remedy: worded("keep only short values here", fr: "n'y gardez que de courtes valeurs"))
    }
    var document = TOMLDocument(scanner: TOMLScanner(bytes, TextRange(start, end)))
    return try document.read()
  }
}

/// The lines of a TOML text, put together to tables.
struct TOMLDocument {
  /// A table that later lines may add to.
  final class Table {
    enum Item {
      case value(Node)
      case table(Table)
      /// `[[name]]`: the last one is open.
      case tables(List)
    }

    final class List {
      var tables: [Table]
      init(_ tables: [Table]) { self.tables = tables }
    }

    let start: Int
    private(set) var keys: [Node.Scalar] = []
    private(set) var items: [String: Item] = [:]
    /// Whether a `[header]` named it; a second one may not.
    var isNamed = false
    /// Whether `a.b = …` made it; a header may not open it again.
    var isDotted = false

    init(start: Int) { self.start = start }

    func set(_ key: Node.Scalar, _ item: Item) {
      if items.updateValue(item, forKey: key.text) == nil { keys.append(key) }
    }

    var node: Node {
      var end = start
      let entries = keys.compactMap { key -> Node.Entry? in
        let value: Node
        switch items[key.text] {
        case .value(let node): value = node
        case .table(let table): value = table.node
        case .tables(let list):
          let nodes = list.tables.map(\.node)
          value = .sequence(
            nodes, TextRange(nodes.first?.range.start ?? key.range.start, nodes.last?.range.end ?? key.range.end))
        case nil: return nil
        }
        end = max(end, value.range.end)
        return Node.Entry(key: key, value: value)
      }
      return .mapping(entries, TextRange(start, end))
    }
  }

  private var scanner: TOMLScanner
  private let root: Table
  private var current: Table

  init(scanner: TOMLScanner) {
    self.scanner = scanner
    root = Table(start: scanner.position)
    current = root
  }

  mutating func read() throws(StructuredTextError) -> Node {
    while true {
      scanner.skipBlankLines()
      guard let byte = scanner.byte else { return root.node }
      if byte == UInt8(ascii: "[") {
        try readHeader()
      } else {
        let path = try scanner.key()
        try scanner.expect(
          "=",
          worded(
            "a key must be followed by '=' and a value",
            fr: "une clé doit être suivie de '=' et d'une valeur"))
        let value = try scanner.value(depth: path.count)
        try Self.set(path, value, in: current)
      }
      try scanner.endLine()
    }
  }

  private mutating func readHeader() throws(StructuredTextError) {
    let start = scanner.position
    let isArray = scanner.startsWith("[[")
    scanner.advance(isArray ? 2 : 1)
    let path = try scanner.key()
    try scanner.expect(
      isArray ? "]]" : "]",
      worded(
        "the name of a table must end with \(isArray ? "]]" : "]")",
        fr: "le nom d'une table doit finir par \(isArray ? "]]" : "]")"))
    guard let last = path.last else { return }
    var table = root
    for key in path.dropLast() { table = try Self.inner(key, of: table, isDotted: false) }
    let fresh = Table(start: start)
    switch (table.items[last.text], isArray) {
    case (nil, true): table.set(last, .tables(Table.List([fresh])))
    case (.tables(let list), true): list.tables.append(fresh)
    case (nil, false): table.set(last, .table(fresh))
    case (.table(let known), false) where !known.isNamed && !known.isDotted:
      known.isNamed = true
      current = known
      return
    default: throw Self.givenTwice(last)
    }
    fresh.isNamed = true
    current = fresh
  }

  /// Puts a value at a path, `a.b.c`, below a table.
  static func set(_ path: [Node.Scalar], _ value: Node, in table: Table) throws(StructuredTextError) {
    guard let last = path.last else { return }
    var table = table
    for key in path.dropLast() { table = try inner(key, of: table, isDotted: true) }
    guard table.items[last.text] == nil else { throw givenTwice(last) }
    table.set(last, .value(value))
  }

  private static func inner(_ key: Node.Scalar, of table: Table, isDotted: Bool) throws(StructuredTextError) -> Table {
    switch table.items[key.text] {
    case nil:
      let made = Table(start: key.range.start)
      made.isDotted = isDotted
      table.set(key, .table(made))
      return made
    case .table(let known) where !isDotted || !known.isNamed: return known
    case .tables(let list) where !isDotted:
      if let last = list.tables.last { return last }
      throw givenTwice(key)
    default: throw givenTwice(key)
    }
  }

  private static func givenTwice(_ key: Node.Scalar) -> StructuredTextError {
    StructuredTextError(
      worded(
        "the key \"\(key.text)\" is given twice",
        fr: "la clé « \(key.text) » est donnée deux fois"), at: key.range,
      remedy: worded(
        "keep one of the two",
        fr: "gardez l'une des deux"))
  }
}
