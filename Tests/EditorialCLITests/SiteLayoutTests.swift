import Gatekeeping
import Testing

@testable import EditorialCLI

@Suite struct SiteLayoutTests {
  private func patterns(_ paths: String...) -> [String] { SiteLayout(paths: paths).patterns.map(\.text) }

  @Test func hugoSectionsAndBundlesAreFound() {
    let layout = SiteLayout(paths: [
      "hugo.toml", "content/_index.md", "content/posts/solar/index.md", "content/posts/wind/index.md",
      "content/notes/rain.fr.md", "content/notes/snow.fr.md", "README.md", "themes/x/content/a.md",
    ])
    #expect(layout.generator == .hugo)
    #expect(Set(layout.patterns.map(\.text)) == ["content/posts/{slug}/index.md", "content/notes/{slug}.{lang}.md"])
    #expect(layout.articleCount == 4)
  }

  @Test func jekyllPostsHaveTheirDate() {
    #expect(
      patterns("_config.yml", "_posts/2024-01-02-solar.md", "_posts/2024-02-02-wind.md", "_includes/x.md")
        == ["_posts/{date}-{slug}.md"])
  }

  @Test func astroCollectionsAreFound() {
    #expect(patterns("astro.config.mjs", "src/content/blog/solar.md") == ["src/content/blog/{slug}.md"])
  }

  @Test func yearFoldersStandForAllYears() {
    #expect(patterns("blog/2023/07/solar.md", "blog/2024/01/wind.md") == ["blog/*/*/{slug}.md"])
  }

  @Test func siteWithoutArticlesGetsItsGeneratorsUsualPlace() {
    #expect(patterns("_config.yml") == ["_posts/{date}-{slug}.md"])
    #expect(patterns(".eleventy.js", "README.md") == ["posts/{slug}.md"])
  }

  @Test func emptyRepositoryHasNoLayout() {
    let layout = SiteLayout(paths: [])
    #expect(layout.generator == nil && layout.patterns.isEmpty && layout.articleCount == 0)
  }

  @Test func strayFilesDoNotMakeAPattern() {
    let paths = (0..<40).map { "articles/a\($0).md" } + ["misc/one.md"]
    #expect(SiteLayout(paths: paths).patterns.map(\.text) == ["articles/{slug}.md"])
  }

  @Test func theFileThatToldAndTheNumberOfArticlesAreKnown() {
    let posts = (0..<300).map { "_posts/2024-01-02-solar-\($0).md" } + (0..<40).map { "blog/wind-\($0).md" }
    let layout = SiteLayout(paths: ["_config.yml"] + posts)
    #expect(layout.mark == "_config.yml" && layout.counts == [300, 40] && layout.articleCount == 340)
  }

  @Test func decapSaysWhereItsCollectionsLie() {
    let configuration = """
      backend: {name: git-gateway}
      collections:
        - name: "news" # the newsroom's
          folder: "content/news/"
          slug: "{{year}}-{{month}}-{{day}}-{{slug}}"
          fields: [{name: title}]
        - label: Pages
          name: pages
          folder: pages
          extension: json
        - name: blog
          folder: src/blog
          fields:
            - {label: Title, name: title}
      """
    let layout = SiteLayout(paths: ["static/admin/config.yml"]) { _ in configuration }
    #expect(layout.generator == .decap)
    #expect(layout.patterns.map(\.text) == ["content/news/{date}-{slug}.md", "src/blog/{slug}.md"])
    let filled = SiteLayout(paths: ["static/admin/config.yml", "src/blog/solar.md"]) { _ in configuration }
    #expect(filled.patterns.map(\.text) == ["src/blog/{slug}.md", "content/news/{date}-{slug}.md"])
  }

  @Test(
    arguments: [
      ("hugo.toml", "", "Hugo"), ("hugo.yaml", "", "Hugo"), ("config.toml", "baseURL = 'https://a.example/'", "Hugo"),
      ("config.toml", "base_url = 'https://a.example/'", nil), ("config/_default/hugo.toml", "", "Hugo"),
      ("archetypes/default.md", "", "Hugo"), ("_config.yml", "", "Jekyll"), ("astro.config.mjs", "", "Astro"),
      ("astro.config.ts", "", "Astro"), ("eleventy.config.js", "", "Eleventy"),
      ("package.json", #"{"dependencies": {"@11ty/eleventy": "^3"}}"#, "Eleventy"),
      ("package.json", #"{"dependencies": {"left-pad": "1"}}"#, nil),
    ] as [(String, String, String?)])
  func eachGeneratorIsKnownByItsFiles(file: String, text: String, expected: String?) {
    let root = SiteLayout(paths: [file]) { $0 == file ? text : nil }
    #expect(root.generator?.rawValue == expected && root.mark == expected.map { _ in file })
    let below = SiteLayout(paths: ["web/site/" + file]) { $0 == "web/site/" + file ? text : nil }
    #expect(below.generator?.rawValue == expected)
    if expected != nil { #expect(below.patterns.first?.text.hasPrefix("web/site/") == true, "\(below.patterns)") }
  }

  @Test func exampleSitesOfThemesAreNoSite() {
    #expect(SiteLayout(paths: ["themes/blue/hugo.toml", "node_modules/x/astro.config.mjs"]).generator == nil)
  }

  @Test func articlesInMDXAndBundlesByYearAreFound() {
    #expect(
      patterns("astro.config.mjs", "src/content/blog/solar/index.mdx", "src/content/blog/wind/index.mdx")
        == ["src/content/blog/{slug}/index.mdx"])
    #expect(
      patterns("hugo.toml", "content/posts/2023/solar/index.md", "content/posts/2024/wind/index.md")
        == ["content/posts/*/{slug}/index.md"])
  }
}
