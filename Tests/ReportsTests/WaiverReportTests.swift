import Gatekeeping
import Reports
import Scoring
import StructuredText
import Testing

/// Whatever the format: who has accepted a finding, when, and why.
@Suite struct WaiverReportTests {
  private let sentence = "accepted by Ann Lee <ann@example.org> on 2025-07-31: the office corrected it"

  private var report: Report {
    let finding = Finding(
      id: "1f0c9a7e", rule: "figure-altered", severity: .error, message: "It was 40 %", remedy: "Write “40 %”",
      candidate: TextRange(0, 4), baseline: nil, points: Tenths(400),
      cost: Finding.Cost(points: Tenths(150), cap: Tenths(600)))
    let waiver = Waiver(
      article: "solar-roofs", rule: "figure-altered", mark: .init(finding: "1f0c9a7e", seal: "0123456789abcdef"),
      name: "Ann Lee", address: "ann@example.org", day: "2025-07-31", reason: "the office corrected it")
    return Report(
      slug: "solar-roofs", candidate: LocatedText(path: "a.md", file: "a.md", bytes: Array("14 % of it\n".utf8)),
      baseline: nil, scorecard: Samples.card(600, [finding]),
      gate: .init(stage: "styled", threshold: Tenths(950), verdict: .passed), waivers: ["1f0c9a7e": waiver], next: nil)
  }

  @Test(arguments: [
    ReportFormat.text, .json, .jsonl, .markdown, .github, .sarif, .junit, .checkstyle, .rdjson,
  ])
  func everyFormatSaysWhoAcceptedAndWhy(format: ReportFormat) {
    let text = ReportBundle.articles([report]).document(as: format, text: TextRenderer(), version: "1.2.3")
    // Markdown escapes what hosts would make links of.
    let plain = text.replacing("\\", with: "").replacing("<!-- -->", with: "")
    for words in ["Ann Lee", "ann@example.org", "2025-07-31", "the office corrected it"] {
      #expect(plain.contains(words), "\(text)")
    }
    #expect(!text.contains("Write “40 %”") || format == .json || format == .jsonl, "\(text)")
  }

  @Test func sarifSuppressesWhatIsAccepted() {
    let text = ReportBundle.articles([report]).document(as: .sarif, text: TextRenderer(), version: "1.2.3")
    #expect(text.contains("\"kind\": \"external\",\n              \"justification\": \"\(sentence)\""), "\(text)")
    #expect(
      !ReportBundle.articles([Samples.refused]).document(as: .sarif, text: TextRenderer(), version: "1").contains(
        "suppressions"))
  }

  @Test func textTellsBothScores() {
    let text = TextRenderer().text(report)
    #expect(
      text.hasPrefix("solar-roofs: integrity 60.0 (100.0 with 1 finding accepted), 95.0 needed for styled: passed\n"))
    #expect(text.contains(sentence), "\(text)")
  }
}
