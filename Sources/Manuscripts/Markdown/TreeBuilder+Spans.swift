import StructuredText

/// Emphasis, code and links.
extension TreeBuilder {
  mutating func enterSpan(_ kind: MarkdownTree.Span.Kind) {
    enterLeafIfNone()
    flushPending()
    openSpans.append((kind, tree.text.bytes.count))
  }

  mutating func leaveSpan() {
    guard let span = openSpans.popLast() else { return }
    let text = span.text..<tree.text.bytes.count
    if !text.isEmpty { tree.spans.append(MarkdownTree.Span(kind: span.kind, text: text)) }
  }

  mutating func enterLink(_ kind: MarkdownTree.Link.Kind, destination: String, title: String, address: TextRange?) {
    enterLeafIfNone()
    flushPending()
    openLinks.append(
      OpenLink(
        kind: kind, destination: destination, title: title, address: address, text: tree.text.bytes.count,
        cursor: cursor))
  }

  mutating func leaveLink() {
    guard let open = openLinks.popLast() else { return }
    var link = withoutReference(open)
    let text = link.text..<max(link.text, link.textEnd ?? tree.text.bytes.count)
    let scanner = LinkScanner(source, origin.bounds)
    let range: TextRange
    var address = link.address
    var kind = link.kind
    if let extent = link.extent {
      if kind == .link, scanner.isAutolink(extent, isAddress: isAddress(text, extent, link.destination)) {
        kind = .autolink
        link.destination = withTemplates(link.destination, extent)
        range = extent
        extendLeaf(to: scanner.withAngleBrackets(extent))
        cursor = max(cursor, scanner.withAngleBrackets(extent).end)
      } else {
        let tail = scanner.tail(after: cursor)
        range = TextRange(extent.start, max(tail?.destinationEnd ?? 0, extent.end))
        address = address ?? tail?.destination
        take(extent.union(TextRange(extent.start, tail?.end ?? cursor)))
        possibleLabelEnd = tail?.labelEnd
      }
    } else if let empty = scanner.emptyLink(from: link.cursor, isImage: kind == .image) {
      range = TextRange(empty.text, empty.tail.destinationEnd ?? empty.text)
      address = address ?? empty.tail.destination
      take(TextRange(empty.start, empty.tail.end))
      possibleLabelEnd = empty.tail.labelEnd
    } else {
      range = TextRange(cursor, cursor)
      take(range)
    }
    extendLink(to: range.union(link.extent ?? range))
    tree.links.append(
      MarkdownTree.Link(
        kind: kind, text: text, destination: link.destination, title: link.title, range: range, address: address))
  }

  /// A footnote may follow a bare address without a blank; the parser takes its mark for a part of the address.
  private func withoutReference(_ link: OpenLink) -> OpenLink {
    guard let extent = link.extent, link.kind == .link else { return link }
    var index = tree.footnoteReferences.endIndex
    while index > 0, extent.contains(tree.footnoteReferences[index - 1].range) { index -= 1 }
    guard index < tree.footnoteReferences.endIndex else { return link }
    let reference = tree.footnoteReferences[index]
    let shown = source[extent.start..<reference.range.start]
    let address = Self.schemes.lazy.map { Array($0.utf8) + shown }.first {
      link.destination.utf8.starts(with: $0 + Array("[^".utf8))
    }
    guard let address else { return link }
    var link = link
    link.destination = String(decoding: address, as: UTF8.self)
    link.textEnd = reference.text
    link.extent = TextRange(extent.start, reference.range.start)
    return link
  }

  /// What the parser puts before a bare address to make a destination of it.
  private static let schemes = ["", "http://", "mailto:"]

  /// Whether a link's text is its own destination, but for what a reader need not type.
  private func isAddress(_ text: Range<Int>, _ extent: TextRange, _ destination: String) -> Bool {
    if Self.isAddress(tree.text.bytes[text], destination) { return true }
    guard holdsTemplate(extent) else { return false }
    return Self.isAddress(source[extent.range], destination) || Self.isAddress(written[extent.range], destination)
  }

  private static func isAddress(_ shown: ArraySlice<UInt8>, _ destination: String) -> Bool {
    let address = destination.utf8
    guard address.count >= shown.count else { return false }
    return address.suffix(shown.count).elementsEqual(shown)
      && schemes.contains { $0.utf8.elementsEqual(address.prefix(address.count - shown.count)) }
  }

  /// Returns what the parser copied for itself with `{{…}}` in the place of what was written over a template.
  ///
  /// Which template it was cannot be told of a copy; whoever looks the address up must know that it is unfinished.
  func unmasked(_ copy: [UInt8]) -> [UInt8] {
    guard let shortest = shortestTemplate else { return copy }
    var result: [UInt8] = []
    var rest = copy[...]
    while let byte = rest.first {
      let run = rest.prefix { $0 == TemplateMask.letter }
      if run.count >= shortest {
        result += "{{…}}".utf8
      } else {
        result += run.isEmpty ? [byte] : Array(run)
      }
      rest = rest.dropFirst(max(run.count, 1))
    }
    return result
  }

  /// The parser has seen a word in the place of each template.
  private func withTemplates(_ address: String, _ extent: TextRange) -> String {
    guard holdsTemplate(extent), address.utf8.count >= extent.count else { return address }
    return String(decoding: address.utf8.dropLast(extent.count) + written[extent.range], as: UTF8.self)
  }
}
