package import Facts
package import Gatekeeping
import Scoring

/// Everything that the page on a whole newsroom shows.
package struct NewsroomPage: Sendable {
  /// One article's part of it.
  package struct Article: Sendable {
    package let standing: Standing
    /// The newest version first.
    package let history: [HistoryLine]
    /// How many versions are older than those in `history`.
    package let hidden: Int
    /// What the furthest version looks like beside its baseline; `nil` when it cannot be read.
    package let report: Report?
    package let sources: [SourceUse]
    /// Facts that are marked in both texts because both have them.
    package let kept: [KeptFact]

    package init(
      standing: Standing, history: [HistoryLine], hidden: Int, report: Report?, sources: [SourceUse],
      kept: [KeptFact] = []
    ) {
      self.standing = standing
      self.history = history
      self.hidden = hidden
      self.report = report
      self.sources = sources
      self.kept = kept
    }
  }

  /// How the repository is called.
  package let name: String
  /// When the page was made, on the clock of who made it: `2025-07-31 14:05`.
  package let date: String
  /// Seconds since 1970 of the same moment.
  package let now: Int64
  package let articles: [Article]

  package init(name: String, time: Int64, offset: Int, articles: [Article]) {
    self.name = name
    self.now = time
    self.date = CalendarTime(seconds: time, offset: offset).minute
    self.articles = articles
  }

  /// The gated versions of all articles, and those that the gate refuses, by the rule that cost most.
  var refusals: (judged: Int, refused: Int, byRule: [(rule: String, count: Int)]) {
    var judged = 0
    var refused = 0
    var rules: [String: Int] = [:]
    for line in articles.flatMap(\.history) {
      guard let report = line.score?.report, let isPassed = line.score?.report.isPassed else { continue }
      judged += 1
      guard !isPassed else { continue }
      refused += 1
      if let worst = report.findings.max(by: { $0.points < $1.points }) { rules[worst.rule.name, default: 0] += 1 }
    }
    return (judged, refused, rules.map { ($0.key, $0.value) }.sorted { ($1.count, $0.rule) < ($0.count, $1.rule) })
  }

  /// The median integrity of the versions written in each week that has any, the oldest first.
  var weeks: [(week: String, median: Tenths, count: Int)] {
    var scores: [String: [Tenths]] = [:]
    for line in articles.flatMap(\.history) {
      guard let integrity = line.score?.report.integrity else { continue }
      scores[CalendarTime(seconds: line.time, offset: line.offset).week, default: []].append(integrity)
    }
    return scores.sorted { $0.key < $1.key }.map { week, scores in
      (week, scores.sorted()[(scores.count - 1) / 2], scores.count)
    }
  }
}
