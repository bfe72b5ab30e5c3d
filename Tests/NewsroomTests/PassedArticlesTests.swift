import Gatekeeping
import GitStore
import Newsroom
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What one hook let pass is passed by the next one unread, and nothing else is.
@Suite struct PassedArticlesTests {
  private let newsroom: TestNewsroom
  private let factual = "factual/\(SampleArticle.slug)"

  init() throws {
    newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: factual)
  }

  /// What is said before a commit of this text.
  private func prepare(_ text: String) throws -> Judgement {
    try newsroom.git.write(SampleArticle.path, text)
    try newsroom.git("add", "--all")
    return try #require(try newsroom.desk(program: "build 1").judge(.commit(isMerge: false)).first)
  }

  /// What is said when main is about to move to what is staged.
  private func move(by program: String? = "build 1") throws -> Judgement {
    try #require(try newsroom.desk(program: program).judge(.movement([try update()])).first)
  }

  private func update() throws -> RefUpdate {
    let tip = try #require(try newsroom.tip("main"))
    let commit = try newsroom.git("commit-tree", try newsroom.git("write-tree"), "-p", tip, "-m", "Restyle")
    return RefUpdate(
      ref: try RefName(branch: "main"), old: ObjectID(hex: tip), new: .id(try #require(ObjectID(hex: commit))))
  }

  @Test func secondHookScoresNothingAgain() throws {
    #expect(try prepare(SampleArticle.faithful.text).articles.map { $0.scorecard != nil } == [true])
    let judgement = try move()
    #expect(judgement.isPassed)
    #expect(judgement.articles.map { $0.scorecard == nil } == [true])
  }

  @Test func amendedCommitIsPreparedAndMovedAlike() throws {
    _ = try prepare(SampleArticle.faithful.text)
    let again = try prepare(SampleArticle.faithful.text)
    #expect(again.isPassed)
    #expect(again.articles.map { $0.scorecard == nil } == [true])
    #expect(try move().articles.map { $0.scorecard == nil } == [true])
  }

  @Test(arguments: ["build 2", nil])
  func anotherBuildScoresAgain(program: String?) throws {
    _ = try prepare(SampleArticle.faithful.text)
    #expect(try move(by: program).articles.map { $0.scorecard != nil } == [true])
  }

  @Test func pushIsScoredAgainOnEitherSide() throws {
    _ = try prepare(SampleArticle.faithful.text)
    let desk = try newsroom.desk(program: "build 1")
    for event in [HookEvent.push([try update()]), .reception([try update()])] {
      #expect(try desk.judge(event).flatMap(\.articles).map { $0.scorecard != nil } == [true])
    }
  }

  @Test(arguments: SampleArticle.refused)
  func otherTextIsRefused(_ article: SampleArticle) throws {
    _ = try prepare(SampleArticle.faithful.text)
    try newsroom.git.write(SampleArticle.path, article.text)
    try newsroom.git("add", "--all")
    #expect(try !move().isPassed)
  }

  @Test func otherBaselineIsAskedAgain() throws {
    #expect(try prepare(SampleArticle.faithful.text).isPassed)
    try newsroom.plant(Array(SampleArticle.factual.text.replacing("40%", with: "70%").utf8), on: factual)
    #expect(try !move().isPassed)
  }

  @Test func changedPolicyIsAskedAgain() throws {
    #expect(try prepare(SampleArticle.faithful.text).isPassed)
    try newsroom.plant(Array("version: 1\n# Read it again.\n".utf8), at: "editorial.yml", on: "main")
    #expect(try move().articles.map { $0.scorecard != nil } == [true])
  }

  @Test func nothingIsLeftBehindByUninstalledHooks() throws {
    _ = try prepare(SampleArticle.faithful.text)
    let file = newsroom.git.folder + "/.git/editorial-passed"
    #expect(access(file, F_OK) == 0)
    _ = try newsroom.desk().hookInstaller().uninstall()
    #expect(access(file, F_OK) != 0)
  }

  @Test func refusedArticleLeavesNothingBehind() throws {
    #expect(try !prepare(SampleArticle.wrongFigure.text).isPassed)
    #expect(try !move().isPassed)
    #expect(try !prepare(SampleArticle.wrongFigure.text).isPassed)
  }
}
