package import Scoring

/// One article of an update, and what the gate says of it.
package struct JudgedArticle: Sendable {
  /// `nil` when the path holds no valid slug.
  package let slug: Slug?
  package let candidate: ArticleText
  /// What its facts were compared with; `nil` when it was judged by its own sources.
  package let baseline: ArticleText?
  /// The source material it was judged with.
  package let dossier: [ArticleText]
  /// Other articles that findings point into.
  package let others: [ArticleText]
  /// `nil` when there was nothing that could be scored.
  package let scorecard: Scorecard?
  package let verdict: Verdict
  /// The findings that somebody has accepted, by their identifiers; they count for nothing in the verdict.
  package let waivers: [String: Waiver]

  package init(
    slug: Slug?, candidate: ArticleText, baseline: ArticleText?, dossier: [ArticleText],
    others: [ArticleText] = [], scorecard: Scorecard?, verdict: Verdict,
    waivers: [String: Waiver] = [:]
  ) {
    self.slug = slug
    self.candidate = candidate
    self.baseline = baseline
    self.dossier = dossier
    self.others = others
    self.scorecard = scorecard
    self.verdict = verdict
    self.waivers = waivers
  }

  /// The integrity score without the findings that somebody has accepted; `nil` when there was nothing to score.
  package var integrityWithWaivers: Tenths? { scorecard?.integrity(without: Set(waivers.keys)) }
}

/// The bytes of one version of an article, under the names that a reader knows it by.
package struct ArticleText: Hashable, Sendable {
  /// From the repository's root.
  package let path: String
  /// A branch, a commit, or `nil` for the work tree, the index, and files in no repository.
  package let revision: String?
  package let bytes: [UInt8]

  package init(path: String, revision: String?, bytes: [UInt8]) {
    self.path = path
    self.revision = revision
    self.bytes = bytes
  }

  /// `factual/ia-pme:articles/ia-pme.md`.
  package var label: String { revision.map { "\($0):\(path)" } ?? path }
}
