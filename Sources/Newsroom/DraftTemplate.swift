import Gatekeeping
import GitStore
import Languages
import Scoring

/// The text that a new article begins with. It has the places to fill, and passes no gate until they are filled.
struct DraftTemplate {
  let slug: Slug
  let settings: RuleSettings
  let author: String
  let day: CivilDay

  var language: String { settings.language?.code ?? "en" }
  var date: String { day.description }

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

/// A day of the calendar.
struct CivilDay: CustomStringConvertible {
  /// `2025-07-31`.
  let description: String

  /// The day that a moment falls on where it was written down.
  init(_ time: Timestamp) {
    // Days since 0000-03-01, so that the leap day ends the year; after Howard Hinnant's civil_from_days.
    let seconds = min(max(time.seconds, -60_000_000_000), 250_000_000_000) + Int64(time.offset) * 60
    let days = Int((Double(seconds) / 86_400).rounded(.down)) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    description = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
