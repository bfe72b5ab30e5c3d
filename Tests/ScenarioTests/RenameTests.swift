import TestSupport
import Testing

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
    #expect(taken.status == 2 && taken.errorText.contains("other"), "\(taken.everything)")
    try newsroom.git("switch", "--quiet", "styled/\(slug)")
    let standing = try newsroom.editorial("rename", slug, new)
    #expect(standing.status == 2 && standing.errorText.contains("checked out"), "\(standing.everything)")
    try newsroom.git("switch", "--quiet", "main")
    try newsroom.git.write(SampleArticle.path, "My notes.\n")
    let dirty = try newsroom.editorial("rename", slug, new)
    #expect(dirty.status == 2 && dirty.errorText.contains(SampleArticle.path), "\(dirty.everything)")
    #expect(try newsroom.editorial("rename", slug, "no slug").status == 64)
    #expect(try newsroom.git("for-each-ref") == before)
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
