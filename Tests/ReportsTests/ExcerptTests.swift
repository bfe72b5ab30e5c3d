import Reports
import StructuredText
import Testing

@Suite struct ExcerptTests {
  private func excerpt(_ words: String, in text: String, width: Int = 40) throws -> Excerpt {
    let located = LocatedText(path: "a.md", bytes: Array(text.utf8))
    let range = try #require(Samples.range(of: words, in: located))
    return LineTable(located.bytes).excerpt(of: range, in: located.bytes, width: width)
  }

  @Test func shortLineIsWholeAndItsIndentationGone() throws {
    let excerpt = try excerpt("412", in: "one\n   in 412 schools\nthree")
    #expect(excerpt.text == "in 412 schools")
    #expect(excerpt.line == 2 && excerpt.column == 7)
    #expect(excerpt.indent == 3 && excerpt.markWidth == 3)
  }

  @Test func longLineIsClippedAroundTheWords() throws {
    let filler = String(repeating: "lorem ", count: 1000)
    let excerpt = try excerpt("412", in: filler + "412 " + filler)
    #expect(excerpt.text.hasPrefix("…") && excerpt.text.hasSuffix("…"))
    #expect(excerpt.words == "412")
    #expect(DisplayText.width(excerpt.text) <= 40)
    #expect(excerpt.column == 6001)
  }

  @Test func wordsLongerThanTheLineAreClippedThemselves() throws {
    let words = String(repeating: "x", count: 500)
    let excerpt = try excerpt(words, in: "before \(words) after")
    #expect(DisplayText.width(excerpt.text) <= 40)
    #expect(excerpt.markWidth <= 40)
    #expect(excerpt.words.allSatisfy { $0 == "x" })
  }

  @Test func wideAndCombiningCharactersKeepTheCaretsInPlace() throws {
    let wide = try excerpt("412", in: "日本語 412 校")
    #expect(wide.indent == 7)
    let combining = try excerpt("412", in: "e\u{301}e\u{301} 412")
    #expect(combining.indent == 3)
    #expect(combining.column == 6)
  }

  @Test func invalidUTF8IsSpelledOut() {
    let bytes: [UInt8] = [0x61, 0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0x62]
    let excerpt = LineTable(bytes).excerpt(of: TextRange(7, 8), in: bytes, width: 60)
    #expect(excerpt.before == "a\\xFF\\xC0\\x80\\xED\\xA0\\x80")
    #expect(excerpt.words == "b")
  }

  @Test(arguments: [(0, 0), (3, 3), (5, 900), (900, 901), (2, 1)]) func anyRangeGivesAnExcerpt(start: Int, end: Int) {
    let bytes = Array("é\né\n".utf8)
    let excerpt = LineTable(bytes).excerpt(of: TextRange(start, end), in: bytes, width: 30)
    #expect(excerpt.markWidth >= 1)
    #expect(excerpt.line >= 1 && excerpt.column >= 1)
  }

  @Test func rangeOverSeveralLinesIsMarkedOnItsFirst() throws {
    let excerpt = try excerpt("two\nthree", in: "one two\nthree four")
    #expect(excerpt.words == "two")
    #expect(excerpt.text == "one two")
  }
}
