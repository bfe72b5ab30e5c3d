import Manuscripts
import StructuredText
import TestSupport
import Testing

/// Whatever is read, every place names the bytes that it came from.
@Suite struct TreeInvariantTests {
  private static let pieces = [
    "Un mot", "é", " ", "  \n", "\n", "\n\n", "\r\n", "# ", "## Titre\n", "===\n", "---\n", "- ", "  - ", "1. ", "> ",
    "    ", "\t", "*", "**",
    "_", "`", "```\n", "~~", "[", "]", "(", ")", "![", "](http://a.fr)", "](b \"t\")", "][r]", "[r]: /u 't'\n", "[^1]",
    "[^1]: note\n", "[^x]:",
    "http://a.fr/b?c=d&e", "<http://b.fr>", "www.c.fr", "x@y.fr", "&eacute;", "&#8217;", "&x;", "<br>", "<p>", "</p>",
    "<div>\n", "</div>\n",
    "<a href=\"u\">", "</a>", "<img src=i>", "<!-- c -->", "<!--", "-->", "<script>", "</script>",
    "| a | b |\n|---|---|\n", "| x | y |\n", "|",
    "\\", "\\*", "13 %", "…", "«\u{00A0}", "\u{202F}%", "• ", "---\ntitle: x\n---\n", "<h2>t</h2>\n", "\"", "'",
    "{{< s >}}", "<", ">", "!",
  ]

  @Test(arguments: 0..<400) func everyPlaceNamesTheBytesItCameFrom(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...80, using: &generator) {
      bytes += (Self.pieces.randomElement(using: &generator) ?? "").utf8
    }
    // Half of the texts are damaged too, at any byte.
    for _ in 0..<(seed % 2 == 0 ? 0 : 5) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: place)
      default: bytes.insert(UInt8.random(in: 0...127, using: &generator), at: place)
      }
    }
    let article = ArticleParser().article(from: bytes)
    try expectSound(article, "seed \(seed): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
  }

  private func expectSound(_ article: Article, _ comment: Comment) throws {
    let whole = TextRange(0, article.bytes.count)
    let tree = article.tree
    let text = tree.text.bytes
    #expect(String(validating: text, as: UTF8.self) != nil, comment)
    for defect in article.defects { #expect(whole.contains(defect.range), comment) }
    let isDamaged = article.defects.contains { [.invalidUTF8, .nullByte].contains($0.kind) }

    var position = 0
    for (index, segment) in tree.text.segments.enumerated() {
      let end = index + 1 < tree.text.segments.count ? tree.text.segments[index + 1].text : text.count
      try #require(segment.text == position && article.body.contains(segment.source), comment)
      if segment.isVerbatim, !isDamaged {
        #expect(text[segment.text..<end].elementsEqual(article.bytes[segment.source.range]), comment)
      }
      if segment.isVerbatim { #expect(end - segment.text == segment.source.count, comment) }
      position = end
    }
    #expect(position == text.count, comment)

    position = 0
    var end = article.body.start
    for block in tree.blocks {
      try #require(block.text.lowerBound == position && block.text.upperBound < text.count, comment)
      #expect(text[block.text.upperBound] == UInt8(ascii: "\n"), comment)
      position = block.text.upperBound + 1
      #expect(article.body.contains(block.range), comment)
      if !block.text.isEmpty { #expect(block.range.contains(tree.text.source(of: block.text)), comment) }
      if case .footnote = block.kind { continue }
      #expect(block.range.start >= end, comment)
      end = block.range.end
    }
    #expect(position == text.count, comment)

    for link in tree.links {
      let block = try #require(
        tree.blocks.first { $0.text.lowerBound <= link.text.lowerBound && link.text.upperBound <= $0.text.upperBound },
        comment)
      #expect(block.range.contains(link.range), comment)
      if !link.text.isEmpty { #expect(link.range.contains(tree.text.source(of: link.text)), comment) }
    }
    for span in tree.spans {
      #expect(
        tree.blocks.contains {
          $0.text.lowerBound <= span.text.lowerBound && span.text.upperBound <= $0.text.upperBound
        }, comment)
    }
    for reference in tree.footnoteReferences {
      #expect(article.bytes[reference.range.start] == UInt8(ascii: "["), comment)
      #expect(
        tree.blocks.contains {
          $0.text.lowerBound <= reference.text && reference.text <= $0.text.upperBound
            && $0.range.contains(reference.range)
        }, comment)
    }
    for (index, note) in tree.footnotes.enumerated() {
      #expect(article.body.contains(note.range), comment)
      for block in note.blocks { #expect(tree.blocks[block].kind == .footnote(index), comment) }
    }
  }
}
