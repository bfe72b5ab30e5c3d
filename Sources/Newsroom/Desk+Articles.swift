package import Gatekeeping
package import GitStore
import StructuredText

extension Desk {
  /// Returns the article that a name means.
  ///
  /// - Throws: `DeskError.noSuchArticle`, with the nearest name that there is; `DeskError.invalidSlug`.
  package func slug(named name: String) throws -> Slug {
    let slug: Slug
    do throws(Slug.Invalid) {
      slug = try Slug(name)
    } catch {
      throw DeskError.invalidSlug(error)
    }
    let policy = try policyForReading().policy
    for stage in policy.workflow.stages where try tip(of: slug, at: stage, policy) != nil { return slug }
    throw try noSuchArticle(name, policy)
  }

  /// Returns all articles that a stage's branch has, sorted.
  package func slugs() throws -> [Slug] { try slugs(policyForReading().policy) }

  func slugs(_ policy: Policy) throws -> [Slug] {
    var found: Set<Slug> = []
    for reference in try repository.references(under: "refs/heads/") {
      guard let branch = reference.name.branch, let place = policy.workflow.place(ofBranch: branch) else { continue }
      switch place {
      case .article(_, let slug): found.insert(slug)
      case .shared: found.formUnion(try publishedSlugs(at: reference.target, policy))
      case .invalid: break
      }
    }
    return found.sorted()
  }

  private func publishedSlugs(at tip: ObjectID, _ policy: Policy) throws -> [Slug] {
    try Snapshot(repository, tip).allArticles(policy: policy).compactMap { entry in
      if case .article(let slug, _) = policy.kind(ofPath: entry.path.description) { slug } else { nil }
    }
  }

  func noSuchArticle(_ name: String, _ policy: Policy) throws -> DeskError {
    .noSuchArticle(name, suggestion: nearest(name, try slugs(policy).map(\.name)))
  }

  func nearest(_ name: String, _ names: [String]) -> String? { Spelling.nearest(to: name, among: names) }

  /// Returns the article's branches, the earlier stages first, with its files there.
  package func versions(of slug: Slug) throws -> [ArticleVersion] {
    try versions(of: slug, try policyForReading().policy)
  }

  func versions(of slug: Slug, _ policy: Policy) throws -> [ArticleVersion] {
    try policy.workflow.stages.compactMap { stage in
      guard let tip = try tip(of: slug, at: stage, policy) else { return nil }
      return ArticleVersion(
        stage: stage, branch: policy.workflow.branch(of: slug, at: stage), commit: tip,
        files: try Snapshot(repository, tip).articles(of: slug, policy: policy))
    }
  }
}

/// An article as one stage has it.
package struct ArticleVersion: Sendable {
  package let stage: Stage
  /// Without `refs/heads/`.
  package let branch: String
  package let commit: ObjectID
  /// One file, or one for each language; none when the branch was opened and nothing written.
  package let files: [TreeEntry]
}
