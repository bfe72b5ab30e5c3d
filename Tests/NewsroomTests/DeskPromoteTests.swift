import Gatekeeping
import GitStore
import Newsroom
import TestSupport
import Testing

struct DeskPromoteTests {
  private let slug = SampleArticle.slug
  private let path = SampleArticle.path

  /// An article that is checked, and restyled as `article`.
  private func newsroom(_ article: SampleArticle = .faithful, policy: String = "version: 1\n") throws -> TestNewsroom {
    let newsroom = try TestNewsroom(policy: policy)
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(article, on: "styled/\(slug)", from: "factual/\(slug)")
    return newsroom
  }

  @Test func promotionIsAMergeCommitWithTrailers() throws {
    let newsroom = try newsroom()
    let main = try #require(try newsroom.tip("main"))
    let styled = try #require(try newsroom.tip("styled/\(slug)"))
    let outcome = try newsroom.promote(slug)
    #expect(outcome.isPassed, "\(outcome.judgement.everyRefusal)")
    #expect(outcome.promotion.to.name == "published")
    let tip = try #require(try newsroom.tip("main"))
    #expect(outcome.commit?.hex == tip)
    #expect(try newsroom.git("rev-parse", "\(tip)^1", "\(tip)^2") == "\(main)\n\(styled)")
    let trailers = try newsroom.git("log", "-1", "--format=%(trailers:only)", tip)
    let baseline = try newsroom.git("rev-parse", "factual/\(slug):\(path)")
    for line in [
      "Editorial-Article: \(slug)", "Editorial-From: styled", "Editorial-To: published", "Integrity-Score: 100.0",
      "Style-Score: ", "Editorial-Baseline: \(baseline)",
    ] {
      #expect(trailers.contains(line), "\(trailers)")
    }
    #expect(try newsroom.damage() == "")
    #expect(try newsroom.changes() == "")
    #expect(try newsroom.git.read(path).contains("<!--"))
    #expect(try newsroom.git("reflog", "-1", "--format=%gs", "main").hasPrefix("promote: "))
  }

  @Test func articleWalksFromDraftToMain() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "draft/\(slug)")
    let first = try newsroom.promote(slug)
    #expect(first.isPassed && first.branch == "factual/\(slug)", "\(first.judgement.everyRefusal)")
    #expect(try newsroom.git("rev-parse", "factual/\(slug)^1") == newsroom.tip("main"))
    #expect(try newsroom.git("rev-parse", "factual/\(slug)^2") == newsroom.tip("draft/\(slug)"))
    #expect(try newsroom.promote(slug).branch == "styled/\(slug)")
    #expect(try newsroom.promote(slug).branch == "main")
    #expect(throws: DeskError.self) { try newsroom.promote(slug) }
    #expect(try newsroom.damage() == "")
  }

  @Test func secondRoundMeetsNoConflictOfStamps() throws {
    let newsroom = try TestNewsroom()
    let draft = "draft/\(slug)"
    try newsroom.plant(.factual, on: draft)
    for _ in 0..<3 { try newsroom.promote(slug) }
    let revised = SampleArticle.factual.text.replacing("The Town Desk", with: "The Whole Town Desk")
    try newsroom.plant(Array(revised.utf8), on: draft)
    for branch in ["factual/\(slug)", "styled/\(slug)", "main"] {
      let outcome = try newsroom.promote(slug)
      #expect(outcome.isPassed, "\(outcome.judgement.everyRefusal)")
      #expect(outcome.branch == branch)
    }
    #expect(try newsroom.git.read(path).contains("The Whole Town Desk"))
    #expect(throws: DeskError.self) { try newsroom.promote(slug) }
  }

  @Test(arguments: [("none", false, false), ("header", true, false), ("front-matter", false, true)])
  func stampGoesWhereThePolicySays(place: String, header: Bool, frontMatter: Bool) throws {
    let newsroom = try newsroom(policy: "stamp: \(place)\n")
    #expect(try newsroom.promote(slug).isPassed)
    let text = try newsroom.git.read(path)
    #expect(text.contains("<!--") == header)
    #expect(text.contains("integrityScore: 100.0") == frontMatter, "\(text.prefix(400))")
    if place == "none" { #expect(text == SampleArticle.faithful.text) }
  }

  @Test func refusedPromotionMovesNothing() throws {
    let newsroom = try newsroom(.wrongFigure)
    let before = try newsroom.git("for-each-ref")
    let outcome = try newsroom.promote(slug)
    #expect(!outcome.isPassed && outcome.commit == nil)
    #expect(outcome.judgement.refusedArticles.first?.scorecard != nil)
    #expect(try newsroom.git("for-each-ref") == before)
    #expect(try newsroom.changes() == "")
  }

  @Test func trialWritesNothingAtAll() throws {
    for article in [SampleArticle.faithful, .wrongFigure] {
      let newsroom = try newsroom(article)
      let before = try newsroom.git("for-each-ref") + newsroom.git("count-objects", "-v")
      let outcome = try newsroom.promote(slug, isTrial: true)
      #expect(outcome.isPassed == (article == .faithful))
      #expect(outcome.commit == nil)
      #expect(try newsroom.git("for-each-ref") + newsroom.git("count-objects", "-v") == before)
      #expect(try newsroom.changes() == "")
    }
  }

  @Test func whatAKilledPromotionLeftIsClearedUp() throws {
    let newsroom = try newsroom()
    let lock = ".git/refs/heads/main.lock"
    let ref = newsroom.git.folder + "/" + lock
    let index = newsroom.git.folder + "/.git/index.lock"
    let commit = String(repeating: "5", count: 40)
    try newsroom.git.write(".git/editorial-turn", "\(commit) \(ref)\nindex \(index)\n")
    try newsroom.git.write(lock, "\(commit)\n")
    try newsroom.git.write(".git/index.lock", "DIRC")
    try newsroom.git.write(path, "")
    #expect(try newsroom.promote(slug).isPassed)
    #expect(try newsroom.changes() == "")
    #expect(try newsroom.git.read(".git/editorial-turn") == "")
  }

  @Test func locksOfOthersAreRespected() throws {
    let newsroom = try newsroom()
    let lock = ".git/refs/heads/main.lock"
    let ref = newsroom.git.folder + "/" + lock
    try newsroom.git.write(".git/editorial-turn", "\(String(repeating: "5", count: 40)) \(ref)\n")
    try newsroom.git.write(lock, String(repeating: "6", count: 40) + "\n")
    #expect(throws: GitError.self) { try newsroom.promote(slug) }
    #expect(try newsroom.git.read(lock).hasPrefix("666"))
  }

  @Test func changesInTheWorkTreeAreNotOverwritten() throws {
    let newsroom = try newsroom()
    try newsroom.git.write(path, "My notes.\n")
    #expect(throws: DeskError.self) { try newsroom.promote(slug) }
    #expect(throws: DeskError.self) { try newsroom.promote(slug, isTrial: true) }
    #expect(try newsroom.git.read(path) == "My notes.\n")
    #expect(try newsroom.git("log", "--format=%s", "main") == "Begin")
  }

  @Test func linkedWorkTreeFollows() throws {
    let newsroom = try newsroom()
    try newsroom.git("switch", "--quiet", "--create", "elsewhere")
    try newsroom.git("worktree", "add", "--quiet", "../linked", "main")
    let outcome = try newsroom.promote(slug)
    #expect(outcome.workTrees == [newsroom.folder.path("linked")])
    #expect(newsroom.folder.exists("linked/\(path)"))
    #expect(try newsroom.git("-C", "../linked", "status", "--porcelain") == "")
  }

  @Test func branchInTheMiddleOfARebaseIsLeftAlone() throws {
    let newsroom = try newsroom()
    try newsroom.plant(Array("one\n".utf8), at: "README.md", on: "other")
    try newsroom.plant(Array("two\n".utf8), at: "README.md", on: "main")
    try newsroom.git("reset", "--quiet", "--hard")
    #expect(try newsroom.git.run(["rebase", "other"]).status != 0)
    #expect(throws: DeskError.self) { try newsroom.promote(slug) }
  }

  @Test func conflictIsReportedWithItsPath() throws {
    let newsroom = try newsroom()
    let other = SampleArticle.faithful.text.replacing("Solar roofs", with: "Sun roofs")
    try newsroom.plant(Array(other.utf8), on: "main")
    try newsroom.git("reset", "--quiet", "--hard")
    let before = try newsroom.git("for-each-ref")
    do {
      try newsroom.promote(slug)
      Issue.record("there was no conflict")
    } catch DeskError.conflicts(_, let conflicts) {
      #expect(conflicts.map(\.path.description) == [path])
    }
    #expect(try newsroom.git("for-each-ref") == before)
  }

  @Test func draftThatChangesOtherArticlesIsRefused() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "draft/\(slug)")
    try newsroom.plant(Array("x".utf8), at: "articles/other.md", on: "draft/\(slug)")
    let refusals = try newsroom.promote(slug).judgement.refusals
    #expect(refusals == [.foreignPath("articles/other.md", owner: try Slug(slug))])
  }

  @Test func stagesThatCannotBeSkippedOrDoNotExistAreNamed() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "draft/\(slug)")
    #expect(throws: DeskError.self) { try newsroom.promote(slug, to: "published") }
    #expect(throws: DeskError.self) { try newsroom.promote(slug, to: "draft") }
    #expect(throws: DeskError.self) { try newsroom.promote(slug, to: "stlyed") }
    do {
      try newsroom.promote("solar-roof")
      Issue.record("there is no such article")
    } catch DeskError.noSuchArticle(_, let suggestion) {
      #expect(suggestion == slug)
    }
  }

  @Test func staleFilesOfAKilledPromotionAreNoObstacle() throws {
    let newsroom = try newsroom()
    let trial = try newsroom.promote(slug)
    let commit = try #require(trial.commit).hex
    // What a kill leaves between the files and the ref.
    try newsroom.git("-c", "core.hooksPath=/dev/null", "update-ref", "refs/heads/main", "\(commit)^1")
    #expect(try newsroom.changes() == "A  \(path)")
    #expect(try newsroom.promote(slug).isPassed)
    #expect(try newsroom.changes() == "")
  }

  @Test func bareRepositoryPromotes() throws {
    let newsroom = try newsroom()
    try newsroom.git("clone", "--quiet", "--bare", ".", "../bare.git")
    #expect(try newsroom.promote(slug, in: newsroom.folder.path("bare.git")).commit != nil)
  }

  @Test func twoArticlesPromotedOneAfterTheOtherBothArrive() throws {
    let newsroom = try newsroom()
    let other = Array(SampleArticle.factual.text.utf8)
    try newsroom.plant(other, at: "articles/other.md", on: "factual/other")
    try newsroom.plant(other, at: "articles/other.md", on: "styled/other", from: "factual/other")
    #expect(try newsroom.promote(slug).isPassed)
    #expect(try newsroom.promote("other").isPassed)
    #expect(try newsroom.git("ls-tree", "--name-only", "main", "articles/") == "articles/other.md\narticles/\(slug).md")
    #expect(try newsroom.changes() == "")
  }
}
