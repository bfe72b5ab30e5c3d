import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `editorial rename` gives an article another name, and everything that belongs to it follows.
@Suite struct RenameTests {
  private let slug = SampleArticle.slug
  private let new = "town-roofs"
  private let newPath = "articles/town-roofs.md"

  private func expectDone(_ result: Subprocess, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try #require(result.status == 0, "\(result.everything)", sourceLocation: sourceLocation)
  }

  /// Published by promotions, with a dossier, an image of its own, and another article that links to it.
  private func newsroomAtPublished() throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    let illustrated = SampleArticle.factual.text.replacing(
      "## Sources", with: "![Roofs](../images/\(slug)/roof.png)\n\n## Sources")
    try newsroom.plant([1, 2, 3], at: "images/\(slug)/roof.png", on: "draft/\(slug)")
    try newsroom.plant(Array(illustrated.utf8), on: "draft/\(slug)")
    for _ in 0..<3 { try expectDone(newsroom.editorial("promote", slug)) }
    let other = SampleArticle.factual.text.replacing("## Sources", with: "[More](\(slug).md#more)\n\n## Sources")
    try newsroom.plant(Array(other.utf8), at: "articles/other.md", on: "main")
    try newsroom.git("reset", "--quiet", "--hard")
    try newsroom.installHooks()
    return newsroom
  }

  @Test func everythingFollowsTheNewName() throws {
    let newsroom = try newsroomAtPublished()
    let before = try newsroom.git("for-each-ref", "refs/heads")
    try expectDone(newsroom.editorial("rename", slug, new, "--dry-run"))
    #expect(try newsroom.git("for-each-ref", "refs/heads") == before)

    let result = try newsroom.editorial("rename", slug, new)
    try expectDone(result)
    let branches = try newsroom.git("for-each-ref", "--format=%(refname:short)", "refs/heads").split(separator: "\n")
    #expect(branches == ["draft/\(new)", "factual/\(new)", "main", "styled/\(new)"], "\(branches)")
    for branch in ["draft/\(new)", "factual/\(new)", "styled/\(new)", "main"] {
      let files = try newsroom.git("ls-tree", "-r", "--name-only", branch)
      #expect(files.contains(newPath) && files.contains("images/\(new)/roof.png"), "\(branch): \(files)")
      #expect(!files.contains(slug), "\(branch): \(files)")
      #expect(try newsroom.content(of: newPath, in: branch).contains("../images/\(new)/roof.png"))
    }
    #expect(try newsroom.content(of: "articles/other.md", in: "main").contains("(\(new).md#more)"))
    #expect(try newsroom.changes() == "")
    #expect(try newsroom.git.read(newPath).contains("Larkfield"))
    #expect(try newsroom.editorial("check", "--all").status == 0)
    #expect(try newsroom.damage() == "")

    let log = try newsroom.editorial("log", new)
    #expect(log.status == 0 && log.text.contains("Promote \(slug) from draft to factual"), "\(log.everything)")
    try expectDone(newsroom.editorial("undo"))
    #expect(try newsroom.git("for-each-ref", "refs/heads") == before)
    #expect(try newsroom.changes() == "")
  }

  @Test func renamedArticleGoesOnThroughTheStages() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "draft/\(slug)")
    for _ in 0..<2 { try expectDone(newsroom.editorial("promote", slug)) }
    // Every stage has something that the others have not, as in the middle of the work.
    try newsroom.plant(.faithful, on: "styled/\(slug)")
    try newsroom.installHooks()
    try expectDone(newsroom.editorial("rename", slug, new))
    let corrected = SampleArticle.factual.text.replacing("panels now cover", with: "panels today cover")
    try newsroom.plant(Array(corrected.utf8), at: newPath, on: "draft/\(new)")
    try expectDone(newsroom.editorial("promote", new, "--to", "factual"))
    try expectDone(newsroom.editorial("promote", new, "--to", "published"))
    #expect(try newsroom.content(of: newPath, in: "main").contains("2.4 million pounds"))
    #expect(try !newsroom.git("ls-tree", "-r", "--name-only", "main").contains(slug))
  }

  @Test func nameThatIsTakenIsRefused() throws {
    let newsroom = try newsroomAtPublished()
    let before = try newsroom.git("for-each-ref")
    let taken = try newsroom.editorial("rename", slug, "other")
    #expect(taken.status == 2, "\(taken.everything)")
    #expect(
      taken.errorText.contains("There is an article named other already, on the branch main"), "\(taken.everything)")
    #expect(taken.errorText.contains("Choose another name"), "\(taken.everything)")
    try newsroom.git.write(SampleArticle.path, "My notes.\n")
    let dirty = try newsroom.editorial("rename", slug, new)
    #expect(dirty.status == 2 && dirty.errorText.contains(SampleArticle.path), "\(dirty.everything)")
    #expect(try newsroom.editorial("rename", slug, "no slug").status == 64)
    #expect(try newsroom.git("for-each-ref") == before)
  }

  @Test func workTreesThatStandOnItsBranchesGoAlong() throws {
    let newsroom = try newsroomAtPublished()
    let before = try newsroom.git("for-each-ref", "refs/heads")
    try newsroom.git("worktree", "add", "--quiet", "../desk", "factual/\(slug)")
    try newsroom.git("switch", "--quiet", "styled/\(slug)")
    try newsroom.git.write("README.md", "Being written.\n")
    var desk = Git(newsroom.folder, in: "desk")
    desk.environment = newsroom.git.environment

    let result = try newsroom.editorial("rename", slug, new)
    try expectDone(result)
    #expect(result.text.contains("were brought along"), "\(result.text)")
    #expect(try newsroom.git("symbolic-ref", "HEAD") == "refs/heads/styled/\(new)")
    #expect(try desk("symbolic-ref", "HEAD") == "refs/heads/factual/\(new)")
    #expect(try newsroom.git("status", "--porcelain", "--branch").hasSuffix("styled/\(new)\n M README.md"))
    #expect(try desk("status", "--porcelain") == "")
    #expect(try newsroom.git.read(newPath).contains("Larkfield") && desk.read(newPath).contains("Larkfield"))
    #expect(try newsroom.git("reflog", "-1", "--format=%gs", "HEAD").contains("Rename \(slug) to \(new)"))
    #expect(try newsroom.damage() == "")

    try expectDone(newsroom.editorial("undo"))
    #expect(try newsroom.git("for-each-ref", "refs/heads") == before)
    #expect(try newsroom.git("symbolic-ref", "HEAD") == "refs/heads/styled/\(slug)")
    #expect(try desk("symbolic-ref", "HEAD") == "refs/heads/factual/\(slug)")
    #expect(try newsroom.git("status", "--porcelain").hasSuffix("M README.md") && desk("status", "--porcelain") == "")
  }

  @Test func whatIsBeingWrittenOnItsBranchIsNotTakenAlong() throws {
    let newsroom = try newsroomAtPublished()
    let before = try newsroom.git("for-each-ref")
    try newsroom.git("switch", "--quiet", "styled/\(slug)")
    try newsroom.git.write(SampleArticle.path, "My notes.\n")
    for arguments in [["rename", slug, new], ["rename", slug, new, "--dry-run"]] {
      let dirty = try newsroom.editorial(arguments)
      #expect(dirty.status == 2 && dirty.errorText.contains(SampleArticle.path), "\(dirty.everything)")
    }
    try newsroom.git("checkout", "--quiet", ".")
    try newsroom.git("bisect", "start")
    try newsroom.git("checkout", "--quiet", "--detach")
    let busy = try newsroom.editorial("rename", slug, new)
    #expect(busy.status == 2 && busy.errorText.contains("styled/\(slug)"), "\(busy.everything)")
    #expect(try newsroom.git("for-each-ref") == before)
  }

  @Test(arguments: [nil, "waivers: {by: [ada@example.org]}\n", "waivers: {by: [ben@example.org]}\n"])
  func acceptedFindingsGoAlong(people: String?) throws {
    var newsroom = try TestNewsroom(policy: "version: 1\n" + (people ?? ""))
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(.wrongFigure, on: "styled/\(slug)", from: "factual/\(slug)")
    newsroom.become("Ada Author", "ada@example.org")
    let accepted = try newsroom.editorial("accept", slug, "figure-altered", "--reason", "the office corrected it")
    // Whom the policy does not name accepts nothing, and a rename by whom it names makes nothing of that.
    let counts = people?.contains("ben") != true
    #expect((accepted.status == 0) == counts, "\(accepted.everything)")
    newsroom.become("Ben Desk", "ben@example.org")
    let renamed = try newsroom.editorial("rename", slug, new)
    #expect((renamed.status == 0) == counts, "\(renamed.everything)")
    guard counts else { return }
    let list = try newsroom.editorial("accept", new, "--list")
    #expect(list.text.contains("Ada Author") && list.text.contains("the office corrected it"), "\(list.everything)")
    // A name of the rename's own making is no acceptance: the line alone does not count for whom the policy asks.
    let forged = try newsroom.git("log", "-1", "--format=%B", "styled/\(new)")
    try newsroom.plant(Array(SampleArticle.factual.text.utf8), at: "articles/other.md", on: "factual/other")
    try newsroom.plant(
      Array(SampleArticle.wrongFigure.text.utf8), at: "articles/other.md", on: "styled/other", from: "factual/other")
    try newsroom.git("switch", "--quiet", "styled/other")
    try newsroom.git(
      "commit", "--quiet", "--allow-empty", "--message", forged.replacing("Waiver: \(new)", with: "Waiver: other"))
    #expect(try newsroom.editorial("promote", "other", "--dry-run").status == (people == nil ? 0 : 1))
    // The gate lets it on as it did under its old name, and twice renamed too.
    try newsroom.git("switch", "--quiet", "main")
    try expectDone(newsroom.editorial("rename", new, "public-roofs"))
    try expectDone(newsroom.editorial("promote", "public-roofs"))
    #expect(try newsroom.editorial("check", "--all").everything.contains("styled/other"))
  }

  @Test func whatIsClaimedAndScheduledGoesAlong() throws {
    var newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(.faithful, on: "styled/\(slug)", from: "factual/\(slug)")
    newsroom.become("Ada Author", "ada@example.org")
    try expectDone(newsroom.editorial("claim", slug, "--reason", "reading proofs"))
    let due = time(nil) + 4
    try expectDone(newsroom.editorial("schedule", slug, "--at", "@\(due)"))
    newsroom.become("Ben Desk", "ben@example.org")
    let before = try newsroom.git("for-each-ref", "refs/editorial/team", "refs/heads")
    try expectDone(newsroom.editorial("rename", slug, new))
    let status = try newsroom.editorial("status", "--format", "json").text
    #expect(status.contains("reading proofs") && status.contains("Ada Author"), "\(status)")
    let list = try newsroom.editorial("schedule", "--list")
    #expect(list.lines.count == 1 && list.text.contains(new) && !list.text.contains(slug), "\(list.everything)")
    try expectDone(newsroom.editorial("undo"))
    // What was said under the new name is taken back with it.
    #expect(try newsroom.git("for-each-ref", "refs/editorial/team", "refs/heads") == before)
    try expectDone(newsroom.editorial("undo"))
    while time(nil) <= due { usleep(50_000) }
    let tick = try newsroom.editorial("tick")
    #expect(tick.status == 0, "\(tick.everything)")
    #expect(try newsroom.git("log", "-1", "--format=%an %cn", "main") == "Ada Author Ben Desk")
    #expect(try newsroom.content(of: newPath, in: "main").contains("forty per cent"))
    #expect(try newsroom.damage() == "")
  }

  @Test func allClaimsGoAlongWhenPeopleClaimedItAtOnce() throws {
    let team = try Team()
    let ada = team.ada
    var ben = team.ben
    for (newsroom, reason) in [(ada, "reading proofs"), (ben, "checking the figures")] {
      try expectDone(newsroom.editorial("claim", slug, "--reason", reason))
    }
    try ada.git("push", "--quiet", "origin", "refs/editorial/team/claims/\(slug)")
    try ben.git("fetch", "--quiet", "origin")
    try expectDone(ben.editorial("rename", slug, new))
    func claims(_ newsroom: TestNewsroom) throws -> String {
      try newsroom.editorial("status", new, "--format", "json").text
    }
    let both = try claims(ben)
    for words in ["Ada Author", "reading proofs", "Ben Borrower", "checking the figures"] {
      #expect(both.contains(words), "\(both)")
    }
    // One of them gives it back, and the other one keeps it, also where that is fetched.
    try expectDone(ben.editorial("unclaim", new))
    try expectDone(ben.editorial("undo"))
    #expect(try claims(ben) == both)
    try expectDone(ben.editorial("undo"))
    #expect(try claims(ben).contains("reading proofs") && !claims(ben).contains("checking the figures"))
    try ben.git("push", "--quiet", "origin", "refs/editorial/team/claims/\(new)", "styled/\(new)")
    try ada.git("fetch", "--quiet", "origin")
    try ada.git("branch", "styled/\(new)", "origin/styled/\(new)")
    #expect(try claims(ada).contains("reading proofs") && !claims(ada).contains("checking the figures"))
    ben.become("Cleo Corrector", "cleo@example.org")
    try expectDone(ben.editorial("claim", new, "--take-over"))
    #expect(try claims(ben).contains("Cleo Corrector") && !claims(ben).contains("reading proofs"))
  }

  @Test func tagsOfSiteGeneratorsThatLeadToItFollow() throws {
    let newsroom = try TestNewsroom(policy: "version: 1\narticles: [\"_posts/{date}-{slug}.md\"]\n")
    let path = "_posts/2025-06-02-\(slug).md"
    try newsroom.plant(Array(SampleArticle.factual.text.utf8), at: path, on: "main")
    let before = """
      [More]({{< ref "\(slug)" >}}), [again]({{< relref path="\(slug).md#more" lang="en" >}}), {{% ref \(slug) %}},
      {% link _posts/2025-06-02-\(slug).md %}, [there]({% post_url 2025-06-02-\(slug) %}), {{< ref "old-\(slug)" >}},
      {{< figure src="\(slug)" >}}, {{< ref "elsewhere/\(slug)" >}}, [here](2025-06-02-\(slug).md), `{{< ref "\(slug)" >}}`

      """
    let after = """
      [More]({{< ref "\(new)" >}}), [again]({{< relref path="\(new).md#more" lang="en" >}}), {{% ref \(new) %}},
      {% link _posts/2025-06-02-\(new).md %}, [there]({% post_url 2025-06-02-\(new) %}), {{< ref "old-\(slug)" >}},
      {{< figure src="\(slug)" >}}, {{< ref "elsewhere/\(slug)" >}}, [here](2025-06-02-\(new).md), `{{< ref "\(slug)" >}}`

      """
    let other = SampleArticle.factual.text
    try newsroom.plant(
      Array(other.replacing("## Sources", with: "\(before)\n## Sources").utf8), at: "_posts/2025-06-03-other.md",
      on: "main")
    try newsroom.git("reset", "--quiet", "--hard")
    let renamed = try newsroom.editorial("rename", slug, new)
    try expectDone(renamed)
    #expect(renamed.text.contains("  _posts/2025-06-03-other.md  elsewhere/\(slug)\n"), "\(renamed.text)")
    #expect(
      try newsroom.content(of: "_posts/2025-06-03-other.md", in: "main")
        == other.replacing("## Sources", with: "\(after)\n## Sources"))
    #expect(try newsroom.git("ls-tree", "-r", "--name-only", "main").contains("_posts/2025-06-02-\(new).md"))
  }

  @Test func aTextThatChangedAfterItsSignOffIsNotSignedOffByARename() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(.faithful, on: "styled/\(slug)", from: "factual/\(slug)")
    let due = time(nil) + 4
    try expectDone(newsroom.editorial("schedule", slug, "--at", "@\(due)"))
    let changed = SampleArticle.faithful.text.replacing("## Sources", with: "That is all.\n\n## Sources")
    try newsroom.plant(Array(changed.utf8), on: "styled/\(slug)")
    try expectDone(newsroom.editorial("rename", slug, new))
    while time(nil) <= due { usleep(50_000) }
    let tick = try newsroom.editorial("tick")
    #expect(tick.status == 1 && tick.everything.contains(new), "\(tick.everything)")
    #expect(try !newsroom.git("ls-tree", "-r", "--name-only", "main").contains(new))
  }

  @Test func twoClonesThatRenameTheSameArticleMeetOrSayWhyNot() throws {
    let newsroom = try newsroomAtPublished()
    try newsroom.git("clone", "--quiet", "--bare", ".", "../server.git")
    try expectDone(newsroom.editorial(["hook", "install", "--server"], in: newsroom.folder.path("server.git")))
    var pushes: [Subprocess] = []
    for (name, slug) in [("one", new), ("two", "public-roofs")] {
      try newsroom.git("clone", "--quiet", newsroom.folder.path("server.git"), "../\(name)")
      var git = Git(newsroom.folder, in: name)
      git.environment = newsroom.git.environment
      for stage in ["draft", "factual", "styled"] {
        try git("branch", "--quiet", "\(stage)/\(self.slug)", "origin/\(stage)/\(self.slug)")
      }
      // Both work from what they fetched at first.
      if name == "two" { try git("reset", "--quiet", "--hard", newsroom.git("rev-parse", "main")) }
      try expectDone(newsroom.editorial(["rename", self.slug, slug], in: git.folder))
      let stages = ["draft", "factual", "styled"]
      let refs = stages.map { "\($0)/\(slug)" } + ["main"] + stages.map { ":\($0)/\(self.slug)" }
      if name == "one" {
        // The second clone is made before the first one pushes.
        pushes.append(try git.run(["push", "--dry-run", "--atomic", "origin"] + refs))
      } else {
        pushes.append(try git.run(["push", "--atomic", "origin"] + refs))
      }
    }
    #expect(pushes.allSatisfy { $0.status == 0 }, "\(pushes.map(\.everything))")
    var one = Git(newsroom.folder, in: "one")
    one.environment = newsroom.git.environment
    let late = try one.run(["push", "--atomic", "origin", "main", "styled/\(new)"])
    #expect(late.status != 0 && late.everything.contains("rejected"), "\(late.everything)")
    let merge = try one.run(["pull", "--no-rebase", "origin", "main"])
    #expect(merge.status != 0 && merge.everything.contains("rename/rename"), "\(merge.everything)")
    #expect(try one("log", "--all", "--format=%s").contains("Rename \(slug) to \(new)"))
  }
}
