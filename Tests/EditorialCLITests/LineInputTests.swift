import Testing

@testable import EditorialCLI

@Suite struct LineInputTests {
  private func lines(_ text: String, longest: Int = 1000, chunk: Int = 1 << 16) throws -> [String?] {
    var source = try Pipe()
    source.fill(text)
    var input = LineInput(descriptor: source.reading, longestLine: longest)
    var lines: [LineInput.Line] = []
    while let next = try input.next(upTo: chunk) { lines += next }
    #expect(lines.map(\.number) == lines.indices.map { $0 + 1 })
    return lines.map { line in
      switch line.content {
      case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
      case .tooLong: nil
      }
    }
  }

  @Test(arguments: [
    ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("a\n\nb\n", ["a", "", "b"]),
  ]) func linesEndWithALineFeedOrTheInput(text: String, expected: [String]) throws {
    #expect(try lines(text) == expected)
  }

  @Test func lineThatIsTooLongIsSkippedAndTheNextIsRead() throws {
    #expect(try lines("aaaaaaaaaaaa\nb\n", longest: 5) == [nil, "b"])
    #expect(try lines("b\naaaaaaaaaaaa", longest: 5) == ["b", nil])
  }

  @Test func manyLinesComeInOrderWhateverIsReadAhead() throws {
    let expected = (0..<3000).map { "line \($0)" }
    #expect(try lines(expected.joined(separator: "\n"), chunk: 1) == expected)
  }
}
