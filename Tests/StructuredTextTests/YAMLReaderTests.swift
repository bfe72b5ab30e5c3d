import StructuredText
import Testing

@Suite struct YAMLReaderTests {
  private func read(_ text: String) throws -> Node? {
    let bytes = Array(text.utf8)
    return try YAMLReader.node(in: bytes, range: TextRange(0, bytes.count))
  }

  /// Reads a text that must be refused, and returns the error with the text at its place.
  private func refusal(_ text: String) throws -> (error: StructuredTextError, place: String) {
    let bytes = Array(text.utf8)
    let error = try #require(throws: StructuredTextError.self) {
      try YAMLReader.node(in: bytes, range: TextRange(0, bytes.count))
    }
    #expect(error.range.end <= bytes.count)
    return (error, String(decoding: bytes[error.range.range], as: UTF8.self))
  }

  @Test func scalarsStayText() throws {
    let node = try #require(try read("version: 1.10\ncountry: no\ntime: 1:30\ndate: 2025-07-29\nzero: 012\n"))
    #expect(node.entries?.map { $0.value.text } == ["1.10", "no", "1:30", "2025-07-29", "012"])
  }

  @Test func quotedScalarIsNotPlain() throws {
    let node = try #require(try read("a: true\nb: \"true\"\n"))
    guard case .scalar(let plain)? = node["a"], case .scalar(let quoted)? = node["b"] else {
      Issue.record("not scalars")
      return
    }
    #expect(plain.isPlain)
    #expect(!quoted.isPlain)
  }

  @Test func rangesCountBytesOfTheWholeBlobBehindAccents() throws {
    let text = "préface\nété: « là »\nnext: [é, 'ü']\n"
    let bytes = Array(text.utf8)
    let start = "préface\n".utf8.count
    let node = try #require(try YAMLReader.node(in: bytes, range: TextRange(start, bytes.count)))
    func source(_ range: TextRange) -> String { String(decoding: bytes[range.range], as: UTF8.self) }
    let entries = try #require(node.entries)
    #expect(entries.map { source($0.key.range) } == ["été", "next"])
    #expect(entries.map { source($0.value.range) } == ["« là »", "[é, 'ü']"])
    #expect(entries[1].value.items?.map { source($0.range) } == ["é", "'ü'"])
    #expect(source(node.range) == "été: « là »\nnext: [é, 'ü']")
  }

  @Test func blockScalarAndBlockListEndWithTheirLastLine() throws {
    let text = "a: |\n  un\n  deux\n\nb:\n  - x\n  - y\n\nc: z\n"
    let bytes = Array(text.utf8)
    let node = try #require(try read(text))
    func source(_ key: String) -> String? { node[key].map { String(decoding: bytes[$0.range.range], as: UTF8.self) } }
    #expect(node["a"]?.text == "un\ndeux\n")
    #expect(source("a") == "|\n  un\n  deux")
    #expect(source("b") == "- x\n  - y")
  }

  @Test(arguments: ["", "   \n\n", "# a comment\n", "---\n"]) func emptyTextHasNoNode(_ text: String) throws {
    #expect(try read(text) == nil)
  }

  @Test func jsonIsRead() throws {
    let node = try #require(try read("{\"a\": {\"b\": [1, true, null, \"\\u00e9\\n\"]},\n\t\"c\":\"d\"}"))
    #expect(node["a"]?["b"]?.items?.map(\.text) == ["1", "true", "null", "é\n"])
    #expect(node["c"]?.text == "d")
  }

  @Test func windowsLineEndingsKeepPlacesRight() throws {
    let text = "é: 1\r\nb: deux\r\n"
    let node = try #require(try read(text))
    let range = try #require(node["b"]).range
    #expect(String(decoding: Array(text.utf8)[range.range], as: UTF8.self) == "deux")
  }

  @Test func colonInsideAValueIsToldToBeQuoted() throws {
    let (error, place) = try refusal("date: 2025\ntitle: IA : le guide\n")
    #expect(error.message == "a colon followed by a space inside a value ends it")
    #expect(error.remedy == "put the value between quotes: title: \"IA : le guide\"")
    #expect(place == "")
    #expect(error.range.start == "date: 2025\ntitle: IA ".utf8.count)
  }

  @Test func apostropheInsideSingleQuotesIsToldToBeDoubleQuoted() throws {
    let (error, _) = try refusal("title: 'L'IA en PME'\n")
    #expect(error.remedy == "put the value between quotes: title: \"L'IA en PME\"")
  }

  @Test(arguments: [
    ("a: &x 1\nb: 2\n", "anchors (&name) are not read here"),
    ("a: *x\n", "aliases (*name) are not read here"),
    ("a: !!int 1\n", "tags (!name) are not read here"),
    ("a: &x [1]\n", "anchors (&name) are not read here"),
    ("a: !t {b: 1}\n", "tags (!name) are not read here"),
  ]) func whatMakesTextGrowIsRefused(_ text: String, _ message: String) throws {
    #expect(try refusal(text).error.message == message)
  }

  @Test func repeatedKeyIsRefusedAtItsSecondPlace() throws {
    let (error, place) = try refusal("title: a\ndate: b\ntitle: c\n")
    #expect(error.message == "the key \"title\" is given twice")
    #expect(place == "title")
    #expect(error.range.start == "title: a\ndate: b\n".utf8.count)
  }

  @Test func secondDocumentIsRefused() throws {
    #expect(try refusal("a: 1\n---\nb: 2\n").error.message == "a second document starts here")
  }

  @Test(arguments: ["[", "{a: ", "- "]) func deepNestingIsRefused(_ opening: String) throws {
    let text = String(repeating: opening, count: 10_000)
    #expect(try refusal(text).error.message == "lists and mappings stand more than 64 deep in each other")
  }

  @Test func nestingUpToTheLimitIsRead() throws {
    let text = String(repeating: "[", count: 63) + "a" + String(repeating: "]", count: 63)
    #expect(try read(text) != nil)
  }

  @Test func largeTextIsRefused() throws {
    let text = "a: " + String(repeating: "x", count: YAMLReader.sizeLimit)
    #expect(try refusal(text).error.message == "the text is larger than 1024 KB")
  }

  @Test func bytesThatAreNoTextAreRefused() throws {
    for bytes: [UInt8] in [[0x61, 0x3A, 0x20, 0xFF, 0x0A], [0x61, 0x3A, 0x20, 0x00, 0x0A]] {
      let error = try #require(throws: StructuredTextError.self) {
        try YAMLReader.node(in: bytes, range: TextRange(0, bytes.count))
      }
      #expect(error.range.start == 3)
    }
  }

  @Test func rangeOutsideTheBytesIsCutToThem() throws {
    #expect(try YAMLReader.node(in: Array("a: b".utf8), range: TextRange(-5, 900))?["a"]?.text == "b")
  }
}
