package import Gatekeeping

/// What the gates say of one update.
package struct Judgement: Sendable {
  /// The branch that moves, or would: without `refs/heads/` when it is one.
  package let branch: String
  /// The stage whose gate it is; `nil` for what is refused wherever it happens.
  package let stage: Stage?
  /// The article that the branch belongs to; `nil` for a shared branch.
  package let slug: Slug?
  /// Every article that the update brings or changes, in the order of their paths.
  package let articles: [JudgedArticle]
  /// What is wrong with the update as a whole.
  package let refusals: [Refusal]
  /// How to take back what git may have left in the index and the work tree; `nil` when it left nothing.
  package let wayBack: WayBack?

  package init(
    branch: String, stage: Stage?, slug: Slug?, articles: [JudgedArticle], refusals: [Refusal], wayBack: WayBack? = nil
  ) {
    self.branch = branch
    self.stage = stage
    self.slug = slug
    self.articles = articles
    self.refusals = refusals
    self.wayBack = wayBack
  }

  package var isPassed: Bool { refusals.isEmpty && articles.allSatisfy(\.verdict.isPassed) }

  /// The articles that are refused.
  package var refusedArticles: [JudgedArticle] { articles.filter { !$0.verdict.isPassed } }

  func with(_ wayBack: WayBack?) -> Judgement {
    Judgement(
      branch: branch, stage: stage, slug: slug, articles: articles, refusals: refusals, wayBack: wayBack)
  }

  func with(articles: [JudgedArticle]) -> Judgement {
    Judgement(
      branch: branch, stage: stage, slug: slug, articles: articles, refusals: refusals, wayBack: wayBack)
  }
}
