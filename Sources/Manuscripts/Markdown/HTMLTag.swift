import StructuredText

/// What a tag of HTML says.
enum HTMLTag {
  /// The longest tag whose attributes are read.
  private static let longest = 8192

  /// Returns the name of the tag that `range` starts with, in lower case, with a slash before it if it closes.
  static func name(in source: [UInt8], _ range: TextRange) -> String? {
    guard range.count > 1, source[range.start] == UInt8(ascii: "<") else { return nil }
    var name: [UInt8] = []
    for byte in source[(range.start + 1)..<range.end].prefix(16) {
      if byte == UInt8(ascii: "/"), name.isEmpty {
        name.append(byte)
      } else if TreeBuilder.isNamePart(byte) {
        name.append(byte | 0x20)
      } else {
        break
      }
    }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }

  /// Returns the value of an attribute of the tag that begins at `start`, wherever it ends, with its entities read, and
  /// where it is written.
  static func attribute(
    _ wanted: String, in source: [UInt8], from start: Int, to end: Int
  ) -> (value: String, range: TextRange)? {
    let end = min(end, start + longest)
    var position = start + 1
    while position < end, source[position] != UInt8(ascii: ">") {
      let nameStart = position
      while position < end, TreeBuilder.isNamePart(source[position]) { position += 1 }
      let name = source[nameStart..<position].map { $0 | 0x20 }
      position = skippingBlanks(source, position, end)
      guard position < end, source[position] == UInt8(ascii: "=") else {
        if position == nameStart { position += 1 }
        continue
      }
      let value = value(source, skippingBlanks(source, position + 1, end), end)
      if name.elementsEqual(wanted.utf8) {
        return (EntityTable.decoded(source[value.range]), TextRange(value.range))
      }
      position = value.next
    }
    return nil
  }

  private static func value(_ source: [UInt8], _ start: Int, _ end: Int) -> (range: Range<Int>, next: Int) {
    guard start < end else { return (start..<start, start) }
    let quote = source[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let close = source[(start + 1)..<end].firstIndex(of: quote) ?? end
      return ((start + 1)..<close, min(close + 1, end))
    }
    let close = source[start..<end].firstIndex { LineScanner.isBlank($0) || $0 == UInt8(ascii: ">") } ?? end
    return (start..<close, close)
  }

  private static func skippingBlanks(_ source: [UInt8], _ start: Int, _ end: Int) -> Int {
    var position = start
    while position < end, LineScanner.isBlank(source[position]) { position += 1 }
    return position
  }
}

/// Links and images written in HTML.
extension TreeBuilder {
  mutating func openHTMLLink(_ tag: TextRange) {
    closeHTMLLink()
    guard let destination = HTMLTag.attribute("href", in: written, from: tag.start, to: origin.bounds.end) else {
      return
    }
    flushPending()
    let title = HTMLTag.attribute("title", in: written, from: tag.start, to: origin.bounds.end)
    let link = OpenLink(
      kind: .link, destination: destination.value, title: title?.value ?? "", address: destination.range,
      text: tree.text.bytes.count, cursor: tag.end)
    htmlLink = (link, tag)
  }

  /// Ends the open link, at its end tag or with its block.
  mutating func closeHTMLLink() {
    guard let (link, tag) = htmlLink else { return }
    htmlLink = nil
    let text = link.text..<tree.text.bytes.count
    let textEnd = text.isEmpty ? tag.end : tree.text.source(of: text).end
    let range = TextRange(tag.start, max(cursor, tag.end, textEnd))
    extendLeaf(to: range)
    tree.links.append(
      MarkdownTree.Link(
        kind: .link, text: text, destination: link.destination, title: link.title, range: range, address: link.address))
  }

  mutating func htmlImage(_ tag: TextRange) {
    guard let destination = HTMLTag.attribute("src", in: written, from: tag.start, to: origin.bounds.end) else {
      return
    }
    flushPending()
    extendLeaf(to: tag)
    let place = tree.text.bytes.count
    tree.links.append(
      MarkdownTree.Link(
        kind: .image, text: place..<place, destination: destination.value, title: "", range: tag,
        address: destination.range))
  }
}
