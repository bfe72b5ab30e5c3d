import Manuscripts
import StructuredText

extension Laws {
  mutating func checkArticle(_ bytes: [UInt8]) {
    let article = ArticleParser().article(from: bytes)
    expect(article.bytes == bytes, "an article keeps its bytes")
    checkParts(of: article)
    checkText(of: article)
    checkBlocks(of: article)
    checkMarks(of: article)
    checkStamps(of: article)
  }

  /// Whether front matter, provenance header and body lie one after the other.
  private mutating func checkParts(of article: Article) {
    let whole = TextRange(0, article.bytes.count)
    var end = 0
    for part in [article.frontMatter?.range, article.provenance?.range, article.body] {
      guard let part else { continue }
      expect(part.start >= end && whole.contains(part), "part \(part) comes after \(end), in \(whole)")
      end = part.end
    }
    expect(article.body.end == whole.end, "the body ends with the blob")
    if let frontMatter = article.frontMatter {
      expect(frontMatter.range.contains(frontMatter.content), "content in front matter")
    }
    for field in article.provenance?.fields ?? [] {
      expect(article.provenance?.range.contains(field.range) == true, "field \(field) in header")
    }
    let table = LineTable(article.bytes)
    for defect in article.defects {
      expect(whole.contains(defect.range), "defect \(defect) in \(whole)")
      let place = table.position(of: defect.range.start)
      expect(
        (1...table.lineCount).contains(place.line) && place.column >= 1
          && table.range(ofLine: place.line).start <= defect.range.start, "defect \(defect) on its line \(place)")
    }
  }

  /// Whether the text lies in the blob, stretch by stretch.
  private mutating func checkText(of article: Article) {
    let text = article.tree.text.bytes
    let segments = article.tree.text.segments
    let isDamaged = article.defects.contains { [.invalidUTF8, .nullByte].contains($0.kind) }
    expect(String(validating: text, as: UTF8.self) != nil, "the text is UTF-8")
    var position = 0
    for (index, segment) in segments.enumerated() {
      let end = index + 1 < segments.count ? segments[index + 1].text : text.count
      guard
        expect(
          segment.text == position && end >= position && article.body.contains(segment.source),
          "segment \(segment) at \(position)")
      else { return }
      if segment.isVerbatim {
        expect(
          end - segment.text == segment.source.count
            && (isDamaged || text[segment.text..<end].elementsEqual(article.bytes[segment.source.range])),
          "segment \(segment) is verbatim")
      }
      position = end
    }
    expect(position == text.count, "segments cover the text")
  }

  private mutating func checkBlocks(of article: Article) {
    let text = article.tree.text
    var position = 0
    var end = article.body.start
    for block in article.tree.blocks {
      guard
        expect(
          block.text.lowerBound == position && block.text.upperBound < text.bytes.count,
          "block \(block) at \(position)")
      else { return }
      expect(text.bytes[block.text.upperBound] == UInt8(ascii: "\n"), "block \(block) ends with a line feed")
      position = block.text.upperBound + 1
      expect(article.body.contains(block.range), "block \(block) in the body")
      if !block.text.isEmpty {
        expect(block.range.contains(text.source(of: block.text)), "block \(block) holds its text")
      }
      if case .footnote = block.kind { continue }
      expect(block.range.start >= end, "block \(block) comes after \(end)")
      end = block.range.end
    }
    expect(position == text.bytes.count, "blocks cover the text")
  }

  /// Whether links, emphasis and footnotes lie in blocks.
  private mutating func checkMarks(of article: Article) {
    let tree = article.tree
    for link in tree.links {
      guard let block = tree.block(holding: link.text) else {
        expect(false, "link \(link) in a block")
        continue
      }
      expect(block.range.contains(link.range), "link \(link) in the block \(block)")
      if !link.text.isEmpty {
        expect(link.range.contains(tree.text.source(of: link.text)), "link \(link) holds its text")
      }
    }
    for span in tree.spans {
      expect(tree.block(holding: span.text) != nil, "span \(span) in a block")
    }
    for reference in tree.footnoteReferences {
      expect(article.bytes[reference.range.start] == UInt8(ascii: "["), "reference \(reference) is one")
      let block = tree.block(holding: reference.text..<reference.text)
      expect(block?.range.contains(reference.range) == true, "reference \(reference) in a block")
    }
    for (index, note) in tree.footnotes.enumerated() {
      expect(article.body.contains(note.range), "note \(note) in the body")
      guard expect(tree.blocks.indices.contains(note.blocks) || note.blocks.isEmpty, "note \(note) has its blocks")
      else { continue }
      for block in note.blocks {
        expect(tree.blocks[block].kind == .footnote(index), "block \(block) of note \(index)")
      }
    }
  }

  /// Whether a stamp is written once, and taken off again.
  private mutating func checkStamps(of article: Article) {
    guard !article.defects.contains(where: { $0.kind == .tooLarge }) else { return }
    let stamp = Stamp(integrityTenths: 974, style: 81)
    let bare = ArticleEditor.unstamped(article)
    for place in StampPlace.allCases {
      let stamped = ArticleEditor.stamped(article, with: stamp, place: place, language: "fr")
      let again = ArticleParser().article(from: stamped)
      expect(
        ArticleEditor.stamped(again, with: stamp, place: place, language: "fr") == stamped,
        "a second stamp in \(place) changes nothing: \(String(decoding: stamped, as: UTF8.self).debugDescription)")
      expect(
        ArticleEditor.unstamped(again) == bare,
        "without its stamp in \(place) it is as before: \(String(decoding: stamped, as: UTF8.self).debugDescription)")
    }
  }
}

extension MarkdownTree {
  /// The block that a stretch of text lies in.
  fileprivate func block(holding text: Range<Int>) -> Block? {
    var (low, high) = (0, blocks.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if blocks[middle].text.lowerBound <= text.lowerBound { low = middle } else { high = middle }
    }
    guard low < blocks.count, blocks[low].text.lowerBound <= text.lowerBound,
      text.upperBound <= blocks[low].text.upperBound
    else { return nil }
    return blocks[low]
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
