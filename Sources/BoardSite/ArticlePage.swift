import EditorialCLI
import Facts
import Gatekeeping
import GitStore
import Manuscripts
import Newsroom
import Reports
import StructuredText

/// Everything that the page of one article shows.
struct ArticlePage: Sendable {
  /// What would come of promoting the article now.
  enum Next: Sendable {
    case passes(Promotion)
    case refused(Promotion, Judgement)
    /// Something other than a gate is in the way, in words.
    case hindered(String)
    case nothing
  }

  let title: String
  /// The stages that have the article, the first one first, with its files there.
  let places: [(stage: Stage, branch: String, paths: [String])]
  let shown: NewsroomPage.Article
  /// Where the furthest version stands, whichever is shown.
  let furthest: Standing
  let next: Next
  /// What the page was made from.
  let state: String

  /// Reads the version of an article that stands at a stage; `nil` for the furthest.
  init(of slug: Slug, at stage: String?, path: String?, _ desk: Desk, state: String) throws {
    let versions = try desk.versions(of: slug)
    guard let standing = try desk.standings(of: [slug]).first else {
      throw DeskError.noSuchArticle(slug.name, suggestion: nil)
    }
    let wanted = try stage.map { try desk.stage(named: $0) } ?? standing.stage
    guard let version = versions.first(where: { $0.stage == wanted }) else {
      throw DeskError.notAtStage(slug, wanted)
    }
    let file = version.files.first { path == nil || $0.path.string == path }
    let article = try file.map { try desk.article(named: "\(version.branch):\($0.path)") }
    let judged = try article.map { try desk.judge($0) }
    let report = judged.map { Report($0, stage: version.stage) }
    let history = try desk.scoredHistory(of: slug, limit: 12)
    let parsed = article.map { ArticleParser().article(from: $0.text.bytes) }
    title = parsed?.frontMatter?.text(.title)?.text ?? slug.name
    places = versions.map { ($0.stage, $0.branch, $0.files.compactMap(\.path.string)) }
    shown = NewsroomPage.Article(
      standing: Standing(
        slug: slug, path: file?.path.description ?? "", stage: version.stage, branch: version.branch,
        scorecard: judged?.scorecard, verdict: version.stage.gate == nil ? nil : judged?.verdict,
        previousIntegrity: nil, isStale: standing.isStale, ahead: standing.ahead, reopened: standing.reopened,
        author: standing.author, time: standing.time),
      history: history.entries.map { HistoryLine($0) }, hidden: history.hidden, report: report,
      sources: parsed.map { FactSheet(of: $0).sourceUses() } ?? [], kept: report.map { KeptFact.all(in: $0) } ?? [])
    furthest = standing
    next = Self.next(of: slug, desk)
    self.state = state
  }

  private static func next(of slug: Slug, _ desk: Desk) -> Next {
    do {
      let promotion = try desk.promotion(of: slug)
      let outcome = try desk.promote(promotion, isTrial: true)
      return outcome.isPassed ? .passes(promotion) : .refused(promotion, outcome.judgement)
    } catch DeskError.nothingToPromote {
      return .nothing
    } catch {
      let failure = Failure(error, trying: "")
      return .hindered([failure.reason, failure.remedy].compactMap { $0 }.joined(separator: ". "))
    }
  }
}
