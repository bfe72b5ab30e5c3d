import CGit2

/// The full name of a ref, such as `refs/heads/draft/budget` or `HEAD`; never a short name, which a tag could shadow.
///
/// Bytes, because git allows any encoding; two names are equal when their bytes are.
package struct RefName: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The name without a NUL at the end.
  package let bytes: [UInt8]

  /// The ref that says what is checked out.
  package static let head = RefName(trusted: Array("HEAD".utf8))

  /// Creates a name that git accepts (`git check-ref-format`), or throws `invalidName`.
  package init(_ name: String) throws(GitError) { try self.init(bytes: Array(name.utf8)) }

  /// Creates a name from bytes that git accepts, or throws `invalidName`.
  package init(bytes: [UInt8]) throws(GitError) {
    let shown = String(decoding: bytes, as: UTF8.self)
    var valid: CInt = 0
    // Saying why a name is refused takes memory that the library has only once it is started.
    try Library.start()
    // libgit2 lets DEL pass, which git does not.
    if !bytes.contains(0), !bytes.contains(0x7f) {
      try unsafe check(git_reference_name_is_valid(&valid, nulTerminated(bytes)), "check ref name", shown)
    }
    guard valid == 1 else { throw GitError(.invalidName, "use ref name", shown, "git does not allow this name") }
    self.bytes = bytes
  }

  /// Creates the name of a branch from its short name, or throws `invalidName`.
  package init(branch: String) throws(GitError) {
    // Git refuses these two as branches although they are allowed as refs.
    guard !branch.hasPrefix("-"), branch != "HEAD" else {
      throw GitError(.invalidName, "use branch name", branch, "git does not allow this name")
    }
    try self.init("refs/heads/" + branch)
  }

  /// Takes a name that git itself wrote.
  init(trusted bytes: [UInt8]) { self.bytes = bytes }

  /// The name as text; bytes that are not UTF-8 become replacement characters, so for display only.
  package var description: String { String(decoding: bytes, as: UTF8.self) }

  /// The short name when this is a branch whose name is UTF-8.
  package var branch: String? {
    let prefix = Array("refs/heads/".utf8)
    guard bytes.starts(with: prefix) else { return nil }
    return String(validating: bytes.dropFirst(prefix.count), as: UTF8.self)
  }

  package static func < (first: RefName, second: RefName) -> Bool {
    first.bytes.lexicographicallyPrecedes(second.bytes)
  }

  /// The name for a C call.
  var cString: [CChar] { nulTerminated(bytes) }
}
