import TestSupport
import Testing

/// `editorial rename` where not everything is as it should be, and what it says then.
@Suite struct RenameTroubleTests {
  private let slug = SampleArticle.slug
  private let new = "town-roofs"

  private func newsroomAtPublished() throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "draft/\(slug)")
    for _ in 0..<3 { try #require(try newsroom.editorial("promote", slug).status == 0) }
    try newsroom.git("reset", "--quiet", "--hard")
    return newsroom
  }

  // MARK: With other repositories

  @Test func articleThatIsOnlyPartlyHereIsNotRenamedInPart() throws {
    let team = try Team()
    let ben = team.ben
    for missing in [["factual/\(slug)"], ["factual/\(slug)", "styled/\(slug)"]] {
      for branch in missing { _ = try ben.git.run(["branch", "--quiet", "-D", branch]) }
      let before = try ben.git("for-each-ref")
      let result = try ben.editorial("rename", slug, new)
      #expect(result.status == 2, "\(result.everything)")
      let way = missing.map { "git branch \($0) origin/\($0)" }.joined(separator: " && ")
      // Long lines are wrapped.
      let text = result.errorText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(text.contains("only in origin") && text.contains(way), "\(text)")
      #expect(try ben.git("for-each-ref") == before)
    }
    for branch in ["factual/\(slug)", "styled/\(slug)"] { try ben.git("branch", branch, "origin/\(branch)") }
    #expect(try ben.editorial("rename", slug, new).status == 0)
  }

  /// Git refuses to delete a branch that is not there, and with `--atomic` nothing else arrives then either.
  @Test func commandThatTellsTheOthersWorksForADraftThatNobodyHasSeen() throws {
    let ben = try Team().ben
    try ben.plant(.factual, on: "draft/\(slug)", from: "factual/\(slug)")
    let result = try ben.editorial("rename", slug, new)
    try #require(result.status == 0, "\(result.everything)")
    let command = try #require(result.lines.first { $0.contains("git push") })
    #expect(!command.contains(":draft/") && command.contains(":factual/\(slug)"), "\(command)")
    let words = command.split(separator: " ").map(String.init)
    let push = try ben.git.run(Array(words.dropFirst()))
    #expect(push.status == 0, "\(push.everything)")
    let server = try ben.git("ls-remote", "--heads", "origin")
    #expect(server.contains("draft/\(new)") && server.contains("factual/\(new)") && !server.contains(slug), "\(server)")
  }

  @Test func whatPeopleSaidOfItIsToldInWords() throws {
    let ada = try Team().ada
    try #require(try ada.editorial("claim", slug).status == 0)
    let result = try ada.editorial("rename", slug, new)
    try #require(result.status == 0, "\(result.everything)")
    #expect(result.text.contains("claimed and scheduled goes along"), "\(result.text)")
    let said = result.text.split(separator: "Next:").first ?? ""
    #expect(!said.contains("refs/editorial"), "\(said)")
  }

  // MARK: Work trees

  @Test func folderOfAWorkTreeThatIsGoneIsNamedAsTheReason() throws {
    let newsroom = try newsroomAtPublished()
    try newsroom.git("worktree", "add", "--quiet", "../desk", "draft/\(slug)")
    // As when somebody has deleted it by hand.
    let gone = newsroom.folder.path("desk")
    _ = try Subprocess.run(["rm", "-r", gone], in: newsroom.git.folder, environment: newsroom.git.environment)
    let result = try newsroom.editorial("rename", slug, new)
    #expect(result.status == 2 && result.errorText.contains("git worktree prune"), "\(result.everything)")
    #expect(!result.errorText.contains("Switch to another branch"), "\(result.errorText)")
    try newsroom.git("worktree", "prune")
    #expect(try newsroom.editorial("rename", slug, new).status == 0)
  }

  @Test func changesThatWouldBeLostAskForNoPromotion() throws {
    let newsroom = try newsroomAtPublished()
    try newsroom.git.write(SampleArticle.path, "My notes.\n")
    let result = try newsroom.editorial("rename", slug, new)
    #expect(result.status == 2 && result.errorText.contains("then try again"), "\(result.everything)")
  }

  /// The files are written before the first ref moves.
  @Test(arguments: [true, false]) func filesThatAKilledRenameHadWrittenArePutBack(isWhole: Bool) throws {
    let newsroom = try newsroomAtPublished()
    let git = newsroom.git
    try newsroom.plant(Array(SampleArticle.factual.text.utf8), at: "articles/other.md", on: "main")
    try git("reset", "--quiet", "--hard")
    try git("switch", "--quiet", "draft/\(slug)")
    let before = try git("for-each-ref", "refs/heads")
    try #require(try newsroom.editorial("rename", slug, new).status == 0)
    // Back to the moment before the refs moved, with the files and the index as they were written.
    let zero = String(repeating: "0", count: 40)
    var note = ""
    for stage in ["draft", "factual", "styled"] {
      note += "move \(zero) \(try git("rev-parse", "\(stage)/\(new)")) refs/heads/\(stage)/\(new)\n"
    }
    let main = before.split(separator: "\n").first { $0.hasSuffix("refs/heads/main") }?.prefix(40) ?? ""
    note += "move \(main) \(try git("rev-parse", "main")) refs/heads/main\n"
    for line in before.split(separator: "\n") where line.hasSuffix(slug) {
      let words = line.split(whereSeparator: \.isWhitespace)
      note += "move \(words[0]) \(zero) \(words[2])\n"
      try git("update-ref", String(words[2]), String(words[0]))
    }
    try git("update-ref", "refs/heads/main", String(main))
    try git("symbolic-ref", "HEAD", "refs/heads/draft/\(slug)")
    for stage in ["draft", "factual", "styled"] { try git("update-ref", "-d", "refs/heads/\(stage)/\(new)") }
    try #require(try git("for-each-ref", "refs/heads") == before)
    // Or to the moment before the index was written.
    if !isWhole { try git("read-tree", "HEAD") }
    try #require(try newsroom.changes() != "")
    try git.write(".git/editorial-turn", note)

    let claim = try newsroom.editorial("claim", "other")
    #expect(claim.status == 0, "\(claim.everything)")
    #expect(try newsroom.changes() == "" && git("for-each-ref", "refs/heads") == before)
    #expect(try git.read(".git/editorial-turn") == "")
    #expect(try git.read(SampleArticle.path).contains("Larkfield"))

    // What somebody has written since is theirs.
    try git.write(SampleArticle.path, "My notes.\n")
    try git.write(".git/editorial-turn", note)
    #expect(try newsroom.editorial("unclaim", "other").status == 0)
    #expect(try git.read(SampleArticle.path) == "My notes.\n")
    #expect(try newsroom.damage() == "")
  }

  // MARK: What it says to programs

  @Test func trialNamesNoCommitThatIsNowhere() throws {
    let newsroom = try newsroomAtPublished()
    for (verb, article) in [("new", "night-trains"), ("revise", slug)] {
      let trial = try newsroom.editorial(verb, article, "--dry-run", "--format", "json")
      #expect(trial.status == 0 && trial.text.contains("\"commit\": null"), "\(trial.everything)")
    }
    let done = try newsroom.editorial("rename", slug, new, "--format", "json")
    #expect(done.status == 0 && done.text.contains("\"renamed\": true"), "\(done.everything)")
  }

  // MARK: Acceptances

  /// A line that a commit repeats from one before is looked up there, and so on; that has an end.
  @Test(arguments: [(10, true), (80, false)]) func acceptanceIsFollowedThroughSoManyRenames(
    renames: Int, counts: Bool
  ) throws {
    var newsroom = try TestNewsroom(policy: "version: 1\nwaivers: {by: [ada@example.org]}\n")
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(.wrongFigure, on: "styled/\(slug)", from: "factual/\(slug)")
    newsroom.become("Ada Author", "ada@example.org")
    try #require(try newsroom.editorial("accept", slug, "figure-altered", "--reason", "corrected").status == 0)
    newsroom.become("Ben Desk", "ben@example.org")
    try #require(try newsroom.editorial("rename", slug, "roofs-0").status == 0)
    let git = newsroom.git
    let message = try git("log", "-1", "--format=%B", "styled/roofs-0")
    let blob = try git("rev-parse", "styled/roofs-0:articles/roofs-0.md")
    let root = try git("ls-tree", "styled/roofs-0").split(separator: "\n").filter { !$0.hasSuffix("\tarticles") }
    var tip = try git("rev-parse", "styled/roofs-0")
    for number in 1...renames {
      let (old, name) = ("roofs-\(number - 1)", "roofs-\(number)")
      let folder = try git(["mktree"], input: Array("100644 blob \(blob)\t\(name).md\n".utf8))
      let lines = root + ["040000 tree \(folder)\tarticles"]
      let tree = try git(["mktree"], input: Array((lines.joined(separator: "\n") + "\n").utf8))
      let words = message.replacing("roofs-0", with: name).replacing("From: \(slug)", with: "From: \(old)")
      tip = try git("commit-tree", tree, "-p", tip, "-m", words)
    }
    let last = "roofs-\(renames)"
    try newsroom.plant(
      Array(SampleArticle.factual.text.utf8), at: "articles/\(last).md", on: "factual/\(last)")
    try git("update-ref", "refs/heads/styled/\(last)", tip)
    let promoted = try newsroom.editorial("promote", last, "--dry-run")
    #expect(promoted.status == (counts ? 0 : 1), "\(promoted.everything)")
  }
}
