import StructuredText

/// Reads a blob as an article.
///
/// Any bytes give an article: what cannot be read is among its defects.
package struct ArticleParser: Sendable {
  /// The most bytes that are read; a larger blob gets no tree.
  package static let sizeLimit = 16 << 20

  package init() {}

  /// - Parameter other: another version; a front matter that did not change is not read again.
  package func article(from bytes: [UInt8], knowing other: Article? = nil) -> Article {
    let whole = TextRange(0, bytes.count)
    guard bytes.count <= Self.sizeLimit else {
      return Article(
        bytes: bytes, frontMatter: nil, provenance: nil, body: whole, tree: MarkdownTree(),
        defects: [Article.Defect(kind: .tooLarge, range: whole)])
    }
    let (text, damage) = TextRepair.repaired(bytes)
    var defects = damage
    var start = 0
    if text.starts(with: [0xEF, 0xBB, 0xBF]) {
      start = 3
      defects.append(Article.Defect(kind: .byteOrderMark, range: TextRange(0, 3)))
    }
    if text[start...].allSatisfy({ LineScanner.isBlank($0) }) {
      defects.append(Article.Defect(kind: .empty, range: whole))
    }

    let head =
      other?.frontMatter(at: start, standingIn: text).map { ($0, []) }
      ?? FrontMatterScanner(text).frontMatter(at: start)
    defects += head.defects
    start = head.frontMatter?.range.end ?? start
    let provenance = ProvenanceScanner(text).header(at: start)
    start = provenance?.range.end ?? start
    if head.frontMatter != nil, let second = FrontMatterScanner(text).secondFrontMatter(at: start) {
      defects.append(Article.Defect(kind: .secondFrontMatter, range: second))
      if text[start..<second.start].allSatisfy({ LineScanner.isBlank($0) }) { start = second.end }
    }

    let body = TextRange(start, text.count)
    let reading = MarkdownReader.read(text, body: body)
    return Article(
      bytes: bytes, frontMatter: head.frontMatter, provenance: provenance, body: body, tree: reading.tree,
      defects: defects + reading.defects)
  }
}

extension Article {
  /// The front matter, where nothing is wrong with the article, and the same lines stand at `start` in another text.
  fileprivate func frontMatter(at start: Int, standingIn text: [UInt8]) -> FrontMatter? {
    guard defects.isEmpty, let frontMatter, frontMatter.range.start == start, frontMatter.range.end <= text.count,
      text[frontMatter.range.end - 1] == UInt8(ascii: "\n"),
      text.isEqual(in: frontMatter.range.range, to: bytes, from: start)
    else { return nil }
    return frontMatter
  }
}
