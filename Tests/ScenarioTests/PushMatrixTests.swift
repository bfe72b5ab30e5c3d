import TestSupport
import Testing

/// Each way of pushing to a server that runs the gate, with each kind of content.
@Suite struct PushMatrixTests {
  @Test(arguments: PushRoute.allCases, Arrival.failing)
  func failingArticleIsRefused(route: PushRoute, arrival: Arrival) throws {
    let place = try TestServer(with: arrival)
    let before = try place.server("rev-parse", arrival.target)

    let push = try route.take(arrival.target, from: place.writer, to: place.server)

    #expect(push.status != 0, "\(route) let the article in:\n\(push.everything)")
    #expect(try place.server("rev-parse", "refs/heads/\(arrival.target)") == before)
    for words in arrival.evidence + [arrival.target] {
      #expect(push.everything.contains(words), "the refusal does not show \(words):\n\(push.everything)")
    }
    let lines = push.errorText.split(separator: "\n").filter { $0.hasPrefix("remote:") }
    #expect(lines.contains { $0.contains("editorial refuses the push to \(arrival.target)") }, "\(push.errorText)")
    #expect(lines.allSatisfy { $0.count <= 100 }, "\(push.errorText)")
    try place.expectSound()
  }

  @Test(arguments: PushRoute.allCases)
  func goodArticlePasses(route: PushRoute) throws {
    let place = try TestServer(with: .good)
    let push = try route.take("main", from: place.writer, to: place.server)
    #expect(push.status == 0, "\(route) was refused:\n\(push.everything)")
    #expect(try place.server("rev-parse", "refs/heads/main") == place.writer.tip("main"))
    try place.expectSound()
  }

  /// Git takes all branches of a push or none when a hook refuses: so the bad one is named, and only that.
  @Test(arguments: [[], ["--atomic"]])
  func badBranchOfAPushIsNamed(options: [String]) throws {
    let place = try TestServer(with: .failingByScore)
    let git = place.writer.git
    try place.writer.plant(.faithful, on: "styled/\(SampleArticle.slug)", from: "main~1")
    try git("branch", "desk/notes", "main~1")
    let refs = ["desk/notes", "styled/\(SampleArticle.slug)", "main"]
    let push = try git.run(["push"] + options + [place.server.folder] + refs)
    #expect(push.status != 0)
    let refused = push.errorText.split(separator: "\n").filter { $0.contains("editorial refuses") }
    #expect(refused.count == 1 && refused[0].contains("the push to main"), "\(push.errorText)")
    #expect(try place.server.run(["rev-parse", "--verify", "--quiet", "refs/heads/desk/notes"]).status != 0)
    // Without the bad one the others pass, as the message says.
    let rest = try git.run(["push"] + options + [place.server.folder] + refs.dropLast())
    #expect(rest.status == 0, "\(rest.everything)")
    try place.expectSound()
  }

  @Test func everyBadBranchOfAPushIsNamed() throws {
    let place = try TestServer(with: .failingByScore)
    try place.writer.plant(.withoutSources, on: "styled/\(SampleArticle.slug)", from: "main~1")
    let push = try place.writer.git.run(["push", place.server.folder, "main", "styled/\(SampleArticle.slug)"])
    #expect(push.errorText.contains("the push to main"))
    #expect(push.errorText.contains("the push to styled/\(SampleArticle.slug)"))
  }

  @Test func deletionOfThePublishedBranchIsRefusedAndOfOthersNot() throws {
    let place = try TestServer(with: .good)
    try place.server("config", "receive.denyDeleteCurrent", "ignore")
    let git = place.writer.git
    let main = try git.run(["push", place.server.folder, ":main"])
    #expect(main.status != 0)
    #expect(main.errorText.contains("cannot be deleted"), "\(main.errorText)")
    #expect(try git.run(["push", place.server.folder, ":factual/\(SampleArticle.slug)"]).status == 0)
    // Under another name it is the same branch.
    try place.server("symbolic-ref", "refs/heads/latest", "refs/heads/main")
    #expect(try git.run(["push", place.server.folder, ":latest"]).status != 0)
    #expect(try place.server.run(["rev-parse", "--verify", "refs/heads/main"]).status == 0)
  }

  @Test func baselineThatGoesInTheSamePushStillCounts() throws {
    let place = try TestServer(with: .failingByScore)
    let push = try place.writer.git.run(["push", place.server.folder, ":factual/\(SampleArticle.slug)", "main"])
    #expect(push.status != 0, "\(push.everything)")
    #expect(try place.server.run(["rev-parse", "--verify", "factual/\(SampleArticle.slug)"]).status == 0)
  }

  @Test func newBranchIsJudgedWhole() throws {
    let place = try TestServer(with: .good)
    let branch = "styled/\(SampleArticle.slug)"
    let git = place.writer.git
    try place.writer.plant(.wrongFigure, on: "desk/bad")
    #expect(try git.run(["push", place.server.folder, "refs/heads/desk/bad:refs/heads/\(branch)"]).status != 0)
    try place.writer.plant(.faithful, on: "desk/fine", from: "main~1")
    let push = try git.run(["push", place.server.folder, "refs/heads/desk/fine:refs/heads/\(branch)"])
    #expect(push.status == 0, "\(push.everything)")
  }

  @Test func serverThatWasMovedStillRefuses() throws {
    let place = try TestServer(with: .failingByScore)
    let elsewhere = place.writer.folder.path("elsewhere.git")
    _ = try Subprocess.run(
      ["mv", place.server.folder, elsewhere], in: place.writer.folder.path, environment: place.server.environment)
    let push = try place.writer.git.run(["push", elsewhere, "main"])
    #expect(push.status != 0 && push.errorText.contains("14%"), "\(push.errorText)")
    let status = try place.writer.editorial(["hook", "status"], in: elsewhere)
    #expect(status.status == 0, "\(status.everything)")
  }

  @Test func tagsNotesAndDraftsAreFree() throws {
    let place = try TestServer(with: .failingByScore)
    let git = place.writer.git
    try git("tag", "v1", "main")
    try git("notes", "add", "--message", "Look here", "main")
    let push = try git.run(
      ["push", place.server.folder, "v1", "refs/notes/commits", "main:refs/heads/draft/\(SampleArticle.slug)"])
    #expect(push.status == 0, "\(push.everything)")
    try place.expectSound()
  }

  @Test func auditOfABareRepositoryNamesWhatWasWrittenByHand() throws {
    let place = try TestServer(with: .failingByPlaceholder)
    try place.writer.git("push", "--quiet", place.server.folder, "main:refs/heads/desk/arrival")
    try place.server("update-ref", "refs/heads/main", "refs/heads/desk/arrival")
    let audit = try place.writer.editorial(["check", "--all"], in: place.server.folder)
    #expect(audit.status == 1)
    #expect(audit.everything.contains(SampleArticle.path), "\(audit.everything)")
  }
}

/// A writer's repository without hooks, one commit ahead of a bare server that has them.
struct TestServer {
  let writer: TestNewsroom
  let server: Git

  /// - Parameter arrival: what the writer has committed on its target.
  init(with arrival: Arrival, policy: String? = "version: 1\n") throws {
    writer = try TestNewsroom(policy: policy)
    let candidate = try arrival.prepare(in: writer)
    let bare = try Git.repository("server.git", bare: true, in: writer.folder)
    var server = bare
    server.environment = writer.git.environment
    self.server = server
    try writer.git("push", "--quiet", "--all", server.folder)
    try server("update-ref", "-d", "refs/heads/desk/arrival")
    let install = try writer.editorial(["hook", "install", "--server"], in: server.folder)
    guard install.status == 0 else { throw TestSupportError("no server hooks\n\(install.everything)") }
    try writer.git("update-ref", "refs/heads/\(arrival.target)", candidate)
    try writer.git("branch", "--delete", "--force", "desk/arrival")
    try writer.git("reset", "--quiet", "--hard")
  }

  func expectSound(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let check = try server.run(["fsck", "--strict", "--no-dangling", "--no-progress"])
    #expect(check.status == 0, "\(check.everything)", sourceLocation: sourceLocation)
  }
}
