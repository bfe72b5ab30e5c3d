import TestSupport
import Testing

/// A commit of an article tells in its message what the gate saw.
@Suite struct TrailerTests {
  private func newsroom(_ article: SampleArticle = .faithful) throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(SampleArticle.slug)")
    try newsroom.installHooks()
    try newsroom.git.write(SampleArticle.path, article.text)
    try newsroom.git("add", "--all")
    return newsroom
  }

  private func trailers(of revision: String = "HEAD", in git: Git) throws -> [String] {
    try git("log", "-1", "--format=%(trailers:only)", revision).split(separator: "\n").map(String.init)
  }

  @Test func commitTellsTheScores() throws {
    let newsroom = try newsroom()
    try newsroom.git("commit", "--quiet", "--message", "Publish", "--trailer", "Reviewed-by: Ada")
    let trailers = try trailers(in: newsroom.git)
    #expect(trailers.count == 3)
    #expect(trailers[0] == "Reviewed-by: Ada")
    #expect(trailers[1] == "Integrity-Score: 100.0")
    #expect(trailers[2].wholeMatch(of: /Style-Score: [0-9]+/) != nil)
    #expect(try newsroom.git("log", "-1", "--format=%s") == "Publish")
  }

  @Test func amendedCommitTellsTheScoresOfWhatItBrings() throws {
    let newsroom = try newsroom()
    try newsroom.git("commit", "--quiet", "--message", "Publish\n\nIntegrity-Score: 12.3")
    #expect(try trailers(in: newsroom.git).first == "Integrity-Score: 100.0")
    try newsroom.git("commit", "--quiet", "--amend", "--message", "Publish it\n\nIntegrity-Score: 12.3")
    // Nothing is staged that the gate would judge: the message is the writer's.
    #expect(try trailers(in: newsroom.git) == ["Integrity-Score: 12.3"])
    try newsroom.git.write(SampleArticle.path, SampleArticle.factual.text)
    try newsroom.git("commit", "--quiet", "--all", "--amend", "--no-edit")
    #expect(try trailers(in: newsroom.git).first == "Integrity-Score: 100.0")
  }

  @Test func scoresOfAnArticleThatPassedBeforeAreToldAgain() throws {
    let newsroom = try newsroom()
    try newsroom.folder.write("refuse", "#!/bin/sh\nexit 1\n", executable: true)
    var git = newsroom.git
    git.environment["GIT_EDITOR"] = newsroom.folder.path("refuse")
    #expect(try git.run(["commit"]).status != 0)
    try newsroom.git("commit", "--quiet", "--message", "Publish")
    #expect(try trailers(in: newsroom.git).count == 2)
  }

  @Test func mergesAndLinkedWorkTreesTellThemToo() throws {
    let newsroom = try newsroom()
    let git = newsroom.git
    try git("stash", "push", "--quiet")
    try newsroom.plant(.faithful, on: "desk/arrival")
    try git("switch", "--quiet", "--create", "elsewhere")
    try git("worktree", "add", "--quiet", "../linked", "main")
    try git("-C", "../linked", "merge", "--quiet", "--no-ff", "--no-edit", "desk/arrival")
    #expect(try trailers(of: "main", in: git).count == 2)
    #expect(try git("log", "-1", "--format=%s", "main") == "Merge branch 'desk/arrival'")
    try newsroom.folder.write("linked/\(SampleArticle.path)", SampleArticle.factual.text)
    try git("-C", "../linked", "commit", "--quiet", "--all", "--message", "Back to the facts")
    #expect(try trailers(of: "main", in: git).count == 2)
  }

  @Test func messageOfOtherCommitsIsTheWritersAlone() throws {
    let newsroom = try newsroom(.wrongFigure)
    let git = newsroom.git
    #expect(try git.run(["commit", "--message", "Publish"]).status != 0)
    try git("switch", "--quiet", "--create", "draft/\(SampleArticle.slug)")
    try git("commit", "--quiet", "--message", "Try things")
    #expect(try trailers(in: git) == [])
    try git("switch", "--quiet", "main")
    try git("commit", "--quiet", "--allow-empty", "--message", "Nothing")
    #expect(try trailers(in: git) == [])
  }

  /// What is no message for git is none with trailers either.
  @Test(arguments: [
    [], ["--verbose"], ["-c", "core.commentChar=;"], ["-c", "commit.template=TEMPLATE"], ["--template", "TEMPLATE"],
  ])
  func emptyMessageStillAborts(options: [String]) throws {
    let newsroom = try newsroom()
    let template = try newsroom.folder.write("template", "What is new?\n# Say who checked it.\n")
    let words = options.map { $0.replacing("TEMPLATE", with: template) }
    let isOption = words.first == "-c"
    // The template of the command line is the one thing that a hook is not told: then the message has to be edited.
    if words.first == "--template" {
      var git = newsroom.git
      git.environment["GIT_EDITOR"] = try newsroom.folder.write("edit", "#!/bin/sh\n: >\"$1\"\n", executable: true)
      #expect(try git.run(["commit"] + words).status != 0)
    } else {
      #expect(try newsroom.git.run((isOption ? words : []) + ["commit"] + (isOption ? [] : words)).status != 0)
    }
    #expect(try newsroom.content(of: SampleArticle.path, in: "main") == "")
  }

  @Test(arguments: [["--verbose"], ["--cleanup=verbatim"], ["--cleanup=scissors"], ["--signoff"]])
  func trailersStandAtTheEndOfWhatIsWritten(options: [String]) throws {
    let newsroom = try newsroom()
    var git = newsroom.git
    let editor = """
      #!/bin/sh
      { printf '« Soleil »\\n\\nWhat --- was counted.\\n---\\nMore.\\n'; cat "$1"; } >"$1.new" && mv "$1.new" "$1"

      """
    git.environment["GIT_EDITOR"] = try newsroom.folder.write("edit", editor, executable: true)
    try git(["commit", "--quiet"] + options)
    let trailers = try trailers(in: git)
    let message = try git("log", "-1", "--format=%B")
    #expect(trailers.contains("Integrity-Score: 100.0"), "\(message)")
    #expect(try git("log", "-1", "--format=%s") == "« Soleil »")
  }
}
