import Facts
import Gatekeeping
import Manuscripts
import Newsroom
import Reports
import Scoring

/// Finds the profile that a style is explained by, and measures the text by it.
struct StyleExplaining {
  let finder: ArticleFinder
  /// The name of another profile than that of the policy.
  let profile: String?

  func explanation(of report: Report) throws -> StyleExplanation {
    guard let card = report.scorecard else {
      throw Failure("explain the style of \(report.candidate.path)", because: "the text cannot be read")
    }
    guard let profile else { return StyleExplanation(card.style, of: report.candidate) }
    let settings = try settings()
    guard let found = settings.ownProfiles.first(where: { $0.name == profile }) ?? StyleProfile.named(profile) else {
      let names = settings.ownProfiles.map(\.name) + StyleProfile.shippedNames
      throw Failure(
        "explain the style", because: "there is no style profile \(profile)",
        remedy: NearestName.question(profile, in: names) ?? "There are \(names.joined(separator: ", "))",
        status: .usage)
    }
    let sheet = FactSheet(
      of: ArticleParser().article(from: report.candidate.bytes), language: settings.language)
    return StyleExplanation(found.score(of: sheet, integrity: card.integrity), of: report.candidate)
  }

  private func settings() throws -> RuleSettings {
    try finder.attempt("read the policy") {
      try finder.policyIfAny()?.rules ?? RuleSettings()
    }
  }
}
