import CGit2
import Synchronization

/// The one start of libgit2 in this process. It is never shut down.
enum Library {
  private static let started: Result<Void, GitError> = {
    do throws(GitError) {
      try check(git_libgit2_init(), "start libgit2")
      try check(editorial_git2_allow_extensions(), "allow repository extensions")
      // As git reads them: what is damaged does not inflate, and `git fsck` compares names with contents.
      try check(editorial_git2_set_hash_verification(0), "read objects as git does")
      return .success(())
    } catch {
      return .failure(error)
    }
  }()

  /// Opening switches the check of the owner off for a moment where git's own rule does, so opens take turns.
  private static let opening = Mutex(())

  /// Starts the library at the first call.
  ///
  /// - Throws: when the start failed; using the library then would crash.
  static func start() throws(GitError) { try started.get() }

  /// Runs one open of a repository, with or without libgit2's check that the caller owns it.
  static func withOwnerValidation(_ validated: Bool, _ open: () -> CInt) -> CInt {
    opening.withLock { _ in
      if !validated { _ = editorial_git2_set_owner_validation(0) }
      defer { if !validated { _ = editorial_git2_set_owner_validation(1) } }
      return open()
    }
  }
}
