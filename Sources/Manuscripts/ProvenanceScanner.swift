import LanguagePacks
import Languages
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
  /// Returns what the key says, in any language.
  static func meaning(of key: ArraySlice<UInt8>) -> ProvenanceHeader.Field.Meaning? {
    switch label(of: key)?.label {
    case .version: .version
    case .styleScore: .styleScore
    case .integrityScore: .integrityScore
    case .optimizedAt: .optimizedAt
    default: nil
    }
  }

  /// Returns the label that the key is, and the labels of its language.
  static func label(of key: ArraySlice<UInt8>) -> (label: ArticleLabel, labels: ArticleLabels)? {
    key.count <= 64 ? ArticleLabels.label(writtenAs: Array(key) + [UInt8(ascii: ":")]) : nil
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
