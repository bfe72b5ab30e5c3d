import Manuscripts
import Testing

/// Which addresses of an article are looked up among the files, and which of them count as missing.
@Suite struct SiteFilesTests {
  /// The addresses that are missing, in the order of the text; in brackets those that a generator may yet make.
  private func missing(
    in markdown: String, at path: String = "articles/solar-roofs.md", among files: [String], closed: [String] = []
  ) throws -> [String] {
    let article = ArticleParser().article(from: Array(markdown.utf8))
    var site = SiteFiles(around: path) { place in
      if closed.contains(place) { return .closed }
      if files.contains(place) { return .file }
      return files.contains { $0.hasPrefix(place + "/") } ? .folder : nil
    }
    return try site.missing(among: article.localTargets).map {
      $0.isCertain ? $0.target.destination : "(\($0.target.destination))"
    }
  }

  @Test func imagesAreFoundBesideTheArticle() throws {
    let text = "![a](plan.png) ![b](./images/plan.png) ![c](../images/plan.png)"
    #expect(try missing(in: text, among: ["articles/plan.png", "articles/images/plan.png", "images/plan.png"]) == [])
    #expect(
      try missing(in: text, among: ["articles/solar-roofs.md"])
        == ["plan.png", "./images/plan.png", "../images/plan.png"])
  }

  @Test(arguments: ["public", "static", "website/static", "src", "assets"])
  func whatStartsAtTheSitesRootIsFoundWhereGeneratorsServeItFrom(_ folder: String) throws {
    let text = "![a](/images/plan.png) ![b](/images/other.png)"
    let found = try missing(in: text, at: "website/content/posts/roofs.md", among: ["\(folder)/images/plan.png"])
    #expect(found == ["/images/other.png"])
  }

  @Test func whatStartsAtTheSitesRootIsNotMissingWhereNoSuchFolderIsInTheTree() throws {
    let text = "![a](/uploads/plan.png), [b](/contact/), [c](/2019/11/20/logs.html), [d](/blog/other), [e](/)"
    #expect(try missing(in: text, among: ["articles/solar-roofs.md", "static/images/a.png"]) == [])
  }

  @Test func pagesAreFoundUnderAllTheirNames() throws {
    let files = ["articles/night-trains.md", "articles/bridges/index.md", "articles/ferries/_index.md", "about.md"]
    let text = """
      [a](night-trains.md) [b](night-trains) [c](night-trains/) [d](night-trains.html) [e](../night-trains/) \
      [f](bridges) [g](bridges/index.html) [h](ferries/) [i](../about) [j](<night-trains.md> "title") \
      [k](night-trains.md#the-fares) [l](night-trains?from=home)
      """
    #expect(try missing(in: text, among: files) == [])
  }

  @Test func aPageThatAGeneratorMayMakeIsNotSurelyMissing() throws {
    let text = "[a](trams) [b](trams/) [c](trams.html) [d](trams.md) [e](trams.pdf)"
    #expect(try missing(in: text, among: []) == ["(trams)", "(trams/)", "(trams.html)", "trams.md", "trams.pdf"])
  }

  @Test func addressesAreReadAsBrowsersReadThem() throws {
    let files = ["articles/images/Toits d’été.png", "articles/a(1).png"]
    let text = """
      ![a](images/Toits%20d%E2%80%99%C3%A9t%C3%A9.png) ![b](<images/Toits d’été.png>) ![c](a\\(1\\).png) \
      ![d](a(1).png?v=2) <img src="images/Toits d’été.png" alt="">
      """
    #expect(try missing(in: text, among: files) == [])
  }

  @Test func otherSitesAndUnfinishedAddressesAreLeftAlone() throws {
    let text = """
      ![a](https://a.org/x.png) [b](mailto:desk@a.org) [c](//a.org/x) [d](tel:+33123) ![e](data:image/png;base64,AA==) \
      [f]({{ref}}) ![g](@/images/x.png) ![h](~/x.png) [i](?page=2) <https://a.org> www.a.org ![j](${base}/x.png)

      `![k](no.png)`

          ![l](no.png)
      """
    #expect(try missing(in: text, among: []) == [])
  }

  @Test func whatLiesBehindALinkIsNotKnown() throws {
    let text = "![a](images/deep/plan.png) ![b](plan.png)"
    #expect(try missing(in: text, among: [], closed: ["articles/images"]) == ["plan.png"])
  }

  @Test func anAddressThatLeavesTheRootIsMissing() throws {
    #expect(try missing(in: "![a](../../../plan.png)", among: ["articles/solar-roofs.md"]) == ["../../../plan.png"])
    #expect(try missing(in: "![a](../../images/plan.png)", among: ["static/images/plan.png"]) == [])
  }

  @Test func onlyAPathInTheFrontMatterIsLookedUp() throws {
    func head(_ image: String) -> String { "---\ntitle: Roofs\nimage: \(image)\n---\n\nText.\n" }
    #expect(try missing(in: head("roofs.png"), among: ["static/roofs.jpg"]) == [])
    #expect(try missing(in: head("/images/roofs.png"), among: ["static/images/a.jpg"]) == ["/images/roofs.png"])
    #expect(try missing(in: head("./roofs.png"), among: ["articles/roofs.png"]) == [])
  }

  @Test func onlyWhatTheArticleNamesIsLookedUp() throws {
    let article = ArticleParser().article(from: Array("![a](images/plan.png) and [b](https://a.org)".utf8))
    var asked: [String] = []
    var site = SiteFiles(around: "articles/solar-roofs.md") { place in
      asked.append(place)
      return .file
    }
    #expect(try site.missing(among: article.localTargets).isEmpty)
    // Its folder first, so that nothing is looked for in one that is not there.
    #expect(asked == ["articles", "articles/images/plan.png"])
  }

  @Test func anEndlessListOfLinksIsLookedUpInPart() throws {
    let text = (0..<5_000).map { "![a](x\($0).png)" }.joined(separator: "\n")
    #expect(try missing(in: text, among: []).count == 500)
  }

  @Test func addressesThatAreNoTextAreLeftAlone() throws {
    #expect(try missing(in: "![a](%FF%FE.png) ![b](a%00b.png) ![c](%2)", among: []) == ["%2"])
  }
}
