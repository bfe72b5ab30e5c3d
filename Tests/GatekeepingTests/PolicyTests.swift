import Testing

@testable import Gatekeeping

struct PolicyTests {
  @Test func pathsAreSorted() throws {
    let policy = Policy()
    #expect(try policy.kind(ofPath: "articles/a.md") == .article(Slug("a"), ArticlePattern.Captures(slug: "a")))
    #expect(policy.kind(ofPath: "editorial.yml") == .policy)
    #expect(policy.kind(ofPath: "README.md") == .other)
    guard case .invalidArticle = policy.kind(ofPath: "articles/...md") else {
      Issue.record("two dots are no slug")
      return
    }
  }

  @Test(arguments: [
    ("articles/a.md", true), ("articles/b.md", false), ("sources/a/x.md", true), ("sources/b/a.md", false),
    ("images/a/plot.png", true), ("images/a.jpg", true), ("images/ab.jpg", false), ("images/b.jpg", false),
    ("README.md", false), ("editorial.yml", false), ("a", true),
  ])
  func branchOwnsItsArticleItsDossierAndItsAssets(path: String, isOwn: Bool) throws {
    #expect(Policy().isOwn(path, of: try Slug("a")) == isOwn)
  }

  @Test func bundleFolderIsTheArticles() throws {
    var policy = Policy()
    policy.articles = [try ArticlePattern("content/{slug}/index.md")]
    #expect(policy.isOwn("content/a/img/x.png", of: try Slug("a")))
    #expect(!policy.isOwn("content/b/img/x.png", of: try Slug("a")))
  }

  @Test(arguments: [
    ("content/posts/{date}-{slug}/index.md", "content/posts/2024-03-01-a/photo.png", true),
    ("content/posts/{date}-{slug}/index.md", "content/posts/2024-03-01-a/img/deep/photo.png", true),
    ("content/posts/{date}-{slug}/index.md", "content/posts/2024-03-01-ab/photo.png", false),
    ("content/posts/{date}-{slug}/index.md", "content/posts/x-a/photo.png", false),
    ("content/**/{slug}.{lang}/index.md", "content/2024/03/a.fr/photo.png", true),
    ("{lang}/{slug}-article/text.md", "fr/a-article/photo.png", true),
    ("{lang}/{slug}-article/text.md", "fr/b-article/photo.png", false),
    ("content/{slug}.md", "content/2024-03-01-a/photo.png", false),
  ])
  func folderThatAPatternNamesAfterTheArticleIsItsOwn(pattern: String, path: String, isOwn: Bool) throws {
    var policy = Policy()
    policy.articles = [try ArticlePattern(pattern)]
    #expect(policy.isOwn(path, of: try Slug("a")) == isOwn)
  }

  @Test(arguments: [
    ("articles/a/b.png", true), ("a/sun.png", false), ("a/a.png", true), ("a/a/b.png", true), ("x/a/b.png", true),
    ("content/a/plan.png", false), ("content/a/a.png", true), ("content/b/a/plan.png", true),
    ("fr/a/plan.png", false), ("fr/b/a/plan.png", true), ("material/a/x.png", false), ("material/b/a/x.png", true),
  ])
  func folderThatAPatternNamesIsNoArticles(path: String, isOwn: Bool) throws {
    var policy = Policy()
    policy.articles = try ["a/{slug}.md", "content/a/{slug}.md", "{lang}/a/{slug}.md", "content/{slug}.md"]
      .map { try ArticlePattern($0) }
    policy.dossier = try ArticlePattern("material/a/{slug}/*.md")
    #expect(policy.isOwn(path, of: try Slug("a")) == isOwn)
  }

  @Test(arguments: [
    ("a/a.md", "a/new.md"), ("a/a.png", "a/new.png"), ("content/a.md", "content/new.md"),
    ("posts/2024-03-01-a/index.md", "posts/2024-03-01-new/index.md"),
    ("posts/2024-03-01-a/a.png", "posts/2024-03-01-new/new.png"),
    ("posts/2024-03-01-a/ba.png", "posts/2024-03-01-new/ba.png"),
    ("images/a/plot.png", "images/new/plot.png"), ("sources/a/report.md", "sources/new/report.md"),
    ("a/sun.png", nil), ("images/sun.png", nil), ("content/sun.md", nil),
  ])
  func fileOfAnArticleGoesWhereItsNewNamePutsIt(path: String, expected: String?) throws {
    var policy = Policy()
    policy.articles = try ["a/{slug}.md", "content/{slug}.md", "posts/{date}-{slug}/index.md"]
      .map { try ArticlePattern($0) }
    #expect(try policy.path(path, of: Slug("a"), renamed: Slug("new")) == expected)
  }

  @Test func nameThatAnotherPatternTakesForAnotherArticleIsNoPlace() throws {
    var policy = Policy()
    policy.articles = try ["posts/{date}-{slug}.md", "posts/{slug}.md"].map { try ArticlePattern($0) }
    #expect(try policy.path("posts/a.md", of: Slug("a"), renamed: Slug("2024-b")) == nil)
  }
}
