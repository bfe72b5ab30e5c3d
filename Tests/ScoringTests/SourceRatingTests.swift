import Scoring
import Testing

/// How reliable a source is said to be, in numbers, in words or in stars.
@Suite struct SourceRatingTests {
  /// An article whose first source stands there with a rating, in one of several forms.
  private static func article(_ entries: String) -> String {
    """
    ---
    lang: en
    ---

    # What the ferry carries

    The ferry carried 320 cars (Source: Harbour office). The quay has 12 cranes (Source: Quay survey).

    ## Sources

    \(entries)
    """
  }

  private static let forms: [@Sendable (String) -> String] = [
    { "- [Harbour office](https://harbour.example/a), 2024-04-09, reliability: \($0)\n- Quay survey, 2024-05-02" },
    { "- [Harbour office](https://harbour.example/a) (2024-04-09, reliability \($0))\n- Quay survey, 2024-05-02" },
    { "- Harbour office | https://harbour.example/a | 2024-04-09 | Reliability: \($0)\n- Quay survey | 2024-05-02" },
    { "1. **Harbour office**\n   - URL: https://harbour.example/a\n   - Reliability: \($0)\n2. **Quay survey**" },
    {
      """
      | Name | URL | Reliability |
      |---|---|---|
      | Harbour office | https://harbour.example/a | \($0) |
      | Quay survey | https://quay.example/b | 6/10 |
      """
    },
  ]

  @Test(arguments: [
    ("high", "low"), ("medium", "high"), ("8/10", "6/10"), ("4.5/5", "4/5"), ("85 %", "80 %"), ("A", "C"),
    ("●●○", "●○○"), ("★★★", "★★"),
  ])
  func anotherRatingIsFoundInEveryForm(_ before: String, _ after: String) {
    for form in Self.forms {
      let card = Judging.scorecard(Self.article(form(after)), against: Self.article(form(before)))
      #expect(card.findings.contains { $0.rule == "source-altered" }, "\(form(after))")
      #expect(card.integrity.value < 950)
    }
  }

  @Test(arguments: [
    ("high", "strong"), ("8/10", "4/5"), ("80 %", "8/10"), ("4/5", "★★★★☆"), ("★★★☆☆", "6/10"), ("★★★", "3/5"),
    ("●●○○", "5/10"),
  ])
  func theSameRatingInOtherWordsIsKept(_ before: String, _ after: String) {
    let field = Self.forms[3]
    let card = Judging.scorecard(Self.article(field(after)), against: Self.article(field(before)))
    #expect(card.integrity.value == 1000, "\(card.findings.map(\.message))")
  }

  @Test func starsBehindAnEntryRateIt() {
    let entries = { (stars: String) in
      "- [Harbour office](https://harbour.example/a), 2024-04-09, \(stars)\n- Quay survey, 2024-05-02"
    }
    let card = Judging.scorecard(
      Self.article(entries("★★☆☆☆")), against: Self.article(entries("★★★★☆")))
    #expect(card.findings.contains { $0.rule == "source-altered" })
  }

  @Test func aTableOfSourcesMayBecomeAList() {
    let card = Judging.scorecard(Self.article(Self.forms[1]("high")), against: Self.article(Self.forms[0]("high")))
    #expect(card.integrity.value == 1000, "\(card.findings.map(\.message))")
  }
}
