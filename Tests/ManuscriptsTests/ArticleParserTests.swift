import Manuscripts
import StructuredText
import Testing

@Suite struct ArticleParserTests {
  /// A front matter is taken from another version where nothing of it can be otherwise, and read where it can.
  @Test func frontMatterIsReadAsIfNoOtherVersionWereKnown() {
    let texts = [
      "---\ntitle: a\n---\nText.", "---\ntitle: a\n---\nOther text.\n", "---\ntitle: a\n---",
      "---\ntitle: a\n----\nText.",
      "---\ntitle: b\n---\nText.", "---\ntitle: [\n---\nText.", "+++\ntitle = 'a'\n+++\nText.",
      "{\"title\": \"a\"}\nText.",
      "{\"title\": \"a\"}", "{\"title\": \"a\"} text", "---\ntitle: a\n---\n---\ntitle: a\n---\n", "Text.", "",
      "\u{FEFF}---\ntitle: a\n---\nText.",
    ].map { Array($0.utf8) }
    for other in texts.map({ ArticleParser().article(from: $0) }) {
      for text in texts {
        let (read, known) = (ArticleParser().article(from: text), ArticleParser().article(from: text, knowing: other))
        #expect(read.frontMatter.map { "\($0)" } == known.frontMatter.map { "\($0)" })
        #expect(read.defects == known.defects && read.body == known.body)
      }
    }
  }

  @Test func articleIsTakenApartIntoItsParts() throws {
    let text = """
      ---
      title: "Un titre : le guide"
      tags: [a, b]
      ---

      <!--
      STYLE APPLIQUÉ
      Score conversationnel : 72%
      Score intégrité : 91.5%
      Optimisé le : 2025-01-02T03:04:05Z
      -->

      # Un titre

      Un *mot*.

      """
    let article = ArticleParser().article(from: Array(text.utf8))
    #expect(article.defects.isEmpty)
    #expect(article.frontMatter?.node?["title"]?.text == "Un titre : le guide")
    let header = try #require(article.provenance)
    #expect(header.state == "STYLE APPLIQUÉ")
    #expect(header[.styleScore]?.value == "72%")
    #expect(header[.integrityScore]?.value == "91.5%")
    #expect(header[.optimizedAt]?.value == "2025-01-02T03:04:05Z")
    #expect(article.tree.blocks.map(\.kind) == [.heading(level: 1), .paragraph])
    #expect(String(decoding: article.tree.text.bytes, as: UTF8.self) == "Un titre\nUn mot.\n")
  }
}
