import Reports
import Scoring
import StructuredText
import Testing

@Suite struct TextRendererTests {
  @Test func refusedArticleNamesBothPlacesOfEachFinding() throws {
    try expectGolden(TextRenderer(width: 100).text(Samples.refused), "refused.txt")
  }

  @Test func narrowReportFitsItsWidth() throws {
    let text = TextRenderer(width: 60).text(Samples.refused)
    try expectGolden(text, "refused-60.txt")
    // A place is never broken, so that it stays a link.
    for line in text.split(separator: "\n") where !line.contains(".md:") {
      #expect(DisplayText.width(String(line)) <= 60, "\(line)")
    }
  }

  @Test func passedArticleSaysSo() throws {
    try expectGolden(TextRenderer().text(Samples.mended), "passed.txt")
  }

  @Test func severalArticlesAreCounted() {
    let text = TextRenderer().text([Samples.refused, Samples.mended])
    #expect(text.hasSuffix("2 articles: 1 passed, 1 refused.\n"))
  }

  @Test func findingsThatCostNothingComeLast() throws {
    let text = TextRenderer().text(Samples.refused)
    let lines = text.split(separator: "\n")
    let note = try #require(lines.firstIndex { $0.contains("hedge-added") })
    let lost = try #require(lines.firstIndex { $0.contains("figure-lost") })
    #expect(lost < note)
  }

  @Test func colourSurroundsAndNeverChangesTheText() {
    let plain = TextRenderer().text(Samples.refused)
    let painted = TextRenderer(paint: .ansi).text(Samples.refused)
    #expect(painted.contains("\u{1B}[1;31merror\u{1B}[0m"))
    #expect(!plain.contains("\u{1B}"))
    #expect(withoutEscapes(painted) == plain)
  }

  @Test func escapesAndControlsInContentAreSpelledOut() throws {
    let text = LocatedText(path: "a\u{1B}]0;x\u{7}.md", bytes: Array("x \u{1B}[2J \u{202E}evil\u{0} \u{9B}1m\r\n".utf8))
    let finding = Finding(
      id: "0", rule: "figure-altered", severity: .error, message: "“\u{1B}[31m\u{2066}” became “\n”.", remedy: "\u{8}",
      candidate: Samples.range(of: "evil", in: text), baseline: nil, points: .full)
    let report = Report(
      slug: "s\u{1B}[0m", candidate: text, baseline: nil, scorecard: Samples.card(0, [finding]), gate: nil,
      next: "\u{7F}")
    let shown = TextRenderer().text(report)
    for scalar in shown.unicodeScalars where scalar != "\n" {
      #expect(
        scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar != "\u{202E}" && scalar != "\u{2066}")
    }
    #expect(shown.contains("x \\u{001B}[2J \\u{202E}evil\\u{0000} \\u{009B}1m"))
  }

  @Test func scoreDiffTellsPointsLostAndWon() throws {
    try expectGolden(TextRenderer().text(ScoreDiff(from: Samples.refused, to: Samples.mended)), "diff-won.txt")
    try expectGolden(TextRenderer().text(ScoreDiff(from: Samples.mended, to: Samples.refused)), "diff-lost.txt")
  }

  @Test func rulePageHasBothExamples() throws {
    let rule = RuleDescription(
      id: "figure-altered", summary: "A figure of the baseline has another value",
      rationale: "Readers act on figures.", defaultSeverity: .error, points: Tenths(50), cap: Tenths(600),
      failing: .init(baseline: "412 schools had panels.", candidate: "⟦421 schools⟧ had panels."),
      passing: .init(baseline: "412 schools had panels.", candidate: "Panels? 412 schools had them."))
    try expectGolden(TextRenderer().text(rule), "rule.txt")
  }

  @Test func diagnosticStartsWithItsPlace() {
    let policy = LocatedText(path: "editorial.yml", bytes: Array("version: 1\nartcles: []\n".utf8))
    let error = StructuredTextError("unknown key “artcles”", at: TextRange(11, 18), remedy: "Did you mean articles?")
    #expect(
      TextRenderer().text([Diagnostic(error, in: policy)])
        == "editorial.yml:2:1: error: unknown key “artcles”\n  Did you mean articles?\n")
  }

  private func withoutEscapes(_ text: String) -> String {
    var result = ""
    var isEscape = false
    for scalar in text.unicodeScalars {
      if scalar == "\u{1B}" { isEscape = true }
      if !isEscape { result.unicodeScalars.append(scalar) }
      if isEscape, scalar == "m" { isEscape = false }
    }
    return result
  }
}
