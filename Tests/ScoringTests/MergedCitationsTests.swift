import Scoring
import Testing

/// One citation may vouch for a list, or for two sentences that cited the same.
@Suite struct MergedCitationsTests {
  struct Edit: Sendable, CustomStringConvertible {
    let before: String
    let after: String

    var description: String { "\(before) → \(after)" }

    init(_ before: String, _ after: String) { (self.before, self.after) = (before, after) }

    private func article(_ text: String) -> String {
      """
      ---
      lang: en
      ---

      # The harbour

      The harbour lies between two hills. Its quay was built of granite. Gulls nest on the crane.

      \(text)

      A railway leads to the quay. The station stands near the church. Its clock was cast in a foundry.

      ## Sources

      [1] Ministry of Ports, Yearbook, 2024-03-01, https://ports.test/yearbook

      [2] Harbour Board, Survey, 2024-04-02, https://harbour.test/survey
      """
    }

    var scorecard: Scorecard { Judging.scorecard(article(after), against: article(before)) }
  }

  private static let list = """
    The council gave a timetable in three steps [1]:

    - by 30 April, a new call for tenders;
    - in June, the opening of the bids;
    - on 1 September, the start of the new caterer.
    """
  private static let prose =
    "The council has given a timetable in three steps. A new call for tenders will be out by 30 April. "
    + "The bids will be opened in June. Lastly, the new caterer will start on 1 September [1]."
  private static let tower = "The tower was built in 1890 with 40,000 bricks [1]. "

  private static let table = """
    Income was made up as follows [1].

    | Origin | Share |
    |---|---|
    | Fees | 31% |
    | Tickets | 28% |
    """
  private static let shares = "Fees brought in 31% of income. Tickets accounted for 28% [1]."
  private static let dated = "The tower was built in 1890 with 40,000 bricks (Ministry of Ports, 2024)."

  static let kept = [
    Edit(list, prose), Edit(prose, list), Edit(shares, table),
    Edit(dated, dated.replacing("(Ministry of Ports, 2024)", with: "[1]")),
    Edit(prose, list.replacing(" [1]", with: "") + "\n\n[1]"),
    Edit(
      "Keep the bill for ten years. Ask the builder for the plans (Source: Harbour Board).",
      "Ask the builder for the plans. Keep the bill for ten years (Source: Harbour Board)."),
    Edit(
      tower + "It burned down in 1911 and was never rebuilt [1].",
      "Built in 1890 with 40,000 bricks, the tower burned down in 1911. It was never rebuilt [1]."),
    Edit(
      tower + "It burned down in 1911 and was never rebuilt [1].",
      "It took 40,000 bricks to build the tower in 1890. It burned down in 1911 and was never rebuilt [1]."),
  ]

  static let changed = [
    Edit(list, prose.replacing("[1]", with: "[2]")), Edit(prose, list.replacing("[1]", with: "[2]")),
    Edit(list, prose.replacing(" [1]", with: "")), Edit(shares, table.replacing(" [1]", with: "")),
    Edit(dated, dated.replacing(" (Ministry of Ports, 2024)", with: "")),
    Edit(dated, dated.replacing("Ministry of Ports", with: "Harbour Board")),
    Edit(
      dated.replacing("Ministry of Ports", with: "Yearbook"), dated.replacing(" (Ministry of Ports, 2024)", with: "")),
    Edit(
      "The Ministry of Ports counted 40,000 bricks. (Source: Ministry of Ports)",
      "The Ministry of Ports counted 40,000 bricks. (Source: Harbour Board)"),
    Edit(
      tower + "It burned down in 1911 and was never rebuilt [2].",
      "Built in 1890 with 40,000 bricks, the tower burned down in 1911. It was never rebuilt [2]."),
    Edit(
      tower + "It burned down in 1911 and was never rebuilt [1].",
      "The tower was built in 1890 with 40,000 bricks. It burned down in 1911 and was never rebuilt [1]."),
    Edit(
      tower + "It burned down in 1911 and was never rebuilt [1].",
      "The tower was built in 1890 with 40,000 bricks [2]. It burned down in 1911 and was never rebuilt [1]."),
  ]

  @Test(arguments: kept) func aCitationOfSeveralStatementsIsOne(_ edit: Edit) {
    let card = edit.scorecard
    #expect(card.integrity.value >= 950, "\(card.findings.map(\.message))")
  }

  @Test(arguments: changed) func anotherSourceOrNoneIsRefused(_ edit: Edit) {
    #expect(edit.scorecard.integrity.value < 950)
  }
}
