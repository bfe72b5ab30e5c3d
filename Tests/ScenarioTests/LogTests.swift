import Testing
import TestSupport

/// `editorial log` tells what became of an article, and of a fact in it.
@Suite struct LogTests {
  private let slug = SampleArticle.slug
  private let styled = "styled/\(SampleArticle.slug)"

  /// Promoted to styled, then restyled with a wrong figure, mended, and published; the newest commit last.
  private func publishedNewsroom() throws -> (newsroom: TestNewsroom, wrong: String, mended: String) {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "draft/\(slug)")
    for _ in 0..<2 {
      let result = try newsroom.editorial("promote", slug)
      try #require(result.status == 0, "\(result.everything)")
    }
    let wrong = try newsroom.plant(.wrongFigure, on: styled)
    let mended = try newsroom.plant(.faithful, on: styled)
    let result = try newsroom.editorial("promote", slug)
    try #require(result.status == 0, "\(result.everything)")
    return (newsroom, wrong, mended)
  }

  /// The value of a member of a one-line object.
  private func member(_ name: String, of line: String) -> String? {
    guard let start = line.firstRange(of: "\"\(name)\":")?.upperBound else { return nil }
    return String(line[start...].prefix { $0 != "," && $0 != "}" }.replacing("\"", with: ""))
  }

  @Test func everyVersionOfEveryStageIsToldWithItsScore() throws {
    let (newsroom, wrong, mended) = try publishedNewsroom()
    let log = try newsroom.editorial("log", slug, "--format", "jsonl")
    #expect(log.status == 0, "\(log.everything)")
    let stages = log.lines.map { member("stage", of: $0) ?? "" }
    #expect(stages == ["published", "styled", "styled", "styled", "factual", "draft"], "\(log.text)")
    let integrity = log.lines.map { member("integrity", of: $0) ?? "" }
    #expect(integrity == ["100.0", "100.0", "60.0", "100.0", "100.0", "100.0"], "\(log.text)")
    let line = try #require(log.lines.first { $0.contains(wrong) })
    #expect(member("change", of: line) == "-40.0")
    #expect(member("verdict", of: line) == "refused")
    let after = try #require(log.lines.first { $0.contains(mended) })
    #expect(member("change", of: after) == "40.0")
    let text = try newsroom.editorial("log", slug)
    #expect(text.text.contains("6 versions"), "\(text.text)")
    #expect(text.text.contains("figure-altered") && text.text.contains("14%"), "\(text.text)")
    #expect(text.text.contains("Promote \(slug) from styled to published"))
  }

  @Test func stagesAreKnownWhenTheirBranchesAreGone() throws {
    let (newsroom, _, _) = try publishedNewsroom()
    let before = try newsroom.editorial("log", slug, "--format", "jsonl")
    try newsroom.git("branch", "-D", "draft/\(slug)", "factual/\(slug)", styled)
    let after = try newsroom.editorial("log", slug, "--format", "jsonl")
    #expect(after.text == before.text)
  }

  @Test func movedFileIsFollowed() throws {
    let newsroom = try TestNewsroom(policy: "version: 1\narticles: [\"articles/{slug}.md\", \"texts/{slug}.md\"]\n")
    let first = try newsroom.plant(.factual, on: "main")
    try newsroom.git("reset", "-q", "--hard")
    try newsroom.git.write("texts/\(slug).md", SampleArticle.faithful.text)
    try newsroom.git("rm", "-q", SampleArticle.path)
    try newsroom.git("add", "texts")
    try newsroom.git("-c", "core.hooksPath=/dev/null", "commit", "-q", "-m", "Move and restyle")
    let log = try newsroom.editorial("log", slug, "--format", "jsonl")
    #expect(log.lines.count == 2, "\(log.everything)")
    #expect(member("oldPath", of: log.lines.first ?? "") == SampleArticle.path, "\(log.text)")
    #expect(log.lines.last?.contains(first) == true, "\(log.text)")
  }

  @Test func factIsFollowedThroughNotations() throws {
    let (newsroom, wrong, mended) = try publishedNewsroom()
    let log = try newsroom.editorial("log", slug, "--fact", "forty percent", "--format", "jsonl")
    #expect(log.status == 0, "\(log.everything)")
    let events = log.lines.map { "\(member("event", of: $0) ?? "") \((member("commit", of: $0) ?? "").prefix(7))" }
    let draft = try #require(try newsroom.tip("draft/\(slug)"))
    #expect(
      events == ["altered \(mended.prefix(7))", "altered \(wrong.prefix(7))", "introduced \(draft.prefix(7))"],
      "\(log.text)")
    let text = try newsroom.editorial("log", slug, "--fact", "40%")
    #expect(text.text.contains("14%") && text.text.contains("became"), "\(text.text)")
    let words = try newsroom.editorial("log", slug, "--fact", "judith amory", "--format", "jsonl")
    #expect(words.lines.count == 1 && words.text.contains("introduced"), "\(words.everything)")
  }

  @Test func factThatNobodyStatedIsSaidToBeNowhere() throws {
    let (newsroom, _, _) = try publishedNewsroom()
    let none = try newsroom.editorial("log", slug, "--fact", "77%")
    #expect(none.status == 0)
    #expect(none.text.contains("No version of \(slug) states “77%”"), "\(none.everything)")
    let empty = try newsroom.editorial("log", slug, "--fact", "…")
    #expect(empty.status == 2)
    #expect(empty.everything.contains("no word and no number"), "\(empty.everything)")
  }

  @Test func briefFormIsOneLineAVersion() throws {
    let (newsroom, _, _) = try publishedNewsroom()
    let log = try newsroom.editorial("log", slug, "--oneline", "-n", "3")
    #expect(log.lines.count == 3, "\(log.text)")
    #expect(log.lines.first?.contains("published") == true)
    let wrong = try newsroom.editorial("log", slug, "-n", "0")
    #expect(wrong.status == 64)
    let unknown = try newsroom.editorial("log", "solar-rofs")
    #expect(unknown.status == 2)
    #expect(unknown.everything.contains("Did you mean “\(slug)”?"), "\(unknown.everything)")
  }

  @Test func clockThatWentBackDoesNotTurnTheOrder() throws {
    var newsroom = try TestNewsroom()
    newsroom.git.environment["GIT_COMMITTER_DATE"] = "2030-01-01T00:00:00Z"
    let first = try newsroom.plant(.factual, on: "draft/\(slug)")
    newsroom.git.environment["GIT_COMMITTER_DATE"] = "2020-01-01T00:00:00Z"
    let second = try newsroom.plant(.faithful, on: "draft/\(slug)")
    let log = try newsroom.editorial("log", slug, "--format", "jsonl")
    #expect(log.lines.map { member("commit", of: $0) } == [second, first], "\(log.everything)")
  }
}
