import Manuscripts
import StructuredText
import Testing

/// Whatever the bytes, reading ends soon, without a trap, and says what is wrong.
@Suite struct HostileInputTests {
  private func kinds(_ bytes: [UInt8]) -> [Article.Defect.Kind] {
    ArticleParser().article(from: bytes).defects.map(\.kind)
  }

  private func repeated(_ text: String, _ count: Int) -> [UInt8] {
    Array(repeatElement(Array(text.utf8), count: count).joined())
  }

  @Test func emptyBlobIsTold() {
    #expect(kinds([]) == [.empty])
    #expect(kinds(Array(" \n\t\r\n".utf8)) == [.empty])
    #expect(kinds([0xEF, 0xBB, 0xBF]) == [.byteOrderMark, .empty])
  }

  @Test func hugeBlobHasNoTree() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 20 << 20)
    let article = ArticleParser().article(from: bytes)
    #expect(article.defects == [Article.Defect(kind: .tooLarge, range: TextRange(0, bytes.count))])
    #expect(article.tree.blocks.isEmpty)
  }

  @Test func badBytesAreReplacedAndNothingMoves() throws {
    let bytes = Array("# a\u{0}b ".utf8) + [0xFF, 0xC3] + Array(" é\n\nfin".utf8)
    let article = ArticleParser().article(from: bytes)
    #expect(
      article.defects == [
        Article.Defect(kind: .invalidUTF8, range: TextRange(6, 7)),
        Article.Defect(kind: .nullByte, range: TextRange(3, 4)),
      ])
    #expect(String(decoding: article.tree.text.bytes, as: UTF8.self) == "a?b ?? é\nfin\n")
    let last = try #require(article.tree.blocks.last)
    #expect(String(decoding: bytes[last.range.range], as: UTF8.self) == "fin")
    #expect(article.bytes == bytes)
  }

  @Test(arguments: 0..<20) func badByteIsReplacedWhereverItStands(_ place: Int) {
    for byte: UInt8 in [0, 0x80, 0xFF] {
      var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 20)
      bytes[place] = byte
      let article = ArticleParser().article(from: bytes)
      #expect(article.defects.map(\.range) == [TextRange(place, place + 1)])
      #expect(article.tree.text.bytes.firstIndex(of: UInt8(ascii: "?")) == place)
    }
  }

  @Test(
    arguments: [
      [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xF0, 0x9F, 0x92], [0x80],
    ] as [[UInt8]]) func illFormedSequenceIsNoText(_ bytes: [UInt8])
  {
    let article = ArticleParser().article(from: bytes)
    #expect(article.defects.map(\.kind) == [.invalidUTF8])
    #expect(article.tree.text.bytes.filter { $0 == UInt8(ascii: "?") }.count == bytes.count)
  }

  @Test(arguments: ["> ", "- a\n", "- ", "1. ", ">", "> - ", "* > 1) "]) func deepNestingIsToldAndPassedOver(
    _ mark: String
  ) {
    let bytes = repeated(mark, 10_000) + Array("fond\n\n".utf8) + repeated("\n", 100_000) + Array("après".utf8)
    let article = ArticleParser().article(from: bytes)
    #expect(article.defects.map(\.kind) == (mark == "- a\n" ? [] : [.tooDeeplyNested]))
    let last = article.tree.blocks.last
    #expect(last.map { String(decoding: article.tree.text.bytes[$0.text], as: UTF8.self) } == "après")
  }

  @Test func stairsOfListsEndAtTheLimit() throws {
    let stairs = (0..<1_000).flatMap { repeated(" ", 2 * $0) + Array("- a\n".utf8) }
    let article = ArticleParser().article(from: stairs + repeated("\n", 100_000))
    #expect(article.defects.map(\.kind) == [.tooDeeplyNested])
    #expect(article.tree.blocks.count == 100)
  }

  @Test func thematicBreakIsNoNesting() {
    #expect(kinds(repeated("* ", 500)) == [])
    #expect(kinds(repeated("-", 5000)) == [])
  }

  @Test func longReferenceUsedThousandsOfTimesIsGivenUp() {
    let bytes = Array("[a]: /".utf8) + repeated("x", 200_000) + Array("\n\n".utf8) + repeated("[a] ", 50_000)
    #expect(kinds(bytes) == [.tooLarge])
  }

  @Test(arguments: [
    "[", "![", "![[]()", "[a](", "[a](<", "*a ", "_a*b ", "**a*", "`a", "``` ", "<!--", "<?", "<a ", "&", "](", "[^a]",
    "[^a]: b\n",
    "http://a.b[", "http://a.b ", "www.a.b ", "a@b.c ", "~~a", "\\", "<div>", "<p>\n", "| a ", "|a|b\n", "{{< x >}}",
    "<script>",
    "[r](x (", "[a]: /b\n", "\r", "\u{FEFF}", "\u{2028}",
  ]) func repetitionIsReadInLinearTime(_ piece: String) {
    let clock = ContinuousClock()
    let elapsed = clock.measure {
      _ = ArticleParser().article(from: repeated("[r]: /x\n\n", 1) + repeated(piece, 20_000))
    }
    // A debug build on a busy machine; what grows with the square takes minutes.
    #expect(elapsed < .seconds(10))
  }

  @Test(arguments: [
    "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "a: *a\n", "a: !!python/object x\n", "a: b: c\n", "\t- a\n",
    "a: 'b\n",
    "- a\n", "word\n", "a: 1\na: 2\n", "[\n", "a: {b: [c\n",
  ]) func brokenFrontMatterIsADefectAtItsPlace(_ content: String) throws {
    let text = "---\n\(content)---\n\n# T\n"
    let article = article(text)
    let frontMatter = try #require(article.frontMatter)
    #expect(frontMatter.node == nil)
    #expect(outline(text) == ["h1: T"])
    let defect = try #require(article.defects.first)
    #expect(article.defects.count == 1)
    guard case .brokenFrontMatter(let message) = defect.kind else {
      Issue.record("\(defect)")
      return
    }
    #expect(!message.isEmpty)
    #expect(frontMatter.range.contains(defect.range))
  }
}
