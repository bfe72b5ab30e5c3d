import TestSupport
import Testing

/// A finding that somebody answers for passes the gate, and nothing else does.
@Suite struct AcceptTests {
  private let slug = SampleArticle.slug
  private let styled = "styled/\(SampleArticle.slug)"
  private let why = "the office corrected it"

  // MARK: From the refusal to publication

  @Test func acceptedFindingPassesEveryGateUpToMainAndTheServer() throws {
    let (newsroom, server) = try newsroomWithServer()
    try newsroom.git("switch", "--quiet", styled)
    try newsroom.git.write(SampleArticle.path, SampleArticle.wrongFigure.text)
    let refused = try newsroom.git.run(["commit", "--all", "--message", "Restyle"])
    #expect(refused.status != 0)
    let id = try identifier(in: refused.everything)

    let accepted = try newsroom.editorial("accept", slug, id, "--reason", why)
    #expect(accepted.status == 0, "\(accepted.everything)")
    #expect(accepted.text.contains("Ada Author") && accepted.text.contains(why), "\(accepted.everything)")
    #expect(try newsroom.git("show", "--format=", "--name-only", styled) == "", "the commit changes files")
    #expect(try newsroom.git("log", "-1", "--format=%(trailers:key=Editorial-Waiver)", styled).contains(why))
    try newsroom.git("commit", "--all", "--message", "Restyle")

    let score = try newsroom.editorial("score", "\(slug)@styled")
    #expect(score.status == 0 && score.text.contains("integrity 60.0"), "\(score.everything)")
    #expect(
      score.text.contains("accepted by Ada Author <ada@example.org> on 2025-06-15: \(why)"), "\(score.everything)")
    let json = try newsroom.editorial("score", "\(slug)@styled", "--format", "json")
    #expect(
      json.text.contains("\"reason\": \"\(why)\"") && json.text.contains("\"verdict\": \"passed\""), "\(json.text)")

    let promotion = try newsroom.editorial("promote", slug)
    #expect(promotion.status == 0, "\(promotion.everything)")
    #expect(try newsroom.git("log", "-1", "--format=%(trailers:key=Editorial-Waiver)", "main").contains(id))
    let push = try newsroom.git.run(["push", "server", "main"])
    #expect(push.status == 0, "\(push.everything)")
    #expect(try newsroom.editorial("check", "--all").status == 0)
    #expect(try newsroom.editorial(["check", "--all"], in: server.folder).status == 0)
    #expect(try newsroom.damage() == "")
  }

  @Test func nothingButTheAcceptedFindingPasses() throws {
    let newsroom = try newsroom(.wrongFigure)
    try accept("figure-altered", in: newsroom)
    #expect(try newsroom.editorial("promote", slug, "--dry-run").status == 0)
    let another = SampleArticle.wrongFigure.text.replacing("2.4 million", with: "4.2 million")
    try newsroom.plant(Array(another.utf8), on: styled)
    let refused = try newsroom.editorial("promote", slug)
    #expect(refused.status == 1, "\(refused.everything)")
    #expect(refused.everything.contains("4.2 million"))
  }

  @Test func waiverDiesWithTheSentenceOfTheFact() throws {
    let newsroom = try newsroom(.wrongFigure)
    try accept("figure-altered", in: newsroom)
    let elsewhere = SampleArticle.factual.text.replacing(
      "One household in five", with: "Since then, one household in five")
    try newsroom.plant(Array(elsewhere.utf8), on: "factual/\(slug)")
    #expect(try newsroom.editorial("score", "\(slug)@styled").status == 0, "a change elsewhere ends the waiver")

    let changed = elsewhere.replacing("public roofs of", with: "flat roofs of")
    try newsroom.plant(Array(changed.utf8), on: "factual/\(slug)")
    #expect(try newsroom.editorial("score", "\(slug)@styled").status == 1)
    let list = try newsroom.editorial("accept", slug, "--list")
    #expect(list.text.contains("covers nothing any more"), "\(list.everything)")
  }

  @Test func otherValueIsAnotherFinding() throws {
    let newsroom = try newsroom(.wrongFigure)
    try accept("figure-altered", in: newsroom)
    let worse = SampleArticle.wrongFigure.text.replacing("14%", with: "4%")
    try newsroom.plant(Array(worse.utf8), on: styled)
    #expect(try newsroom.editorial("score", "\(slug)@styled").status == 1)
  }

  @Test func squashKeepsWhatWasAccepted() throws {
    let (newsroom, server) = try newsroomWithServer()
    try newsroom.plant(.wrongFigure, on: styled)
    try accept("figure-altered", in: newsroom)
    try newsroom.git("switch", "--quiet", "main")
    try newsroom.git("merge", "--quiet", "--squash", styled)
    try newsroom.git("commit", "--quiet", "--no-edit")
    // With the branch gone, its message alone is left.
    try newsroom.git("-c", "core.hooksPath=/dev/null", "branch", "--quiet", "-D", styled)
    let push = try newsroom.git.run(["push", "server", "main", "factual/\(slug)"])
    #expect(push.status == 0, "\(push.everything)")
    #expect(try newsroom.editorial(["check", "--all"], in: server.folder).status == 0)
  }

  @Test func shallowCloneOfMainStillKnows() throws {
    let newsroom = try newsroom(.wrongFigure)
    try accept("figure-altered", in: newsroom)
    #expect(try newsroom.editorial("promote", slug).status == 0)
    let copy = newsroom.folder.path("copy")
    try newsroom.git("clone", "--quiet", "--depth", "1", "--no-single-branch", "file://\(newsroom.git.folder)", copy)
    let git = Git(newsroom.folder, in: "copy")
    try git("branch", "factual/\(slug)", "origin/factual/\(slug)")
    let check = try newsroom.editorial(["check", "--all"], in: copy)
    #expect(check.status == 0, "\(check.everything)")
    #expect(check.text.contains("1 finding accepted"), "\(check.everything)")
  }

  @Test func whatIsLeftIsSaidAtOnce() throws {
    let newsroom = try newsroom(.wrongFigure)
    let two = SampleArticle.wrongFigure.text.replacing("2.4 million", with: "4.2 million")
    try newsroom.plant(Array(two.utf8), on: styled)
    var ids = identifiers(in: try newsroom.editorial("score", "\(slug)@styled").text)
    try #require(ids.count > 1)
    let last = ids.removeLast()
    for id in ids {
      let accepted = try newsroom.editorial("accept", slug, id, "--reason", why)
      #expect(accepted.text.contains("The gate of published still refuses the article"), "\(accepted.everything)")
      #expect(accepted.text.contains(last) && accepted.text.contains("95.0 needed"), "\(accepted.everything)")
    }
    let json = try newsroom.editorial("accept", slug, last, "--reason", why, "--format", "json")
    #expect(json.text.contains("\"verdict\": \"passed\""), "\(json.everything)")
    let again = try newsroom.editorial("accept", slug, last, "--reason", why)
    #expect(again.text.contains("lets the article pass now"), "\(again.everything)")
  }

  @Test(arguments: ["text", "json", "markdown", "html"])
  func comparisonOfVersionsShowsWhatIsAccepted(format: String) throws {
    let newsroom = try newsroom(.wrongFigure)
    try accept("figure-altered", in: newsroom)
    let diff = try newsroom.editorial("diff", "factual/\(slug)", styled, "--format", format)
    #expect(diff.status == 1, "\(diff.everything)")
    #expect(diff.text.contains("Ada Author") && diff.text.contains(why), "\(diff.everything)")
    let unchanged = try newsroom.editorial("diff", "\(styled)~1", styled, "--format", format)
    #expect(unchanged.status == 0, "\(unchanged.everything)")
  }

  /// The published branch is read once for what was accepted; what was kept of that is never taken for more than it is.
  @Test func acceptanceHoldsInALongHistory() throws {
    let newsroom = try newsroom(.wrongFigure)
    try accept("figure-altered", in: newsroom)
    #expect(try newsroom.editorial("promote", slug).status == 0)
    try newsroom.git("branch", "--quiet", "-D", styled)
    let commits = (1...600).map { number in
      "commit refs/heads/main\ncommitter A <a@example.org> \(1_750_001_000 + number) +0000\ndata 2\nx\n"
        + (number == 1 ? "from refs/heads/main^0\n" : "") + "\n"
    }
    try newsroom.git(["fast-import", "--quiet"], input: Array(commits.joined().utf8))
    for content in [nil, nil, "editorial waivers 1\n", ""] as [String?] {
      if let content { try newsroom.git.write(".git/editorial-waivers", content) }
      let check = try newsroom.editorial("check", "--all")
      #expect(check.status == 0, "\(check.everything)")
      #expect(try newsroom.git.read(".git/editorial-waivers").hasSuffix("\nend\n"))
    }
    let removal = try newsroom.editorial("accept", slug, "figure-altered", "--remove")
    #expect(removal.status == 0, "\(removal.everything)")
    #expect(try newsroom.editorial("check", "--all").status == 1)
    // The branch goes back to before that, which the file may or may not have seen.
    try newsroom.git("-c", "core.hooksPath=/dev/null", "update-ref", "refs/heads/main", "main~1")
    #expect(try newsroom.editorial("check", "--all").status == 0)
    try newsroom.git("-c", "core.hooksPath=/dev/null", "update-ref", "refs/heads/main", "main~600")
    #expect(try newsroom.editorial("check", "--all").status == 0)
  }

  // MARK: What cannot be accepted

  @Test func missingSourcesCannotBeAccepted() throws {
    let newsroom = try newsroom(.withoutSources)
    let before = try newsroom.tip(styled)
    let result = try newsroom.editorial("accept", slug, "sources-placeholder", "--reason", why)
    #expect(result.status == 2 && result.errorText.contains("cannot be accepted"), "\(result.everything)")
    #expect(try newsroom.tip(styled) == before)
  }

  @Test func lineWrittenByHandDoesNotOpenWhatIsClosed() throws {
    let newsroom = try newsroom(.withoutSources)
    let report = try newsroom.editorial("score", "\(slug)@styled")
    let id = try identifier(in: report.text)
    for seal in ["0123456789abcdef", "0000000000000000"] {
      try commitEmpty(
        "Editorial-Waiver: \(slug) sources-placeholder \(id)-\(seal); Eve <eve@example.org>; 2025-06-15; why", newsroom)
    }
    #expect(try newsroom.editorial("promote", slug).status == 1)
  }

  @Test func policyIsReadFromBeforeThePush() throws {
    let closed = "version: 1\nwaivers: {by: []}\n"
    let (newsroom, server) = try newsroomWithServer(policy: closed)
    try newsroom.plant(.wrongFigure, on: styled)
    let result = try newsroom.editorial("accept", slug, "figure-altered", "--reason", why)
    #expect(result.status == 2 && result.errorText.contains("policy"), "\(result.everything)")
    // The same push opens the policy and leans on it.
    try newsroom.plant(Array("version: 1\n".utf8), at: "editorial.yml", on: "main")
    try newsroom.git("-c", "core.hooksPath=/dev/null", "switch", "--quiet", styled)
    try accept("figure-altered", in: newsroom)
    let before = try server("rev-parse", "refs/heads/\(styled)")
    let push = try newsroom.git.run(["push", "--no-verify", "server", "main", styled])
    #expect(push.status != 0, "\(push.everything)")
    #expect(try server("rev-parse", "refs/heads/\(styled)") == before)
    // First the policy, then the article: that is two decisions, and the first can be seen.
    #expect(try newsroom.git.run(["push", "--no-verify", "server", "main"]).status == 0)
    let second = try newsroom.git.run(["push", "--no-verify", "server", styled])
    #expect(second.status == 0, "\(second.everything)")
  }

  @Test func waiverOfSomebodyElseDoesNotCount() throws {
    var newsroom = try newsroom(.wrongFigure, policy: "version: 1\nwaivers: {by: [ada@example.org]}\n")
    newsroom.git.environment["GIT_COMMITTER_EMAIL"] = "ada@example.org"
    try accept("figure-altered", in: newsroom)
    #expect(try newsroom.editorial("promote", slug, "--dry-run").status == 0)
    // The same line in a commit of another person is only a claim.
    let line = try newsroom.git("log", "-1", "--format=%B", styled).split(separator: "\n").last.map(String.init)
    try newsroom.git("update-ref", "refs/heads/\(styled)", "\(styled)~1")
    newsroom.git.environment["GIT_COMMITTER_EMAIL"] = "eve@example.org"
    try commitEmpty(line ?? "", newsroom)
    #expect(try newsroom.editorial("promote", slug, "--dry-run").status == 1)
    newsroom.git.environment["GIT_AUTHOR_EMAIL"] = "eve@example.org"
    let result = try newsroom.editorial("accept", slug, "figure-altered", "--reason", why)
    #expect(result.status == 2 && result.errorText.contains("eve@example.org"), "\(result.everything)")
  }

  // MARK: Second runs, mistakes, two at once

  @Test func secondRunWritesNothing() throws {
    let newsroom = try newsroom(.wrongFigure)
    try accept("figure-altered", in: newsroom)
    let tip = try newsroom.tip(styled)
    let again = try newsroom.editorial("accept", slug, "figure-altered", "--reason", "something else")
    #expect(again.status == 0 && again.text.contains(why), "\(again.everything)")
    #expect(try newsroom.tip(styled) == tip)
  }

  @Test func trialWritesNothing() throws {
    let newsroom = try newsroom(.wrongFigure)
    let objects = try newsroom.git("count-objects", "-v")
    let trial = try newsroom.editorial("accept", slug, "figure-altered", "--reason", why, "--dry-run")
    #expect(trial.status == 0 && trial.text.contains("Editorial-Waiver: \(slug)"), "\(trial.everything)")
    #expect(try newsroom.git("count-objects", "-v") == objects)
  }

  @Test func removedWaiverHoldsNowhere() throws {
    let newsroom = try newsroom(.wrongFigure)
    try accept("figure-altered", in: newsroom)
    #expect(try newsroom.editorial("promote", slug).status == 0)
    let removal = try newsroom.editorial("accept", slug, "figure-altered", "--remove")
    #expect(removal.status == 0, "\(removal.everything)")
    #expect(try newsroom.editorial("check", "--all").status == 1)
    let again = try newsroom.editorial("accept", slug, "figure-altered", "--remove")
    #expect(again.status == 2 && again.errorText.contains("--list"), "\(again.everything)")
    // Given again in full knowledge, it holds again.
    try accept("figure-altered", in: newsroom)
    let list = try newsroom.editorial("accept", slug, "--list", "--format", "json")
    #expect(list.text.contains("\"covers\": true"), "\(list.everything)")
  }

  @Test func unknownFindingIsAnsweredWithTheNearest() throws {
    let newsroom = try newsroom(.wrongFigure)
    let rule = try newsroom.editorial("accept", slug, "figure-altred", "--reason", why)
    #expect(rule.status == 2 && rule.errorText.contains("figure-altered"), "\(rule.everything)")
    let id = try identifier(in: try newsroom.editorial("score", "\(slug)@styled").text)
    let wrong = String(id.dropLast()) + (id.hasSuffix("0") ? "1" : "0")
    let near = try newsroom.editorial("accept", slug, wrong, "--reason", why)
    #expect(near.errorText.contains(id), "\(near.everything)")
    #expect(try newsroom.editorial("accept", slug, String(id.prefix(5)), "--reason", why).status == 0)
    #expect(try newsroom.editorial("accept", slug, id, "--reason", " - ").status == 2)
    #expect(try newsroom.editorial("accept", slug, id).status == 64)
  }

  @Test func findingOnAnyBranchCanBeNamed() throws {
    let newsroom = try newsroom(.faithful)
    try newsroom.plant(.wrongFigure, on: "desk/tryout", from: styled)
    #expect(try newsroom.editorial("accept", slug, "figure-altered", "--reason", why).status == 2)
    let result = try newsroom.editorial("accept", slug, "figure-altered", "--reason", why, "--in", "desk/tryout")
    #expect(result.status == 0 && result.text.contains(styled), "\(result.everything)")
    try newsroom.installHooks()
    try newsroom.git("switch", "--quiet", styled)
    let merge = try newsroom.git.run(["merge", "--no-edit", "desk/tryout"])
    #expect(merge.status == 0, "\(merge.everything)")
  }

  @Test func ofTwoPeopleAtOnceNobodyIsLost() throws {
    let text = SampleArticle.wrongFigure.text.replacing("2.4 million", with: "4.2 million")
    for _ in 0..<4 {
      let newsroom = try newsroom(.faithful)
      try newsroom.plant(Array(text.utf8), on: styled)
      let report = try newsroom.editorial("score", "\(slug)@styled")
      let ids = try report.lines.filter { $0.contains(": error: ") }.map { try identifier(in: $0) }
      try #require(ids.count >= 2, "\(report.everything)")
      let first = try start(["accept", slug, ids[0], "--reason", why], newsroom)
      let second = try start(["accept", slug, ids[1], "--reason", why], newsroom)
      for end in [try first.finish(), try second.finish()] { #expect(end.status == 0, "\(end.everything)") }
      let list = try newsroom.editorial("accept", slug, "--list").text
      for id in ids.prefix(2) { #expect(list.contains(id), "\(list)") }
      #expect(try newsroom.damage() == "")
    }
  }

  // MARK: Helpers

  private func start(_ arguments: [String], _ newsroom: TestNewsroom) throws -> RunningSubprocess {
    try RunningSubprocess(
      [newsroom.program] + arguments, in: newsroom.git.folder, environment: newsroom.git.environment)
  }

  private func newsroom(_ article: SampleArticle, policy: String = "version: 1\n") throws -> TestNewsroom {
    let newsroom = try TestNewsroom(policy: policy)
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(article, on: styled, from: "factual/\(slug)")
    return newsroom
  }

  private func newsroomWithServer(policy: String = "version: 1\n") throws -> (TestNewsroom, Git) {
    let newsroom = try newsroom(.faithful, policy: policy)
    var server = try Git.repository("server.git", bare: true, in: newsroom.folder)
    server.environment = newsroom.git.environment
    try newsroom.git("remote", "add", "server", server.folder)
    try newsroom.git("push", "--quiet", "server", "--all")
    let install = try newsroom.editorial(["hook", "install", "--server"], in: server.folder)
    #expect(install.status == 0, "\(install.everything)")
    try newsroom.installHooks()
    return (newsroom, server)
  }

  private func accept(_ finding: String, in newsroom: TestNewsroom) throws {
    let result = try newsroom.editorial("accept", slug, finding, "--reason", why)
    #expect(result.status == 0, "\(result.everything)")
  }

  /// Adds a commit without changes to the styled branch.
  private func commitEmpty(_ line: String, _ newsroom: TestNewsroom) throws {
    let commit = try newsroom.git("commit-tree", "\(styled)^{tree}", "-p", styled, "-m", "Say\n\n\(line)")
    try newsroom.git("-c", "core.hooksPath=/dev/null", "update-ref", "refs/heads/\(styled)", commit)
  }

  /// The identifiers of the errors in a report.
  private func identifiers(in report: String) -> [String] {
    let all = report.matches(of: /error: .*\[[a-z-]+ ([0-9a-f]{8})\]/).map { String($0.output.1) }
    return Array(Set(all)).sorted()
  }

  /// The identifier of the first finding in a report.
  private func identifier(in report: String) throws -> String {
    let line = try #require(report.split(separator: "\n").first { $0.contains(": error: ") }, "\(report)")
    let open = try #require(line.lastIndex(of: "["))
    let inside = line[open...].prefix { $0 != "]" }
    return String(try #require(inside.split(separator: " ").last))
  }
}
