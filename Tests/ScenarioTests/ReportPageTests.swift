import Testing
import TestSupport

/// `editorial report --html` writes a page that shows everything and obeys nothing.
@Suite struct ReportPageTests {
  private let slug = SampleArticle.slug

  /// An article that lost a figure on its way to styled.
  private func newsroom(_ styled: SampleArticle = .wrongFigure) throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(styled, on: "styled/\(slug)", from: "factual/\(slug)")
    return newsroom
  }

  private func page(of newsroom: TestNewsroom) throws -> String {
    let result = try newsroom.editorial("report", "--html", "-")
    #expect(result.status == 0, "\(result.everything)")
    return result.text
  }

  /// The names of elements in the order in which they open, after checking that each closes where it must.
  private func elements(of page: String) -> [String] {
    let void: Set<String> = ["meta", "link", "br", "img", "line", "polyline"]
    var open: [String] = []
    var names: [String] = []
    for part in page.split(separator: "<").dropFirst() {
      let tag = part.prefix { $0 != ">" }
      if tag.hasPrefix("!") { continue }
      let name = String(tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "/" })
      if tag.hasPrefix("/") {
        #expect(open.popLast() == name, "\(name) closes where it is not open")
      } else {
        names.append(name)
        if !void.contains(name) { open.append(name) }
      }
    }
    #expect(open.isEmpty, "\(open) stay open")
    return names
  }

  @Test func wordsOfAFindingAreMarkedOnBothSidesAndLinked() throws {
    let page = try page(of: newsroom())
    let names = elements(of: page)
    #expect(names.filter { $0 == "mark" }.count >= 4, "in the findings and in both texts")
    #expect(page.contains("<a href=\"#article-\(slug)-old-0\" title=\"finding 1: the other side\">14%</a></mark>"))
    #expect(page.contains("<a href=\"#article-\(slug)-new-0\" title=\"finding 1: the other side\">40%</a></mark>"))
    for id in ["old-0", "new-0"] { #expect(page.contains("id=\"article-\(slug)-\(id)\"")) }
    #expect(page.contains("refused"))
  }

  @Test func hostileWordsStayWords() throws {
    let newsroom = try TestNewsroom()
    let text = SampleArticle.factual.text
      .replacing("Larkfield Energy Office – Report", with: "<script>alert(1)</script> \u{202E}Office")
      .replacing("https://www.larkfield-energy.org/reports/roofs", with: "javascript:alert(1)")
      .replacing("# Solar roofs", with: "# </title><img src=x onerror=alert(1)> \u{1B}[31mroofs")
    try newsroom.plant(Array(text.utf8), on: "factual/\(slug)")
    try newsroom.plant(
      Array(text.replacing("40%", with: "14%").utf8), on: "styled/\(slug)", from: "factual/\(slug)")
    let page = try page(of: newsroom)
    let names = Set(elements(of: page))
    #expect(names.isDisjoint(with: ["script", "img", "iframe", "object"]), "\(names)")
    #expect(!page.contains("href=\"javascript"))
    #expect(page.contains("&lt;script&gt;"))
    #expect(!page.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{1B}" })
    #expect(page.contains("default-src 'none'"))
  }

  @Test func emptyNewsroomHasAPageToo() throws {
    let newsroom = try TestNewsroom()
    let page = try page(of: newsroom)
    _ = elements(of: page)
    #expect(page.contains("No articles yet"))
  }

  @Test func pageReplacesAnOlderOne() throws {
    let newsroom = try newsroom(.faithful)
    let file = newsroom.folder.path("board.html")
    for _ in 0..<2 {
      let result = try newsroom.editorial("report", "--html", file)
      #expect(result.status == 0, "\(result.everything)")
      #expect(result.errorText.contains("board.html"))
    }
    let missing = try newsroom.editorial("report", "--html", newsroom.folder.path("no/such/board.html"))
    #expect(missing.status == 2)
    #expect(missing.errorText.contains("could not"), "\(missing.everything)")
  }
}
