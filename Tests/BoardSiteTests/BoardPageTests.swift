import TestSupport
import Testing

/// What an editor reads and does on the board.
@Suite struct BoardPageTests {
  private let slug = SampleArticle.slug

  private func newsroom(_ styled: SampleArticle = .wrongFigure) throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(styled, on: "styled/\(slug)", from: "factual/\(slug)")
    return newsroom
  }

  /// Sends the form with which a page offers to promote.
  private func promote(_ board: RunningBoard, seen: String? = nil) throws -> WebAnswer {
    let page = try board.get("article/\(slug)").body
    let fields = ["to", "seen"].compactMap { name in page.value(of: name).map { (name, $0) } }
    return try board.post("article/\(slug)/promote", fields.map { ($0.0, $0.0 == "seen" ? seen ?? $0.1 : $0.1) })
  }

  private func save(_ text: String, on board: RunningBoard, stage: String, opened: String? = nil) throws -> WebAnswer {
    let page = try board.get("article/\(slug)/edit?stage=\(stage)").body
    return try board.post(
      "article/\(slug)/edit",
      [
        ("stage", stage), ("path", SampleArticle.path), ("opened", try opened ?? #require(page.value(of: "opened"))),
        ("text", text),
      ])
  }

  @Test func cardsStandInTheColumnOfTheirStage() throws {
    let newsroom = try newsroom()
    try newsroom.plant(
      Array(SampleArticle.factual.text.utf8), at: SampleArticle.path.replacing(slug, with: "other-roofs"),
      on: "draft/other-roofs")
    let page = try RunningBoard(in: newsroom).get("").body
    let columns = page.split(separator: "<section class=\"column\"")
    try #require(columns.count == 5)
    #expect(columns[1].contains("other-roofs") && !columns[1].contains(">\(slug)<"))
    #expect(columns[3].contains(">\(slug)<") && columns[3].contains("refused"))
    #expect(columns[3].contains("Solar roofs: what the town counted"), "the title")
  }

  @Test func searchAndFilterLeaveWhatWasAskedFor() throws {
    let newsroom = try newsroom()
    let board = try RunningBoard(in: newsroom)
    #expect(try board.get("?q=ROOFS+town").body.contains(">\(slug)<"))
    #expect(try !board.get("?q=trains").body.contains(">\(slug)<"))
    #expect(try board.get("?need=mending").body.contains(">\(slug)<"))
    #expect(try !board.get("?need=promotion").body.contains(">\(slug)<"))
    let hostile = try board.get("?q=" + BoardClient.encoded("\"><script>alert(1)</script>")).body
    #expect(!hostile.contains("<script>alert") && hostile.contains("&lt;script&gt;"))
  }

  @Test func pageShowsBothTextsWithTheirFactsLinked() throws {
    let page = try RunningBoard(in: newsroom()).get("article/\(slug)").body
    #expect(page.contains("title=\"finding 1: the other side\">14%</a></mark>"))
    #expect(page.contains("title=\"finding 1: the other side\">40%</a></mark>"))
    #expect(page.contains("class=\"kept\"") && page.contains("the other side\">12 May 2024</a>"))
    #expect(page.contains("Larkfield Energy Office") && page.contains("1 source") || page.contains("2 sources"))
    #expect(page.contains("<bdi>factual</bdi>"), "the other stages are a link away")
    #expect(try RunningBoard(in: newsroom()).get("article/\(slug)?stage=factual").body.contains("factual/\(slug)"))
  }

  @Test func wordsOfAnArticleAreNeverMarkup() throws {
    let newsroom = try TestNewsroom()
    let text = SampleArticle.factual.text
      .replacing("Solar roofs: what the town counted", with: "</textarea></title><script>alert(1)</script>")
    try newsroom.plant(Array(text.utf8), on: "draft/\(slug)")
    let board = try RunningBoard(in: newsroom)
    for path in ["", "article/\(slug)", "article/\(slug)/edit?stage=draft"] {
      let page = try board.get(path).body
      #expect(!page.contains("<script>alert"), "\(path)")
      #expect(page.contains("&lt;script"), "\(path)")
    }
  }

  @Test func promotionMovesTheBranch() throws {
    let newsroom = try newsroom(.faithful)
    let board = try RunningBoard(in: newsroom)
    let answer = try promote(board)
    #expect(answer.status == 303, "\(answer)")
    #expect(try newsroom.content(of: SampleArticle.path, in: "main").contains("forty per cent"))
    #expect(try newsroom.git("log", "-1", "--format=%an", "main") == newsroom.git("log", "-1", "--format=%an", "main^"))
    let page = try board.get("article/\(slug)?done=promoted").body
    #expect(page.contains("Promoted.") && page.contains("All that the article has is published"))
  }

  @Test func whatWasDoneIsTakenBack() throws {
    let newsroom = try newsroom(.faithful)
    let board = try RunningBoard(in: newsroom)
    let before = try newsroom.tip("main")
    #expect(try promote(board).status == 303)
    let page = try board.get("article/\(slug)").body
    #expect(page.contains("Promote \(slug) from styled to published"), "\(page)")
    let operation = try #require(page.value(of: "operation"))
    let answer = try board.post("article/\(slug)/undo", [("operation", operation)])
    #expect(answer.status == 303 && answer.header("location").contains("done=undone"), "\(answer)")
    #expect(try newsroom.tip("main") == before)
    let again = try board.post("article/\(slug)/undo", [("operation", operation)])
    #expect(again.status == 409 && again.body.contains("taken back already"), "\(again)")
  }

  @Test func refusedPromotionMovesNothingAndSaysWhatToMend() throws {
    let newsroom = try newsroom()
    let before = try newsroom.tip("main")
    let answer = try promote(RunningBoard(in: newsroom))
    #expect(answer.status == 422)
    for words in ["“40%”", "figure-altered", "Write “40%” again", "Nothing was moved"] {
      #expect(answer.body.contains(words), "\(words)\n\(answer.body)")
    }
    #expect(try newsroom.tip("main") == before)
  }

  @Test func whoeverPromotesWhatHasChangedSinceIsTold() throws {
    let newsroom = try newsroom(.faithful)
    let board = try RunningBoard(in: newsroom)
    let seen = try #require(try board.get("article/\(slug)").body.value(of: "seen"))
    try newsroom.plant(Array((SampleArticle.faithful.text + "\nMore.\n").utf8), on: "styled/\(slug)")
    let before = try newsroom.tip("main")
    let answer = try promote(board, seen: seen)
    #expect(answer.status == 409 && answer.body.contains("has changed since you opened the page"), "\(answer)")
    #expect(try newsroom.tip("main") == before)
  }

  @Test func findingIsAcceptedWithAReasonAndANameOnly() throws {
    let newsroom = try newsroom()
    let board = try RunningBoard(in: newsroom)
    let finding = try #require(try board.get("article/\(slug)").body.value(of: "finding"))
    let silent = try board.post("article/\(slug)/accept", [("finding", finding), ("reason", " ")])
    #expect(silent.status == 409 && silent.body.contains("A waiver needs a reason"), "\(silent)")
    let answer = try board.post(
      "article/\(slug)/accept", [("finding", finding), ("reason", "The town corrected the count")])
    #expect(answer.status == 303, "\(answer)")
    #expect(try newsroom.git("log", "-1", "--format=%B", "styled/\(slug)").contains("The town corrected the count"))
    #expect(try board.get("article/\(slug)").body.contains("The town corrected the count"))
  }

  @Test func textIsMendedInPlace() throws {
    let newsroom = try newsroom()
    let board = try RunningBoard(in: newsroom)
    // A browser ends the lines of a field in its own way.
    let mended = SampleArticle.faithful.text.replacing("\n", with: "\r\n")
    let answer = try save(mended, on: board, stage: "styled")
    #expect(answer.status == 303, "\(answer)")
    #expect(
      try newsroom.git("cat-file", "blob", "styled/\(slug):\(SampleArticle.path)") + "\n" == SampleArticle.faithful.text
    )
    let message = try newsroom.git("log", "-1", "--format=%B", "styled/\(slug)")
    #expect(message.contains("Editorial-Article: \(slug)") && message.contains("Integrity-Score: 100.0"))
    #expect(try promote(board).status == 303)
    #expect(try newsroom.damage() == "")
  }

  @Test func textThatTheGateRefusesStaysInTheField() throws {
    let newsroom = try newsroom(.faithful)
    let before = try newsroom.tip("styled/\(slug)")
    let answer = try save(SampleArticle.wrongFigure.text, on: RunningBoard(in: newsroom), stage: "styled")
    #expect(answer.status == 422 && answer.body.contains("Nothing was saved"), "\(answer)")
    #expect(answer.body.contains("“40%”") && answer.body.contains("now cover 14% of the public roofs"))
    #expect(try newsroom.tip("styled/\(slug)") == before)
  }

  @Test func whoeverSavesSecondKeepsBothTexts() throws {
    let newsroom = try newsroom(.faithful)
    let board = try RunningBoard(in: newsroom)
    let opened = try #require(try board.get("article/\(slug)/edit?stage=styled").body.value(of: "opened"))
    let theirs = SampleArticle.faithful.text.replacing("Look up when", with: "Lift your eyes when")
    let mine = SampleArticle.faithful.text.replacing("Look up when", with: "Look around when")
    #expect(try save(theirs, on: board, stage: "styled", opened: opened).status == 303)
    let answer = try save(mine, on: board, stage: "styled", opened: opened)
    #expect(answer.status == 409 && answer.body.contains("Somebody else saved another text"), "\(answer)")
    #expect(answer.body.contains("Lift your eyes") && answer.body.contains("Look around"))
    #expect(try newsroom.content(of: SampleArticle.path, in: "styled/\(slug)") == theirs)
    // Whoever has seen both replaces theirs knowingly.
    let again = try save(mine, on: board, stage: "styled", opened: answer.body.value(of: "opened"))
    #expect(again.status == 303)
    #expect(try newsroom.content(of: SampleArticle.path, in: "styled/\(slug)") == mine)
  }

  @Test func scoreOfATextThatNobodySavedIsTold() throws {
    let newsroom = try newsroom(.faithful)
    let board = try RunningBoard(in: newsroom)
    let before = try newsroom.tip("styled/\(slug)")
    let answer = try board.post(
      "article/\(slug)/score",
      [("stage", "styled"), ("path", SampleArticle.path), ("text", SampleArticle.wrongFigure.text)])
    #expect(
      answer.status == 200 && answer.body.contains("figure-altered") && answer.body.contains("refused"), "\(answer)")
    #expect(try newsroom.tip("styled/\(slug)") == before)
  }

  @Test func nobodyWritesOnTheBranchThatAllArticlesShare() throws {
    let newsroom = try newsroom(.faithful)
    let board = try RunningBoard(in: newsroom)
    _ = try promote(board)
    #expect(try board.get("article/\(slug)/edit?stage=published").status == 404)
  }

  @Test func stateChangesWhenABranchMoves() throws {
    let newsroom = try newsroom(.faithful)
    let board = try RunningBoard(in: newsroom)
    let before = try board.get("state").body
    #expect(try board.get("state").body == before)
    try newsroom.plant(.wrongFigure, on: "styled/\(slug)")
    #expect(try board.get("state").body != before)
    #expect(try board.get("").body.contains("refused"), "what was judged before is not shown for it")
  }

  @Test func pageOfAnArticleIsOldWhenItIsPublishedAndNotWhenAnotherIs() throws {
    let newsroom = try newsroom(.faithful)
    let board = try RunningBoard(in: newsroom)
    let before = try board.get("state?article=\(slug)").body
    try newsroom.plant(Array(SampleArticle.factual.text.utf8), at: "articles/night-trains.md", on: "main")
    #expect(try board.get("state?article=\(slug)").body == before)
    #expect(try newsroom.editorial("promote", slug).status == 0)
    #expect(try board.get("state?article=\(slug)").body != before)
  }
}
