import CGit2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Refs that are locked, compared with the values that were judged, and then moved together.
///
/// Each ref is locked from `update` until the end. `commit` moves them in the order of the updates; dropping the
/// transaction moves none. Neither git nor libgit2 makes several refs one step for readers, so order the updates in a
/// way that every state in between is valid. A process that is killed while it holds a lock leaves a `.lock` file, which
/// begins with `mark`, or with the object id that the ref was to lead to.
package struct ReferenceTransaction: ~Copyable {
  /// What a lock holds from the moment after it is made until the object id is written over it. Git leaves it empty.
  package static let mark = Array("editorial\n".utf8)

  private let repository: Repository
  private let identity: Identity
  private var moves: [Move] = []

  private struct Move {
    let lock: LockedReference
    let old: ObjectID
    let new: ObjectID
    let message: String
  }

  /// Starts a transaction.
  ///
  /// - Parameter identity: who the reflog says moved the refs.
  package init(_ repository: Repository, by identity: Identity) {
    self.repository = repository
    self.identity = identity
  }

  /// Locks a ref and makes sure that it has the expected value. A symbolic ref stands for the one it points to.
  ///
  /// - Parameters:
  ///   - old: the object it must lead to; zero when it must not exist.
  ///   - new: the object it is to lead to; zero to delete it.
  ///   - message: one line for the reflog.
  /// - Throws: `moved` when the value is another; `locked` when another process holds the lock for longer than git
  ///   would wait; `exists` when a ref is a folder of this name, or the other way round; `notFound` when there is no
  ///   object `new`.
  package mutating func update(
    _ name: RefName, from old: ObjectID, to new: ObjectID, message: String
  ) throws(GitError) {
    let name = try repository.directName(of: name)
    guard !moves.contains(where: { $0.lock.name == name }) else {
      throw GitError(.exists, "move ref", name.description, "it is in this transaction already")
    }
    if !new.isZero, try repository.header(of: new) == nil {
      throw GitError(.notFound, "move ref", name.description, "there is no object \(new.hex)")
    }
    let isMade = old.isZero && !new.isZero
    // Once before, because the lock of a name in the way fails for reasons hard to tell; once under the lock.
    if isMade { try repository.checkAvailable(name) }
    let lock = try LockedReference(name, in: repository)
    try lock.expect(old)
    if isMade { try repository.checkAvailable(name) }
    moves.append(Move(lock: lock, old: old, new: new, message: message))
  }

  /// Moves the refs, in the order of the updates.
  ///
  /// A ref that is to be deleted loses its lock a moment before; its value is compared again then.
  ///
  /// - Throws: when one cannot be written; those before it stay moved, those after it are left as they were.
  package consuming func commit() throws(GitError) {
    for move in moves {
      if move.new.isZero {
        if !move.old.isZero { try delete(move) }
      } else {
        try move.lock.set(move.new, by: identity, message: move.message)
      }
    }
  }

  /// Deletes a ref, which also needs the lock of all packed refs; git waits a second for that.
  ///
  /// libgit2's transaction says nothing when it cannot have that lock, so the ref is given free and deleted outside of
  /// it, which compares the value once more, under a lock of its own.
  private func delete(_ move: Move) throws(GitError) {
    var patience = try Patience(repository, "core.packedrefstimeout", milliseconds: 1000)
    let packed = HostFiles.join(repository.commonDirectory, "packed-refs.lock")
    // The log goes first, and would be lost in vain.
    while HostFiles.exists(packed) {
      guard patience.wait() else {
        throw GitError(
          .locked(packed), "delete ref", move.lock.name.description,
          "another process is packing refs, or was killed: \(packed)")
      }
    }
    move.lock.release()
    while true {
      do throws(GitError) {
        return try repository.delete(move.lock.name, expecting: move.old)
      } catch {
        guard case .locked = error.code, patience.wait() else { throw error }
      }
    }
  }
}

extension Repository {
  /// Moves, makes or deletes one ref if it still has the expected value; zero stands for "no such ref".
  ///
  /// - Throws: what `ReferenceTransaction.update` throws.
  package func updateReference(
    _ name: RefName, from old: ObjectID, to new: ObjectID, by identity: Identity, message: String
  ) throws(GitError) {
    var transaction = ReferenceTransaction(self, by: identity)
    try transaction.update(name, from: old, to: new, message: message)
    try transaction.commit()
  }

  /// Deletes a ref if it still has the expected value, or throws `moved`.
  fileprivate func delete(_ name: RefName, expecting old: ObjectID) throws(GitError) {
    let reference = try unsafe Handle<ReferenceObject>.find("delete ref", name.description) {
      unsafe git_reference_lookup(&$0, pointer, name.cString)
    }
    let actual = try tip(of: name) ?? .zero
    guard let reference, let value = unsafe git_reference_target(reference.pointer),
      unsafe ObjectID(value.pointee) == old
    else { throw moved(name, from: old, to: actual) }
    let status = unsafe git_reference_delete(reference.pointer)
    if status == GIT_EMODIFIED.rawValue {
      git_error_clear()
      throw moved(name, from: old, to: try tip(of: name) ?? .zero)
    }
    try check(status, "delete ref", name.description)
  }

  fileprivate func moved(_ name: RefName, from old: ObjectID, to actual: ObjectID) -> GitError {
    GitError(
      .moved(name, expected: old, actual: actual), "move ref", name.description,
      "it is at \(actual.short), not at \(old.short)")
  }

  /// Makes sure that no ref is a folder of the other's name; locking alone does not see packed refs.
  fileprivate func checkAvailable(_ name: RefName) throws(GitError) {
    var end = name.bytes.count
    while let cut = name.bytes[..<end].lastIndex(of: slash) {
      end = cut
      let parent = RefName(trusted: Array(name.bytes[..<cut]))
      if parent.bytes.contains(slash), try hasReference(parent) { throw inTheWay(parent, of: name) }
    }
    if let below = try references(under: name.description + "/").first { throw inTheWay(below.name, of: name) }
  }

  private func hasReference(_ name: RefName) throws(GitError) -> Bool {
    let found = try unsafe Handle<ReferenceObject>.find("look up ref", name.description) {
      unsafe git_reference_lookup(&$0, pointer, name.cString)
    }
    return found != nil
  }

  private func inTheWay(_ other: RefName, of name: RefName) -> GitError {
    GitError(.exists, "make ref", name.description, "the ref \(other) is in the way")
  }
}

/// One ref whose lock this process holds.
@safe
private final class LockedReference {
  let name: RefName
  private let repository: Repository
  private var transaction: OpaquePointer?
  /// Whether the lock is this one's still.
  private var isHeld = false
  private var path: String { HostFiles.join(repository.commonDirectory, "\(name).lock") }

  /// Takes the lock, waiting as long as git does.
  init(_ name: RefName, in repository: Repository) throws(GitError) {
    self.name = name
    self.repository = repository
    var patience = try Patience(repository, "core.filesreflocktimeout", milliseconds: 100)
    var made: OpaquePointer?
    try unsafe check(git_transaction_new(&made, repository.pointer), "lock ref", name.description)
    unsafe transaction = made
    while true {
      let status = unsafe git_transaction_lock_ref(made, name.cString)
      if status == GIT_ELOCKED.rawValue, patience.wait() { continue }
      try check(status, "lock ref", name.description)
      isHeld = true
      mark()
      return
    }
  }

  /// Writes into the lock whose it is; one in which nothing can be written is a lock all the same.
  private func mark() {
    let file = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    _ = unsafe write(file, ReferenceTransaction.mark, ReferenceTransaction.mark.count)
    close(file)
  }

  deinit { release() }

  /// Throws `moved` unless the ref leads to `old`, or is not there when that is zero.
  func expect(_ old: ObjectID) throws(GitError) {
    let actual = try repository.tip(of: name) ?? .zero
    guard actual == old else { throw repository.moved(name, from: old, to: actual) }
  }

  /// Gives the lock back, for which libgit2 removes its file; that can fail, and libgit2 does not say so.
  func release() {
    guard let held = unsafe transaction else { return }
    unsafe transaction = nil
    // Another process may make a lock of its own as soon as this one is gone; the file that is open tells them apart.
    let file = isHeld ? unsafe open(path, O_RDONLY | O_CLOEXEC) : -1
    unsafe git_transaction_free(held)
    guard file >= 0 else { return }
    var information = stat()
    if unsafe fstat(file, &information) == 0, information.st_nlink > 0 { unsafe unlink(path) }
    close(file)
  }

  func set(_ new: ObjectID, by identity: Identity, message: String) throws(GitError) {
    let text = try cString(message, "move ref")
    let signature = try SignatureHandle(identity)
    var raw = new.raw
    try unsafe check(
      git_transaction_set_target(transaction, name.cString, &raw, signature.pointer, text), "move ref", name.description
    )
    let status = unsafe git_transaction_commit(transaction)
    isHeld = false
    // libgit2 1.5 frees the lock when the commit fails, and would free it again with the transaction: leak that.
    if status < 0 { unsafe transaction = nil }
    try check(status, "move ref", name.description)
  }
}

/// How long to go on trying for a lock that another process holds.
private struct Patience {
  private let deadline: Int64
  private var pause: Int64 = 1_000_000

  /// Reads git's own setting for it; a negative one means "for ever", which here is ten seconds.
  init(_ repository: Repository, _ key: String, milliseconds: Int) throws(GitError) {
    let set = try repository.configNumber(key) ?? milliseconds
    let most = set < 0 ? 10_000 : min(set, 10_000)
    deadline = Patience.now() + Int64(most) * 1_000_000
  }

  /// Waits a little, longer each time; false when the time is up.
  mutating func wait() -> Bool {
    let left = deadline - Patience.now()
    guard left > 0 else { return false }
    var time = timespec(tv_sec: 0, tv_nsec: Int(min(pause, left)))
    unsafe nanosleep(&time, nil)
    pause = min(pause * 2, 20_000_000)
    return true
  }

  private static func now() -> Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
