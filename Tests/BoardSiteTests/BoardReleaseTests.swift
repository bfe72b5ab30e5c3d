import TestSupport
import Testing

/// Several articles are published together on the board, and one gets another name, as at the command line.
@Suite struct BoardReleaseTests {
  private let slug = SampleArticle.slug
  private let other = "other-roofs"
  private let newsroom: TestNewsroom
  private let board: RunningBoard

  init() throws {
    newsroom = try TestNewsroom()
    for name in [slug, other] {
      let path = "articles/\(name).md"
      try newsroom.plant(Array(SampleArticle.factual.text.utf8), at: path, on: "factual/\(name)")
      try newsroom.plant(
        Array(SampleArticle.faithful.text.utf8), at: path, on: "styled/\(name)", from: "factual/\(name)")
    }
    board = try RunningBoard(in: newsroom)
  }

  private func release(_ name: String, _ slugs: [String], seen: String? = nil) throws -> WebAnswer {
    let page = try board.get("release").body
    let fields = [("name", name), ("seen", try seen ?? #require(page.value(of: "seen")))]
    return try board.post("release", fields + slugs.map { ("article-\($0)", "1") })
  }

  @Test func chosenArticlesArePublishedTogether() throws {
    #expect(try board.get("").body.contains("Publish several together"))
    let answer = try release("spring-issue", [slug, other])
    #expect(answer.status == 303, "\(answer)")
    #expect(try board.get("?done=released").body.contains("Published together."))
    for name in [slug, other] {
      #expect(try newsroom.content(of: "articles/\(name).md", in: "spring-issue").contains("forty per cent"))
    }
    #expect(try newsroom.git("rev-list", "--count", "--merges", "main") == "1")
    #expect(try !board.get("").body.contains("Publish several together"))
    #expect(try board.get("release").body.contains("No article waits for publication."))
    // It is taken back where either of them is shown.
    let page = try board.get("article/\(other)").body
    let operation = try #require(page.value(of: "operation"))
    #expect(try board.post("article/\(other)/undo", [("operation", operation)]).status == 303)
    #expect(try newsroom.git("for-each-ref", "refs/tags") == "")
  }

  @Test func revisionOfWhatIsPublishedComesOutWithOthers() throws {
    try #require(try newsroom.editorial("promote", slug).status == 0)
    #expect(try !board.get("release").body.contains("article-\(slug)"))
    let revised = SampleArticle.faithful.text.replacing("Look up", with: "Look out")
    try newsroom.plant(Array(revised.utf8), on: "styled/\(slug)")
    let form = try board.get("release").body
    #expect(form.contains("article-\(slug)") && form.contains("/article/\(slug)?stage=styled\""), "\(form)")
    #expect(try release("spring-issue", [slug, other]).status == 303)
    #expect(try newsroom.content(of: SampleArticle.path, in: "spring-issue").contains("Look out"))
  }

  @Test func oneThatIsRefusedKeepsAllBackAndIsNamed() throws {
    let wrong = Array(SampleArticle.wrongFigure.text.utf8)
    try newsroom.plant(wrong, at: "articles/\(other).md", on: "styled/\(other)")
    let before = try newsroom.git("for-each-ref")
    let answer = try release("spring-issue", [slug, other])
    #expect(answer.status == 422 && answer.body.contains("14%"), "\(answer)")
    #expect(
      answer.body.contains("\(other) cannot be published") && !answer.body.contains("\(slug) cannot be"), "\(answer)")
    // What was chosen and written is still there.
    #expect(answer.body.contains("value=\"spring-issue\"") && answer.body.contains("checked"), "\(answer)")
    #expect(try newsroom.git("for-each-ref") == before)
  }

  @Test func formThatCannotBeDoneSaysWhyAndMovesNothing() throws {
    let before = try newsroom.git("for-each-ref")
    let nobody = try release("spring-issue", [])
    #expect(nobody.status == 400 && nobody.body.contains("Choose at least one article"), "\(nobody)")
    let strange = try release("no tag", [slug])
    #expect(strange.status == 409 && strange.body.contains("“no tag” cannot name a release"), "\(strange)")
    let stale = try release("spring-issue", [slug], seen: "0")
    #expect(stale.status == 409 && stale.body.contains("changed since you opened"), "\(stale)")
    let unknown = try release("spring-issue", ["no-such-article"])
    #expect(unknown.status == 400, "\(unknown)")
    #expect(try newsroom.git("for-each-ref") == before)
  }

  @Test func articleIsRenamedAndTheWayBackLeadsSomewhere() throws {
    func rename(to name: String) throws -> WebAnswer {
      let seen = try #require(try board.get("article/\(slug)").body.value(of: "seen"))
      return try board.post("article/\(slug)/rename", [("name", name), ("seen", seen)])
    }
    let taken = try rename(to: other)
    #expect(taken.status == 409 && taken.body.contains(other), "\(taken)")
    let invalid = try rename(to: "no slug")
    #expect(invalid.status == 400 && invalid.body.contains("no slug"), "\(invalid)")
    let answer = try rename(to: "town-roofs")
    #expect(answer.status == 303 && answer.header("location").contains("article/town-roofs?done=renamed"), "\(answer)")
    #expect(try board.get("article/\(slug)").status == 404)
    let page = try board.get("article/town-roofs?done=renamed").body
    #expect(page.contains("Renamed."), "\(page)")
    let operation = try #require(page.value(of: "operation"))
    let undone = try board.post("article/town-roofs/undo", [("operation", operation)])
    #expect(undone.status == 303 && undone.header("location").contains("article/\(slug)?done=undone"), "\(undone)")
    #expect(try board.get("article/\(slug)").status == 200)
    // What nothing is known of is told here, too.
    let linking = SampleArticle.faithful.text.replacing("## Sources", with: "[More](/tags/\(slug)/)\n\n## Sources")
    try newsroom.plant(Array(linking.utf8), on: "styled/\(slug)")
    let told = try rename(to: "town-roofs")
    #expect(told.status == 200 && told.body.contains("/tags/\(slug)/"), "\(told)")
    #expect(told.body.contains("articles/town-roofs.md"), "\(told)")
  }
}
