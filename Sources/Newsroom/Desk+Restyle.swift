package import Gatekeeping
package import GitStore
import Manuscripts
package import Scoring

/// A text that comes to a stage in the place of what the stage before has.
package struct Rewriting: Sendable {
  /// Of the article's file.
  package let path: TreePath
  package let bytes: [UInt8]
  /// What the commit records beside the scores, a trailer each.
  package let trailers: [String]

  package init(path: TreePath, bytes: [UInt8], trailers: [String] = []) {
    self.path = path
    self.bytes = bytes
    self.trailers = trailers
  }
}

/// What a writer is asked for: an article at a stage where it is rewritten, or its first draft.
package struct WritingOrder: Sendable {
  package let slug: Slug
  /// The stage whose gate judges the text.
  package let stage: Stage
  /// The branch that gets it, without `refs/heads/`.
  package let branch: String
  /// Where the article lies.
  package let path: TreePath
  /// What is to be said in other words; `nil` for a draft.
  package let original: ArticleText?
  /// The article whose front matter and header stay when the writer leaves them out.
  package let frame: [UInt8]
  /// The source material.
  package let dossier: [ArticleText]
  package let settings: RuleSettings

  /// Makes an article of what the writer handed in.
  ///
  /// - Throws: `WrittenText.Flaw`.
  package func text(from output: [UInt8]) throws(WrittenText.Flaw) -> WrittenText {
    let parser = ArticleParser()
    return try WrittenText(
      from: output, in: parser.article(from: frame), saying: original.map { parser.article(from: $0.bytes) },
      by: settings)
  }
}

extension Desk {
  /// Returns what a writer is asked for who restyles an article: the earliest stage that is measured against another one.
  ///
  /// - Parameter path: which of the article's files, when it has several, such as one for each language.
  /// - Throws: `DeskError.noStageForRestyling`, `notAtStage`, `severalFiles`, `noSuchFile`.
  package func restyling(of slug: Slug, path: String? = nil) throws -> (order: WritingOrder, promotion: Promotion) {
    let policy = try policyInForce().policy
    let stages = policy.workflow.stages
    guard
      let index = stages.indices.dropFirst().first(where: { !stages[$0].isShared && stages[$0].gate?.against != nil })
    else { throw DeskError.noStageForRestyling }
    let promotion = Promotion(slug: slug, from: stages[index - 1], to: stages[index])
    let branch = policy.workflow.branch(of: slug, at: promotion.from)
    guard let tip = try tip(of: slug, at: promotion.from, policy) else {
      guard try slugs(policy).contains(slug) else { throw try noSuchArticle(slug.name, policy) }
      throw DeskError.notAtStage(slug, promotion.from)
    }
    let snapshot = Snapshot(repository, tip)
    let entries = try snapshot.articles(of: slug, policy: policy).filter { $0.version.mode.isRegular }
    guard !entries.isEmpty else { throw DeskError.notAtStage(slug, promotion.from) }
    guard let entry = try Self.file(path, of: slug, among: entries) else {
      throw DeskError.noSuchFile(path ?? "", slug, there: entries.map(\.path.description))
    }
    let resolver = BaselineResolver(repository: repository, policy: policy, tips: Tips(repository))
    let original = try resolver.text(of: entry, revision: branch)
    let order = WritingOrder(
      slug: slug, stage: promotion.to, branch: policy.workflow.branch(of: slug, at: promotion.to), path: entry.path,
      original: original, frame: original.bytes,
      dossier: try resolver.dossier(of: slug, in: snapshot, revision: branch),
      settings: policy.rules(at: promotion.to.gate))
    return (order, promotion)
  }

  /// Returns the file that a writer is asked for: the one that is named, or the only one; `nil` when there is none.
  ///
  /// - Throws: `DeskError.severalFiles`.
  static func file(_ path: String?, of slug: Slug, among entries: [TreeEntry]) throws -> TreeEntry? {
    if let path { return entries.first { $0.path.description == path } }
    guard entries.count <= 1 else { throw DeskError.severalFiles(slug, entries.map(\.path.description)) }
    return entries.first
  }
}
