import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A promotion is whole or it did not happen: whoever else is at work, and whenever it is killed.
@Suite struct PromoteRaceTests {
  private let slug = SampleArticle.slug

  @Test func exactlyOneOfTwoPromotionsWins() throws {
    let newsroom = try newsroomAtStyled()
    let start = try #require(try newsroom.tip("main"))
    for _ in 0..<rounds {
      try reset(newsroom, to: start)
      let first = try RunningSubprocess(
        [newsroom.program, "promote", slug], in: newsroom.git.folder, environment: newsroom.git.environment)
      let second = try RunningSubprocess(
        [newsroom.program, "promote", slug], in: newsroom.git.folder, environment: newsroom.git.environment)
      let ends = [try first.finish(), try second.finish()]
      let report = ends.map { "\($0.status): \($0.everything)" }.joined(separator: "\n")

      #expect(ends.filter { $0.status == 0 }.count == 1, "\(report)")
      for loser in ends where loser.status != 0 { #expect(!loser.errorText.isEmpty, "the loser does not say why") }
      #expect(try newsroom.git("rev-list", "--count", "--first-parent", "\(start)..main") == "1", "\(report)")
      #expect(try newsroom.changes() == "", "\(report)")
    }
    #expect(try newsroom.damage() == "")
  }

  @Test func promotionsOfTwoArticlesBothWin() throws {
    let newsroom = try newsroomAtStyled()
    let other = SampleArticle.path.replacing(slug, with: "other-roofs")
    try newsroom.plant(Array(SampleArticle.factual.text.utf8), at: other, on: "factual/other-roofs")
    try newsroom.plant(
      Array(SampleArticle.faithful.text.utf8), at: other, on: "styled/other-roofs", from: "factual/other-roofs")
    let start = try #require(try newsroom.tip("main"))
    for _ in 0..<rounds {
      try reset(newsroom, to: start)
      let first = try RunningSubprocess(
        [newsroom.program, "promote", slug], in: newsroom.git.folder, environment: newsroom.git.environment)
      let second = try RunningSubprocess(
        [newsroom.program, "promote", "other-roofs"], in: newsroom.git.folder, environment: newsroom.git.environment)
      for end in [try first.finish(), try second.finish()] { #expect(end.status == 0, "\(end.everything)") }
      #expect(try newsroom.git("rev-list", "--count", "--first-parent", "\(start)..main") == "2")
      #expect(try newsroom.changes() == "")
    }
  }

  @Test func commitOnTheTargetMeanwhileIsNeverLost() throws {
    let newsroom = try newsroomAtStyled()
    let start = try #require(try newsroom.tip("main"))
    try newsroom.git("switch", "--quiet", "--create", "elsewhere")
    for round in 0..<rounds {
      try reset(newsroom, to: start)
      let promotion = try RunningSubprocess(
        [newsroom.program, "promote", slug], in: newsroom.git.folder, environment: newsroom.git.environment)
      let rival = try newsroom.git("commit-tree", "\(start)^{tree}", "-p", start, "-m", "Rival \(round)")
      let push = try newsroom.git.run(["update-ref", "refs/heads/main", rival, start])
      let end = try promotion.finish()
      let contained = try newsroom.git.run(["merge-base", "--is-ancestor", rival, "main"]).status == 0
      #expect(contained == (push.status == 0), "a commit that git accepted is not on main any more")
      #expect(end.status == 0 || !end.errorText.isEmpty)
    }
    #expect(try newsroom.damage() == "")
  }

  @Test func promotionKilledAtAnyMomentMovedWhollyOrNotAtAll() throws {
    let newsroom = try newsroomAtStyled()
    try newsroom.git("switch", "--quiet", "--create", "elsewhere")
    try killAtRandomMoments(newsroom)
  }

  @Test func workTreeSurvivesAKillWhileTheTargetIsCheckedOut() throws {
    try killAtRandomMoments(try newsroomAtStyled())
  }

  /// While its hooks run, git holds an empty lock on a branch that it deletes.
  @Test func emptyLockOfAnotherIsLeftAloneAndNamed() throws {
    let newsroom = try newsroomAtStyled()
    let lock = ".git/refs/heads/main.lock"
    let path = "\(newsroom.git.folder)/\(lock)"
    try newsroom.git.write(".git/editorial-turn", "\(String(repeating: "5", count: 40)) \(path)\n")
    _ = try Subprocess.run(
      ["touch", "-d", "1 hour ago", ".git/editorial-turn"], in: newsroom.git.folder,
      environment: newsroom.git.environment)
    try newsroom.git.write(lock, "")
    let result = try newsroom.editorial("promote", slug)
    #expect(result.status == 2, "\(result.everything)")
    #expect(result.errorText.contains("another program holds \(path)"), "\(result.everything)")
    #expect(result.errorText.contains("rm \(path)"), "\(result.everything)")
    #expect(newsroom.folder.exists("repository/\(lock)"))
    newsroom.folder.remove("repository/\(lock)")
    #expect(try newsroom.editorial("promote", slug).status == 0)
  }

  private func killAtRandomMoments(_ newsroom: TestNewsroom) throws {
    let start = try #require(try newsroom.tip("main"))
    let length = try lengthOfPromotion(newsroom, from: start)
    var random = SeededGenerator(seed: 0x5EED)
    for round in 0..<kills {
      try reset(newsroom, to: start)
      let promotion = try RunningSubprocess(
        [newsroom.program, "promote", slug], in: newsroom.git.folder, environment: newsroom.git.environment)
      usleep(UInt32.random(in: 0...length, using: &random))
      promotion.send(SIGKILL, toGroup: true)
      _ = try promotion.finish()

      let tip = try #require(try newsroom.tip("main"), "main is gone in round \(round)")
      if tip != start {
        #expect(try newsroom.git("rev-list", "--no-walk", "--parents", tip).split(separator: " ").count == 3)
        #expect(try newsroom.git("log", "-1", "--format=%B", tip).contains("Editorial-To: published"))
      }
      #expect(try newsroom.damage() == "", "round \(round)")
      try expectWayForward(newsroom, round: round)
    }
  }

  /// Whatever the kill left, files half written and locks included, the next promotion brings to its end.
  private func expectWayForward(_ newsroom: TestNewsroom, round: Int) throws {
    let isDone = try isPublished(newsroom)
    let next = try newsroom.editorial("promote", slug)
    #expect((next.status == 0) != isDone, "round \(round): \(next.everything)")
    #expect(try isPublished(newsroom))
    #expect(try newsroom.changes() == "", "round \(round)")
    let locks = try Subprocess.run(
      ["find", ".git", "-name", "*.lock"], in: newsroom.git.folder, environment: newsroom.git.environment)
    #expect(locks.text == "", "round \(round)")
  }

  private func isPublished(_ newsroom: TestNewsroom) throws -> Bool {
    try newsroom.content(of: SampleArticle.path, in: "refs/heads/main").contains("2.4 million")
  }

  private func reset(_ newsroom: TestNewsroom, to start: String) throws {
    try newsroom.git("-c", "core.hooksPath=/dev/null", "update-ref", "refs/heads/main", start)
    try newsroom.git("-c", "core.hooksPath=/dev/null", "reset", "--quiet", "--hard")
    try newsroom.git("clean", "--quiet", "--force", "-d")
  }

  /// How long a promotion takes, in microseconds.
  private func lengthOfPromotion(_ newsroom: TestNewsroom, from start: String) throws -> UInt32 {
    let clock = ContinuousClock()
    let length = try clock.measure {
      let result = try newsroom.editorial("promote", slug)
      #expect(result.status == 0, "\(result.everything)")
    }
    return UInt32(clamping: length.components.seconds * 1_000_000 + length.components.attoseconds / 1_000_000_000_000)
  }

  private func newsroomAtStyled() throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(.faithful, on: "styled/\(slug)", from: "factual/\(slug)")
    return newsroom
  }

  /// `EDITORIAL_KILLS=100` asks for as many kills; few by default, to keep the suite quick.
  private var kills: Int { count("EDITORIAL_KILLS") ?? 12 }
  private var rounds: Int { count("EDITORIAL_RACES") ?? 8 }

  private func count(_ name: String) -> Int? { getenv(name).flatMap { Int(String(cString: $0)) } }
}
