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
}
