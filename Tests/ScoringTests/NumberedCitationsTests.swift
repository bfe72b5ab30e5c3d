import Scoring
import Testing

/// `[1]` in running text means the first entry of a numbered list of sources.
@Suite struct NumberedCitationsTests {
  private static let marks = [
    "(Source: Canal office)", "(Source: Port survey)", "(Source: Canal office)",
  ]

  /// The same article, its three citations written one way or another.
  private static func article(_ marks: [String], sources: String = numbered) -> String {
    """
    ---
    lang: en
    ---

    # What the canal carries

    In 2024 the canal carried 1,240 boats \(marks[0]).

    The port counted 310 of them in one week of August \(marks[1]).

    Repairs of the third lock cost £84,000 \(marks[2]).

    ## Sources

    \(sources)
    """
  }

  private static let numbered = """
    1. **Canal office** - Report
       - Date: 17/02/2025
       - URL: https://canal.example/report
       - Reliability: 9/10
    2. **Port survey** - Survey
       - Date: 03/03/2025
       - URL: https://port.example/survey
       - Reliability: 7/10
    """

  /// The numbers in brackets before the names, and each entry on a line.
  private static let bracketed = """
    [1] **Canal office** (report, 17/02/2025, reliability 9/10): https://canal.example/report

    [2] **Port survey** (survey, 03/03/2025, reliability 7/10): https://port.example/survey
    """

  private static func score(_ candidate: String) -> Scorecard {
    Judging.scorecard(candidate, against: article(marks))
  }

  @Test(arguments: [numbered, bracketed]) func numbersStandForNames(sources: String) {
    let card = Self.score(Self.article(["[1]", "[2]", "[1]"], sources: sources))
    #expect(card.integrity == .full, "\(card.findings)")
  }

  @Test func renumberingIsNoChange() {
    let other = """
      1. **Port survey** - Survey, 03/03/2025, https://port.example/survey, Reliability: 7/10
      2. **Canal office** - Report, 17/02/2025, https://canal.example/report, Reliability: 9/10
      """
    let card = Judging.scorecard(
      Self.article(["[2]", "[1]", "[2]"], sources: other), against: Self.article(["[1]", "[2]", "[1]"]))
    #expect(card.integrity == .full, "\(card.findings)")
    let stale = Judging.scorecard(
      Self.article(["[1]", "[2]", "[1]"], sources: other), against: Self.article(["[1]", "[2]", "[1]"]))
    #expect(stale.findings.contains { $0.rule == "citation-altered" }, "\(stale.findings)")
  }

  @Test(arguments: [["[2]", "[2]", "[1]"], ["[1]", "[2]", ""], ["[1]", "[1]", "[1]"], ["[1]", "[4]", "[1]"]])
  func anotherNumberIsAnotherSource(marks: [String]) {
    let card = Self.score(Self.article(marks))
    #expect(card.integrity.value < 950, "\(card.findings)")
  }

  @Test func behindTheFullStopItVouchesForWhatIsBefore() {
    let behind = Self.article(["[1]", "[2]", "[1]"]).replacing(" [2].", with: ". [2]")
    #expect(Self.score(behind).integrity == .full, "\(Self.score(behind).findings)")
  }

  @Test func anEntryThatSaysAnotherReliabilityInItsLineHasChanged() {
    let sources = Self.bracketed.replacing("reliability 7/10", with: "reliability 9/10")
    let card = Self.score(Self.article(["[1]", "[2]", "[1]"], sources: sources))
    #expect(card.findings.contains { $0.rule == "source-altered" }, "\(card.findings)")
  }
}
