/// What kind of thing a path is.
package enum FileMode: UInt32, Hashable, Sendable {
  case file = 0o100644
  case executable = 0o100755
  /// The blob holds the path that the link points to.
  case symbolicLink = 0o120000
  /// The id is a commit of another repository; there is no such object here.
  case submodule = 0o160000
  case folder = 0o040000

  /// Takes what a tree or an index says. Old trees have other permission bits, which git reads as one of these.
  init(raw: UInt32) {
    switch raw & 0o170000 {
    case 0o040000: self = .folder
    case 0o120000: self = .symbolicLink
    case 0o160000: self = .submodule
    default: self = raw & 0o100 == 0 ? .file : .executable
    }
  }

  /// Whether a blob holds the content of an ordinary file.
  package var isRegular: Bool { self == .file || self == .executable }
}

/// What a path holds: the object, and what kind of thing it is.
package struct FileVersion: Hashable, Sendable {
  package let id: ObjectID
  package let mode: FileMode

  package init(id: ObjectID, mode: FileMode) {
    self.id = id
    self.mode = mode
  }
}

/// A file, with its whole path, in one snapshot.
package struct TreeEntry: Hashable, Sendable {
  package let path: TreePath
  package let version: FileVersion

  package init(path: TreePath, version: FileVersion) {
    self.path = path
    self.version = version
  }
}

/// A path that differs between two snapshots.
package struct ChangedPath: Hashable, Sendable {
  package let path: TreePath
  /// What the first snapshot has; nil when the path was added.
  package let old: FileVersion?
  /// What the second snapshot has; nil when the path was removed.
  package let new: FileVersion?

  package init(path: TreePath, old: FileVersion?, new: FileVersion?) {
    self.path = path
    self.old = old
    self.new = new
  }
}
