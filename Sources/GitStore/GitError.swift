import Wording

/// Why git, or the library that reads it, could not do what was asked.
///
/// The caller acts on `code`; the rest says what was tried, on what, and in the library's words why it failed.
package struct GitError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What a caller can act on. Everything else is `other`.
  package enum Code: Hashable, Sendable {
    /// An object, a revision or a ref that must be there is not.
    case notFound
    /// Something with this name is there already, or a ref that is a folder of this name.
    case exists
    /// A short id or a short name means several things.
    case ambiguous
    /// A name, a path or a revision that git itself would not accept.
    case invalidName
    /// The ref no longer has the value that was expected. Zero stands for "no such ref".
    case moved(RefName, expected: ObjectID, actual: ObjectID)
    /// Another process holds the lock, or was killed while it did. The path is that of the lock file, when it is known.
    case locked(String?)
    /// No repository at the folder or above it.
    case notARepository
    /// The repository belongs to another user, and `safe.directory` does not name it. The path is what to name there.
    case foreignOwner(String)
    /// The repository uses a feature of git that this program cannot read, such as SHA-256 object ids.
    case unsupportedRepository(String)
    /// The index is written in a way that this program cannot read, such as a split index.
    case unreadableIndex(String)
    /// The operation needs a work tree.
    case bareRepository
    /// There is no name or address for the commit; the text is the configuration key to set, such as `user.email`.
    case noIdentity(String)
    /// The environment asks for something that this program cannot do; the text is the variable.
    case environment(String)
    /// `commit.gpgsign`, or for a tag that the error is about `tag.gpgSign`, asks for a signature that git could not make.
    case unsigned
    /// The object is larger, or the folder deeper, than the caller or this program allows.
    case tooLarge
    /// The object is of another type than the operation needs.
    case wrongType
    /// The object or the file is damaged.
    case damaged
    /// A commit is missing on the way through history.
    case gap(HistoryGap)
    /// The operation would overwrite what is only in the work tree or in the index.
    case wouldOverwrite([TreePath])
    /// The library's own number for what has no case here.
    case other(Int32)
  }

  package let code: Code
  /// What was tried, as a verb phrase: "look up ref".
  package let operation: String
  /// On what: a path, a ref name, an object id. Empty when there is nothing to add.
  package let subject: String
  /// Why it failed, one sentence without an end mark.
  package let message: String

  /// Creates an error; the library's own errors are made by `check`.
  package init(_ code: Code, _ operation: String, _ subject: String = "", _ message: String = "") {
    self.code = code
    self.operation = operation
    self.subject = subject
    self.message = message
  }

  /// One line for a person: "cannot look up ref refs/heads/x: the file is damaged".
  package var description: String {
    // What the library says is English, and so is the name of the operation, by which the line can be searched for.
    var text = worded("cannot \(operation)", fr: "opération impossible (\(operation))")
    if !subject.isEmpty { text += worded(" \(subject)", fr: " sur \(subject)") }
    if !message.isEmpty { text += "\(colon) \(message)" }
    return text
  }
}
