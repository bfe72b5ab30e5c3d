import Gatekeeping
import GitStore
import Manuscripts
import StructuredText

/// The commits that give an article another slug, one on top of each version that is renamed.
///
/// Where two branches have an ancestor in common that has the article, that is renamed too, and both get it as a parent:
/// so later merges find the article under its new name on both sides and where they parted.
struct Renaming {
  let repository: Repository
  let policy: Policy
  let old: Slug
  let new: Slug
  let now: Timestamp
  let isSigned: Bool
  /// The published branch's commit, where the links of other articles follow.
  let published: ObjectID?
  /// What people have accepted of the article, said again under its new slug.
  let waivers: [Waiver]
  private var known: [ObjectID: ObjectID] = [:]

  /// The trailer that says which slug the article had.
  static let trailer = "Editorial-Renamed-From"

  init(
    _ old: Slug, to new: Slug, published: ObjectID?, waivers: [Waiver], in repository: Repository, policy: Policy,
    now: Timestamp, isSigned: Bool
  ) {
    self.waivers = waivers.map { $0.carried(to: new.name) }
    self.repository = repository
    self.policy = policy
    self.old = old
    self.new = new
    self.now = now
    self.isSigned = isSigned
    self.published = published
  }

  /// Returns the renamed version of each tip, in the same order.
  mutating func renamed(_ tips: [ObjectID]) throws -> [ObjectID] {
    var bases: [ObjectID: [ObjectID]] = [:]
    for (place, tip) in tips.enumerated() {
      for other in tips[(place + 1)...] {
        guard let base = try repository.mergeBase(tip, other),
          try !Snapshot(repository, base).articles(of: old, policy: policy).isEmpty
        else { continue }
        for end in [tip, other] where end != base { bases[end, default: []].append(base) }
      }
    }
    // What is further back is made first, so that a tip that is a base of another has all parents of its own.
    return try tips.map { try renamed($0, bases, depth: 0) }
  }

  private mutating func renamed(
    _ commit: ObjectID, _ bases: [ObjectID: [ObjectID]], depth: Int
  ) throws -> ObjectID {
    if let known = known[commit] { return known }
    var others: [ObjectID] = []
    // A base lies behind its tip, so this ends; there are only as many as there are pairs of stages.
    for base in bases[commit] ?? [] where depth < 64 {
      let made = try renamed(base, bases, depth: depth + 1)
      if !others.contains(made) { others.append(made) }
    }
    let needed = try others.filter { one in
      try !others.contains { try $0 != one && repository.isAncestor(one, of: $0) }
    }
    let trailers = ["Editorial-Article: \(new)", "\(Self.trailer): \(old)"] + waivers.map(\.trailer)
    let unsigned = try repository.createCommit(
      tree: try tree(of: commit), parents: [commit] + needed, author: try repository.identity(.author, now: now),
      committer: try repository.identity(.committer, now: now),
      message: "Rename \(old) to \(new)\n\n\(trailers.joined(separator: "\n"))\n")
    let made = isSigned ? try repository.signedIfAsked(unsigned) : unsigned
    known[commit] = made
    return made
  }

  private func tree(of commit: ObjectID) throws -> ObjectID {
    var edits: [TreeEdit] = []
    for entry in try repository.files(in: commit, where: { $0.string.map { policy.isOwn($0, of: old) } ?? false }) {
      let path = try newPath(entry.path)
      edits += [.remove(entry.path), .put(path, try renamed(entry, isOwn: true))]
    }
    guard commit == published else { return try repository.writeTree(from: commit, edits: edits) }
    for entry in try Snapshot(repository, commit).allArticles(policy: policy)
    where !policy.isOwn(entry.path.description, of: old) {
      let changed = try renamed(entry, isOwn: false)
      if changed != entry.version { edits.append(.put(entry.path, changed)) }
    }
    return try repository.writeTree(from: commit, edits: edits)
  }

  /// Returns where a file of the article goes: the slug is replaced where the path has it, in the last place when it
  /// stands in a file's name.
  private func newPath(_ path: TreePath) throws -> TreePath {
    var parts = path.description.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    var isDone = false
    for (place, part) in parts.enumerated() {
      if let changed = Self.replaced(part, old.name, new.name) {
        parts[place] = changed
        isDone = true
      }
    }
    if !isDone, let place = parts.lastIndex(where: { $0.contains(old.name) }) {
      // Such as 2025-07-31-solar-roofs.md.
      guard let range = parts[place].ranges(of: old.name).last else {
        throw OperationError.noNewPlace(path.description)
      }
      parts[place].replaceSubrange(range, with: new.name)
    }
    let changed = parts.joined(separator: "/")
    guard changed != path.description, policy.isOwn(changed, of: new) else {
      throw OperationError.noNewPlace(path.description)
    }
    return TreePath(changed)
  }

  /// Returns the name of a file or folder with the slug replaced; `nil` when it is no name of the article.
  private static func replaced(_ part: String, _ old: String, _ new: String) -> String? {
    if part == old { return new }
    return part.hasPrefix(old + ".") ? new + part.dropFirst(old.count) : nil
  }

  /// Returns a file with its links to the article under the new name, and in the article itself the slug of the front
  /// matter; what is no text of moderate size stays as it is.
  private func renamed(_ entry: TreeEntry, isOwn: Bool) throws -> FileVersion {
    guard case .article = policy.kind(ofPath: entry.path.description), entry.version.mode.isRegular,
      try repository.blobSize(entry.version.id) <= ArticleParser.sizeLimit
    else { return entry.version }
    let bytes = try repository.blob(entry.version.id)
    // Most articles do not speak of this one.
    guard bytes.firstRange(of: Array(old.name.utf8)) != nil else { return entry.version }
    var article = ArticleParser().article(from: bytes)
    if isOwn, article.frontMatter?.node?["slug"]?.text == old.name,
      let changed = ArticleEditor.setting("slug", to: new.name, in: article)
    {
      article = ArticleParser().article(from: changed)
    }
    let changed = ArticleEditor.redirected(article) { destination in
      let parts = destination.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      return parts.map { part in
        let end = part.firstIndex { $0 == "#" || $0 == "?" } ?? part.endIndex
        return (Self.replaced(String(part[..<end]), old.name, new.name) ?? String(part[..<end])) + part[end...]
      }.joined(separator: "/")
    }
    guard changed != bytes else { return entry.version }
    return FileVersion(id: try repository.writeBlob(changed), mode: entry.version.mode)
  }
}
