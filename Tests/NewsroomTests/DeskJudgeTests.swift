import Gatekeeping
import GitStore
import Newsroom
import Scoring
import TestSupport
import Testing

struct DeskJudgeTests {
  private let slug = SampleArticle.slug
  private let path = SampleArticle.path

  private func newsroom() throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(slug)")
    return newsroom
  }

  @Test func faithfulArticlePassesAndShowsItsBaseline() throws {
    let newsroom = try newsroom()
    let candidate = try newsroom.plant(.faithful, on: "desk/restyled")
    let judgement = try #require(try newsroom.judgement(of: "main", to: candidate))
    #expect(judgement.isPassed, "\(judgement.everyRefusal)")
    #expect(judgement.stage?.name == "published")
    let article = try #require(judgement.articles.first)
    #expect(article.baseline?.label == "factual/\(slug):\(path)")
    #expect(article.scorecard?.basis == .fidelity)
  }

  @Test(arguments: SampleArticle.refused)
  func failingArticleIsRefused(_ article: SampleArticle) throws {
    let newsroom = try newsroom()
    let candidate = try newsroom.plant(article, on: "desk/restyled")
    let judgement = try #require(try newsroom.judgement(of: "main", to: candidate))
    #expect(!judgement.isPassed)
    #expect(judgement.refusedArticles.map(\.slug?.name) == [slug])
    #expect(judgement.refusals.isEmpty)
  }

  @Test func branchesWithoutAGateAreNotJudged() throws {
    let newsroom = try newsroom()
    let candidate = try newsroom.plant(.wrongFigure, on: "desk/restyled")
    for branch in ["desk/restyled", "draft/\(slug)", "topic", "mainly"] {
      #expect(try newsroom.judgement(of: branch, to: candidate) == nil)
    }
  }

  @Test func unchangedArticlesAreNeverJudged() throws {
    let newsroom = try newsroom()
    try newsroom.plant(.withoutSources, on: "main")
    let next = try newsroom.plant(Array("Ask us.\n".utf8), at: "CONTACT.md", on: "desk/contact")
    let judgement = try #require(try newsroom.judgement(of: "main", to: next))
    #expect(judgement.isPassed)
    #expect(judgement.articles.isEmpty)
  }

  @Test func articleWithoutFactualBranchIsMeasuredAgainstItself() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "main")
    let good = try newsroom.plant(.faithful, on: "desk/good")
    let bad = try newsroom.plant(.wrongFigure, on: "desk/bad")
    let passed = try #require(try newsroom.judgement(of: "main", to: good))
    #expect(passed.isPassed, "\(passed.everyRefusal)")
    #expect(passed.articles.first?.baseline?.revision == "main")
    #expect(try newsroom.judgement(of: "main", to: bad)?.isPassed == false)
  }

  @Test func newArticleWithoutFactualBranchIsMeasuredByItsSources() throws {
    let newsroom = try TestNewsroom()
    let candidate = try newsroom.plant(.withoutSources, on: "desk/new")
    let judgement = try #require(try newsroom.judgement(of: "main", to: candidate))
    #expect(!judgement.isPassed)
    #expect(judgement.articles.first?.scorecard?.basis == .sourcing)
  }

  @Test func renamedArticleKeepsItsBaseline() throws {
    let newsroom = try TestNewsroom(
      policy: "version: 1\narticles: [\"articles/{slug}.md\", \"posts/{date}-{slug}.md\"]\n")
    try newsroom.plant(.factual, on: "factual/\(slug)")
    let candidate = try newsroom.plant(
      Array(SampleArticle.wrongFigure.text.utf8), at: "posts/2025-06-02-\(slug).md", on: "desk/renamed")
    let judgement = try #require(try newsroom.judgement(of: "main", to: candidate))
    #expect(!judgement.isPassed)
    #expect(judgement.articles.first?.baseline?.path == path)
  }

  @Test func goingBackIsFreeHereAndJudgedOnAServer() throws {
    let newsroom = try newsroom()
    let bad = try newsroom.plant(.wrongFigure, on: "main")
    let good = try newsroom.plant(.faithful, on: "main")
    #expect(try newsroom.judgement(of: "main", to: bad)?.isPassed == true)
    #expect(try newsroom.reception(("main", good, bad)).first?.isPassed == false)
  }

  @Test func deletionIsRefusedOnlyForTheProtectedBranch() throws {
    let newsroom = try newsroom()
    #expect(
      try newsroom.judgement(of: "main", to: "")?.refusals == [.protectedBranchDeleted("main")])
    #expect(try newsroom.judgement(of: "factual/\(slug)", to: "")?.isPassed == true)
    #expect(try newsroom.judgement(of: "factual/none", to: "")?.isPassed == true)
  }

  @Test func sameTipPasses() throws {
    let newsroom = try newsroom()
    let tip = try newsroom.plant(.wrongFigure, on: "main")
    #expect(try newsroom.judgement(of: "main", to: tip)?.isPassed == true)
  }

  @Test func stageBranchOwnsNothingElse() throws {
    let newsroom = try newsroom()
    let branch = "styled/\(slug)"
    let start = try newsroom.plant(.faithful, on: branch, from: "factual/\(slug)")
    let own = try newsroom.plant(Array("x".utf8), at: "images/\(slug)/plot.svg", on: "desk/own", from: start)
    #expect(try newsroom.judgement(of: branch, to: own)?.isPassed == true)
    let owner = try Slug(slug)
    let foreign = try newsroom.plant(Array("x".utf8), at: "articles/other.md", on: "desk/foreign", from: start)
    #expect(
      try newsroom.judgement(of: branch, to: foreign)?.refusals
        == [.foreignPath("articles/other.md", owner: owner)])
    let policy = try newsroom.plant(
      Array("version: 1\n# mine\n".utf8), at: "editorial.yml", on: "desk/policy", from: start)
    #expect(try newsroom.judgement(of: branch, to: policy)?.refusals.count == 1)
  }

  @Test func mergingThePublishedBranchIntoAStageBranchIsFine() throws {
    let newsroom = try newsroom()
    let branch = "styled/\(slug)"
    try newsroom.plant(.faithful, on: branch, from: "factual/\(slug)")
    try newsroom.plant(Array(SampleArticle.factual.text.utf8), at: "articles/other.md", on: "main")
    try newsroom.git("reset", "--quiet", "--hard")
    try newsroom.git("switch", "--quiet", "--detach", branch)
    try newsroom.git("merge", "--quiet", "--no-edit", "main")
    let merged = try newsroom.git("rev-parse", "HEAD")
    let judgement = try #require(try newsroom.judgement(of: branch, to: merged))
    #expect(judgement.isPassed, "\(judgement.everyRefusal)")
  }

  @Test func newStageBranchIsJudged() throws {
    let newsroom = try newsroom()
    let bad = try newsroom.plant(.wrongFigure, on: "desk/bad", from: "factual/\(slug)")
    #expect(try newsroom.judgement(of: "styled/\(slug)", to: bad)?.isPassed == false)
    let good = try newsroom.plant(.faithful, on: "desk/good", from: "factual/\(slug)")
    #expect(try newsroom.judgement(of: "styled/\(slug)", to: good)?.isPassed == true)

  }

  @Test func branchWhoseNameIsNoSlugIsRefused() throws {
    let newsroom = try newsroom()
    let good = try newsroom.plant(.faithful, on: "desk/good", from: "factual/\(slug)")
    let judgement = try #require(try newsroom.judgement(of: "styled/a/b", to: good))
    #expect(judgement.refusals.contains { if case .invalidBranch = $0 { true } else { false } })
  }

  @Test(arguments: [("120000", Refusal.symbolicLink)])
  func linkInThePlaceOfAnArticleIsRefused(mode: String, refusal: Refusal) throws {
    let newsroom = try newsroom()
    let candidate = try newsroom.plant(Array("../secret".utf8), on: "desk/link", mode: mode)
    #expect(try newsroom.judgement(of: "main", to: candidate)?.everyRefusal == [refusal])
  }

  @Test func linkInThePlaceOfTheFolderIsRefused() throws {
    let newsroom = try newsroom()
    let candidate = try newsroom.plant(Array("drafts".utf8), at: "articles", on: "desk/link", mode: "120000")
    #expect(try newsroom.judgement(of: "main", to: candidate)?.refusals == [.linkAboveArticles("articles")])
  }

  @Test func largeFilePointersAndGiantsAreRefused() throws {
    let newsroom = try newsroom()
    let pointer =
      "version https://git-lfs.github.com/spec/v1\noid sha256:\(String(repeating: "0", count: 64))\nsize 9\n"
    let lfs = try newsroom.plant(Array(pointer.utf8), on: "desk/lfs")
    #expect(try newsroom.judgement(of: "main", to: lfs)?.everyRefusal == [.largeFilePointer])
    let giant = try newsroom.plant([UInt8](repeating: 0x61, count: 17 << 20), on: "desk/giant")
    let refusals = try newsroom.judgement(of: "main", to: giant)?.everyRefusal ?? []
    #expect(refusals.count == 1 && refusals[0].message.contains("bytes"))
  }

  @Test func namesThatAreOneFileElsewhereAreRefused() throws {
    let newsroom = try newsroom()
    try newsroom.plant(.factual, on: "main")
    let candidate = try newsroom.plant(
      Array(SampleArticle.factual.text.utf8), at: "articles/Solar-Roofs.md", on: "desk/case")
    let refusals = try newsroom.judgement(of: "main", to: candidate)?.everyRefusal ?? []
    #expect(refusals.contains(.slugCollision(with: path)), "\(refusals)")
  }

  @Test func slugOfDotsIsRefused() throws {
    let newsroom = try newsroom()
    let candidate = try newsroom.plant(Array("x".utf8), at: "articles/...md", on: "desk/dots")
    let refusals = try newsroom.judgement(of: "main", to: candidate)?.everyRefusal ?? []
    #expect(refusals.count == 1 && refusals[0].message.contains(".."))
  }

  @Test func symbolicBranchIsRefused() throws {
    let newsroom = try newsroom()
    let event = try HookEvent(
      .referenceTransaction,
      arguments: ["prepared", "\(ObjectID.zero.hex) ref:refs/heads/factual/\(slug) refs/heads/main"], input: [])
    #expect(try newsroom.desk().judge(event).first?.isPassed == false)
  }

  @Test func baselineOfTheSamePushCounts() throws {
    let newsroom = try newsroom()
    let main = try #require(try newsroom.tip("main"))
    let factual = try #require(try newsroom.tip("factual/\(slug)"))
    let corrected = SampleArticle.factual.text.replacing("40%", with: "14%")
    let moved = try newsroom.plant(Array(corrected.utf8), on: "desk/corrected", from: "factual/\(slug)")
    let published = try newsroom.plant(.wrongFigure, on: "desk/published")
    #expect(try newsroom.reception(("main", main, published)).first?.isPassed == false)
    let both = try newsroom.reception(("main", main, published), ("factual/\(slug)", factual, moved))
    #expect(both.count == 2 && both[0].isPassed && both[1].isPassed, "\(both.flatMap(\.everyRefusal))")
    // Taking the baseline away in the push that needs it gone does not help.
    let without = try newsroom.reception(("main", main, published), ("factual/\(slug)", factual, nil))
    #expect(without.contains { !$0.isPassed })
  }

  @Test func branchesThatWereFetchedAreBaselinesToo() throws {
    let newsroom = try newsroom()
    let faithful = try newsroom.plant(.faithful, on: "desk/fine")
    let bad = try newsroom.plant(.wrongFigure, on: "desk/bad")
    try newsroom.git("clone", "--quiet", ".", "../clone")
    var clone = Git(newsroom.folder, in: "clone")
    clone.environment = newsroom.git.environment
    let desk = try newsroom.desk(in: clone.folder)
    let main = try RefName(branch: "main")
    func judgement(_ commit: String) throws -> Judgement? {
      try desk.judge(RefUpdate(ref: main, old: nil, new: .id(try #require(ObjectID(hex: commit)))))
    }
    #expect(try judgement(faithful)?.isPassed == true)
    #expect(try judgement(bad)?.articles.first?.baseline?.revision == "factual/\(slug)")
    // A copy that stayed behind is no better than none; what was committed here counts.
    try clone("branch", "factual/\(slug)", "origin/factual/\(slug)")
    let corrected = SampleArticle.factual.text.replacing("40%", with: "14%")
    try newsroom.plant(Array(corrected.utf8), on: "factual/\(slug)")
    #expect(try judgement(bad)?.isPassed == false)
    try clone("fetch", "--quiet")
    #expect(try judgement(bad)?.isPassed == true)
  }

  @Test func publishedBranchThatStayedBehindMakesNothingForeign() throws {
    let newsroom = try newsroom()
    let git = newsroom.git
    try git("clone", "--quiet", ".", "../clone")
    try newsroom.plant(Array("Ask us.\n".utf8), at: "CONTACT.md", on: "main")
    let styled = try newsroom.plant(.faithful, on: "styled/\(slug)")
    let clone = newsroom.folder.path("clone")
    try git("-C", clone, "fetch", "--quiet")
    let update = RefUpdate(
      ref: try RefName(branch: "styled/\(slug)"), old: nil, new: .id(try #require(ObjectID(hex: styled))))
    #expect(try newsroom.desk(in: clone).judge(update)?.everyRefusal == [])
  }

  @Test func publishedBranchOfACloneStartsWhereItWasFetched() throws {
    let newsroom = try newsroom()
    try newsroom.plant(.withoutSources, on: "main")
    try newsroom.git("clone", "--quiet", "--branch", "factual/\(slug)", ".", "../clone")
    let tip = try #require(try newsroom.tip("main").flatMap { ObjectID(hex: $0) })
    let update = RefUpdate(ref: try RefName(branch: "main"), old: nil, new: .id(tip))
    #expect(try newsroom.desk(in: newsroom.folder.path("clone")).judge(update)?.everyRefusal == [])
  }

  @Test func replaceRefsAreRefusedOnAServer() throws {
    let newsroom = try newsroom()
    let tip = try #require(try newsroom.tip("main"))
    let event = try HookEvent(
      .preReceive, arguments: ["\(ObjectID.zero.hex) \(tip) refs/replace/\(tip)"], input: [])
    #expect(try newsroom.desk().judge(event).first?.isPassed == false)
  }

  @Test func pushToABranchThatIsUnknownHereIsJudgedWhole() throws {
    let newsroom = try newsroom()
    let bad = try newsroom.plant(.wrongFigure, on: "desk/bad")
    let line = "refs/heads/desk/bad \(bad) refs/heads/main \(String(repeating: "1", count: 40))"
    let event = try HookEvent(.prePush, arguments: ["origin", "file:///x", line], input: [])
    #expect(try newsroom.desk().judge(event).first?.isPassed == false)
  }
}
