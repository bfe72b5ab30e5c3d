import Gatekeeping
import GitStore

/// What came of taking an operation back.
package struct UndoOutcome: Sendable {
  /// What was taken back, or would be.
  package let operation: Operation
  /// The refs that moved, or would.
  package let moves: [RefMove]
  /// What gates say of it: those of the branches that would move, when one of them refuses or would.
  package let judgements: [Judgement]
  /// Whether a gate would have refused, and observe mode let it go on.
  package let isObserved: Bool
  /// The work trees that were brought along, or would be.
  package let workTrees: [String]

  package var isPassed: Bool { judgements.isEmpty || isObserved }
  /// What gates would have refused, and observe mode let in, or in a trial would let in.
  package var observed: [Judgement] { isObserved ? judgements : [] }
}

extension Desk {
  /// Returns the newest things that this program did in the repository, the newest first.
  package func operations(limit: Int = .max) throws -> [Operation] {
    try OperationLog(repository).operations(limit: limit)
  }

  /// Takes an operation back: every ref that it moved goes to where it was, if it still is where the operation brought it.
  ///
  /// The gates are asked as for any move; a branch may always go back to a commit of its own past. What was taken back is
  /// recorded as an operation too, so taking back twice does it again.
  ///
  /// - Parameters:
  ///   - name: the beginning of the operation's id; `nil` for the last one.
  ///   - isTrial: whether to write nothing.
  /// - Throws: `OperationError`, `DeskError`, `GitError`; never because of a gate.
  package func undo(_ name: String? = nil, isTrial: Bool = false) throws -> UndoOutcome {
    try whileOthersWrite { desk in
      guard !isTrial else { return try desk.undoing(try desk.operation(named: name)) { _, _ in } }
      let turn = try WritingTurn(in: desk.repository)
      try turn.expectNothingFinished()
      return try desk.undoing(try desk.operation(named: name)) { moves, record in
        try BranchMover(repository: desk.repository, folder: desk.folder).move(
          moves, as: record, in: turn, at: desk.now)
      }
    }
  }

  private func undoing(
    _ operation: Operation, moving: ([RefMove], OperationRecord) throws -> Void
  ) throws -> UndoOutcome {
    let moves = try wayBack(of: operation)
    let policy = try policyInForce().policy
    let updates = moves.map { move in
      RefUpdate(
        ref: move.ref, old: move.old.isZero ? nil : move.old, new: move.new.isZero ? .deleted : .id(move.new))
    }
    let judgements = try judge(updates, .local).filter { !$0.isPassed }.map { $0.with(nil) }
    let isObserved = !judgements.isEmpty && policy.mode == .observe
    var workTrees: [String] = []
    if judgements.isEmpty || isObserved {
      workTrees = try BranchMover(repository: repository, folder: folder).workTrees(following: moves)
      try moving(moves, operation.record.undoing(operation.id))
    }
    return UndoOutcome(
      operation: operation, moves: moves, judgements: judgements, isObserved: isObserved, workTrees: workTrees)
  }

  /// The moves that take an operation back, the last of its own first.
  private func wayBack(of operation: Operation) throws -> [RefMove] {
    var moves: [RefMove] = []
    for move in operation.moves.reversed() {
      let tip = try repository.tip(of: move.ref) ?? .zero
      if tip == move.old { continue }
      guard tip == move.new else {
        if tip.isZero { throw OperationError.goneSince(operation, branch: move.name) }
        throw OperationError.builtOn(operation, branch: move.name, try repository.commit(tip))
      }
      if let remote = try remote(thatHas: move) {
        throw OperationError.pushed(operation, branch: move.name, remote: remote)
      }
      moves.append(move.reversed)
    }
    if moves.isEmpty { throw OperationError.undoneAlready(operation) }
    return moves
  }

  /// Returns the name of a repository that is known to have what a move brought, and would lose it by the way back.
  private func remote(thatHas move: RefMove) throws -> String? {
    guard !move.new.isZero else { return nil }
    for remote in try repository.remoteNames() {
      let known =
        try move.ref.branch.map { try Tips(repository).tip(of: $0, in: remote) }
        ?? TeamRecords.fetched(move.ref, from: remote).flatMap { try repository.tip(of: $0) }
      guard let tip = known else { continue }
      guard try repository.isAncestor(move.new, of: tip) else { continue }
      if move.old.isZero { return remote }
      if try !repository.isAncestor(tip, of: move.old) { return remote }
    }
    return nil
  }

  private func operation(named name: String?) throws -> Operation {
    let log = OperationLog(repository)
    guard let name else {
      guard let last = try log.operations(limit: 1).first else { throw OperationError.nothingToUndo }
      return last
    }
    let wanted = name.lowercased()
    let matching = wanted.utf8.count < 4 ? [] : try operations().filter { $0.id.hex.hasPrefix(wanted) }
    guard let found = matching.first, matching.count == 1 else { throw OperationError.noSuchOperation(name) }
    return found
  }
}
