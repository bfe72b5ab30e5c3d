import GitStore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Git's housekeeping: `git gc` removes objects that no ref leads to, such as those of a commit that is just being made.
///
/// Nothing keeps it from starting at any moment. So a commit is looked at once more after its branch has moved to it:
/// from then on its objects stay, but for a `git gc` that has started before, and that is waited for.
struct Housekeeping {
  let repository: Repository

  /// Waits until no `git gc` is at work in the repository.
  ///
  /// - Parameter seconds: how long to wait at most; a repository of many gigabytes takes longer, and then nothing is lost
  ///   but the second look.
  func waitForEnd(atMost seconds: Int = 60) {
    let pause: UInt32 = 10_000
    var attempts = seconds * 1_000_000 / Int(pause)
    while isAtWork, attempts > 0 {
      attempts -= 1
      usleep(pause)
    }
  }

  /// Stores again what is gone of objects, once a branch leads to them.
  ///
  /// - Parameter reopened: opens the repository anew, because an open one remembers objects that are gone.
  func secure(_ copies: [ObjectCopy], in reopened: () throws -> Repository) throws {
    for _ in 0..<5 {
      waitForEnd()
      let repository = try reopened()
      let missing = try copies.filter { try repository.header(of: $0.id) == nil }
      if missing.isEmpty { return }
      for copy in missing { try repository.store(copy) }
    }
  }

  /// Git's gc leaves its process id in a file; one that was killed leaves the file.
  private var isAtWork: Bool {
    guard let content = HookFolder(path: repository.commonDirectory).read("gc.pid"),
      let word = String(decoding: content, as: UTF8.self).split(separator: " ").first, let process = Int32(word),
      process > 0
    else { return false }
    // A process of another user is one that may not be asked.
    return kill(process, 0) == 0 || errno == EPERM
  }
}
