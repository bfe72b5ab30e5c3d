import Testing
import TestSupport

/// `editorial promote` moves an article on as one merge, or not at all.
@Suite struct PromoteTests {
  private let slug = SampleArticle.slug
  private let styled = "styled/\(SampleArticle.slug)"

  @Test func articleWalksFromDraftToMain() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "draft/\(slug)")
    try newsroom.installHooks()
    for (stage, branch) in [("factual", "factual/\(slug)"), ("styled", styled), ("published", "main")] {
      let result = try newsroom.editorial("promote", slug)
      #expect(result.status == 0, "to \(stage):\n\(result.everything)")
      let tip = try #require(try newsroom.tip(branch), "no branch \(branch)")
      #expect(try newsroom.git("rev-list", "--no-walk", "--parents", tip).split(separator: " ").count == 3)
      #expect(try newsroom.content(of: SampleArticle.path, in: tip).contains("Solar panels now cover 40%"))
    }
    #expect(try newsroom.damage() == "")
    #expect(try newsroom.changes() == "", "the work tree of main follows the branch")
    #expect(try newsroom.git.read(SampleArticle.path).contains("Solar panels now cover 40%"))
  }

  @Test func mergeRecordsWhatTheGateSaw() throws {
    let newsroom = try newsroomAtStyled(.faithful)
    let baseline = try newsroom.git("rev-parse", "factual/\(slug):\(SampleArticle.path)")
    let start = try #require(try newsroom.tip("main"))
    let candidate = try #require(try newsroom.tip(styled))
    let result = try newsroom.editorial("promote", slug)
    #expect(result.status == 0, "\(result.everything)")
    let message = try newsroom.git("log", "-1", "--format=%B", "main")
    let trailers = try newsroom.git("interpret-trailers", "--parse", input: message).split(separator: "\n")
    for expected in [
      "Editorial-Article: \(slug)", "Editorial-From: styled", "Editorial-To: published", "Integrity-Score: 100.0",
    ] {
      #expect(trailers.contains { $0 == expected }, "no \(expected) in:\n\(message)")
    }
    #expect(trailers.contains { $0.hasPrefix("Style-Score: ") })
    #expect(trailers.contains { $0.hasPrefix("Editorial-Baseline: ") && $0.contains(baseline) }, "\(message)")
    #expect(try newsroom.git("rev-parse", "main^1") == start)
    #expect(try newsroom.git("rev-parse", "main^2") == candidate)
  }

  @Test(arguments: SampleArticle.refused)
  func failingArticleIsRefusedAndNothingMoves(article: SampleArticle) throws {
    let newsroom = try newsroomAtStyled(article)
    let before = try newsroom.git("for-each-ref")
    let result = try newsroom.editorial("promote", slug)
    #expect(result.status == 1, "\(result.everything)")
    for words in article.evidence { #expect(result.everything.contains(words), "\(words):\n\(result.everything)") }
    #expect(try newsroom.git("for-each-ref") == before)
    #expect(try newsroom.changes() == "")
    #expect(try newsroom.damage() == "")
  }

  @Test func dryRunSaysTheSameAndMovesNothing() throws {
    let good = try newsroomAtStyled(.faithful)
    let before = try good.git("for-each-ref")
    let passed = try good.editorial("promote", slug, "--dry-run")
    #expect(passed.status == 0, "\(passed.everything)")
    #expect(try good.git("for-each-ref") == before)
    let failing = try newsroomAtStyled(.wrongFigure)
    let refused = try failing.editorial("promote", slug, "--dry-run")
    #expect(refused.status == 1)
    #expect(refused.everything.contains("14%"))
  }

  @Test func dirtyArticleInTheCheckedOutTargetIsNotOverwritten() throws {
    let newsroom = try newsroomAtStyled(.faithful)
    try newsroom.git.write(SampleArticle.path, "My unsaved notes.\n")
    let before = try newsroom.tip("main")
    let result = try newsroom.editorial("promote", slug)
    #expect(result.status != 0, "\(result.everything)")
    #expect(result.everything.contains(SampleArticle.path))
    #expect(try newsroom.git.read(SampleArticle.path) == "My unsaved notes.\n")
    #expect(try newsroom.tip("main") == before)
  }

  @Test func changesElsewhereInTheWorkTreeStayAsTheyAre() throws {
    let newsroom = try newsroomAtStyled(.faithful)
    try newsroom.git.write("README.md", "Being rewritten.\n")
    let result = try newsroom.editorial("promote", slug)
    #expect(result.status == 0, "\(result.everything)")
    #expect(try newsroom.git.read("README.md") == "Being rewritten.\n")
    #expect(try newsroom.changes() == "M README.md" || newsroom.changes() == " M README.md")
  }

  @Test func conflictIsReportedAndNothingIsWritten() throws {
    let newsroom = try newsroomAtStyled(.faithful)
    // Somebody has edited the article on main as well, since both parted.
    try newsroom.plant(Array(SampleArticle.faithful.text.replacing("Look up when", with: "Stop when").utf8), on: "main")
    try newsroom.git("reset", "--quiet", "--hard")
    let before = try newsroom.git("for-each-ref")
    let result = try newsroom.editorial("promote", slug)
    #expect(result.status != 0)
    #expect(result.everything.lowercased().contains("conflict"), "\(result.everything)")
    #expect(result.everything.contains(SampleArticle.path))
    #expect(try newsroom.git("for-each-ref") == before)
    #expect(try newsroom.changes() == "")
  }

  @Test func unknownArticleIsNamed() throws {
    let newsroom = try newsroomAtStyled(.faithful)
    let result = try newsroom.editorial("promote", "solar-roof")
    #expect(result.status == 2 || result.status == 64, "\(result.everything)")
    #expect(result.everything.contains("solar-roofs"), "no did-you-mean:\n\(result.everything)")
  }

  @Test func worksFromALinkedWorkTreeAndInABareRepository() throws {
    let newsroom = try newsroomAtStyled(.faithful)
    try newsroom.git("worktree", "add", "--quiet", "../linked", "styled/\(slug)")
    let linked = try newsroom.editorial(["promote", slug], in: newsroom.folder.path("linked"))
    #expect(linked.status == 0, "\(linked.everything)")
    #expect(try newsroom.changes() == "", "main is checked out in the first work tree, and follows")

    let other = try newsroomAtStyled(.faithful)
    try other.git("clone", "--quiet", "--bare", ".", "../bare.git")
    let bare = try other.editorial(["promote", slug], in: other.folder.path("bare.git"))
    #expect(bare.status == 0, "\(bare.everything)")
  }

  /// The checked version at factual, `article` at styled, and hooks.
  private func newsroomAtStyled(_ article: SampleArticle) throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(article, on: styled, from: "factual/\(slug)")
    try newsroom.installHooks()
    return newsroom
  }
}
