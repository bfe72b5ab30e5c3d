import Scoring
import Testing

/// The date at the head of a table's column belongs to the amounts below it.
@Suite struct HeadDatesTests {
  private static func article(_ amounts: String) -> String {
    """
    ---
    lang: en
    ---

    # The tolls of the canal

    The tolls of 2023 and of 2024 were set by the council.

    \(amounts)

    The towpath is open all year.
    """
  }

  private static let table = """
    | Lock | 2022 | 2023 |
    |---|---|---|
    | Upper lock | £92,000 | £74,000 |
    | Lower lock | £480,000 | £515,000 |
    """

  private static let prose = """
    The lower lock earned £480,000 in 2022 and £515,000 in 2023. The upper lock earned £92,000 in 2022 and £74,000 in 2023.
    """

  /// The same rows in another order, under the dates given.
  private static func turned(_ first: String, _ second: String) -> String {
    """
    | Lock | \(first) | \(second) |
    |---|---|---|
    | Lower lock | £480,000 | £515,000 |
    | Upper lock | £92,000 | £74,000 |
    """
  }

  @Test(arguments: [table, prose]) func amountsUnderTheirDatesAreNoFinding(amounts: String) {
    let card = Judging.scorecard(Self.article(Self.turned("2022", "2023")), against: Self.article(amounts))
    #expect(card.integrity == .full, "\(card.findings)")
  }

  @Test(arguments: [table, prose]) func dateOfOtherMattersOverAColumnIsAltered(amounts: String) {
    let card = Judging.scorecard(Self.article(Self.turned("2022", "2024")), against: Self.article(amounts))
    #expect(card.findings.contains { $0.rule == "date-altered" }, "\(card.findings)")
    #expect(card.integrity.value < 950)
  }

  @Test func amountsToldWithOtherDatesThanAtTheHeadAreAltered() {
    let told = Self.prose.replacing("in 2023", with: "in 2024")
    let card = Judging.scorecard(Self.article(told), against: Self.article(Self.table))
    #expect(card.integrity.value < 950, "\(card.findings)")
  }

  @Test func tableTurnedOnItsSideIsNoFinding() {
    let turned = """
      | Year | Upper lock | Lower lock |
      |---|---|---|
      | 2022 | £92,000 | £480,000 |
      | 2023 | £74,000 | £515,000 |
      """
    let card = Judging.scorecard(Self.article(turned), against: Self.article(Self.table))
    #expect(card.integrity == .full, "\(card.findings)")
  }
}
