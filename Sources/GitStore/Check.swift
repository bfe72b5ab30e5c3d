import CGit2

/// Turns a status of libgit2 into an error. The only place that does so.
///
/// The library keeps its message per thread until the next call, so it is copied at once and cleared.
///
/// - Returns: the status, when it is not negative; some calls answer with it.
@discardableResult
func check(_ status: CInt, _ operation: StaticString, _ subject: @autoclosure () -> String = "") throws(GitError)
  -> CInt
{
  guard status < 0 else { return status }
  throw failure(status, operation, subject())
}

/// Whether a question "is there one?" was answered with yes; broken is an error.
func checkFound(_ status: CInt, _ operation: StaticString, _ subject: @autoclosure () -> String = "") throws(GitError)
  -> Bool
{
  if status == GIT_ENOTFOUND.rawValue {
    git_error_clear()
    return false
  }
  try check(status, operation, subject())
  return true
}

/// Whether an iterator handed out an item; false is its end.
func checkNext(_ status: CInt, _ operation: StaticString, _ subject: @autoclosure () -> String = "") throws(GitError)
  -> Bool
{
  if status == GIT_ITEROVER.rawValue {
    git_error_clear()
    return false
  }
  try check(status, operation, subject())
  return true
}

/// Returns the error for a negative status, and clears the library's message.
func failure(_ status: CInt, _ operation: StaticString, _ subject: String) -> GitError {
  var message = ""
  var kind = GIT_ERROR_NONE
  if let last = unsafe git_error_last() {
    message = unsafe last.pointee.message.map { unsafe String(cString: $0) } ?? ""
    kind = unsafe git_error_t(numericCast(last.pointee.klass))
  }
  git_error_clear()
  return GitError(code(of: status, kind, message), operation.description, subject, message)
}

private func code(of status: CInt, _ kind: git_error_t, _ message: String) -> GitError.Code {
  switch git_error_code(status) {
  case GIT_ENOTFOUND: .notFound
  case GIT_EEXISTS, GIT_EDIRECTORY: .exists
  case GIT_EAMBIGUOUS: .ambiguous
  case GIT_EINVALIDSPEC: .invalidName
  case GIT_ELOCKED: .locked(lockFile(in: message))
  case GIT_EBAREREPO: .bareRepository
  case GIT_EPEEL: .wrongType
  case GIT_EMISMATCH: .damaged
  default:
    switch kind {
    case GIT_ERROR_ZLIB, GIT_ERROR_ODB, GIT_ERROR_OBJECT: .damaged
    default: .other(status)
    }
  }
}

/// The lock file that a message names between quotation marks.
private func lockFile(in message: String) -> String? {
  let pieces = message.split(separator: "'", omittingEmptySubsequences: false)
  return pieces.first { $0.hasSuffix(".lock") }.map(String.init)
}
