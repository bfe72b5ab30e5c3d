import Testing

@testable import Gatekeeping

struct SlugTests {
  @Test(arguments: ["ia-pme", "2025-07-31", "été", "Ia_PME", "a.b", "a@b", "日本語", String(repeating: "a", count: 200)])
  func ordinaryNamesAreSlugs(_ name: String) throws {
    #expect(try Slug(name).name == name)
  }

  @Test(arguments: [
    "", ".", "..", "a..b", "../a", "a/b", "/a", "a/", ".a", "a.", "-0.25", "a.lock", "a.LOCK", "a b", "a\u{A0}b",
    "a\nb",
    "a\u{0}b", "a\u{7F}", "a~1", "a^", "a:b", "a?", "a*", "a[b", "a\\b", "a@{1}", "@", "{slug}", "a\u{200B}b",
    "a\u{202E}b",
    "a\u{FE0F}", "a\u{FFFD}", "e\u{301}te", "\u{212B}", String(repeating: "a", count: 201),
  ])
  func unsafeNamesAreRefused(_ name: String) {
    #expect(throws: Slug.Invalid.self) { try Slug(name) }
  }

  @Test func slugsAreComparedByBytes() throws {
    #expect(try Slug("a") != Slug("A"))
    #expect(try Slug("a").caseFolded == Slug("A").caseFolded)
    #expect(try Slug("a") < Slug("é"))
  }
}
