import TestSupport
import Testing

/// `demote`, `retract` and `revise` send articles back, and lose nothing of them.
@Suite struct DemoteTests {
  private let slug = SampleArticle.slug
  private let styled = "styled/\(SampleArticle.slug)"
  private let factual = "factual/\(SampleArticle.slug)"
  private let draft = "draft/\(SampleArticle.slug)"
  private let reason = "The office is counting again"

  /// The article at every stage up to styled, by promotions, with hooks.
  private func newsroomAtStyled() throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: draft)
    try expectDone(newsroom.editorial("promote", slug))
    try expectDone(newsroom.editorial("promote", slug))
    try newsroom.plant(.faithful, on: styled)
    try newsroom.installHooks()
    return newsroom
  }

  private func newsroomAtPublished() throws -> TestNewsroom {
    let newsroom = try newsroomAtStyled()
    try expectDone(newsroom.editorial("promote", slug))
    return newsroom
  }

  private func expectDone(_ result: Subprocess, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try #require(result.status == 0, "\(result.everything)", sourceLocation: sourceLocation)
  }

  private func text(_ newsroom: TestNewsroom, at revision: String) throws -> String {
    try newsroom.content(of: SampleArticle.path, in: revision)
  }

  private func stage(_ newsroom: TestNewsroom) throws -> String {
    let result = try newsroom.editorial("status", slug)
    return ["draft", "factual", "styled", "published"].first { result.text.contains($0) } ?? result.everything
  }

  // MARK: demote

  @Test func restyledTextStaysBehindAndIsKept() throws {
    let newsroom = try newsroomAtStyled()
    let left = try #require(try newsroom.tip(styled))
    let before = try #require(try newsroom.tip(factual))
    let result = try newsroom.editorial("demote", slug, "--reason", reason)
    try expectDone(result)
    #expect(result.text.contains("factual"), "\(result.everything)")
    #expect(try text(newsroom, at: factual) == text(newsroom, at: before), "the measure stays what it was")
    #expect(try text(newsroom, at: styled) == "", "the article is not at the stage any more")
    for branch in [styled, factual] {
      #expect(try newsroom.git.run(["merge-base", "--is-ancestor", left, branch]).status == 0, "\(branch)")
    }
    let trailers = try newsroom.git("log", "-1", "--format=%(trailers:only)", factual)
    for line in ["Editorial-From: styled", "Editorial-To: factual", "Editorial-Reason: \(reason)"] {
      #expect(trailers.contains(line), "\(trailers)")
    }
    #expect(try stage(newsroom) == "factual")
    #expect(try newsroom.editorial("check", "--all").status == 0)
    #expect(try newsroom.damage() == "")
  }

  @Test func articleThatWasSentBackIsRestyledAndPublishedAgain() throws {
    let newsroom = try newsroomAtStyled()
    try expectDone(newsroom.editorial("demote", slug, "--reason", reason))
    let corrected = SampleArticle.factual.text.replacing("40%", with: "45%")
    try newsroom.plant(Array(corrected.utf8), on: factual)
    try expectDone(newsroom.editorial("promote", slug))
    #expect(try text(newsroom, at: styled).contains("45%"))
    try expectDone(newsroom.editorial("promote", slug))
    #expect(try text(newsroom, at: "main").contains("45%"))
    #expect(try newsroom.changes() == "")
  }

  @Test func checkedTextGoesAlongToTheDraft() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: draft)
    try expectDone(newsroom.editorial("promote", slug))
    let corrected = SampleArticle.factual.text.replacing("One household in five", with: "One household in six")
    try newsroom.plant(Array(corrected.utf8), on: factual)
    try newsroom.installHooks()
    try expectDone(newsroom.editorial("demote", slug, "--reason", reason))
    #expect(try text(newsroom, at: draft).contains("in six"), "what the check corrected is not lost")
    #expect(try text(newsroom, at: factual) == "")
    let refused = try newsroom.editorial("demote", slug, "--reason", reason)
    #expect(refused.status == 2 && refused.errorText.contains("first stage"), "\(refused.everything)")
    try expectDone(newsroom.editorial("promote", slug))
    #expect(try text(newsroom, at: factual).contains("in six"))
  }

  @Test func bothTextsOfADraftThatWentOnAreMergedOrNamed() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: draft)
    try expectDone(newsroom.editorial("promote", slug))
    let ahead = SampleArticle.factual.text.replacing("One household in five", with: "One household in six")
    try newsroom.plant(Array(ahead.utf8), on: draft)
    let other = SampleArticle.factual.text.replacing("One household in five", with: "One household in nine")
    try newsroom.plant(Array(other.utf8), on: factual)
    let before = try newsroom.git("for-each-ref")
    let conflict = try newsroom.editorial("demote", slug, "--reason", reason)
    #expect(conflict.status == 2 && conflict.errorText.contains(SampleArticle.path), "\(conflict.everything)")
    #expect(conflict.errorText.contains("git merge"), "\(conflict.everything)")
    #expect(try newsroom.git("for-each-ref") == before)
  }

  @Test func demotionIsTakenBackAndTrialsWriteNothing() throws {
    let newsroom = try newsroomAtStyled()
    let refs = ["for-each-ref", "refs/heads"]
    let before = try newsroom.git(refs)
    try expectDone(newsroom.editorial("demote", slug, "--reason", reason, "--dry-run"))
    #expect(try newsroom.git(refs) == before)
    try expectDone(newsroom.editorial("demote", slug, "--reason", reason))
    #expect(try newsroom.git(refs) != before)
    try expectDone(newsroom.editorial("undo"))
    #expect(try newsroom.git(refs) == before)
  }

  @Test func writersChangesAreNotOverwrittenAndTheirFilesFollow() throws {
    let newsroom = try newsroomAtStyled()
    try newsroom.git("switch", "--quiet", styled)
    try newsroom.git.write(SampleArticle.path, "My notes.\n")
    let before = try newsroom.git("for-each-ref")
    let refused = try newsroom.editorial("demote", slug, "--reason", reason)
    #expect(refused.status == 2 && refused.errorText.contains(SampleArticle.path), "\(refused.everything)")
    #expect(try newsroom.git("for-each-ref") == before)
    #expect(try newsroom.git.read(SampleArticle.path) == "My notes.\n")
    try newsroom.git("checkout", "--quiet", "--", ".")
    try expectDone(newsroom.editorial("demote", slug, "--reason", reason))
    #expect(try newsroom.changes() == "")
    #expect(!newsroom.folder.exists("repository/\(SampleArticle.path)"))
  }

  @Test func reasonIsAskedFor() throws {
    let newsroom = try newsroomAtStyled()
    #expect(try newsroom.editorial("demote", slug).status == 64)
    let empty = try newsroom.editorial("demote", slug, "--reason", " … ")
    #expect(empty.status == 2 && empty.errorText.contains("--reason"), "\(empty.everything)")
    try expectDone(newsroom.editorial("demote", slug, "--reason", "No\n\nEditorial-Waiver: forged"))
    let trailers = try newsroom.git("log", "-1", "--format=%(trailers:only)", factual)
    #expect(!trailers.contains("\nEditorial-Waiver"), "\(trailers)")
  }

  @Test func historyTellsWhyItWasSentBack() throws {
    let newsroom = try newsroomAtStyled()
    try expectDone(newsroom.editorial("demote", slug, "--reason", reason))
    let log = try newsroom.editorial("log", slug)
    #expect(log.status == 0 && log.text.contains(reason), "\(log.everything)")
    let lines = try newsroom.editorial("log", slug, "--format", "jsonl").lines
    #expect(lines.filter { $0.contains("sent back from styled to factual") }.count == 1, "\(lines)")
    #expect(lines.contains { $0.contains("\"styled\"") }, "what was sent back is still told of")
  }

  @Test func worksInALinkedWorkTreeAndInABareRepository() throws {
    let newsroom = try newsroomAtStyled()
    try newsroom.git("clone", "--quiet", "--bare", ".", "../bare.git")
    let bare = newsroom.folder.path("bare.git")
    try expectDone(newsroom.editorial(["demote", slug, "--reason", reason], in: bare))
    #expect(try newsroom.git.run(["-C", bare, "cat-file", "-e", "\(styled):\(SampleArticle.path)"]).status != 0)
    try newsroom.git("worktree", "add", "--quiet", "../linked", styled)
    try expectDone(newsroom.editorial(["demote", slug, "--reason", reason], in: newsroom.folder.path("linked")))
    #expect(!newsroom.folder.exists("linked/\(SampleArticle.path)"))
  }

  @Test func twoClonesThatSendTheSameArticleBackMeetWithoutLoss() throws {
    let newsroom = try newsroomAtStyled()
    try newsroom.git("clone", "--quiet", "--bare", ".", "../server.git")
    try expectDone(newsroom.editorial(["hook", "install", "--server"], in: newsroom.folder.path("server.git")))
    var clones: [Git] = []
    for name in ["one", "two"] {
      try newsroom.git("clone", "--quiet", "../server.git", "../\(name)")
      var git = Git(newsroom.folder, in: name)
      git.environment = newsroom.git.environment
      try expectDone(newsroom.editorial(["hook", "install"], in: git.folder))
      for branch in [factual, styled] { try git("branch", "--quiet", branch, "origin/\(branch)") }
      let result = try newsroom.editorial(["demote", slug, "--reason", "\(name) says so"], in: git.folder)
      try expectDone(result)
      #expect(result.text.contains("git push origin \(factual) \(styled)"), "\(result.text)")
      clones.append(git)
    }
    try clones[0]("push", "--quiet", "origin", factual, styled)
    let late = try clones[1].run(["push", "origin", factual, styled])
    #expect(late.status != 0 && late.everything.contains("rejected"), "\(late.everything)")
    for branch in [factual, styled] {
      try clones[1]("switch", "--quiet", branch)
      try clones[1]("pull", "--quiet", "--no-rebase", "--no-edit", "origin", branch)
    }
    try clones[1]("push", "--quiet", "origin", factual, styled)
    let log = try newsroom.git("-C", newsroom.folder.path("server.git"), "log", "--format=%B", factual)
    #expect(log.contains("one says so") && log.contains("two says so"))
    #expect(try clones[1]("show", "\(factual):\(SampleArticle.path)").contains("Solar panels now cover 40%"))
    #expect(try clones[1].run(["cat-file", "-e", "\(styled):\(SampleArticle.path)"]).status != 0)
  }

  // MARK: retract

  @Test func retractedArticleLeavesTheSiteAndComesBackByAPromotion() throws {
    let newsroom = try newsroomAtStyled()
    // An image of its own goes too, and what belongs to others stays.
    try newsroom.plant([1, 2, 3], at: "images/\(slug)/roof.png", on: styled)
    try expectDone(newsroom.editorial("promote", slug))
    try newsroom.plant([4], at: "images/other/roof.png", on: "main")
    try newsroom.git("reset", "--quiet", "--hard")
    let published = try #require(try newsroom.tip("main"))
    let result = try newsroom.editorial("retract", slug, "--reason", reason)
    try expectDone(result)
    let files = try newsroom.git("ls-tree", "-r", "--name-only", "main").split(separator: "\n")
    #expect(files == ["README.md", "editorial.yml", "images/other/roof.png"], "\(files)")
    #expect(try newsroom.changes() == "")
    #expect(!newsroom.folder.exists("repository/\(SampleArticle.path)"))
    #expect(try newsroom.git("log", "-1", "--format=%B", "main").contains("Editorial-Reason: \(reason)"))
    #expect(try stage(newsroom) == "styled")
    #expect(try newsroom.editorial("check", "--all").status == 0)

    try expectDone(newsroom.editorial("promote", slug))
    #expect(try text(newsroom, at: "main") == text(newsroom, at: published))
    let again = try newsroom.git("ls-tree", "-r", "--name-only", "main").split(separator: "\n")
    #expect(again.contains("images/\(slug)/roof.png") && again.contains("images/other/roof.png"), "\(again)")
    #expect(try newsroom.damage() == "")
  }

  @Test func textThatNoGateLetsInGoesBackToTheDraft() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.withoutSources, on: "main")
    try newsroom.git("reset", "--quiet", "--hard")
    try newsroom.installHooks()
    let result = try newsroom.editorial("retract", slug, "--reason", reason)
    try expectDone(result)
    #expect(try text(newsroom, at: "main") == "")
    #expect(try text(newsroom, at: draft) == SampleArticle.withoutSources.text)
    #expect(try newsroom.tip(styled) == nil && newsroom.tip(factual) == nil)
  }

  @Test func retractionIsTakenBack() throws {
    let newsroom = try newsroomAtPublished()
    let before = try newsroom.git("for-each-ref", "refs/heads")
    try expectDone(newsroom.editorial("retract", slug, "--reason", reason, "--dry-run"))
    #expect(try newsroom.git("for-each-ref", "refs/heads") == before)
    try expectDone(newsroom.editorial("retract", slug, "--reason", reason))
    try expectDone(newsroom.editorial("undo"))
    #expect(try newsroom.git("for-each-ref", "refs/heads") == before)
    #expect(try newsroom.git.read(SampleArticle.path).contains("2.4 million"))
  }

  @Test func serverLetsARetractionInAndNothingInItsShadow() throws {
    let newsroom = try newsroomAtPublished()
    let other = "articles/other.md"
    try newsroom.plant(Array(SampleArticle.factual.text.utf8), at: other, on: "main")
    try newsroom.git("reset", "--quiet", "--hard")
    try newsroom.git("clone", "--quiet", "--bare", ".", "../server.git")
    try expectDone(newsroom.editorial(["hook", "install", "--server"], in: newsroom.folder.path("server.git")))
    try newsroom.git("remote", "add", "origin", "../server.git")
    try newsroom.git("fetch", "--quiet", "origin")
    try expectDone(newsroom.editorial("retract", slug, "--reason", reason))
    let retraction = try newsroom.git("log", "-1", "--format=%B", "main")
    let pushed = try newsroom.git.run(["push", "origin", "main", styled])
    #expect(pushed.status == 0, "\(pushed.everything)")
    // The same words in another commit open no door.
    try newsroom.plant(
      Array(SampleArticle.factual.text.replacing("40%", with: "14%").utf8), at: other, on: "main")
    let tree = try newsroom.git("rev-parse", "main^{tree}")
    let forged = try newsroom.git("commit-tree", tree, "-p", "origin/main", "-m", retraction)
    let refused = try newsroom.git.run(["push", "--no-verify", "origin", "\(forged):main"])
    #expect(refused.status != 0 && refused.everything.contains("14%"), "\(refused.everything)")
  }

  @Test func unpublishedArticleIsNotRetracted() throws {
    let newsroom = try newsroomAtStyled()
    let result = try newsroom.editorial("retract", slug, "--reason", reason)
    #expect(result.status == 2 && result.errorText.contains("not published"), "\(result.everything)")
    let unknown = try newsroom.editorial("retract", "solar-roof", "--reason", reason)
    #expect(unknown.status == 2 && unknown.errorText.contains(slug), "\(unknown.everything)")
    let demoted = try newsroomAtPublished().editorial("demote", slug, "--reason", reason)
    #expect(demoted.status == 2, "\(demoted.everything)")
    #expect(demoted.errorText.contains("revise") && demoted.errorText.contains("retract"), "\(demoted.everything)")
  }

  // MARK: revise

  @Test func publishedArticleIsRevisedThroughAllStages() throws {
    let newsroom = try newsroomAtPublished()
    let published = try #require(try newsroom.tip("main"))
    try expectDone(newsroom.editorial("revise", slug, "--dry-run"))
    #expect(try newsroom.tip(draft) != published)
    try expectDone(newsroom.editorial("revise", slug))
    #expect(try newsroom.tip(draft) == published, "the old draft is published as it is, so it is in nobody's way")
    let twice = try newsroom.editorial("revise", slug)
    #expect(twice.status == 2 && twice.errorText.contains("git switch \(draft)"), "\(twice.everything)")
    let text = try text(newsroom, at: draft).replacing("Look up when you walk", with: "Look up as you walk")
    try newsroom.plant(Array(text.utf8), on: draft)
    for _ in 0..<3 { try expectDone(newsroom.editorial("promote", slug)) }
    #expect(try self.text(newsroom, at: "main").contains("as you walk"))
    #expect(try newsroom.changes() == "")
  }

  @Test func onlyPublishedArticlesAreRevised() throws {
    let newsroom = try newsroomAtStyled()
    let result = try newsroom.editorial("revise", slug)
    #expect(result.status == 2 && result.errorText.contains("not published"), "\(result.everything)")
  }
}
