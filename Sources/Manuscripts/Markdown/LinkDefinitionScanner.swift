import StructuredText

/// Finds where the addresses of link definitions stand: `[label]: address "title"`. The parser tells it only of those that
/// are written as they read.
///
/// What looks like a definition and is one is in none of the parser's blocks, for nobody reads it.
struct LinkDefinitionScanner {
  private let source: [UInt8]

  /// Returns the places of all addresses that are defined, by what they read.
  static func destinations(in article: Article) -> [String: [TextRange]] {
    let scanner = LinkDefinitionScanner(source: article.bytes)
    var blocks = article.tree.blocks.map(\.range).sorted { $0.start < $1.start }[...]
    var found: [String: [TextRange]] = [:]
    var lines = LineScanner(article.bytes, from: article.body.start, to: article.body.end)
    while let line = lines.next() {
      while let first = blocks.first, first.end <= line.start { blocks = blocks.dropFirst() }
      guard let place = scanner.destination(in: line), blocks.first.map({ place.end <= $0.start }) ?? true else {
        continue
      }
      found[EntityTable.decoded(article.bytes[place.range], takingEscapes: true), default: []].append(place)
    }
    return found
  }

  /// Returns where the address stands in a line that defines one.
  private func destination(in line: LineScanner.Line) -> TextRange? {
    // It may stand in a quote or a list.
    guard let open = source[line.range].firstIndex(of: UInt8(ascii: "[")),
      source[line.start..<open].allSatisfy({ LineScanner.isBlank($0) || Self.markers.contains($0) }),
      let close = end(of: open + 1..<line.end, before: { $0 == UInt8(ascii: "]") }), close + 1 < line.end,
      source[close + 1] == UInt8(ascii: ":"), source[open + 1] != UInt8(ascii: "^")
    else { return nil }
    let rest = LineScanner.trimmed(source, close + 2..<line.end)
    guard source[rest].first == UInt8(ascii: "<") else {
      let end = end(of: rest, before: LineScanner.isBlank) ?? rest.upperBound
      return end > rest.lowerBound ? TextRange(rest.lowerBound, end) : nil
    }
    let start = rest.lowerBound + 1
    return end(of: start..<rest.upperBound, before: { $0 == UInt8(ascii: ">") }).map { TextRange(start, $0) }
  }

  /// Returns where a byte stands that no backslash takes the meaning from.
  private func end(of range: Range<Int>, before isEnd: (UInt8) -> Bool) -> Int? {
    var position = range.lowerBound
    while position < range.upperBound, !isEnd(source[position]) {
      position += source[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return position < range.upperBound ? position : nil
  }

  private static let markers = Set(">-*+.)0123456789".utf8)
}
