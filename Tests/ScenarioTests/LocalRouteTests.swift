import Testing
import TestSupport

/// What a refusal leaves behind, and what is not refused.
@Suite struct LocalRouteTests {
  @Test(arguments: [Route.commit, .commitWithoutVerify, .amend, .mergeSquash], [true, false])
  func refusedCommitKeepsTheWritersWork(route: Route, putAside: Bool) throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(SampleArticle.slug)")
    let candidate = try newsroom.plant(.wrongFigure, on: "desk/restyled")
    try newsroom.installHooks()
    let result = try route.take(candidate, in: newsroom)
    #expect(try newsroom.git.read(SampleArticle.path) == SampleArticle.wrongFigure.text)
    if putAside {
      #expect(try newsroom.type(try #require(wayBack(in: result.everything))).status == 0)
      #expect(try newsroom.changes() == "")
      try newsroom.git("stash", "pop", "--quiet")
      #expect(try newsroom.git.read(SampleArticle.path) == SampleArticle.wrongFigure.text)
    }
    try newsroom.git.write(SampleArticle.path, SampleArticle.faithful.text)
    try newsroom.git("commit", "--quiet", "--all", "--message", "Mend the figure")
    #expect(try newsroom.content(of: SampleArticle.path, in: "main") == SampleArticle.faithful.text)
  }

  @Test(arguments: [".", "pages"])
  func wayBackFromAMergeLeavesWhatWasStagedBefore(folder: String) throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(SampleArticle.slug)")
    let candidate = try newsroom.plant(.wrongFigure, on: "desk/restyled")
    try newsroom.installHooks()
    try newsroom.git.write("CONTACT.md", "Ask the desk.\n")
    try newsroom.git("add", "CONTACT.md")
    // Typed where the writer stands.
    try newsroom.git.write("pages/.gitignore", "*\n")
    let result = try newsroom.git.run(["merge", "--ff-only", candidate])
    #expect(result.status != 0)
    let back = try newsroom.type("cd \(folder) && " + #require(wayBack(in: result.everything)))
    #expect(back.status == 0, "\(back.everything)")
    #expect(try newsroom.changes() == "A  CONTACT.md")
  }

  /// Edits that git has put aside for a merge or a rebase come back with the way back, or wait in the stash.
  @Test(arguments: [["merge", "--ff-only"], ["merge", "--no-ff", "--no-edit"], ["rebase"]])
  func editsThatWerePutAsideAreNotLost(command: [String]) throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(SampleArticle.slug)")
    let candidate = try newsroom.plant(.wrongFigure, on: "desk/restyled")
    try newsroom.installHooks()
    try newsroom.git.write("README.md", "In the middle of a sentence")
    let result = try newsroom.git.run(command + ["--autostash", candidate])
    #expect(result.status != 0)
    let back = try newsroom.type(#require(wayBack(in: result.everything)))
    #expect(back.status == 0, "\(back.everything)")
    if try newsroom.changes() == "" { try newsroom.git("stash", "pop", "--quiet") }
    #expect(try newsroom.git.read("README.md") == "In the middle of a sentence")
    #expect(try newsroom.changes() == " M README.md")
  }

  @Test func goingBackToAnyCommitOfItsOwnPastIsOpen() throws {
    let newsroom = try TestNewsroom()
    let git = newsroom.git
    let start = try #require(try newsroom.tip("main"))
    try newsroom.plant(.withoutSources, on: "main")
    let failing = try #require(try newsroom.tip("main"))
    try newsroom.plant(.factual, on: "main")
    try git("reset", "--quiet", "--hard")
    try newsroom.installHooks()
    for commit in [failing, start] {
      let result = try git.run(["reset", "--hard", commit])
      #expect(result.status == 0, "\(result.everything)")
    }
    // Forward again it is an update like any other.
    #expect(try git.run(["reset", "--hard", failing]).status != 0)
  }

  @Test func otherBranchesAreFree() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(SampleArticle.slug)")
    try newsroom.installHooks()
    try newsroom.git("switch", "--quiet", "--create", "my-own-corner")
    try newsroom.git.write(SampleArticle.path, SampleArticle.wrongFigure.text)
    try newsroom.git("add", "--all")
    try newsroom.git("commit", "--quiet", "--message", "Try things")
    try newsroom.git("switch", "--quiet", "--create", "draft/\(SampleArticle.slug)")
    #expect(try newsroom.changes() == "")
  }

  @Test func articleThatWasFailingBeforeDoesNotBlockOtherWork() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.withoutSources, on: "main")
    try newsroom.git("reset", "--quiet", "--hard")
    try newsroom.installHooks()
    try newsroom.git.write("CONTACT.md", "Ask the desk.\n")
    try newsroom.git("add", "--all")
    let result = try newsroom.git.run(["commit", "--message", "Say how to reach us"])
    #expect(result.status == 0, "\(result.everything)")
  }

  @Test func styledBranchIsGatedLikeMain() throws {
    let newsroom = try TestNewsroom()
    let styled = "styled/\(SampleArticle.slug)"
    try newsroom.plant(.factual, on: "factual/\(SampleArticle.slug)")
    let start = try newsroom.plant(.faithful, on: styled)
    try newsroom.plant(.wrongFigure, on: "desk/restyled", from: styled)
    try newsroom.installHooks()
    try newsroom.git("switch", "--quiet", styled)
    let result = try newsroom.git.run(["merge", "desk/restyled"])
    #expect(result.status != 0)
    #expect(result.everything.contains("14%"))
    #expect(try newsroom.tip(styled) == start)
    try expectClean(newsroom, after: result)
  }

  @Test func stageBranchMayChangeOnlyItsOwnArticle() throws {
    let newsroom = try TestNewsroom()
    let styled = "styled/\(SampleArticle.slug)"
    try newsroom.plant(.factual, on: "factual/\(SampleArticle.slug)")
    let start = try newsroom.plant(.faithful, on: styled)
    try newsroom.installHooks()
    try newsroom.git("switch", "--quiet", styled)
    try newsroom.git.write("articles/another.md", SampleArticle.factual.text)
    try newsroom.git("add", "--all")
    let result = try newsroom.git.run(["commit", "--message", "Slip another one in"])
    #expect(result.status != 0)
    #expect(result.everything.contains("another"))
    #expect(try newsroom.tip(styled) == start)
  }

  @Test func policyIsReadFromMainAsItWasAndNotFromTheUpdate() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(SampleArticle.slug)")
    try newsroom.plant(
      Array("version: 1\nstages: [{name: published, branch: main}]\n".utf8), at: "editorial.yml", on: "desk")
    let candidate = try newsroom.plant(.wrongFigure, on: "desk")
    try newsroom.installHooks()
    let result = try newsroom.git.run(["merge", "--ff-only", candidate])
    #expect(result.status != 0, "the update lowered its own bar:\n\(result.everything)")
  }

  @Test func hooksThatCannotJudgeRefuseOnGatedBranchesOnly() throws {
    let newsroom = try TestNewsroom(policy: "version: 1\nstagess: []\n")
    let candidate = try newsroom.plant(.faithful, on: "desk/restyled")
    // A policy that cannot be read cannot be judged by, so installing may say so; it must still be possible.
    _ = try newsroom.editorial("hook", "install")
    let refused = try newsroom.git.run(["merge", "--ff-only", candidate])
    #expect(refused.status != 0)
    #expect(refused.everything.contains("stagess"), "\(refused.everything)")
    #expect(try newsroom.git.run(["branch", "unrelated", "main"]).status == 0)
  }
}

/// Expects a sound repository on `HEAD`'s branch with the work tree as committed, if need be after the way back that the
/// refusal prints.
func expectClean(
  _ newsroom: TestNewsroom, after result: Subprocess, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  #expect(try newsroom.damage() == "", sourceLocation: sourceLocation)
  var changes = try newsroom.changes()
  if changes.isEmpty { return }
  let wayBack = wayBack(in: result.everything)
  #expect(wayBack != nil, "no way back is printed:\n\(result.everything)\n\(changes)", sourceLocation: sourceLocation)
  guard let wayBack else { return }
  let back = try newsroom.type(wayBack)
  changes = try newsroom.changes()
  #expect(
    back.status == 0 && changes.isEmpty, "\(wayBack) leaves:\n\(back.everything)\n\(changes)",
    sourceLocation: sourceLocation)
}

/// Returns the first git command that stands on a line of its own, word for word.
private func wayBack(in text: String) -> String? {
  text.split(separator: "\n").first { $0.hasPrefix("  git ") }.map { String($0.dropFirst(2)) }
}

extension TestNewsroom {
  /// Runs a line in a shell, as somebody who copied it.
  fileprivate func type(_ line: String) throws -> Subprocess {
    try Subprocess.run(["sh", "-c", line], in: git.folder, environment: git.environment)
  }
}
