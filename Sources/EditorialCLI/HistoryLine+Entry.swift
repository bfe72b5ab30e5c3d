import Gatekeeping
import GitStore
package import Newsroom
package import Reports

extension HistoryLine {
  /// A version as it is shown, with its scores.
  package init(_ scored: ScoredEntry) {
    let stage = scored.entry.stage
    var score: Score?
    if let judged = scored.judged {
      let report = Report(judged, stage: stage)
      score = scored.previous.map { .changed(ScoreDiff(from: Report($0, stage: stage), to: report)) } ?? .first(report)
    }
    self.init(scored.entry, score: score)
  }

  /// A version as it is shown, with `score`.
  init(_ entry: HistoryEntry, score: Score? = nil) {
    let change =
      switch entry.change {
      case .started: "started"
      case .written: "written"
      case .promoted(let from, let to): "promoted from \(from) to \(to)"
      case .demoted(let from, let to): "sent back from \(from) to \(to)"
      case .merged: "merged"
      case .removed: "removed"
      }
    let commit = entry.commit
    self.init(
      commit: commit.id.hex, time: commit.author.time.seconds, offset: commit.author.time.offset,
      author: entry.author.name, subject: commit.subject, change: change, stage: entry.stage?.name,
      path: entry.path.description, oldPath: entry.oldPath?.description, score: score)
  }
}
