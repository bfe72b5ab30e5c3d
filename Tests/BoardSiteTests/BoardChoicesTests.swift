import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What can be done with an article on the board beside its next step.
@Suite struct BoardChoicesTests {
  private let slug = SampleArticle.slug
  private let newsroom: TestNewsroom
  private let board: RunningBoard

  init() throws {
    newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(.faithful, on: "styled/\(slug)", from: "factual/\(slug)")
    board = try RunningBoard(in: newsroom)
  }

  /// Sends a form of the article's page as it is now, or as it was seen.
  private func post(_ verb: String, _ fields: [(String, String)] = [], seen: String? = nil) throws -> WebAnswer {
    let now = try seen ?? page().value(of: "seen") ?? ""
    return try board.post("article/\(slug)/\(verb)", fields + [("seen", now)])
  }

  private func page() throws -> String { try board.get("article/\(slug)").body }

  @Test func articleIsSentBackWithAReason() throws {
    let silent = try post("demote", [("reason", "")])
    #expect(silent.status == 409, "\(silent)")
    let answer = try post("demote", [("reason", "The second figure needs a source")])
    #expect(answer.status == 303 && answer.header("location").contains("done=demoted"), "\(answer)")
    #expect(try newsroom.git("log", "--format=%B", "factual/\(slug)").contains("The second figure needs a source"))
    let columns = try board.get("").body.split(separator: "<section class=\"column\"")
    #expect(columns[2].contains(">\(slug)<") && !columns[3].contains(">\(slug)<"))
  }

  @Test func claimIsSeenByAllAndGivenBack() throws {
    #expect(try post("claim").status == 303)
    #expect(try board.get("").body.contains("Claimed by"))
    #expect(try page().contains("Give it back"))
    #expect(try post("unclaim").status == 303)
    #expect(try !board.get("").body.contains("Claimed by"))
    // Somebody else, at the command line.
    var other = newsroom
    for role in ["AUTHOR", "COMMITTER"] {
      other.git.environment["GIT_\(role)_NAME"] = "Judith Amory"
      other.git.environment["GIT_\(role)_EMAIL"] = "judith@example.org"
    }
    let claimed = try other.editorial("claim", slug)
    #expect(claimed.status == 0, "\(claimed.everything)")
    #expect(try page().contains("Claimed by Judith Amory"))
    let refused = try post("claim")
    #expect(refused.status == 409 && refused.body.contains("Judith Amory"), "\(refused)")
    #expect(try post("claim", [("takes-over", "1")]).status == 303)
    #expect(try !page().contains("Claimed by Judith Amory"))
  }

  @Test func promotionIsSignedOffForLater() throws {
    let before = try newsroom.tip("main")
    let answer = try post("schedule", [("to", "published"), ("at", "2100-12-01T08:00")])
    #expect(answer.status == 303, "\(answer)")
    #expect(try newsroom.tip("main") == before)
    #expect(try board.get("").body.contains("2100-12-01 08:00"))
    #expect(try newsroom.editorial("schedule", "--list").text.contains(slug))
    #expect(try post("unschedule").status == 303)
    #expect(try !board.get("").body.contains("2100-12-01"))
    let garbage = try post("schedule", [("to", "published"), ("at", "soon")])
    #expect(garbage.status == 400 && garbage.body.contains("“soon”"), "\(garbage)")
    let stale = try post("schedule", [("to", "published"), ("at", "2100-12-01T08:00")], seen: "0")
    #expect(stale.status == 409, "\(stale)")
  }

  @Test func dateOfATextThatHasChangedSinceIsShownAsSuch() throws {
    #expect(try post("schedule", [("to", "published"), ("at", "2100-12-01T08:00")]).status == 303)
    #expect(try !board.get("").body.contains("has changed since"))
    try newsroom.plant(
      Array(SampleArticle.faithful.text.replacing("Look up", with: "Look out").utf8), on: "styled/\(slug)")
    for place in ["", "article/\(slug)"] {
      #expect(try board.get(place).body.contains("The article has changed since, so it will not go"), "\(place)")
    }
  }

  /// Each button says what it is for; when the article is somewhere else meanwhile, nothing is done to it there.
  @Test func whoeverActsOnAPageThatIsOldIsTold() throws {
    let seen = try #require(try page().value(of: "seen"))
    #expect(try newsroom.editorial("promote", slug).status == 0)
    let tips = try newsroom.git("for-each-ref")
    for (verb, fields) in [
      ("demote", [("reason", "late")]), ("retract", [("reason", "late")]), ("revise", []), ("unschedule", []),
      ("claim", [("takes-over", "1")]), ("unclaim", []),
    ] {
      let answer = try post(verb, fields, seen: seen)
      #expect(
        answer.status == 409 && answer.body.contains("has changed since you opened the page"), "\(verb): \(answer)")
    }
    #expect(try newsroom.git("for-each-ref") == tips)
  }

  @Test func claimWhoseTimeIsOverIsNotShownAnyMore() throws {
    let end = time(nil) + 3
    #expect(try newsroom.editorial("claim", slug, "--until", "@\(end)").status == 0)
    for place in ["", "article/\(slug)"] { #expect(try board.get(place).body.contains("Claimed by"), "\(place)") }
    while time(nil) <= end { usleep(50_000) }
    for place in ["", "article/\(slug)"] { #expect(try !board.get(place).body.contains("Claimed by"), "\(place)") }
  }

  @Test func publishedArticleIsReopenedAndRetracted() throws {
    #expect(try post("promote", [("to", "published")]).status == 303)
    #expect(try post("revise").status == 303)
    #expect(try newsroom.tip("draft/\(slug)") != nil)
    let answer = try post("retract", [("reason", "The town asked for it")])
    #expect(answer.status == 303, "\(answer)")
    #expect(try newsroom.git.run(["cat-file", "-e", "main:\(SampleArticle.path)"]).status != 0)
    #expect(try newsroom.git("log", "--format=%B", "main").contains("The town asked for it"))
    #expect(try newsroom.damage() == "")
  }
}
