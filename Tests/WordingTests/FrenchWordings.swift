/// The French wordings of a Swift file: what stands in its string literals behind a label `fr:`.
struct FrenchWordings {
  /// A stretch of text between two interpolations.
  struct Piece {
    let text: String
    let line: Int
  }

  private(set) var pieces: [Piece] = []
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1

  init(in source: String) {
    bytes = Array(source.utf8)
    readCode(isInterpolated: false, isFrench: false)
  }

  /// Reads code to the end of the file, or to the parenthesis that ends an interpolation.
  private mutating func readCode(isInterpolated: Bool, isFrench: Bool) {
    var depth = 0
    /// The depths at which the argument being read is labelled `fr`.
    var labelled: [Int] = []
    while offset < bytes.count {
      if follows("//") {
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
        continue
      }
      if let hashes = hashesOfLiteral() {
        readLiteral(hashes, isFrench: isFrench || !labelled.isEmpty)
        continue
      }
      if follows("fr:"), offset == 0 || !Self.isOfName(bytes[offset - 1]) {
        labelled.append(depth)
        offset += 3
        continue
      }
      switch bytes[offset] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if depth == 0, isInterpolated {
          offset += 1
          return
        }
        depth -= 1
        while let last = labelled.last, last > depth { labelled.removeLast() }
      case UInt8(ascii: ","): if labelled.last == depth { labelled.removeLast() }
      case UInt8(ascii: "\n"): line += 1
      default: break
      }
      offset += 1
    }
  }

  /// Reads a string literal, which begins here.
  private mutating func readLiteral(_ hashes: Int, isFrench: Bool) {
    offset += hashes
    let mark = follows("\"\"\"") ? "\"\"\"" : "\""
    let sharp = String(repeating: "#", count: hashes)
    offset += mark.utf8.count
    var start = offset
    var first = line
    while offset < bytes.count, !follows(mark + sharp) {
      if follows("\\" + sharp + "(") {
        keep(start, isFrench, at: first)
        offset += 2 + hashes
        readCode(isInterpolated: true, isFrench: isFrench)
        start = offset
        first = line
        continue
      }
      if hashes == 0, bytes[offset] == UInt8(ascii: "\\"), offset + 1 < bytes.count { offset += 1 }
      if bytes[offset] == UInt8(ascii: "\n") { line += 1 }
      offset += 1
    }
    keep(start, isFrench, at: first)
    offset = min(offset + mark.utf8.count + hashes, bytes.count)
  }

  private mutating func keep(_ start: Int, _ isFrench: Bool, at line: Int) {
    guard isFrench else { return }
    for (number, text) in bytes[start..<offset].split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).enumerated() {
      pieces.append(Piece(text: String(decoding: text, as: UTF8.self), line: line + number))
    }
  }

  /// How many signs `#` stand before the quotation mark of a literal that begins here; `nil` when none does.
  private func hashesOfLiteral() -> Int? {
    let hashes = bytes[offset...].prefix { $0 == UInt8(ascii: "#") }.count
    return offset + hashes < bytes.count && bytes[offset + hashes] == UInt8(ascii: "\"") ? hashes : nil
  }

  private func follows(_ text: String) -> Bool { bytes[offset...].starts(with: text.utf8) }

  private static func isOfName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
  }
}
