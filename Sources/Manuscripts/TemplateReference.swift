import StructuredText

/// An article that a tag of a site generator leads to: `{{< ref "solar-roofs" >}}`, `{{% relref path="solar-roofs.md" %}}`,
/// `{% link _posts/2026-11-22-solar-roofs.md %}`, `{% post_url 2026-11-22-solar-roofs %}`.
struct TemplateReference {
  /// The name or path of the article as it is written, without quotation marks.
  let destination: String
  /// Its bytes in the article.
  let range: TextRange

  /// Returns those in a stretch of tags, in order.
  static func all(in template: TextRange, of text: [UInt8]) -> [TemplateReference] {
    guard template.start >= 0, template.end <= text.count, template.start < template.end else { return [] }
    var found: [TemplateReference] = []
    var words = Words(text: text, position: template.start, end: template.end)
    while words.position < words.end {
      guard text[words.position] == UInt8(ascii: "{"),
        let opening = openings.first(where: { text[words.position..<words.end].starts(with: $0.mark) })
      else {
        words.position += 1
        continue
      }
      words.position += opening.mark.count
      if words.position < words.end, text[words.position] == UInt8(ascii: "-") { words.position += 1 }
      guard let name = words.next(), opening.names.contains(String(decoding: text[name.range.range], as: UTF8.self)),
        let range = words.path(), let destination = String(validating: text[range.range], as: UTF8.self)
      else { continue }
      found.append(TemplateReference(destination: destination, range: range))
    }
    return found
  }

  private static let openings: [(mark: [UInt8], names: Set<String>)] = [
    (Array("{{<".utf8), ["ref", "relref"]), (Array("{{%".utf8), ["ref", "relref"]),
    (Array("{%".utf8), ["link", "post_url"]),
  ]
}

/// The words of a tag: bare ones, those in quotation marks, and those with a key before them.
private struct Words {
  let text: [UInt8]
  var position: Int
  let end: Int

  /// Takes the words of the tag up to the one that says where it leads: beside it, `ref` may be told a language and a
  /// format.
  mutating func path() -> TextRange? {
    while let word = next() {
      guard let key = word.key else { return word.range }
      if text[key.range].elementsEqual("path".utf8) { return word.range }
    }
    return nil
  }

  mutating func next() -> (range: TextRange, key: TextRange?)? {
    while position < end, LineScanner.isBlank(text[position]) || Self.isLineEnd(text[position]) { position += 1 }
    guard position < end, !Self.closers.contains(text[position]) else { return nil }
    let start = position
    if let quoted = quoted() { return (quoted, nil) }
    while position < end, !Self.isEnd(text[position]) {
      if text[position] == UInt8(ascii: "="), position > start {
        let key = TextRange(start, position)
        position += 1
        let value = position
        if let quoted = quoted() { return (quoted, key) }
        while position < end, !Self.isEnd(text[position]) { position += 1 }
        return (TextRange(value, position), key)
      }
      position += 1
    }
    return (TextRange(start, position), nil)
  }

  /// Takes what stands in quotation marks here; nothing when they are not closed.
  private mutating func quoted() -> TextRange? {
    guard position < end, Self.quotes.contains(text[position]),
      let stop = text[(position + 1)..<end].firstIndex(of: text[position])
    else { return nil }
    let range = TextRange(position + 1, stop)
    position = stop + 1
    return range
  }

  private static let quotes = Set("\"'`".utf8)
  private static let closers = Set("%>/}".utf8)

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  private static func isEnd(_ byte: UInt8) -> Bool {
    LineScanner.isBlank(byte) || isLineEnd(byte) || byte == UInt8(ascii: "%") || byte == UInt8(ascii: ">")
  }
}
