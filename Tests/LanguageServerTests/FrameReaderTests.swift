import Testing

@testable import LanguageServer

/// Messages cut out of whatever bytes come.
@Suite struct FrameReaderTests {
  /// Returns the frames of `text`, handed over `size` bytes at a time.
  private func frames(_ text: String, size: Int = .max) -> [String] {
    var reader = FrameReader()
    var found: [String] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      reader.add(Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
      while let frame = reader.next() {
        switch frame {
        case .message(let bytes): found.append(String(decoding: bytes, as: UTF8.self))
        case .broken: found.append("broken")
        }
      }
    }
    return found
  }

  @Test(arguments: [1, 7, 1000]) func messagesAreCutHoweverTheyArrive(size: Int) {
    let text = "Content-Length: 2\r\n\r\n{}content-length:3\r\nContent-Type: x; charset=utf-8\r\n\r\n[é"
    #expect(frames(text, size: size) == ["{}", "[é"])
  }

  @Test(
    arguments: [
      "Content-Length: many\r\n\r\n{}", "Content-Length: -2\r\n\r\n{}",
      "Content-Length: 99999999999999999999\r\n\r\n{}",
      "Content-Length: 900000000\r\n\r\n{}", "Content-Type: x\r\n\r\n{}", "\r\n\r\n{}",
      "noise\r\n\r\n", String(repeating: "noise ", count: 3000), "}", "Content-Length:\r\n\r\n{}",
      "GET / HTTP/1.1\r\nHost: x\r\n\r\n", "Content-Length: 4\r\nX: " + String(repeating: "y", count: 9000),
    ], [1, 1000])
  func whatComesBehindBrokenBytesIsReadAgain(noise: String, size: Int) {
    let text = noise + "Content-Length: 4\r\n\r\ntrue" + "Content-Length: 4\r\n\r\nnull"
    let found = frames(text, size: size)
    #expect(found.first == "broken")
    #expect(Array(found.suffix(2)) == ["true", "null"])
    #expect(found.count == 3)
  }

  @Test func anEndInTheMiddleOfAMessageGivesNothing() {
    #expect(frames("Content-Length: 10\r\n\r\n{}").isEmpty)
    #expect(frames("Content-Le").isEmpty)
  }
}
