import GitStore

/// Moves branches together, brings the work trees along that have them checked out, and records the operation.
///
/// The order of writing is: objects, then the files and indexes of work trees, then the refs in the order they are given,
/// at last the ref of the log. A move that fails in between is taken back; one that was killed is brought to its end by the
/// next command that takes a `WritingTurn`. So the order must be one in which every state in between is valid.
struct BranchMover {
  let repository: Repository
  /// Where the repository is opened anew, once its objects are to be looked at again.
  let folder: String

  /// A branch that moves, and the work trees that follow.
  private struct Followed {
    let move: RefMove
    let follower: WorkTreeFollower
    let trees: [WorkTreeFollower.Tree]
    /// The branch that takes the place of one that goes away.
    var successor: RefMove?

    /// Which work trees stand on another branch afterwards.
    var switches: [HeadSwitch] {
      guard let successor else { return [] }
      return trees.map { HeadSwitch(tree: $0.repository, old: move.ref, new: successor.ref) }
    }
  }

  /// A work tree whose branch goes by another name.
  private struct HeadSwitch {
    let tree: Repository
    let old: RefName
    let new: RefName
  }

  /// Returns the paths of the work trees that have to follow, once it is certain that nothing in them would be lost.
  ///
  /// - Throws: `DeskError.wouldOverwrite`, `DeskError.branchBusy`, `OperationError.checkedOut`, `.workTreeGone`.
  func workTrees(following moves: [RefMove]) throws -> [String] {
    try prepare(moves, among: moves).flatMap { $0.trees.map(\.path) }
  }

  /// Moves the refs, if each of them still leads where it is expected to.
  ///
  /// - Parameters:
  ///   - moves: all of it, but for the log's own; each ref once.
  ///   - record: what the log says of it.
  ///   - copies: what was just written for it, so that it can be written again should a `git gc` take it away.
  /// - Returns: the paths of the work trees that were brought along.
  /// - Throws: `GitError.Code.moved` when others were quicker; what `workTrees` throws.
  @discardableResult
  func move(
    _ moves: [RefMove], as record: OperationRecord, in turn: borrowing WritingTurn, at now: Timestamp,
    securing copies: [ObjectCopy] = []
  ) throws -> [String] {
    let person = try repository.identity(.committer, now: now)
    let entry = try OperationLog(repository).move(recording: record, moves, by: person)
    let all = moves + [entry.move]
    let copies = copies + entry.copies
    let followed = try prepare(moves, among: moves)
    let switches = followed.flatMap(\.switches)
    try turn.moving(all, gitDirectories: followed.flatMap { $0.trees.map(\.repository.gitDirectory) }) {
      try follow(followed[...]) {
        try Self.write(all, switching: switches, in: repository, by: person, message: record.reflogLine)
      }
    }
    do {
      try Housekeeping(repository: repository).secure(copies) {
        try Repository.open(at: folder, environment: repository.environment)
      }
    } catch {
      // It is done. Whether the disk keeps it is for `git fsck` to say.
    }
    return followed.flatMap { $0.trees.map(\.path) }
  }

  /// Brings an operation to its end that was killed between the first of its refs and the last.
  ///
  /// - Returns: what it was, the git directories of the work trees that have to follow, and what makes them and the refs do so; `nil`
  ///   when nothing has moved, or everything.
  static func rest(
    of moves: [RefMove], in repository: Repository
  ) throws -> (summary: String, gitDirectories: [String], move: () throws -> Void)? {
    let tips = try moves.map { try repository.tip(of: $0.ref) ?? .zero }
    let isBegun = zip(moves, tips).contains { $0.new == $1 }
    let left = zip(moves, tips).filter { $0.old == $1 }.map { $0.0 }
    guard isBegun, !left.isEmpty else { return nil }
    // Without the objects, as after the loss of power, there is nothing to move to.
    for move in left where !move.new.isZero { guard try repository.header(of: move.new) != nil else { return nil } }
    guard let entry = moves.last, try repository.header(of: entry.new)?.kind == .commit else { return nil }
    let commit = try repository.commit(entry.new)
    let mover = BranchMover(repository: repository, folder: repository.gitDirectory)
    let followed = try mover.prepare(left, among: moves)
    let switches = followed.flatMap(\.switches)
    let repairs = try mover.repairs(of: moves)
    return (
      commit.subject,
      followed.flatMap { $0.trees.map(\.repository.gitDirectory) } + repairs.map(\.tree.repository.gitDirectory),
      {
        for repair in repairs { try repair.tree.repository.checkOut(from: repair.old, to: repair.new) }
        try mover.follow(followed[...]) {
          try write(left, switching: switches, in: repository, by: commit.committer, message: commit.subject)
        }
      }
    )
  }

  /// Puts the files of work trees back that an operation was to move and had written when it was killed before the first of
  /// its refs.
  ///
  /// - Returns: the git directories of those work trees, and what puts them back; `nil` when there is none. What somebody has
  ///   written in them since is left alone.
  static func wayBack(
    from moves: [RefMove], in repository: Repository
  ) throws -> (gitDirectories: [String], move: () throws -> Void)? {
    guard try moves.allSatisfy({ try repository.tip(of: $0.ref) ?? .zero == $0.old }) else { return nil }
    let mover = BranchMover(repository: repository, folder: repository.gitDirectory)
    var trees: [(tree: Repository, old: ObjectID, new: ObjectID)] = []
    for move in moves where move.ref.branch != nil && !move.old.isZero {
      guard let new = move.new.isZero ? try mover.successor(of: move, among: moves)?.new : move.new,
        try repository.header(of: new)?.kind == .commit
      else { continue }
      for found in try repository.workTrees(holding: move.ref)
      where found.isPresent && found.busyBranch != move.ref {
        let follower = WorkTreeFollower(
          repository: repository, environment: repository.environment, ref: move.ref)
        trees.append((try follower.open(found), move.old, new))
      }
    }
    guard !trees.isEmpty else { return nil }
    return (
      trees.map(\.tree.gitDirectory),
      {
        for (tree, old, new) in trees {
          if try !tree.obstacles(from: new, to: old).isEmpty {
            // Half written, its files are brought to where they were going before they come back.
            guard try tree.obstacles(from: old, to: new).isEmpty else { continue }
            try tree.checkOut(from: old, to: new)
          }
          try tree.checkOut(from: new, to: old)
        }
      }
    )
  }

  /// Returns the work trees that stand on a branch's other name already, and whose files were put back in vain, as on a
  /// full disk. What somebody has written in them since is left alone.
  private func repairs(
    of moves: [RefMove]
  ) throws -> [(tree: WorkTreeFollower.Tree, old: ObjectID, new: ObjectID)] {
    try moves.filter { $0.ref.branch != nil && $0.new.isZero }.flatMap { move in
      guard let successor = try successor(of: move, among: moves) else {
        return [] as [(WorkTreeFollower.Tree, ObjectID, ObjectID)]
      }
      let follower = WorkTreeFollower(
        repository: repository, environment: repository.environment, ref: successor.ref)
      do {
        return try follower.prepare(from: move.old, to: successor.new).map { ($0, move.old, successor.new) }
      } catch is DeskError {
        return []
      }
    }
  }

  /// - Parameter all: the whole operation, of which `moves` may be what is left.
  private func prepare(_ moves: [RefMove], among all: [RefMove]) throws -> [Followed] {
    try moves.map { move in
      let follower = WorkTreeFollower(repository: repository, environment: repository.environment, ref: move.ref)
      let nobody = Followed(move: move, follower: follower, trees: [])
      guard move.ref.branch != nil else { return nobody }
      guard move.new.isZero else {
        let old = move.old.isZero ? nil : move.old
        if let old, try repository.tree(of: old) == repository.tree(of: move.new) {
          // No file changes, so a work tree with the branch checked out is right as it is.
          try follower.expectIdle()
          return nobody
        }
        return Followed(move: move, follower: follower, trees: try follower.prepare(from: old, to: move.new))
      }
      let holding = try repository.workTrees(holding: move.ref)
      guard let tree = holding.first else { return nobody }
      if let gone = holding.first(where: { !$0.isPresent }) {
        throw OperationError.workTreeGone(move.name, workTree: gone.path)
      }
      // Git, too, deletes no branch that is checked out: its work tree would stand on nothing.
      guard let successor = try successor(of: move, among: all) else {
        throw OperationError.checkedOut(move.name, workTree: tree.path)
      }
      return Followed(
        move: move, follower: follower, trees: try follower.prepare(from: move.old, to: successor.new),
        successor: successor)
    }
  }

  /// Returns the move that makes the branch under its other name, when one that goes away is given a name: the one's
  /// commit is made on top of the other's. Where several branches were at one commit, the likest name is meant.
  private func successor(of move: RefMove, among moves: [RefMove]) throws -> RefMove? {
    let candidates = try moves.filter { other in
      guard other.ref.branch != nil, other.old.isZero, !other.new.isZero else { return false }
      return try repository.parents(of: other.new).contains(move.old)
        || repository.parents(of: move.old).contains(other.new)
    }
    let name = move.name.utf8
    return candidates.max { one, other in
      Self.likeness(one.name.utf8, name) < Self.likeness(other.name.utf8, name)
    }
  }

  /// How many bytes two names have in common at both ends.
  private static func likeness(_ one: String.UTF8View, _ other: String.UTF8View) -> Int {
    zip(one, other).prefix { $0 == $1 }.count + zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count
  }

  private func follow(_ rest: ArraySlice<Followed>, _ move: () throws -> Void) throws {
    guard let first = rest.first else { return try move() }
    guard !first.trees.isEmpty else { return try follow(rest.dropFirst(), move) }
    let old = first.move.old.isZero ? nil : first.move.old
    let new = first.successor?.new ?? first.move.new
    try first.follower.follow(first.trees, from: old, to: new) { try follow(rest.dropFirst(), move) }
  }

  /// Moves the refs, or none of them as far as that can be had.
  ///
  /// A work tree goes to its branch's other name when that is there, and before the first one goes away.
  private static func write(
    _ moves: [RefMove], switching switches: [HeadSwitch], in repository: Repository, by person: Identity,
    message: String
  ) throws {
    let going = Set(switches.map(\.old))
    let split = moves.firstIndex { going.contains($0.ref) } ?? moves.endIndex
    var transaction = ReferenceTransaction(repository, by: person)
    for move in moves[..<split] { try transaction.update(move.ref, from: move.old, to: move.new, message: message) }
    // What was not written here is not taken back: others may have moved it to the same.
    var written = moves[..<split]
    do {
      try transaction.commit()
      for item in switches { try item.tree.switchHead(from: item.old, to: item.new, message: message) }
      var rest = ReferenceTransaction(repository, by: person)
      for move in moves[split...] { try rest.update(move.ref, from: move.old, to: move.new, message: message) }
      written = moves[...]
      try rest.commit()
    } catch {
      takeBack(written, in: repository, by: person, message: message)
      for item in switches {
        // One that was not switched yet is none to switch back.
        do { try item.tree.switchHead(from: item.new, to: item.old, message: "take back " + message) } catch {}
      }
      throw error
    }
  }

  private static func takeBack(
    _ moves: ArraySlice<RefMove>, in repository: Repository, by person: Identity, message: String
  ) {
    for move in moves.reversed() {
      do {
        guard try repository.tip(of: move.ref) ?? .zero == move.new else { continue }
        try repository.updateReference(
          move.ref, from: move.new, to: move.old, by: person, message: "take back " + message)
      } catch {
        // What cannot be taken back is brought to its end by the next command: the turn's note stays.
      }
    }
  }
}
