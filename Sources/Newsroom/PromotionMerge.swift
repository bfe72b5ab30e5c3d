import Gatekeeping
import GitStore
import Manuscripts

/// Merges what a stage has into the next one, as `git merge` would, but for the stamps.
///
/// Each stage stamps its own scores, so stamps would be in conflict at every second promotion. They are worth nothing
/// to a merge: all versions get the same one first.
struct PromotionMerge {
  let repository: Repository
  let policy: Policy
  let slug: Slug
  /// What the merge has in the place of one of the article's files, whatever the two sides have there.
  var rewriting: Rewriting? = nil

  /// Returns the tree of both, or the paths that a person has to decide.
  func merge(into ours: ObjectID, from theirs: ObjectID) throws -> MergeOutcome {
    let bases = try repository.mergeBases(ours, theirs)
    guard policy.stamp != .none || rewriting != nil, bases.count == 1, let base = bases.first else {
      return try repository.mergeCommits(ours: ours, theirs: theirs)
    }
    return try repository.mergeTrees(base: try even(base), ours: try even(ours), theirs: try even(theirs))
  }

  /// Returns the tree of a commit with one and the same stamp in every file of the article, and with what is rewritten.
  func even(_ commit: ObjectID) throws -> ObjectID {
    var edits: [TreeEdit] = []
    for entry in try Snapshot(repository, commit).articles(of: slug, policy: policy) where entry.version.mode.isRegular
    {
      if let rewriting, entry.path == rewriting.path {
        let blob = try repository.writeBlob(rewriting.bytes)
        edits.append(.put(entry.path, FileVersion(id: blob, mode: entry.version.mode)))
      }
      guard policy.stamp != .none, entry.path != rewriting?.path, let bytes = try repository.articleText(entry.version)
      else { continue }
      let stamped = policy.evenlyStamped(bytes, at: entry.path.description)
      guard stamped != bytes else { continue }
      let blob = try repository.writeBlob(stamped)
      edits.append(.put(entry.path, FileVersion(id: blob, mode: entry.version.mode)))
    }
    let tree = try repository.tree(of: commit)
    return edits.isEmpty ? tree : try repository.writeTree(from: tree, edits: edits)
  }
}

extension Policy {
  /// Returns the text of an article with one and the same stamp in it, whatever it had.
  func evenlyStamped(_ bytes: [UInt8], at path: String) -> [UInt8] {
    ArticleEditor.stamped(
      ArticleParser().article(from: bytes), with: Stamp(integrityTenths: 0, style: 0), place: stampPlace(at: path),
      language: "en")
  }
}
