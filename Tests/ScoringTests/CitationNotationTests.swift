import Scoring
import Testing

/// A mark that leads to an entry of the numbered list is a citation in whatever wrapping.
@Suite struct CitationNotationTests {
  /// How the number of an entry is written; `#` stands for the number, `@` for its raised digits, `%` for the entry's name.
  static let notations = [
    "<sup>#</sup>", "<sup>[#](#s#)</sup>", "<sup><a href=\"#s#\">#</a></sup>", " [source #]", " [ref. #]", " [no. #]",
    " (source #)", " (note #)", " (see note #)", " (#)", "@", " [[#]](#s#)", " [Source: #]", " (%, no. #)",
  ]

  private static let names = ["Canal office", "Port survey", "Lock ledger"]
  private static let raised = ["\u{B9}", "\u{B2}", "\u{B3}"]

  private static func mark(_ notation: String, _ number: Int?) -> String {
    guard let number else { return "" }
    return notation.replacing("@", with: raised[number - 1]).replacing("%", with: names[number - 1])
      .replacing("#s#", with: "$\(number)").replacing("#", with: "\(number)").replacing("$", with: "#s")
  }

  /// The article with the numbers behind its sentences: of the boats, of the week, of the timber, and of the repairs.
  private static func article(_ notation: String, _ numbers: [Int?], sources: String = numbered) -> String {
    let marks = numbers.map { mark(notation, $0) }
    return """
      ---
      lang: en
      ---

      # What the canal carries

      In 2024 the canal carried 1,240 boats\(marks[0]). The keepers count them by hand.

      The port saw 310 of them in one week of August\(marks[1]). Some of them carried timber\(marks[2]).

      Repairs of the third lock cost £84,000\(marks[3]). The weir is 40 m<sup>2</sup> wide.

      ## Sources

      \(sources)
      """
  }

  private static let numbered = """
    1. Canal office, report, 17/02/2025, reliability 9/10: https://canal.example/report
    2. Port survey, 03/03/2025, reliability 7/10: https://port.example/survey
    3. Lock ledger, 05/06/2025, reliability 8/10: https://lock.example/ledger
    """

  private static let cited: [Int?] = [1, 2, nil, 3]
  private static let baseline = article(" [#]", cited)

  @Test(arguments: notations) func anotherNotationIsNoChange(_ notation: String) {
    let card = Judging.scorecard(Self.article(notation, Self.cited), against: Self.baseline)
    #expect(card.integrity == .full, "\(card.findings)")
  }

  @Test(
    arguments: notations,
    [[2, 1, nil, 3], [1, 2, nil, nil], [1, nil, 2, 3], [1, 1, nil, 3]] as [[Int?]])
  func whatIsExchangedDroppedOrMovedIsFoundInAnyNotation(_ notation: String, _ numbers: [Int?]) {
    for baseline in [Self.baseline, Self.article(notation, Self.cited)] {
      let card = Judging.scorecard(Self.article(notation, numbers), against: baseline)
      #expect(card.integrity.value < 950, "\(card.findings)")
    }
  }

  @Test(arguments: ["[source #]", "- **[ref. #]**", "<sup>#</sup>", "- **(#)**", "[note #]", "@"])
  func entriesBearTheMarkThatLeadsToThem(_ label: String) {
    let entries = Self.numbered.split(separator: "\n").enumerated().map { index, line in
      Self.mark(label, index + 1) + line.dropFirst(2)
    }
    let sources = entries.joined(separator: "\n\n")
    let card = Judging.scorecard(Self.article(" [#]", Self.cited, sources: sources), against: Self.baseline)
    #expect(card.integrity == .full, "\(card.findings)")
  }

  /// How two or three entries are cited at once.
  @Test(arguments: [
    " [1,2,3]", " [1; 2; 3]", " [1 and 2, 3]", " [1, 2 & 3]", " [1–3]", " [1-3]", " [1][2][3]", " [1, 2–3]",
    " (sources 1, 2 and 3)", " (see sources 1–3)", "<sup>1,2,3</sup>", "\u{B9} \u{B2} \u{B3}",
    " (sources: Canal office, Port survey and Lock ledger)", " [1/2/3]", " [1 + 2 + 3]",
  ])
  func severalAreCitedAtOnce(_ mark: String) {
    let list = Self.article(" [#]", [1, 2, nil, nil]).replacing("August [2]", with: "August [1, 2, 3]")
    let other = Self.article(" [#]", [1, 2, nil, nil]).replacing("August [2]", with: "August\(mark)")
    let card = Judging.scorecard(other, against: list)
    #expect(card.integrity == .full, "\(card.findings)")
    for left in [" [1, 2]", " [1, 3]", " [1]", ""] {
      let dropped = Self.article(" [#]", [1, 2, nil, nil]).replacing("August [2]", with: "August\(left)")
      #expect(Judging.scorecard(dropped, against: other).integrity.value < 950, "\(mark) =>\(left)")
    }
  }

  @Test func anotherEntryForOneOfTwoMarksIsFound() {
    let baseline = Self.article(" [#]", [1, 2, nil, 3]).replacing("310 of them", with: "310 of them [2]")
    let moved = baseline.replacing("August [2]", with: "August [1]")
    #expect(moved != baseline)
    let card = Judging.scorecard(moved, against: baseline)
    #expect(card.findings.contains { $0.rule == "citation-altered" }, "\(card.findings)")
  }

  @Test func aNumberThatIsLinkedIsNoFigure() {
    let pages = ["https://canal.example/report", "https://port.example/survey", "https://lock.example/ledger"]
    let notation = "[[#]](%)"
    var linked = Self.baseline
    for (index, page) in pages.enumerated() {
      let mark = notation.replacing("#", with: "\(index + 1)").replacing("%", with: page)
      linked = linked.replacing(" [\(index + 1)]", with: " \(mark)")
    }
    linked = linked.replacing("1. Canal", with: "- Canal").replacing("2. Port", with: "- Port")
      .replacing("3. Lock", with: "- Lock")
    for (candidate, baseline) in [(linked, Self.baseline), (Self.baseline, linked)] {
      let card = Judging.scorecard(candidate, against: baseline)
      #expect(card.integrity == .full, "\(card.findings)")
    }
  }

  @Test func raisedNumbersBehindShortWordsAreNoUnits() {
    let baseline = Self.baseline.replacing("one week of August", with: "one day of May in the UK")
    let card = Judging.scorecard(
      Self.article("@", Self.cited).replacing("one week of August", with: "one day of May in the UK"),
      against: baseline)
    #expect(card.integrity == .full, "\(card.findings)")
  }

  @Test func partsThatTheTextCountsAreNoMarks() {
    let parts = "It asked for (1) a wider lock; (2) a second weir; and (3) more keepers."
    let article = { (notation: String, numbers: [Int?]) in
      Self.article(notation, numbers).replacing("The keepers count", with: "\(parts) The keepers count")
    }
    let baseline = article(" [#]", Self.cited)
    let card = Judging.scorecard(article(" (#)", Self.cited), against: baseline)
    #expect(card.integrity == .full, "\(card.findings)")
    let dropped = Judging.scorecard(article(" (#)", [1, nil, nil, 3]), against: baseline)
    #expect(dropped.integrity.value < 950, "\(dropped.findings)")
  }

  @Test func frenchMarksAreRead() {
    let baseline = """
      ---
      lang: fr
      ---

      # Ce que porte le canal

      Le canal a porté 1 240 bateaux [1]. Le port en a vu 310 [2].

      ## Sources

      1. Bureau du canal : https://canal.example/rapport
      2. Relevé du port : https://port.example/releve
      """
    for (first, second) in [(" [réf. 1]", " [réf. 2]"), (" (Bureau du canal, n° 1)", " (Relevé du port, n° 2)")] {
      let same = baseline.replacing(" [1]", with: first).replacing(" [2]", with: second)
      let exchanged = baseline.replacing(" [1]", with: second).replacing(" [2]", with: first)
      #expect(Judging.scorecard(same, against: baseline).integrity == .full)
      #expect(Judging.scorecard(exchanged, against: baseline).integrity.value < 950)
    }
  }
}
