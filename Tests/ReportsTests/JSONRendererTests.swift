import FoundationEssentials
import Reports
import Scoring
import StructuredText
import Testing

@Suite struct JSONRendererTests {
  /// The members that the contract names.
  private struct Shape: Decodable {
    struct Place: Decodable {
      let path: String
      let line: Int
      let column: Int
      let text: String
    }
    struct Finding: Decodable {
      let id: String
      let rule: String
      let severity: String
      let message: String
      let candidate: Place?
      let baseline: Place?
      let points: Double
      let remedy: String
    }
    let schema: Int
    let integrity: Double?
    let style: Int
    let verdict: String?
    let findings: [Finding]
  }

  private func decode<Value: Decodable>(_ text: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(text.utf8))
  }

  @Test func oneArticleIsOneObject() throws {
    let text = JSONRenderer().json([Samples.refused])
    try expectGolden(text, "refused.json")
    let shape: Shape = try decode(text)
    #expect(shape.integrity == 0 && shape.style == 62 && shape.verdict == "refused")
    let altered = try #require(shape.findings.first { $0.rule == "figure-altered" })
    #expect(altered.candidate?.text == "421" && altered.candidate?.line == 3)
    #expect(altered.baseline?.text == "412" && altered.baseline?.column == 10)
    #expect(altered.points == 40)
  }

  @Test func severalArticlesAreAnArrayAndNoneIsAnEmptyOne() throws {
    let several: [Shape] = try decode(JSONRenderer().json([Samples.refused, Samples.mended]))
    #expect(several.map(\.verdict) == ["refused", "passed"])
    #expect(JSONRenderer().json([Report]()) == "[]\n")
  }

  @Test func aLineHoldsOneArticle() throws {
    let line = JSONRenderer().jsonLine(Samples.refused)
    #expect(line.filter { $0 == "\n" }.count == 1)
    let shape: Shape = try decode(line)
    #expect(shape.findings.count == 4)
  }

  @Test func anyTextComesBackFromItsEscapes() throws {
    let hostile = "\u{0}\u{1}\u{1B}[31m\"\\/\n\r\t\u{7F}\u{9B}\u{2028}\u{202E}\u{E0041}é日🎉"
    var writer = JSONWriter(pretty: false)
    writer.array { writer in
      writer.item()
      writer.value(hostile)
    }
    let text = writer.text
    let back: [String] = try decode(text)
    #expect(back == [hostile])
    #expect(
      text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0 != "\u{202E}" })
  }

  @Test func nestedEmptyContainersStayValid() throws {
    for pretty in [true, false] {
      var writer = JSONWriter(pretty: pretty)
      writer.object { writer in
        writer.key("a")
        writer.array { _ in }
        writer.key("b")
        writer.object { _ in }
        writer.member("c", -5)
        writer.member("d", Tenths(-5))
        writer.member("e", nil as String?)
      }
      struct Value: Decodable {
        let a: [Int]
        let b: [String: Int]
        let c: Int
        let d: Double
        let e: String?
      }
      let value: Value = try decode(writer.text)
      #expect(value.a.isEmpty && value.b.isEmpty && value.c == -5 && value.d == -0.5 && value.e == nil)
    }
  }

  @Test func scoreDiffListsChangesWithTheirPoints() throws {
    struct Shape: Decodable {
      struct Change: Decodable {
        let change: Double
        let finding: JSONRendererTests.Shape.Finding
      }
      let lost: [Change]
      let won: [Change]
      let unchanged: [JSONRendererTests.Shape.Finding]
    }
    let diff: Shape = try decode(
      JSONRenderer().json(ScoreDiff(from: Samples.refused, to: Samples.mended), pretty: true))
    #expect(diff.lost.isEmpty)
    #expect(diff.won.map(\.change) == [57.5, 40])
    #expect(diff.unchanged.map(\.rule) == ["figure-lost", "hedge-added"])
  }
}
