import Testing

@testable import StructuredText

/// JSON as other programs write it, and what only looks like it.
@Suite struct JSONReaderTests {
  private func node(_ text: String) throws -> Node { try JSONReader.node(in: Array(text.utf8)) }

  @Test func valuesKeepTheirPlacesAndSpelling() throws {
    let node = try node(#" {"a": [1, -2.50e+3, true, null], "é": {"b": "c"}} "#)
    #expect(node["a"]?.items?.compactMap(\.text) == ["1", "-2.50e+3", "true", "null"])
    #expect(node["a"]?.items?.last?.isNull == true)
    #expect(node["é"]?["b"]?.text == "c")
    #expect(node["é"]?["b"]?.range == TextRange(46, 49))
    #expect(try self.node("[]").items?.isEmpty == true)
    #expect(try self.node("{}").entries?.isEmpty == true)
  }

  @Test func escapesAreUndone() throws {
    let text = try node(#""\"\\\/\b\f\n\r\t\u00e9\uD83D\ude00\ud83d \ude00\ud83d\u0041""#).text
    #expect(text == "\"\\/\u{8}\u{C}\n\r\té😀\u{FFFD} \u{FFFD}\u{FFFD}A")
  }

  @Test(arguments: 0..<20) func stringsEndAndBreakWhereverTheyDo(_ count: Int) throws {
    let letters = String(repeating: "é", count: count / 2) + String(repeating: "a", count: 20 - count)
    #expect(try node("[\"\(letters)\\n\(letters)\"]").items?.first?.text == letters + "\n" + letters)
    for control: UInt8 in [0, 0x0A, 0x1F] {
      let bytes = Array("\"\(letters)".utf8) + [control] + Array("aaaaaaaaa\"".utf8)
      let error = #expect(throws: StructuredTextError.self) { try JSONReader.node(in: bytes) }
      #expect(error?.range.start == 1 + letters.utf8.count)
    }
  }

  @Test func bytesThatAreNoTextBecomeReplacementCharacters() throws {
    #expect(try JSONReader.node(in: [0x22, 0x61, 0xFF, 0x22]).text == "a\u{FFFD}")
  }

  @Test(
    arguments: [
      "", " ", "{", "[", "\"", "[1", "[1,", "[1,]", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,}", "{a:1}",
      "{\"a\":1,\"a\":2}",
      "01", "-", "1.", ".5", "1e", "+1", "tru", "True", "nul", "NaN", "1 2", "[1] x", "'a'", "\"\\x\"", "\"\\u12g4\"",
      "\"\\u12",
      "\"\\", "\"a\nb\"", "[1;2]",
    ])
  func whatIsNoJSONIsRefusedAtItsPlace(text: String) {
    let error = #expect(throws: StructuredTextError.self) { try node(text) }
    #expect((error?.range.end ?? -1) <= text.utf8.count)
  }

  @Test func deepNestingIsRefusedAndNotFollowed() {
    #expect(throws: StructuredTextError.self) { try node(String(repeating: "[", count: 1_000_000)) }
    #expect(throws: StructuredTextError.self) { try node(String(repeating: "{\"a\":", count: 100)) }
    #expect(throws: Never.self) { try node(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)) }
  }
}
