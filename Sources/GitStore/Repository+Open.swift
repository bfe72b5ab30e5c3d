import CGit2

extension Repository {
  /// Returns the branch that is probably checked out where a hook runs, from one look at a file; nil when it is not plain.
  package static func likelyBranch(environment: [String: String]) -> String? {
    let folder = environment["GIT_DIR"] ?? ".git"
    guard let line = try? HostFiles.firstLine(HostFiles.join(folder, "HEAD")), line.hasPrefix("ref: refs/heads/") else {
      return nil
    }
    return String(line.dropFirst("ref: refs/heads/".count))
  }

  /// Opens the repository that git would use in `folder` with this environment.
  ///
  /// Without `GIT_DIR` the repository is searched upward from the folder, as by `git -C folder`. With it, as in every
  /// hook, that one is taken, with the index, the objects and the quarantine that the environment names.
  ///
  /// - Parameters:
  ///   - folder: where relative paths in the environment start too.
  ///   - environment: the whole environment; this process's own is not looked at.
  /// - Throws: `notARepository`, `foreignOwner`, `unsupportedRepository`, `environment`.
  package static func open(at folder: String = ".", environment: [String: String]) throws(GitError) -> Repository {
    try Library.start()
    guard let folder = HostFiles.realPath(folder) else {
      throw GitError(.notARepository, "open repository", folder, "there is no such folder")
    }
    let command = try commandLineConfig(in: environment)
    if let space = environment["GIT_NAMESPACE"], !space.isEmpty {
      throw GitError(
        .environment("GIT_NAMESPACE"), "open repository", folder,
        "refs in a namespace (GIT_NAMESPACE) are not supported")
    }
    let named = environment["GIT_DIR"].flatMap { $0.isEmpty ? nil : HostFiles.resolve($0, from: folder) }
    let handle = try open(named ?? folder, searching: named == nil, environment)
    try useConfig(of: handle, environment)
    try useWorkTree(of: handle, named: named != nil, folder: folder, environment)
    try useObjects(of: handle, folder: folder, environment)
    let index = environment["GIT_INDEX_FILE"].flatMap { $0.isEmpty ? nil : HostFiles.resolve($0, from: folder) }
    let repository = Repository(handle, environment: environment, commandConfig: command, indexPath: index)
    try repository.checkFormat()
    try repository.checkCommonDirectory(folder: folder)
    if named == nil { try repository.checkBareDiscovery() }
    return repository
  }

  private static func open(
    _ path: String, searching: Bool, _ environment: [String: String]
  ) throws(GitError) -> Handle<RepositoryObject> {
    let name = try cString(path, "open repository")
    let ceilings = try cString(environment["GIT_CEILING_DIRECTORIES"] ?? "", "open repository")
    var flags = searching ? 0 : GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue | GIT_REPOSITORY_OPEN_NO_DOTGIT.rawValue
    if let across = environment["GIT_DISCOVERY_ACROSS_FILESYSTEM"], boolean(across) == true {
      flags |= GIT_REPOSITORY_OPEN_CROSS_FS.rawValue
    }
    func attempt(_ validated: Bool) throws(GitError) -> Handle<RepositoryObject> {
      try unsafe Handle("open repository", path) { made in
        Library.withOwnerValidation(validated) {
          unsafe git_repository_open_ext(&made, name, flags, ceilings)
        }
      }
    }
    do throws(GitError) {
      // Git looks at the owner only of repositories that it found by itself.
      return try attempt(searching)
    } catch {
      guard error.message.contains("safe.directory") || error.code == .other(GIT_EOWNER.rawValue) else {
        throw openingError(error, path)
      }
      let owned = foreignFolder(path)
      guard try isSafeDirectory(owned, environment) else {
        throw GitError(
          .foreignOwner(owned), "open repository", owned,
          "it belongs to another user, and safe.directory does not name it")
      }
      return try attempt(false)
    }
  }

  /// Says in the caller's terms why libgit2 could not open a repository.
  private static func openingError(_ error: GitError, _ path: String) -> GitError {
    let message = error.message
    if message.contains("unsupported extension") || message.contains("unsupported repository version") {
      return GitError(.unsupportedRepository(message), "open repository", path, message)
    }
    return error.code == .notFound
      ? GitError(.notARepository, "open repository", path, "it is not a Git repository, nor is a folder above it")
      : error
  }

  /// Replaces libgit2's idea of the configuration, which comes from this process, by the given environment's.
  private static func useConfig(
    of handle: borrowing Handle<RepositoryObject>, _ environment: [String: String]
  ) throws(GitError) {
    let files = configFiles(
      environment, gitDirectory: handle.gitDirectory, commonDirectory: handle.commonDirectory)
    let config = try unsafe config(of: files, in: handle.pointer)
    try unsafe check(git_repository_set_config(handle.pointer, config.pointer), "use configuration")
  }

  /// Reads configuration files; conditions in them are asked of `repository`, when there is one.
  static func config(of files: [ConfigFile], in repository: OpaquePointer?) throws(GitError) -> Handle<ConfigObject> {
    let config = try unsafe Handle<ConfigObject>("make configuration") { unsafe git_config_new(&$0) }
    for file in files {
      let name = try cString(file.path, "read configuration")
      try unsafe check(
        git_config_add_file_ondisk(config.pointer, name, file.level, repository, 0), "read configuration", file.path)
    }
    return config
  }

  private static func useWorkTree(
    of handle: borrowing Handle<RepositoryObject>, named: Bool, folder: String, _ environment: [String: String]
  ) throws(GitError) {
    var chosen = environment["GIT_WORK_TREE"].flatMap { $0.isEmpty ? nil : HostFiles.resolve($0, from: folder) }
    if chosen == nil, named, unsafe git_repository_is_bare(handle.pointer) == 0,
      unsafe git_repository_is_worktree(handle.pointer) == 0,
      HostFiles.realPath(handle.gitDirectory) != folder, try !hasConfiguredWorkTree(handle)
    {
      // Git: "if GIT_DIR is set and neither GIT_WORK_TREE nor core.worktree is, the current folder is the top".
      chosen = folder
    }
    guard let chosen else { return }
    let name = try cString(chosen, "use work tree")
    try unsafe check(git_repository_set_workdir(handle.pointer, name, 0), "use work tree", chosen)
  }

  private static func hasConfiguredWorkTree(_ handle: borrowing Handle<RepositoryObject>) throws(GitError) -> Bool {
    let config = try unsafe Handle<ConfigObject>("read configuration") {
      unsafe git_repository_config(&$0, handle.pointer)
    }
    var entry: UnsafeMutablePointer<git_config_entry>?
    defer { unsafe git_config_entry_free(entry) }
    return try unsafe checkFound(git_config_get_entry(&entry, config.pointer, "core.worktree"), "read core.worktree")
  }

  /// Reads objects where the environment says: in a quarantine, new ones are not in the repository yet.
  private static func useObjects(
    of handle: borrowing Handle<RepositoryObject>, folder: String, _ environment: [String: String]
  ) throws(GitError) {
    let objects = environment["GIT_OBJECT_DIRECTORY"] ?? ""
    let others = alternates(environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"] ?? "")
    guard !objects.isEmpty || !others.isEmpty else { return }
    let path =
      objects.isEmpty ? HostFiles.join(handle.commonDirectory, "objects") : HostFiles.resolve(objects, from: folder)
    let name = try cString(path, "open objects")
    let database = try unsafe Handle<DatabaseObject>("open objects", path) { unsafe git_odb_open(&$0, name) }
    for other in others {
      let other = HostFiles.resolve(other, from: folder)
      guard HostFiles.exists(other) else { continue }
      let name = try cString(other, "open objects")
      try unsafe check(git_odb_add_disk_alternate(database.pointer, name), "open objects", other)
    }
    try unsafe check(git_repository_set_odb(handle.pointer, database.pointer), "use objects", path)
  }

  /// Splits a list of folders at `:`; an element in double quotation marks is written as a C string.
  private static func alternates(_ list: String) -> [String] {
    guard list.contains("\"") else { return list.split(separator: ":").map(String.init) }
    var found: [String] = []
    var current: [UInt8] = []
    var quoted = false
    var escaped = false
    for byte in list.utf8 {
      if escaped {
        current.append(byte)
        escaped = false
      } else if quoted, byte == UInt8(ascii: "\\") {
        escaped = true
      } else if byte == UInt8(ascii: "\""), quoted || current.isEmpty {
        quoted.toggle()
      } else if byte == UInt8(ascii: ":"), !quoted {
        found.append(String(decoding: current, as: UTF8.self))
        current = []
      } else {
        current.append(byte)
      }
    }
    found.append(String(decoding: current, as: UTF8.self))
    return found.filter { !$0.isEmpty }
  }

  /// Refuses what libgit2 opened only because `Library` allowed the extension's name.
  private func checkFormat() throws(GitError) {
    for (key, readable, feature) in [
      ("extensions.objectformat", "sha1", "object ids by"), ("extensions.refstorage", "files", "refs stored as"),
    ] {
      guard let value = try configEntries(key).last?.value, value.lowercased() != readable else { continue }
      let text = "\(feature) \(value)"
      throw GitError(.unsupportedRepository(text), "open repository", gitDirectory, "it uses \(text)")
    }
  }

  private func checkCommonDirectory(folder: String) throws(GitError) {
    guard let common = environment["GIT_COMMON_DIR"], !common.isEmpty else { return }
    guard HostFiles.realPath(HostFiles.resolve(common, from: folder)) == HostFiles.realPath(commonDirectory) else {
      throw GitError(
        .environment("GIT_COMMON_DIR"), "open repository", gitDirectory,
        "GIT_COMMON_DIR names another folder: \(common)")
    }
  }

  /// Applies `safe.bareRepository=explicit`: a bare repository that lies inside other files may be a trap.
  private func checkBareDiscovery() throws(GitError) {
    guard isBare else { return }
    let rule = try configEntries("safe.barerepository").last { $0.scope != .local && $0.scope != .workTree }
    guard rule?.value == "explicit" else { return }
    throw GitError(
      .unsupportedRepository("safe.bareRepository"), "open repository", gitDirectory,
      "it is bare, and safe.bareRepository is explicit")
  }

  /// The folder that `safe.directory` has to name: what holds the `.git` that is found from `path` upward.
  private static func foreignFolder(_ path: String) -> String {
    var folder = path
    while folder != "/" && !folder.isEmpty {
      if HostFiles.exists(HostFiles.join(folder, ".git")) { return folder }
      if HostFiles.exists(HostFiles.join(folder, "HEAD")) && HostFiles.exists(HostFiles.join(folder, "objects")) {
        return folder
      }
      folder = folder.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
    }
    return path
  }

  /// Git's rule of `safe.directory`, from the configuration files of the machine and of the user, and the command's.
  private static func isSafeDirectory(_ folder: String, _ environment: [String: String]) throws(GitError) -> Bool {
    var safe = false
    for entry in try ownConfigEntries("safe.directory", environment) {
      let value = entry.value ?? ""
      switch value {
      case "": safe = false
      case "*": safe = true
      default:
        let named = HostFiles.resolve(value, from: ".", home: environment["HOME"])
        // Git takes no relative path here, and neither may the folder that is asked about be a hint.
        guard named.hasPrefix("/") else { continue }
        if HostFiles.withoutSlash(named) == folder || HostFiles.realPath(named) == folder { safe = true }
        if named.hasSuffix("/*"), folder.hasPrefix(named.dropLast()) { safe = true }
      }
    }
    return safe
  }
}

extension Handle<RepositoryObject> {
  fileprivate var gitDirectory: String {
    unsafe HostFiles.withoutSlash(String(cString: git_repository_path(pointer)))
  }
  fileprivate var commonDirectory: String {
    unsafe HostFiles.withoutSlash(String(cString: git_repository_commondir(pointer)))
  }
}
