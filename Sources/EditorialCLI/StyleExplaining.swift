import Facts
import Gatekeeping
import Manuscripts
import Newsroom
import Reports
import Scoring
import Wording

/// Finds the profile that a style is explained by, and measures the text by it.
struct StyleExplaining {
  let finder: ArticleFinder
  /// The name of another profile than that of the policy.
  let profile: String?

  func explanation(of report: Report) throws -> StyleExplanation {
    guard let card = report.scorecard else {
      throw Failure(
        worded(
          "explain the style of \(report.candidate.path)",
          fr: "expliquer le style de \(report.candidate.path)"),
        because: worded(
          "the text cannot be read",
          fr: "le texte ne peut pas être lu"))
    }
    guard let profile else { return StyleExplanation(card.style, of: report.candidate) }
    let settings = try settings()
    let found = try StyleProfiles.profile(
      named: profile, settings, for: worded("explain the style", fr: "expliquer le style"))
    return StyleExplanation(
      StyleProfiles.style(of: report, by: found, settings, integrity: card.integrity), of: report.candidate)
  }

  private func settings() throws -> RuleSettings {
    try finder.attempt(worded("read the policy", fr: "lire la charte")) {
      try finder.policyIfAny()?.rules ?? RuleSettings()
    }
  }
}

/// Style profiles by the names that a person types.
enum StyleProfiles {
  /// Returns the policy's own profile of that name, or the one that comes with the program.
  ///
  /// - Throws: `Failure`, with the name that was probably meant.
  static func profile(named name: String, _ settings: RuleSettings, for tried: String) throws -> StyleProfile {
    if let found = settings.ownProfiles.first(where: { $0.name == name }) ?? StyleProfile.named(name) { return found }
    let names = settings.ownProfiles.map(\.name) + StyleProfile.shippedNames
    throw Failure(
      tried, because: worded("there is no style profile \(name)", fr: "il n'y a pas de profil de style \(name)"),
      remedy: NearestName.question(name, in: names)
        ?? worded("There are \(names.joined(separator: ", "))", fr: "Il y a \(names.joined(separator: ", "))"),
      status: .usage)
  }

  /// Measures a text that was judged by another profile.
  static func style(
    of report: Report, by profile: StyleProfile, _ settings: RuleSettings, integrity: Tenths
  ) -> StyleScore {
    let article = ArticleParser().article(from: report.candidate.bytes)
    return profile.score(of: FactSheet(of: article, language: settings.language), integrity: integrity)
  }
}
