import StructuredText

/// Changes single values in an article and leaves every other byte as it was.
package enum ArticleEditor {
  /// Returns the article with the scores of `stamp` written at `place`.
  ///
  /// A score that is already there, however it is written, stays as it is, so stamping twice changes nothing.
  /// Front matter that cannot be edited because it is broken leaves the provenance header to hold the stamp; an article
  /// whose front matter is not closed has no place for one, and stays as it is.
  ///
  /// - Parameter language: The language of the lines of a new header, as a tag; English when there is no pack for it.
  package static func stamped(
    _ article: Article, with stamp: Stamp, place: StampPlace, language: String
  ) -> [UInt8] {
    switch place {
    case .none: return article.bytes
    case .header: return HeaderEditor(article, language: language).stamped(with: stamp)
    case .frontMatter:
      let values = [
        stamp.style.map { _ in (Stamp.Key.style, stamp.styleText ?? "") },
        stamp.integrityTenths.map { _ in (Stamp.Key.integrity, stamp.integrityText ?? "") },
      ].compactMap { $0 }.filter { key, text in
        article.frontMatter?.node?[key]?.text.flatMap(Stamp.tenths) != Stamp.tenths(text)
      }
      return FrontMatterEditor(article).setting(values.map { (key: $0.0, value: $0.1, isText: false) })
        ?? HeaderEditor(article, language: language).stamped(with: stamp)
    }
  }

  /// Returns the article with the value of one key at the top of its front matter set, or the key added.
  ///
  /// - Parameter isText: Whether the value is text, to be quoted where it would read as something else,
  ///   or a number, a date or a truth value, which is written as it is.
  /// - Returns: `nil` when the front matter cannot be edited because it is broken.
  package static func setting(
    _ key: String, to value: String, isText: Bool = true, in article: Article
  ) -> [UInt8]? {
    FrontMatterEditor(article).setting([(key: key, value: value, isText: isText)])
  }

  /// Returns what is left of the article without its provenance header and the stamp in its front matter.
  ///
  /// Two versions that differ in nothing else give the same bytes. For comparison: blank lines around the header go too.
  package static func unstamped(_ article: Article) -> [UInt8] {
    let bytes = article.bytes
    let mark = article.defects.contains { $0.kind == .byteOrderMark } ? 3 : 0
    let head = article.provenance?.range.end ?? article.frontMatter?.range.end ?? mark
    let rest = bytes[head...].drop(while: LineScanner.isBlank)
    guard let frontMatter = article.frontMatter else { return Array(bytes[..<mark] + rest) }
    let front = Array(bytes[..<mark]) + FrontMatterEditor(article).withoutStamp(frontMatter)
    // Where nothing follows, the line ending behind the front matter came with the header or was never there.
    return rest.isEmpty ? Array(front[..<LineScanner.trimmed(front, 0..<front.count).upperBound]) : front + rest
  }

  /// Returns `bytes` with each range replaced; the ranges are in order and do not overlap.
  static func applying(_ edits: [(range: TextRange, text: String)], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.text.utf8.count })
    var position = 0
    for edit in edits where edit.range.start >= position && edit.range.end <= bytes.count {
      result += bytes[position..<edit.range.start]
      result += edit.text.utf8
      position = edit.range.end
    }
    return result + bytes[position...]
  }

  /// Returns the line ending that the text uses: that of its first line.
  static func lineEnding(of bytes: [UInt8]) -> String {
    let isEnd = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    guard let end = bytes.firstIndex(where: isEnd), bytes[end] == UInt8(ascii: "\r") else { return "\n" }
    return end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: "\n") ? "\r\n" : "\r"
  }
}
