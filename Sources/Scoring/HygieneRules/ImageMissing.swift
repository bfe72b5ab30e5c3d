import Facts
import Manuscripts
import StructuredText

/// An image is not in the tree.
enum ImageMissing: Rule {
  static let description = RuleDescription(
    id: "image-missing",
    summary: "an image of the article is not in the repository",
    rationale: """
      Readers see a broken frame. The image is looked for beside the article and where site generators keep the files \
      that they serve, in the same commit as the article. Images of other sites are not looked at.
      """,
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
    "The image \(quoted(missing.target.destination)) is not there: \(missing.absence)"
  }

  private static let remedy = "Add the file, or correct the address"
}

extension MissingTarget {
  /// What is not there, as a clause.
  var absence: String {
    path.map { "there is no file \(quoted($0))" } ?? "the address leads out of the repository"
  }
}
