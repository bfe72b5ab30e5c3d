import Testing

@testable import editorial_links

/// What a site asks programs to leave alone is left alone, however it writes that down.
@Suite struct RobotRulesTests {
  private func allows(_ path: String, _ text: String) -> Bool { RobotRules(text, agent: "editorial").allows(path) }

  @Test func ownGroupCountsAndElseThatForAll() {
    let text = """
      User-agent: other
      User-agent: Editorial   # this program
      Disallow: /for-us
      User-agent: *
      Disallow: /for-all
      """
    #expect(!allows("/for-us/page", text) && allows("/for-all/page", text))
    let common = "User-agent: a\nDisallow: /a\nUser-agent: b\nUser-agent: *\nDisallow: /b\n"
    #expect(allows("/a", common) && !allows("/b", common))
  }

  @Test(arguments: [
    ("/private/open", true), ("/private/opened", false), ("/file.pdf", false), ("/file.pdf?x", true),
    ("/a/x/b/y", false),
    ("/", true),
  ])
  func longestRuleDecides(path: String, isAllowed: Bool) {
    let text = "user-agent:*\ndisallow:/private\nallow:/private/open$\ndisallow:/*.pdf$\ndisallow:/a/*/b\ndisallow:\n"
    #expect(allows(path, text) == isAllowed)
  }

  /// A site may send anything: looked up in each other, these names would keep all other pages waiting.
  @Test func groupOfVeryManyProgramsIsReadToItsEnd() {
    let names = (0..<200_000).map { "user-agent: a\($0)\n" }.joined()
    #expect(!allows("/x", names + "user-agent: editorial\ndisallow: /x\n"))
  }
}
