import Gatekeeping
import Testing

@testable import BoardSite

/// The columns of the board when there is more in them than they show at once.
@Suite struct BoardColumnTests {
  @Test func wholeColumnIsThatOfTheFilter() throws {
    let stage = Stage(name: "draft", branch: try BranchPattern("draft/{slug}"))
    let cards = try (1...61).map { number in
      BoardCard(
        standing: Standing(
          slug: try Slug("roofs-\(number)"), path: "a.md", stage: stage, branch: "draft/roofs", scorecard: nil,
          verdict: nil, previousIntegrity: nil, isStale: false, ahead: [], author: "Ada", time: 0), title: "Roofs")
    }
    let pages = BoardPages(gate: BoardGuard(port: 1), state: "", now: 0)
    let wish = BoardPages.Wish(["need": "promotion", "q": "roofs"])
    let page = pages.columns(cards, stages: [stage], wish: wish, name: "desk")
    #expect(page.contains("?all=1&amp;q=roofs&amp;need=promotion"), "\(page)")
    #expect(page.contains("Show 1 more"))
  }
}
