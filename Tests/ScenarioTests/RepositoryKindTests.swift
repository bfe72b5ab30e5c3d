import TestSupport
import Testing

/// The gate in repositories as people have them.
@Suite struct RepositoryKindTests {
  /// A clone of a newsroom, and what is special about it.
  enum Kind: String, CaseIterable, Sendable {
    case plain, linkedWorkTree, shallow, shallowBranches, blobless, treeless, sparse, sparseIndex, splitIndex
    case indexVersion4, indexWithoutChecksum, sharedObjects, packedRefs, submodule, perWorkTreeConfiguration, mirror
  }

  @Test(arguments: Kind.allCases)
  func gateStandsInEveryClone(kind: Kind) throws {
    let newsroom = try origin()
    let git = try clone(of: newsroom, kind)
    let install = try newsroom.editorial(["hook", "install"], in: git.folder)
    #expect(install.status == 0, "\(install.everything)")
    let before = try git("rev-parse", "main")

    try git.write(SampleArticle.path, SampleArticle.wrongFigure.text)
    try git("add", "--all")
    for arguments in [["commit", "--message", "Publish"], ["commit", "--no-verify", "--message", "Publish"]] {
      let refused = try git.run(arguments)
      #expect(refused.status != 0, "\(kind) let the article in:\n\(refused.everything)")
      for words in SampleArticle.wrongFigure.evidence {
        #expect(refused.everything.contains(words), "the refusal does not show \(words):\n\(refused.everything)")
      }
    }
    #expect(try git("rev-parse", "main") == before)

    try git.write(SampleArticle.path, SampleArticle.faithful.text)
    let passed = try git.run(["commit", "--all", "--message", "Publish"])
    #expect(passed.status == 0, "\(passed.everything)")
    let back = try git.run(["reset", "--hard", "HEAD~1"])
    #expect(back.status == 0, "\(back.everything)")
    let branch = try git.run(["branch", "styled/\(SampleArticle.slug)", "origin/styled/\(SampleArticle.slug)"])
    #expect(kind == .shallow || kind == .mirror || branch.status == 0, "\(branch.everything)")
    for arguments in [["status"], ["check", "--all"]] {
      let result = try newsroom.editorial(arguments, in: git.folder)
      #expect(result.status == 0, "\(arguments): \(result.everything)")
    }
    let check = try git.run(["fsck", "--strict", "--no-dangling", "--no-progress"])
    #expect(check.status == 0, "\(check.everything)")
  }

  @Test func firstCommitOfANewRepositoryIsJudgedByThePolicyItBrings() throws {
    let newsroom = try TestNewsroom()
    var git = try Git.repository("new", in: newsroom.folder)
    git.environment = newsroom.git.environment
    #expect(try newsroom.editorial(["hook", "install"], in: git.folder).status == 0)
    try git.write("editorial.yml", "articles: [\"posts/{slug}.md\"]\n")
    try git.write("posts/solar-roofs.md", SampleArticle.withoutSources.text)
    try git("add", "--all")
    for arguments in [["commit", "--message", "Begin"], ["commit", "--no-verify", "--message", "Begin"]] {
      let refused = try git.run(arguments)
      #expect(refused.status != 0 && refused.everything.contains("posts/solar-roofs.md"), "\(refused.everything)")
    }
    try git.write("posts/solar-roofs.md", SampleArticle.factual.text)
    try git("add", "--all")
    let passed = try git.run(["commit", "--message", "Begin"])
    #expect(passed.status == 0, "\(passed.everything)")
  }

  @Test func detachedHeadIsFreeUntilABranchFollows() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(SampleArticle.slug)")
    try newsroom.installHooks()
    let git = newsroom.git
    try git("switch", "--quiet", "--detach", "main")
    try git.commit("Try things", [SampleArticle.path: SampleArticle.wrongFigure.text])
    #expect(try git.run(["branch", "--force", "main", "HEAD"]).status != 0)
    try git.commit("Mend it", [SampleArticle.path: SampleArticle.faithful.text])
    let passed = try git.run(["branch", "--force", "main", "HEAD"])
    #expect(passed.status == 0, "\(passed.everything)")
  }

  @Test(arguments: [
    ["init", "--bare"], ["clone", "--bare"], ["clone", "--mirror"], ["clone", "--bare", "--shared"],
  ])
  func firstPushToAServerIsJudged(command: [String]) throws {
    let newsroom = try origin()
    let folder = newsroom.folder.path("server.git")
    try newsroom.git([command[0], "--quiet"] + command.dropFirst() + (command[0] == "init" ? [] : ["."]) + [folder])
    #expect(try newsroom.editorial(["hook", "install", "--server"], in: folder).status == 0)
    let git = newsroom.git
    let factual = try git.run(["push", folder, "factual/\(SampleArticle.slug)"])
    #expect(factual.status == 0, "\(factual.everything)")
    try newsroom.plant(.wrongFigure, on: "desk/bad")
    try newsroom.plant(.faithful, on: "desk/fine")
    let refused = try git.run(["push", folder, "desk/bad:main"])
    #expect(refused.status != 0 && refused.everything.contains("14%"), "\(refused.everything)")
    let passed = try git.run(["push", folder, "desk/fine:main"])
    #expect(passed.status == 0, "\(passed.everything)")
  }

  @Test func tenThousandBranchesAreNoHindrance() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(SampleArticle.slug)")
    let tip = try #require(try newsroom.tip("main"))
    let lines = (0..<10_000).map { "create refs/heads/draft/a\($0) \(tip)\n" }.joined()
    try newsroom.git(["update-ref", "--stdin"], input: Array(lines.utf8))
    try newsroom.git("pack-refs", "--all")
    try newsroom.installHooks()
    try newsroom.git.write(SampleArticle.path, SampleArticle.wrongFigure.text)
    try newsroom.git("add", "--all")
    #expect(try newsroom.git.run(["commit", "--message", "Publish"]).status != 0)
    try newsroom.git.write(SampleArticle.path, SampleArticle.faithful.text)
    #expect(try newsroom.git.run(["commit", "--all", "--message", "Publish"]).status == 0)
    // Packing them is no update.
    #expect(try newsroom.git.run(["gc", "--quiet"]).status == 0)
  }

  @Test func unreadableRepositoryIsRefusedWithTheReason() throws {
    let newsroom = try TestNewsroom()
    let git = newsroom.git
    try git("clone", "--quiet", "--bare", ".", "../readable.git")
    #expect(
      try newsroom.editorial(["hook", "install", "--server"], in: newsroom.folder.path("readable.git")).status == 0)
    let folder = newsroom.folder.path("server.git")
    try git("init", "--quiet", "--bare", "--object-format=sha256", folder)
    let install = try newsroom.editorial(["hook", "install", "--server"], in: folder)
    #expect(install.status == 2 && install.everything.contains("sha256"), "\(install.everything)")
    // A script that was put there by hand refuses what it cannot judge.
    try newsroom.folder.write(
      "server.git/hooks/pre-receive", newsroom.folder.readText("readable.git/hooks/pre-receive"), executable: true)
    var writer = Git(newsroom.folder, in: "writer")
    writer.environment = git.environment
    try git("init", "--quiet", "--object-format=sha256", "--initial-branch=main", writer.folder)
    try writer.commit("Begin", [SampleArticle.path: SampleArticle.factual.text])
    let push = try writer.run(["push", folder, "main"])
    #expect(push.status != 0)
    #expect(push.errorText.contains("could not judge") && push.errorText.contains("sha256"), "\(push.errorText)")
  }

  @Test func missingCommitIsNamedWithItsBranchAndTheWayToGetItAgain() throws {
    let newsroom = try origin()
    let git = try clone(of: newsroom, .plain)
    let (tip, lost) = (try git("rev-parse", "main"), try git("rev-parse", "main~1"))
    let unpacking = try Subprocess.run(
      [
        "sh", "-ec",
        """
        mv .git/objects/pack ../pack
        for pack in ../pack/*.pack; do git unpack-objects -q <"$pack"; done
        rm -f ".git/objects/\(lost.prefix(2))/\(lost.dropFirst(2))"
        """,
      ], in: git.folder, environment: git.environment)
    try #require(unpacking.status == 0, "\(unpacking.everything)")
    try #require(try git.run(["cat-file", "-e", lost]).status != 0)
    for (language, words) in [
      ("en", "the commit \(lost) is missing, the parent of \(tip.prefix(10)), in the history of the branch main"),
      ("fr", "il manque le commit \(lost), parent de \(tip.prefix(10)), dans l'histoire de la branche main"),
    ] {
      for command in [["status"], ["check", "--all"]] {
        let result = try newsroom.editorial(command + ["--lang", language], in: git.folder)
        #expect(result.status == 2 && result.errorText.contains(words), "\(command): \(result.everything)")
        for remedy in ["git fsck", "git fetch --refetch"] {
          #expect(result.errorText.contains(remedy), "\(command): \(result.everything)")
        }
      }
    }
    #expect(try git.run(["fetch", "--quiet", "--refetch"]).status == 0)
    let after = try newsroom.editorial(["status"], in: git.folder)
    #expect(after.status == 0, "\(after.everything)")
  }

  /// A newsroom with some history, an article that was checked, and one that was styled.
  private func origin() throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    for number in 1...3 { try newsroom.plant(Array("\(number)\n".utf8), at: "CONTACT.md", on: "main") }
    try newsroom.git("reset", "--quiet", "--hard")
    try newsroom.plant(.factual, on: "factual/\(SampleArticle.slug)")
    try newsroom.plant(.faithful, on: "styled/\(SampleArticle.slug)")
    try newsroom.git("config", "uploadpack.allowFilter", "true")
    try newsroom.git("config", "uploadpack.allowAnySHA1InWant", "true")
    return newsroom
  }

  private func clone(of newsroom: TestNewsroom, _ kind: Kind) throws -> Git {
    let options: [Kind: [String]] = [
      .shallow: ["--depth", "1"], .shallowBranches: ["--depth", "2", "--no-single-branch"],
      .blobless: ["--filter=blob:none"], .treeless: ["--filter=tree:0"], .sharedObjects: ["--shared"],
    ]
    let url = kind == .sharedObjects ? newsroom.git.folder : "file://\(newsroom.git.folder)"
    try newsroom.git(["clone", "--quiet"] + (options[kind] ?? []) + [url, "../clone"])
    var git = Git(newsroom.folder, in: "clone")
    git.environment = newsroom.git.environment
    switch kind {
    case .plain, .shallowBranches, .blobless, .treeless, .sharedObjects: break
    case .shallow:
      try git("fetch", "--quiet", "--depth", "1", "origin", "factual/\(SampleArticle.slug):factual/solar-roofs")
    case .linkedWorkTree:
      try git("switch", "--quiet", "--detach")
      try git("worktree", "add", "--quiet", "../linked", "main")
      var linked = Git(newsroom.folder, in: "linked")
      linked.environment = git.environment
      return linked
    case .sparse, .sparseIndex:
      try git("sparse-checkout", "init", "--cone", kind == .sparse ? "--no-sparse-index" : "--sparse-index")
      try git("sparse-checkout", "set", "articles")
    case .splitIndex: try git("config", "core.splitIndex", "true")
    case .indexVersion4: try git("update-index", "--index-version", "4")
    case .indexWithoutChecksum: try git("config", "index.skipHash", "true")
    case .packedRefs: try git("gc", "--quiet")
    case .perWorkTreeConfiguration: try git("config", "extensions.worktreeConfig", "true")
    case .mirror: try git("fetch", "--quiet", "origin", "+refs/heads/factual/*:refs/heads/factual/*")
    case .submodule:
      var outer = try Git.repository("outer", in: newsroom.folder)
      outer.environment = git.environment
      try outer("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", newsroom.git.folder, "texts")
      var inner = Git(newsroom.folder, in: "outer/texts")
      inner.environment = git.environment
      return inner
    }
    if kind == .splitIndex { try git("update-index", "--split-index") }
    return git
  }
}
