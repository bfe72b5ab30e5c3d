import Manuscripts
import StructuredText
import TestSupport
import Testing

@testable import Bibliography

/// What goes out to reference managers comes back the same, and what they write is understood.
@Suite struct ExchangeTests {
  private static var records: [SourceRecord] {
    var office = SourceRecord(id: "energy-office", url: "https://www.larkfield-energy.org/a_b?x=1&y={2}#top")
    office.name = #"100 % {Solar} & "Roofs" \ #1 – l'été ~ ^"#
    office.type = "Press release"
    office.date = "2025-02-03"
    office.accessed = "2026-11-22"
    office.language = "en"
    office.reliability = "8/10"
    office.authors = [
      SourceRecord.Author(family: "de la Cruz", given: "Ana"), SourceRecord.Author(family: "City Council, Harrowby"),
    ]
    office.more[.note] = "Second line"
    office.excerpt = "First paragraph,\non two lines.\n\n\"Second\" — 40 % of $3."
    var survey = SourceRecord(id: "survey", kind: "article-journal", url: nil)
    survey.name = "Survey"
    survey.date = "2024"
    survey.more = [
      .container: "Roofs and Towns", .volume: "3", .issue: "2", .page: "12-18", .doi: "10.1/a_b", .issn: "1-2",
    ]
    var report = SourceRecord(id: "report", kind: "report", url: "https://example.net/r")
    report.date = "Spring 2023"
    report.more = [.publisher: "Office & Sons", .place: "Paris", .number: "7"]
    var talk = SourceRecord(id: "talk", kind: "interview", url: nil)
    talk.name = "Talk"
    talk.date = "2024-03"
    return [office, report, survey, talk]
  }

  @Test func whatGoesOutAsJSONComesBack() throws {
    let text = CSLJSON.text(Self.records)
    let imported = try CSLJSON.records(in: Array(text.utf8))
    #expect(imported.records == Self.records)
    #expect(imported.leftOut.isEmpty)
    #expect(CSLJSON.text(imported.records) == text)
  }

  @Test func whatGoesOutAsBibTeXComesBack() throws {
    let text = BibTeX.text(Self.records)
    let imported = try BibTeX.records(in: Array(text.utf8))
    var expected = Self.records
    // A brace would end the field.
    expected[0].url = "https://www.larkfield-energy.org/a_b?x=1&y=%7B2%7D#top"
    #expect(imported.records == expected, "\(text)")
    #expect(imported.leftOut.isEmpty)
    #expect(BibTeX.text(imported.records) == text)
  }

  @Test func aDossierKeepsWhatAReferenceManagerSays() throws {
    for record in Self.records {
      let bytes = try #require(DossierEntry.bytes(for: record))
      let read = DossierEntry.record(of: ArticleParser().article(from: bytes), at: "sources/a/\(record.id).md")
      #expect(read == record, "\(String(decoding: bytes, as: UTF8.self))")
      #expect(DossierEntry.bytes(for: record, in: bytes) == bytes)
    }
  }

  @Test func fileThatIsThereGetsWhatIsNewAndStaysAsItWas() throws {
    let old =
      "---\r\n# our notes\r\nname:   'Energy office'   # as it calls itself\r\nurl: https://example.net/r\r\n---\r\n\r\n> One.\r\n\r\nA remark.\r\n"
    var record = SourceRecord(id: "r", url: "https://example.net/r")
    record.name = "Energy office"
    record.accessed = "2026-11-22"
    record.excerpt = "One."
    let bytes = try #require(DossierEntry.bytes(for: record, in: Array(old.utf8)))
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == old.replacing("https://example.net/r\r\n", with: "https://example.net/r\r\naccessed: \"2026-11-22\"\r\n"))
    record.excerpt = "Two."
    let more = try #require(DossierEntry.bytes(for: record, in: bytes))
    #expect(String(decoding: more, as: UTF8.self).hasSuffix("A remark.\r\n\r\n> Two.\r\n"))
    let toml = try #require(DossierEntry.bytes(for: record, in: Array("+++\nname = \"x\" # ours\n+++\n".utf8)))
    #expect(
      String(decoding: toml, as: UTF8.self).hasPrefix(
        "+++\nname = \"Energy office\" # ours\naccessed = \"2026-11-22\"\nurl = \"https://example.net/r\"\n+++\n"))
    #expect(DossierEntry.bytes(for: record, in: Array("---\nname: [x\n---\n".utf8)) == nil)
  }

  @Test func entriesOfOtherProgramsAreUnderstood() throws {
    let text = #"""
      Everything out here is a comment, also an address: someone@example.org
      @string{lib = "Library of " # {Towns}}
      @comment{not @this{one}}
      @preamble{"\newcommand{\x}{y}"}
      @InCollection (weaver:2020,
        author = "Weaver, Ada and Tom Orr and {City Council}",
        title = {Caf{\'e} {\`a} la cr\`{e}me: Stra{\ss}e, \oe uvre --- 50\,\% \& more},
        booktitle = lib # ", 2nd",
        year = 2020, month = mar, day = 4,
        pages = {12--18}, keywords = {x}, editor = {Someone},
      )
      @online{nokey, url={https://example.net/a%20b}, urldate={2024-01-02}, journaltitle={Town News}}
      """#
    let imported = try BibTeX.records(in: Array(text.utf8))
    #expect(imported.leftOut == ["keywords", "editor"])
    let first = try #require(imported.records.first)
    #expect(first.id == "weaver:2020")
    #expect(first.kind == "chapter")
    #expect(first.name == "Café à la crème: Straße, œuvre --- 50\u{202F}% & more")
    #expect(first.date == "2020-03-04")
    #expect(first.more == [.container: "Library of Towns, 2nd", .page: "12-18"])
    #expect(first.authors.map(\.family) == ["Weaver", "Orr", "City Council"])
    let second = try #require(imported.records.last)
    #expect(second.url == "https://example.net/a%20b" && second.accessed == "2024-01-02")
    #expect(second.kind == "webpage" && second.more[.container] == "Town News")
    #expect(second.fileName == "nokey")
    #expect(first.fileName.hasPrefix("cafe-a-la-creme"))
  }

  /// Where a file breaks a line says nothing of a title; a note and what is quoted keep their lines.
  @Test func brokenLinesAreOneLineInADossier() throws {
    let text = """
      @article{x1, title={A long title
         that goes on}, journal={Town
         News}, note={reliability: 7/10
      second line}, abstract={One.

      Two.}, url={https://example.org/long}}
      """
    let record = try #require(try BibTeX.records(in: Array(text.utf8)).records.first)
    #expect(record.name == "A long title that goes on" && record.more[.container] == "Town News")
    #expect(record.reliability == "7/10" && record.more[.note] == "second line" && record.excerpt == "One.\n\nTwo.")
    var pasted = SourceRecord(id: "a")
    pasted.name = "A title\n  on two lines"
    let file = String(decoding: try #require(DossierEntry.bytes(for: pasted)), as: UTF8.self)
    #expect(file == "---\nname: A title on two lines\n---\n")
  }

  /// Each abbreviation can hold the one before it several times: a page of them would fill any memory.
  @Test func abbreviationsThatGrowWithoutEndAreRefused() throws {
    let names = (0..<60).map { "n\(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8($0 % 26))))\($0)" }
    var text = "@string{\(names[0]) = {0123456789}}\n"
    for (before, name) in zip(names, names.dropFirst()) {
      text += "@string{\(name) = \(Array(repeating: before, count: 10).joined(separator: " # "))}\n"
    }
    let error = #expect(throws: StructuredTextError.self) {
      try BibTeX.records(in: Array((text + "@misc{a, title = \(names[59])}").utf8))
    }
    #expect(error?.message.contains("16 MB") == true, "\(String(describing: error))")
  }

  @Test func keysOfALibraryAreEachGivenOnce() throws {
    let records = ["Été 2024", "été 2024", "ete-2024", "Report", "report"].map { SourceRecord(id: $0) }
    let keys = BibTeX.text(records).split(separator: "\n").filter { $0.hasPrefix("@") }
    #expect(
      keys.map(String.init) == [
        "@misc{ete-2024", "@misc{ete-2024-2", "@misc{ete-2024-3", "@misc{Report", "@misc{report-2",
      ])
  }

  @Test func jsonOfZoteroIsUnderstood() throws {
    let text = """
      [{"id":"http://zotero.org/users/1/items/ABC","type":"report","title":"R","issued":{"date-parts":[["2020","3"]]},
        "author":[{"family":"Cruz","non-dropping-particle":"de la","given":"Ana","suffix":"Jr."},{"literal":"Council"}],
        "citation-key":"cruz2020","source":"Web","accessed":{"date-parts":[[2024,13,1]],"raw":"soon"}}]
      """
    let imported = try CSLJSON.records(in: Array(text.utf8))
    let record = try #require(imported.records.first)
    #expect(record.id == "cruz2020" && record.date == "2020-03" && record.accessed == "soon")
    #expect(record.authors == [.init(family: "de la Cruz", given: "Ana Jr."), .init(family: "Council")])
    #expect(imported.leftOut == ["source"])
  }

  @Test(arguments: [
    "@misc{a, title = {open", "@misc{a, title = \"open", "@misc{a, title }", "@misc{a, = {x}}", "@misc{a", "@string{",
  ])
  func brokenFilesAreToldWithAPlace(text: String) {
    #expect(throws: StructuredTextError.self) { try BibTeX.records(in: Array(text.utf8)) }
  }

  @Test(arguments: ["{\"a\": 1", "[1]", "\"x\"", "[[]]"])
  func brokenJSONIsToldWithAPlace(text: String) {
    #expect(throws: StructuredTextError.self) { try CSLJSON.records(in: Array(text.utf8)) }
  }

  @Test func anyBytesAreReadOrRefused() {
    var random = SeededGenerator(seed: 7)
    let pieces = [
      "@", "misc", "{", "}", "(", ")", ",", "=", "\"", "\\", "#", "\n", "é", "a", "%", "string", "comment", "{{",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0..<40, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      let records = (try? BibTeX.records(in: Array(text.joined().utf8)))?.records ?? []
      _ = BibTeX.text(records)
      for record in records { _ = DossierEntry.bytes(for: record) }
    }
  }
}
