import Scoring
import Testing

/// Two sources, cited and listed in one of the forms that newsrooms use; any of them may be rewritten as any other.
@Suite struct SourceFormsTests {
  struct Form: Sendable, CustomStringConvertible {
    let description: String
    let article: String

    init(_ name: String, _ marks: (String, String), _ list: String) {
      description = name
      article = """
        ---
        lang: en
        ---

        # What the ferry carries

        The ferry carried 320 cars\(marks.0). The quay has 12 cranes\(marks.1).

        \(list)
        """
    }
  }

  private static let named = (" (Source: Harbour Office)", " (Source: Quay Board)")
  private static let numbered = (" [1]", " [2]")
  private static let round = (" (1)", " (2)")
  private static let linked = (
    " ([Harbour Office](https://harbour.example/a))", " ([Quay Board](https://quay.example/b))"
  )

  private static let fields = """
    ## Sources

    1. **Harbour Office**
       - Title: Traffic of 2024
       - URL: https://harbour.example/a
       - Date: 2024-04-09
       - Reliability: 8/10
    2. **Quay Board**
       - Title: Cranes
       - URL: https://quay.example/b
       - Date: 2024-05-01
       - Reliability: 7/10
    """
  private static let sentences = """
    ## Sources

    1. **Harbour Office**, "Traffic of 2024". Date: 2024-04-09. Reliability: 8/10. URL: https://harbour.example/a
    2. **Quay Board**, "Cranes". Date: 2024-05-01. Reliability: 7/10. URL: https://quay.example/b
    """

  static let forms = [
    Form("fields", named, fields),
    Form("numbered fields", numbered, fields),
    Form("numbered in round brackets", round, fields),
    Form(
      "numbers in round brackets before the names", round,
      """
      ## Sources

      (1) Harbour Office, Traffic of 2024, 2024-04-09, https://harbour.example/a (reliability 8/10)

      (2) Quay Board, Cranes, 2024-05-01, https://quay.example/b (reliability 7/10)
      """),
    Form(
      "letters and numbers before the names", (" (S1)", " (S2)"),
      """
      ## Sources

      - **S1** — [Harbour Office](https://harbour.example/a), Traffic of 2024, 2024-04-09 — reliability: 8/10
      - **S2** — [Quay Board](https://quay.example/b), Cranes, 2024-05-01 — reliability: 7/10
      """),
    Form(
      "letters and numbers in square brackets", (" [R1]", " [R2]"),
      """
      ## Further reading: references

      [R1] Harbour Office, Traffic of 2024, 2024-04-09, https://harbour.example/a (reliability 8/10)

      [R2] Quay Board, Cranes, 2024-05-01, https://quay.example/b (reliability 7/10)
      """),
    Form(
      "table in another order", (" [2]", " [1]"),
      """
      ## Sources

      | No. | Source | Title | Date | Reliability | URL |
      |---|---|---|---|---|---|
      | 1 | Quay Board | Cranes | 2024-05-01 | 7/10 | https://quay.example/b |
      | 2 | Harbour Office | Traffic of 2024 | 2024-04-09 | 8/10 | https://harbour.example/a |
      """),
    Form("fields, linked", linked, fields),
    Form("sentences", numbered, sentences),
    Form("sentences, linked", linked, sentences),
    Form(
      "fields under names with numbers in brackets", numbered,
      """
      ## Sources

      [1] **Harbour Office**
         - Title: Traffic of 2024
         - URL: https://harbour.example/a
         - Date: 2024-04-09
         - Reliability: 8/10

      [2] **Quay Board**
         - Title: Cranes
         - URL: https://quay.example/b
         - Date: 2024-05-01
         - Reliability: 7/10
      """),
    Form(
      "fields under headings", numbered,
      """
      ## Sources

      ### 1. Harbour Office

      - Title: Traffic of 2024
      - URL: https://harbour.example/a
      - Date: 2024-04-09
      - Reliability: 8/10

      ### 2. Quay Board

      - Title: Cranes
      - URL: https://quay.example/b
      - Date: 2024-05-01
      - Reliability: 7/10
      """),
    Form(
      "table", numbered,
      """
      ## Sources

      | No. | Source | Title | Date | Reliability | URL |
      |---|---|---|---|---|---|
      | 1 | Harbour Office | Traffic of 2024 | 2024-04-09 | 8/10 | https://harbour.example/a |
      | 2 | Quay Board | Cranes | 2024-05-01 | 7/10 | https://quay.example/b |
      """),
    Form(
      "paragraphs", numbered,
      """
      ## Sources

      [1] Harbour Office, Traffic of 2024, 2024-04-09, https://harbour.example/a (reliability 8/10)

      [2] Quay Board, Cranes, 2024-05-01, https://quay.example/b (reliability 7/10)
      """),
    Form(
      "lines of one paragraph", numbered,
      """
      ## Sources

      [1] Harbour Office, Traffic of 2024, 2024-04-09, 8/10. https://harbour.example/a
      [2] Quay Board, Cranes, 2024-05-01, 7/10. https://quay.example/b
      """),
    Form(
      "lines of one paragraph in another order", numbered,
      """
      ## Sources

      [2] Quay Board, Cranes, 2024-05-01, 7/10. https://quay.example/b
      [1] Harbour Office, Traffic of 2024, 2024-04-09, 8/10. https://harbour.example/a
      """),
    Form(
      "titles as links", numbered,
      """
      ## Sources

      1. [Traffic of 2024](https://harbour.example/a) (Harbour Office, 2024-04-09). Reliability: 8/10.
      2. [Cranes](https://quay.example/b) (Quay Board, 2024-05-01). Reliability: 7/10.
      """),
    Form(
      "bullets", numbered,
      """
      ## Sources

      - [1] Harbour Office, Traffic of 2024, 2024-04-09, https://harbour.example/a (reliability 8/10)
      - [2] Quay Board, Cranes, 2024-05-01, https://quay.example/b (reliability 7/10)
      """),
    Form(
      "dashes", named,
      """
      ## Sources

      **Harbour Office** — Traffic of 2024 — 2024-04-09 — 8/10 — <https://harbour.example/a>

      **Quay Board** — Cranes — 2024-05-01 — 7/10 — <https://quay.example/b>
      """),
    Form(
      "footnotes", ("[^1]", "[^2]"),
      """
      [^1]: Harbour Office, Traffic of 2024, 2024-04-09, https://harbour.example/a, reliability 8/10
      [^2]: Quay Board, Cranes, 2024-05-01, https://quay.example/b, reliability 7/10
      """),
  ]

  @Test(arguments: forms, forms) func anyFormMayBecomeAnyOther(_ before: Form, _ after: Form) {
    let card = Judging.scorecard(after.article, against: before.article)
    #expect(card.integrity.value == 1000, "\(card.findings.map(\.message))")
  }

  @Test(arguments: forms) func whatChangesInAnEntryIsFound(_ form: Form) {
    for (old, new) in [
      ("2024-04-09", "2023-04-09"), ("8/10", "5/10"), ("harbour.example/a", "harbour.example/q"),
    ] {
      let card = Judging.scorecard(
        form.article.replacing(old, with: new), against: form.article)
      #expect(card.integrity.value < 950, "\(old)")
    }
  }

  @Test(arguments: forms) func exchangedPagesAreFound(_ form: Form) {
    let exchanged = form.article.replacing("harbour.example/a", with: "?")
      .replacing("quay.example/b", with: "harbour.example/a").replacing("?", with: "quay.example/b")
    #expect(Judging.scorecard(exchanged, against: form.article).integrity.value < 950)
  }

  private static let authors = Form(
    "authors and years", (" (Harbour Office, 2024)", " (Quay Board, 2024)"),
    """
    ## Sources

    Harbour Office. (2024, April 9). *Traffic of 2024*. https://harbour.example/a [reliability: 8/10]

    Quay Board. (2024, May 1). *Cranes*. https://quay.example/b [reliability: 7/10]
    """)
  private static let yearTwice = Form(
    "the year before the title", (" (Harbour Office, 2024)", " (Quay Board, 2024)"),
    """
    ## Sources

    - Harbour Office (2024). [Traffic of 2024](https://harbour.example/a), 9 April 2024. Reliability: 8/10.
    - Quay Board (2024). [Cranes](https://quay.example/b), 1 May 2024. Reliability: 7/10.
    """)
  private static let lookedUp = Form(
    "when they were looked up", numbered,
    """
    ## Sources

    1. Harbour Office. Traffic of 2024. 9 April 2024. https://harbour.example/a (accessed 3 June 2024). 8/10
    2. Quay Board. Cranes. 1 May 2024. Retrieved June 4, 2024, from https://quay.example/b. 7/10
    """)

  @Test(arguments: forms, [authors, yearTwice, lookedUp])
  func aDateInAnotherPlaceIsTheSame(_ form: Form, _ other: Form) {
    for (before, after) in [(form, other), (other, form)] {
      let card = Judging.scorecard(after.article, against: before.article)
      #expect(card.integrity.value == 1000, "\(card.findings.map(\.message))")
    }
  }

  @Test(arguments: [
    (authors, "(2024, April 9)", "(2024, April 19)"), (authors, "(2024, April 9)", "(2023, April 9)"),
    (yearTwice, "9 April", "8 April"), (lookedUp, "9 April", "8 April"), (lookedUp, "3 June", "13 June"),
  ])
  func anotherDateIsFound(_ form: Form, _ old: String, _ new: String) {
    let changed = form.article.replacing(old, with: new)
    #expect(changed != form.article)
    let card = Judging.scorecard(changed, against: form.article)
    #expect(card.findings.contains { $0.rule == "source-altered" }, "\(card.findings)")
  }
}
