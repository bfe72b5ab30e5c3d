import Facts
import Manuscripts
import StructuredText
import Wording

/// The front matter lacks a field that the policy requires.
enum FieldMissing: Rule {
  static let description = RuleDescription(
    id: "field-missing",
    summary: worded(
      "the front matter lacks a field that the policy requires",
      fr: "il manque à l'en-tête un champ que la charte exige"),
    rationale: worded(
      "Titles, descriptions and dates are what lists and search engines show.",
      fr: "Ce sont les titres, les descriptions et les dates que montrent les listes et les moteurs de recherche."),
    defaultSeverity: .error, points: nil, cap: nil,
    failing: RuleDescription.Example(
      candidate: """
        ⟦---
        date: 2025-06-24
        ---
        ⟧
        The line opened in spring.
        """),
    passing: RuleDescription.Example(
      candidate: """
        ---
        title: A new line
        ---

        The line opened in spring.
        """))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    let article = manuscript.candidate.article
    let front = article.frontMatter
    // What cannot be read says nothing of what is there, and is told by its own rule.
    if front != nil, front?.node == nil { return [] }
    return manuscript.settings.requiredFrontMatter.compactMap { key in
      let names = FrontMatter.Key(name: key)?.names ?? [key]
      let value = names.lazy.compactMap { front?.node?[$0] }.first
      guard value?.text?.isEmpty ?? (value == nil) else { return nil }
      return Violation(
        message(quoted(key)), remedy: remedy(key),
        candidate: value?.range ?? front?.range ?? TextRange(0, 0), key: key)
    }
  }

  private static func message(_ key: String) -> String {
    worded(
      "The front matter has no \(key)",
      fr: "L'en-tête n'a pas de champ \(key)")
  }
  private static func remedy(_ key: String) -> String {
    worded(
      "Add the line “\(key): …”",
      fr: "Ajoutez la ligne « \(key): … »")
  }
}
