import TestSupport
import Testing

/// One passing and one refused path for each verb that no other suite covers.
@Suite struct VerbTests {
  private let slug = SampleArticle.slug

  // MARK: init, new

  @Test func initWritesAPolicyThatTheProgramReads() throws {
    let newsroom = try TestNewsroom(policy: nil)
    let result = try newsroom.editorial("init")
    #expect(result.status == 0, "\(result.everything)")
    #expect(try newsroom.git.read("editorial.yml").contains("version: 1"))
    try newsroom.git.commit("Adopt the policy")
    let check = try newsroom.editorial("check", "--all")
    #expect(check.status == 0, "\(check.everything)")
  }

  @Test func initKeepsAPolicyThatIsThere() throws {
    let newsroom = try TestNewsroom(policy: "version: 1\n# ours\n")
    let result = try newsroom.editorial("init")
    #expect(result.everything.contains("editorial.yml"), "\(result.everything)")
    #expect(try newsroom.git.read("editorial.yml") == "version: 1\n# ours\n")
  }

  @Test func initOutsideARepositorySaysSo() throws {
    let newsroom = try TestNewsroom()
    try newsroom.folder.makeFolder("empty")
    let result = try newsroom.editorial(["init"], in: newsroom.folder.path("empty"))
    #expect(result.status == 2, "\(result.everything)")
    #expect(result.errorText.contains("git init"), "no remedy:\n\(result.everything)")
  }

  @Test func newOpensADraftFromMain() throws {
    let newsroom = try TestNewsroom()
    let result = try newsroom.editorial("new", "night-trains")
    #expect(result.status == 0, "\(result.everything)")
    #expect(try newsroom.content(of: "articles/night-trains.md", in: "draft/night-trains").contains("title:"))
    #expect(try newsroom.git.run(["merge-base", "--is-ancestor", "main", "draft/night-trains"]).status == 0)
    #expect(try newsroom.damage() == "")
  }

  @Test func newRefusesASlugThatIsTaken() throws {
    let newsroom = try TestNewsroom()
    let before = try newsroom.plant(.factual, on: "draft/\(slug)")
    let result = try newsroom.editorial("new", slug)
    #expect(result.status != 0, "\(result.everything)")
    #expect(try newsroom.tip("draft/\(slug)") == before)
  }

  // MARK: status

  @Test func statusShowsEachArticleOnceAtItsFurthestStage() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(.wrongFigure, on: "styled/\(slug)", from: "factual/\(slug)")
    try newsroom.plant(Array(SampleArticle.factual.text.utf8), at: "articles/other.md", on: "draft/other")
    let result = try newsroom.editorial("status")
    let rows = result.lines.filter { $0.contains(slug) }
    #expect(rows.count == 1, "\(result.everything)")
    #expect(rows.first?.contains("styled") == true)
    #expect(result.lines.contains { $0.contains("other") && $0.contains("draft") })
    let one = try newsroom.editorial("status", slug)
    #expect(one.status == 0 && one.text.contains(slug) && !one.text.contains("draft/other"), "\(one.everything)")
  }

  @Test func statusPutsWhatNeedsAPersonFirst() throws {
    let newsroom = try TestNewsroom()
    let names = ["a-published", "b-draft", "c-refused"]
    for (name, article) in zip(names, [SampleArticle.factual, .factual, .wrongFigure]) {
      let path = "articles/\(name).md"
      try newsroom.plant(Array(SampleArticle.factual.text.utf8), at: path, on: "factual/\(name)")
      let (branch, start) = name == "a-published" ? ("main", "main") : ("styled/\(name)", "factual/\(name)")
      try newsroom.plant(Array(article.text.utf8), at: path, on: branch, from: start)
    }
    func shown(_ arguments: String...) throws -> [String] {
      let result = try newsroom.editorial(["status", "--format", "jsonl"] + arguments)
      #expect(result.status == 0, "\(result.everything)")
      return names.filter { name in result.lines.contains { $0.contains("\"\(name)\"") } }
        .sorted { a, b in
          result.lines.firstIndex { $0.contains(a) } ?? 0 < result.lines.firstIndex { $0.contains(b) } ?? 0
        }
    }
    #expect(try shown() == ["c-refused", "b-draft", "a-published"])
    #expect(try shown("--stage", "published") == ["a-published"])
    #expect(try shown("--author", "ADA") == ["c-refused", "b-draft", "a-published"])
    let nobody = try newsroom.editorial("status", "--author", "nobody at all")
    #expect(nobody.status == 0 && nobody.text.contains("No article is like that"), "\(nobody.everything)")
    let unknown = try newsroom.editorial("status", "--stage", "stylde")
    #expect(unknown.status == 2 && unknown.errorText.contains("Did you mean “styled”?"), "\(unknown.everything)")
  }

  @Test func statusOfNothingIsNoError() throws {
    let result = try TestNewsroom().editorial("status")
    #expect(result.status == 0, "\(result.everything)")
    #expect(!result.everything.isEmpty)
  }

  // MARK: score

  @Test func scoreReadsFilesOutsideAnyRepository() throws {
    let folder = try TemporaryFolder()
    try folder.write("checked.md", SampleArticle.factual.text)
    try folder.write("faithful.md", SampleArticle.faithful.text)
    try folder.write("failing.md", SampleArticle.wrongFigure.text)
    let newsroom = try TestNewsroom()
    let good = try newsroom.editorial(["score", "faithful.md", "--against", "checked.md"], in: folder.path)
    #expect(good.status == 0 && good.text.contains("100.0"), "\(good.everything)")
    let bad = try newsroom.editorial(["score", "failing.md", "--against", "checked.md"], in: folder.path)
    #expect(bad.status == 1, "\(bad.everything)")
    #expect(bad.text.contains("14%") && bad.text.contains("40%"))
    #expect(bad.text.contains("failing.md:\(SampleArticle.wrongFigure.line(of: "14%"))"))
    #expect(bad.text.contains("checked.md:\(SampleArticle.factual.line(of: "40%"))"))
  }

  @Test func scoreReadsRevisionsAndSlugs() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(.wrongFigure, on: "styled/\(slug)", from: "factual/\(slug)")
    let named = try newsroom.editorial(
      "score", "styled/\(slug):\(SampleArticle.path)", "--against", "factual/\(slug):\(SampleArticle.path)")
    #expect(named.status == 1 && named.text.contains("14%"), "\(named.everything)")
    let bySlug = try newsroom.editorial("score", slug)
    #expect(bySlug.text.contains("14%"), "a slug is judged as its stage's gate judges it:\n\(bySlug.everything)")
  }

  @Test func scoreInJSONAddsUp() throws {
    let newsroom = try TestNewsroom()
    try newsroom.folder.write("checked.md", SampleArticle.factual.text)
    try newsroom.folder.write("failing.md", SampleArticle.wrongFigure.text)
    let result = try newsroom.editorial(
      ["score", "failing.md", "--against", "checked.md", "--format", "json"], in: newsroom.folder.path)
    #expect(result.text.first == "{", "one article is one object:\n\(result.text)")
    for key in ["\"integrity\"", "\"style\"", "\"verdict\"", "\"findings\"", "\"rule\"", "\"points\"", "\"baseline\""] {
      #expect(result.text.contains(key), "no \(key) in:\n\(result.text)")
    }
    let points = numbers(after: "\"points\":", in: result.text).reduce(0, +)
    let score = numbers(after: "\"integrity\":", in: result.text).first ?? -1
    #expect(points + score == 1000, "\(points) tenths lost and \(score) left:\n\(result.text)")
  }

  @Test func batchWritesALineForEachLine() throws {
    let newsroom = try TestNewsroom()
    let pair = { (id: String, candidate: SampleArticle) in
      "{\"id\":\"\(id)\",\"baseline\":\(quoted(SampleArticle.factual.text)),\"candidate\":\(quoted(candidate.text))}\n"
    }
    let input = pair("good", .faithful) + "not json\n" + pair("bad", .wrongFigure)
    let result = try newsroom.editorial(["score", "--batch"], input: Array(input.utf8))
    #expect(result.lines.count == 3, "\(result.everything)")
    #expect(result.lines.first.map { $0.contains("\"good\"") && $0.contains("100") } == true)
    #expect(result.lines.last.map { $0.contains("\"bad\"") && $0.contains("14%") } == true)
    #expect(result.status != 0, "a line that cannot be read is no success")
  }

  @Test func unreadableFileCannotBeJudged() throws {
    let result = try TestNewsroom().editorial("score", "no-such-file.md")
    #expect(result.status == 2, "\(result.everything)")
    #expect(result.errorText.contains("no-such-file.md"))
  }

  // MARK: check

  @Test func checkOfAllFindsWhatGotInWhileTheGateWasOff() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(.faithful, on: "main")
    #expect(try newsroom.editorial("check", "--all").status == 0)
    try newsroom.plant(.wrongFigure, on: "main")
    let result = try newsroom.editorial("check", "--all")
    #expect(result.status == 1 && result.everything.contains("14%"), "\(result.everything)")
    try newsroom.git("clone", "--quiet", "--bare", ".", "../bare.git")
    #expect(try newsroom.editorial(["check", "--all"], in: newsroom.folder.path("bare.git")).status == 1)
  }

  @Test func checkOfARangeJudgesWhatItBrings() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(slug)")
    let start = try #require(try newsroom.tip("main"))
    try newsroom.plant(.wrongFigure, on: "main")
    let failing = try newsroom.editorial("check", "\(start)..main")
    #expect(failing.status == 1 && failing.everything.contains("14%"), "\(failing.everything)")
    try newsroom.plant(.faithful, on: "main")
    let mended = try newsroom.editorial("check", "\(start)..main")
    #expect(mended.status == 0, "the range ends well:\n\(mended.everything)")
  }

  @Test func checkOfStagedFilesJudgesTheIndexAndNotTheWorkTree() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.git.write(SampleArticle.path, SampleArticle.wrongFigure.text)
    try newsroom.git("add", "--all")
    try newsroom.git.write(SampleArticle.path, SampleArticle.faithful.text)
    let failing = try newsroom.editorial("check", "--staged")
    #expect(failing.status == 1 && failing.everything.contains("14%"), "\(failing.everything)")
    try newsroom.git("add", "--all")
    #expect(try newsroom.editorial("check", "--staged").status == 0)
  }

  // MARK: diff

  @Test func diffNamesEachFactThatWasLostAndWon() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(slug)")
    let good = try newsroom.plant(.faithful, on: "styled/\(slug)", from: "factual/\(slug)")
    let bad = try newsroom.plant(.wrongFigure, on: "desk/restyled", from: "styled/\(slug)")
    let lost = try newsroom.editorial("diff", good, bad)
    #expect(lost.everything.contains("14%") && lost.everything.contains("40%"), "\(lost.everything)")
    #expect(lost.everything.contains("100.0"), "\(lost.everything)")
    let won = try newsroom.editorial("diff", bad, good)
    #expect(won.everything.contains("14%"), "\(won.everything)")
    #expect(won.text != lost.text)
    #expect(won.status == 0, "points are won, none is lost:\n\(won.everything)")
  }

  @Test func diffOfAnUnknownRevisionCannotBeJudged() throws {
    let result = try TestNewsroom().editorial("diff", "main", "no-such-branch")
    #expect(result.status == 2, "\(result.everything)")
    #expect(result.errorText.contains("no-such-branch"))
  }

  // MARK: explain, and the command line

  @Test func explainTellsWhatARuleMeans() throws {
    let newsroom = try TestNewsroom()
    let all = try newsroom.editorial("explain")
    #expect(all.status == 0)
    for rule in ["figure-altered", "sources-placeholder"] {
      #expect(all.text.contains(rule), "\(all.text)")
      let one = try newsroom.editorial("explain", rule)
      #expect(one.status == 0 && one.text.contains(rule), "\(one.everything)")
    }
    let unknown = try newsroom.editorial("explain", "figure-alterred")
    #expect(unknown.status == 64)
    #expect(unknown.errorText.contains("figure-altered"), "no did-you-mean:\n\(unknown.everything)")
  }

  @Test func wrongUsageIsToldFromARefusal() throws {
    let newsroom = try TestNewsroom()
    #expect(try newsroom.editorial("promot", slug).status == 64)
    #expect(try newsroom.editorial("promote", "--no-such-option").status == 64)
    #expect(try newsroom.editorial("score").status == 64)
    #expect(try newsroom.editorial("--help").status == 0)
    for verb in ["init", "new", "status", "score", "check", "promote", "diff", "explain", "hook"] {
      let help = try newsroom.editorial(verb, "--help")
      #expect(help.status == 0, "\(verb)")
      #expect(help.text.contains("editorial \(verb)"), "no example in the help of \(verb)")
    }
  }

  @Test func outsideARepositoryEveryOtherVerbSaysSo() throws {
    let newsroom = try TestNewsroom()
    try newsroom.folder.makeFolder("empty")
    for arguments in [["status"], ["check", "--all"], ["promote", slug], ["new", slug], ["hook", "install"]] {
      let result = try newsroom.editorial(arguments, in: newsroom.folder.path("empty"))
      #expect(result.status == 2, "\(arguments): \(result.status) \(result.everything)")
      #expect(!result.errorText.isEmpty)
    }
  }
}

/// Returns the numbers, in tenths, that follow `key`.
private func numbers(after key: String, in text: String) -> [Int] {
  text.split(separator: key).dropFirst().compactMap { rest in
    let number = rest.drop { $0 == " " }.prefix { $0.isNumber || $0 == "." }
    let parts = number.split(separator: ".")
    guard let whole = parts.first.flatMap({ Int($0) }) else { return nil }
    return whole * 10 + (parts.count > 1 ? Int(parts[1].prefix(1)) ?? 0 : 0)
  }
}

/// Returns `text` as a JSON string.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
