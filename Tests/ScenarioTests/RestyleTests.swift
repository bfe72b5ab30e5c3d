import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `editorial restyle` commits a program's text when the gate lets it pass, and nothing else.
@Suite struct RestyleTests {
  private let slug = SampleArticle.slug
  private let styled = "styled/\(SampleArticle.slug)"

  /// A newsroom with a checked article, and texts and a writer beside it.
  private func newsroom(writer: String) throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(slug)")
    for article in SampleArticle.allCases { try newsroom.folder.write("\(article.rawValue).md", article.text) }
    try newsroom.folder.write("writer.sh", "cd '\(newsroom.folder.path)'\n\(writer)\n")
    return newsroom
  }

  private func restyle(_ newsroom: TestNewsroom, _ more: String...) throws -> Subprocess {
    try newsroom.editorial(["restyle", slug, "--with", "sh '\(newsroom.folder.path("writer.sh"))'"] + more)
  }

  private static let mending = """
    request=$(cat)
    case $request in
    *'<findings>'*'40%'*) cat faithful.md ;;
    *) cat wrongFigure.md ;;
    esac
    """

  @Test func textThatIsMendedAfterItsFindingsIsCommitted() throws {
    let newsroom = try newsroom(writer: Self.mending)
    let main = try #require(try newsroom.tip("main"))
    let factual = try #require(try newsroom.tip("factual/\(slug)"))
    let result = try restyle(newsroom)
    #expect(result.status == 0, "\(result.everything)")
    #expect(result.lines.first?.hasPrefix("Try 1: integrity 60.0") == true, "\(result.everything)")
    #expect(result.text.contains("Try 2: integrity 100.0"), "\(result.everything)")
    let tip = try #require(try newsroom.tip(styled))
    #expect(try newsroom.content(of: SampleArticle.path, in: tip).contains("Look up when you walk"))
    #expect(try newsroom.git("rev-list", "--no-walk", "--parents", tip) == "\(tip) \(main) \(factual)")
    let message = try newsroom.git("log", "-1", "--format=%B", tip)
    let trailers = try newsroom.git("interpret-trailers", "--parse", input: message)
      .split(separator: "\n").map(String.init)
    #expect(trailers.contains("Editorial-To: styled"))
    #expect(trailers.contains("Integrity-Score: 100.0"), "\(message)")
    let attempts = trailers.filter { $0.hasPrefix("Editorial-Attempt: ") }
    #expect(attempts.count == 2)
    #expect(attempts.first?.hasPrefix("Editorial-Attempt: 1 refused, integrity 60.0, style ") == true, "\(attempts)")
    #expect(attempts.last?.hasPrefix("Editorial-Attempt: 2 passed, integrity 100.0, style ") == true, "\(attempts)")
    #expect(try newsroom.damage() == "")
    #expect(try newsroom.changes() == "")
    #expect(result.text.hasSuffix("Next:\n  editorial diff \(slug)\n  editorial promote \(slug)\n"), "\(result.text)")
    let promoted = try newsroom.editorial("promote", slug)
    #expect(promoted.status == 0, "\(promoted.everything)")
    #expect(try newsroom.content(of: SampleArticle.path, in: "main").contains("Look up when you walk"))
  }

  @Test func articleThatIsAFolderIsRestyledFileByFile() throws {
    let newsroom = try TestNewsroom(
      policy: "version: 1\narticles: [\"content/{slug}/index.md\", \"content/{slug}/index.{lang}.md\"]\n")
    let folder = "content/\(slug)"
    let illustrated = SampleArticle.factual.text.replacing("## Sources", with: "![Roofs](roof.png)\n\n## Sources")
    try newsroom.plant([1, 2, 3], at: "\(folder)/roof.png", on: "factual/\(slug)")
    try newsroom.plant(Array(illustrated.utf8), at: "\(folder)/index.md", on: "factual/\(slug)")
    try newsroom.folder.write(
      "styled.md", SampleArticle.faithful.text.replacing("## Sources", with: "![Roofs](roof.png)\n\n## Sources"))
    try newsroom.folder.write("writer.sh", "cat >/dev/null; cat '\(newsroom.folder.path("styled.md"))'\n")
    let result = try restyle(newsroom)
    #expect(result.status == 0, "\(result.everything)")
    #expect(try newsroom.content(of: "\(folder)/index.md", in: styled).contains("Look up when you walk"))
    #expect(try newsroom.git("ls-tree", "-r", "--name-only", styled).contains("\(folder)/roof.png"))

    // With another language beside it, somebody has to say which one.
    try newsroom.plant(Array(illustrated.utf8), at: "\(folder)/index.fr.md", on: "factual/\(slug)")
    let unclear = try restyle(newsroom)
    #expect(unclear.status == 2 && unclear.errorText.contains("--path \(folder)/index."), "\(unclear.everything)")
    let wrong = try restyle(newsroom, "--path", "\(folder)/index.de.md")
    #expect(wrong.status == 2 && wrong.errorText.contains("\(folder)/index.fr.md"), "\(wrong.everything)")
    let other = try restyle(newsroom, "--path", "\(folder)/index.fr.md")
    #expect(other.status == 0, "\(other.everything)")
    for name in ["index.md", "index.fr.md"] {
      #expect(try newsroom.content(of: "\(folder)/\(name)", in: styled).contains("Look up when you walk"), "\(name)")
    }
    #expect(try newsroom.editorial("promote", slug).status == 0)
    #expect(try newsroom.damage() == "")
  }

  /// The writer may have been paid for it.
  @Test func textIsKeptWhenItCannotBeJudgedAnyMore() throws {
    let newsroom = try newsroom(
      writer: "cat >/dev/null; git -C repository update-ref -d refs/heads/factual/\(slug); cat faithful.md")
    let result = try restyle(newsroom)
    #expect(result.status == 2, "\(result.everything)")
    #expect(
      result.errorText.contains("The last text of the writer is in .git/editorial-texts/\(slug).md"),
      "\(result.everything)")
    #expect(try newsroom.git.read(".git/editorial-texts/\(slug).md") == SampleArticle.faithful.text)
  }

  @Test func statusOfAProgramIsTakenForNoSignal() throws {
    let newsroom = try newsroom(
      writer: "case $EDITORIAL_ATTEMPT in 1) exit 255 ;; 2) exit 200 ;; 3) kill -TERM $$ ;; *) cat faithful.md ;; esac")
    let result = try restyle(newsroom, "--tries", "4")
    #expect(result.status == 0, "\(result.everything)")
    let flaws = ["ended with status 255", "ended with status 200", "ended by signal 15"]
    for (line, flaw) in zip(result.lines, flaws) { #expect(line.contains(flaw), "\(result.text)") }
  }

  @Test func whenNoTextPassesNothingMovesAndTheBestIsKept() throws {
    // The second text is worse than the first.
    let newsroom = try newsroom(
      writer: """
        cat >request-$EDITORIAL_ATTEMPT
        case $EDITORIAL_ATTEMPT in 1) cat wrongFigure.md ;; *) cat withoutSources.md ;; esac
        """)
    let before = try newsroom.git("for-each-ref")
    let result = try restyle(newsroom, "--tries", "3")
    #expect(result.status == 1, "\(result.everything)")
    for words in ["Try 1:", "Try 2:", "Try 3:", "14%", "The best text (try 1) is in .git/editorial-texts/\(slug).md"] {
      #expect(result.text.contains(words), "\(words):\n\(result.everything)")
    }
    #expect(try newsroom.git("for-each-ref") == before)
    #expect(try newsroom.git.read(".git/editorial-texts/\(slug).md") == SampleArticle.wrongFigure.text)
    // Each time it gets its best text back, with what is wrong in that.
    for number in [2, 3] {
      let request = try newsroom.folder.readText("request-\(number)")
      #expect(request.contains("<article>\n---\ntitle: \"Solar roofs"))
      #expect(request.contains("<your-text>\n---\n") && request.contains("cover 14%"))
      #expect(request.contains("figure-altered"), "\(request)")
    }
    #expect(try !newsroom.folder.readText("request-1").contains("<findings>"))
    let score = try newsroom.editorial(
      "score", ".git/editorial-texts/\(slug).md", "--against", "factual/\(slug):\(SampleArticle.path)")
    #expect(score.status == 1)
    #expect(score.text.contains("14%"), "the command that is shown next works:\n\(score.everything)")
  }

  @Test(arguments: [
    "echo 'Here is the rewritten article:'; echo; cat faithful.md",
    "echo '```markdown'; cat faithful.md; echo '```'",
    "echo 'Here is the rewritten article:'; echo '```'; cat faithful.md; echo '```'; echo; echo 'I hope this helps!'",
    "sed '1,7d' faithful.md; echo; echo '---'; echo; echo 'I hope this helps! Shall I adjust the tone of the text?'",
    "printf '\\357\\273\\277'; sed 's/$/\\r/' faithful.md",
  ])
  func talkAroundTheTextIsLeftOutAndItsHeadIsKept(writer: String) throws {
    let newsroom = try newsroom(writer: writer)
    let result = try restyle(newsroom, "--tries", "1")
    #expect(result.status == 0, "\(result.everything)")
    let text = try newsroom.content(of: SampleArticle.path, in: styled)
    #expect(text.hasPrefix("---\ntitle: \"Solar roofs: what the town counted\"\n"), "\(text)")
    for words in ["Here is", "I hope", "```", "\r"] { #expect(!text.contains(words), "\(words)\n\(text)") }
    #expect(text.contains("\n# Solar roofs: what the town counted\n\nLook up"))
    #expect(text.hasSuffix("Reliability: 8/10\n"))
  }

  @Test(arguments: [
    ("true", "it is empty"), ("head -c 1000 /dev/zero", "it is no text"), ("printf '# Caf\\351 \\n'", "not UTF-8"),
    ("exit 3", "status 3"), ("kill -9 $$", "signal 9"), ("yes 'A long text.'", "larger than 16 MB"),
  ])
  func outputThatIsNoTextIsToldAndNothingMoves(writer: String, words: String) throws {
    let newsroom = try newsroom(writer: writer)
    let before = try newsroom.git("for-each-ref")
    let result = try restyle(newsroom, "--tries", "2")
    #expect(result.status == 2, "\(result.everything)")
    for number in 1...2 { #expect(result.text.contains("Try \(number): no text: "), "\(result.everything)") }
    #expect(result.text.contains(words), "\(result.everything)")
    #expect(try newsroom.git("for-each-ref") == before)
  }

  @Test func writerThatIsTooSlowIsEndedWithAllThatItStarted() throws {
    let newsroom = try newsroom(writer: "sleep 600 & echo $! >child; echo $$ >writer; sleep 600")
    let result = try restyle(newsroom, "--tries", "1", "--timeout", "1")
    #expect(result.status == 2)
    #expect(result.text.contains("longer than 1 s"), "\(result.everything)")
    #expect(try isGone("writer", newsroom) && isGone("child", newsroom))
  }

  @Test func interruptedRestylingTakesTheWriterAlong() throws {
    let newsroom = try newsroom(writer: "echo $$ >writer; sleep 600")
    let before = try newsroom.git("for-each-ref")
    let running = try RunningSubprocess(
      [newsroom.program, "restyle", slug, "--with", "sh '\(newsroom.folder.path("writer.sh"))'"],
      in: newsroom.git.folder, environment: newsroom.git.environment)
    for _ in 0..<3000 where (try? newsroom.folder.readText("writer"))?.hasSuffix("\n") != true { usleep(20_000) }
    running.send(SIGINT)
    let result = try running.finish()
    #expect(result.status == 128 + SIGINT, "\(result.everything)")
    #expect(try isGone("writer", newsroom))
    #expect(try newsroom.git("for-each-ref") == before)
  }

  /// Whether the process whose number a file holds ends within seconds.
  private func isGone(_ file: String, _ newsroom: TestNewsroom) throws -> Bool {
    let text = try newsroom.folder.readText(file)
    let id = try #require(Int32(text.split(separator: "\n").first ?? ""))
    for _ in 0..<250 {
      if kill(id, 0) != 0 { return true }
      // Whoever takes in orphans may not have looked at this one yet.
      let state = try? String(decoding: newsroom.folder.read("/proc/\(id)/stat"), as: UTF8.self)
      if state?.contains(") Z ") == true { return true }
      usleep(20_000)
    }
    return false
  }

  @Test func writerNeedNotReadAndMayLeaveOthersBehind() throws {
    let newsroom = try newsroom(writer: "cat faithful.md; sleep 600 &")
    let result = try restyle(newsroom, "--timeout", "100")
    #expect(result.status == 0, "\(result.everything)")
  }

  @Test func unknownProgramIsToldAtOnce() throws {
    let newsroom = try newsroom(writer: "no-such-writer-here")
    let result = try restyle(newsroom)
    #expect(result.status == 2)
    #expect(result.errorText.contains("no such program"), "\(result.everything)")
    #expect(try newsroom.editorial("restyle", slug, "--with", " ").status == 64)
    #expect(try newsroom.editorial("restyle", slug, "--with", "cat", "--tries", "0").status == 64)
    #expect(try newsroom.editorial("restyle", "solar-roof", "--with", "cat").errorText.contains("solar-roofs"))
  }

  @Test func trialCommitsNothingAndKeepsTheText() throws {
    let newsroom = try newsroom(writer: "cat faithful.md")
    let before = try newsroom.git("for-each-ref")
    let result = try restyle(newsroom, "--dry-run")
    #expect(result.status == 0, "\(result.everything)")
    #expect(try newsroom.git("for-each-ref") == before)
    #expect(try newsroom.git.read(".git/editorial-texts/\(slug).md") == SampleArticle.faithful.text)
  }

  @Test func aRestyledArticleIsRestyledAgainOnTopOfTheCorrectedFacts() throws {
    let newsroom = try newsroom(writer: "cat faithful.md")
    #expect(try restyle(newsroom).status == 0)
    let first = try #require(try newsroom.tip(styled))
    // The same text twice is two tries of two days, and no merge of what is merged already.
    #expect(try restyle(newsroom).status == 0)
    let second = try #require(try newsroom.tip(styled))
    #expect(try newsroom.git("rev-list", "--no-walk", "--parents", second) == "\(second) \(first)")
    let corrected = SampleArticle.factual.text.replacing("One household in five", with: "One household in four")
    let factual = try newsroom.plant(Array(corrected.utf8), on: "factual/\(slug)")
    let stale = try restyle(newsroom, "--tries", "1")
    #expect(stale.status == 1, "\(stale.everything)")
    try newsroom.folder.write("faithful.md", SampleArticle.faithful.text.replacing("in five", with: "in four"))
    let mended = try restyle(newsroom)
    #expect(mended.status == 0, "\(mended.everything)")
    let third = try #require(try newsroom.tip(styled))
    #expect(try newsroom.git("rev-list", "--no-walk", "--parents", third) == "\(third) \(second) \(factual)")
    #expect(try newsroom.content(of: SampleArticle.path, in: styled).contains("in four"))
  }

  @Test func findingsComeAsJSONToWhoeverAsksForIt() throws {
    let newsroom = try newsroom(
      writer: "cat >request; case $EDITORIAL_ATTEMPT in 1) cat wrongFigure.md ;; *) cat faithful.md ;; esac")
    let result = try restyle(newsroom, "--feedback", "json", "--format", "json")
    #expect(result.status == 0, "\(result.everything)")
    let schema = try OutputSchema(OutputSchemaTests.description())
    #expect(try schema.complaints(about: result.text, as: "writing") == [], "\(result.text)")
    let request = try newsroom.folder.readText("request")
    let json = request.split(separator: "<findings>\n").last?.split(separator: "\n</findings>").first ?? ""
    #expect(try schema.complaints(about: json, as: "report") == [], "\(request)")
    #expect(json.contains("figure-altered"))
  }

  @Test(arguments: ["library-of-things", "velos-cargos-livraison"])
  func theWriterOfTheExamplesMendsWhatItLost(slug: String) throws {
    let newsroom = try TestNewsroom()
    // This file is Tests/ScenarioTests/RestyleTests.swift.
    let examples = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/examples"
    let factual = try Subprocess.run(
      ["cat", "\(examples)/articles/\(slug)/factual.md"], in: newsroom.folder.path,
      environment: newsroom.git.environment)
    try newsroom.plant(factual.output, at: "articles/\(slug).md", on: "factual/\(slug)")
    let result = try newsroom.editorial("restyle", slug, "--with", "'\(examples)/writer.sh'")
    #expect(result.status == 0, "\(result.everything)")
    #expect(result.text.contains("Try 3: integrity 100.0"), "\(result.everything)")
    let log = try newsroom.git("log", "-1", "--format=%(trailers:key=Editorial-Attempt,valueonly)", "styled/\(slug)")
    #expect(log.split(separator: "\n").map { $0.prefix(9) } == ["1 refused", "2 refused", "3 passed,"], "\(log)")
  }
}
