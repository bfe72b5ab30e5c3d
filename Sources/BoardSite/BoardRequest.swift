/// What a client sent, before anything is believed of it.
struct RawRequest: Sendable {
  let method: String
  /// The address without host: `/board/article?stage=draft`.
  let target: String
  let headers: [(name: String, value: String)]
  let body: [UInt8]

  /// All values of a header; a client that sends one twice may want two readers to see two.
  func values(_ name: String) -> [String] {
    headers.filter { $0.name.lowercased() == name }.map(\.value)
  }
}

/// A request that the guard let in.
struct BoardRequest: Sendable {
  enum Method: Sendable { case get, post }

  let method: Method
  /// The parts of the path below the board's folder, decoded.
  let path: [String]
  let query: [String: String]
  /// The fields of a form; empty for a `get`.
  let form: [String: String]
}

/// The encoding of addresses and forms.
enum WebForm {
  /// Returns the parts of a path, decoded; `nil` for a path that leads elsewhere than it says, or is no UTF-8.
  static func path(_ text: Substring) -> [String]? {
    guard text.first == "/", text.utf8.count <= 2000 else { return nil }
    var parts: [String] = []
    for part in text.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let name = decoded(part.utf8, plusIsBlank: false), name != ".", name != ".." else { return nil }
      let isPlain = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "/" && $0 != "\\" && $0.value != 0x7F }
      guard isPlain else { return nil }
      parts.append(name)
    }
    // The board's folder is `/name/`; elsewhere an empty part is a mistake or a trick.
    guard !parts.dropLast().contains("") else { return nil }
    return parts
  }

  /// No form has more, though one may name each of very many articles.
  private static let mostFields = 4096

  /// Returns the fields of a query or of a form; `nil` when they cannot be read, or one is there twice.
  static func fields(_ bytes: some Collection<UInt8>) -> [String: String]? {
    var fields: [String: String] = [:]
    for pair in bytes.split(separator: UInt8(ascii: "&"), maxSplits: mostFields) where !pair.isEmpty {
      let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let first = halves.first, let name = decoded(first, plusIsBlank: true) else { return nil }
      let rest = halves.count > 1 ? decoded(halves[1], plusIsBlank: true) : ""
      guard let value = rest, fields.updateValue(value, forKey: name) == nil else { return nil }
    }
    return fields
  }

  /// Returns a value for a query or a path.
  static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return result
  }

  private static func decoded(_ bytes: some Collection<UInt8>, plusIsBlank: Bool) -> String? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var rest = bytes.makeIterator()
    while let byte = rest.next() {
      if byte == UInt8(ascii: "%") {
        guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else { return nil }
        result.append(high << 4 | low)
      } else {
        result.append(plusIsBlank && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(validating: result, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
