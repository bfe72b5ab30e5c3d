import StructuredText

/// Writes single keys at the top of the front matter.
struct FrontMatterEditor {
  typealias Value = (key: String, value: String, isText: Bool)
  private typealias Edit = (range: TextRange, text: String)

  private let article: Article
  private let bytes: [UInt8]
  private let lineEnding: String

  init(_ article: Article) {
    self.article = article
    bytes = article.bytes
    lineEnding = ArticleEditor.lineEnding(of: bytes)
  }

  /// Returns the article with the values set, or `nil` when its front matter cannot be edited.
  func setting(_ values: [Value]) -> [UInt8]? {
    guard !values.isEmpty else { return bytes }
    guard let frontMatter = article.frontMatter else { return withNewFrontMatter(values) }
    guard case .mapping(let entries, let range)? = frontMatter.node else { return nil }
    let isFlow =
      frontMatter.format != .toml && range.start < bytes.count && bytes[range.start] == UInt8(ascii: "{")
      && !range.isEmpty
    var edits: [Edit] = []
    var added: [Value] = []
    for value in values {
      if let entry = entries.first(where: { $0.key.text == value.key }) {
        edits.append(replacement(of: entry, with: value, frontMatter.format, isFlow: isFlow))
      } else {
        added.append(value)
      }
    }
    if !added.isEmpty { edits.append(addition(of: added, entries, frontMatter, isFlow: isFlow)) }
    let result = ArticleEditor.applying(edits.sorted { $0.range < $1.range }, to: bytes)
    return holds(values, keeping: entries, in: result) ? result : nil
  }

  /// Returns the bytes of the front matter without the keys of a stamp; nothing when it holds nothing else.
  func withoutStamp(_ frontMatter: FrontMatter) -> [UInt8] {
    let keys = [Stamp.Key.integrity, Stamp.Key.style]
    var edits: [Edit] = []
    for entry in frontMatter.node?.entries ?? [] where keys.contains(entry.key.text) {
      var start = entry.key.range.start
      var end = entry.value.range.end
      if frontMatter.format == .json {
        while start > 0, bytes[start - 1] != UInt8(ascii: ","), bytes[start - 1] != UInt8(ascii: "{") { start -= 1 }
        if start > 0, bytes[start - 1] == UInt8(ascii: ",") { start -= 1 }
      } else {
        while start > 0, ![UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(bytes[start - 1]) { start -= 1 }
        var lines = LineScanner(bytes, from: end)
        end = lines.next()?.next ?? end
      }
      edits.append((TextRange(start, end), ""))
    }
    if edits.count == frontMatter.node?.entries?.count { return [] }
    let whole = ArticleEditor.applying(edits.sorted { $0.range < $1.range }, to: bytes)
    return Array(whole[frontMatter.range.start..<(frontMatter.range.end - (bytes.count - whole.count))])
  }

  private func replacement(
    of entry: Node.Entry, with value: Value, _ format: FrontMatter.Format, isFlow: Bool
  ) -> Edit {
    let text = Self.written(value, isFlow: isFlow || format == .toml)
    let old = entry.value.range
    guard case .scalar = entry.value else {
      return (TextRange(entry.key.range.end, old.end), (format == .toml ? " = " : ": ") + text)
    }
    let needsSpace = old.isEmpty && old.start > 0 && bytes[old.start - 1] == UInt8(ascii: ":")
    return (old, needsSpace ? " \(text)" : text)
  }

  private func addition(
    of values: [Value], _ entries: [Node.Entry], _ frontMatter: FrontMatter, isFlow: Bool
  ) -> Edit {
    if isFlow {
      let place =
        entries.last?.value.range.end ?? frontMatter.node.map { $0.range.start + 1 } ?? frontMatter.content.end
      let texts = values.map { "\"\($0.key)\": \(Self.written($0, isFlow: true))" }
      let separator = blanks(before: entries.first?.key.range.start)
      let joined = texts.joined(separator: "," + separator)
      return (TextRange(place, place), entries.isEmpty ? joined : "," + separator + joined)
    }
    if frontMatter.format == .toml {
      let lines = values.map { "\($0.key) = \(Self.written($0, isFlow: true))" + lineEnding }
      return (tomlPlace(entries, frontMatter), lines.joined())
    }
    let indentation = blanks(before: entries.first?.key.range.start).filter { $0 == " " }
    let lines = values.map { indentation + "\($0.key): \(Self.written($0, isFlow: false))" + lineEnding }
    return (TextRange(frontMatter.content.end, frontMatter.content.end), lines.joined())
  }

  /// Returns where a key of the whole document can be added: behind the last that has a plain value, because what
  /// follows the name of a table belongs to the table.
  private func tomlPlace(_ entries: [Node.Entry], _ frontMatter: FrontMatter) -> TextRange {
    let last = entries.last { if case .scalar = $0.value { true } else { false } }
    guard let last else { return TextRange(frontMatter.content.start, frontMatter.content.start) }
    var lines = LineScanner(bytes, from: last.value.range.end)
    let place = min(lines.next()?.next ?? last.value.range.end, frontMatter.content.end)
    return TextRange(place, place)
  }

  /// Returns the blanks that stand before the first key: its indentation, and in JSON the line ending before it.
  private func blanks(before offset: Int?) -> String {
    guard let offset else { return "" }
    var start = offset
    while start > 0, LineScanner.isBlank(bytes[start - 1]) { start -= 1 }
    let blanks = String(decoding: bytes[start..<offset], as: UTF8.self)
    return blanks.isEmpty ? " " : blanks
  }

  private func withNewFrontMatter(_ values: [Value]) -> [UInt8]? {
    guard !article.defects.contains(where: { $0.kind == .unclosedFrontMatter }) else { return nil }
    let place = article.defects.contains { $0.kind == .byteOrderMark } ? 3 : 0
    let lines = ["---"] + values.map { "\($0.key): \(Self.written($0, isFlow: false))" } + ["---", ""]
    let text = lines.map { $0 + lineEnding }.joined()
    return ArticleEditor.applying([(TextRange(place, place), text)], to: bytes)
  }

  /// Whether the edited text says what it should and nothing else: the last word on whether an edit was understood.
  private func holds(_ values: [Value], keeping entries: [Node.Entry], in result: [UInt8]) -> Bool {
    let start = article.frontMatter?.range.start ?? 0
    guard let after = FrontMatterScanner(result).frontMatter(at: start).frontMatter?.node?.entries else { return false }
    let expected = entries.filter { entry in !values.contains { $0.key == entry.key.text } }
    guard after.count == expected.count + values.count else { return false }
    let texts = Dictionary(after.map { ($0.key.text, $0.value.text) }, uniquingKeysWith: { first, _ in first })
    return values.allSatisfy { texts[$0.key] == $0.value }
      && expected.allSatisfy { (texts[$0.key.text] ?? nil) == $0.value.text }
  }
}

/// How values are written.
extension FrontMatterEditor {
  private static func written(_ value: Value, isFlow: Bool) -> String {
    guard value.isText, isFlow || !isPlain(value.value) else { return value.value }
    var text = "\""
    for scalar in value.value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }

  /// Whether text without quotes reads as that text, for this reader and for those that guess types.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic, text.utf8.last != UInt8(ascii: " "),
      text.utf8.last != UInt8(ascii: ":")
    else { return false }
    let words: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    guard !words.contains(text.lowercased()) else { return false }
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 || scalar.value == 0x7F || (0x80..<0xA0).contains(scalar.value) { return false }
      if ["\u{2028}", "\u{2029}", "\u{FEFF}", "\"", "\\"].contains(scalar) { return false }
      if last == ":" && scalar == " " || last == " " && scalar == "#" { return false }
      last = scalar
    }
    return true
  }
}
