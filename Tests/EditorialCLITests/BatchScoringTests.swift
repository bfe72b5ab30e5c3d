import Scoring
import Testing

@testable import EditorialCLI

@Suite struct BatchScoringTests {
  private func batch(_ input: String) throws -> (status: EditorialCLI.ExitStatus, lines: [String]) {
    var source = try Pipe()
    var target = try Pipe()
    source.fill(input)
    let terminal = Terminal(colors: .never, output: target.writing)
    let status = try BatchScoring(scorer: Scorer(), dossier: [], terminal: terminal).run(input: source.reading)
    return (status, target.drain().split(separator: "\n").map(String.init))
  }

  @Test func answersComeInTheOrderOfTheQuestions() throws {
    let input = (0..<200).map { "{\"id\": \($0), \"candidate\": \"\($0) schools\"}\n" }.joined()
    let answer = try batch(input)
    #expect(answer.status == .passed)
    #expect(answer.lines.count == 200)
    for (index, line) in answer.lines.enumerated() { #expect(line.hasPrefix("{\"id\":\(index),\"integrity\":")) }
    #expect(try batch(input).lines == answer.lines)
  }

  @Test func badLineIsAnsweredWithItsNumberAndTheRestIsScored() throws {
    let answer = try batch(
      """
      {"id": "a", "candidate": "x", "baseline": "x"}

      no json
      {"id": "b"}
      {"id": "c", "candidate": 5}
      ["id"]
      {"id": "d", "candidate": "x", "note": "kept out"}
      """)
    #expect(answer.status == .couldNotJudge)
    #expect(answer.lines.count == 6)
    #expect(answer.lines[0].hasPrefix("{\"id\":\"a\","))
    #expect(answer.lines[1] == "{\"error\":{\"line\":3,\"message\":\"this is no JSON object on one line\"}}")
    #expect(answer.lines[2] == "{\"error\":{\"line\":4,\"message\":\"the object has no \\\"candidate\\\"\"}}")
    #expect(answer.lines[3] == "{\"error\":{\"line\":5,\"message\":\"\\\"candidate\\\" is no text\"}}")
    #expect(answer.lines[4].hasPrefix("{\"error\":{\"line\":6,"))
    #expect(answer.lines[5].hasPrefix("{\"id\":\"d\","))
  }

  @Test func nothingInIsNothingOut() throws {
    let answer = try batch("")
    #expect(answer.status == .passed && answer.lines.isEmpty)
  }

  @Test func articleAgainstItselfIsWhole() throws {
    let answer = try batch("{\"id\": 1, \"candidate\": \"# A\\n\\nText.\", \"baseline\": \"# A\\n\\nText.\"}")
    #expect(answer.lines.first?.contains("\"integrity\":100.0") == true)
  }
}
