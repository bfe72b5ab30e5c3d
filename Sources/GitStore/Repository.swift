import CGit2

/// An open repository. Not `Sendable`: a task that works on its own opens its own.
package final class Repository {
  let handle: Handle<RepositoryObject>
  /// The environment that was given when the repository was opened.
  package let environment: [String: String]
  /// Configuration of this one command: `git -c` and `GIT_CONFIG_COUNT`.
  let commandConfig: [ConfigEntry]
  /// The absolute path of the index that this environment means, which in a hook need not be the repository's own.
  let indexPath: String

  /// The absolute path of the folder that holds HEAD and the index; of a linked work tree, its own one.
  package let gitDirectory: String
  /// The absolute path of the folder that all work trees share, with the refs and the objects.
  package let commonDirectory: String
  /// The absolute path of the work tree; nil when there is none.
  package let workTree: String?

  /// The bytes of trees that were read, because one question after the other goes through the same folders.
  var knownTrees: [ObjectID: RawBytes] = [:]
  /// How many bytes those are.
  var knownTreeBytes = 0

  /// Who goes by which name, when it was asked for.
  var mailmap: Handle<MailmapObject>?

  /// Every ref that was looked up by its name, and the object found; nil when refs were also listed, or too many looked up
  /// for anybody to compare.
  ///
  /// Whoever keeps an answer learns here what it followed from.
  package internal(set) var lookedUpRefs: [(name: RefName, found: ObjectID?)]? = []

  init(
    _ handle: consuming Handle<RepositoryObject>, environment: [String: String], commandConfig: [ConfigEntry],
    indexPath: String?
  ) {
    gitDirectory = unsafe HostFiles.withoutSlash(String(cString: git_repository_path(handle.pointer)))
    commonDirectory = unsafe HostFiles.withoutSlash(String(cString: git_repository_commondir(handle.pointer)))
    workTree = unsafe git_repository_workdir(handle.pointer).map { unsafe HostFiles.withoutSlash(String(cString: $0)) }
    self.indexPath = indexPath ?? HostFiles.join(gitDirectory, "index")
    self.handle = handle
    self.environment = environment
    self.commandConfig = commandConfig
  }

  /// Whether there is no work tree.
  package var isBare: Bool { workTree == nil }
  /// Whether this is a work tree made by `git worktree add`.
  package var isLinkedWorkTree: Bool { gitDirectory != commonDirectory }

  /// The C object, alive as long as this one.
  var pointer: OpaquePointer { unsafe handle.pointer }
}
