import TestSupport
import Testing

/// Commits are made as the user's configuration asks for.
@Suite struct CommitCustomTests {
  private func newsroom() throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(SampleArticle.slug)")
    return newsroom
  }

  /// Makes a key for the repository, with which nothing is signed yet.
  private func makeKey(_ newsroom: TestNewsroom) throws {
    let git = newsroom.git
    let key = newsroom.folder.path("key")
    let made = try Subprocess.run(
      ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], in: git.folder, environment: git.environment)
    try #require(made.status == 0)
    try newsroom.folder.write("allowed", "carl@example.org \(newsroom.folder.readText("key.pub"))")
    for (name, value) in [
      ("gpg.format", "ssh"), ("user.signingKey", key),
      ("gpg.ssh.allowedSignersFile", newsroom.folder.path("allowed")),
    ] {
      try git("config", name, value)
    }
  }

  @Test(arguments: ["tag.gpgSign", "tag.forceSignAnnotated", nil]) func releaseIsSignedWhereTagsAre(key: String?) throws
  {
    let newsroom = try newsroom()
    try newsroom.plant(.faithful, on: "styled/\(SampleArticle.slug)", from: "factual/\(SampleArticle.slug)")
    let git = newsroom.git
    try makeKey(newsroom)
    if let key { try git("config", key, "true") }
    let trial = try newsroom.editorial("release", "issues/spring", SampleArticle.slug, "--dry-run")
    #expect(trial.status == 0, "\(trial.everything)")
    let result = try newsroom.editorial("release", "issues/spring", SampleArticle.slug)
    try #require(result.status == 0, "\(result.everything)")
    let verification = try git.run(["tag", "-v", "issues/spring"])
    #expect((verification.status == 0) == (key != nil), "\(verification.everything)")
    #expect(try git("rev-parse", "issues/spring^{commit}") == git("rev-parse", "main"))
    let tag = try git("cat-file", "tag", "issues/spring")
    #expect(tag.contains("Release issues/spring\n\n- \(SampleArticle.slug)"), "\(tag)")
    #expect(tag.contains("tagger Carl Committer <carl@example.org>"), "\(tag)")
    #expect(try git("for-each-ref", "refs/tags").split(separator: "\n").count == 1)
    #expect(try newsroom.damage() == "")
    let undone = try newsroom.editorial("undo")
    #expect(undone.status == 0, "\(undone.everything)")
    #expect(try git("for-each-ref", "refs/tags") == "")
  }

  /// Git signs in a folder of its own, where the user's own configuration holds, too.
  @Test(arguments: ["ssh", "openpgp"]) func signingLeavesNothingAndAsksNoHook(format: String) throws {
    var newsroom = try newsroom()
    try newsroom.plant(.faithful, on: "styled/\(SampleArticle.slug)", from: "factual/\(SampleArticle.slug)")
    try makeKey(newsroom)
    for (key, value) in [("tag.gpgSign", "true"), ("gpg.format", format), ("gpg.program", "false")] {
      try newsroom.git("config", key, value)
    }
    try newsroom.folder.write("hooks/reference-transaction", "#!/bin/sh\nexit 1\n", executable: true)
    try newsroom.folder.write(
      "global", "[core]\n\tlogAllRefUpdates = always\n\thooksPath = \(newsroom.folder.path("hooks"))\n")
    try newsroom.folder.write("temporary/kept", "")
    newsroom.git.environment["GIT_CONFIG_GLOBAL"] = newsroom.folder.path("global")
    newsroom.git.environment["TMPDIR"] = newsroom.folder.path("temporary")
    let result = try newsroom.editorial("release", "spring", SampleArticle.slug)
    #expect(result.status == (format == "ssh" ? 0 : 2), "\(result.everything)")
    let left = try Subprocess.run(
      ["find", "temporary", "-type", "f"], in: newsroom.folder.path, environment: newsroom.git.environment)
    #expect(left.lines == ["temporary/kept"], "\(left.everything)")
  }

  @Test func releaseThatCannotBeSignedMovesNothing() throws {
    let newsroom = try newsroom()
    try newsroom.plant(.faithful, on: "styled/\(SampleArticle.slug)", from: "factual/\(SampleArticle.slug)")
    try newsroom.git("config", "tag.gpgSign", "true")
    try newsroom.git("config", "gpg.program", "false")
    let before = try newsroom.git("for-each-ref")
    let result = try newsroom.editorial("release", "spring", SampleArticle.slug)
    #expect(result.status == 2 && result.errorText.contains("tag.gpgSign"), "\(result.everything)")
    #expect(try newsroom.git("for-each-ref") == before)
  }

  @Test func promotionIsSignedBySSHWhereCommitsAre() throws {
    let newsroom = try newsroom()
    let git = newsroom.git
    try makeKey(newsroom)
    try git("config", "commit.gpgSign", "true")
    try newsroom.installHooks()
    let result = try newsroom.editorial("promote", SampleArticle.slug)
    #expect(result.status == 0, "\(result.everything)")
    let verification = try git.run(["verify-commit", "styled/\(SampleArticle.slug)"])
    #expect(verification.status == 0, "\(verification.everything)")
    #expect(try git("log", "-1", "--format=%an %ae %cn", "styled/\(SampleArticle.slug)").hasPrefix("Ada Author"))
    #expect(try newsroom.damage() == "")
  }

  @Test func promotionIsSignedByGPGWhereCommitsAre() throws {
    var newsroom = try newsroom()
    // A socket's path must be short.
    let home = try TemporaryFolder()
    newsroom.git.environment["GNUPGHOME"] = home.path
    let git = newsroom.git
    func gpg(_ words: String...) throws -> Subprocess {
      try Subprocess.run(words, in: home.path, environment: git.environment)
    }
    _ = try gpg("chmod", "700", home.path)
    let made = try gpg(
      "gpg", "--batch", "--quiet", "--pinentry-mode", "loopback", "--passphrase", "", "--quick-generate-key",
      "Carl Committer <carl@example.org>", "ed25519", "sign")
    try #require(made.status == 0, "\(made.everything)")
    defer { _ = try? gpg("gpgconf", "--kill", "all") }
    try git("config", "commit.gpgSign", "true")
    let result = try newsroom.editorial("promote", SampleArticle.slug)
    #expect(result.status == 0, "\(result.everything)")
    let verification = try git.run(["verify-commit", "styled/\(SampleArticle.slug)"])
    #expect(verification.status == 0, "\(verification.everything)")
  }

  @Test func promotionThatCannotBeSignedMovesNothing() throws {
    let newsroom = try newsroom()
    try newsroom.git("config", "commit.gpgSign", "true")
    try newsroom.git("config", "gpg.program", "false")
    let result = try newsroom.editorial("promote", SampleArticle.slug)
    #expect(result.status == 2)
    #expect(result.everything.contains("commit.gpgsign"), "\(result.everything)")
    #expect(try newsroom.tip("styled/\(SampleArticle.slug)") == nil)
    // Asking what would come of it signs nothing.
    #expect(try newsroom.editorial("promote", SampleArticle.slug, "--dry-run").status == 0)
  }

  @Test func signedCommitsMeetTheGateLikeOthers() throws {
    let newsroom = try newsroom()
    let key = newsroom.folder.path("key")
    _ = try Subprocess.run(
      ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], in: newsroom.git.folder,
      environment: newsroom.git.environment)
    let git = newsroom.git
    try git("config", "gpg.format", "ssh")
    try git("config", "user.signingKey", key)
    try newsroom.installHooks()
    try git.write(SampleArticle.path, SampleArticle.faithful.text)
    try git("add", "--all")
    try git("commit", "--quiet", "-S", "--message", "Publish")
    #expect(try git("log", "-1", "--format=%(trailers:key=Integrity-Score,valueonly)").contains("100.0"))
    #expect(try git("cat-file", "commit", "HEAD").contains("gpgsig"))
  }

  @Test func identityIsNeverGuessed() throws {
    var newsroom = try newsroom()
    for name in ["GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"] {
      newsroom.git.environment[name] = nil
    }
    newsroom.git.environment["EMAIL"] = "somebody@example.org"
    try newsroom.git("config", "user.name", "Somebody")
    try newsroom.git("config", "user.useConfigOnly", "true")
    let result = try newsroom.editorial("promote", SampleArticle.slug)
    #expect(result.status == 2)
    #expect(result.everything.contains("user.email"), "\(result.everything)")
    try newsroom.git("config", "author.email", "writer@example.org")
    try newsroom.git("config", "committer.email", "desk@example.org")
    #expect(try newsroom.editorial("promote", SampleArticle.slug).status == 0)
    #expect(
      try newsroom.git("log", "-1", "--format=%an %ae %cn %ce", "styled/\(SampleArticle.slug)")
        == "Somebody writer@example.org Somebody desk@example.org")
  }

  /// Line ends are the work tree's business, and no change of the article.
  @Test(arguments: ["core.autocrlf=true", "core.autocrlf=input", "*.md text eol=crlf"])
  func lineEndsOfTheWorkTreeAreNoChange(setting: String) throws {
    let newsroom = try newsroom()
    let git = newsroom.git
    if setting.hasPrefix("core.") {
      let parts = setting.split(separator: "=")
      try git("config", String(parts[0]), String(parts[1]))
    } else {
      try git.write(".git/info/attributes", setting + "\n")
    }
    try newsroom.installHooks()
    let written = SampleArticle.faithful.text.replacing("\n", with: "\r\n")
    try git.write(SampleArticle.path, written)
    try git("add", "--all")
    let passed = try git.run(["commit", "--quiet", "--message", "Publish"])
    #expect(passed.status == 0, "\(passed.everything)")
    #expect(try newsroom.content(of: SampleArticle.path, in: "main") == SampleArticle.faithful.text)
    // A promotion brings the work tree along, in its own line ends.
    try git("switch", "--quiet", "--create", "styled/\(SampleArticle.slug)", "factual/\(SampleArticle.slug)~1")
    let result = try newsroom.editorial("promote", SampleArticle.slug, "--to", "styled")
    #expect(result.status == 0, "\(result.everything)")
    #expect(try newsroom.changes() == "")
    #expect(try git.read(SampleArticle.path).contains("\r\n") == (setting != "core.autocrlf=input"))
  }

  @Test func filteredArticleIsJudgedAsItIsStored() throws {
    let newsroom = try newsroom()
    let git = newsroom.git
    try git("config", "filter.share.clean", "sed s/FORTY/40%/")
    try git("config", "filter.share.smudge", "cat")
    try git.commit("Filter", [".gitattributes": "*.md filter=share\n"])
    try newsroom.installHooks()
    try git.write(SampleArticle.path, SampleArticle.factual.text.replacing("40%", with: "FORTY"))
    try git("add", "--all")
    let passed = try git.run(["commit", "--quiet", "--message", "Publish"])
    #expect(passed.status == 0, "\(passed.everything)")
    try git.write(SampleArticle.path, SampleArticle.factual.text.replacing("40%", with: "14%"))
    #expect(try git.run(["commit", "--quiet", "--all", "--message", "Change"]).status != 0)
  }
}
