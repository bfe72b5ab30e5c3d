import Scoring
import Testing

/// Anchors are checked against the article's own headings, however a generator spells them.
@Suite struct LinkBrokenTests {
  private func findings(_ text: String) -> [Finding] {
    Judging.scorecard(text).findings.filter { $0.rule == "link-broken" }
  }

  @Test(arguments: [
    "ce-que-coûte-l-été", "ce-que-cote-lt", "ce-que-coute-l-ete", "ce-que-co%C3%BBte-l%C3%A9t%C3%A9",
    "ce-que-coûte-lété-1",
    "Ce-que-coute-lete",
  ])
  func everySpellingOfAHeadingIsKnown(_ anchor: String) {
    #expect(findings("[Coût](#\(anchor))\n\n## Ce que coûte l’été\n\nTexte.\n").isEmpty)
  }

  @Test func anAnchorThatNoHeadingHasIsReportedWithTheNearest() throws {
    let text = "[Le coût](#ce-que-coute-hiver)\n\n## Ce que coûte l’hiver\n\nTexte.\n"
    let finding = try #require(findings("[Le coût](#ce-que-coutait-hiver)\n\n## Ce que coûte hiver\n").first)
    #expect(finding.severity == .warning && finding.remedy.contains("#ce-que-coute-hiver"), "\(finding)")
    #expect(findings(text).count == 1)
  }

  @Test func anAnchorOfTheArticlesOwnIsKnown() {
    let text = """
      [a](#the-costs) [b](#the-fares) [c](#the-trains) [d](#top) [e](#) [f](#fn:1) [g](#user-content-fn-1)

      ## Costs {#the-costs}

      <a id="the-fares"></a> <a name='the-trains'></a>
      """
    #expect(findings(text).isEmpty)
  }

  @Test func anAnchorOfOneWordMayBelongToThePage() throws {
    #expect(try #require(findings("[Write to us](#contact)\n\n## Costs\n").first).severity == .note)
  }

  @Test func aLinkWithoutAnAddressLeadsNowhere() throws {
    let finding = try #require(findings("Voilà [le rapport]() du comité.").first)
    #expect(finding.message.contains("no address"))
  }
}
