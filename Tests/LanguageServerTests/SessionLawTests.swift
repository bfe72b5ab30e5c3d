import Gatekeeping
import Manuscripts
import Reports
import Scoring
import StructuredText
import TestSupport
import Testing

@testable import LanguageServer

/// What holds for whatever an editor sends.
@Suite struct SessionLawTests {
  // MARK: Changes

  private struct Change {
    let start: Position
    let end: Position
    let words: String
  }

  private struct Typing: CustomStringConvertible {
    var text: String
    var changes: [Change]

    var description: String { "\(text.debugDescription), then \(changes)" }
  }

  private static let letters = ["a", "b ", "é", "😀", "\n", "\r", "\r\n", "\u{202F}"]

  private static func words(_ random: inout SeededGenerator, most: Int) -> String {
    (0..<random.below(most)).map { _ in random.pick(letters) ?? "" }.joined()
  }

  /// The offset of a place, found by walking there scalar by scalar.
  private static func walk(_ text: String, to place: Position) -> Int {
    let scalars = Array(text.unicodeScalars)
    var (line, offset, index) = (0, 0, 0)
    func isBreak(_ index: Int) -> Bool { scalars[index] == "\n" || scalars[index] == "\r" }
    while line < place.line, index < scalars.count {
      if isBreak(index) {
        line += 1
        if scalars[index] == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" {
          offset += 1
          index += 1
        }
      }
      offset += scalars[index].utf8.count
      index += 1
    }
    guard line == place.line else { return text.utf8.count }
    var units = 0
    while index < scalars.count, !isBreak(index) {
      units += scalars[index].utf16.count
      if units > place.character { break }
      offset += scalars[index].utf8.count
      index += 1
    }
    return offset
  }

  @Test func changesAreMadeWhereAWalkThroughTheTextWouldMakeThem() {
    let law = Law<Typing>(
      of: { random in
        Typing(
          text: Self.words(&random, most: 30),
          changes: (0..<1 + random.below(6)).map { _ in
            let ends = (0..<2).map { _ in Position(line: random.below(8), character: random.below(8)) }
            return Change(start: ends[0], end: ends[1], words: Self.words(&random, most: 5))
          })
      },
      simpler: { typing in
        typing.changes.indices.map { index in
          var less = typing
          less.changes.remove(at: index)
          return less
        }
      },
      complaint: { typing in
        var edited = EditedText(Array(typing.text.utf8), encoding: .utf16)
        var expected = typing.text
        for change in typing.changes {
          edited = edited.replacing(
            edited.range(from: change.start, to: change.end), with: Array(change.words.utf8))
          let ends = [Self.walk(expected, to: change.start), Self.walk(expected, to: change.end)].sorted()
          let bytes = Array(expected.utf8)
          expected = String(
            decoding: bytes[..<ends[0]] + Array(change.words.utf8) + bytes[ends[1]...], as: UTF8.self)
        }
        let found = String(decoding: edited.bytes, as: UTF8.self)
        return found.utf8.elementsEqual(expected.utf8)
          ? nil : "\(found.debugDescription) and not \(expected.debugDescription)"
      })
    #expect(law.counterexample(rounds: 2000) == nil)
  }

  // MARK: Damaged messages

  /// A session of an editor that writes an article with one wrong figure.
  private static let session: [String] = {
    let text =
      #""text": "---\nlang: fr\n---\n\nLe trafic a baissé de 13 % en 2024. 😀\n\n## Sources\n\n- https://ville.org/a\n""#
    let name = #""textDocument": {"uri": "file:///a.md", "languageId": "markdown", "version": 1"#
    return [
      #"{"id": 1, "method": "initialize", "params": {"capabilities": {"textDocument": {"codeAction": {"codeActionLiteralSupport": {}}}}}}"#,
      #"{"method": "textDocument/didOpen", "params": {\#(name), \#(text)}}}"#,
      #"{"id": 2, "method": "textDocument/hover", "params": {\#(name)}, "position": {"line": 4, "character": 25}}}"#,
      #"{"id": 3, "method": "textDocument/codeAction", "params": {\#(name)}, "range": {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 9}}}}"#,
      #"{"method": "textDocument/didChange", "params": {\#(name)}, "contentChanges": [{"range": {"start": {"line": 4, "character": 3}, "end": {"line": 5, "character": 1}}, "text": "é"}]}}"#,
      #"{"id": "x", "method": "textDocument/documentSymbol", "params": {\#(name)}}}"#,
      #"{"method": "$/cancelRequest", "params": {"id": "x"}}"#,
      #"{"id": 4, "method": "shutdown"}"#, #"{"method": "exit"}"#,
    ]
  }()

  private static func desk() -> ArticleDesk {
    ArticleDesk(
      judge: { text in
        let parser = ArticleParser()
        let checked = Array(
          "---\nlang: fr\n---\n\nLe trafic a baissé de 12 % en 2024.\n\n## Sources\n\n- https://ville.org/a\n".utf8)
        let card = Scorer().scorecard(
          candidate: parser.article(from: text.bytes), baseline: parser.article(from: checked))
        return .report(
          Report(
            slug: nil, candidate: LocatedText(path: "a.md", bytes: text.bytes),
            baseline: LocatedText(path: "checked.md", bytes: checked), scorecard: card, gate: nil, next: nil),
          language: nil)
      }, shelve: { _ in nil })
  }

  /// What the session writes when it is sent `bytes`, in pieces of `size` bytes.
  private static func output(of bytes: [UInt8], size: Int) throws -> [UInt8] {
    var rest = bytes[...]
    var written: [UInt8] = []
    let loop = ServerLoop(
      read: {
        defer { rest = rest.dropFirst(size) }
        return Array(rest.prefix(size))
      }, isReady: { rest.count % 3 != 0 },
      write: { text in
        written += text.utf8
        return true
      })
    _ = try loop.run(LanguageSession(desk: desk(), version: "1"))
    return written
  }

  private static func messages(in output: [UInt8]) -> [Node]? {
    var frames = FrameReader()
    frames.add(output)
    var messages: [Node] = []
    while let frame = frames.next() {
      guard case .message(let bytes) = frame, let node = try? JSONReader.node(in: bytes) else { return nil }
      messages.append(node)
    }
    return messages
  }

  @Test func theSessionIsAnsweredWhenNothingIsWrong() throws {
    let bytes = Self.session.flatMap { Array("Content-Length: \($0.utf8.count)\r\n\r\n\($0)".utf8) }
    for size in [1, 100, 100_000] {
      let messages = try #require(Self.messages(in: try Self.output(of: bytes, size: size)))
      let hover = messages.first { $0["id"]?.text == "2" }?["result"]?["contents"]?["value"]?.text
      #expect(hover?.contains("12 %") == true)
      let actions = messages.first { $0["id"]?.text == "3" }?["result"]?.items
      #expect(actions?.first?["title"]?.text == "Restore “12 %”")
      #expect(messages.first { $0["id"]?.text == "4" }?["result"]?.isNull == true)
    }
  }

  @Test func damagedMessagesAreAnsweredWithMessages() {
    let law = Law<[UInt8]>(
      of: { random in
        var bytes: [UInt8] = []
        for message in Self.session where random.below(8) > 0 {
          var frame = Array("Content-Length: \(message.utf8.count)\r\n\r\n\(message)".utf8)
          for _ in 0..<random.below(3) {
            let place = random.below(frame.count)
            switch random.below(4) {
            case 0: frame[place] = UInt8(random.below(256))
            case 1: frame.remove(at: place)
            case 2: frame.insert(UInt8(ascii: "9"), at: place)
            default: frame.removeSubrange(place..<min(frame.count, place + random.below(40)))
            }
          }
          bytes += frame
        }
        return bytes
      },
      simpler: { bytes in
        bytes.count < 2 ? [] : [Array(bytes[..<(bytes.count / 2)]), Array(bytes[(bytes.count / 2)...])]
      },
      complaint: { bytes in
        let output = try Self.output(of: bytes, size: 97)
        guard let messages = Self.messages(in: output) else { return "the answer is no message" }
        let isWhole = messages.allSatisfy { $0["method"] != nil || $0["result"] != nil || $0["error"]?["code"] != nil }
        return isWhole ? nil : "an answer with neither result nor error"
      })
    #expect(law.counterexample(rounds: 150) == nil)
  }
}
