import TestSupport
import Testing

/// `check` as a CI job uses it: ranges, clones that lack something, and reports in files.
@Suite struct CheckTests {
  private let slug = SampleArticle.slug

  /// A newsroom with a checked article, a faithful restyling of it and a failing one.
  private func newsroom() throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(.faithful, on: "good", from: "factual/\(slug)")
    try newsroom.plant(.wrongFigure, on: "bad", from: "factual/\(slug)")
    return newsroom
  }

  /// Returns the command that a message tells to type, from its first words to the end of the line.
  private func command(_ words: String, in result: Subprocess) throws -> String {
    let line = try #require(
      result.errorText.split(separator: "\n").first { $0.contains(words) }, "\(result.everything)")
    return String(line[try #require(line.firstRange(of: words)).lowerBound...])
  }

  @Test func aRangeIsJudgedByTheGateOfItsBranch() throws {
    let newsroom = try newsroom()
    for range in ["main..bad", "main...bad", "bad", "factual/\(slug)..bad"] {
      let bad = try newsroom.editorial("check", "--on", "styled/\(slug)", range == "bad" ? "main..bad" : range)
      #expect(bad.status == 1 && bad.text.contains("14%"), "\(range)\n\(bad.everything)")
    }
    let good = try newsroom.editorial("check", "--on", "styled/\(slug)", "main..good")
    #expect(good.status == 0 && good.text.contains("1 passed, 0 refused"), "\(good.everything)")
  }

  @Test(arguments: ["a..b..c", "..", "...", "^main", "main..^bad", "main.. ..x"])
  func whatIsNoRangeIsWrongUsage(range: String) throws {
    let result = try newsroom().editorial("check", range)
    #expect(result.status == 64, "\(result.everything)")
    #expect(result.errorText.contains("main..HEAD"), "\(result.everything)")
  }

  @Test(arguments: ["main..no-such-branch", "a..main", "no-such-branch"])
  func aRevisionThatIsNotThereCannotBeJudged(range: String) throws {
    let result = try newsroom().editorial("check", range)
    #expect(result.status == 2 && result.errorText.contains("There is no revision"), "\(result.everything)")
    #expect(result.errorText.contains("git branch --all"), "\(result.everything)")
  }

  @Test func aBranchWithoutAGateIsSaidToHaveNone() throws {
    let result = try newsroom().editorial("check", "--on", "draft/\(slug)", "main..bad")
    #expect(result.status == 0, "\(result.everything)")
    #expect(result.errorText.contains("draft/\(slug) has no gate"), "\(result.everything)")
  }

  @Test func aShallowCloneIsToldWhatToFetchAndJudgesAfterwards() throws {
    let newsroom = try newsroom()
    try newsroom.git("update-ref", "refs/heads/styled/\(slug)", "factual/\(slug)")
    try newsroom.git.commit("Move main on", ["notes.txt": "x"])
    let url = "file://\(newsroom.git.folder)"
    try newsroom.git("clone", "--quiet", "--depth", "1", "--branch", "bad", url, newsroom.folder.path("one"))
    let one = Git(newsroom.folder, in: "one")
    let missing = try newsroom.editorial(["check", "--on", "styled/\(slug)", "origin/main..HEAD"], in: one.folder)
    #expect(missing.status == 2 && missing.errorText.contains("only a part of the history"), "\(missing.everything)")
    try one("fetch", "--quiet", "--depth", "1", "origin", "+refs/heads/*:refs/remotes/origin/*")
    let parted = try newsroom.editorial(["check", "--on", "styled/\(slug)", "origin/main..HEAD"], in: one.folder)
    #expect(parted.status == 2 && parted.errorText.contains("parted"), "\(parted.everything)")
    let remedy = try command("git fetch", in: parted)
    let fetched = try Subprocess.run(["sh", "-c", remedy], in: one.folder, environment: one.environment)
    #expect(fetched.status == 0, "\(remedy)\n\(fetched.everything)")
    try one("fetch", "--quiet", "origin", "+refs/heads/*:refs/heads/*", "--update-head-ok")
    let judged = try newsroom.editorial(["check", "--on", "styled/\(slug)", "main..HEAD"], in: one.folder)
    #expect(judged.status == 1 && judged.text.contains("14%"), "\(judged.everything)")
  }

  @Test func anAuditOfACloneWithoutBranchesIsNoVerdict() throws {
    let newsroom = try newsroom()
    try newsroom.git("clone", "--quiet", newsroom.git.folder, newsroom.folder.path("clone"))
    let clone = Git(newsroom.folder, in: "clone")
    try clone("checkout", "--quiet", "--detach")
    try clone("branch", "--quiet", "--delete", "--force", "main")
    let nothing = try newsroom.editorial(["check", "--all"], in: clone.folder)
    #expect(nothing.status == 2, "\(nothing.everything)")
    let fetched = try Subprocess.run(
      ["sh", "-c", try command("git switch", in: nothing)], in: clone.folder, environment: clone.environment)
    #expect(fetched.status == 0, "\(fetched.everything)")
    let audit = try newsroom.editorial(["check", "--all"], in: clone.folder)
    #expect(audit.text.contains("on 2 gated branches"), "\(audit.everything)")
  }

  @Test func oneJudgementIsWrittenInManyForms() throws {
    var newsroom = try newsroom()
    newsroom.git.environment["GITHUB_STEP_SUMMARY"] = try newsroom.folder.write("summary.md", "before\n")
    let result = try newsroom.editorial(
      "check", "--on", "styled/\(slug)", "main..bad", "--format", "github", "--step-summary", "--report",
      "sarif=\(newsroom.folder.path("r.sarif"))", "--report=junit=\(newsroom.folder.path("r.xml"))")
    #expect(result.status == 1, "\(result.everything)")
    #expect(result.lines.contains { $0.hasPrefix("::error file=\(SampleArticle.path),line=") }, "\(result.text)")
    #expect(try newsroom.folder.readText("r.sarif").contains("\"ruleId\": \"figure-altered\""))
    #expect(try newsroom.folder.readText("r.xml").contains("<failure "))
    let summary = try newsroom.folder.readText("summary.md")
    #expect(summary.hasPrefix("before\n### editorial: refused\n"), "\(summary)")
  }

  @Test func aReportThatCannotBeWrittenIsNoVerdict() throws {
    let result = try newsroom().editorial("check", "main..good", "--report", "sarif=no/such/folder/r.sarif")
    #expect(result.status == 2 && result.errorText.contains("no/such/folder/r.sarif"), "\(result.everything)")
  }

  @Test func aFormatThatDoesNotExistIsWrongUsage() throws {
    for (name, meant) in [("sraif", "sarif"), ("markdwon", "markdown")] {
      let result = try newsroom().editorial("check", "--format", name)
      #expect(result.status == 64 && result.errorText.contains("Did you mean \(meant)?"), "\(result.everything)")
    }
    let status = try newsroom().editorial("status", "--format", "sarif")
    #expect(status.status == 64 && status.errorText.contains("text, json, jsonl"), "\(status.everything)")
  }
}
