import StructuredText
import TestSupport
import Testing

/// `editorial lsp`, as an editor speaks with it.
@Suite struct EditorTests {
  private static let slug = SampleArticle.slug

  /// A newsroom with the checked version on its branch, and the restyled one checked out.
  private func newsroom() throws -> (TestNewsroom, address: String) {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(Self.slug)")
    try newsroom.git("switch", "--quiet", "--create", "styled/\(Self.slug)", "factual/\(Self.slug)")
    return (newsroom, "file://\(newsroom.git.folder)/\(SampleArticle.path)")
  }

  /// The place of `words` in a text that is ASCII up to their line's end.
  private func place(of words: String, in text: String) throws -> [Int] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains(words) })
    let start = try #require(lines[line].firstRange(of: words)).lowerBound
    let column = lines[line][..<start].utf16.count
    return [line, column, line, column + words.utf16.count]
  }

  private func rules(_ findings: [Node]) -> [String] { findings.compactMap { $0["code"]?.text } }

  private func weighty(_ findings: [Node]) -> [Node] { findings.filter { ["1", "2"].contains($0["severity"]?.text) } }

  @Test func findingsComeAndGoWhileTheArticleIsWritten() throws {
    let (newsroom, address) = try newsroom()
    let editor = try EditorClient(newsroom)
    let text = SampleArticle.wrongFigure.text
    editor.open(address, text)
    let findings = try editor.findings(of: address, version: 1)
    let altered = try #require(findings.first { $0["code"]?.text == "figure-altered" })
    let place = try place(of: "14%", in: text)
    #expect(altered["range"]?.span == place)
    #expect(altered["severity"]?.text == "1")
    #expect(altered["source"]?.text == "editorial")
    #expect(altered["message"]?.text?.contains("40%") == true)
    #expect(rules(findings).contains("gate-refused"))

    editor.change(address, version: 2, "40", at: EditorClient.range(place[0], place[1], place[3] - 1))
    #expect(weighty(try editor.findings(of: address, version: 2)).isEmpty)
    editor.change(address, version: 3, SampleArticle.withoutSources.text)
    #expect(rules(weighty(try editor.findings(of: address, version: 3))).contains("sources-placeholder"))
    editor.notify("textDocument/didClose", #"{"textDocument": {"uri": "\#(address)"}}"#)
    let closing = try editor.message {
      $0["params"]?["uri"]?.text == address && $0["params"]?["diagnostics"]?.items?.isEmpty == true
    }
    #expect(closing["params"]?["version"] == nil)
    #expect(try editor.leave().status == 0)
  }

  @Test func theBaselineCanBeOpenedWhereTheFactStands() throws {
    let (newsroom, address) = try newsroom()
    let editor = try EditorClient(newsroom)
    editor.open(address, SampleArticle.wrongFigure.text)
    let findings = try editor.findings(of: address, version: 1)
    let altered = try #require(findings.first { $0["code"]?.text == "figure-altered" })
    let location = try #require(altered["relatedInformation"]?.items?.first?["location"])
    #expect(location["range"]?.span == (try place(of: "40%", in: SampleArticle.factual.text)))
    let path = try #require(location["uri"]?.text).dropFirst("file://".count)
    let copy = try Subprocess.run(["cat", String(path)], in: "/", environment: newsroom.git.environment)
    #expect(copy.text == SampleArticle.factual.text)
    // The copy is no article of anybody's.
    editor.open("file://\(path)", copy.text)
    #expect(try editor.findings(of: "file://\(path)", version: 1).isEmpty)
    #expect(try editor.leave().status == 0)
    #expect(try Subprocess.run(["cat", String(path)], in: "/", environment: newsroom.git.environment).status == 1)
  }

  @Test func hoversShowTheSentenceOfTheBaseline() throws {
    let (newsroom, address) = try newsroom()
    let editor = try EditorClient(newsroom)
    let text = SampleArticle.wrongFigure.text
    editor.open(address, text)
    func hover(over words: String) throws -> Node? {
      let place = try place(of: words, in: text)
      return try editor.request(
        "textDocument/hover",
        #"{"textDocument": {"uri": "\#(address)"}, "position": {"line": \#(place[0]), "character": \#(place[1] + 1)}}"#)[
          "result"]
    }
    let altered = try hover(over: "14%")?["contents"]?["value"]?.text ?? ""
    #expect(altered.contains("Solar panels now cover **40%** of the public roofs of Larkfield"))
    #expect(altered.contains("figure-altered"))
    let kept = try hover(over: "one household in five")?["contents"]?["value"]?.text ?? ""
    #expect(kept.contains("> **One household in five** has asked for advice since then"))
    #expect(try hover(over: "Look up")?.isNull == true)
    #expect(try editor.leave().status == 0)
  }

  /// Returns the titles of what is offered at a place, and the text after the first of it.
  private func mended(
    _ text: String, at words: String, _ editor: EditorClient, _ address: String
  ) throws -> (titles: [String], text: String?) {
    let place = try place(of: words, in: text)
    let answer = try editor.request(
      "textDocument/codeAction",
      """
      {"textDocument": {"uri": "\(address)"}, "range": \(EditorClient.range(place[0], place[1], place[3])),
       "context": {"diagnostics": []}}
      """)
    let actions = answer["result"]?.items ?? []
    let edit = actions.first?["edit"]?["changes"]?[address]?.items?.first
    guard let edit, let span = edit["range"]?.span else { return (actions.compactMap { $0["title"]?.text }, nil) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    func offset(_ line: Int, _ character: Int) -> Int {
      lines[..<line].reduce(0) { $0 + $1.utf16.count + 1 } + character
    }
    let units = Array(text.utf16)
    let changed =
      units[..<offset(span[0], span[1])] + Array((edit["newText"]?.text ?? "").utf16)
      + units[offset(span[2], span[3])...]
    return (actions.compactMap { $0["title"]?.text }, String(decoding: changed, as: UTF16.self))
  }

  @Test(arguments: [
    ("14%", "14%", "Restore “40%”"),
    (SampleArticle.placeholder, SampleArticle.placeholder, "Restore the 2 sources"),
    ("has paid for the roof", "\"The panels", "Restore ““"),
    ("May 13, 2024", "May 13, 2024", "Restore “12 May 2024”"),
    ("/reports/walls", "/reports/walls", "Restore “https://"),
  ])
  func safeRemediesAreOfferedAndMendTheArticle(fault: String, place: String, title: String) throws {
    let (newsroom, address) = try newsroom()
    let editor = try EditorClient(newsroom)
    let text =
      switch fault {
      case "14%": SampleArticle.wrongFigure.text
      case SampleArticle.placeholder: SampleArticle.withoutSources.text
      case "/reports/walls": SampleArticle.faithful.text.replacing("/reports/roofs", with: fault)
      case "May 13, 2024": SampleArticle.faithful.text.replacing("May 12, 2024", with: fault)
      default: SampleArticle.faithful.text.replacing("have paid for the new roof", with: fault)
      }
    editor.open(address, text)
    let (titles, mended) = try mended(text, at: place, editor, address)
    #expect(titles.count == 1)
    #expect(titles.first?.hasPrefix(title.replacing("““", with: "“")) == true, "\(titles)")
    editor.change(address, version: 2, try #require(mended))
    let left = weighty(try editor.findings(of: address, version: 2))
    #expect(left.isEmpty, "\(rules(left))")
    #expect(try editor.leave().status == 0)
  }

  @Test func aSourceThatIsGoneIsListedAgain() throws {
    let (newsroom, address) = try newsroom()
    let editor = try EditorClient(newsroom)
    let faithful = SampleArticle.faithful.text
    let start = try #require(faithful.firstRange(of: "2. **Citizens Advice")).lowerBound
    let text = String(faithful[..<start])
    editor.open(address, text)
    let (titles, mended) = try mended(text, at: "## Sources and references", editor, address)
    #expect(titles == ["List “Citizens Advice Larkfield – Annual figures” again"])
    editor.change(address, version: 2, try #require(mended))
    #expect(weighty(try editor.findings(of: address, version: 2)).isEmpty)
    #expect(try editor.leave().status == 0)
  }

  @Test func whatTakesAWriterIsNotOffered() throws {
    let (newsroom, address) = try newsroom()
    let editor = try EditorClient(newsroom)
    let text = SampleArticle.faithful.text.replacing("Look up when", with: "All £730 million agree. Look up when")
      .replacing("2.4 million pounds", with: "A lot")
    editor.open(address, text)
    let findings = try editor.findings(of: address, version: 1)
    #expect(rules(findings).contains("figure-unsupported"))
    // The price is lost, and would be found again among the engineers: that is no remedy.
    #expect(rules(findings).contains("figure-lost"))
    #expect(try mended(text, at: "730", editor, address).titles.isEmpty)
    #expect(try editor.leave().status == 0)
  }

  @Test(arguments: ["utf-16", "utf-8"]) func columnsAreRightBehindLettersOfSeveralBytes(encoding: String) throws {
    let (newsroom, address) = try newsroom()
    let editor = try EditorClient(newsroom, encodings: [encoding])
    let text = SampleArticle.wrongFigure.text.replacing("Look up", with: "Là-haut 😀, look up")
    editor.open(address, text)
    let altered = try #require(
      try editor.findings(of: address, version: 1).first { $0["code"]?.text == "figure-altered" })
    let line = try #require(text.split(separator: "\n", omittingEmptySubsequences: false).first { $0.contains("14%") })
    let before = line[..<(try #require(line.firstRange(of: "14%")).lowerBound)]
    #expect(altered["range"]?.span[1] == (encoding == "utf-8" ? before.utf8.count : before.utf16.count))

    // What the editor says counts in the same way.
    let column = altered["range"]?.span ?? [0, 0, 0, 0]
    editor.change(address, version: 2, "40%", at: EditorClient.range(column[0], column[1], column[3]))
    #expect(weighty(try editor.findings(of: address, version: 2)).isEmpty)
    #expect(try editor.leave().status == 0)
  }

  @Test func onlyArticlesAreJudgedAndFilesOfNoRepositoryByTheirOwnSources() throws {
    let (newsroom, _) = try newsroom()
    let editor = try EditorClient(newsroom)
    let claim = "Traffic fell by 12% in 2024.\n"
    let readme = "file://\(newsroom.git.folder)/README.md"
    editor.open(readme, claim)
    #expect(try editor.findings(of: readme, version: 1).isEmpty)

    let outside = try TemporaryFolder()
    for address in ["file://\(outside.path)/new%20note.md", "untitled:Untitled-1"] {
      editor.open(address, claim)
      #expect(rules(try editor.findings(of: address, version: 1)).contains("sources-missing"))
    }
    let code = "file://\(outside.path)/main.c"
    editor.open(code, claim, language: "c")
    #expect(try editor.findings(of: code, version: 1).isEmpty)

    // An article that was never saved is one of the repository's already.
    let unsaved = "file://\(newsroom.git.folder)/articles/night-trains.md"
    editor.open(unsaved, claim)
    #expect(rules(try editor.findings(of: unsaved, version: 1)).contains("sources-missing"))
    #expect(try editor.leave().status == 0)
  }

  @Test func theOutlineListsFactsAndSourcesUnderTheirHeadings() throws {
    let (newsroom, address) = try newsroom()
    let editor = try EditorClient(newsroom)
    editor.open(address, SampleArticle.factual.text)
    let answer = try editor.request("textDocument/documentSymbol", #"{"textDocument": {"uri": "\#(address)"}}"#)
    let roots = answer["result"]?.items ?? []
    #expect(roots.compactMap { $0["name"]?.text } == ["Solar roofs: what the town counted", "Sources and references"])
    let facts = roots.first?["children"]?.items?.compactMap { $0["name"]?.text } ?? []
    #expect(facts.contains("40%") && facts.contains("£2.4 million") && facts.contains("12 May 2024"), "\(facts)")
    let sources = roots.last?["children"]?.items?.compactMap { $0["name"]?.text } ?? []
    #expect(sources == ["Larkfield Energy Office – Report", "Citizens Advice Larkfield – Annual figures"])
    #expect(try editor.leave().status == 0)
  }

  @Test func aPolicyThatCannotBeReadIsToldOnce() throws {
    let (newsroom, address) = try newsroom()
    try newsroom.plant(Array("stages: 3\n".utf8), at: "editorial.yml", on: "main")
    let editor = try EditorClient(newsroom)
    editor.open(address, SampleArticle.factual.text)
    #expect(try editor.findings(of: address, version: 1).isEmpty)
    editor.change(address, version: 2, SampleArticle.wrongFigure.text)
    #expect(try editor.findings(of: address, version: 2).isEmpty)
    #expect(editor.shown.count == 1)
    #expect(editor.shown.first?.contains("main:editorial.yml:1:9: error:") == true)
    try newsroom.plant(Array("version: 1\n".utf8), at: "editorial.yml", on: "main")
    editor.notify("textDocument/didSave", #"{"textDocument": {"uri": "\#(address)"}}"#)
    #expect(rules(try editor.findings(of: address, version: 2)).contains("figure-altered"))
    #expect(try editor.leave().status == 0)
  }

  @Test func thePolicyIsCheckedWhileItIsWritten() throws {
    let (newsroom, _) = try newsroom()
    let editor = try EditorClient(newsroom)
    let address = "file://\(newsroom.git.folder)/editorial.yml"
    editor.open(address, "version: 1\nstyle: {profile: plainn}\n", language: "yaml")
    let findings = try editor.findings(of: address, version: 1)
    #expect(findings.map { $0["range"]?.span } == [[1, 17, 1, 23]])
    #expect(
      findings.first?["message"]?.text == "there is no style profile \"plainn\"; did you mean \"plain\"?")
    editor.change(address, version: 2, "n", at: EditorClient.range(1, 21, 23))
    #expect(try editor.findings(of: address, version: 2).isEmpty)
    #expect(try editor.leave().status == 0)
  }
}
