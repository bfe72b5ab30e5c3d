import TestSupport
import Testing

/// Several articles go together or not at all.
@Suite struct ReleaseTests {
  private let slug = SampleArticle.slug
  private let other = "other-roofs"

  @Test func severalArticlesArePublishedTogether() throws {
    let newsroom = try newsroom()
    let start = try #require(try newsroom.tip("main"))
    let result = try newsroom.editorial("promote", slug, other)
    #expect(result.status == 0, "\(result.everything)")
    #expect(try newsroom.git("rev-list", "--count", "--first-parent", "\(start)..main") == "2")
    for name in [slug, other] {
      #expect(try newsroom.content(of: path(of: name), in: "main").contains("forty per cent"))
      #expect(result.text.contains("\(name) was promoted from styled to published"), "\(result.text)")
    }
    #expect(try newsroom.changes() == "", "the work tree of main follows")
    #expect(try newsroom.damage() == "")
    #expect(try newsroom.git("log", "-1", "--format=%(trailers:key=Editorial-Article,valueonly)", "main") == other)
  }

  @Test func oneRefusedArticleKeepsAllBack() throws {
    let newsroom = try newsroom(SampleArticle.wrongFigure)
    try plant(newsroom, "third-roofs", SampleArticle.withoutSources)
    let before = try newsroom.git("for-each-ref")
    for arguments in [["promote"], ["promote", "--dry-run"], ["release", "spring"]] {
      let result = try newsroom.editorial(arguments + [slug, other, "third-roofs"])
      #expect(result.status == 1, "\(result.everything)")
      for words in ["14%", SampleArticle.placeholder, "of 3 articles that go together, 2 refused"] {
        #expect(result.text.contains(words), "\(words) is not in\n\(result.text)")
      }
      #expect(try newsroom.git("for-each-ref") == before)
    }
    #expect(try newsroom.changes() == "")
  }

  @Test func articleThatCannotBeJudgedKeepsAllBackAndTheOthersAreJudged() throws {
    let newsroom = try newsroom(SampleArticle.wrongFigure)
    let before = try newsroom.git("for-each-ref")
    let result = try newsroom.editorial("promote", slug, other, "no-such-roofs")
    #expect(result.status == 2, "\(result.everything)")
    #expect(result.errorText.contains("no-such-roofs"))
    #expect(result.text.contains("14%"))
    #expect(try newsroom.git("for-each-ref") == before)
  }

  @Test func articlesOnBranchesOfTheirOwnMoveTogether() throws {
    let newsroom = try TestNewsroom()
    for name in [slug, other] {
      try newsroom.plant(Array(SampleArticle.factual.text.utf8), at: path(of: name), on: "draft/\(name)")
    }
    let bare = "draft/\(other)"
    try newsroom.plant(
      Array("# Roofs\n\nThe share is 12 %.\n".utf8), at: path(of: "bare-roofs"), on: "draft/bare-roofs")
    #expect(try newsroom.editorial("promote", slug, "bare-roofs").status == 1)
    #expect(try newsroom.tip("factual/\(slug)") == nil)
    let result = try newsroom.editorial("promote", slug, other)
    #expect(result.status == 0, "\(result.everything)")
    for name in [slug, other] { #expect(try newsroom.tip("factual/\(name)") != nil) }
    #expect(try newsroom.tip(bare) != nil)
  }

  @Test func articleMayLinkToOneThatIsPublishedWithIt() throws {
    let newsroom = try TestNewsroom()
    let link = "\n\nMore: [the other roofs](other-roofs.md).\n\n## Sources"
    for (name, text) in [
      (slug, SampleArticle.factual.text.replacing("\n\n## Sources", with: link)), (other, SampleArticle.factual.text),
    ] {
      try newsroom.plant(Array(text.utf8), at: path(of: name), on: "factual/\(name)")
      let restyled = text.replacing("One household in five has", with: "One in five households has")
      try newsroom.plant(Array(restyled.utf8), at: path(of: name), on: "styled/\(name)", from: "factual/\(name)")
    }
    try newsroom.git.commit("Hold links to files", ["editorial.yml": "version: 1\nrules:\n  link-broken: refuse\n"])
    #expect(try newsroom.editorial("promote", slug, "--dry-run").status == 1, "its link leads nowhere on main")
    let result = try newsroom.editorial("promote", slug, other)
    #expect(result.status == 0, "\(result.everything)")
  }

  @Test func releaseIsOneMergeWithATag() throws {
    let newsroom = try newsroom()
    let start = try #require(try newsroom.tip("main"))
    let trial = try newsroom.editorial("release", "spring-issue", slug, other, "--dry-run")
    #expect(trial.status == 0, "\(trial.everything)")
    #expect(try newsroom.tip("main") == start)

    let result = try newsroom.editorial("release", "spring-issue", slug, other)
    #expect(result.status == 0, "\(result.everything)")
    let parents = try newsroom.git("rev-list", "--parents", "-1", "main").split(separator: " ").dropFirst()
    #expect(
      try parents.map(String.init)
        == [start, newsroom.git("rev-parse", "styled/\(slug)"), newsroom.git("rev-parse", "styled/\(other)")])
    #expect(try newsroom.git("cat-file", "-t", "refs/tags/spring-issue") == "tag")
    #expect(try newsroom.git("rev-parse", "spring-issue^{commit}") == newsroom.tip("main"))
    let message = try newsroom.git("log", "-1", "--format=%(trailers:only)", "main")
    for line in ["Editorial-Article: \(slug)", "Editorial-Article: \(other)", "Editorial-Release: spring-issue"] {
      #expect(message.contains(line), "\(message)")
    }
    #expect(try newsroom.changes() == "")
    #expect(try newsroom.damage() == "")
    for name in [slug, other] {
      let log = try newsroom.editorial("log", name, "--format", "jsonl")
      #expect(log.lines.filter { $0.contains("promoted from styled to published") }.count == 1, "\(log.text)")
    }

    let again = try newsroom.editorial("release", "spring-issue", slug)
    #expect(again.status == 2)
    #expect(again.errorText.contains("spring-issue"))

    let undone = try newsroom.editorial("undo")
    #expect(undone.status == 0, "\(undone.everything)")
    #expect(try newsroom.tip("main") == start)
    #expect(try newsroom.git("tag") == "")
    #expect(try newsroom.changes() == "")
  }

  @Test(arguments: ["main", "with blank", "HEAD", "a..b", ""])
  func nameThatNoTagCanHaveIsRefused(name: String) throws {
    let newsroom = try newsroom()
    let before = try newsroom.git("for-each-ref")
    let result = try newsroom.editorial("release", name, slug)
    #expect(result.status == 2, "\(result.everything)")
    #expect(try newsroom.git("for-each-ref") == before)
  }

  @Test func releaseArrivesThroughTheGateOfAServer() throws {
    let newsroom = try newsroom()
    try newsroom.git("init", "--quiet", "--bare", "--initial-branch=main", "../server.git")
    try newsroom.git("remote", "add", "origin", "../server.git")
    try newsroom.git("push", "--quiet", "origin", "main", "factual/\(slug)", "factual/\(other)")
    let server = newsroom.folder.path("server.git")
    #expect(try newsroom.editorial(["hook", "install", "--server"], in: server).status == 0)
    #expect(try newsroom.editorial("release", "spring-issue", slug, other).status == 0)
    let push = try newsroom.git.run(["push", "--atomic", "origin", "main", "spring-issue"])
    #expect(push.status == 0, "\(push.everything)")
  }

  @Test func programsGetOneListOfSeveral() throws {
    let newsroom = try newsroom()
    let result = try newsroom.editorial("promote", slug, other, "--dry-run", "--format", "json")
    #expect(result.text.hasPrefix("["))
    let lines = try newsroom.editorial("promote", slug, other, "--format", "jsonl").lines
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.hasPrefix("{") })
  }

  private func path(of slug: String) -> String { "articles/\(slug).md" }

  private func plant(_ newsroom: TestNewsroom, _ slug: String, _ article: SampleArticle) throws {
    try newsroom.plant(Array(SampleArticle.factual.text.utf8), at: path(of: slug), on: "factual/\(slug)")
    try newsroom.plant(
      Array(article.text.utf8), at: path(of: slug), on: "styled/\(slug)", from: "factual/\(slug)")
  }

  /// Two articles at styled, the second one as `article`.
  private func newsroom(_ article: SampleArticle = .faithful) throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try plant(newsroom, slug, .faithful)
    try plant(newsroom, other, article)
    return newsroom
  }
}
