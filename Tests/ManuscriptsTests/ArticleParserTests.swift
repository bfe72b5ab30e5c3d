import Manuscripts
import StructuredText
import Testing

@Suite struct ArticleParserTests {
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
