package import Scoring

/// Where one article stands: one row of the board.
package struct Standing: Sendable {
  package let slug: Slug
  /// The path of the article on the branch that holds it.
  package let path: String
  /// The furthest stage that has the article.
  package let stage: Stage
  /// The furthest stage's branch, without `refs/heads/`.
  package let branch: String
  /// The scores against the baseline of that stage; `nil` when the article cannot be read.
  package let scorecard: Scorecard?
  /// What the stage's gate says of it; `nil` for a stage without one.
  package let verdict: Verdict?
  /// The integrity score of the article at the stage before, when its branch is there.
  package let previousIntegrity: Tenths?
  /// The baseline has moved on since this version was made from it. The scores of a published article are those of what it
  /// was made from.
  package let isStale: Bool
  /// Earlier stages whose branch holds a version that this one does not have yet, in order: `["draft"]` while one is being revised.
  package let ahead: [String]
  /// The earlier stage that a published article was opened at again, when nothing has been written there yet.
  package let reopened: String?
  /// Who made the last commit of the branch, or the last one that touched the article.
  package let author: String
  /// Seconds since 1970 of that commit.
  package let time: Int64
  /// Who works on it, the first one first; more than one when people said so at once.
  package let claims: [Claim]
  /// The promotion that is signed off for later; more than one when people said so at once.
  package let scheduled: [ScheduledPromotion]

  package init(
    slug: Slug, path: String, stage: Stage, branch: String, scorecard: Scorecard?, verdict: Verdict?,
    previousIntegrity: Tenths?, isStale: Bool, ahead: [String], reopened: String? = nil, author: String, time: Int64,
    claims: [Claim] = [], scheduled: [ScheduledPromotion] = []
  ) {
    self.slug = slug
    self.path = path
    self.stage = stage
    self.branch = branch
    self.scorecard = scorecard
    self.verdict = verdict
    self.previousIntegrity = previousIntegrity
    self.isStale = isStale
    self.ahead = ahead
    self.reopened = reopened
    self.author = author
    self.time = time
    self.claims = claims
    self.scheduled = scheduled
  }
}

extension Standing: Comparable {
  /// What an article waits for a person to do, the most urgent first.
  package enum Need: Int, Comparable, Sendable {
    /// Its stage's gate would refuse it.
    case mending
    /// An earlier stage has moved on.
    case updating
    case promotion
    /// It is published.
    case nothing

    package static func < (one: Need, other: Need) -> Bool { one.rawValue < other.rawValue }
  }

  package var need: Need {
    if verdict?.isPassed == false { return .mending }
    if isStale || !ahead.isEmpty { return .updating }
    return stage.isShared ? .nothing : .promotion
  }

  /// Orders a board: what needs a person most comes first, and of equals what has waited longest.
  package static func < (one: Standing, other: Standing) -> Bool {
    (one.need, one.time, one.slug) < (other.need, other.time, other.slug)
  }

  package static func == (one: Standing, other: Standing) -> Bool {
    (one.need, one.time, one.slug) == (other.need, other.time, other.slug)
  }
}
