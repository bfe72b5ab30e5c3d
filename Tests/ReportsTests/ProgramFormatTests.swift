import FoundationEssentials
import Gatekeeping
import Reports
import Scoring
import StructuredText
import Testing

/// The formats that other programs read. `Tests/integrations.sh` holds them against published schemas and real readers.
@Suite struct ProgramFormatTests {
  private let bundle = ReportBundle.branches([
    BranchReport(
      branch: "main", stage: "published", articles: [Samples.mended],
      refusals: [.policyWithArticles(policy: "editorial.yml", commit: nil)]),
    BranchReport(branch: "styled/solar-roofs", stage: "styled", articles: [Samples.refused], refusals: []),
  ])

  private func document(_ format: ReportFormat, of bundle: ReportBundle? = nil) -> String {
    (bundle ?? self.bundle).document(as: format, text: TextRenderer(), version: "1.2.3")
  }

  /// A report on a text with one finding at `words`.
  private func report(on text: String, at words: String, message: String = "m", path: String = "a.md") -> ReportBundle {
    let located = LocatedText(path: "main:\(path)", file: path, bytes: Array(text.utf8))
    let finding = Finding(
      id: "0a1b2c3d", rule: "figure-altered", severity: .error, message: message, remedy: "",
      candidate: Samples.range(of: words, in: located), baseline: nil, points: Tenths(400))
    return .articles([
      Report(
        slug: nil, candidate: located, baseline: nil, scorecard: Samples.card(600, [finding]), gate: nil, next: nil)
    ])
  }

  @Test(arguments: [
    (ReportFormat.markdown, "check.md"), (.github, "check.github"), (.sarif, "check.sarif"),
    (.junit, "check.junit.xml"), (.checkstyle, "check.checkstyle.xml"), (.rdjson, "check.rdjson"),
  ])
  func branchesInEachFormat(format: ReportFormat, golden: String) throws {
    try expectGolden(document(format), golden)
  }

  @Test func columnsAreCountedAsEachReaderCounts() {
    // Before the words: three letters of one, two and four bytes, one of them two units of UTF-16.
    let bundle = report(on: "first\né🎉a 41,300 loans\n", at: "41,300")
    #expect(document(.text, of: bundle).contains("main:a.md:2:5:"))
    #expect(document(.checkstyle, of: bundle).contains("line=\"2\" column=\"5\""))
    #expect(document(.github, of: bundle).contains("file=a.md,line=2,endLine=2,col=6,endColumn=12,"))
    #expect(document(.sarif, of: bundle).contains("\"startColumn\": 6,"))
    #expect(document(.sarif, of: bundle).contains("\"columnKind\": \"utf16CodeUnits\""))
    #expect(document(.rdjson, of: bundle).contains("\"line\": 2,\n            \"column\": 9\n"))
  }

  @Test func aRangeOverLinesHasItsEndOnTheLastOne() {
    let bundle = report(on: "one two\nthree four\n", at: "two\nthree")
    #expect(document(.sarif, of: bundle).contains("\"endLine\": 2,\n                  \"endColumn\": 6"))
    #expect(document(.github, of: bundle).contains("line=1,endLine=2,title"))
  }

  @Test func githubGetsNoCommandAndNoPropertyFromTheWords() {
    let bundle = report(
      on: "x 41,300", at: "41,300", message: "50 %\n::set-env name=X::1\r\u{1B}[2J", path: "a:b,c\nd.md")
    let lines = document(.github, of: bundle).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("::error file=a%3Ab%2Cc\\u{000A}d.md,line=1"))
    #expect(lines[0].hasSuffix("::50 %25\\u{000A}::set-env name=X::1\\u{000D}\\u{001B}[2J."))
    #expect(lines[1] == "1 article: 1 passed, 0 refused.")
  }

  @Test func githubIsToldTenOfEachKindAndTheRestIsCounted() {
    let findings = (0..<35).map { index in
      Finding(
        id: "\(index)", rule: "figure-lost", severity: index < 15 ? .error : index < 27 ? .warning : .note,
        message: "m",
        remedy: "", candidate: nil, baseline: nil, points: .zero)
    }
    let report = Report(
      slug: nil, candidate: Samples.candidate, baseline: nil, scorecard: Samples.card(970, findings), gate: nil,
      next: nil)
    let text = document(.github, of: .articles([report]))
    #expect(text.split(separator: "\n").filter { $0.hasPrefix("::error ") }.count == 10)
    #expect(text.split(separator: "\n").filter { $0.hasPrefix("::warning ") }.count == 10)
    #expect(!text.contains("::notice"))
    #expect(text.contains("and 5 more errors that GitHub would not show.\nand 2 more warnings that"))
  }

  @Test(arguments: [ReportFormat.junit, .checkstyle])
  func xmlHoldsNoMarkupAndNoCharacterThatXMLForbids(format: ReportFormat) {
    let hostile = "]]></failure><!--\u{0}\u{8}\u{1B}\u{FFFE}\u{202E}&amp;\"'\u{2028}"
    let text = document(format, of: report(on: "x \(hostile)", at: "x", message: hostile, path: "a\"<\n.md"))
    #expect(!text.contains("]]>") && !text.contains("<!--") && text.contains("&amp;amp;"))
    #expect(text.contains("\\u{FFFE}") && text.contains("\\u{0008}") && text.contains("\\u{202E}"))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0 != "\u{FFFE}" })
  }

  @Test func aPathBecomesAReferenceThatReadsBackAsThePath() {
    let text = document(.sarif, of: report(on: "x", at: "x", path: "été/a b#1%.md"))
    #expect(text.contains("\"uri\": \"%C3%A9t%C3%A9/a%20b%231%25.md\""))
    #expect(document(.sarif, of: report(on: "x", at: "x", path: "/tmp/a.md")).contains("\"uri\": \"file:///tmp/a.md\""))
  }

  @Test func markdownCallsNobodyAndLinksNowhere() {
    let text = document(
      .markdown,
      of: report(
        on: "x", at: "x", message: "@team #12 https://evil.invalid www.evil.invalid *a* | <b> `c` [d](e)\u{202E}",
        path: "a`|b.md"))
    #expect(!text.contains("@t") && !text.contains("#1") && !text.contains("https://") && !text.contains("www."))
    #expect(!text.contains("*a*") && !text.contains("<b>") && !text.contains("[d]") && !text.contains("\u{202E}"))
    #expect(text.contains("``main:a`|b.md:1:1``"))
    #expect(text.contains("a\\`\\|b\\.md"))
  }

  @Test func markdownFitsIntoACommentHoweverMuchThereIsToSay() {
    let findings = (0..<500).map { index in
      Finding(
        id: "\(index)", rule: "figure-lost", severity: .error, message: String(repeating: "é", count: 50), remedy: "r",
        candidate: nil, baseline: nil, points: .zero)
    }
    let report = Report(
      slug: nil, candidate: Samples.candidate, baseline: nil, scorecard: Samples.card(970, findings), gate: nil,
      next: nil)
    let text = document(.markdown, of: .articles(Array(repeating: report, count: 250)))
    #expect(text.utf16.count < 65_536)
    #expect(text.contains("more remarks; a comment has no room for all.") && text.contains("more articles."))
  }

  @Test func nothingToTellIsAValidDocumentInEveryFormat() throws {
    for format in ReportFormat.allCases where format != .jsonl {
      #expect(!document(format, of: .branches([])).isEmpty, "\(format)")
    }
    struct Log: Decodable {
      struct Run: Decodable { let results: [String] }
      let runs: [Run]
    }
    let log = try JSONDecoder().decode(Log.self, from: Data(document(.sarif, of: .articles([])).utf8))
    #expect(log.runs.map(\.results) == [[]])
  }
}
