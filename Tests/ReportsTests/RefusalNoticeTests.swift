import Gatekeeping
import Reports
import Scoring
import Testing

@Suite struct RefusalNoticeTests {
  private var notice: RefusalNotice {
    RefusalNotice(
      refused: "the update of main", articles: [Samples.refused],
      refusals: [.policyWithArticles(policy: "editorial.yml", commit: nil)],
      wayBack: "git reset --merge", next: "editorial explain sources-placeholder")
  }

  @Test func noticeNamesArticleScoreThresholdFindingsWayBackAndNextCommand() throws {
    try expectGolden(TextRenderer(width: 72).text(notice), "notice.txt")
  }

  @Test func noticeFitsBehindThePrefixOfARemote() {
    for line in TextRenderer(width: 72).text(notice).split(separator: "\n") where !line.contains(".md:") {
      #expect(DisplayText.width("remote: " + line) <= 80, "\(line)")
    }
  }

  @Test func notesAreLeftOut() {
    #expect(!TextRenderer().text(notice).contains("hedge-added"))
  }

  @Test func manyFindingsAreCounted() {
    let findings = (0..<30).map { index in
      Finding(
        id: "\(index)", rule: "figure-lost", severity: .error, message: "m", remedy: "", candidate: nil, baseline: nil,
        points: Tenths(1))
    }
    let report = Report(
      slug: "solar-roofs", candidate: Samples.candidate, baseline: nil, scorecard: Samples.card(970, findings),
      gate: nil, next: nil)
    let notice = RefusalNotice(refused: "the push", articles: [report], refusals: [], wayBack: nil, next: nil)
    #expect(TextRenderer().text(notice).contains("and 22 findings more."))
  }

  @Test func articleThatCouldNotBeScoredSaysWhy() {
    let report = Report(
      slug: "solar-roofs", candidate: Samples.candidate, baseline: nil, scorecard: nil,
      gate: .init(stage: "published", threshold: Tenths(950), verdict: Verdict([.symbolicLink])), next: nil)
    let text = TextRenderer().text(report)
    #expect(text.hasPrefix("solar-roofs: not scored, 95.0 needed for published: refused\n  A symbolic link stands"))
  }

  @Test func findingThatBlocksIsMarked() {
    let finding = Finding(
      id: "0", rule: "chatter", severity: .error, message: "Chatter.", remedy: "", candidate: nil, baseline: nil,
      points: .zero)
    let report = Report(
      slug: "a", candidate: Samples.candidate, baseline: nil, scorecard: Samples.card(1000, [finding]),
      gate: .init(stage: "styled", threshold: Tenths(950), verdict: Verdict([.blocking(finding)])), next: nil)
    let text = TextRenderer().text(report)
    #expect(text.contains("[chatter 0] must be mended"))
    #expect(text.contains("The score is high enough, but 1 finding must be mended whatever the score."))
  }
}
