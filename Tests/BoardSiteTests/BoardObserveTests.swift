import TestSupport
import Testing

/// In observe mode the board keeps what would have been refused, and says so, as the commands do.
@Suite struct BoardObserveTests {
  private let slug = SampleArticle.slug
  private let newsroom: TestNewsroom
  private let board: RunningBoard

  init() throws {
    newsroom = try TestNewsroom(policy: "version: 1\nmode: observe\n")
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(.wrongFigure, on: "styled/\(slug)", from: "factual/\(slug)")
    board = try RunningBoard(in: newsroom)
  }

  /// What is kept, each as its command and branch.
  private func kept() throws -> [String] {
    let file = ".git/editorial-observed"
    guard try newsroom.git.run(["hash-object", file]).status == 0 else { return [] }
    return try newsroom.git.read(file).split(separator: "\n").map { line in
      ["event", "branch"].map { key in
        line.firstRange(of: "\"\(key)\":\"").map { String(line[$0.upperBound...].prefix { $0 != "\"" }) } ?? ""
      }.joined(separator: " ")
    }
  }

  /// Sends the form of the article's page, and returns the page that it leads to.
  private func act(_ verb: String, _ fields: [(String, String)] = [], on name: String? = nil) throws -> String {
    let seen = try #require(try board.get("article/\(name ?? slug)").body.value(of: "seen"))
    let answer = try board.post("article/\(name ?? slug)/\(verb)", [("seen", seen)] + fields)
    try #require(answer.status == 303, "\(answer)")
    return try board.get(String(answer.header("location").dropFirst(board.folder.count))).body
  }

  @Test func promotionIsKeptAndTold() throws {
    let page = try act("promote")
    #expect(page.contains("Promoted. The gate would have refused this; observe mode is on"), "\(page)")
    #expect(try kept() == ["promote main"])
    // What goes back to where it was is asked for nothing.
    let operation = try #require(page.value(of: "operation"))
    #expect(try board.post("article/\(slug)/undo", [("operation", operation)]).status == 303)
    #expect(try kept() == ["promote main"])
  }

  @Test func renamingIsKeptAndTold() throws {
    let page = try act("rename", [("name", "town-roofs")])
    #expect(page.contains("Renamed.") && page.contains("observe mode is on"), "\(page)")
    #expect(try kept() == ["rename styled/town-roofs"])
  }

  @Test func releaseIsKeptAndTold() throws {
    let seen = try #require(try board.get("release").body.value(of: "seen"))
    // The key of the board's forms is read from a page before.
    let answer = try board.post("release", [("name", "spring-issue"), ("seen", seen), ("article-\(slug)", "1")])
    try #require(answer.status == 303, "\(answer)")
    let page = try board.get(String(answer.header("location").dropFirst(board.folder.count))).body
    #expect(page.contains("Published together. The gate would have refused this"), "\(page)")
    #expect(try kept() == ["release main"])
  }

  @Test func savedTextIsKeptAndTold() throws {
    let page = try board.get("article/\(slug)/edit?stage=styled").body
    let opened = try #require(page.value(of: "opened"))
    let answer = try board.post(
      "article/\(slug)/edit",
      [("stage", "styled"), ("opened", opened), ("text", SampleArticle.wrongFigure.text + "\nMore.\n")])
    try #require(answer.status == 303, "\(answer)")
    #expect(answer.header("location").contains("done=saved&observed=1"), "\(answer)")
    #expect(try kept() == ["mend styled/\(slug)"])
  }

  @Test func whatTheGateLetsPassIsNotKept() throws {
    try newsroom.plant(.faithful, on: "styled/\(slug)")
    let page = try act("promote")
    #expect(page.contains("Promoted.") && !page.contains("observe mode"), "\(page)")
    #expect(try kept() == [])
  }
}
