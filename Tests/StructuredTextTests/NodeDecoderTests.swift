import StructuredText
import Testing

@Suite struct NodeDecoderTests {
  private enum Place: String, CaseIterable { case header, body }

  private func decoder(_ text: String) throws -> NodeDecoder {
    let bytes = Array(text.utf8)
    return NodeDecoder(try YAMLReader.node(in: bytes, range: TextRange(0, bytes.count)))
  }

  @Test func valuesAreReadByType() throws {
    let decoder = try decoder(
      "name: 1.10\ncount: 12\nscore: 97.5\nflag: true\nlist: [a, b]\nsingle: c\nplace: body\ninner: {key: v}\nnone:\n")
    #expect(decoder.string("name") == "1.10")
    #expect(decoder.int("count", in: 0...20) == 12)
    #expect(decoder.tenths("score", in: 0...1000) == 975)
    #expect(decoder.bool("flag") == true)
    #expect(decoder.strings("list") == ["a", "b"])
    #expect(decoder.strings("single") == ["c"])
    #expect(decoder.choice("place", of: Place.self) == .body)
    #expect(decoder.mapping("inner")?.string("key") == "v")
    #expect(decoder.string("none") == nil)
    #expect(decoder.string("absent") == nil)
    #expect(decoder.finish().isEmpty)
  }

  @Test func unknownKeyIsToldWithTheNearestKnownOne() throws {
    let text = "version: 1\nartciles: x\n"
    let decoder = try decoder(text)
    _ = decoder.int("version", in: 1...1)
    _ = decoder.strings("articles")
    let errors = decoder.finish()
    #expect(errors.map(\.message) == ["unknown key \"artciles\""])
    #expect(errors.first?.remedy == "did you mean \"articles\"?")
    #expect(errors.first.map { String(decoding: Array(text.utf8)[$0.range.range], as: UTF8.self) } == "artciles")
  }

  @Test func allErrorsAreToldInTheOrderOfTheText() throws {
    let decoder = try decoder(
      "place: haeder\nlist: {a: 1}\nstages:\n  - {name: a, nmae: b}\n  - word\ncount: '3'\nflag: yes\n")
    #expect(decoder.bool("flag") == nil)
    #expect(decoder.int("count", in: 0...9) == nil)
    #expect(decoder.mappings("stages")?.compactMap { $0.string("name") } == ["a"])
    #expect(decoder.strings("list") == nil)
    #expect(decoder.choice("place", of: Place.self) == nil)
    decoder.require("title")
    let errors = decoder.finish()
    #expect(
      errors.map(\.message) == [
        "the key \"title\" is missing",
        "\"place\" must be one of: header, body",
        "\"list\" must be a list",
        "unknown key \"nmae\"",
        "expected keys with values",
        "\"count\" must be a whole number from 0 to 9",
        "\"flag\" must be true or false",
      ])
    #expect(
      errors.map(\.remedy) == [
        "add 'title: …'", "did you mean \"header\"?", "write 'list: [first, second]'", "did you mean \"name\"?",
        "write 'key: value'", "remove the quotes", "write 'flag: true' or 'flag: false'",
      ])
  }

  @Test(arguments: ["97,5", "97.55", "-1", "1e2", "101", ".5", "NaN", "0x10", "99999999999999999999"])
  func numberThatIsNoScoreIsRefused(_ text: String) throws {
    let decoder = try decoder("score: \(text)\n")
    #expect(decoder.tenths("score", in: 0...1000) == nil)
    #expect(decoder.finish().count == 1)
  }

  @Test func freeKeysAreNotUnknown() throws {
    let decoder = try decoder("cliche: off\nother: 2\n")
    #expect(decoder.keys.map(\.text) == ["cliche", "other"])
    #expect(decoder.finish().isEmpty)
  }

  @Test func nearestNameAllowsASwapAndNoStranger() {
    #expect(Spelling.nearest(to: "Stlye", among: ["stage", "style"]) == "style")
    #expect(Spelling.nearest(to: "max_drop", among: ["max-drop"]) == "max-drop")
    #expect(Spelling.nearest(to: "zebra", among: ["stage", "style"]) == nil)
    #expect(Spelling.nearest(to: "", among: ["stage"]) == nil)
  }
}
