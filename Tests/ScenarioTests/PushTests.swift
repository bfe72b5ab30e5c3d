import Testing
import TestSupport

/// A server that runs the gate is a wall, whatever the writers' own machines run.
@Suite struct PushTests {
  @Test(arguments: SampleArticle.refused)
  func failingArticleIsRefusedByTheServer(article: SampleArticle) throws {
    let (writer, server) = try newsroomWithServer()
    let before = try server("rev-parse", "refs/heads/main")
    try writer.plant(article, on: "main")

    let push = try writer.git.run(["push", "server", "main"])

    #expect(push.status != 0, "the server let the article in:\n\(push.everything)")
    for words in article.evidence {
      #expect(push.everything.contains(words), "the refusal does not show \(words):\n\(push.everything)")
    }
    #expect(try server("rev-parse", "refs/heads/main") == before)
    try expectSound(server)
    // What was refused leaves nothing behind that a later push could lean on.
    #expect(try server("count-objects", "-v").contains("garbage: 0"))
    #expect(try server.run(["cat-file", "-e", try writer.tip("main") ?? ""]).status != 0)
  }

  @Test func faithfulArticlePassesTheServer() throws {
    let (writer, server) = try newsroomWithServer()
    try writer.plant(.faithful, on: "main")
    let push = try writer.git.run(["push", "server", "main"])
    #expect(push.status == 0, "\(push.everything)")
    #expect(try server("rev-parse", "refs/heads/main") == writer.tip("main"))
    try expectSound(server)
  }

  @Test func forcedPushMeetsTheGateToo() throws {
    let (writer, server) = try newsroomWithServer()
    try writer.plant(.faithful, on: "main")
    try writer.git("push", "--quiet", "server", "main")
    let before = try server("rev-parse", "refs/heads/main")
    try writer.git("update-ref", "refs/heads/main", "main~1")
    try writer.plant(.wrongFigure, on: "main")
    #expect(try writer.git.run(["push", "--force", "server", "main"]).status != 0)
    #expect(try server("rev-parse", "refs/heads/main") == before)
  }

  @Test func noBranchOfAPushPassesWhenOneFails() throws {
    let (writer, server) = try newsroomWithServer()
    try writer.plant(Array("A note.\n".utf8), at: "notes.md", on: "desk/notes")
    try writer.plant(.withoutSources, on: "main")
    let push = try writer.git.run(["push", "--atomic", "server", "main", "desk/notes"])
    #expect(push.status != 0)
    #expect(try server.run(["rev-parse", "--verify", "--quiet", "refs/heads/desk/notes"]).status != 0)
  }

  @Test func branchesWithoutGateAreFree() throws {
    let (writer, server) = try newsroomWithServer()
    try writer.plant(.withoutSources, on: "desk/tryout")
    try writer.plant(.wrongFigure, on: "draft/\(SampleArticle.slug)")
    let push = try writer.git.run(["push", "server", "desk/tryout", "draft/\(SampleArticle.slug)"])
    #expect(push.status == 0, "\(push.everything)")
    try expectSound(server)
  }

  @Test func baselineAndArticleOfOnePushAreJudgedTogether() throws {
    let (writer, _) = try newsroomWithServer()
    // A corrected figure: the checked version moves to 14%, and the published one follows in the same push.
    let corrected = SampleArticle.factual.text.replacing("40%", with: "14%")
    try writer.plant(Array(corrected.utf8), on: "factual/\(SampleArticle.slug)")
    try writer.plant(.wrongFigure, on: "main")
    let push = try writer.git.run(["push", "server", "factual/\(SampleArticle.slug)", "main"])
    #expect(push.status == 0, "\(push.everything)")
  }

  @Test func tagNamedLikeTheBranchDoesNotShadowIt() throws {
    let (writer, server) = try newsroomWithServer()
    let failing = try writer.plant(.wrongFigure, on: "desk/tryout")
    try writer.git("push", "--quiet", "server", "desk/tryout")
    try server("tag", "main", failing)
    // Were the tag taken for the branch, the update would seem to change nothing.
    #expect(try writer.git.run(["push", "server", "\(failing):refs/heads/main"]).status != 0)
  }

  /// A writer's repository without hooks, and a bare server with them; both have the checked version.
  private func newsroomWithServer() throws -> (writer: TestNewsroom, server: Git) {
    let writer = try TestNewsroom()
    var server = try Git.repository("server.git", bare: true, in: writer.folder)
    server.environment = writer.git.environment
    try writer.plant(.factual, on: "factual/\(SampleArticle.slug)")
    try writer.git("remote", "add", "server", server.folder)
    try writer.git("push", "--quiet", "server", "main", "factual/\(SampleArticle.slug)")
    let install = try writer.editorial(["hook", "install", "--server"], in: server.folder)
    #expect(install.status == 0, "\(install.everything)")
    return (writer, server)
  }

  private func expectSound(_ git: Git, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let check = try git.run(["fsck", "--strict", "--no-dangling", "--no-progress"])
    #expect(check.status == 0, "\(check.everything)", sourceLocation: sourceLocation)
  }
}
