import StructuredText
import Testing

/// TOML as Hugo and others put it before their articles.
@Suite struct TOMLReaderTests {
  /// A node as one line: mappings in braces, lists in brackets, quoted texts in quotes.
  private func outline(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar): scalar.isPlain ? scalar.text : "\"\(scalar.text)\""
    case .sequence(let items, _): "[" + items.map(outline).joined(separator: ", ") + "]"
    case .mapping(let entries, _):
      "{" + entries.map { "\($0.key.text): \(outline($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  private func read(_ text: String) throws(StructuredTextError) -> Node {
    let bytes = Array(text.utf8)
    return try TOMLReader.node(in: bytes, range: TextRange(0, bytes.count))
  }

  @Test(arguments: [
    ("", "{}"), ("# a remark\n\n", "{}"), ("a = 1", "{a: 1}"),
    ("a = \"é\"\r\nb = 'c\\d'\r\n", "{a: \"é\", b: \"c\\d\"}"),
    (
      "date = 2025-06-02T10:00:00+02:00\nday = 2025-06-02 # then\nat = 07:32:00",
      "{date: 2025-06-02T10:00:00+02:00, day: 2025-06-02, at: 07:32:00}"
    ),
    ("moment = 1979-05-27 07:32:00Z", "{moment: 1979-05-27 07:32:00Z}"),
    ("a = [1, -2.5e3, true,\n  # so\n  \"b\", [],\n]", "{a: [1, -2.5e3, true, \"b\", []]}"),
    ("a.b = 1\na.'c d' = 0xFF\n\"e\" = +inf", "{a: {b: 1, c d: 0xFF}, e: +inf}"),
    ("a = {b = 1, c.d = \"x\"}", "{a: {b: 1, c: {d: \"x\"}}}"),
    ("t = 1\n[params]\nlang = \"fr\"\n[params.deep]\nx = 1_000", "{t: 1, params: {lang: \"fr\", deep: {x: 1_000}}}"),
    ("[[sources]]\nname = \"A\"\n\n[[sources]]\nname = \"B\"", "{sources: [{name: \"A\"}, {name: \"B\"}]}"),
    ("a = \"\"\"\nde\\\n   ux \"\" lignes\n\"\"\"", "{a: \"deux \"\" lignes\n\"}"),
    ("a = '''l'été'''", "{a: \"l'été\"}"),
    ("a = \"\\u00e9\\t\\\"\\U0001F31E\"", "{a: \"é\t\"🌞\"}"), ("[a.b]\nc = 1\n[a]\nd = 2", "{a: {b: {c: 1}, d: 2}}"),
  ])
  func documentsAreRead(text: String, expected: String) throws {
    #expect(outline(try read(text)) == expected)
  }

  @Test(arguments: [
    ("title = Été", "\"Été\" is no number", "Été"), ("title = \"a", "quotation mark", "\"a"),
    ("title", "followed by '='", ""),
    ("a = 1\na = 2", "given twice", "a"), ("[a]\n[a]", "given twice", "a"), ("a = 1\n[a]", "given twice", "a"),
    ("a = [1 2]", "a list must end", "2"), ("a = 1 b = 2", "nothing more", "b"), ("= 1", "a key is missing", "="),
    ("a = {b = 1", "a table in braces", ""), ("a = \"\\q\"", "a backslash", "\\q"), ("a =", "a value is missing", ""),
    ("a.b = 1\n[a]", "given twice", "a"), ("a = \"x\ny\"", "quotation mark", "\"x"), ("é = 1", "a key is missing", nil),
    ("a = \"\\uD800\"", "a backslash", "\\uD800"),
  ])
  func mistakesAreToldWithTheirPlace(text: String, message: String, words: String?) throws {
    let error = try #require(throws: StructuredTextError.self) { try read(text) }
    #expect(error.message.contains(message), "\(error.message)")
    let bytes = Array(text.utf8)
    #expect(error.range.start >= 0 && error.range.end <= bytes.count)
    if let words { #expect(String(decoding: bytes[error.range.range], as: UTF8.self) == words) }
  }

  @Test func rangesNameTheTextTheyCover() throws {
    let text = "# é\ntitle = \"Été\" # là\n[params]\nlang = 'fr'\n"
    let bytes = Array(text.utf8)
    let node = try read(text)
    let words = { (range: TextRange) in String(decoding: bytes[range.range], as: UTF8.self) }
    #expect(words(try #require(node["title"]).range) == "\"Été\"")
    #expect(words(try #require(node["params"]).range) == "[params]\nlang = 'fr'")
    #expect(words(try #require(node["params"]?["lang"]).range) == "'fr'")
  }

  @Test func hostileTextIsRefusedInBoundedTime() {
    for text in [
      "a = " + String(repeating: "[", count: 100_000), "a = " + String(repeating: "{b=", count: 100_000),
      "[" + String(repeating: "a.", count: 100_000), String(repeating: "a.", count: 100_000) + "b = 1",
      "a = \"" + String(repeating: "\\", count: 99_999), "a = 1\n" + String(repeating: "[[a]]\n", count: 3),
    ] {
      #expect(throws: StructuredTextError.self) { try read(text) }
    }
  }

  @Test func anyBytesGiveANodeOrAnError() {
    let alphabet = Array("ab\"'[]{}=.,#\n\r\\u0 é-:T1_".utf8)
    var state: UInt64 = 7
    for _ in 0..<3_000 {
      var bytes: [UInt8] = []
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      do {
        let node = try TOMLReader.node(in: bytes, range: TextRange(0, bytes.count))
        #expect(node.range.end <= bytes.count)
      } catch {
        #expect(error.range.start <= error.range.end && error.range.end <= bytes.count)
      }
    }
  }
}
