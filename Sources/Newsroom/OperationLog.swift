import GitStore

/// What this program did in the repository, the newest first: a chain of commits that a ref of their own leads to.
///
/// The ref moves in one step with those that an operation is about, see `BranchMover`. Its commits have no files; their
/// first parent is the operation before, or an empty beginning, and the others are all that the moved refs led to before, so
/// that no `git gc` takes away what can be brought back. All work trees share it; no push and no clone takes it along, but
/// for those of `--mirror`.
struct OperationLog {
  let repository: Repository

  init(_ repository: Repository) { self.repository = repository }

  static func ref() throws(GitError) -> RefName { try RefName("refs/editorial/operations") }

  /// Returns the newest operations, the newest first.
  func operations(limit: Int) throws -> [Operation] {
    var found: [Operation] = []
    var next = try repository.tip(of: try Self.ref())
    while found.count < limit, let id = next, let operation = try operation(id) {
      found.append(operation)
      next = operation.previous
    }
    return found
  }

  /// Returns the operation that a commit records; `nil` when it records none.
  func operation(_ id: ObjectID) throws -> Operation? {
    guard try repository.header(of: id)?.kind == .commit else { return nil }
    let commit = try repository.commit(id)
    var values: [String: [Substring]] = [:]
    for line in commit.message.split(separator: "\n").dropFirst() {
      guard let colon = line.firstRange(of: ": ") else { continue }
      values[String(line[..<colon.lowerBound]), default: []].append(line[colon.upperBound...])
    }
    guard let verb = values[Key.verb]?.first else { return nil }
    let moves = (values[Key.move] ?? []).compactMap { RefMove(line: $0) }
    return Operation(
      id: id,
      record: OperationRecord(
        verb: String(verb), summary: commit.subject, articles: (values[Key.article] ?? []).map(String.init),
        undone: values[Key.undone]?.first.flatMap { ObjectID(hex: $0) }),
      moves: moves, person: commit.committer, previous: commit.parents.first)
  }

  /// Stores the record of an operation, and returns the move of the log's own ref that makes it a part of the log, with
  /// copies of what was stored.
  func move(
    recording record: OperationRecord, _ moves: [RefMove], by person: Identity
  ) throws -> (move: RefMove, copies: [ObjectCopy]) {
    let known = try repository.tip(of: try Self.ref())
    let tree = try repository.writeTree(from: nil, edits: [])
    let previous =
      try known
      ?? repository.createCommit(
        tree: tree, parents: [], author: person, committer: person, message: "What editorial did in this repository\n")
    var lines = ["\(Key.verb): \(record.verb)"]
    lines += record.articles.map { "\(Key.article): \($0)" }
    lines += moves.map { "\(Key.move): \($0.line)" }
    if let undone = record.undone { lines.append("\(Key.undone): \(undone.hex)") }
    var parents = [previous]
    for old in moves.map(\.old) where !old.isZero && !parents.contains(old) {
      if try repository.header(of: old)?.kind == .commit { parents.append(old) }
    }
    let commit = try repository.createCommit(
      tree: tree, parents: parents, author: person, committer: person,
      message: "\(record.summary)\n\n\(lines.joined(separator: "\n"))\n")
    var copies = try repository.copies(of: commit, since: nil, and: nil)
    if known == nil { copies += try repository.copies(of: previous, since: nil, and: nil) }
    return (RefMove(try Self.ref(), from: known, to: commit), copies)
  }

  private enum Key {
    static let verb = "Editorial-Operation"
    static let article = "Editorial-Article"
    static let move = "Editorial-Move"
    static let undone = "Editorial-Undoes"
  }
}
