import TestSupport
import Testing

/// In observe mode everything gets in, and what would have been refused is told and kept.
@Suite struct ObserveTests {
  private let slug = SampleArticle.slug
  private let styled = "styled/\(SampleArticle.slug)"
  private let observed = ".git/editorial-observed"

  @Test func commitIsToldAndKeptOnceAndGetsIn() throws {
    let newsroom = try newsroom()
    try newsroom.git("switch", "--quiet", styled)
    try newsroom.git.write(SampleArticle.path, SampleArticle.wrongFigure.text)
    let commit = try newsroom.git.run(["commit", "--all", "--message", "Restyle"])
    #expect(commit.status == 0, "\(commit.everything)")
    #expect(commit.everything.split(separator: "\n").filter { $0.contains("would refuse") }.count == 1)
    let kept = try newsroom.git.read(observed).split(separator: "\n")
    #expect(kept.count == 1)
    #expect(kept.first?.contains("\"branch\":\"\(styled)\"") == true && kept.first?.contains("60.0") == true, "\(kept)")
    #expect(try newsroom.editorial("doctor").text.contains("Observe mode is on"))
    let status = try newsroom.editorial("status")
    #expect(status.status == 0 && status.everything.contains("Observe mode is on"), "\(status.everything)")
  }

  @Test func promotionAndPushGetInAndCheckRefusesNothing() throws {
    let newsroom = try newsroom()
    try newsroom.plant(.withoutSources, on: styled)
    var server = try Git.repository("server.git", bare: true, in: newsroom.folder)
    server.environment = newsroom.git.environment
    try newsroom.git("-c", "core.hooksPath=/dev/null", "push", "--quiet", server.folder, "main")
    #expect(try newsroom.editorial(["hook", "install", "--server"], in: server.folder).status == 0)

    let promotion = try newsroom.editorial("promote", slug)
    #expect(promotion.status == 0 && promotion.errorText.contains("would refuse"), "\(promotion.everything)")
    let push = try newsroom.git.run(["push", "--no-verify", server.folder, "main"])
    #expect(push.status == 0 && push.everything.contains("would refuse"), "\(push.everything)")
    #expect(try server.read("editorial-observed").contains("pre-receive"))
    let check = try newsroom.editorial("check", "--all")
    #expect(check.status == 0 && check.text.contains("refused"), "\(check.everything)")
  }

  @Test func whatIsKeptIsBounded() throws {
    let newsroom = try newsroom()
    let line = #"{"schema":1,"branch":"old","filling":"\#(String(repeating: "x", count: 1000))"}"# + "\n"
    try newsroom.git.write(observed, String(repeating: line, count: 261))
    try newsroom.plant(.wrongFigure, on: styled)
    #expect(try newsroom.editorial("promote", slug).status == 0)
    let kept = try newsroom.git.read(observed)
    #expect(kept.utf8.count < 1 << 18)
    #expect(kept.split(separator: "\n").allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
    #expect(kept.split(separator: "\n").last?.contains("\"event\":\"promote\"") == true)
  }

  @Test func brokenPolicyStillRefuses() throws {
    let newsroom = try newsroom()
    try newsroom.plant(Array("mode: observ\n".utf8), at: "editorial.yml", on: "main")
    try newsroom.git("switch", "--quiet", styled)
    try newsroom.git.write(SampleArticle.path, SampleArticle.wrongFigure.text)
    #expect(try newsroom.git.run(["commit", "--all", "--message", "Restyle"]).status != 0)
  }

  @Test func levelOfAStageHoldsThereAlone() throws {
    let policy = """
      stages:
        - {name: factual, branch: "factual/{slug}"}
        - {name: styled, branch: "styled/{slug}", gate: {integrity: 95, against: factual, rules: {figure-altered: note}}}
        - {name: published, branch: main, gate: {integrity: 95, against: factual}}
      """
    let newsroom = try TestNewsroom(policy: policy)
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(.wrongFigure, on: styled, from: "factual/\(slug)")
    let score = try newsroom.editorial("score", "\(slug)@styled")
    #expect(score.status == 0 && score.text.contains("note: "), "\(score.everything)")
    #expect(try newsroom.editorial("promote", slug).status == 1)
  }

  private func newsroom() throws -> TestNewsroom {
    let newsroom = try TestNewsroom(policy: "version: 1\nmode: observe\n")
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(.faithful, on: styled, from: "factual/\(slug)")
    try newsroom.installHooks()
    return newsroom
  }
}
