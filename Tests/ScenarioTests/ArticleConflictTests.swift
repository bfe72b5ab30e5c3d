import TestSupport
import Testing

/// `check --all` compares the articles of a repository with each other, and tells the later one what does not fit.
@Suite struct ArticleConflictTests {
  /// Four of these say the same of the same 78 %, on the word of three sources.
  private let french: [(slug: String, date: String, body: String, sources: [String])] = [
    (
      "atelier", "2025-01-10",
      """
      Saviez-vous que 78 % des TPE-PME n’utilisent aucun outil d’intelligence artificielle (Source : CCI Provence) ?

      En 2024, les artisans ont investi 1,2 million d’euros dans leurs logiciels de devis (Source : Métiers du Sud).
      """, ["CCI Provence", "Métiers du Sud"]
    ),
    (
      "boutique", "2025-02-11",
      """
      Pourtant, 78 % des entreprises n’utilisent encore aucun outil d’intelligence artificielle (Source : Numérique \
      France). Les commerçants y gagnent 12 % de chiffre d’affaires (Source : Numérique France).
      """, ["Numérique France"]
    ),
    (
      "cabinet", "2025-03-12",
      """
      Selon l’Observatoire du droit, 78 % des TPE-PME n’utilisent pas d’outil d’intelligence artificielle. Les \
      avocats y gagnent 12 % de temps (Source : Observatoire du droit).
      """, ["Observatoire du droit"]
    ),
    (
      "ferme", "2025-04-13",
      """
      Ainsi, 78 % des TPE-PME n’utilisent aucun outil d’intelligence artificielle (Source : CCI Provence). La fibre \
      arrive dans 78 % des fermes (Source : Agreste).

      En 2024, les artisans ont investi 2,1 millions d’euros dans leurs logiciels de devis (Source : Métiers du Sud).
      """, ["CCI Provence", "Agreste", "Métiers du Sud"]
    ),
    (
      "velo", "2025-05-14",
      """
      En 2023, les artisans ont investi 0,9 million d’euros dans leurs logiciels de devis (Source : Métiers du Sud).
      """, ["Métiers du Sud"]
    ),
  ]

  private let english: [(slug: String, date: String, body: String, sources: [String])] = [
    (
      "tools", "2025-01-20",
      """
      Already 61% of small towns lend out tools (Source: League of Towns).

      In 2024, the tool libraries of Larkfield lent out 4,200 drills (Source: League of Towns). A cabinet loses £45,000 \
      a year through missed appointments (Source: League of Towns).
      """, ["League of Towns"]
    ),
    (
      "repairs", "2025-02-20",
      """
      Did you know that 61 per cent of small towns lend out tools to their residents (Source: Rural Institute)?

      The tool libraries of Larkfield lent out 2,400 drills in 2024 (Source: League of Towns). Ashby lent out 900. A \
      garage loses £38,000 a year through missed appointments (Source: Rural Institute).
      """, ["Rural Institute", "League of Towns"]
    ),
    (
      "toys", "2025-03-20", "Toys are lent to neighbours by 61% of parents (Source: Toy Council).", ["Toy Council"]
    ),
  ]

  private func newsroom(policy: String = "version: 1\n") throws -> TestNewsroom {
    let newsroom = try TestNewsroom(policy: policy)
    for (language, articles) in [("fr", french), ("en", english)] {
      for article in articles {
        let sources = article.sources.enumerated().map { index, name in
          let host = name.lowercased().filter { $0.isASCII && $0.isLetter }
          return "\(index + 1). **\(name)**\n   - URL: https://\(host).org/2024\n"
        }
        try newsroom.git.write(
          "articles/\(article.slug).md",
          """
          ---
          title: Le sujet
          date: \(article.date)
          lang: \(language)
          ---

          \(article.body)

          ## Sources

          \(sources.joined())
          """)
      }
    }
    try newsroom.git.commit("Publish")
    return newsroom
  }

  @Test func eachConflictIsToldOnTheLaterArticleWithBothPlaces() throws {
    let result = try newsroom().editorial("check", "--all")
    #expect(result.status == 0, "a warning refuses nothing:\n\(result.everything)")
    let places = result.lines.filter { $0.contains("-conflict ") || $0.contains("in an earlier article, ") }
      .map { $0.split(separator: " ").filter { $0.hasPrefix("main:") || $0.hasPrefix("[") }.joined(separator: " ") }
    #expect(
      places == [
        "main:articles/boutique.md:7:11: [source-conflict", "main:articles/atelier.md:7:17:",
        "main:articles/cabinet.md:7:32: [source-conflict", "main:articles/atelier.md:7:17:",
        "main:articles/ferme.md:9:35: [figure-conflict", "main:articles/atelier.md:9:35:",
        "main:articles/repairs.md:7:19: [source-conflict", "main:articles/tools.md:7:9:",
        "main:articles/repairs.md:9:42: [figure-conflict", "main:articles/tools.md:9:51:",
      ], "\(result.text)")
    for words in ["“78 %” is credited to “Numérique France”", "“CCI Provence”", "“2,400”", "“4,200”"] {
      #expect(result.text.contains(words), "\(words) is not in:\n\(result.text)")
    }
  }

  @Test func theOtherPlaceIsInTheJSON() throws {
    let result = try newsroom().editorial("check", "--all", "--format", "json")
    let conflict = try #require(result.text.firstRange(of: "\"figure-conflict\""), "\(result.text)")
    let rest = result.text[conflict.upperBound...]
    #expect(rest.contains("\"elsewhere\": {"), "\(rest)")
    #expect(rest.contains("\"path\": \"main:articles/atelier.md\""), "\(rest)")
  }

  @Test func theSameArticlesAlwaysGiveTheSameReport() throws {
    let newsroom = try newsroom()
    let first = try newsroom.editorial("check", "--all", "--format", "json").text
    for _ in 0..<3 { #expect(try newsroom.editorial("check", "--all", "--format", "json").text == first) }
  }

  @Test func aPolicyCanRefuseThemOrLeaveThemOut() throws {
    let strict = try newsroom(policy: "version: 1\nrules: {source-conflict: error}\n").editorial("check", "--all")
    #expect(strict.status == 1 && strict.text.contains("must be mended"), "\(strict.everything)")
    let off = try newsroom(policy: "version: 1\nrules: {source-conflict: off, figure-conflict: off}\n")
      .editorial("check", "--all")
    #expect(off.status == 0 && !off.text.contains("-conflict "), "\(off.everything)")
  }

  @Test func versionsOfOneArticleAreNotComparedWithEachOther() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(SampleArticle.slug)")
    try newsroom.plant(.wrongFigure, on: "styled/\(SampleArticle.slug)", from: "factual/\(SampleArticle.slug)")
    let result = try newsroom.editorial("check", "--all")
    #expect(result.text.contains("14%") && !result.text.contains("-conflict "), "\(result.everything)")
  }

  @Test func aRangeComparesWhatItBringsWithWhatIsThere() throws {
    let newsroom = try newsroom()
    let start = try #require(try newsroom.tip("main"))
    // Older than all others by its date, and yet it comes after them.
    let text = try newsroom.git.read("articles/cabinet.md").replacing("2025-03-12", with: "2020-01-01")
      .replacing("Observatoire du droit", with: "Barreau du Sud")
    try newsroom.plant(Array(text.utf8), at: "articles/plaidoirie.md", on: "main")
    let result = try newsroom.editorial("check", "\(start)..main")
    #expect(result.status == 0 && result.lines.filter { $0.contains("-conflict ") }.count == 1, "\(result.everything)")
    #expect(result.text.contains("in an earlier article, articles/ferme.md:7:8:"), "\(result.everything)")
    try newsroom.git("reset", "--quiet", "--hard", "main")
    try newsroom.git.commit("Something else", ["README.md": "Other texts.\n"])
    #expect(try !newsroom.editorial("check", "main~1..main").text.contains("-conflict "))
  }

  @Test func anArticleIsAlsoComparedBeforeItIsPublished() throws {
    let newsroom = try newsroom()
    let text = try newsroom.git.read("articles/cabinet.md")
    try newsroom.plant(
      Array(text.replacing("Observatoire du droit", with: "Barreau du Sud").utf8), at: "articles/plaidoirie.md",
      on: "factual/plaidoirie")
    let result = try newsroom.editorial("check", "--all")
    #expect(
      result.text.contains("factual/plaidoirie:articles/plaidoirie.md:7:25: warning: [source-conflict "),
      "\(result.everything)")
  }
}
