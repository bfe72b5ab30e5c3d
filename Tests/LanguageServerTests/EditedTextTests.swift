import StructuredText
import Testing

@testable import LanguageServer

/// Places in a text as editors count them, there and back.
@Suite struct EditedTextTests {
  /// é takes 2 bytes and 1 unit, 😀 4 bytes and 2 units; the lines end in each of the three ways.
  private static let sample = "né 😀x\r\nsecond 😀\rthird\n\nlast é"

  @Test(arguments: [PositionEncoding.utf8, .utf16])
  func everyScalarIsFoundAgain(encoding: PositionEncoding) {
    let text = EditedText(Array(Self.sample.utf8), encoding: encoding)
    let starts = text.bytes.indices.filter { offset in
      // Between the two halves of a line's end there is no place of its own.
      text.bytes[offset] & 0xC0 != 0x80 && !(text.bytes[offset] == 0x0A && text.bytes[max(0, offset - 1)] == 0x0D)
    }
    for offset in starts { #expect(text.offset(of: text.position(of: offset)) == offset) }
    #expect(text.position(of: text.bytes.count).line == 4)
  }

  @Test func columnsCountWhatWasAgreedUpon() {
    let bytes = Array(Self.sample.utf8)
    let x = bytes.firstIndex(of: UInt8(ascii: "x")) ?? 0
    #expect(EditedText(bytes, encoding: .utf16).position(of: x) == Position(line: 0, character: 5))
    #expect(EditedText(bytes, encoding: .utf8).position(of: x) == Position(line: 0, character: 8))
  }

  @Test func placesThatAreNoneBecomeTheNearest() {
    let text = EditedText(Array(Self.sample.utf8), encoding: .utf16)
    let lineEnd = Self.sample.utf8.prefix { $0 != 0x0D }.count
    #expect(text.offset(of: Position(line: 0, character: 999)) == lineEnd)
    #expect(text.offset(of: Position(line: 99, character: 0)) == text.bytes.count)
    #expect(text.offset(of: Position(line: -1, character: -1)) == 0)
    // Between the two units of 😀.
    #expect(text.offset(of: Position(line: 0, character: 4)) == text.offset(of: Position(line: 0, character: 3)))
  }

  @Test func longLinesKeepTheirPlaces() {
    let line = String(repeating: "é😀", count: 400)
    let text = EditedText(Array(line.utf8), encoding: .utf16)
    for index in 0..<400 {
      #expect(text.position(of: index * 6) == Position(line: 0, character: index * 3))
      #expect(text.offset(of: Position(line: 0, character: index * 3 + 1)) == index * 6 + 2)
    }
  }

  @Test func changesAreMadeWhereTheyAreSaidToBe() {
    let text = EditedText(Array(Self.sample.utf8), encoding: .utf16)
    let range = text.range(from: Position(line: 0, character: 3), to: Position(line: 1, character: 6))
    let changed = text.replacing(range, with: Array("\n".utf8))
    #expect(String(decoding: changed.bytes, as: UTF8.self) == "né \n 😀\rthird\n\nlast é")
    #expect(changed.position(of: 4) == Position(line: 0, character: 3))
  }

  @Test func addressesAndPathsAreEachOthersInverse() {
    for path in ["/home/ada/été 100%/a#b?.md", "/", "/a/😀.md"] {
      #expect(FileAddress.path(of: FileAddress.address(of: path)) == path)
    }
    #expect(FileAddress.path(of: "file://localhost/a%20b") == "/a b")
    for address in ["untitled:Untitled-1", "file://server/a", "file:///a%00b", "file:///%FF", ""] {
      #expect(FileAddress.path(of: address) == nil)
    }
  }
}
