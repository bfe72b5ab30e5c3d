import Scoring
import StructuredText
import Testing

/// A finding stands on the words that were changed, so that whoever reads it is led to the edit.
@Suite struct ChangedPlaceTests {
  private static func article(_ body: String, sources: String = notes) -> String {
    """
    ---
    lang: en
    ---

    # What the canal carries

    \(body)

    The towpath is open all year.

    \(sources)
    """
  }

  private static let notes = """
    ## Sources

    [^a]: Canal office, report, 17/02/2025, https://canal.example/report
    [^b]: Port survey, survey, 03/03/2025, https://port.example/survey
    """

  /// Expects one finding of a rule, where the brackets stand in each of the two texts.
  private func expectPlaces(
    of rule: RuleID, candidate: String, baseline: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let (before, after) = (Judging.unmarked(baseline), Judging.unmarked(candidate))
    let found = Judging.scorecard(after.text, against: before.text).findings.filter { $0.rule == rule }
    #expect(found.compactMap(\.candidate) == after.ranges, sourceLocation: sourceLocation)
    #expect(found.compactMap(\.baseline) == before.ranges, sourceLocation: sourceLocation)
  }

  @Test func footnoteOfAnotherSourceIsShownAtItsMark() {
    expectPlaces(
      of: "citation-altered", candidate: Self.article("In 2024 the canal carried 1,240 boats.⟦[^b]⟧ Most were barges."),
      baseline: Self.article("In 2024 the canal carried 1,240 boats.⟦[^a]⟧ Most were barges."))
  }

  @Test func lostFootnoteIsShownWhereItsMarkStood() {
    expectPlaces(
      of: "citation-lost", candidate: Self.article("⟦In 2024 the canal carried 1,240 boats.⟧ Most were barges."),
      baseline: Self.article("In 2024 the canal carried 1,240 boats.⟦[^a]⟧ Most were barges."))
  }

  @Test func turnedMoveIsShownWithTheWordThatTurns() {
    expectPlaces(
      of: "direction-flipped",
      candidate: Self.article("The tolls have ⟦shrunk by 30 percent⟧, a growth that the port regrets."),
      baseline: Self.article("The tolls have grown by ⟦30 percent, a growth⟧ that the port regrets."))
  }

  @Test func sourcesThatAreGoneAreShownWhereTheFirstOfThemStood() {
    let list = """
      ## Sources

      - ⟦Canal office, report, 17/02/2025, https://canal.example/report⟧
      - Port survey, survey, 03/03/2025, https://port.example/survey
      """
    let hidden = """
      ⟦## Sources⟧

      <!-- to be pasted -->
      """
    expectPlaces(
      of: "sources-missing", candidate: Self.article("In 2024 the canal carried 1,240 boats.", sources: hidden),
      baseline: Self.article("In 2024 the canal carried 1,240 boats.", sources: list))
  }
}
