import TestSupport
import Testing

/// Which files `editorial rename` moves, and which links it leads to where they are.
@Suite struct RenamedFilesTests {
  /// A repository whose published branch has these files. What is called `.md` is an article that says the words.
  private func newsroom(_ patterns: [String] = [], _ files: [(path: String, words: String)]) throws -> TestNewsroom {
    let articles = patterns.isEmpty ? "" : "articles: [\(patterns.map { "\"\($0)\"" }.joined(separator: ", "))]\n"
    let newsroom = try TestNewsroom(policy: "version: 1\n" + articles)
    for (path, words) in files {
      try newsroom.plant(Array((path.hasSuffix(".md") ? article(words) : words).utf8), at: path, on: "main")
    }
    try newsroom.git("reset", "--quiet", "--hard", "main")
    return newsroom
  }

  private func article(_ words: String) -> String {
    SampleArticle.factual.text.replacing("## Sources", with: "\(words)\n\n## Sources")
  }

  private func rename(
    _ newsroom: TestNewsroom, _ old: String, _ new: String, at: SourceLocation = #_sourceLocation
  ) throws -> Subprocess {
    let result = try newsroom.editorial("rename", old, new)
    try #require(result.status == 0, "\(result.everything)", sourceLocation: at)
    #expect(try newsroom.changes() == "" && newsroom.damage() == "", sourceLocation: at)
    return result
  }

  private func files(_ newsroom: TestNewsroom, below folder: String) throws -> [String] {
    try newsroom.git("ls-tree", "-r", "--name-only", "main", folder).split(separator: "\n").map(String.init)
  }

  private func expect(
    _ newsroom: TestNewsroom, _ path: String, says words: String, at: SourceLocation = #_sourceLocation
  ) throws {
    let text = try newsroom.content(of: path, in: "main")
    #expect(text == article(words), sourceLocation: at)
  }

  // MARK: Files

  @Test func folderOfArticlesIsNoArticlesOwn() throws {
    let newsroom = try newsroom(
      [],
      [
        ("articles/articles.md", "Of articles."), ("articles/sun.md", "![Sun](sun.png)"), ("articles/sun.png", "1"),
        ("articles/articles.png", "2"),
      ])
    _ = try rename(newsroom, "articles", "pages")
    #expect(
      try files(newsroom, below: "articles/")
        == ["articles/pages.md", "articles/pages.png", "articles/sun.md", "articles/sun.png"])
    #expect(try newsroom.editorial("status").text.contains("pages"))
  }

  @Test func pictureOfAnArticleInASectionStaysWhenTheSectionsPageIsRenamed() throws {
    let newsroom = try newsroom(
      ["content/{slug}.md", "content/energy/{slug}.md"],
      [
        ("content/energy.md", "[Solar](energy/solar.md)"),
        ("content/energy/solar.md", "![Plan](plan.png) [Up](../energy.md)"),
        ("content/energy/plan.png", "1"),
      ])
    _ = try rename(newsroom, "energy", "power")
    #expect(
      try files(newsroom, below: "content/") == [
        "content/energy/plan.png", "content/energy/solar.md", "content/power.md",
      ])
    try expect(newsroom, "content/power.md", says: "[Solar](energy/solar.md)")
    try expect(newsroom, "content/energy/solar.md", says: "![Plan](plan.png) [Up](../power.md)")
  }

  /// Nothing but the articles themselves says whose the files in such a folder are.
  @Test func bundleThatHoldsOtherArticlesLeavesThemTheirFiles() throws {
    let newsroom = try newsroom(
      ["content/**/{slug}/index.md", "content/**/{slug}.md"],
      [
        ("content/energy/index.md", "![Plan](plan.png) [Solar](solar/) [Wind](wind.md#now) [Home](/)"),
        ("content/energy/plan.png", "1"), ("content/energy/shared.png", "2"),
        ("content/energy/solar/index.md", "![Roof](roof.png) [Up](../index.md)"),
        ("content/energy/solar/roof.png", "3"),
        ("content/energy/wind.md", "![Shared](shared.png) ![Plan](./plan.png) [Up](index.md) [Solar](solar/)"),
      ])
    _ = try rename(newsroom, "energy", "power")
    #expect(
      try files(newsroom, below: "content/") == [
        "content/energy/shared.png", "content/energy/solar/index.md", "content/energy/solar/roof.png",
        "content/energy/wind.md", "content/power/index.md", "content/power/plan.png",
      ])
    try expect(
      newsroom, "content/power/index.md",
      says: "![Plan](plan.png) [Solar](../energy/solar/) [Wind](../energy/wind.md#now) [Home](/)")
    try expect(newsroom, "content/energy/solar/index.md", says: "![Roof](roof.png) [Up](../../power/index.md)")
    try expect(
      newsroom, "content/energy/wind.md",
      says: "![Shared](shared.png) ![Plan](../power/plan.png) [Up](../power/index.md) [Solar](solar/)")
  }

  @Test func picturesInAFolderWithADateBelongToItsArticle() throws {
    let pattern = "content/posts/{date}-{slug}/index.md"
    let folder = "content/posts/2024-03-01-solar"
    let newsroom = try newsroom(
      [pattern],
      [
        ("\(folder)/index.md", "![Roof](img/roof.png)"), ("\(folder)/img/roof.png", "1"),
        (
          "content/posts/2024-03-02-wind/index.md",
          "[A](../2024-03-01-solar/index.md) [B](/posts/2024-03-01-solar/) [C](/posts/solar/) [D](/tags/solar/)"
        ),
      ])
    try #require(try newsroom.editorial("revise", "solar").status == 0)
    try newsroom.git("switch", "--quiet", "draft/solar")
    try newsroom.git.write("\(folder)/img/roof.png", "2")
    try newsroom.git("commit", "--quiet", "--all", "--message", "A better picture")
    try newsroom.git("switch", "--quiet", "main")
    let promoted = try newsroom.editorial("promote", "solar")
    #expect(promoted.status == 0, "\(promoted.everything)")

    let result = try rename(newsroom, "solar", "sun")
    let new = "content/posts/2024-03-01-sun"
    #expect(try files(newsroom, below: new) == ["\(new)/img/roof.png", "\(new)/index.md"])
    #expect(try files(newsroom, below: folder).isEmpty)
    #expect(try newsroom.content(of: "\(new)/img/roof.png", in: "factual/sun") == "2")
    try expect(
      newsroom, "content/posts/2024-03-02-wind/index.md",
      says: "[A](../2024-03-01-sun/index.md) [B](/posts/2024-03-01-sun/) [C](/posts/sun/) [D](/tags/solar/)")
    #expect(result.text.contains("/tags/solar/") && !result.text.contains("/posts/solar/"), "\(result.text)")
  }

  @Test func fileThatIsInTheWayIsNotWrittenOver() throws {
    let newsroom = try newsroom(
      [], [("articles/solar.md", "Of roofs."), ("images/solar/a.png", "1"), ("images/sun/a.png", "2")])
    let before = try newsroom.git("for-each-ref")
    let result = try newsroom.editorial("rename", "solar", "sun")
    #expect(result.status == 2 && result.errorText.contains("images/sun/a.png"), "\(result.everything)")
    #expect(result.errorText.contains("Choose another name"), "\(result.everything)")
    #expect(try newsroom.git("for-each-ref") == before)
  }

  /// As macOS writes them, and older programs.
  @Test func accentsThatStandApartFromTheirLettersDoNotKeepAPictureBehind() throws {
    let (composed, apart) = ("\u{E9}t\u{E9}", "e\u{301}te\u{301}")
    let newsroom = try newsroom(
      [], [("articles/\(composed).md", "Of roofs."), ("images/\(apart)/a.png", "1"), ("images/\(apart).jpg", "2")])
    _ = try rename(newsroom, composed, "summer")
    #expect(try files(newsroom, below: "images/") == ["images/summer.jpg", "images/summer/a.png"])
  }

  // MARK: Links

  @Test func dotsInANameAreNoEnding() throws {
    let links = { (one: String, other: String) in
      """
      [a](/posts/\(one)/) [b](/posts/\(other)/) [c](\(one).md) [d](/posts/\(other).html) [e](/posts/\(one).html),
      {{< ref "\(one)" >}}, {{< ref "\(one).md" >}}, {{< ref "\(one).fr.md" >}}, {{< ref "\(other)" >}}
      """
    }
    let newsroom = try newsroom(
      ["content/posts/{slug}.{lang}.md", "content/posts/{slug}.md"],
      [
        ("content/posts/v1.2.md", "Of roofs."), ("content/posts/v1.2.fr.md", "Of French roofs."),
        ("content/posts/wind.md", links("v1.2", "v1")),
      ])
    let result = try rename(newsroom, "v1.2", "v1.3")
    #expect(
      try files(newsroom, below: "content/posts/")
        == ["content/posts/v1.3.fr.md", "content/posts/v1.3.md", "content/posts/wind.md"])
    try expect(newsroom, "content/posts/wind.md", says: links("v1.3", "v1"))
    #expect(!result.text.contains("They were left"), "\(result.text)")

    // The shorter name is not a part of the longer one, either.
    try newsroom.plant(Array(article("Of the first.").utf8), at: "content/posts/v1.md", on: "main")
    try newsroom.git("reset", "--quiet", "--hard", "main")
    _ = try rename(newsroom, "v1", "first")
    try expect(newsroom, "content/posts/wind.md", says: links("v1.3", "first"))
  }

  @Test func onlyTheAddressOfALinkIsChanged() throws {
    let before = """
      <a href='solar.md'>solar.md</a> and [solar.md](solar.md "solar.md"), [c][s], [s], [![solar.md](solar.png)](solar.md),
      [d](<solar.md>), [e](./solar.md?solar.md#solar.md), [f](sol&#97;r.md), `solar.md`, [g](solar), [h](solar.html) solar.md,
      <img src="solar.png" alt="solar.png">, <a title="solar.md" href=solar.md>there</a>, a note[^1]

      [s]: solar.md "solar.md"
      [n]: solar.md#note

      [^1]: See [n] and [solar.md](solar.md).
      """
    let after = """
      <a href='sun.md'>solar.md</a> and [solar.md](sun.md "solar.md"), [c][s], [s], [![solar.md](sun.png)](sun.md),
      [d](<sun.md>), [e](./sun.md?solar.md#solar.md), [f](sol&#97;r.md), `solar.md`, [g](sun), [h](sun.html) solar.md,
      <img src="sun.png" alt="solar.png">, <a title="solar.md" href=sun.md>there</a>, a note[^1]

      [s]: sun.md "solar.md"
      [n]: sun.md#note

      [^1]: See [n] and [solar.md](sun.md).
      """
    let newsroom = try newsroom(
      [],
      [
        ("articles/solar.md", "[Me](solar.md#now) ![A](solar.png)"), ("articles/solar.png", "1"),
        ("articles/wind.md", before),
      ])
    _ = try rename(newsroom, "solar", "sun")
    try expect(newsroom, "articles/wind.md", says: after)
    try expect(newsroom, "articles/sun.md", says: "[Me](sun.md#now) ![A](sun.png)")
  }

  /// The parser hands out its own copy of an address with an ampersand or a backslash in it.
  @Test func addressesWithAQueryFollowAndThoseThatAreSpeltOtherwiseAreTold() throws {
    let links = { (name: String) in
      """
      [a](\(name).md?x=1&y=2) [see (solar.md?x=1&y=2)](\(name).md?x=1&y=2 "(solar.md?x=1&y=2)") [b](<\(name).md?x=1&y=2>),
      ![c]( \(name).png?x=1&y=2 ) [d](\(name).md?x=1&amp;y=2) <a href="\(name).md?x=1&y=2">e</a> [](\(name).md?&),
      <a href="\(name).md?x=1&amp;y=2">f</a> **[g](\(name)?x\\_y#z)**, [j], [k][j], [l], [m], [n], ![o], ![p][o]

      [j]: \(name).md?x=1&y=2
      [l]: <\(name).md?x=1&amp;y=2> "[q]: solar.md?x=1&y=2"
      [q]: solar.jpg?x=1&y=2

      - [m]: \(name)?x\\_y

      > [n]: ./\(name).md?x=1&y=2#z
      > [o]: \(name).png?x=1&y=2 'A & B'

          [j]: solar.md?x=1&y=2

      ```
      [l]: solar.md?x=1&y=2
      ```

      And this
      [m]: solar?x\\_y
      """
    }
    let left = """
      [h](sol\\_ar.md), [i](s&#111;l_ar.md) and [j][j]

      [j]: s&#111;l_ar.md?x=1&y=2
      """
    let newsroom = try newsroom(
      [],
      [
        ("articles/solar.md", "Of roofs."), ("articles/solar.png", "1"), ("articles/wind.md", links("solar")),
        ("articles/sol_ar.md", "Of more roofs."), ("articles/rain.md", left),
      ])
    let result = try rename(newsroom, "solar", "sun")
    try expect(newsroom, "articles/wind.md", says: links("sun"))
    #expect(!result.text.contains("They were left"), "\(result.text)")

    let told = try rename(newsroom, "sol_ar", "moon")
    try expect(newsroom, "articles/rain.md", says: left)
    #expect(told.text.contains("articles/rain.md  sol_ar.md\n"), "\(told.text)")
    #expect(told.text.contains("articles/rain.md  sol_ar.md?x=1&y=2\n"), "\(told.text)")
  }

  @Test func whatDoesNotMoveIsSpeltAsItWas() throws {
    let newsroom = try newsroom(
      ["content/**/{slug}/index.md", "content/**/{slug}.md"],
      [
        ("content/energy/index.md", "[Solar](sol%61r/) [Wind](w%69nd.md?%20#n%6Fw) ![Plan](pl%61n%2Epng)"),
        ("content/energy/plan.png", "1"), ("content/energy/shared.png", "2"),
        ("content/energy/solar/index.md", "[Up](../%69ndex%2Emd)"),
        (
          "content/energy/wind.md",
          "![Shared](sh%61red.png) ![Plan](./pl%61n%2Epng) [\u{C9}t\u{E9}](%C3%A9t%C3%A9%2Emd#%C3%A9) [Up](%69ndex.md)"
        ),
        ("content/energy/\u{E9}t\u{E9}.md", "Of roofs."),
      ])
    _ = try rename(newsroom, "energy", "power")
    try expect(
      newsroom, "content/power/index.md",
      says: "[Solar](../energy/sol%61r/) [Wind](../energy/w%69nd.md?%20#n%6Fw) ![Plan](pl%61n%2Epng)")
    try expect(newsroom, "content/energy/solar/index.md", says: "[Up](../../power/%69ndex%2Emd)")
    // A name is spelt anew from where it differs.
    _ = try rename(newsroom, "\u{E9}t\u{E9}", "\u{E8}re")
    try expect(
      newsroom, "content/energy/wind.md",
      says: """
        ![Shared](sh%61red.png) ![Plan](../power/pl%61n%2Epng) [\u{C9}t\u{E9}](\u{E8}re%2Emd#%C3%A9) \
        [Up](../power/%69ndex.md)
        """)
  }

  @Test func addressesThatOnlyLookLikeTheArticlesStayAndAreTold() throws {
    let before = """
      [a](/tags/solar/), [b](/solar/index.html), ![c](/images/solar/x.png), [d](https://solar.example.org/solar.md),
      [e](../pages/solar/), [f](../articles/solar.md), [g](/solar/), [h](other-solar.md)
      """
    let newsroom = try newsroom(
      [],
      [
        ("articles/solar.md", "Of roofs."), ("articles/wind.md", before), ("solar.md.txt", "1"),
        ("pages/solar/x.html", "2"),
      ])
    let result = try rename(newsroom, "solar", "sun")
    // In this layout, /solar/ can be the page of articles/solar.md, and nothing else is there that it could be.
    try expect(
      newsroom, "articles/wind.md",
      says: before.replacing("articles/solar.md", with: "articles/sun.md").replacing("(/solar/)", with: "(/sun/)")
        .replacing("../pages/solar/", with: "../pages/sun/"))
    for address in ["/tags/solar/", "/solar/index.html", "/images/solar/x.png"] {
      #expect(result.text.contains("articles/wind.md  \(address)\n"), "\(address): \(result.text)")
    }
    for address in ["https://", "other-solar", "../articles"] { #expect(!result.text.contains("  \(address)")) }
    try #require(try newsroom.editorial("undo").status == 0)
    let json = try newsroom.editorial("rename", "solar", "sun", "--dry-run", "--format", "json").text
    #expect(json.contains("\"address\": \"/tags/solar/\"") && json.contains("\"renamed\": false"), "\(json)")
  }
}
