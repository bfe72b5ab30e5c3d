import Scoring
import Testing

/// One list of sources in the layouts that writers give it, cited in each by its own marks.
@Suite struct SourceLayoutTests {
  /// A way to write an entry of the list, and the mark that cites it.
  struct Layout: Sendable, CustomStringConvertible {
    let description: String
    var head: [String] = []
    let mark: @Sendable (Int) -> String
    let entry: @Sendable (Int, Entry) -> String
    var separator = "\n"

    func article(_ order: [Int] = [0, 1, 2], cited: [Int] = [0, 1, 2], urls: [String]? = nil) -> String {
      let number = { (source: Int) in mark((order.firstIndex(of: source) ?? 0) + 1) }
      let list = order.enumerated().map { place, source in
        var told = SourceLayoutTests.sources[source]
        if let urls { told.url = urls[source] }
        return entry(place + 1, told)
      }
      return """
        ---
        lang: en
        ---

        # The ferries of the lower valley

        The lower ferry carried 42,500 passengers in 2024 \(number(cited[0])). Its deck was painted in the colours of the guild.

        The upper ferry is older, and runs from April to October \(number(cited[1])). A crew of four keeps it going. The town \
        pays for the ropes \(number(cited[2])).

        ## Sources

        \((head + [list.joined(separator: separator)]).joined(separator: "\n"))
        """
    }
  }

  struct Entry: Sendable { var name, date, iso, url, reliability: String }

  static let sources = [
    Entry(
      name: "Counting the passengers", date: "14 May 2025", iso: "2025-05-14", url: "https://guild.example/passengers",
      reliability: "high"),
    Entry(
      name: "As previously announced: the timetable", date: "3 March 2024", iso: "2024-03-03",
      url: "https://harbour.example/timetable", reliability: "medium"),
    Entry(
      name: "Budget of the town", date: "9 December 2023", iso: "2023-12-09", url: "https://town.example/budget",
      reliability: "low"),
  ]

  private static let letters = ["A", "B", "C"]

  static let layouts = [
    Layout(description: "list", mark: { "[\($0)]" }) {
      "\($0). \($1.name), \($1.date). <\($1.url)> (reliability: \($1.reliability))"
    },
    Layout(description: "brackets", mark: { "[\($0)]" }) {
      "- [\($0)] [\($1.name)](\($1.url)) – \($1.iso) – reliability: \($1.reliability)"
    },
    Layout(description: "words", mark: { "(source \($0))" }) {
      "* Source \($0): \($1.name) (\($1.date)), \($1.url), reliability \($1.reliability)"
    },
    Layout(
      description: "table", head: ["| No. | Title | Date | Reliability |", "|---|---|---|---|"], mark: { "[S\($0)]" }
    ) { "| S\($0) | [\($1.name)](\($1.url)) | \($1.iso) | \($1.reliability) |" },
    Layout(
      description: "table of numbers in brackets",
      head: ["| Ref. | Source | Published | Link | Reliability |", "|---|---|---|---|---|"], mark: { "[\($0)]" }
    ) { "| [\($0)] | \($1.name) | \($1.date) | \($1.url) | \($1.reliability) |" },
    Layout(description: "other labels", mark: { "[REF\($0)]" }) {
      "[REF\($0)] \($1.name), \($1.date), \($1.reliability). \($1.url)\n"
    },
    Layout(
      description: "table of letters with fields", head: ["| Ref. | Source | Link |", "|---|---|---|"],
      mark: { "[\(letters[$0 - 1])]" }
    ) { "| \(letters[$0 - 1]) | \($1.name), \($1.date) — reliability: \($1.reliability) | \($1.url) |" },
    Layout(description: "labels", mark: { "(S\($0))" }) {
      "- (S\($0)) \($1.name) – \($1.date) – <\($1.url)> – reliability \($1.reliability)"
    },
    Layout(description: "labels with a hyphen", mark: { "[S-\($0)]" }) {
      "- [S-\($0)] \($1.name) (\($1.date)) – \($1.url) – reliability: \($1.reliability)"
    },
    Layout(description: "labels as code", mark: { "[S0\($0)]" }) {
      "- `S0\($0)` \($1.name), \($1.iso), <\($1.url)>, \($1.reliability)"
    },
    Layout(description: "labels before a stroke", mark: { "[SRC\($0)]" }) {
      "* SRC\($0) | \($1.name) | \($1.date) | \($1.reliability) | \($1.url)"
    },
    Layout(
      description: "list in HTML", head: ["<ol>"], mark: { "<sup>\($0)</sup>" }
    ) { "<li id=\"s\($0)\"><a href=\"\($1.url)\">\($1.name)</a>, \($1.date) (reliability: \($1.reliability))</li>" },
    Layout(
      description: "paragraphs", mark: { "[\($0)]" },
      entry: {
        "[\($0)] [\($1.name)](\($1.url)), published on \($1.date). Reliability: \($1.reliability)."
      }, separator: "\n\n"),
  ]

  @Test(arguments: layouts, layouts) func aListInAnotherLayoutCostsNothing(one: Layout, other: Layout) {
    let card = Judging.scorecard(other.article(), against: one.article())
    #expect(card.integrity == .full, "\(card.findings)")
  }

  @Test(arguments: layouts) func aRenumberedListCostsNothing(layout: Layout) {
    let card = Judging.scorecard(layout.article([2, 0, 1]), against: layout.article())
    #expect(card.integrity == .full, "\(card.findings)")
  }

  @Test(arguments: layouts) func anotherSourceForASentenceIsRefused(layout: Layout) {
    let card = Judging.scorecard(layout.article(cited: [0, 2, 2]), against: layout.article())
    #expect(card.integrity.value < 950, "\(card.findings)")
  }

  /// In a renumbered list a number is another source's: the sources are named.
  @Test(arguments: layouts) func aMovedCitationNamesBothSources(layout: Layout) {
    let card = Judging.scorecard(layout.article(cited: [1, 0, 2]), against: layout.article())
    let finding = card.findings.first { $0.rule == "citation-altered" }
    #expect(finding?.message.contains("Counting the passengers") == true, "\(card.findings)")
    #expect(finding?.message.contains("As previously announced") == true, "\(card.findings)")
  }

  @Test(arguments: layouts) func aLostCitationIsRefused(layout: Layout) {
    let text = layout.article()
    let without = text.replacing(" \(layout.mark(3)).", with: ".")
    #expect(text != without)
    let card = Judging.scorecard(without, against: text)
    #expect(card.integrity.value < 950, "\(card.findings)")
  }

  @Test(arguments: layouts) func exchangedAddressesAreRefused(layout: Layout) {
    let urls = [1, 0, 2].map { Self.sources[$0].url }
    let card = Judging.scorecard(layout.article(urls: urls), against: layout.article())
    #expect(card.integrity.value < 950, "\(card.findings)")
  }
}
