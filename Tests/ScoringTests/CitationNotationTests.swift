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
