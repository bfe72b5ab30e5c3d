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
  /// The links that were left as they are.
  private(set) var doubtful: [DoubtfulLink] = []
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

  private mutating func tree(of commit: ObjectID) throws -> ObjectID {
    let snapshot = Snapshot(repository, commit)
    let paths = try RenamedPaths(of: old, to: new, in: snapshot, commit, policy)
    var links = LinkRedirection(snapshot, paths)
    var edits: [TreeEdit] = []
    for (entry, path) in paths.files {
      edits += [.remove(entry.path), .put(TreePath(path), try renamed(entry, isOwn: true, &links))]
    }
    if commit == published {
      for entry in try snapshot.allArticles(policy: policy) where !policy.isOwn(entry.path.description, of: old) {
        let changed = try renamed(entry, isOwn: false, &links)
        if changed != entry.version { edits.append(.put(entry.path, changed)) }
      }
    }
    doubtful += links.doubtful.filter { !doubtful.contains($0) }
    return try repository.writeTree(from: commit, edits: edits)
  }

  /// Whether a text may have the article's name in it. Most have not, and need not be parsed.
  ///
  /// A name can be spelt in other ways: with percent signs, entities and escapes, and letters with their accents apart.
  private func mayNameIt(_ text: [UInt8]) -> Bool {
    let name = Array(old.name.utf8)
    return text.firstRange(of: name) != nil || name.contains { $0 >= 0x80 }
      || text.contains { Self.spellers.contains($0) }
  }

  private static let spellers = Set("%&\\".utf8)

  /// Returns a file with its links to where the article lies, and in the article itself the slug of the front matter; what
  /// is no text of moderate size stays as it is.
  private func renamed(_ entry: TreeEntry, isOwn: Bool, _ links: inout LinkRedirection) throws -> FileVersion {
    let path = entry.path.description
    guard case .article = policy.kind(ofPath: path), let bytes = try repository.articleText(entry.version) else {
      return entry.version
    }
    guard isOwn || links.paths.isLeftBehind(path) || mayNameIt(bytes) else { return entry.version }
    var article = ArticleParser().article(from: bytes)
    if isOwn, article.frontMatter?.node?["slug"]?.text == old.name,
      let changed = ArticleEditor.setting("slug", to: new.name, in: article)
    {
      article = ArticleParser().article(from: changed)
    }
    let changed = try links.redirected(article, at: path)
    guard changed != bytes else { return entry.version }
    return FileVersion(id: try repository.writeBlob(changed), mode: entry.version.mode)
  }
}
