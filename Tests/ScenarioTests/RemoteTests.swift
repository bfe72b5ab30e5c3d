import TestSupport
import Testing

/// What is to be typed next names the repository that the others see, whatever its name is.
@Suite struct RemoteTests {
  private let slug = SampleArticle.slug
  private let other = "other-roofs"

  /// Articles that are checked and restyled, and a server.
  private func newsroom(remotes: String...) throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    for name in [slug, other] {
      let path = SampleArticle.path.replacing(slug, with: name)
      try newsroom.plant(Array(SampleArticle.factual.text.utf8), at: path, on: "factual/\(name)")
      try newsroom.plant(
        Array(SampleArticle.faithful.text.utf8), at: path, on: "styled/\(name)", from: "factual/\(name)")
    }
    for remote in remotes {
      let server = newsroom.folder.path("\(remote).git")
      try newsroom.git("init", "--quiet", "--bare", server)
      try newsroom.git("remote", "add", remote, server)
    }
    return newsroom
  }

  /// The last line that begins like a push.
  private func push(_ newsroom: TestNewsroom, _ arguments: String...) throws -> String {
    let result = try newsroom.editorial(arguments)
    #expect(result.status == 0, "\(result.everything)")
    return result.lines.map { $0.drop { $0 == " " } }.last { $0.hasPrefix("git push") }.map(String.init) ?? result.text
  }

  @Test func everyVerbNamesTheRemoteThatIsThere() throws {
    let newsroom = try newsroom(remotes: "newsdesk")
    let renamed = "town-roofs"
    #expect(
      try push(newsroom, "claim", other) == "git push newsdesk refs/editorial/team/claims/\(other)")
    #expect(
      try push(newsroom, "demote", slug, "--reason", "late") == "git push newsdesk factual/\(slug) styled/\(slug)")
    #expect(try newsroom.editorial("undo").status == 0)
    // Git refuses to delete what was never there.
    #expect(
      try push(newsroom, "rename", slug, renamed) == "git push --atomic newsdesk factual/\(renamed) styled/\(renamed)")
    #expect(try newsroom.editorial("undo").status == 0)
    try newsroom.git("push", "--quiet", "newsdesk", "factual/\(slug)", "styled/\(slug)")
    #expect(
      try push(newsroom, "rename", slug, renamed)
        == "git push --atomic newsdesk factual/\(renamed) styled/\(renamed) :factual/\(slug) :styled/\(slug)")
    #expect(try push(newsroom, "release", "spring", renamed) == "git push --atomic newsdesk main spring")
    #expect(try push(newsroom, "promote", other) == "git push newsdesk main")
    let retracted = try push(newsroom, "retract", other, "--reason", "late")
    #expect(retracted == "git push newsdesk styled/\(other) main")
    // What is printed can be typed.
    try newsroom.git(retracted.split(separator: " ").dropFirst().map(String.init))
  }

  @Test func ofSeveralItIsTheOneThatGitPushesTo() throws {
    let newsroom = try newsroom(remotes: "archive", "origin", "fork")
    #expect(try push(newsroom, "promote", slug) == "git push origin main")
    #expect(try newsroom.editorial("undo").status == 0)
    try newsroom.git("config", "remote.pushDefault", "fork")
    #expect(try push(newsroom, "promote", slug) == "git push fork main")
    #expect(try newsroom.editorial("undo").status == 0)
    try newsroom.git("config", "remote.pushDefault", "gone")
    #expect(try push(newsroom, "promote", slug) == "git push origin main")
  }

  @Test func cloneThatLacksHistoryIsToldWhereTheRestIs() throws {
    let newsroom = try newsroom()
    let clone = newsroom.folder.path("clone")
    try newsroom.git(
      "clone", "--quiet", "--depth", "1", "--origin", "newsdesk", "file://\(newsroom.git.folder)", clone)
    let result = try newsroom.editorial(["check", "0123456789..main"], in: clone)
    #expect(result.status == 2, "\(result.everything)")
    let command = "git fetch --unshallow newsdesk '+refs/heads/*:refs/remotes/newsdesk/*'"
    #expect(result.errorText.contains(command), "\(result.everything)")
  }

  @Test func whoIsAloneIsToldOfNoPush() throws {
    let newsroom = try newsroom()
    for arguments in [["promote", slug], ["claim", other], ["demote", other, "--reason", "late"]] {
      let result = try newsroom.editorial(arguments)
      #expect(result.status == 0 && !result.text.contains("git push"), "\(result.everything)")
    }
  }
}
