import Wording

/// Reads the keys and values of a TOML text.
struct TOMLScanner {
  private let bytes: [UInt8]
  private let end: Int
  private(set) var position: Int

  init(_ bytes: [UInt8], _ range: TextRange) {
    self.bytes = bytes
    position = range.start
    end = range.end
  }

  /// The next byte; `nil` at the end.
  var byte: UInt8? { position < end ? bytes[position] : nil }

  mutating func advance(_ count: Int = 1) { position = min(end, position + count) }

  func startsWith(_ text: StaticString) -> Bool {
    let wanted = text.description.utf8
    return end - position >= wanted.count && bytes[position..<position + wanted.count].elementsEqual(wanted)
  }

  // MARK: Blanks

  mutating func skipBlanks() {
    while let byte, byte == 0x20 || byte == 0x09 { position += 1 }
  }

  /// Skips blanks, line ends and comments.
  mutating func skipBlankLines() {
    while let byte {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      case UInt8(ascii: "#"): skipComment()
      default: return
      }
    }
  }

  private mutating func skipComment() {
    while let byte, byte != 0x0A { _ = byte; position += 1 }
  }

  mutating func endLine() throws(StructuredTextError) {
    skipBlanks()
    if byte == UInt8(ascii: "#") { skipComment() }
    if byte == 0x0D { advance() }
    guard byte == nil || byte == 0x0A else {
      throw error(
        worded("nothing more may stand on this line", fr: "rien d'autre ne peut se trouver sur cette ligne"),
        remedy: worded(
          "put a text between quotes, and each key on a line of its own",
          fr: "mettez un texte entre guillemets droits, et chaque clé sur une ligne à elle"))
    }
    advance()
  }

  mutating func expect(_ text: StaticString, _ message: String) throws(StructuredTextError) {
    skipBlanks()
    guard startsWith(text) else { throw error(message) }
    advance(text.utf8CodeUnitCount)
  }

  private func error(_ message: String, remedy: String? = nil) -> StructuredTextError {
    StructuredTextError(message, at: TextRange(position, min(end, position + 1)), remedy: remedy)
  }

  // MARK: Keys

  /// Reads `a`, `"a b"` or `a.b."c"`.
  mutating func key() throws(StructuredTextError) -> [Node.Scalar] {
    var parts: [Node.Scalar] = []
    while true {
      skipBlanks()
      let start = position
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): parts.append(try string())
      default:
        while let byte, Self.isKeyPart(byte) { position += 1 }
        guard position > start else {
          throw error(
            worded("a key is missing here", fr: "il manque une clé ici"),
            remedy: worded(
              "write key = \"value\"; a key with other letters stands in quotes",
              fr: "écrivez key = \"value\" ; une clé avec d'autres lettres se met entre guillemets droits"))
        }
        parts.append(
          Node.Scalar(
            text: String(decoding: bytes[start..<position], as: UTF8.self), isPlain: true,
            range: TextRange(start, position)))
      }
      skipBlanks()
      guard byte == UInt8(ascii: ".") else { return parts }
      guard parts.count < YAMLReader.depthLimit else { throw tooDeep }
      advance()
    }
  }

  private static func isKeyPart(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private var tooDeep: StructuredTextError {
    error(
      worded(
        "lists and tables stand more than \(YAMLReader.depthLimit) deep in each other",
        fr: "des listes et des tables sont imbriquées sur plus de \(YAMLReader.depthLimit) niveaux"))
  }

  // MARK: Values

  mutating func value(depth: Int) throws(StructuredTextError) -> Node {
    guard depth < YAMLReader.depthLimit else { throw tooDeep }
    skipBlanks()
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .scalar(try string())
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "{"): return try inlineTable(depth: depth)
    default: return .scalar(try plain())
    }
  }

  private mutating func array(depth: Int) throws(StructuredTextError) -> Node {
    let start = position
    advance()
    var items: [Node] = []
    while true {
      skipBlankLines()
      if byte == UInt8(ascii: "]") { break }
      items.append(try value(depth: depth + 1))
      skipBlankLines()
      guard byte == UInt8(ascii: ",") else { break }
      advance()
    }
    try expect(
      "]",
      worded(
        "a list must end with ], and have commas between its values",
        fr: "une liste doit finir par ], avec des virgules entre ses valeurs"))
    return .sequence(items, TextRange(start, position))
  }

  private mutating func inlineTable(depth: Int) throws(StructuredTextError) -> Node {
    let start = position
    advance()
    let table = TOMLDocument.Table(start: start)
    skipBlanks()
    if byte != UInt8(ascii: "}") {
      while true {
        let path = try key()
        try expect(
          "=",
          worded(
            "a key must be followed by '=' and a value",
            fr: "une clé doit être suivie de '=' et d'une valeur"))
        try TOMLDocument.set(path, try value(depth: depth + path.count), in: table)
        skipBlanks()
        guard byte == UInt8(ascii: ",") else { break }
        advance()
      }
    }
    try expect(
      "}",
      worded(
        "a table in braces must end with } on its line, and have commas between its keys",
        fr: "une table entre accolades doit finir par } sur sa ligne, avec des virgules entre ses clés"))
    return .mapping(table.node.entries ?? [], TextRange(start, position))
  }

  /// A number, a date, or `true` and `false`.
  private mutating func plain() throws(StructuredTextError) -> Node.Scalar {
    let start = position
    while let byte, ![0x20, 0x09, 0x0A, 0x0D].contains(byte), !Array(",]}#=".utf8).contains(byte) { position += 1 }
    // A date and its time may have a blank between them.
    if position - start == 10, byte == 0x20, position + 3 < end, Self.isDigit(bytes[position + 1]),
      bytes[position + 3] == UInt8(ascii: ":"), bytes[start + 4] == UInt8(ascii: "-")
    {
      advance()
      while let byte, Self.isDigit(byte) || Array(":.+-Zz".utf8).contains(byte) { position += 1 }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard Self.isPlain(bytes[start..<position]) else {
      throw StructuredTextError(
        text.isEmpty
          ? worded("a value is missing here", fr: "il manque une valeur ici")
          : worded(
            "\"\(text)\" is no number, date, true or false",
            fr: "« \(text) » n'est ni un nombre, ni une date, ni true ou false"),
        at: TextRange(start, max(position, min(end, start + 1))),
        remedy: worded(
          "put a text between quotes",
          fr: "mettez un texte entre guillemets droits"))
    }
    return Node.Scalar(text: text, isPlain: true, range: TextRange(start, position))
  }

  private static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
    let word = String(decoding: text, as: UTF8.self)
    if ["true", "false", "inf", "nan", "+inf", "-inf", "+nan", "-nan"].contains(word) { return true }
    let digits = text.first == UInt8(ascii: "+") || text.first == UInt8(ascii: "-") ? text.dropFirst() : text
    guard let first = digits.first, isDigit(first) else { return false }
    return digits.allSatisfy { isDigit($0) || Array("+-.:_ ".utf8).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
      && (digits.starts(with: "0x".utf8)
        || digits.allSatisfy { !(0x61...0x7A).contains($0 | 0x20) || Array("eEtTzZob".utf8).contains($0) })
  }
}
