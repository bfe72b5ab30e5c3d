import TestSupport
import Testing

/// While a published article is revised, what is published is shown as it was judged.
@Suite struct RevisionTests {
  private let slug = SampleArticle.slug

  private func done(_ newsroom: TestNewsroom, _ arguments: String..., at: SourceLocation = #_sourceLocation) throws {
    let result = try newsroom.editorial(arguments)
    try #require(result.status == 0, "\(result.everything)", sourceLocation: at)
  }

  private func newsroomAtPublished() throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "draft/\(slug)")
    for _ in 0..<2 { try done(newsroom, "promote", slug) }
    try newsroom.plant(.faithful, on: "styled/\(slug)")
    try done(newsroom, "promote", slug)
    try newsroom.git("reset", "--quiet", "--hard")
    return newsroom
  }

  /// The draft is open again, and its figure is corrected at the stage factual.
  private func revise(_ newsroom: TestNewsroom) throws {
    try done(newsroom, "revise", slug)
    let text = try newsroom.content(of: SampleArticle.path, in: "draft/\(slug)")
    try newsroom.plant(Array(text.replacing("forty per cent", with: "45%").utf8), on: "draft/\(slug)")
    try done(newsroom, "promote", slug)
  }

  @Test func publishedTextIsNoneTheWorseForARevision() throws {
    let newsroom = try newsroomAtPublished()
    let before = try newsroom.editorial("status", "--format", "json").text
    try #require(before.contains("\"verdict\": \"passed\""), "\(before)")
    try revise(newsroom)
    let status = try newsroom.editorial("status")
    #expect(status.text.contains("A revision is under way: what draft and factual have"), "\(status.text)")
    for alarm in ["Stale", "would refuse"] { #expect(!status.text.contains(alarm), "\(status.text)") }
    let french = try newsroom.editorial("status", "--lang", "fr").text
    #expect(french.contains("Une révision est en cours") && !french.contains("Dépassé"), "\(french)")
    let json = try newsroom.editorial("status", "--format", "json").text
    func scores(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { $0.contains("\"integrity\"") || $0.contains("\"verdict\"") }
    }
    #expect(scores(json) == scores(before), "\(json)")
    // Whatever shows the published text says the same.
    let score = try newsroom.editorial("score", "\(slug)@published")
    #expect(score.status == 0, "\(score.everything)")
    // What was restyled before is behind the corrected facts, and what is published of it is not.
    let audit = try newsroom.editorial("check", "--all").text
    #expect(audit.contains("needed for published: passed"), "\(audit)")
    try done(newsroom, "report", "--html", newsroom.folder.path("report.html"))
    #expect(try !newsroom.folder.readText("report.html").contains("would refuse"))
  }

  @Test func correctionIsNotForgottenWhenTheRestyledTextIsPublished() throws {
    let newsroom = try newsroomAtPublished()
    try revise(newsroom)
    // What comes to the published branch is measured against the corrected facts, as ever.
    let text = try newsroom.content(of: SampleArticle.path, in: "main")
    try newsroom.plant(
      Array(text.replacing("Look up when", with: "Look out when").utf8), at: SampleArticle.path, on: "desk",
      from: "main")
    let check = try newsroom.editorial("check", "main..desk")
    #expect(check.status == 1 && check.text.contains("45%"), "\(check.everything)")
  }

  @Test func articleThatIsOpenAgainIsShownBeforeAnythingIsWritten() throws {
    let newsroom = try newsroomAtPublished()
    let quiet = try newsroom.editorial("status").text
    #expect(!quiet.contains("revision"), "\(quiet)")
    try done(newsroom, "revise", slug)
    let status = try newsroom.editorial("status").text
    #expect(status.contains("Open for a revision (draft); nothing has been changed yet."), "\(status)")
    let json = try newsroom.editorial("status", "--format", "json").text
    #expect(json.contains("\"reopened\": \"draft\""), "\(json)")
    let french = try newsroom.editorial("status", "--lang", "fr").text
    #expect(french.contains("Ouvert pour une révision (draft)"), "\(french)")
  }

  @Test func squashedPublicationIsMeasuredAgainstTheCheckedTextOfNow() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(.faithful, on: "main")
    #expect(try newsroom.editorial("check", "--all").status == 0)
    let wrong = SampleArticle.faithful.text.replacing("2.4 million", with: "4.2 million")
    try newsroom.plant(Array(wrong.utf8), on: "main")
    let audit = try newsroom.editorial("check", "--all")
    #expect(audit.status == 1 && audit.text.contains("4.2 million"), "\(audit.everything)")
  }
}
