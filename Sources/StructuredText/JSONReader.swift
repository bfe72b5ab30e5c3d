import Wording

/// Reads JSON strictly (RFC 8259) into located nodes: messages of other programs, which YAML's reader is too small for.
///
/// Numbers, `true`, `false` and `null` are plain scalars, and keep their spelling.
package enum JSONReader {
  /// The most arrays and objects that may stand in each other.
  package static let depthLimit = 64

  /// Returns the one value that `bytes` hold.
  ///
  /// What is no UTF-8 inside a string becomes U+FFFD, as does half of a surrogate pair.
  ///
  /// - Parameter isRepairing: whether what is no UTF-8 is to be read nevertheless.
  /// - Throws: `StructuredTextError` at the first thing that is not JSON, or is a key given twice.
  package static func node(in bytes: [UInt8], isRepairing: Bool = true) throws(StructuredTextError) -> Node {
    var scanner = JSONScanner(bytes, isRepairing: isRepairing)
    let node = try scanner.value(depth: 0)
    try scanner.end()
    return node
  }
}

private struct JSONScanner {
  private let bytes: [UInt8]
  private let isRepairing: Bool
  private var offset = 0

  init(_ bytes: [UInt8], isRepairing: Bool) {
    self.bytes = bytes
    self.isRepairing = isRepairing
  }

  mutating func end() throws(StructuredTextError) {
    skipBlanks()
    if offset < bytes.count {
      throw error(
        worded(
          "something stands behind the value",
          fr: "quelque chose se trouve derrière la valeur"))
    }
  }

  mutating func value(depth: Int) throws(StructuredTextError) -> Node {
    skipBlanks()
    guard depth < JSONReader.depthLimit else {
      throw error(
        worded(
          "arrays and objects stand more than \(JSONReader.depthLimit) deep in each other",
          fr: "des tableaux et des objets sont imbriqués sur plus de \(JSONReader.depthLimit) niveaux"))
    }
    switch peek {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .scalar(try string())
    case nil: throw error(worded("a value is missing", fr: "il manque une valeur"))
    default: return .scalar(try word())
    }
  }

  private mutating func object(depth: Int) throws(StructuredTextError) -> Node {
    let start = offset
    var entries: [Node.Entry] = []
    var seen: Set<String> = []
    offset += 1
    skipBlanks()
    if take("}") { return .mapping(entries, TextRange(start, offset)) }
    while true {
      skipBlanks()
      guard peek == UInt8(ascii: "\"") else {
        throw error(
          worded(
            "a key in quotation marks is missing",
            fr: "il manque une clé entre guillemets droits"))
      }
      let key = try string()
      guard seen.insert(key.text).inserted else {
        throw StructuredTextError(
          worded(
            "the key \"\(key.text)\" is given twice",
            fr: "la clé « \(key.text) » est donnée deux fois"), at: key.range)
      }
      skipBlanks()
      guard take(":") else {
        throw error(
          worded(
            "a colon is missing behind the key",
            fr: "il manque un deux-points derrière la clé"))
      }
      entries.append(Node.Entry(key: key, value: try value(depth: depth + 1)))
      skipBlanks()
      if take("}") { return .mapping(entries, TextRange(start, offset)) }
      guard take(",") else { throw error(worded("an object is not closed", fr: "un objet n'est pas fermé")) }
    }
  }

  private mutating func array(depth: Int) throws(StructuredTextError) -> Node {
    let start = offset
    var items: [Node] = []
    offset += 1
    skipBlanks()
    if take("]") { return .sequence(items, TextRange(start, offset)) }
    while true {
      items.append(try value(depth: depth + 1))
      skipBlanks()
      if take("]") { return .sequence(items, TextRange(start, offset)) }
      guard take(",") else { throw error(worded("an array is not closed", fr: "un tableau n'est pas fermé")) }
    }
  }

  // MARK: Scalars

  private mutating func string() throws(StructuredTextError) -> Node.Scalar {
    let start = offset
    offset += 1
    var text: [UInt8] = []
    var copied = offset
    while true {
      offset = bytes.firstIndex(in: offset..<bytes.count) {
        $0 == 0x22 || $0 == 0x5C || $0 < 0x20
      } among: {
        $0.hold(0x22) || $0.hold(0x5C) || $0.hold(lessThan: 0x20)
      }
      guard let byte = peek else { break }
      switch byte {
      case UInt8(ascii: "\""):
        text += bytes[copied..<offset]
        offset += 1
        let range = TextRange(start, offset)
        if let string = String(validating: text, as: UTF8.self) {
          return Node.Scalar(text: string, isPlain: false, range: range)
        }
        guard isRepairing else {
          throw StructuredTextError(
            worded("a string is not encoded in UTF-8", fr: "une chaîne n'est pas codée en UTF-8"), at: range)
        }
        return Node.Scalar(text: String(decoding: text, as: UTF8.self), isPlain: false, range: range)
      case UInt8(ascii: "\\"):
        text += bytes[copied..<offset]
        offset += 1
        try escaped(into: &text)
        copied = offset
      default:
        throw error(
          worded(
            "a control character stands in a string",
            fr: "un caractère de contrôle se trouve dans une chaîne"))
      }
    }
    throw StructuredTextError(
      worded("a string is not closed", fr: "une chaîne n'est pas fermée"), at: TextRange(start, offset))
  }

  /// Appends the bytes that the escape behind a backslash stands for.
  private mutating func escaped(into text: inout [UInt8]) throws(StructuredTextError) {
    guard let byte = peek else { throw error(worded("a string is not closed", fr: "une chaîne n'est pas fermée")) }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += String(try unicode()).utf8
    default:
      throw error(
        worded(
          "a backslash stands before something that it cannot escape",
          fr: "une barre oblique inverse précède ce qu'elle ne peut pas protéger"))
    }
  }

  /// The scalar of `\uXXXX`, whose other half follows when it is one of a pair.
  private mutating func unicode() throws(StructuredTextError) -> Unicode.Scalar {
    let first = try hexadecimal()
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    let behind = offset
    guard take("\\"), take("u") else {
      offset = behind
      return "\u{FFFD}"
    }
    let second = try hexadecimal()
    guard (0xDC00..<0xE000).contains(second) else {
      offset = behind
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(StructuredTextError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Self.digit(byte) else {
        throw error(
          worded(
            "\\u needs four hexadecimal digits",
            fr: "\\u demande quatre chiffres hexadécimaux"))
      }
      value = value << 4 | digit
      offset += 1
    }
    return value
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46, 0x61...0x66: UInt32((byte | 0x20) - 0x61 + 10)
    default: nil
    }
  }

  /// A number, `true`, `false` or `null`.
  private mutating func word() throws(StructuredTextError) -> Node.Scalar {
    let start = offset
    while let byte = peek, byte == 0x2B || byte == 0x2D || byte == 0x2E || Self.isWord(byte) { offset += 1 }
    let range = TextRange(start, offset)
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard ["true", "false", "null"].contains(text) || Self.isNumber(bytes[start..<offset]) else {
      throw StructuredTextError(worded("this is no value of JSON", fr: "ceci n'est pas une valeur JSON"), at: range)
    }
    return Node.Scalar(text: text, isPlain: true, range: range)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    func takeDigits() -> Int {
      let digits = rest.prefix(while: isDigit)
      rest = rest.dropFirst(digits.count)
      return digits.count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let leadsWithZero = rest.first == UInt8(ascii: "0")
    let whole = takeDigits()
    guard whole == 1 || (whole > 1 && !leadsWithZero) else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard takeDigits() > 0 else { return false }
    }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      guard takeDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  // MARK: Steps

  private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { offset += 1 }
  }

  private func error(_ message: String) -> StructuredTextError {
    StructuredTextError(message, at: TextRange(offset, min(offset + 1, bytes.count)))
  }
}
