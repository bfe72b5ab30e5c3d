import TestSupport
import Testing

/// What one person has sent back does not come out by another one, who has not heard of it.
@Suite struct SentBackTests {
  private let slug = SampleArticle.slug
  private let styled = "styled/\(SampleArticle.slug)"
  private let factual = "factual/\(SampleArticle.slug)"

  /// Two clones with an article at the stage styled, behind a server with the gate; Ada has sent it back, and Ben does not
  /// know.
  private func team() throws -> Team {
    let team = try Team()
    let ada = team.ada
    try #require(try ada.editorial(["hook", "install", "--server"], in: ada.folder.path("server.git")).status == 0)
    for newsroom in [ada, team.ben] { try newsroom.installHooks() }
    try done(ada, "demote", slug, "--reason", "the office counts again")
    try ada.git("push", "--quiet", "origin", factual, styled)
    return team
  }

  private func done(_ newsroom: TestNewsroom, _ arguments: String..., at: SourceLocation = #_sourceLocation) throws {
    let result = try newsroom.editorial(arguments)
    try #require(result.status == 0, "\(result.everything)", sourceLocation: at)
  }

  /// Pushes past the clone's own hooks: what the server says.
  private func expectRefused(
    _ newsroom: TestNewsroom, _ refs: String..., at: SourceLocation = #_sourceLocation
  ) throws {
    let server = newsroom.folder.path("server.git")
    let before = try newsroom.git("-C", server, "for-each-ref")
    let result = try newsroom.git.run(["push", "--no-verify", "origin"] + refs)
    let text = result.everything.replacing("remote: ", with: "").split { $0.isWhitespace }.joined(separator: " ")
    #expect(result.status != 0, "\(result.everything)", sourceLocation: at)
    #expect(text.contains("was sent back by Ada Author"), "\(result.everything)", sourceLocation: at)
    #expect(text.contains("the office counts again"), "\(result.everything)", sourceLocation: at)
    #expect(try newsroom.git("-C", server, "for-each-ref") == before, sourceLocation: at)
  }

  @Test func serverRefusesWhatWasSentBackElsewhereAndSaysHowToGoOn() throws {
    let team = try team()
    let (ada, ben) = (team.ada, team.ben)
    try done(ben, "promote", slug)
    try expectRefused(ben, "main")
    // What the refusal says to do.
    try done(ben, "undo")
    try ben.git("fetch", "--quiet", "origin")
    for branch in [styled, factual] {
      try ben.git("switch", "--quiet", branch)
      try ben.git("pull", "--quiet", "--ff-only", "origin", branch)
    }
    let corrected = SampleArticle.factual.text.replacing("40%", with: "45%")
    try ben.plant(Array(corrected.utf8), on: factual)
    try ben.git("reset", "--quiet", "--hard")
    try done(ben, "promote", slug)
    try done(ben, "promote", slug)
    try ben.git("push", "--quiet", "origin", factual, styled, "main")
    try ada.git("fetch", "--quiet", "origin")
    #expect(try ada.content(of: SampleArticle.path, in: "origin/main").contains("45%"))
    #expect(try ada.damage() == "" && ben.damage() == "")
  }

  @Test func noOtherWayBringsItOut() throws {
    let team = try team()
    let ben = team.ben
    let main = try #require(try ben.tip("main"))
    try ben.git("switch", "--quiet", "main")
    // An earlier version, and one that was made from the checked text afresh.
    try ben.git("-c", "core.hooksPath=/dev/null", "merge", "--quiet", "--no-ff", "--no-edit", styled)
    try ben.plant(Array(SampleArticle.faithful.text.replacing("Look up", with: "Look out").utf8), on: "main")
    try ben.git("reset", "--quiet", "--hard")
    try expectRefused(ben, "main")
    // The text alone, as a squashed merge has it.
    try ben.git("reset", "--quiet", "--hard", main)
    try ben.plant(.faithful, on: "main")
    try expectRefused(ben, "main")
    // The branch is forced to where it was, alone and together with what is published.
    try expectRefused(ben, "+\(styled):\(styled)")
    try expectRefused(ben, "main", "+\(styled):\(styled)")
    // A new restyling on top of the branch of before.
    try ben.git("reset", "--quiet", "--hard", main)
    try ben.plant(Array(SampleArticle.faithful.text.replacing("Look up", with: "Look out").utf8), on: styled)
    try expectRefused(ben, "+\(styled):\(styled)")
  }

  @Test func onlyTheEarlierBranchWasPushedAndThatIsEnough() throws {
    let team = try Team()
    let (ada, ben) = (team.ada, team.ben)
    try #require(try ada.editorial(["hook", "install", "--server"], in: ada.folder.path("server.git")).status == 0)
    try done(ada, "demote", slug, "--reason", "the office counts again")
    try ada.git("push", "--quiet", "origin", factual)
    try done(ben, "promote", slug)
    try expectRefused(ben, "main")
  }

  @Test func mistakeIsPutRightOnThePublishedBranchWhileARevisionWasSentBack() throws {
    let team = try Team()
    let (ada, ben) = (team.ada, team.ben)
    try #require(try ada.editorial(["hook", "install", "--server"], in: ada.folder.path("server.git")).status == 0)
    try done(ada, "promote", slug)
    try ada.git("push", "--quiet", "origin", "main")
    try ben.git("pull", "--quiet", "--ff-only", "origin", "main")
    try ada.plant(Array(SampleArticle.faithful.text.replacing("Look up", with: "Look out").utf8), on: styled)
    try done(ada, "demote", slug, "--reason", "the office counts again")
    try ada.git("push", "--quiet", "origin", factual, styled)
    let published = try ben.content(of: SampleArticle.path, in: "main")
    try ben.plant(Array(published.replacing("Look up", with: "Look around").utf8), at: SampleArticle.path, on: "main")
    let pushed = try ben.git.run(["push", "origin", "main"])
    #expect(pushed.status == 0, "\(pushed.everything)")
    // The revision itself does not come out.
    try ben.git("fetch", "--quiet", "origin")
    let merged = try ben.git(
      "-c", "core.hooksPath=/dev/null", "commit-tree", "\(try ada.tip(styled) ?? "")^^{tree}", "-p", "main", "-p",
      "origin/\(styled)^", "-m", "Merge")
    try expectRefused(ben, "\(merged):main")
  }

  @Test func squashedMergeOfWhatWasApprovedAgainComesIn() throws {
    let team = try team()
    let ada = team.ada
    // The same words as before, approved a second time.
    try done(ada, "promote", slug)
    try ada.plant(.faithful, on: styled)
    try ada.git("push", "--quiet", "origin", factual, styled)
    try ada.plant(.faithful, on: "main")
    let pushed = try ada.git.run(["push", "origin", "main"])
    #expect(pushed.status == 0, "\(pushed.everything)")
  }

  @Test func checkTellsItWhereNoHookCanBeInstalled() throws {
    let team = try team()
    let ben = team.ben
    try done(ben, "promote", slug)
    #expect(try ben.editorial("check", "origin/main..main").status == 0, "nobody has told him yet")
    try ben.git("fetch", "--quiet", "origin")
    let told = try ben.editorial("check", "origin/main..main")
    #expect(told.status == 1 && told.text.contains("was sent back by Ada Author"), "\(told.everything)")
    let french = try ben.editorial("check", "origin/main..main", "--lang", "fr")
    #expect(french.text.contains("a été renvoyé par Ada Author"), "\(french.everything)")
    let push = try ben.git.run(["push", "origin", "main"])
    #expect(push.status != 0 && push.everything.contains("was sent back"), "\(push.everything)")
  }
}
