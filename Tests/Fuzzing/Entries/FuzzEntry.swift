/// A part of the program that any bytes can be handed to.
///
/// The fuzzer hands it what it makes up, and the tests what was found in the past.
package enum FuzzEntry: String, CaseIterable, Sendable {
  /// An article, its Markdown tree, and edits of its head.
  case article
  /// The sources, citations, quotations and names of an article.
  case sources
  /// Numbers and dates, in every language.
  case figures
  /// Two versions of an article and a dossier, scored and reported.
  case comparison
  /// `editorial.yml`.
  case policy
  /// What Git says to a hook.
  case hook

  /// Returns what does not hold for `bytes`; nothing when all is well.
  ///
  /// What must never happen at all (an index out of bounds, a number out of range) ends the process.
  package func flaws(in bytes: [UInt8]) -> [String] {
    var laws = Laws()
    switch self {
    case .article: laws.checkArticle(bytes)
    case .sources: laws.checkSources(bytes)
    case .figures: laws.checkFigures(bytes)
    case .comparison: laws.checkComparison(bytes)
    case .policy: laws.checkPolicy(bytes)
    case .hook: laws.checkHook(bytes)
    }
    return laws.broken
  }
}

/// What holds for every input, and which of it did not.
struct Laws {
  private(set) var broken: [String] = []

  /// Notes `law` when `holds` is false, and returns `holds`.
  @discardableResult
  mutating func expect(_ holds: Bool, _ law: @autoclosure () -> String) -> Bool {
    if !holds { broken.append(law()) }
    return holds
  }
}
