#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the process tells its caller when it ends.
///
/// 1 is an answer, 2 is none: "refused" and "could not judge" are never confused.
package enum ExitStatus: Int32, Error, Sendable {
  case passed = 0
  /// A gate refused, or there are findings at the failing severity.
  case refused = 1
  /// The question could not be answered: bad policy, unreadable input, no repository.
  case couldNotJudge = 2
  /// The command line makes no sense.
  case usage = 64

  /// Ends the process at once: what stands behind `exit` would be run under a rehearsal that nobody waits for.
  package func end() -> Never {
    fflush(nil)
    _exit(rawValue)
  }
}
