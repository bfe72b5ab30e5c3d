import Gatekeeping
import Manuscripts
import Newsroom
import Reports
import Scoring
import Wording

/// Scores articles that are named on the command line, each by the measure that fits where it lies.
struct ArticleScoring {
  let finder: ArticleFinder
  /// Used instead of the article's own dossier; `nil` for that.
  let dossier: [ArticleText]?

  func report(on name: String, against baseline: ArticleText?) throws -> Report {
    guard ArticleFinder.isFile(name) else {
      return try report(on: try finder.article(named: name), against: baseline)
    }
    let text = try finder.text(named: name)
    // A file with its baseline needs no repository; a file of one is measured as its branch asks.
    if baseline == nil, name != "-", let located = try located(text) {
      return try report(on: located, against: nil)
    }
    return report(on: text, against: baseline, policy: Policy())
  }

  func report(on article: LocatedArticle, against baseline: ArticleText?) throws -> Report {
    try finder.attempt(worded("score \(article.text.label)", fr: "noter \(article.text.label)")) {
      guard let desk = try finder.desk() else { return report(on: article.text, against: baseline, policy: Policy()) }
      let judged = try desk.judge(article, against: baseline, dossier: dossier)
      let policy = try desk.policyForReading().policy
      // A text on no stage's branch is on its way to the last.
      let stage = article.stage ?? policy.workflow.stages.last
      guard article.stage == nil, let card = judged.scorecard, let gate = stage?.gate else {
        return Report(judged, stage: stage, next: NextStep.explaining(judged.scorecard))
      }
      let fresh = JudgedArticle(
        slug: judged.slug, candidate: judged.candidate, baseline: judged.baseline, dossier: judged.dossier,
        scorecard: card,
        verdict: gate.verdict(on: card, settings: policy.rules(at: gate), waived: Set(judged.waivers.keys)),
        waivers: judged.waivers)
      return Report(fresh, stage: stage, next: NextStep.explaining(card))
    }
  }

  /// Scores a text that is in no workflow, by the gates of a policy.
  func report(on candidate: ArticleText, against baseline: ArticleText?, policy: Policy) -> Report {
    let parser = ArticleParser()
    let card = Scorer(settings: policy.rules).scorecard(
      candidate: parser.article(from: candidate.bytes), baseline: baseline.map { parser.article(from: $0.bytes) },
      dossier: (dossier ?? []).map { parser.article(from: $0.bytes) })
    // A text with a baseline is what the last gate with one judges; a text alone is what the first gate judges.
    let gates = policy.workflow.stages.compactMap(\.gate)
    let gate = card.basis == .fidelity ? gates.last { $0.against != nil } : gates.first { $0.against == nil }
    let verdict = gate?.verdict(on: card, settings: policy.rules)
    return Report(
      slug: nil, candidate: LocatedText(candidate),
      baseline: baseline.map { LocatedText($0) }, scorecard: card,
      gate: verdict.map { Report.Gate(stage: nil, threshold: gate?.integrity, verdict: $0) },
      next: NextStep.explaining(card))
  }

  /// Returns the article of the repository that a file is; `nil` for any other file.
  private func located(_ text: ArticleText) throws -> LocatedArticle? {
    try finder.attempt(worded("score \(text.path)", fr: "noter \(text.path)")) {
      guard let path = FileReader.realPath(of: text.path), let desk = try finder.desk(),
        let article = try desk.article(inFile: path, bytes: text.bytes), article.slug != nil
      else { return nil }
      return article
    }
  }
}

/// The command that an editor types after a report.
enum NextStep {
  /// The page of the rule behind the gravest finding.
  static func explaining(_ card: Scorecard?) -> String? {
    card?.findings.first { $0.points > .zero || $0.severity == .error }.map { "editorial explain \($0.rule)" }
  }
}
