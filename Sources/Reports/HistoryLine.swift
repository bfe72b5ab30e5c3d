import Gatekeeping
package import Scoring
package import StructuredText
import Wording

/// One version in an article's history, as it is shown.
package struct HistoryLine: Sendable {
  /// The full name of the commit, in hexadecimal.
  package let commit: String
  /// Seconds since 1970.
  package let time: Int64
  /// Minutes east of Greenwich, where the author wrote it.
  package let offset: Int
  package let author: String
  package let subject: String
  /// What happened, as a word or two: `written`, `promoted from factual`.
  package let change: String
  /// `nil` when no stage's branch led to it.
  package let stage: String?
  package let path: String
  /// Where the article was before, when it was moved.
  package let oldPath: String?
  /// What the version lost and won against the one before it; only the report when it is the first; `nil` when there is
  /// nothing to score.
  package let score: Score?

  package enum Score: Sendable {
    case first(Report)
    case changed(ScoreDiff)

    package var report: Report {
      switch self {
      case .first(let report): report
      case .changed(let diff): diff.to
      }
    }

    /// What the integrity score gained; `nil` for the first version.
    package var gain: Tenths? {
      guard case .changed(let diff) = self, let from = diff.from.integrity, let to = diff.to.integrity else {
        return nil
      }
      return to - from
    }
  }

  package init(
    commit: String, time: Int64, offset: Int, author: String, subject: String, change: String, stage: String?,
    path: String, oldPath: String?, score: Score?
  ) {
    self.commit = commit
    self.time = time
    self.offset = offset
    self.author = author
    self.subject = subject
    self.change = change
    self.stage = stage
    self.path = path
    self.oldPath = oldPath
    self.score = score
  }

  /// The change as people read it.
  var shownChange: String {
    switch change {
    case "started": worded("started", fr: "commencé")
    case "written": worded("written", fr: "écrit")
    case "merged": worded("merged", fr: "fusionné")
    case "removed": worded("removed", fr: "supprimé")
    default: change
    }
  }

  /// As in `2025-07-31 14:05`, on the author's clock.
  var date: String { CalendarTime(seconds: time, offset: offset).minute }
}

/// A version that introduced, altered or lost a fact.
package struct FactLine: Sendable {
  package let version: HistoryLine
  /// `introduced`, `altered` or `lost`.
  package let event: String
  /// Where the fact stands; of a lost one, where it stood.
  package let place: Place
  /// What it was before, or has become.
  package let other: Place?

  /// The event as people read it.
  var shownEvent: String {
    switch event {
    case "introduced": worded("introduced", fr: "introduit")
    case "altered": worded("altered", fr: "modifié")
    case "lost": worded("lost", fr: "perdu")
    default: event
    }
  }

  /// Words of a text.
  package struct Place: Sendable {
    let text: LocatedText
    let range: TextRange

    package init(_ text: LocatedText, _ range: TextRange) {
      self.text = text
      self.range = range
    }
  }

  package init(version: HistoryLine, event: String, place: Place, other: Place?) {
    self.version = version
    self.event = event
    self.place = place
    self.other = other
  }
}
