import TestSupport
import Testing

/// `editorial undo` brings back what the program moved, when nobody has built on it.
@Suite struct UndoTests {
  private let slug = SampleArticle.slug
  private let log = "refs/editorial/operations"

  /// The checked version at factual and the restyled one at styled, with hooks.
  private func newsroomAtStyled() throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(.faithful, on: "styled/\(slug)", from: "factual/\(slug)")
    try newsroom.installHooks()
    return newsroom
  }

  private func refs(_ newsroom: TestNewsroom) throws -> String { try newsroom.git("for-each-ref") }

  private func operations(_ newsroom: TestNewsroom) throws -> ArraySlice<String> {
    // The oldest one is the empty beginning.
    try newsroom.git.run(["log", "--first-parent", "--format=%s", log]).lines.dropLast()
  }

  @Test func publicationIsTakenBackAndDoneAgain() throws {
    let newsroom = try newsroomAtStyled()
    let before = try #require(try newsroom.tip("main"))
    #expect(try newsroom.editorial("promote", slug).status == 0)
    let published = try #require(try newsroom.tip("main"))

    let undone = try newsroom.editorial("undo")
    #expect(undone.status == 0, "\(undone.everything)")
    #expect(undone.text.contains("Promote \(slug) from styled to published"), "\(undone.everything)")
    #expect(try newsroom.tip("main") == before)
    #expect(!newsroom.folder.exists("repository/\(SampleArticle.path)"), "the work tree follows")
    #expect(try newsroom.changes() == "")

    let redone = try newsroom.editorial("undo")
    #expect(redone.status == 0, "\(redone.everything)")
    #expect(try newsroom.tip("main") == published)
    #expect(try newsroom.git.read(SampleArticle.path).contains("2.4 million"))
    #expect(try newsroom.changes() == "")
    let summary = "Promote \(slug) from styled to published"
    #expect(try operations(newsroom) == ["Redo: \(summary)", "Undo: \(summary)", summary])
    #expect(try newsroom.damage() == "")
  }

  @Test func whatWasTakenBackOutlivesGitsHousekeeping() throws {
    let newsroom = try newsroomAtStyled()
    #expect(try newsroom.editorial("promote", slug).status == 0)
    let published = try newsroom.tip("main")
    #expect(try newsroom.editorial("undo").status == 0)
    try newsroom.git("reflog", "expire", "--expire=now", "--all")
    try newsroom.git("gc", "--quiet", "--prune=now")
    let redone = try newsroom.editorial("undo")
    #expect(redone.status == 0, "\(redone.everything)")
    #expect(try newsroom.tip("main") == published)
    #expect(try newsroom.damage() == "")
  }

  @Test func nothingMovesWhenOthersBuiltOnIt() throws {
    let newsroom = try newsroomAtStyled()
    #expect(try newsroom.editorial("promote", slug).status == 0)
    try newsroom.git.commit("Tell it in the README", ["README.md": "New.\n"])
    let before = try refs(newsroom)
    let result = try newsroom.editorial("undo")
    #expect(result.status == 2, "\(result.everything)")
    for words in ["main", "Tell it in the README", "Ada Author"] {
      #expect(result.errorText.contains(words), "no \(words):\n\(result.everything)")
    }
    #expect(try refs(newsroom) == before)
  }

  @Test func nothingMovesWhenItWasPushed() throws {
    let newsroom = try newsroomAtStyled()
    try newsroom.git("clone", "--quiet", "--bare", ".", "../server.git")
    try newsroom.git("remote", "add", "origin", "../server.git")
    #expect(try newsroom.editorial("promote", slug).status == 0)
    try newsroom.git("push", "--quiet", "origin", "main")
    let before = try refs(newsroom)
    let result = try newsroom.editorial("undo")
    #expect(result.status == 2 && result.errorText.contains("origin"), "\(result.everything)")
    #expect(try refs(newsroom) == before)
  }

  @Test func pushTakesNoOperationAlong() throws {
    let newsroom = try newsroomAtStyled()
    try newsroom.git("clone", "--quiet", "--bare", ".", "../server.git")
    try newsroom.git("remote", "add", "origin", "../server.git")
    #expect(try newsroom.editorial("promote", slug).status == 0)
    try newsroom.git("push", "--quiet", "--all", "origin")
    let there = try newsroom.git("ls-remote", "origin")
    #expect(there.contains("refs/heads/main") && !there.contains("refs/editorial/"), "\(there)")
  }

  @Test func trialMovesNothing() throws {
    let newsroom = try newsroomAtStyled()
    #expect(try newsroom.editorial("promote", slug).status == 0)
    let before = try refs(newsroom)
    let result = try newsroom.editorial("undo", "--dry-run")
    #expect(result.status == 0 && result.text.contains("main"), "\(result.everything)")
    #expect(try refs(newsroom) == before)
    #expect(try newsroom.changes() == "")
  }

  @Test func changesOfTheWriterAreNotOverwritten() throws {
    let newsroom = try newsroomAtStyled()
    #expect(try newsroom.editorial("promote", slug).status == 0)
    try newsroom.git.write(SampleArticle.path, "My notes.\n")
    let before = try refs(newsroom)
    let result = try newsroom.editorial("undo")
    #expect(result.status == 2 && result.errorText.contains(SampleArticle.path), "\(result.everything)")
    #expect(try newsroom.git.read(SampleArticle.path) == "My notes.\n")
    #expect(try refs(newsroom) == before)
  }

  @Test func draftIsTakenBackUnlessSomebodyStandsOnIt() throws {
    let newsroom = try TestNewsroom()
    #expect(try newsroom.editorial("new", "night-trains").status == 0)
    try newsroom.git("switch", "--quiet", "draft/night-trains")
    let refused = try newsroom.editorial("undo")
    #expect(refused.status == 2 && refused.errorText.contains("checked out"), "\(refused.everything)")
    #expect(try newsroom.tip("draft/night-trains") != nil)
    try newsroom.git("switch", "--quiet", "main")
    let result = try newsroom.editorial("undo")
    #expect(result.status == 0, "\(result.everything)")
    #expect(try newsroom.tip("draft/night-trains") == nil)
    #expect(try newsroom.editorial("undo").status == 0)
    #expect(try newsroom.content(of: "articles/night-trains.md", in: "draft/night-trains").contains("title:"))
  }

  @Test func acceptanceIsTakenBack() throws {
    let newsroom = try newsroomAtStyled()
    try newsroom.plant(.wrongFigure, on: "styled/\(slug)")
    let before = try newsroom.tip("styled/\(slug)")
    let accepted = try newsroom.editorial("accept", slug, "figure-altered", "--reason", "counted anew")
    #expect(accepted.status == 0, "\(accepted.everything)")
    let result = try newsroom.editorial("undo")
    #expect(result.status == 0, "\(result.everything)")
    #expect(try newsroom.tip("styled/\(slug)") == before)
  }

  @Test func earlierOperationIsTakenBackByItsName() throws {
    let newsroom = try TestNewsroom()
    for name in ["solar-roofs", "other-roofs"] {
      let path = SampleArticle.path.replacing(slug, with: name)
      try newsroom.plant(Array(SampleArticle.factual.text.utf8), at: path, on: "draft/\(name)")
      #expect(try newsroom.editorial("promote", name).status == 0)
    }
    let list = try newsroom.editorial("undo", "--list")
    #expect(list.lines.count == 2 && list.lines[0].contains("Promote other-roofs"), "\(list.everything)")
    let name = try #require(list.lines.last?.split(separator: " ").first)
    let result = try newsroom.editorial("undo", String(name))
    #expect(result.status == 0, "\(result.everything)")
    #expect(try newsroom.tip("factual/solar-roofs") == nil)
    #expect(try newsroom.tip("factual/other-roofs") != nil)
    let twice = try newsroom.editorial("undo", String(name))
    #expect(twice.status == 2 && twice.errorText.contains("already"), "\(twice.everything)")
    let unknown = try newsroom.editorial("undo", "0123456789")
    #expect(unknown.status == 2 && unknown.errorText.contains("undo --list"), "\(unknown.everything)")
  }

  @Test func doingItAgainMeetsTheGate() throws {
    let newsroom = try newsroomAtStyled()
    #expect(try newsroom.editorial("promote", slug).status == 0)
    #expect(try newsroom.editorial("undo").status == 0)
    // The facts were corrected meanwhile, and what was published says the old ones.
    let corrected = SampleArticle.factual.text.replacing("40%", with: "45%")
    try newsroom.plant(Array(corrected.utf8), on: "factual/\(slug)")
    let before = try refs(newsroom)
    let result = try newsroom.editorial("undo")
    #expect(result.status == 1 && result.everything.contains("45%"), "\(result.everything)")
    #expect(try refs(newsroom) == before)
  }

  @Test func worksInALinkedWorkTreeAndInABareRepository() throws {
    let newsroom = try newsroomAtStyled()
    let before = try newsroom.tip("main")
    try newsroom.git("worktree", "add", "--quiet", "../linked", "styled/\(slug)")
    #expect(try newsroom.editorial("promote", slug).status == 0)
    let linked = try newsroom.editorial(["undo"], in: newsroom.folder.path("linked"))
    #expect(linked.status == 0, "\(linked.everything)")
    #expect(try newsroom.tip("main") == before)
    #expect(try newsroom.changes() == "", "main is checked out in the first work tree, and follows")

    try newsroom.git("clone", "--quiet", "--bare", ".", "../bare.git")
    let bare = newsroom.folder.path("bare.git")
    #expect(try newsroom.editorial(["promote", slug], in: bare).status == 0)
    let undone = try newsroom.editorial(["undo"], in: bare)
    #expect(undone.status == 0, "\(undone.everything)")
    #expect(try newsroom.git("-C", bare, "rev-parse", "main") == before)
  }

  @Test func nothingDoneIsNothingToTakeBack() throws {
    let result = try TestNewsroom().editorial("undo")
    #expect(result.status == 2 && !result.errorText.isEmpty, "\(result.everything)")
    let list = try TestNewsroom().editorial("undo", "--list")
    #expect(list.status == 0, "\(list.everything)")
  }

  @Test func killedOperationIsBroughtToItsEnd() throws {
    let newsroom = try newsroomAtStyled()
    let before = try #require(try newsroom.tip("main"))
    #expect(try newsroom.editorial("promote", slug).status == 0)
    let published = try #require(try newsroom.tip("main"))
    let record = try newsroom.git("rev-parse", log)
    // As when the process was killed between the first ref and the last.
    try newsroom.git("update-ref", "-d", log)
    let zero = String(repeating: "0", count: 40)
    let note = "move \(before) \(published) refs/heads/main\nmove \(zero) \(record) \(log)\n"
    try newsroom.git.write(".git/editorial-turn", note)
    let ended = try newsroom.editorial("undo")
    #expect(ended.status == 2 && ended.errorText.contains("Promote \(slug)"), "\(ended.everything)")
    #expect(try newsroom.git("rev-parse", log) == record, "what was begun is done, and nothing else")
    let result = try newsroom.editorial("undo")
    #expect(result.status == 0, "\(result.everything)")
    #expect(try newsroom.tip("main") == before)
    #expect(try operations(newsroom).count == 2)
    #expect(try newsroom.git.read(".git/editorial-turn") == "")

    // As when it was killed before anything moved: nothing has happened.
    try newsroom.git.write(
      ".git/editorial-turn", "move \(before) \(published) refs/heads/main\nmove \(record) \(zero) refs/heads/none\n")
    #expect(try newsroom.editorial("new", "night-trains").status == 0)
    #expect(try newsroom.tip("main") == before)
    #expect(try newsroom.damage() == "")
  }
}
