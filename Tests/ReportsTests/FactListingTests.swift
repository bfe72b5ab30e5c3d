import Facts
import Manuscripts
import Testing

@testable import Reports

/// Texts as `git diff` compares them.
@Suite struct FactListingTests {
  private func listing(_ text: String) -> [String] {
    let article = ArticleParser().article(from: Array(text.utf8))
    return FactListing(of: FactSheet(of: article)).text.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  @Test func sentencesAreLinesAndFactsAreMarked() {
    let lines = listing("Traffic fell by 12% in\n2024. **Nobody** expected\nthat, said the city.\n")
    #expect(
      lines == [
        "Traffic fell by ⟦12%⟧ in ⟦2024⟧.", "**Nobody** expected that, said the city.", "", FactListing.title,
        "  date 2024", "  figure 12 %", "",
      ])
  }

  @Test func whatIsSaidInOtherWordsIsTheSameLine() {
    let list = { (text: String) in self.listing(text).drop { $0 != FactListing.title } }
    let first = list("Le trafic a baissé de 12,5 % le 3 mai 2024, pour 1,2 million d'euros.\n")
    let second = list("Pour 1 200 000 €, le trafic du 03/05/2024 a baissé de 12.5%.\n")
    #expect(first == second)
    #expect(first.contains("  figure 12.5 %"))
    #expect(first.contains("  figure 1200000 EUR"))
    #expect(first.contains("  date 2024-05-03"))
  }

  @Test func everyByteOfATextWithoutProseStaysWhereItIs() {
    let text = "---\ntitle: A 5%\n---\n\n```\ncode 12%\n  more\n```\n\n> quoted 13\n> lines\n\n- item\n  goes on\n"
    let lines = listing(text)
    #expect(lines.contains("title: A 5%"))
    #expect(lines.contains("  more"))
    #expect(lines.contains("> lines⟧"))
  }

  @Test(arguments: ["", "\n", "---\n", "⟦⟧", "a\r\nb. c\r\n", "1. \n2. \n", "| a |\n|---|\n| 5% |\n"])
  func anyTextHasAListing(text: String) {
    let lines = listing(text)
    #expect(lines.contains(FactListing.title))
  }
}
