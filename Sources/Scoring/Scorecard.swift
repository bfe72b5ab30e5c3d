package import StructuredText

/// All scores and findings of one version of an article.
package struct Scorecard: Sendable {
  /// What the integrity score measures.
  package enum Basis: String, Hashable, Sendable {
    /// The facts of a baseline survive.
    case fidelity
    /// No baseline: the article's own sources are real and support it.
    case sourcing
  }

  package let basis: Basis
  package let integrity: Tenths
  package let style: StyleScore
  /// Gravest first, then in the order of the text.
  package let findings: [Finding]

  package init(basis: Basis, integrity: Tenths, style: StyleScore, findings: [Finding]) {
    self.basis = basis
    self.integrity = integrity
    self.style = style
    self.findings = findings
  }

  /// Returns the integrity score that the article would have without some findings.
  ///
  /// - Parameter ids: the identifiers of the findings.
  package func integrity(without ids: Set<String>) -> Tenths {
    if ids.isEmpty { return integrity }
    return IntegrityScore.score(of: findings.lazy.filter { !ids.contains($0.id) }.map(\.cost))
  }
}

/// How far a text meets a style profile.
package struct StyleScore: Sendable, Hashable {
  /// The profile's name.
  package let profile: String
  /// 0 to 100.
  package let value: Int
  package let measures: [Measure]

  package init(profile: String, value: Int, measures: [Measure]) {
    self.profile = profile
    self.value = value
    self.measures = measures
  }

  /// One measure of a profile and what it gave.
  package struct Measure: Sendable, Hashable {
    package let name: String
    /// How often the thing that is measured occurs.
    package let count: Int
    /// Points given, in hundredths.
    package let hundredths: Int
    /// The most points that it can give.
    package let most: Int
    /// The count as the target looks at it, in hundredths: in `perWords` words, or an average.
    package let value: Int
    /// The number of words that the target speaks of; `nil` for the whole text.
    package let perWords: Int?
    /// What is aimed at: `at least 1 in 150 words`.
    package let target: String
    /// Where the text has what was counted.
    package let places: [TextRange]

    package init(
      name: String, count: Int, hundredths: Int, most: Int, value: Int = 0, perWords: Int? = nil,
      target: String = "", places: [TextRange] = []
    ) {
      self.name = name
      self.count = count
      self.hundredths = hundredths
      self.most = most
      self.value = value
      self.perWords = perWords
      self.target = target
      self.places = places
    }
  }
}
