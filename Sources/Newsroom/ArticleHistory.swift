package import Gatekeeping
package import GitStore

/// A commit that made, moved or removed a version of an article.
package struct HistoryEntry: Sendable {
  package enum Change: Hashable, Sendable {
    /// The first version there is.
    case started
    case written
    /// A promotion from one stage to another, by their names.
    case promoted(from: String, to: String)
    /// It was sent back from one stage to an earlier one, by their names.
    case demoted(from: String, to: String)
    /// A merge that took over another branch's text.
    case merged
    case removed
  }

  package let commit: Commit
  /// Who wrote it, by the name that `.mailmap` gives.
  package let author: Identity
  package let change: Change
  /// `nil` when no stage's branch led to it.
  package let stage: Stage?
  package let path: TreePath
  /// Where the article was before, when this commit moved it.
  package let oldPath: TreePath?
  /// `nil` when it was removed.
  package let version: FileVersion?
  /// The commit on the same branch before this one, and the article's path there; `nil` when it had none.
  let previous: (commit: ObjectID, path: TreePath)?
}

/// The commits behind all stages of one article, each looked at once.
///
/// What a commit belongs to is told by first parents: the shared branch's own commits, then those of each stage's branch;
/// the second parent of a promotion is where the earlier stage stood, also when its branch is gone.
struct ArticleHistory {
  private struct Node {
    let commit: Commit
    let path: TreePath
    let version: FileVersion?
    let stage: Int?
    /// The commits to go on with: its parents, or the next of the shared branch that changed the article.
    let behind: [ObjectID]
  }

  let repository: Repository
  let policy: Policy
  let slug: Slug

  /// The commits that changed the article, the newest first.
  private(set) var entries: [HistoryEntry] = []
  private var nodes: [ObjectID: Node] = [:]
  private var versions: [TreePath: PathVersions] = [:]
  /// What is known of commits before they are looked at: the path that the article has there, and its stage.
  private var paths: [ObjectID: TreePath] = [:]
  private var stages: [ObjectID: Int] = [:]
  private let shared: SharedHistory

  /// Walks the history of the article's versions.
  ///
  /// - Parameter starts: the branches' tips and the article's path there, the earliest stage first.
  init(
    of slug: Slug, from starts: [(stage: Stage, tip: ObjectID, path: TreePath)], shared: SharedHistory,
    in repository: Repository, policy: Policy
  ) throws {
    self.repository = repository
    self.policy = policy
    self.slug = slug
    self.shared = shared
    var queue = CommitQueue()
    for start in starts {
      paths[start.tip] = paths[start.tip] ?? start.path
      if !shared.contains(start.tip), stages[start.tip] == nil { stages[start.tip] = index(of: start.stage) }
      queue.push(try repository.commit(start.tip))
    }
    while let commit = queue.pop() { try visit(commit, &queue) }
    sortEntries()
  }

  /// Puts no commit before one that builds on it, as clocks alone may: the newest first among those that are free to go.
  private mutating func sortEntries() {
    var waiting: [ObjectID: Int] = [:]
    for node in nodes.values { for parent in node.behind { waiting[parent, default: 0] += 1 } }
    var queue = CommitQueue()
    for node in nodes.values.filter({ waiting[$0.commit.id] == nil }).sorted(by: { $0.commit.id < $1.commit.id }) {
      queue.push(node.commit)
    }
    var places: [ObjectID: Int] = [:]
    while let commit = queue.pop() {
      places[commit.id] = places.count
      for parent in nodes[commit.id]?.behind ?? [] {
        waiting[parent, default: 0] -= 1
        if waiting[parent] == 0, let node = nodes[parent] { queue.push(node.commit) }
      }
    }
    entries.sort { places[$0.commit.id] ?? .max < places[$1.commit.id] ?? .max }
  }

  /// The nearest commit behind `entry` that holds the article at a stage no later than `stage`; `nil` when there is none.
  func baseline(for entry: HistoryEntry, at stage: Stage) -> ObjectID? {
    guard let latest = index(of: stage) else { return nil }
    var queue = CommitQueue()
    for parent in nodes[entry.commit.id]?.behind ?? [] { if let node = nodes[parent] { queue.push(node.commit) } }
    while let commit = queue.pop() {
      guard let node = nodes[commit.id] else { continue }
      if let stage = node.stage, stage <= latest, node.version != nil { return commit.id }
      for parent in node.behind { if let node = nodes[parent] { queue.push(node.commit) } }
    }
    return nil
  }

  private func index(of stage: Stage) -> Int? { policy.workflow.stages.firstIndex(of: stage) }

  private mutating func visit(_ commit: Commit, _ queue: inout CommitQueue) throws {
    let path = paths[commit.id] ?? TreePath("")
    let own = try version(at: path, in: commit.tree)
    let stage = shared.contains(commit.id) ? policy.workflow.stages.count - 1 : stages[commit.id]
    var parents: [(commit: Commit, path: TreePath, version: FileVersion?)] = []
    for id in commit.parents {
      // Beyond the end of a shallow clone there is nothing.
      guard try repository.header(of: id) != nil else { continue }
      let parent = try repository.commit(id)
      let before = own == nil ? path : try self.path(before: commit, at: path, in: parent)
      parents.append((parent, before, try version(at: before, in: parent.tree)))
    }
    let isUnchanged = parents.first.map { $0.version == own && $0.path == path } ?? (own == nil)
    let isDemotion = isDemotion(commit)
    // Of the two commits that send an article back, the one that has it tells of both.
    let isTold = isDemotion ? own != nil : !isUnchanged
    if isTold { try add(commit, path, own, stage, parents.map { ($0.commit.id, $0.path, $0.version) }) }
    let promotion = Self.promotion(commit.message)
    var behind: [ObjectID] = []
    for (number, parent) in parents.enumerated() {
      // What a merge took nothing from has its own way to be found, when it belongs to the article at all.
      if number > 0, isUnchanged, !isDemotion { break }
      let isShared = number == 0 && shared.contains(commit.id)
      guard let next = isShared ? shared.next(after: commit.id, at: parent.path, policy) : parent.commit.id else {
        continue
      }
      behind.append(next)
      paths[next] = paths[next] ?? parent.path
      if stages[next] == nil {
        let from = number == 0 ? nil : promotion.flatMap { policy.workflow.stage(named: $0.from) }
        stages[next] = from.flatMap(index) ?? (number == 0 && !shared.contains(commit.id) ? stage : nil)
      }
      queue.push(next == parent.commit.id ? parent.commit : try repository.commit(next))
    }
    nodes[commit.id] = Node(commit: commit, path: path, version: own, stage: stage, behind: behind)
  }

  private mutating func add(
    _ commit: Commit, _ path: TreePath, _ own: FileVersion?, _ stage: Int?,
    _ parents: [(id: ObjectID, path: TreePath, version: FileVersion?)]
  ) throws {
    let first = parents.first { $0.version != nil }
    let change: HistoryEntry.Change
    if own == nil {
      change = .removed
    } else if isDemotion(commit), let demotion = Self.promotion(commit.message) {
      change = .demoted(from: demotion.from, to: demotion.to)
    } else if let promotion = Self.promotion(commit.message), parents.count > 1 || first != nil {
      change = .promoted(from: promotion.from, to: promotion.to)
    } else if first == nil {
      change = .started
    } else {
      change = parents.count > 1 && parents.contains { $0.version == own } ? .merged : .written
    }
    entries.append(
      HistoryEntry(
        commit: commit, author: try repository.mapped(commit.author), change: change,
        stage: stage.map { policy.workflow.stages[$0] }, path: path,
        oldPath: first.flatMap { $0.path == path ? nil : $0.path }, version: own,
        previous: first.map { ($0.id, $0.path) }))
  }

  /// Where the article at `path` was in a parent: the same place, another place of the same article, or a file that the
  /// commit took away and whose text it kept.
  private mutating func path(before commit: Commit, at path: TreePath, in parent: Commit) throws -> TreePath {
    if let known = paths[parent.id] { return known }
    if try version(at: path, in: parent.tree) != nil { return path }
    let changes = try repository.changedPaths(from: parent.id, to: commit.id)
    let removed = changes.filter { change in
      change.old != nil && change.new == nil && policy.isArticle(change.path.description)
    }
    let added = changes.first { $0.path == path }?.new
    if let same = removed.first(where: { $0.old?.id == added?.id }) { return same.path }
    let ofSlug = removed.filter { change in
      if case .article(slug, _) = policy.kind(ofPath: change.path.description) { true } else { false }
    }
    if let only = ofSlug.first { return only.path }
    // A move with a change: whatever of those taken away keeps most lines, and at least half.
    guard let added, let new = try lines(of: added) else { return path }
    var best: (path: TreePath, shared: Int)?
    for change in removed.prefix(50) {
      guard let old = change.old, let lines = try lines(of: old) else { continue }
      let shared = new.intersection(lines).count
      if shared * 2 >= max(new.count, lines.count), shared > best?.shared ?? 0 { best = (change.path, shared) }
    }
    return best?.path ?? path
  }

  private func lines(of version: FileVersion) throws -> Set<ArraySlice<UInt8>>? {
    try repository.articleText(version).map { Set($0.split(separator: UInt8(ascii: "\n"))) }
  }

  private mutating func version(at path: TreePath, in tree: ObjectID) throws -> FileVersion? {
    if path.bytes.isEmpty { return nil }
    var known = versions.removeValue(forKey: path) ?? PathVersions(repository: repository, path: path)
    defer { versions[path] = known }
    return try known.version(in: tree)
  }

  /// Whether the commit's trailers name a step back.
  private func isDemotion(_ commit: Commit) -> Bool {
    guard let step = Self.promotion(commit.message) else { return false }
    let stages = policy.workflow.stages.map(\.name)
    guard let from = stages.firstIndex(of: step.from), let to = stages.firstIndex(of: step.to) else { return false }
    return to < from
  }

  /// The stages that a promotion's or a demotion's trailers name.
  private static func promotion(_ message: String) -> (from: String, to: String)? {
    var from: String?
    var to: String?
    for line in message.split(separator: "\n").suffix(20) {
      if line.hasPrefix("Editorial-From: ") { from = String(line.dropFirst(16)) }
      if line.hasPrefix("Editorial-To: ") { to = String(line.dropFirst(14)) }
    }
    if let from, let to { return (from, to) }
    return nil
  }
}
