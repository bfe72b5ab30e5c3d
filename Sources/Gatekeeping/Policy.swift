package import Manuscripts
package import Scoring

/// What a team asks of its articles, and how they move: the values of `editorial.yml`.
///
/// The policy of an empty file, or of none, is `Policy()`.
package struct Policy: Sendable {
  /// Where the policy lies, from the repository's root.
  package static let path = "editorial.yml"

  package var articles: [ArticlePattern] = Policy.standardArticles
  /// Where the source material of an article lies; `nil` when there is none.
  package var dossier: ArticlePattern? = Policy.standardDossier
  package var workflow = Workflow.standard
  package var rules = RuleSettings()
  package var waivers = WaiverRules()
  /// Where `promote` records the scores in an article.
  package var stamp = StampPlace.header

  /// How an article is shown before it is published, where the team has its own way.
  package var preview: PreviewTemplate?

  package var mode = Mode.enforce

  package init() {}

  /// What becomes of verdicts.
  package enum Mode: String, Hashable, Sendable, CaseIterable {
    /// What a gate refuses does not get in.
    case enforce
    /// What a gate would refuse is told and recorded, and gets in.
    case observe
  }

  /// Returns the settings of the rules for articles that a gate judges; `nil` is no gate.
  package func rules(at gate: Gate?) -> RuleSettings {
    guard let gate, !gate.levels.isEmpty else { return rules }
    var settings = rules
    settings.levels.merge(gate.levels) { _, own in own }
    return settings
  }

  /// Returns where the scores are recorded in the article at `path`: a comment of HTML would keep MDX from being read.
  package func stampPlace(at path: String) -> StampPlace {
    stamp == .header && path.hasSuffix(".mdx") ? .frontMatter : stamp
  }

  /// Returns what `path` is to the workflow.
  package func kind(ofPath path: String) -> PathKind {
    if path == Policy.path { return .policy }
    for pattern in articles {
      guard let captures = pattern.match(path) else { continue }
      do throws(Slug.Invalid) {
        return .article(try Slug(captures.slug), captures)
      } catch {
        return .invalidArticle(error)
      }
    }
    return .other
  }

  /// What a path of the tree is.
  package enum PathKind: Hashable, Sendable {
    case article(Slug, ArticlePattern.Captures)
    /// It has an article's place, and a name that is no slug.
    case invalidArticle(Slug.Invalid)
    case policy
    case other
  }

  /// Whether the file at `path` is an article.
  package func isArticle(_ path: String) -> Bool {
    if case .article = kind(ofPath: path) { true } else { false }
  }

  private static let standardArticles: [ArticlePattern] = {
    do { return [try ArticlePattern("articles/{slug}.md")] } catch { return [] }
  }()

  private static let standardDossier: ArticlePattern? = {
    do { return try ArticlePattern("sources/{slug}/*.md") } catch { return nil }
  }()
}
