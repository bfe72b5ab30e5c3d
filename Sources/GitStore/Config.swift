import CGit2

/// One value of git's configuration.
package struct ConfigEntry: Hashable, Sendable {
  /// Where a value was set; later ones win.
  package enum Scope: Hashable, Sendable {
    /// The machine's file.
    case system
    /// The user's files.
    case global
    /// The repository's file.
    case local
    /// The file of one work tree.
    case workTree
    /// `git -c`, or the environment.
    case command
  }

  /// The key with section and name in lower case: `core.hookspath`.
  package let key: String
  /// The value; nil when the key stands alone, which means true.
  package let value: String?
  package let scope: Scope
}

extension Repository {
  /// Returns every value of a key, the one that wins last.
  package func configEntries(_ key: String) throws(GitError) -> [ConfigEntry] {
    let key = normalised(key)
    let config = try unsafe Handle<ConfigObject>("read configuration") { unsafe git_repository_config(&$0, pointer) }
    return try Repository.entries(key, in: config) + commandConfig.filter { $0.key == key }
  }

  /// Returns the value that wins, or nil when the key is not set.
  package func configString(_ key: String) throws(GitError) -> String? {
    try configEntries(key).last.map { $0.value ?? "" }
  }

  /// Returns the value that wins in the repository around a folder, or in the person's own files where there is none.
  ///
  /// For what must be known before anything else: it is `nil` too when the configuration cannot be read.
  package static func configString(
    _ key: String, around folder: String, environment: [String: String]
  ) -> String? {
    if let repository = try? open(at: folder, environment: environment) {
      return (try? repository.configString(key)) ?? nil
    }
    return (try? ownConfigEntries(key, environment))?.last.map { $0.value ?? "" }
  }

  /// Returns every value of a key that the machine, the person and the command say, whatever repository they are in.
  static func ownConfigEntries(
    _ key: String, _ environment: [String: String]
  ) throws(GitError) -> [ConfigEntry] {
    try Library.start()
    let key = normalised(key)
    let config = try unsafe config(of: configFiles(environment, gitDirectory: nil, commonDirectory: nil), in: nil)
    return try entries(key, in: config) + commandLineConfig(in: environment).filter { $0.key == key }
  }

  /// Returns the value that wins as a yes or no, or nil when the key is not set.
  ///
  /// - Throws: `invalidName` when it is neither.
  package func configFlag(_ key: String) throws(GitError) -> Bool? {
    guard let entry = try configEntries(key).last else { return nil }
    guard let value = entry.value else { return true }
    guard let flag = boolean(value) else {
      throw GitError(.invalidName, "read configuration", key, "it is neither true nor false: \(value)")
    }
    return flag
  }

  /// Returns the value that wins as the absolute path that git would read, or nil when the key is not set.
  package func configPath(_ key: String) throws(GitError) -> String? {
    guard let value = try configString(key), !value.isEmpty else { return nil }
    return HostFiles.resolve(value, from: workTree ?? gitDirectory, home: environment["HOME"])
  }

  /// Returns the value that wins as a whole number, or nil when it is not set or is not one.
  func configNumber(_ key: String) throws(GitError) -> Int? { try configString(key).flatMap { Int($0) } }

  /// Sets a key in the repository's own configuration file; nil removes it, and is no error when it is not there.
  package func setLocalConfig(_ key: String, to value: String?) throws(GitError) {
    let name = try cString(key, "write configuration")
    let whole = try unsafe Handle<ConfigObject>("open configuration") { unsafe git_repository_config(&$0, pointer) }
    let local = try unsafe Handle<ConfigObject>("open configuration", commonDirectory) {
      unsafe git_config_open_level(&$0, whole.pointer, GIT_CONFIG_LEVEL_LOCAL)
    }
    if let value {
      let text = try cString(value, "write configuration")
      try unsafe check(git_config_set_string(local.pointer, name, text), "write configuration", key)
    } else {
      _ = try unsafe checkFound(git_config_delete_entry(local.pointer, name), "write configuration", key)
    }
  }

  /// Removes a section of the repository's own configuration file with all that is in it; none is no error.
  ///
  /// Git does it: libgit2 would leave the section's head behind.
  package func removeLocalConfigSection(_ section: String) throws(GitError) {
    guard try configEntries(section + ".textconv").contains(where: { $0.scope == .local }) else { return }
    let file = HostFiles.join(commonDirectory, "config")
    guard git(["config", "--file", file, "--remove-section", section]) != nil else {
      throw GitError(.other(-1), "write configuration", section, "git could not remove the section from \(file)")
    }
  }

  /// The absolute path of the folder whose programs git runs as hooks here, and where that was decided.
  ///
  /// Without `core.hooksPath` it is the `hooks` folder that all work trees share. The folder need not exist.
  package func hooksFolder() throws(GitError) -> HooksFolder {
    guard let entry = try configEntries("core.hookspath").last, let path = entry.value, !path.isEmpty else {
      return HooksFolder(path: HostFiles.join(commonDirectory, "hooks"), configured: nil)
    }
    // Git: "a relative path is taken as relative to the folder where the hooks are run".
    let resolved = HostFiles.resolve(path, from: workTree ?? gitDirectory, home: environment["HOME"])
    return HooksFolder(path: HostFiles.withoutSlash(resolved), configured: entry)
  }

  static func entries(_ key: String, in config: borrowing Handle<ConfigObject>) throws(GitError) -> [ConfigEntry] {
    let name = try cString(key, "read configuration")
    guard
      let iterator = try unsafe Handle<ConfigIteratorObject>.find(
        "read configuration", key, { unsafe git_config_multivar_iterator_new(&$0, config.pointer, name, nil) })
    else { return [] }
    var found: [ConfigEntry] = []
    var entry: UnsafeMutablePointer<git_config_entry>?
    while true {
      let status = unsafe git_config_next(&entry, iterator.pointer)
      // A key that is nowhere is said only here.
      guard status != GIT_ENOTFOUND.rawValue, try checkNext(status, "read configuration", key),
        let item = unsafe entry?.pointee
      else {
        git_error_clear()
        return found
      }
      found.append(
        unsafe ConfigEntry(
          key: key, value: item.value.map { unsafe String(cString: $0) }, scope: scope(of: item.level)))
    }
  }

  private static func scope(of level: git_config_level_t) -> ConfigEntry.Scope {
    switch level {
    case GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM: .system
    case GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL: .global
    case GIT_CONFIG_LEVEL_APP: .workTree
    default: .local
    }
  }
}

/// Where git looks for hooks.
package struct HooksFolder: Hashable, Sendable {
  /// The absolute path.
  package let path: String
  /// The `core.hooksPath` that decided it, or nil when none is set.
  package let configured: ConfigEntry?
}
