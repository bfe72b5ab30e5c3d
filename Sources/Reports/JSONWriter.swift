package import Scoring

/// Writes JSON in the order in which it is told, so that equal values give equal bytes.
package struct JSONWriter {
  package private(set) var text = ""
  private let isPretty: Bool
  private var depth = 0
  private var needsComma = false

  /// - Parameter pretty: One member a line, for people; else one line, for `jsonl`.
  package init(pretty: Bool) { isPretty = pretty }

  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    enclosed("{", "}", members)
  }

  package mutating func array(_ items: (inout JSONWriter) -> Void) {
    enclosed("[", "]", items)
  }

  /// Starts an item of an array; the value is written next.
  package mutating func item() {
    separate()
    needsComma = true
  }

  /// Starts a member of an object; the value is written next.
  package mutating func key(_ name: String) {
    separate()
    quote(name)
    text += isPretty ? ": " : ":"
    needsComma = true
  }

  package mutating func value(_ string: String) { quote(string) }
  package mutating func value(_ number: Int) { text += String(number) }
  package mutating func value(_ truth: Bool) { text += truth ? "true" : "false" }
  package mutating func value(_ tenths: Tenths) { text += tenths.description }
  package mutating func null() { text += "null" }

  package mutating func member(_ name: String, _ string: String?) {
    key(name)
    if let string { value(string) } else { null() }
  }
  package mutating func member(_ name: String, _ number: Int?) {
    key(name)
    if let number { value(number) } else { null() }
  }
  package mutating func member(_ name: String, _ tenths: Tenths?) {
    key(name)
    if let tenths { value(tenths) } else { null() }
  }
  package mutating func member(_ name: String, _ truth: Bool) {
    key(name)
    value(truth)
  }

  /// Writes a member that is an array, with an item for each of `values`.
  package mutating func list<Values: Sequence>(
    _ name: String, of values: Values, _ write: (inout JSONWriter, Values.Element) -> Void
  ) {
    key(name)
    array { writer in
      for value in values {
        writer.item()
        write(&writer, value)
      }
    }
  }

  private mutating func enclosed(_ open: String, _ close: String, _ content: (inout JSONWriter) -> Void) {
    text += open
    depth += 1
    needsComma = false
    content(&self)
    depth -= 1
    if needsComma, isPretty { newLine() }
    text += close
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { text += "," }
    if isPretty { newLine() }
  }

  private mutating func newLine() {
    text += "\n" + String(repeating: "  ", count: depth)
  }

  /// Escapes what JSON demands, and what a terminal would obey, so that the output is safe to look at as well.
  private mutating func quote(_ string: String) {
    text += "\""
    defer { text += "\"" }
    // Most texts need no escape.
    if string.utf8.allSatisfy(Self.isPlain) {
      text += string
      return
    }
    // What needs none is copied in one piece.
    let scalars = string.unicodeScalars
    var (start, index) = (string.startIndex, string.startIndex)
    while index < string.endIndex {
      let next = scalars.index(after: index)
      if let escape = Self.escape(scalars[index]) {
        text += string[start..<index]
        text += escape
        start = next
      }
      index = next
    }
    text += string[start...]
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte &- 0x20 < 0x5F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case " "..."~": nil
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: DisplayText.isObeyed(scalar) ? UTF16.encode(scalar)?.map(hexadecimal).joined() : nil
    }
  }

  private static func hexadecimal(_ unit: UInt16) -> String {
    "\\u" + DisplayText.hexadecimal(UInt32(unit), digits: 4).lowercased()
  }
}
