import StructuredText

/// Finds and reads the provenance header.
struct ProvenanceScanner {
  private typealias Field = ProvenanceHeader.Field
  private let text: [UInt8]

  init(_ text: [UInt8]) {
    self.text = text
  }

  /// Returns the header that stands at `start` or after blank lines; a comment that records nothing is none.
  func header(at start: Int) -> ProvenanceHeader? {
    guard let open = text[start...].firstIndex(where: { !LineScanner.isBlank($0) }),
      text[open...].starts(with: Array("<!--".utf8)), let close = closing(from: open + 4)
    else { return nil }
    var state: String?
    var fields: [Field] = []
    var lines = LineScanner(text, from: open + 4, to: close)
    while let line = lines.next() {
      let content = LineScanner.trimmed(text, line.range)
      guard !content.isEmpty else { continue }
      let field = field(content)
      if state == nil, field?.meaning == nil {
        state = string(content)
      } else {
        state = state ?? ""
        if let field { fields.append(field) }
      }
    }
    guard fields.contains(where: { $0.meaning != nil }) else { return nil }
    var rest = LineScanner(text, from: close + 3)
    let line = rest.next()
    let isAlone = line.map { LineScanner.trimmed(text, $0.range).isEmpty } ?? true
    let end = isAlone ? line?.next ?? text.count : close + 3
    return ProvenanceHeader(range: TextRange(open, end), state: state ?? "", fields: fields)
  }

  private func closing(from start: Int) -> Int? {
    var offset = start
    while offset + 2 < text.count {
      if text[offset] == UInt8(ascii: "-"), text[offset + 1] == UInt8(ascii: "-"), text[offset + 2] == UInt8(ascii: ">")
      {
        return offset
      }
      offset += 1
    }
    return nil
  }

  private func field(_ line: Range<Int>) -> Field? {
    guard let colon = text[line].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = trimmed(line.lowerBound..<colon)
    let value = trimmed((colon + 1)..<line.upperBound)
    guard !key.isEmpty else { return nil }
    return Field(
      meaning: FieldName.meaning(of: text[key]), key: string(key), value: string(value), range: TextRange(value))
  }

  /// Trims no-break spaces too, which French typography puts before a colon.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = LineScanner.trimmed(text, range)
    while true {
      if let width = FieldName.spaceWidth(text[range]) {
        range = (range.lowerBound + width)..<range.upperBound
      } else if let width = FieldName.trailingSpaceWidth(text[range]) {
        range = range.lowerBound..<(range.upperBound - width)
      } else {
        return range
      }
    }
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }
}

/// The names of the header's fields, however they are typed.
enum FieldName {
  private static let meanings: [String: ProvenanceHeader.Field.Meaning] = [
    "version": .version,
    "score conversationnel": .styleScore,
    "score style": .styleScore,
    "score de style": .styleScore,
    "conversational score": .styleScore,
    "style score": .styleScore,
    "score integrite": .integrityScore,
    "score d'integrite": .integrityScore,
    "integrity score": .integrityScore,
    "optimise le": .optimizedAt,
    "optimized on": .optimizedAt,
    "optimized at": .optimizedAt,
    "optimised on": .optimizedAt,
    "optimised at": .optimizedAt,
  ]

  /// Returns what the key says, whatever its case, its accents and its spaces.
  static func meaning(of key: ArraySlice<UInt8>) -> ProvenanceHeader.Field.Meaning? {
    guard key.count <= 64 else { return nil }
    var folded: [UInt8] = []
    var rest = key
    while let byte = rest.first {
      if let width = spaceWidth(rest) {
        if folded.last != UInt8(ascii: " ") { folded.append(UInt8(ascii: " ")) }
        rest = rest.dropFirst(width)
      } else if byte == 0xC3, let next = rest.dropFirst().first, [0xA8, 0xA9, 0xAA, 0x88, 0x89, 0x8A].contains(next) {
        folded.append(UInt8(ascii: "e"))
        rest = rest.dropFirst(2)
      } else if rest.starts(with: [0xCC, 0x81]) || rest.starts(with: [0xCC, 0x80]) {
        rest = rest.dropFirst(2)  // a combining accent
      } else if rest.starts(with: [0xE2, 0x80, 0x99]) {
        folded.append(UInt8(ascii: "'"))
        rest = rest.dropFirst(3)
      } else {
        let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        folded.append(isCapital ? byte | 0x20 : byte)
        rest = rest.dropFirst()
      }
    }
    return meanings[String(decoding: folded, as: UTF8.self)]
  }

  /// Returns the width of the space that `bytes` starts with: a blank, U+00A0, or U+202F.
  static func spaceWidth(_ bytes: ArraySlice<UInt8>) -> Int? {
    if let first = bytes.first, LineScanner.isBlank(first) { return 1 }
    if bytes.starts(with: [0xC2, 0xA0]) { return 2 }
    return bytes.starts(with: [0xE2, 0x80, 0xAF]) ? 3 : nil
  }

  /// Returns the width of the space that `bytes` ends with.
  static func trailingSpaceWidth(_ bytes: ArraySlice<UInt8>) -> Int? {
    if let last = bytes.last, LineScanner.isBlank(last) { return 1 }
    if bytes.suffix(2).elementsEqual([0xC2, 0xA0]) { return 2 }
    return bytes.suffix(3).elementsEqual([0xE2, 0x80, 0xAF]) ? 3 : nil
  }
}
