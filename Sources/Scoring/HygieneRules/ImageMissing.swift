import Facts
import Manuscripts
import StructuredText
import Wording

/// An image is not in the tree.
enum ImageMissing: Rule {
  static let description = RuleDescription(
    id: "image-missing",
    summary: worded(
      "an image of the article is not in the repository",
      fr: "une image de l'article n'est pas dans le dépôt"),
    rationale: worded(
      """
      Readers see a broken frame. The image is looked for beside the article and where site generators keep the files \
      that they serve, in the same commit as the article. Images of other sites are not looked at.
      """,
      fr: """
        Les lecteurs voient un cadre brisé. L'image est cherchée à côté de l'article et là où les générateurs de \
        sites gardent les fichiers qu'ils servent, dans le même commit que l'article. Les images d'autres sites ne \
        sont pas regardées.
        """),
    defaultSeverity: .warning, points: nil, cap: nil,
    failing: RuleDescription.Example(
      files: ["articles/images/bridge.jpg"],
      candidate: """
        ![The bridge at low tide](⟦images/brigde.jpg⟧)

        The bridge opened in spring (Source: Harbour office).

        ## Sources

        1. **Harbour office**
           - URL: https://harbour-office.org/bridge
        """),
    passing: RuleDescription.Example(
      files: ["articles/images/bridge.jpg"],
      candidate: """
        ![The bridge at low tide](images/bridge.jpg)

        The bridge opened in spring (Source: Harbour office).

        ## Sources

        1. **Harbour office**
           - URL: https://harbour-office.org/bridge
        """))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    manuscript.missing.filter { $0.target.kind == .image }.map { missing in
      Violation(
        message(missing), remedy: remedy, candidate: missing.target.range, key: missing.target.destination,
        severity: missing.isCertain ? nil : .note)
    }
  }

  private static func message(_ missing: MissingTarget) -> String {
    worded(
      "The image \(quoted(missing.target.destination)) is not there: \(missing.absence)",
      fr: "L'image \(quoted(missing.target.destination)) n'est pas là : \(missing.absence)")
  }

  private static let remedy = worded(
    "Add the file, or correct the address",
    fr: "Ajoutez le fichier, ou corrigez l'adresse")
}

extension MissingTarget {
  /// What is not there, as a clause.
  var absence: String {
    path.map { worded("there is no file \(quoted($0))", fr: "il n'y a pas de fichier \(quoted($0))") }
      ?? worded(
        "the address leads out of the repository",
        fr: "l'adresse mène hors du dépôt")
  }
}
