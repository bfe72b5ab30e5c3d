import Testing
import TestSupport

/// `editorial diff` lists what changed between two versions, all of it and nothing else, whatever the format.
@Suite struct DiffTests {
  private static let baseline = """
    ---
    title: "Le marché d'Ébreuil"
    lang: fr
    ---

    # Le marché d'Ébreuil rouvre

    Le marché couvert d'Ébreuil a accueilli 1 240 visiteurs à l'été dernier (Source : Office du tourisme d'Ébreuil).

    La mairie a voté les travaux le 14 mars 2024, après deux ans d'études (Source : Mairie d'Ébreuil).

    La fréquentation a progressé depuis la réouverture des halles.

    « Nous avons retrouvé nos clients du samedi », dit Maëlle Févrié, fromagère.

    Les étals de poisson ne sont pas ouverts le lundi.

    Le loyer d'un étal coûte au moins 45 € par mois (Source : Mairie d'Ébreuil).

    La plupart des maraîchers viennent de l'Allier.

    L'association Les Halles vivantes pourrait reprendre la buvette.

    ## Sources

    1. **Office du tourisme d'Ébreuil – Bilan d'été** - Bilan
       - Date : 02/10/2024
       - URL : https://www.tourisme-ebreuil.fr/bilans/ete
       - Fiabilité : 8/10

    2. **Mairie d'Ébreuil – Délibérations** - Registre
       - Date : 15/03/2024
       - URL : https://www.mairie-ebreuil.fr/deliberations/2024
       - Fiabilité : 9/10

    """

  /// What stood in the baseline, what stands now, the rule that tells, and where: line and column, both from 1.
  private static let changes: [(old: String, new: String, rule: String, line: Int, column: Int)] = [
    ("1 240 visiteurs", "1 420 visiteurs", "figure-altered", 8, 41),
    ("14 mars 2024", "4 mars 2024", "date-altered", 10, 33),
    ("a progressé", "a reculé", "direction-flipped", 12, 20),
    ("retrouvé nos clients", "retrouvé tous nos clients", "quotation-altered", 14, 1),
    ("ne sont pas ouverts", "sont ouverts", "negation-changed", 16, 22),
    ("au moins 45 €", "au plus 45 €", "comparator-flipped", 18, 26),
    ("La plupart des", "Certains", "quantifier-changed", 20, 1),
    ("pourrait reprendre", "va reprendre", "hedge-removed", 22, 26),
    ("bilans/ete", "bilans/hiver", "source-altered", 28, 12),
    ("15/03/2024", "15/03/2023", "source-altered", 32, 13),
  ]

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("a.md", Self.baseline)
    try folder.write("b.md", Self.changes.reduce(Self.baseline) { $0.replacing($1.old, with: $1.new) })
    return folder
  }

  private func diff(_ arguments: String..., in folder: TemporaryFolder) throws -> Subprocess {
    let environment = try TestNewsroom.environment(home: folder.path)
    let result = try Subprocess.run(
      [try EditorialProgram.path(), "diff", "a.md", "b.md"] + arguments, in: folder.path, environment: environment)
    #expect(result.status == 1, "\(result.everything)")
    return result
  }

  private func count(_ words: String, in text: String) -> Int { text.ranges(of: words).count }

  @Test func tenChangesAreTenLinesOfText() throws {
    let text = try diff(in: try folder()).text
    for change in Self.changes {
      let line = text.split(separator: "\n").first {
        $0.hasPrefix("b.md:\(change.line):\(change.column): ") && $0.contains("[\(change.rule) ")
      }
      #expect(line != nil, "\(change):\n\(text)")
    }
    #expect(count(": error: ", in: text) == Self.changes.count, "\(text)")
  }

  @Test func tenChangesAreTenObjects() throws {
    let json = try diff("--format", "json", in: try folder()).text
    #expect(count("\"change\":", in: json) == Self.changes.count, "\(json)")
    for change in Self.changes { #expect(json.contains("\"rule\": \"\(change.rule)\""), "\(change.rule)\n\(json)") }
  }

  @Test func tenChangesAreTenItemsOfMarkdown() throws {
    let text = try diff("--format", "markdown", in: try folder()).text
    for change in Self.changes {
      let item = "`\(change.rule)` at `b.md:\(change.line):\(change.column)`"
      #expect(text.contains(item), "\(item)\n\(text)")
    }
    #expect(count("\n- **", in: text) == Self.changes.count, "\(text)")
    #expect(text.contains("| b\\.md | 100.0 → 0.0 |"), "\(text)")
  }

  @Test func tenChangesAreTenItemsOfThePage() throws {
    let page = try diff("--format", "html", in: try folder()).text
    for change in Self.changes {
      #expect(page.contains("<code>\(change.rule)</code>"), "\(change.rule)")
      #expect(page.contains(">in the text, line \(change.line)</a>"), "line \(change.line)")
    }
    #expect(count("<li class=\"error\">", in: page) == Self.changes.count)
  }

  @Test func briefFormIsOneLineForEachArticle() throws {
    let text = try diff("--oneline", in: try folder()).text
    #expect(count("\n", in: text) == 1 && text.hasPrefix("b.md  100.0  ->  0.0  -100.0"), "\(text)")
  }
}
