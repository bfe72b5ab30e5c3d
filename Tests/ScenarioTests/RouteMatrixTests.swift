import TestSupport
import Testing

/// Each route by which content can reach a branch of this repository, with each kind of content.
@Suite struct RouteMatrixTests {
  @Test(arguments: Route.allCases, Arrival.failing)
  func failingArticleIsRefused(route: Route, arrival: Arrival) throws {
    let newsroom = try TestNewsroom()
    let candidate = try arrival.prepare(in: newsroom)
    let before = try newsroom.content(of: arrival.path, in: "refs/heads/\(arrival.target)")
    try newsroom.installHooks()

    let result = try route.take(candidate, to: arrival.target, in: newsroom)

    #expect(result.status != 0, "\(route) let the article in:\n\(result.everything)")
    #expect(try newsroom.content(of: arrival.path, in: "refs/heads/\(arrival.target)") == before)
    for words in arrival.evidence {
      #expect(result.everything.contains(words), "the refusal does not show \(words):\n\(result.everything)")
    }
    try expectClean(newsroom, after: result)
  }

  @Test(arguments: Route.allCases)
  func goodArticlePasses(route: Route) throws {
    let newsroom = try TestNewsroom()
    let candidate = try Arrival.good.prepare(in: newsroom)
    try newsroom.installHooks()

    let result = try route.take(candidate, in: newsroom)

    #expect(result.status == 0, "\(route) was refused:\n\(result.everything)")
    #expect(try newsroom.content(of: Arrival.good.path, in: "refs/heads/main") == Arrival.good.text)
    #expect(try newsroom.damage() == "")
  }

  /// What no hook can stop, the audit names and the server refuses.
  @Test(arguments: HiddenRoute.allCases, Arrival.failing)
  func whatNoHookSeesIsFoundLater(route: HiddenRoute, arrival: Arrival) throws {
    let newsroom = try TestNewsroom()
    let candidate = try arrival.prepare(in: newsroom)
    var server = Git(newsroom.folder, in: "server.git")
    server.environment = newsroom.git.environment
    try newsroom.git("clone", "--quiet", "--bare", ".", server.folder)
    let install = try newsroom.editorial(["hook", "install", "--server"], in: server.folder)
    #expect(install.status == 0, "\(install.everything)")
    let before = try server("rev-parse", arrival.target)
    try newsroom.installHooks()

    let result = try route.take(candidate, to: arrival.target, in: newsroom)
    if route == .branchMove, arrival.target == "main" {
      // Git takes the branch away first, and that it asks about.
      #expect(result.status != 0)
      #expect(try newsroom.tip("main") == before)
      return
    }
    #expect(result.status == 0, "\(result.everything)")
    #expect(try newsroom.tip(arrival.target) == candidate, "\(route) leads nowhere")

    let audit = try newsroom.editorial("check", "--all")
    #expect(audit.status == 1, "\(audit.everything)")
    #expect(audit.everything.contains(arrival.path), "\(audit.everything)")
    let push = try newsroom.git.run([
      "push", "--no-verify", server.folder, "refs/heads/\(arrival.target):refs/heads/\(arrival.target)",
    ])
    #expect(push.status != 0, "\(push.everything)")
    #expect(try server("rev-parse", arrival.target) == before)
  }

  /// A branch of a stage that is made with a failing article in it.
  @Test(
    arguments: [
      ["branch"], ["checkout", "--quiet", "-b"], ["switch", "--quiet", "-c"], ["worktree", "add", "../linked", "-b"],
      ["update-ref"], ["push", "--no-verify", "."], ["fetch", "."],
    ], [SampleArticle.wrongFigure, .withoutSources, .faithful])
  func newBranchIsJudgedWhole(command: [String], article: SampleArticle) throws {
    let newsroom = try TestNewsroom()
    let branch = "styled/\(SampleArticle.slug)"
    try newsroom.plant(.factual, on: "factual/\(SampleArticle.slug)")
    let candidate = try newsroom.plant(article, on: "desk/arrival")
    try newsroom.installHooks()
    let words =
      switch command[0] {
      case "update-ref": ["refs/heads/\(branch)", candidate]
      case "push", "fetch": ["refs/heads/desk/arrival:refs/heads/\(branch)"]
      default: [branch, candidate]
      }
    let result = try newsroom.git.run(command + words)
    #expect((result.status == 0) == (article == .faithful), "\(result.everything)")
    #expect(try newsroom.tip(branch) == (article == .faithful ? candidate : nil))
    try expectClean(newsroom, after: result)
  }

  /// What touches no branch of a stage is nobody's business here.
  @Test func otherRefsAreFree() throws {
    let newsroom = try TestNewsroom()
    let candidate = try Arrival.failingByScore.prepare(in: newsroom)
    try newsroom.installHooks()
    let git = newsroom.git
    for command in [
      ["tag", "v1", candidate], ["tag", "--annotate", "--message", "Two", "v2", candidate],
      ["notes", "add", "--message", "Look here", candidate], ["replace", candidate, "main"],
      ["branch", "elsewhere", candidate], ["branch", "--move", "elsewhere", "draft/other"],
      ["branch", "--delete", "--force", "draft/other"], ["update-ref", "refs/bisect/bad", candidate],
      ["switch", "--quiet", "--detach", candidate], ["switch", "--quiet", "main"], ["pack-refs", "--all"],
      ["gc", "--quiet"], ["clone", "--quiet", "--mirror", ".", "../mirror.git"], ["fetch", "--quiet", "../mirror.git"],
      ["branch", "--delete", "factual/\(SampleArticle.slug)", "--force"],
    ] {
      let result = try git.run(command)
      #expect(result.status == 0, "git \(command.joined(separator: " ")):\n\(result.everything)")
    }
    try git.write("README.md", "Changed.\n")
    try git("stash", "push", "--quiet")
    try git("stash", "drop", "--quiet")
    #expect(try newsroom.damage() == "")
  }
}
