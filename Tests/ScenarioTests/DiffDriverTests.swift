import TestSupport
import Testing

/// `git diff`, `git log -p` and `git show` in a repository where articles are compared by their facts.
@Suite struct DiffDriverTests {
  private static let path = SampleArticle.path

  /// A newsroom whose article was restyled in its last commit, and got a wrong figure.
  private func newsroom() throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "draft/\(SampleArticle.slug)")
    try newsroom.plant(.wrongFigure, on: "draft/\(SampleArticle.slug)")
    return newsroom
  }

  private func changes(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init).filter { $0.hasPrefix("-  ") || $0.hasPrefix("+  ") }
  }

  @Test func everyCommandOfGitShowsWhatBecameOfTheFacts() throws {
    let newsroom = try newsroom()
    let branch = "draft/\(SampleArticle.slug)"
    let install = try newsroom.editorial("hook", "install", "--diff-driver")
    #expect(install.status == 0, "\(install.everything)")
    let expected = ["-  figure 40 %", "+  figure 14 %"].sorted()
    for command in [
      ["diff", "\(branch)~1", branch], ["log", "-p", "-1", branch], ["show", branch],
      ["diff", "\(branch)~1", branch, "--", Self.path],
    ] {
      let shown = try newsroom.git.run(command)
      #expect(shown.status == 0, "\(shown.everything)")
      #expect(changes(shown.text).sorted() == expected, "\(command): \(shown.text)")
    }
    // Every line of the text is there for a patch.
    let plain = try newsroom.git.run(["diff", "--no-textconv", "\(branch)~1", branch])
    #expect(!plain.text.contains("⟦"))
    // What is no article is compared as ever.
    try newsroom.git.write("README.md", "The texts of our newsroom cover 12% of all.\n")
    #expect(try newsroom.git.run(["diff"]).text.contains("+The texts of our newsroom cover 12% of all.\n"))
  }

  @Test func gitGoesOnWithoutTheProgramAndWithBytesThatAreNoText() throws {
    var newsroom = try newsroom()
    try newsroom.plant([0xFF, 0x00, 0x0A], on: "draft/\(SampleArticle.slug)")
    #expect(try newsroom.editorial("hook", "install", "--diff-driver").status == 0)
    #expect(try newsroom.git.run(["show", "draft/\(SampleArticle.slug)"]).status == 0)

    try newsroom.git("config", "diff.editorial.textconv", try command(of: newsroom, program: "/nowhere/editorial"))
    newsroom.git.environment["PATH"] = "/usr/bin:/bin"
    let shown = try newsroom.git.run(["show", "draft/\(SampleArticle.slug)~1"])
    #expect(shown.status == 0, "\(shown.everything)")
    #expect(shown.text.contains("Solar panels now cover 14%"))
  }

  private func command(of newsroom: TestNewsroom, program: String) throws -> String {
    let command = try newsroom.git("config", "diff.editorial.textconv")
    #expect(command.contains(newsroom.program))
    return command.replacing(newsroom.program, with: program)
  }

  @Test(arguments: [nil, "*.png binary\n", "*.png binary", "\n\n"])
  func uninstallLeavesAttributesAndSettingsAsTheyWere(attributes: String?) throws {
    let newsroom = try newsroom()
    let folder = newsroom.git.folder
    let files = [
      "sh", "-c", "rm -f .git/info/attributes; [ $# -eq 0 ] || printf %s \"$1\" >.git/info/attributes", "sh",
    ]
    _ = try Subprocess.run(
      files + (attributes.map { [$0] } ?? []), in: folder, environment: newsroom.git.environment)
    let look = { () throws -> String in
      try Subprocess.run(
        ["sh", "-c", "cat .git/config; echo; ls .git/info; cat .git/info/attributes 2>/dev/null; ls .git"], in: folder,
        environment: newsroom.git.environment
      ).text
    }
    let before = try look()
    #expect(try newsroom.editorial("hook", "install", "--diff-driver").status == 0)
    let once = try look()
    #expect(once != before)
    #expect(try newsroom.git("check-attr", "diff", Self.path).hasSuffix("diff: editorial"))
    if attributes?.hasPrefix("*.png") == true {
      #expect(try newsroom.git("check-attr", "diff", "a.png").hasSuffix("diff: unset"))
    }
    #expect(try newsroom.editorial("hook", "install", "--diff-driver").status == 0)
    #expect(try look() == once)
    #expect(try newsroom.editorial("hook", "uninstall").status == 0)
    #expect(try look() == before)
  }

  @Test func thePatternsOfThePolicySayWhichFilesAreArticles() throws {
    let newsroom = try TestNewsroom(
      policy: "version: 1\narticles: [\"posts/{date}-{slug}.{lang}.md\", \"pages/**/{slug}/index.md\"]\n")
    #expect(try newsroom.editorial("hook", "install", "--diff-driver").status == 0)
    for path in ["posts/2025-01-02-roofs.en.md", "pages/a/b/roofs/index.md"] {
      #expect(try newsroom.git("check-attr", "diff", path).hasSuffix("diff: editorial"), "\(path)")
    }
    for path in ["posts/deeper/2025-01-02-roofs.en.md", "other/roofs.md"] {
      #expect(try newsroom.git("check-attr", "diff", path).hasSuffix("diff: unspecified"), "\(path)")
    }
  }

  @Test func aWordDiffMarksFactsInTheProse() throws {
    let newsroom = try TestNewsroom()
    let checked = try newsroom.folder.write("checked.md", SampleArticle.factual.text)
    let text = SampleArticle.wrongFigure.text.replacing("What did they cost? 2.4 million pounds. ", with: "")
      .replacing("Look up when", with: "730 engineers agree. Look up when")
    let restyled = try newsroom.folder.write("restyled.md", text)
    let shown = try newsroom.editorial("diff", checked, restyled, "--word-diff")
    #expect(shown.status == 1, "\(shown.everything)")
    #expect(shown.text.contains("now cover [-40%-]{+14%+}"), "\(shown.text)")
    #expect(shown.text.contains("{+730+} engineers") || shown.text.contains("{+730 engineers+}"), "\(shown.text)")
    #expect(shown.text.contains("[-£2.4 million-]"), "\(shown.text)")
    #expect(!shown.text.contains("12 May"))
    let markdown = try newsroom.editorial("diff", checked, restyled, "--word-diff", "--format", "markdown")
    #expect(markdown.text.contains("<del>40%</del><ins>**14%**</ins>"), "\(markdown.text)")
    let json = try newsroom.editorial("diff", checked, restyled, "--word-diff", "--format", "json")
    #expect(json.status == 1 && json.text.contains("\"words\": \"14%\""), "\(json.everything)")
    #expect(try newsroom.editorial("diff", checked, restyled, "--word-diff", "--oneline").status == 64)
    let same = try newsroom.editorial("diff", checked, checked, "--word-diff")
    #expect(same.status == 0)
    #expect(same.text.contains("Every fact is as it was."))
  }
}
