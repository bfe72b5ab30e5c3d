import TestSupport
import Testing

/// A commit is judged once: what the hook before it let pass, the hook that sees its branch move lets pass unasked, and
/// nothing else.
@Suite struct JudgedCommitTests {
  private let newsroom: TestNewsroom
  private let factual = "factual/\(SampleArticle.slug)"

  /// The program of this newsroom writes down each hook that starts it.
  init() throws {
    var newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: factual)
    try newsroom.installHooks()
    let script = """
      #!/bin/sh
      echo "$3" >>'\(newsroom.folder.path("asked"))'
      exec '\(newsroom.program)' "$@"

      """
    try newsroom.folder.write("bin/editorial", script, executable: true)
    let path = newsroom.git.environment["PATH"] ?? ""
    newsroom.git.environment["PATH"] = "\(newsroom.folder.path("bin")):\(path)"
    self.newsroom = newsroom
  }

  private func stage(_ article: SampleArticle) throws {
    try newsroom.git.write(SampleArticle.path, article.text)
    try newsroom.git("add", "--all")
  }

  /// The hooks that have started the program since this was asked last.
  private func asked() throws -> [String] {
    let file = newsroom.folder.path("asked")
    let read = try Subprocess.run(
      ["sh", "-c", "touch '\(file)'; cat '\(file)'; : >'\(file)'"], in: newsroom.folder.path,
      environment: newsroom.git.environment)
    return read.lines
  }

  /// An editor that does something else before it writes the message.
  private func editor(doing work: String) throws -> Git {
    var git = newsroom.git
    git.environment["GIT_EDITOR"] = try newsroom.folder.write(
      "edit", "#!/bin/sh\n\(work)\necho Publish >\"$1\"\n", executable: true)
    return git
  }

  @Test func commitThatPassedStartsTheProgramOnce() throws {
    try stage(.faithful)
    try newsroom.git("commit", "--quiet", "--message", "Publish")
    #expect(try asked() == ["pre-commit"])
    #expect(try newsroom.content(of: SampleArticle.path, in: "main") == SampleArticle.faithful.text)
  }

  @Test func commitOfEverythingAmendedAndInALinkedWorkTreeStartItOnceToo() throws {
    try stage(.faithful)
    try newsroom.git("commit", "--quiet", "--all", "--message", "Publish")
    try newsroom.git.write(SampleArticle.path, SampleArticle.factual.text)
    try newsroom.git("commit", "--quiet", "--all", "--amend", "--no-edit")
    try newsroom.git("pack-refs", "--all")
    _ = try asked()
    try newsroom.git("switch", "--quiet", "--detach")
    _ = try asked()
    try newsroom.git("worktree", "add", "--quiet", "../linked", "main")
    _ = try asked()
    try newsroom.folder.write("linked/\(SampleArticle.path)", SampleArticle.faithful.text)
    try newsroom.git("-C", "../linked", "commit", "--quiet", "--all", "--message", "Publish again")
    #expect(try asked() == ["pre-commit"])
  }

  @Test func commitThatSkippedTheFirstHookIsJudged() throws {
    try stage(.faithful)
    let hesitant = try editor(doing: "exit 1")
    #expect(try hesitant.run(["commit"]).status != 0)
    try stage(.wrongFigure)
    #expect(try newsroom.git.run(["commit", "--no-verify", "--message", "Publish"]).status != 0)
    #expect(try newsroom.content(of: SampleArticle.path, in: "main") == "")
  }

  @Test func branchThatMovesToAnotherCommitIsJudged() throws {
    try stage(.faithful)
    let tip = try #require(try newsroom.tip("main"))
    let bad = try newsroom.plant(.wrongFigure, on: "desk/bad")
    // Another run of git, while this one waits for its message.
    let git = try editor(doing: "git update-ref refs/heads/main \(bad) \(tip)")
    try git("commit", "--quiet")
    #expect(try newsroom.content(of: SampleArticle.path, in: "main") == SampleArticle.faithful.text)
  }

  @Test func baselineThatMovedWhileTheMessageWasWrittenIsAskedAgain() throws {
    try stage(.faithful)
    let other = try newsroom.plant(
      Array(SampleArticle.factual.text.replacing("40%", with: "70%").utf8), on: "desk/corrected", from: factual)
    let git = try editor(doing: "git -c core.hooksPath=/dev/null update-ref refs/heads/\(factual) \(other)")
    let result = try git.run(["commit"])
    #expect(result.status != 0, "\(result.everything)")
    #expect(try newsroom.content(of: SampleArticle.path, in: "main") == "")
  }

  @Test func baselineThatAppearedOrWasPackedMeanwhileIsAskedAgain() throws {
    try newsroom.git("-c", "core.hooksPath=/dev/null", "update-ref", "-d", "refs/heads/\(factual)")
    try stage(.wrongFigure)
    let sound = try newsroom.plant(.factual, on: "desk/sound")
    let git = try editor(doing: "git -c core.hooksPath=/dev/null update-ref refs/heads/\(factual) \(sound)")
    #expect(try git.run(["commit"]).status != 0)
    #expect(try newsroom.content(of: SampleArticle.path, in: "main") == "")
  }

  @Test func hookThatStandsBehindAnotherToolIsNotBelieved() throws {
    try stage(.faithful)
    // Another tool starts the program, and changes afterwards what is staged.
    let bad = try newsroom.git(["hash-object", "-w", "--stdin"], input: Array(SampleArticle.wrongFigure.text.utf8))
    try newsroom.git.write(
      ".git/hooks/pre-commit",
      """
      #!/bin/sh
      editorial hook run pre-commit || exit
      git update-index --cacheinfo 100644,\(bad),\(SampleArticle.path)

      """, executable: true)
    #expect(try newsroom.git.run(["commit", "--message", "Publish"]).status != 0)
    #expect(try newsroom.content(of: SampleArticle.path, in: "main") == "")
  }
}
