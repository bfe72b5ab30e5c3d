import CGit2

extension Repository {
  /// Returns the best common ancestor of two commits, or nil when their histories have nothing in common.
  package func mergeBase(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> ObjectID? {
    if isShallow { return try shallowMergeBase(one, other) }
    var first = one.raw
    var second = other.raw
    var base = git_oid()
    return try following([one, other]) { () throws(GitError) in
      let status = unsafe git_merge_base(&base, pointer, &first, &second)
      return try checkFound(status, "find merge base", "\(one.short) and \(other.short)") ? ObjectID(base) : nil
    }
  }

  /// Returns all best common ancestors: two or more where branches were merged into each other crosswise.
  package func mergeBases(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> [ObjectID] {
    if isShallow { return try shallowMergeBase(one, other).map { [$0] } ?? [] }
    var first = one.raw
    var second = other.raw
    var bases = unsafe git_oidarray()
    defer { unsafe git_oidarray_dispose(&bases) }
    let isFound = try following([one, other]) { () throws(GitError) in
      let status = unsafe git_merge_bases(&bases, pointer, &first, &second)
      return try checkFound(status, "find merge base", "\(one.short) and \(other.short)")
    }
    guard isFound else { return [] }
    return unsafe UnsafeBufferPointer(start: bases.ids, count: bases.count).map { ObjectID($0) }
  }

  /// Returns how many commits only `one` has, and how many only `other`.
  package func aheadBehind(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> (ahead: Int, behind: Int) {
    if isShallow {
      return (
        try commits(reachableFrom: [one], notFrom: [other]).count,
        try commits(reachableFrom: [other], notFrom: [one]).count
      )
    }
    var first = one.raw
    var second = other.raw
    var ahead = 0
    var behind = 0
    try following([one, other]) { () throws(GitError) in
      _ = try unsafe check(
        git_graph_ahead_behind(&ahead, &behind, pointer, &first, &second), "compare histories",
        "\(one.short) and \(other.short)")
    }
    return (ahead, behind)
  }

  /// Whether `one` is `other` or in its history.
  package func isAncestor(_ one: ObjectID, of other: ObjectID) throws(GitError) -> Bool {
    if one == other { return true }
    if isShallow { return try commits(reachableFrom: [other]).contains(one) }
    var ancestor = one.raw
    var descendant = other.raw
    return try following([other, one]) { () throws(GitError) in
      try unsafe check(
        git_graph_descendant_of(pointer, &descendant, &ancestor), "compare histories",
        "\(one.short) and \(other.short)")
    } == 1
  }

  /// Returns the commits that can be reached from some and not from others, the newest first.
  ///
  /// - Parameter limit: the greatest number that is returned.
  package func commits(
    reachableFrom tips: [ObjectID], notFrom hidden: [ObjectID] = [], limit: Int = .max
  ) throws(GitError) -> [ObjectID] {
    if isShallow {
      return try shallowCommits(from: tips, notFrom: hidden, limit: limit)
    }
    return try following(tips + hidden) { () throws(GitError) in
      try walkedCommits(from: tips, notFrom: hidden, limit: limit)
    }
  }

  private func walkedCommits(
    from tips: [ObjectID], notFrom hidden: [ObjectID], limit: Int
  ) throws(GitError) -> [ObjectID] {
    let walk = try unsafe Handle<RevisionWalkObject>("walk history") { unsafe git_revwalk_new(&$0, pointer) }
    try unsafe check(git_revwalk_sorting(walk.pointer, GIT_SORT_TIME.rawValue), "walk history")
    for tip in tips {
      var raw = tip.raw
      try unsafe check(git_revwalk_push(walk.pointer, &raw), "walk history", tip.hex)
    }
    for tip in hidden {
      var raw = tip.raw
      try unsafe check(git_revwalk_hide(walk.pointer, &raw), "walk history", tip.hex)
    }
    var found: [ObjectID] = []
    var raw = git_oid()
    while found.count < limit, try unsafe checkNext(git_revwalk_next(&raw, walk.pointer), "walk history") {
      found.append(ObjectID(raw))
    }
    return found
  }

  /// Returns a commit, its first parent, that one's first parent, and so on: what a branch's own commits were.
  ///
  /// libgit2's walk puts commits of one second in any order.
  ///
  /// - Parameter limit: the greatest number that is returned.
  package func firstParents(from tip: ObjectID, limit: Int = .max) throws(GitError) -> [ObjectID] {
    var found: [ObjectID] = []
    var next: ObjectID? = tip
    while found.count < limit, let id = next {
      found.append(id)
      next = try parents(of: id).first
      // Beyond the end of a shallow clone there is nothing.
      if let parent = next, try header(of: parent) == nil { next = nil }
    }
    return found
  }

  /// Returns the commits that changed what one path holds, the newest first, as `git log -- path` does: where one
  /// parent of a merge has the same there, only that parent is followed.
  ///
  /// - Parameters:
  ///   - limit: the greatest number that is returned.
  ///   - visiting: the greatest number of commits that is looked at before it gives up and returns what it has.
  package func history(
    of path: TreePath, from tip: ObjectID, limit: Int = .max, visiting: Int = 1_000_000
  ) throws(GitError) -> [PathCommit] {
    var versions = PathVersions(repository: self, path: path)
    var queue = CommitQueue()
    queue.push(try commit(tip))
    var found: [PathCommit] = []
    var visited = 0
    while found.count < limit, visited < visiting, let commit = queue.pop() {
      visited += 1
      let own = try versions.version(in: commit.tree)
      var parents: [Commit] = []
      for id in commit.parents {
        // Beyond the end of a shallow clone there is nothing to compare with.
        if try header(of: id) != nil { parents.append(try self.commit(id)) }
      }
      var same: Commit?
      for parent in parents where same == nil {
        if try versions.version(in: parent.tree) == own { same = parent }
      }
      if let same {
        queue.push(same)
        continue
      }
      if own != nil || !parents.isEmpty { found.append(PathCommit(commit: commit, version: own)) }
      for parent in parents { queue.push(parent) }
    }
    return found
  }

  /// Whether history ends somewhere although it goes on elsewhere. libgit2 1.5 does not know where, and takes such a
  /// repository for damaged.
  package var isShallow: Bool { HostFiles.exists(HostFiles.join(commonDirectory, "shallow")) }

  /// The youngest commit that both have, as far as history is here.
  private func shallowMergeBase(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> ObjectID? {
    let known = Set(try commits(reachableFrom: [one]))
    return try commits(reachableFrom: [other]).first { known.contains($0) }
  }

  /// The same answer as `commits`, taking the end of a shallow clone for the beginning of history.
  private func shallowCommits(
    from tips: [ObjectID], notFrom hidden: [ObjectID], limit: Int
  ) throws(GitError) -> [ObjectID] {
    var known = Set<ObjectID>()
    _ = try walk(hidden, skipping: &known, limit: .max)
    return try walk(tips, skipping: &known, limit: limit)
  }

  private func walk(
    _ tips: [ObjectID], skipping known: inout Set<ObjectID>, limit: Int
  ) throws(GitError) -> [ObjectID] {
    var queue = CommitQueue()
    for tip in tips { queue.push(try commit(tip)) }
    var found: [ObjectID] = []
    while found.count < limit, let commit = queue.pop() {
      guard known.insert(commit.id).inserted else { continue }
      found.append(commit.id)
      for parent in commit.parents where !known.contains(parent) {
        if try header(of: parent) != nil { queue.push(try self.commit(parent)) }
      }
    }
    return found
  }
}

/// A commit that changed a path, and what the path holds since then.
package struct PathCommit: Hashable, Sendable {
  package let commit: Commit
  /// Nil when the commit removed it.
  package let version: FileVersion?
}

/// Commits waiting to be looked at, the newest first, each once.
package struct CommitQueue {
  private var heap: [Commit] = []
  private var seen = Set<ObjectID>()

  package init() {}

  package mutating func push(_ commit: Commit) {
    guard seen.insert(commit.id).inserted else { return }
    heap.append(commit)
    var child = heap.count - 1
    while child > 0, isNewer(heap[child], heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  package mutating func pop() -> Commit? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    if heap.isEmpty { return first }
    heap[0] = last
    var parent = 0
    while true {
      var newest = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && isNewer(heap[child], heap[newest]) {
        newest = child
      }
      if newest == parent { return first }
      heap.swapAt(parent, newest)
      parent = newest
    }
  }

  private func isNewer(_ one: Commit, _ other: Commit) -> Bool {
    one.committer.time.seconds > other.committer.time.seconds
  }
}

/// What one path holds in many trees, remembering the folders that stay the same from commit to commit.
package struct PathVersions {
  private let repository: Repository
  private let parts: [ArraySlice<UInt8>]
  private var known: [[ObjectID: FileVersion?]]

  package init(repository: Repository, path: TreePath) {
    self.repository = repository
    parts = path.components ?? []
    known = Array(repeating: [:], count: parts.count)
  }

  /// Returns what the path holds in a tree; nil when there is nothing.
  package mutating func version(in tree: ObjectID) throws(GitError) -> FileVersion? {
    var current = FileVersion(id: tree, mode: .folder)
    for (depth, part) in parts.enumerated() {
      guard current.mode == .folder else { return nil }
      let found: FileVersion?
      if let remembered = known[depth][current.id] {
        found = remembered
      } else {
        found = try repository.item(named: part, in: current.id)
        known[depth][current.id] = .some(found)
      }
      guard let found else { return nil }
      current = found
    }
    return parts.isEmpty ? nil : current
  }
}
