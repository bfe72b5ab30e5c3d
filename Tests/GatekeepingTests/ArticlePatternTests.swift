import Testing

@testable import Gatekeeping

struct ArticlePatternTests {
  @Test(
    arguments: [
      ("articles/{slug}.md", "articles/ia-pme.md", "ia-pme", nil, nil),
      ("articles/{slug}.md", "articles/a.md.md", "a.md", nil, nil),
      ("content/{slug}/index.md", "content/a/index.md", "a", nil, nil),
      ("_posts/{date}-{slug}.md", "_posts/2025-07-31-ia.md", "ia", "2025-07-31", nil),
      ("_posts/{date}-{slug}.md", "_posts/2025-ia.md", "ia", "2025", nil),
      ("{lang}/**/{slug}.md", "fr/2025/07/ia.md", "ia", nil, "fr"),
      ("{lang}/**/{slug}.md", "pt-BR/ia.md", "ia", nil, "pt-BR"),
      ("posts/*/{slug}.{lang}.md", "posts/x/a.b.en.md", "a.b", nil, "en"),
      ("{slug}.md", "a.md", "a", nil, nil),
    ] as [(String, String, String, String?, String?)])
  func pathGivesItsCaptures(pattern: String, path: String, slug: String, date: String?, language: String?) throws {
    let captures = try #require(try ArticlePattern(pattern).match(path))
    #expect(captures == ArticlePattern.Captures(slug: slug, date: date, language: language))
  }

  @Test(arguments: [
    ("articles/{slug}.md", "articles/a/b.md"), ("articles/{slug}.md", "articles/.md"),
    ("articles/{slug}.md", "x/articles/a.md"), ("articles/{slug}.md", "articles/a.mdx"),
    ("articles/{slug}.md", "Articles/a.md"), ("_posts/{date}-{slug}.md", "_posts/ia.md"),
    ("{lang}/{slug}.md", "french/a.md"),
  ])
  func otherPathsDoNotMatch(pattern: String, path: String) throws {
    #expect(try ArticlePattern(pattern).match(path) == nil)
  }

  @Test(arguments: [
    "", "articles/a.md", "{slug}/{slug}.md", "/articles/{slug}.md", "a//{slug}.md", "../{slug}.md", "{slug",
    "{name}/{slug}",
    "a\\{slug}", "articles/{slug}/",
  ])
  func otherTextsAreNoPattern(_ text: String) {
    #expect(throws: ArticlePattern.Invalid.self) { try ArticlePattern(text) }
  }

  @Test func slugGivesThePath() throws {
    let slug = try Slug("ia")
    #expect(try ArticlePattern("content/**/{slug}/index.md").path(for: slug) == "content/ia/index.md")
    #expect(try ArticlePattern("p/{date}-{slug}.{lang}.md").path(for: slug) == nil)
    #expect(
      try ArticlePattern("p/{date}-{slug}.{lang}.md").path(for: slug, date: "2025-01-02", language: "fr")
        == "p/2025-01-02-ia.fr.md")
    #expect(try ArticlePattern("p/*/{slug}.md").path(for: slug) == nil)
  }

  @Test func literalFolderHoldsAllMatches() throws {
    #expect(try ArticlePattern("a/b/{slug}/c/d.md").literalFolder == "a/b")
    #expect(try ArticlePattern("{slug}.md").literalFolder == "")
  }

  @Test func hostilePathsTakeBoundedTime() throws {
    let pattern = try ArticlePattern("**/*a*a*a*a*{slug}*a*a*b/**/**/x.md")
    let path = Array(repeating: String(repeating: "a", count: 300), count: 100).joined(separator: "/") + "/x.md"
    let clock = ContinuousClock()
    let time = clock.measure { #expect(pattern.match(path) == nil) }
    #expect(time < .seconds(5))
  }

  @Test func pathThatNoFileSystemHoldsIsAnArticleWithoutAValidSlug() throws {
    let path = "articles/" + String(repeating: "a", count: 5000) + ".md"
    let captures = try #require(try ArticlePattern("articles/{slug}.md").match(path))
    #expect(throws: Slug.Invalid.self) { try Slug(captures.slug) }
  }
}
