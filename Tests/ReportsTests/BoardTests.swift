import Gatekeeping
import Reports
import Scoring
import Testing

@Suite struct BoardTests {
  private func standing(
    _ slug: String, _ stage: Int, _ integrity: Int?, previous: Int? = nil, isStale: Bool = false, ahead: [String] = [],
    reopened: String? = nil, time: Int64 = 1_000_000
  ) throws -> Standing {
    let stage = Workflow.standard.stages[stage]
    let card = integrity.map { Samples.card($0, []) }
    return Standing(
      slug: try Slug(slug), path: "articles/\(slug).md", stage: stage, branch: "\(stage.name)/\(slug)", scorecard: card,
      verdict: card.flatMap { stage.gate?.verdict(on: $0) }, previousIntegrity: previous.map { Tenths($0) },
      isStale: isStale, ahead: ahead, reopened: reopened, author: "Ada\u{1B}[31m", time: time)
  }

  @Test func boardListsArticlesWithTheirRemarks() throws {
    let standings = [
      try standing("solar-roofs", 2, 975, previous: 1000, isStale: true),
      try standing("vent-marin", 3, 600, previous: 1000, ahead: ["draft"], time: 1_000_000 - 86_400 * 40),
      try standing("日本語", 0, nil, time: 2_000_000),
      try standing("night-trains", 3, 1000, isStale: true, ahead: ["draft", "factual"]),
      try standing("winter-roads", 3, 1000, reopened: "draft"),
    ]
    try expectGolden(TextRenderer(width: 80).text(standings, now: 1_000_000 + 7200), "board.txt")
    try expectGolden(JSONRenderer().json(standings), "board.json")
  }

  @Test func narrowTerminalShortensNames() throws {
    let standings = [try standing("a-very-long-name-of-an-article-that-goes-on-and-on", 2, 975)]
    let lines = TextRenderer(width: 80).text(standings, now: 1_000_000).split(separator: "\n")
    #expect(lines.allSatisfy { DisplayText.width(String($0)) <= 80 }, "\(lines)")
    #expect(lines.last?.contains("a-very-long") == true && lines.last?.contains("…") == true, "\(lines)")
  }

  @Test func emptyBoardSaysHowToStart() {
    #expect(TextRenderer().text([Standing](), now: 0) == "No articles yet. Start one: editorial new <slug>\n")
  }

  @Test(arguments: [Int64.min, -1, 0, Int64.max]) func anyTimeHasAnAge(time: Int64) throws {
    let standing = try standing("solar-roofs", 0, 1000, time: time)
    for now in [Int64.min, 0, Int64.max] { #expect(TextRenderer().text([standing], now: now).contains("solar")) }
  }
}
