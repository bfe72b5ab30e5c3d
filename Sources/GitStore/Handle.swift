import CGit2

#if DEBUG
  import Synchronization
#endif

/// A C object that this process must free, freed exactly once.
///
/// Handles stay inside `GitStore`: copy what the caller needs into a value, then let the handle end.
@safe
struct Handle<Object: FreedByLibgit2>: ~Copyable {
  let pointer: OpaquePointer
  #if DEBUG
    private let ledger = HandleLedger.current
  #endif

  /// Takes ownership of what `call` writes to its out-parameter.
  ///
  /// - Throws: `GitError`, with the message libgit2 left on this thread, when `call` returns a negative status.
  init(
    _ operation: StaticString, _ subject: @autoclosure () -> String = "", _ call: (inout OpaquePointer?) -> CInt
  ) throws(GitError) {
    var made: OpaquePointer?
    try unsafe check(call(&made), operation, subject())
    guard let made = unsafe made else {
      throw GitError(.other(0), operation.description, subject(), "nothing was made")
    }
    unsafe pointer = made
    opened()
  }

  private init(owning pointer: OpaquePointer) {
    unsafe self.pointer = unsafe pointer
    opened()
  }

  /// Returns what `call` finds, or nil when it says that there is none.
  static func find(
    _ operation: StaticString, _ subject: @autoclosure () -> String = "", _ call: (inout OpaquePointer?) -> CInt
  ) throws(GitError) -> Handle? {
    var made: OpaquePointer?
    guard try unsafe checkFound(call(&made), operation, subject()), let made = unsafe made else { return nil }
    return unsafe Handle(owning: made)
  }

  /// Returns the next item of an iterator, or nil at its end.
  static func next(
    _ operation: StaticString, _ subject: @autoclosure () -> String = "", _ call: (inout OpaquePointer?) -> CInt
  ) throws(GitError) -> Handle? {
    var made: OpaquePointer?
    guard try unsafe checkNext(call(&made), operation, subject()), let made = unsafe made else { return nil }
    return unsafe Handle(owning: made)
  }

  private func opened() {
    #if DEBUG
      _ = ledger?.live.add(1, ordering: .relaxed)
    #endif
  }

  deinit {
    unsafe Object.free(pointer)
    #if DEBUG
      _ = ledger?.live.subtract(1, ordering: .relaxed)
    #endif
  }
}

/// A kind of C object, with the function that frees it.
protocol FreedByLibgit2 {
  static func free(_ pointer: OpaquePointer)
}

enum RepositoryObject: FreedByLibgit2 {
  static func free(_ pointer: OpaquePointer) { unsafe git_repository_free(pointer) }
}
enum ConfigObject: FreedByLibgit2 {
  static func free(_ pointer: OpaquePointer) { unsafe git_config_free(pointer) }
}
enum ConfigIteratorObject: FreedByLibgit2 {
  static func free(_ pointer: OpaquePointer) { unsafe git_config_iterator_free(pointer) }
}
enum DatabaseObject: FreedByLibgit2 {
  static func free(_ pointer: OpaquePointer) { unsafe git_odb_free(pointer) }
}
enum StoredObject: FreedByLibgit2 {
  static func free(_ pointer: OpaquePointer) { unsafe git_odb_object_free(pointer) }
}
enum AnyObjectObject: FreedByLibgit2 {
  static func free(_ pointer: OpaquePointer) { unsafe git_object_free(pointer) }
}
enum CommitObject: FreedByLibgit2 {
  static func free(_ pointer: OpaquePointer) { unsafe git_commit_free(pointer) }
}
enum TreeObject: FreedByLibgit2 {
  static func free(_ pointer: OpaquePointer) { unsafe git_tree_free(pointer) }
}
enum TreeBuilderObject: FreedByLibgit2 {
  static func free(_ pointer: OpaquePointer) { unsafe git_treebuilder_free(pointer) }
}
enum ReferenceObject: FreedByLibgit2 {
  static func free(_ pointer: OpaquePointer) { unsafe git_reference_free(pointer) }
}
enum ReferenceIteratorObject: FreedByLibgit2 {
  static func free(_ pointer: OpaquePointer) { unsafe git_reference_iterator_free(pointer) }
}
enum IndexObject: FreedByLibgit2 {
  static func free(_ pointer: OpaquePointer) { unsafe git_index_free(pointer) }
}
enum ConflictIteratorObject: FreedByLibgit2 {
  static func free(_ pointer: OpaquePointer) { unsafe git_index_conflict_iterator_free(pointer) }
}
enum MailmapObject: FreedByLibgit2 {
  static func free(_ pointer: OpaquePointer) { unsafe git_mailmap_free(pointer) }
}
enum RevisionWalkObject: FreedByLibgit2 {
  static func free(_ pointer: OpaquePointer) { unsafe git_revwalk_free(pointer) }
}

#if DEBUG
  /// How many handles made under it are still alive: zero at the end, or something was never freed.
  final class HandleLedger: Sendable {
    let live = Atomic<Int>(0)
    @TaskLocal static var current: HandleLedger?
  }
#endif
