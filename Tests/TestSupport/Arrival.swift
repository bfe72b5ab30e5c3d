/// What a route may bring onto a gated branch, and where it would go.
package enum Arrival: String, CaseIterable, Sendable {
  /// A figure differs from the checked version.
  case failingByScore
  /// A sentence stands in the place of the sources.
  case failingByPlaceholder
  /// The branch of one article gets another one as well.
  case failingByScope
  case good

  package static let failing: [Arrival] = [.failingByScore, .failingByPlaceholder, .failingByScope]

  /// The branch that it is brought to.
  package var target: String { self == .failingByScope ? "styled/\(SampleArticle.slug)" : "main" }
  /// The file that comes.
  package var path: String { self == .failingByScope ? "articles/another.md" : SampleArticle.path }
  /// What that file holds.
  package var text: String {
    switch self {
    case .failingByScore: SampleArticle.wrongFigure.text
    case .failingByPlaceholder: SampleArticle.withoutSources.text
    case .failingByScope: SampleArticle.factual.text
    case .good: SampleArticle.faithful.text
    }
  }
  /// Words that the refusal must show.
  package var evidence: [String] {
    switch self {
    case .failingByScore: SampleArticle.wrongFigure.evidence
    case .failingByPlaceholder: SampleArticle.withoutSources.evidence
    case .failingByScope: [path, SampleArticle.slug]
    case .good: []
    }
  }

  /// Checks the target out, and commits what is to be brought there on a branch `desk/arrival`, one commit after it.
  ///
  /// - Returns: that commit.
  package func prepare(in newsroom: TestNewsroom) throws -> String {
    try newsroom.plant(.factual, on: "factual/\(SampleArticle.slug)")
    if target != "main" {
      try newsroom.plant(.faithful, on: target)
      try newsroom.git("switch", "--quiet", target)
    }
    return try newsroom.plant(Array(text.utf8), at: path, on: "desk/arrival", from: target)
  }
}
