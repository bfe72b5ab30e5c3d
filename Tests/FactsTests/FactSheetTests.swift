import Facts
import Languages
import Manuscripts
import Testing

@Suite struct FactSheetTests {
  private func sheet(_ text: String, _ language: String = "fr") -> FactSheet {
    FactSheet(of: ArticleParser().article(from: Array(text.utf8)), language: LanguageTag(language))
  }

  private func figures(_ text: String, _ language: String = "fr") -> [String] {
    let sheet = sheet(text, language)
    return sheet.facts.filter { $0.figure != nil }.map { sheet.text(of: $0) }
  }

  static let figureTexts: [(String, String, [String])] = [
    ("En 2024, 13 % des PME utilisent l'IA.", "fr", ["13 %"]),
    ("Une PME sur huit l'utilise.", "fr", ["Une PME sur huit"]),
    ("De 15 à 30 % des ventes.", "fr", ["15 à 30 %"]),
    ("Entre 15 et 30 % des ventes.", "fr", ["15 et 30 %"]),
    ("Un budget de 1,2 M€ et de 3 milliards d'euros.", "fr", ["1,2 M€", "3 milliards d'euros"]),
    ("Les deux tiers des 1 200 000 habitants.", "fr", ["Les deux tiers", "1 200 000"]),
    ("La moitié des quatre-vingt-treize communes.", "fr", ["La moitié", "quatre-vingt-treize"]),
    ("Un livre et une table.", "fr", []),
    ("## 2. Trois étapes", "fr", ["Trois"]),
    ("In 2024, one in eight firms used it.", "en", ["one in eight"]),
    ("It cost $3.5 million, up 12% from 2019.", "en", ["$3.5 million", "12%"]),
    ("Between 15 and 30 percent of 1,200 shops.", "en", ["15 and 30 percent", "1,200"]),
    ("Two thirds of the twenty-five members.", "en", ["Two thirds", "twenty-five"]),
    ("See [the page](https://a.org/2024/12) and `x = 12`.", "en", ["12"]),
  ]

  @Test(arguments: figureTexts.indices)
  func figuresAreFound(_ index: Int) {
    let (text, language, expected) = Self.figureTexts[index]
    #expect(figures(text, language) == expected)
  }

  @Test func listNumbersDatesCitationsAndSourcesHoldNoFigures() {
    let text = """
      1. Le 24 juin 2025, tout change (Source : Enquête 2023).
      2. Rien d'autre.

      ## Sources

      1. **Enquête 2023**
         - Date : 24/06/2025
         - URL : https://enquete.org/2023
         - Fiabilité : 8/10
      """
    #expect(figures(text) == [])
  }

  @Test func sourcesAreReadInEveryShape() throws {
    let shapes = [
      "1. **CCI Azur** - Article\n   - Date : 24/06/2025\n   - URL : https://a.org/x\n   - Fiabilité : 8/10",
      "- [CCI Azur](https://a.org/x), 24 juin 2025",
      "- CCI Azur, https://a.org/x, 24/06/2025",
      "• CCI Azur – 24/06/2025 – https://a.org/x",
      "| Nom | Date | URL |\n|---|---|---|\n| CCI Azur | 24/06/2025 | https://a.org/x |",
      "1. CCI Azur\n   Date : 24/06/2025\n   URL : https://a.org/x",
    ]
    for shape in shapes {
      let entries = try #require(sheet("Texte.\n\n## Sources\n\n" + shape).sources?.entries, "\(shape)")
      #expect(entries.count == 1, "\(shape)")
      #expect(entries.first?.nameWords == ["cci", "azur"], "\(shape): \(entries.first?.nameWords ?? [])")
      #expect(entries.first?.urlKey == "a.org/x", "\(shape)")
      #expect(entries.first?.dates.map(\.description) == ["2025-06-24"], "\(shape)")
    }
  }

  @Test func footnotesAndFrontMatterListSources() {
    let footnoted = sheet("Un fait[^1].\n\n[^1]: CCI Azur, https://a.org/x")
    #expect(footnoted.sources?.entries.map(\.urlKey) == ["a.org/x"])
    #expect(footnoted.citations.map(\.source) == [0])
    let listed = sheet("---\nsources:\n  - name: CCI Azur\n    url: https://a.org/x\n  - https://b.org\n---\nUn fait.")
    #expect(listed.sources?.entries.map(\.urlKey) == ["a.org/x", "b.org"])
  }

  @Test func citationsResolveByNameInitialsAndLink() {
    let text = """
      Un fait (Source : CCI PACA). Selon la CCI Provence-Alpes-Côte d'Azur, un autre. Et [un lien](https://dfm.fr/x/).

      ## Sources

      - [CCI Provence-Alpes-Côte d'Azur – Article](https://paca.org/x)
      - [DFM.fr – Analyse](https://dfm.fr/x)
      """
    #expect(sheet(text).citations.map(\.source) == [0, 0, 1])
  }

  @Test func quotationsKnowTheirSpeakers() {
    let quotation = sheet("« La mer a tout emporté ici », raconte Jeanne Le Goff, maire. Elle sourit.").quotations
    #expect(quotation.map(\.words) == [["la", "mer", "a", "tout", "emporte", "ici"]])
    #expect(quotation.first?.speaker.contains("goff") == true)
    #expect(sheet("Le mot « mer » seul.").quotations.isEmpty)
  }
}
