import Gatekeeping
import LanguagePacks
import Languages
import Scoring

/// The text that a new article begins with. It has the places to fill, and passes no gate until they are filled.
struct DraftTemplate {
  let slug: Slug
  let settings: RuleSettings
  let author: String
  /// Today, as in `2025-07-31`.
  let date: String

  var language: String { settings.language?.code ?? "en" }

  var text: String {
    let values = ["title": Self.quoted(title), "date": date, "author": Self.quoted(author), "lang": language]
    var keys = ["title", "description", "date", "author", "lang"]
    keys += settings.requiredFrontMatter.filter { !keys.contains($0) }
    let frontMatter = keys.map { "\($0): \(values[$0] ?? "\"\"")" }.joined(separator: "\n")
    let labels = ArticleLabels.labels(for: LanguageTag(language))
    let fields = settings.requiredSourceFields.filter { $0 != .name }.map { "   - \(labels[Self.label($0)])" }
    return """
      ---
      \(frontMatter)
      ---

      # \(title)



      ## \(labels[.sources])

      1.
      \(fields.joined(separator: "\n"))

      """
  }

  /// Returns where the article lies.
  ///
  /// - Throws: `DeskError.noPlaceForArticle`.
  func path(by policy: Policy) throws(DeskError) -> String {
    let path = policy.articles.lazy.compactMap { $0.path(for: slug, date: date, language: language) }.first
    guard let path else { throw .noPlaceForArticle(slug) }
    return path
  }

  /// `ia-pme` becomes « Ia pme », for the author to better.
  private var title: String {
    let words = slug.name.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private static func label(_ field: RuleSettings.SourceField) -> ArticleLabel {
    switch field {
    case .name: .name
    case .url: .url
    case .date: .date
    case .type: .type
    case .reliability: .reliability
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars where scalar.value >= 0x20 {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
