import TestSupport
import Testing

/// Articles in the layouts of site generators go through the stages like any other.
@Suite struct SiteArticleTests {
  private let slug = SampleArticle.slug

  private func promoted(_ newsroom: TestNewsroom, _ stage: String) throws -> Subprocess {
    let result = try newsroom.editorial("promote", slug, "--to", stage)
    #expect(result.status == 0, "\(result.everything)")
    return result
  }

  @Test func aPostWhoseDateChangesMovesAndLeavesNothingBehind() throws {
    let newsroom = try TestNewsroom(
      policy: "version: 1\narticles: [\"_posts/{date}-{slug}.md\"]\nstamp: front-matter\n")
    let text = Array(SampleArticle.factual.text.utf8)
    try newsroom.plant(text, at: "_posts/2026-11-22-\(slug).md", on: "draft/\(slug)")
    for stage in ["factual", "styled", "published"] { _ = try promoted(newsroom, stage) }
    // The day is put off in the draft of a revision.
    #expect(try newsroom.editorial("revise", slug).status == 0)
    try newsroom.git("switch", "--quiet", "draft/\(slug)")
    try newsroom.git("mv", "_posts/2026-11-22-\(slug).md", "_posts/2026-12-01-\(slug).md")
    try newsroom.git("commit", "--quiet", "--message", "Put it off")
    for stage in ["factual", "styled", "published"] {
      _ = try promoted(newsroom, stage)
      let branch = stage == "published" ? "main" : "\(stage)/\(slug)"
      #expect(try newsroom.git("ls-tree", "-r", "--name-only", branch, "_posts") == "_posts/2026-12-01-\(slug).md")
    }
    #expect(try newsroom.content(of: "_posts/2026-12-01-\(slug).md", in: "main").contains("integrityScore: 100"))
    let log = try newsroom.editorial("log", slug)
    #expect(log.text.contains("Put it off"), "\(log.everything)")
  }

  @Test func componentsOfMDXPassThroughAndTheirFiguresAreNone() throws {
    let path = "src/content/blog/\(slug)/index.mdx"
    let newsroom = try TestNewsroom(policy: "version: 1\narticles: [\"src/content/blog/{slug}/index.mdx\"]\n")
    let head = "---\n\n"
    let place = try #require(SampleArticle.factual.text.ranges(of: head).first?.upperBound)
    func written(_ article: SampleArticle) throws -> String {
      var text = article.text
      let start = try #require(text.ranges(of: head).first?.upperBound)
      text.insert(
        contentsOf:
          "import Chart from \"../chart.astro\"\n\n<Chart\n  data={[17, 83]}\n  title=\"17% of what\"\n/>\n\n",
        at: start)
      return text
    }
    #expect(place > SampleArticle.factual.text.startIndex)
    try newsroom.plant(Array(try written(.factual).utf8), at: path, on: "draft/\(slug)")
    _ = try promoted(newsroom, "factual")
    try newsroom.plant(Array(try written(.wrongFigure).utf8), at: path, on: "styled/\(slug)", from: "factual/\(slug)")
    let refused = try newsroom.editorial("promote", slug, "--to", "published")
    let line = SampleArticle.wrongFigure.line(of: "14%") + 7
    #expect(refused.status == 1 && refused.text.contains("\(path):\(line):"), "\(refused.everything)")
    #expect(!refused.text.contains("17"), "\(refused.everything)")
    try newsroom.plant(Array(try written(.faithful).utf8), at: path, on: "styled/\(slug)")
    _ = try promoted(newsroom, "published")
    let published = try newsroom.content(of: path, in: "main")
    // A comment of HTML would keep MDX from being read, so the scores are in the front matter.
    #expect(!published.contains("<!--") && published.contains("integrityScore: 100"))
    let kept = published.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("Score: ") }
    #expect(kept.joined(separator: "\n") == (try written(.faithful)))
  }

  /// What a page would show is judged, whatever braces stand around it.
  @Test(arguments: [
    ("{{ ", " }}"), ("{# ", " #}"), ("{: ", "}"), ("{{< note \"", "\" >}}"), ("{% the ", " %}"), ("<Note />\n\n{", "}"),
  ])
  func aClaimInBracesIsNoLessUnsupported(opener: String, closer: String) throws {
    let newsroom = try TestNewsroom()
    let baseline = try newsroom.folder.write("baseline.md", SampleArticle.factual.text)
    let candidate = try newsroom.folder.write(
      "candidate.md", SampleArticle.faithful.text + "\n\(opener)In 2023 some 47% of the young had no work\(closer)\n")
    let result = try newsroom.editorial("score", candidate, "--against", baseline)
    #expect(result.status == 1 && result.text.contains("47"), "\(result.everything)")
  }
}
