import Facts
import Manuscripts

/// One way in which an article can fail, with what it costs and how it reads.
protocol Rule: Sendable {
  static var description: RuleDescription { get }
  /// Returns every place where the article breaks the rule.
  static func violations(in manuscript: Manuscript) -> [Violation]
}

/// What a rule sees: the candidate, what it is held against, and what the policy asks.
struct Manuscript {
  let candidate: FactSheet
  let comparison: FactComparison?
  let dossier: [FactSheet]
  let settings: RuleSettings
  /// What the article leads to in its own site and is not there; empty where nobody looked.
  let missing: [MissingTarget]
  /// Earlier articles of the repository; `nil` where they are not known.
  let neighbours: Neighbours?

  var baseline: FactSheet? { comparison?.baseline }

  /// What does not go with earlier articles.
  let conflicts: [StatementConflict]
}

/// What a reader is told about one rule; `explain` prints it, and the rule's tests run its examples.
package struct RuleDescription: Sendable {
  package let id: RuleID
  /// One sentence, without a final full stop.
  package let summary: String
  /// Why it matters, in plain words.
  package let rationale: String
  package let defaultSeverity: Severity
  /// What one finding takes at least; `nil` when it takes nothing.
  package let points: Tenths?
  /// The highest integrity score that an article with such a finding can have.
  package let cap: Tenths?
  package let failing: Example
  package let passing: Example
  /// Whether the rule judges an article by itself, and only tells when there is a baseline.
  package let isAboutSourcing: Bool

  package init(
    id: RuleID, summary: String, rationale: String, defaultSeverity: Severity, points: Tenths?, cap: Tenths?,
    failing: Example, passing: Example,
    isAboutSourcing: Bool = false
  ) {
    self.id = id
    self.summary = summary
    self.rationale = rationale
    self.defaultSeverity = defaultSeverity
    self.points = points
    self.cap = cap
    self.failing = failing
    self.passing = passing
    self.isAboutSourcing = isAboutSourcing
  }

  /// An article, and the baseline it is judged against when the rule needs one.
  ///
  /// `⟦ ⟧` mark the words that a finding must point at; they are taken out before the text is judged.
  package struct Example: Sendable {
    package let baseline: String?
    /// A file of the dossier, for rules that look there.
    package let dossier: String?
    /// The files around the article, which is `articles/article.md`, for rules that look there.
    package let files: [String]
    /// An earlier article of the repository, for rules that compare articles.
    package let earlier: String?
    package let candidate: String

    package init(
      baseline: String? = nil, dossier: String? = nil, files: [String] = [], earlier: String? = nil, candidate: String
    ) {
      self.baseline = baseline
      self.dossier = dossier
      self.files = files
      self.earlier = earlier
      self.candidate = candidate
    }
  }
}
