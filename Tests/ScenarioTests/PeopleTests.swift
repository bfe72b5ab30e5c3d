import TestSupport
import Testing

/// Who did something is told as git tells it, and signed where git signs.
@Suite struct PeopleTests {
  private let slug = SampleArticle.slug
  private let styled = "styled/\(SampleArticle.slug)"

  private func newsroom() throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(.wrongFigure, on: styled, from: "factual/\(slug)")
    return newsroom
  }

  /// Every command that makes a commit, and the branch that gets it.
  private func makeCommits(_ newsroom: TestNewsroom) throws -> [String] {
    for arguments in [
      ["new", "night-trains"], ["accept", slug, "figure-altered", "--reason", "the office corrected it"],
      ["promote", slug],
    ] {
      let result = try newsroom.editorial(arguments)
      try #require(result.status == 0, "\(result.everything)")
    }
    return ["draft/night-trains", styled, "main"]
  }

  @Test func environmentNamesWhoMakesACommitAndWhen() throws {
    var newsroom = try newsroom()
    for (name, value) in [
      ("GIT_AUTHOR_NAME", "Zoë Writer"), ("GIT_AUTHOR_EMAIL", "zoe@example.org"),
      ("GIT_AUTHOR_DATE", "2025-03-04T05:06:07+01:00"), ("GIT_COMMITTER_NAME", "Cleo Carrier"),
      ("GIT_COMMITTER_EMAIL", "cleo@example.org"), ("GIT_COMMITTER_DATE", "@1750000000 -0330"),
    ] { newsroom.git.environment[name] = value }
    for branch in try makeCommits(newsroom) {
      #expect(
        try newsroom.git("log", "-1", "--format=%an <%ae> %aI, %cn <%ce> %cI", branch)
          == "Zoë Writer <zoe@example.org> 2025-03-04T05:06:07+01:00, "
          + "Cleo Carrier <cleo@example.org> 2025-06-15T11:36:40-03:30", "\(branch)")
    }
    #expect(try newsroom.git("log", "-1", "--format=%B", styled).contains("Zoë Writer <zoe@example.org>; 2025-03-04;"))
  }

  @Test func configurationNamesWhoMakesACommitWhereTheEnvironmentDoesNot() throws {
    var newsroom = try newsroom()
    for name in ["GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"] {
      newsroom.git.environment[name] = nil
    }
    try newsroom.git("config", "user.useConfigOnly", "true")
    let nobody = try newsroom.editorial("new", "night-trains")
    #expect(nobody.status == 2 && nobody.errorText.contains("user.name"), "\(nobody.everything)")
    try newsroom.git("config", "user.name", "Uma User")
    try newsroom.git("config", "user.email", "uma@example.org")
    try newsroom.git("config", "author.name", "Ann Author")
    for branch in try makeCommits(newsroom) {
      #expect(
        try newsroom.git("log", "-1", "--format=%an <%ae>, %cn <%ce>", branch)
          == "Ann Author <uma@example.org>, Uma User <uma@example.org>", "\(branch)")
    }
  }

  @Test func commitsAreSignedWithAnSSHKeyWhereGitSigns() throws {
    let newsroom = try newsroom()
    let key = newsroom.folder.path("key")
    let made = try Subprocess.run(
      ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], in: newsroom.folder.path,
      environment: newsroom.git.environment)
    try #require(made.status == 0, "\(made.everything)")
    let known = try Subprocess.run(
      ["cat", "\(key).pub"], in: newsroom.folder.path, environment: newsroom.git.environment)
    let signers = try newsroom.folder.write("signers", "carl@example.org \(known.text)")
    try newsroom.git("config", "gpg.format", "ssh")
    try newsroom.git("config", "gpg.ssh.allowedSignersFile", signers)
    try newsroom.git("config", "user.signingKey", key)
    try newsroom.git("config", "commit.gpgSign", "true")
    for branch in try makeCommits(newsroom) { try newsroom.git("verify-commit", branch) }
  }

  @Test func commitsAreSignedWithAnOpenPGPKeyWhereGitSigns() throws {
    var newsroom = try newsroom()
    let home = try newsroom.folder.makeFolder("g")
    newsroom.git.environment["GNUPGHOME"] = home
    func run(_ arguments: [String]) throws -> Subprocess {
      try Subprocess.run(arguments, in: newsroom.folder.path, environment: newsroom.git.environment)
    }
    defer { _ = try? run(["gpgconf", "--kill", "all"]) }
    _ = try run(["chmod", "700", home])
    let made = try run([
      "gpg", "--batch", "--quiet", "--pinentry-mode", "loopback", "--passphrase", "", "--quick-generate-key",
      "Carl Committer <carl@example.org>", "ed25519", "sign", "never",
    ])
    try #require(made.status == 0, "\(made.everything)")
    try newsroom.git("config", "user.signingKey", "carl@example.org")
    try newsroom.git("config", "commit.gpgSign", "true")
    for branch in try makeCommits(newsroom) { try newsroom.git("verify-commit", branch) }
  }

  @Test func commitThatCannotBeSignedIsNotMade() throws {
    let newsroom = try newsroom()
    try newsroom.git("config", "gpg.format", "ssh")
    try newsroom.git("config", "user.signingKey", newsroom.folder.path("no-such-key"))
    try newsroom.git("config", "commit.gpgSign", "true")
    let tip = try newsroom.tip(styled)
    for arguments in [["new", "night-trains"], ["accept", slug, "figure-altered", "--reason", "it was corrected"]] {
      let result = try newsroom.editorial(arguments)
      #expect(result.status == 2 && result.errorText.contains("sign"), "\(result.everything)")
    }
    #expect(try newsroom.tip(styled) == tip)
    #expect(try newsroom.tip("draft/night-trains") == nil)
  }

  @Test func peopleAreShownByTheNameTheyHaveNow() throws {
    let newsroom = try newsroom()
    try newsroom.git.write(".mailmap", "Ada Lovelace <lovelace@example.org> <ada@example.org>\n")
    for arguments in [
      ["log", slug], ["log", slug, "--oneline"], ["log", slug, "--format", "json"],
      ["log", slug, "--fact", "40%"],
      ["status"], ["status", "--format", "json"], ["status", "--author", "lovelace"],
    ] {
      let result = try newsroom.editorial(arguments)
      #expect(result.status == 0, "\(result.everything)")
      #expect(
        result.text.contains("Ada Lovelace") && !result.text.contains("Ada Author"), "\(arguments) \(result.text)")
    }
    let page = newsroom.folder.path("page.html")
    #expect(try newsroom.editorial("report", "--html", page).status == 0)
    let html = try newsroom.folder.readText("page.html")
    #expect(html.contains("Ada Lovelace") && !html.contains("Ada Author"))
  }
}
