import TestSupport
import Testing

/// Whatever the input: a clear finding or error, exit 1 or 2, in bounded time.
@Suite struct HostileInputTests {
  /// Seconds within which even a debug build must have answered.
  private static let limit = 60.0

  /// Bytes that no honest article has.
  enum Input: String, CaseIterable, Sendable {
    case empty, twentyMegabytes, nulBytes, invalidUTF8, aliasBomb, deepYAML, nestedLists, nestedQuotes, nestedLinks
    case manyFootnotes, oneLongLine, unclosedFrontMatter, unclosedHeader, manyFigures, onlyByteOrderMark

    var bytes: [UInt8] {
      switch self {
      case .empty: []
      case .twentyMegabytes: Self.repeated("Forty per cent of the roofs, or 40 %.\n\n", to: 20_000_000)
      case .nulBytes: Array("---\ntitle: a\0b\n---\n\n# A\0B\n\nIt is 4\00%.\n".utf8)
      case .invalidUTF8: Array("# Caf".utf8) + [0xE9, 0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80] + Array("\n\n40 %.\n".utf8)
      case .aliasBomb: Array("---\n\(Self.aliasLines)title: *i\n---\n\nIt is 40 %.\n".utf8)
      case .deepYAML: Array("---\ntitle: ".utf8) + Self.repeated("[", to: 10_000) + Array("\n---\n\nText.\n".utf8)
      case .nestedLists: Self.repeated("- ", to: 20_000) + Array("40 %\n".utf8)
      case .nestedQuotes: Self.repeated("> ", to: 20_000) + Array("40 %\n".utf8)
      case .nestedLinks: Self.repeated("[![](", to: 100_000)
      case .manyFootnotes: (0..<20_000).flatMap { Array("Text.[^\($0)]\n\n[^\($0)]: Note \($0)\n\n".utf8) }
      case .oneLongLine: Self.repeated("about 40 % of 1,200 roofs, ", to: 400_000)
      case .unclosedFrontMatter: Array("---\ntitle: \"A\n".utf8) + Self.repeated("key: value\n", to: 100_000)
      case .unclosedHeader: Array("<!--\nVersion : Factuel\n".utf8) + Self.repeated("Score : 1\n", to: 100_000)
      case .manyFigures: Self.repeated("They counted 12 roofs, then 13 roofs, then 14 roofs.\n\n", to: 200_000)
      case .onlyByteOrderMark: [0xEF, 0xBB, 0xBF]
      }
    }

    static let aliasLines =
      "a: &a [x,x,x,x,x,x,x,x,x]\n"
      + zip("abcdefgh", "bcdefghi").map {
        "\($1): &\($1) [*\($0),*\($0),*\($0),*\($0),*\($0),*\($0),*\($0),*\($0),*\($0)]\n"
      }
      .joined()

    private static func repeated(_ text: String, to length: Int) -> [UInt8] {
      let piece = Array(text.utf8)
      return Array(repeatElement(piece, count: max(1, length / piece.count)).joined())
    }
  }

  @Test(arguments: Input.allCases)
  func scoreAnswers(input: Input) throws {
    let newsroom = try TestNewsroom()
    let file = try newsroom.folder.write("hostile.md", input.bytes)
    let result = try newsroom.editorial(["score", file], timeout: Self.limit)
    try expectAnswer(result)
  }

  @Test(arguments: Input.allCases)
  func scoreAnswersWhenTheBaselineIsHostile(input: Input) throws {
    let newsroom = try TestNewsroom()
    let baseline = try newsroom.folder.write("hostile.md", input.bytes)
    let candidate = try newsroom.folder.write("candidate.md", SampleArticle.faithful.text)
    let result = try newsroom.editorial(["score", candidate, "--against", baseline], timeout: Self.limit)
    #expect(!result.timedOut, "no answer in time")
    #expect(result.status <= 2, "\(result.status): \(result.everything.prefix(2000))")
  }

  @Test(arguments: Input.allCases)
  func gateRefuses(input: Input) throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(input.bytes, on: "desk/hostile")
    try newsroom.installHooks()
    let before = try newsroom.tip("main")
    let result = try newsroom.git.run(["merge", "--ff-only", "desk/hostile"], timeout: Self.limit)
    #expect(!result.timedOut, "no answer in time")
    #expect(result.status != 0)
    #expect(result.everything.contains(SampleArticle.slug), "\(result.everything.prefix(2000))")
    #expect(try newsroom.tip("main") == before)
    try expectClean(newsroom, after: result)
  }

  @Test func terminalNeverGetsControlCharactersOfATitle() throws {
    let newsroom = try TestNewsroom()
    let title = "Roofs \u{1B}[2J\u{1B}]0;owned\u{7} \u{202E}desrever\u{202C} \u{2066}x\u{2069} \u{9B}31m"
    let text = SampleArticle.wrongFigure.text.replacing("# Solar roofs: what the town counted", with: "# \(title) 77%")
      .replacing("\"Solar roofs: what the town counted\"", with: "\"Roofs \\e[2J \\u202E 77%\"")
    let candidate = try newsroom.folder.write("candidate.md", text)
    let baseline = try newsroom.folder.write("baseline.md", SampleArticle.factual.text)
    try newsroom.plant(Array(text.utf8), on: "draft/\(SampleArticle.slug)")
    let commands = [
      ["score", candidate, "--against", baseline], ["score", candidate, "--against", baseline, "--color", "never"],
      ["diff", "main", "draft/\(SampleArticle.slug)"], ["status"], ["promote", SampleArticle.slug],
    ]
    for command in commands {
      let result = try newsroom.editorial(command + (command.contains("--color") ? [] : ["--color", "never"]))
      for scalar in result.everything.unicodeScalars {
        let isControl = scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
        let turnsText = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        #expect(!isControl && !turnsText, "\(command.first ?? "") writes U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  @Test func symbolicLinkInThePlaceOfAnArticleIsRefused() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(SampleArticle.slug)")
    try newsroom.plant(Array("../../../../etc/passwd".utf8), on: "desk/link", mode: "120000")
    try newsroom.installHooks()
    let result = try newsroom.git.run(["merge", "--ff-only", "desk/link"])
    #expect(result.status != 0)
    #expect(result.everything.lowercased().contains("link"), "\(result.everything)")
    #expect(!result.everything.contains("root:"), "the link was followed")
    try expectClean(newsroom, after: result)
  }

  @Test(arguments: ["..", "../escape", "a/../../b", "-rf", "a b", "a\nb", "con:aux", ".hidden", "name.lock", ""])
  func slugThatIsNoNameIsRefused(slug: String) throws {
    let newsroom = try TestNewsroom()
    let before = try newsroom.git("for-each-ref")
    let files = try newsroom.changes()
    let result = try newsroom.editorial("new", "--", slug)
    #expect([1, 2, 64].contains(result.status), "\(slug): \(result.status) \(result.everything)")
    #expect(!result.errorText.isEmpty)
    #expect(try newsroom.git("for-each-ref") == before)
    #expect(try newsroom.changes() == files)
  }

  @Test func articleWhoseSlugWouldBeTwoDotsIsRefused() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(Array(SampleArticle.faithful.text.utf8), at: "articles/...md", on: "desk/dots")
    try newsroom.installHooks()
    let result = try newsroom.git.run(["merge", "--ff-only", "desk/dots"])
    #expect(result.status != 0)
    #expect(result.everything.contains(".."))
    try expectClean(newsroom, after: result)
  }

  @Test(arguments: [
    "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\narticles: *c\n",
    "version: 1\narticles: [\"{slug}/../../{slug}.md\"]\n", "version: [", "\u{0}", "version: 99\n", "stage: []\n",
  ])
  func policyThatMakesNoSenseCannotBeJudgedBy(policy: String) throws {
    let newsroom = try TestNewsroom(policy: policy)
    let result = try newsroom.editorial(["check", "--all"], timeout: Self.limit)
    #expect(result.status == 2, "\(result.everything)")
    #expect(result.errorText.contains("editorial.yml"), "\(result.everything)")
  }

  private func expectAnswer(_ result: Subprocess, sourceLocation: SourceLocation = #_sourceLocation) throws {
    #expect(!result.timedOut, "no answer in time", sourceLocation: sourceLocation)
    #expect(
      result.status == 1 || result.status == 2, "\(result.status): \(result.everything.prefix(2000))",
      sourceLocation: sourceLocation)
    #expect(!result.everything.isEmpty, sourceLocation: sourceLocation)
  }
}
