import TestSupport
import Testing

/// `editorial sources` tells what an article rests on, and adds to it.
@Suite struct SourcesTests {
  private let slug = SampleArticle.slug
  private let draft = "draft/\(SampleArticle.slug)"
  private let office = "sources/\(SampleArticle.slug)/office.md"

  private static let officeFile = """
    ---
    name: "Larkfield Energy Office"   # as it signs
    url: https://larkfield-energy.org/reports/roofs/
    ---

    > Solar panels now cover 40% of the public roofs of Larkfield.

    """

  /// An article whose second source is not in the dossier, and whose dossier has one source more.
  private func newsroom() throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    let text = SampleArticle.factual.text.replacing(
      "   - URL: https://www.citizens-advice-larkfield.org/figures/2024\n", with: "")
    try newsroom.plant(Array(text.utf8), on: draft)
    try newsroom.plant(Array(Self.officeFile.utf8), at: office, on: draft)
    let other = Self.officeFile.replacing("larkfield-energy.org/reports/roofs/", with: "example.net/other")
    try newsroom.plant(Array(other.utf8), at: "sources/\(slug)/other.md", on: draft)
    return newsroom
  }

  @Test func eachSourceIsToldWithItsPlacesAndWhatItLacks() throws {
    let newsroom = try newsroom()
    let result = try newsroom.editorial("sources", slug)
    #expect(result.status == 0, "\(result.everything)")
    for words in [
      "solar-roofs: 2 sources in draft/solar-roofs:articles/solar-roofs.md", "1. Larkfield Energy Office – Report",
      "on lines \(SampleArticle.factual.line(of: "40%"))", "in the dossier: \(office)",
      "2. Citizens Advice Larkfield", "lacks: url", "not in the dossier", "not listed by the article:",
      "  sources/solar-roofs/other.md (Larkfield Energy Office)",
    ] {
      #expect(result.text.contains(words), "\(words):\n\(result.text)")
    }
    let schema = try OutputSchema(OutputSchemaTests.description())
    let json = try newsroom.editorial("sources", slug, "--format", "json")
    #expect(try schema.complaints(about: json.text, as: "sources") == [], "\(json.everything)")
    #expect(try newsroom.editorial("sources", "solar-roof").errorText.contains("solar-roofs"))
  }

  @Test func aSourceIsAddedOnTheDraftsBranchAndGoesAlong() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: draft)
    try newsroom.git("switch", draft)
    let before = try #require(try newsroom.tip(draft))
    let add = [
      "sources", "add", slug, "https://www.larkfield-energy.org/reports/roofs", "--title", "Energy Office: Report",
      "--date", "2025-02-03", "--accessed", "2026-11-20", "--excerpt",
      "Solar panels now cover 40% of the public roofs. They cost £2.4 million, finished on 12 May 2024.",
    ]
    let trial = try newsroom.editorial(add + ["--dry-run"])
    #expect(trial.text.contains("name: \"Energy Office: Report\""), "\(trial.everything)")
    #expect(try newsroom.tip(draft) == before)
    let result = try newsroom.editorial(add)
    #expect(result.status == 0, "\(result.everything)")
    let path = "sources/\(slug)/energy-office-report.md"
    let text = """
      ---
      name: "Energy Office: Report"
      date: "2025-02-03"
      accessed: "2026-11-20"
      url: https://www.larkfield-energy.org/reports/roofs
      ---

      > Solar panels now cover 40% of the public roofs. They cost £2.4 million, finished on 12 May 2024.

      """
    #expect(try newsroom.content(of: path, in: draft) == text)
    #expect(try newsroom.git.read(path) == text, "the work tree follows")
    #expect(try newsroom.changes() == "")
    #expect(try newsroom.git("rev-parse", "\(draft)~1") == before)
    #expect(try newsroom.damage() == "")
    // The same again changes nothing; another excerpt is added below.
    let again = try newsroom.editorial(add)
    #expect(again.text.contains("nothing new"), "\(again.everything)")
    let more = try newsroom.editorial(
      "sources", "add", slug, "http://larkfield-energy.org/reports/roofs/?utm_source=x", "--accessed", "2026-11-20",
      "--excerpt", "\"The panels have paid for the new roof of the library,\" says Judith Amory.")
    #expect(more.status == 0, "\(more.everything)")
    #expect(try newsroom.content(of: path, in: draft).hasPrefix(String(text.dropLast().prefix(60))))
    #expect(try newsroom.git("ls-tree", "--name-only", "-r", draft, "sources/") == path)
  }

  @Test(arguments: [
    ["example.org/x"], ["ftp://example.org/x"], ["https://example.org/x", "--date", "3 May"],
    ["https://example.org/x", "--date", "2025-02-30"], ["https://example.org/x", "--reliability", "11"],
  ])
  func whatIsNoSourceIsNotAdded(words: [String]) throws {
    let newsroom = try newsroom()
    let before = try newsroom.git("for-each-ref")
    let result = try newsroom.editorial(["sources", "add", slug] + words)
    #expect(result.status == 64, "\(result.everything)")
    #expect(try newsroom.git("for-each-ref") == before)
  }

  @Test(arguments: ["csl-json", "bibtex"])
  func whatIsExportedAndImportedIsExportedTheSame(format: String) throws {
    let newsroom = try newsroom()
    let exported = try newsroom.editorial("sources", "export", slug, "--format", format)
    #expect(exported.status == 0, "\(exported.everything)")
    #expect(exported.text.contains("Citizens Advice Larkfield"))
    let other = try TestNewsroom()
    #expect(try other.editorial("new", "night-trains").status == 0)
    let file = try other.folder.write("export", exported.output)
    let trial = try other.editorial("sources", "import", "night-trains", file, "--dry-run")
    #expect(trial.status == 0 && trial.text.contains("added: sources/night-trains/office.md"), "\(trial.everything)")
    let imported = try other.editorial("sources", "import", "night-trains", file, "--format", "json")
    #expect(imported.status == 0, "\(imported.everything)")
    let schema = try OutputSchema(OutputSchemaTests.description())
    #expect(try schema.complaints(about: imported.text, as: "dossier") == [], "\(imported.text)")
    let back = try other.editorial("sources", "export", "night-trains", "--format", format)
    #expect(back.text == exported.text)
    #expect(try other.editorial("sources", "export", "--format", format).text == exported.text)
    let again = try newsroom.editorial("sources", "import", slug, file)
    #expect(again.text.contains("as it was: \(office)"), "\(again.everything)")
    #expect(try newsroom.content(of: office, in: draft) == Self.officeFile)
    #expect(try other.damage() == "")
  }

  @Test func brokenFileIsToldWithItsPlace() throws {
    let newsroom = try newsroom()
    let file = try newsroom.folder.write("broken.bib", "@misc{a,\n  title = {never closed\n")
    let result = try newsroom.editorial("sources", "import", slug, file)
    #expect(result.status == 2)
    #expect(result.errorText.contains("broken.bib:2:11"), "\(result.everything)")
  }

  @Test func publishedArticleIsOpenedFirst() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "main")
    let before = try newsroom.tip("main")
    let result = try newsroom.editorial("sources", "add", slug, "https://example.org/x")
    #expect(result.status == 2 && result.errorText.contains("editorial new \(slug)"), "\(result.everything)")
    #expect(try newsroom.tip("main") == before)
  }
}
