import CGit2

extension Repository {
  struct ConfigFile {
    let path: String
    let level: git_config_level_t
  }

  /// Returns the configuration files that git would read with this environment, the one that wins last.
  static func configFiles(
    _ environment: [String: String], gitDirectory: String?, commonDirectory: String?
  ) -> [ConfigFile] {
    var files: [ConfigFile] = []
    func add(_ path: String, _ level: git_config_level_t) {
      if !path.isEmpty, path != "/dev/null", HostFiles.exists(path) {
        files.append(ConfigFile(path: path, level: level))
      }
    }
    if environment["GIT_CONFIG_NOSYSTEM"].flatMap(boolean) != true {
      add(environment["GIT_CONFIG_SYSTEM"] ?? systemConfigPath, GIT_CONFIG_LEVEL_SYSTEM)
    }
    if let global = environment["GIT_CONFIG_GLOBAL"] {
      add(global, GIT_CONFIG_LEVEL_GLOBAL)
    } else {
      let home = environment["HOME"] ?? ""
      let settings =
        environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? (home.isEmpty ? "" : home + "/.config")
      if !settings.isEmpty { add(settings + "/git/config", GIT_CONFIG_LEVEL_XDG) }
      if !home.isEmpty { add(home + "/.gitconfig", GIT_CONFIG_LEVEL_GLOBAL) }
    }
    // The repository's own file is named even when it is missing, so that it can be written.
    if let commonDirectory {
      files.append(ConfigFile(path: HostFiles.join(commonDirectory, "config"), level: GIT_CONFIG_LEVEL_LOCAL))
    }
    if let gitDirectory { add(HostFiles.join(gitDirectory, "config.worktree"), GIT_CONFIG_LEVEL_APP) }
    return files
  }

  private static var systemConfigPath: String {
    var path = unsafe git_buf()
    defer { unsafe git_buf_dispose(&path) }
    guard unsafe git_config_find_system(&path) == 0, let text = unsafe path.ptr else {
      git_error_clear()
      return ""
    }
    return unsafe String(cString: text)
  }

  /// Returns the configuration that the environment carries: what `git -c` hands to hooks, and `GIT_CONFIG_COUNT`.
  ///
  /// - Throws: `environment` when it is not well formed, as git does.
  static func commandLineConfig(in environment: [String: String]) throws(GitError) -> [ConfigEntry] {
    var entries: [ConfigEntry] = []
    if let text = environment["GIT_CONFIG_COUNT"], !text.isEmpty {
      guard let count = Int(text), (0...10_000).contains(count) else { throw malformed("GIT_CONFIG_COUNT") }
      for number in 0..<count {
        guard let key = environment["GIT_CONFIG_KEY_\(number)"], let value = environment["GIT_CONFIG_VALUE_\(number)"]
        else {
          throw malformed("GIT_CONFIG_KEY_\(number)")
        }
        entries.append(ConfigEntry(key: normalised(key), value: value, scope: .command))
      }
    }
    if let parameters = environment["GIT_CONFIG_PARAMETERS"] {
      guard let found = QuotedParameters.read(parameters) else { throw malformed("GIT_CONFIG_PARAMETERS") }
      entries += found.map { ConfigEntry(key: normalised($0.key), value: $0.value, scope: .command) }
    }
    return entries
  }

  private static func malformed(_ variable: String) -> GitError {
    GitError(.environment(variable), "read configuration", variable, "this variable is not well formed")
  }
}

/// The format of `GIT_CONFIG_PARAMETERS`: `'key'='value'` or, before git 2.31, `'key=value'`, separated by blanks.
private enum QuotedParameters {
  static func read(_ text: String) -> [(key: String, value: String?)]? {
    var rest = Array(text.utf8)[...]
    var found: [(key: String, value: String?)] = []
    while true {
      rest = rest.drop { $0 == UInt8(ascii: " ") }
      guard !rest.isEmpty else { return found }
      guard let first = word(&rest) else { return nil }
      if rest.first == UInt8(ascii: "=") {
        rest.removeFirst()
        if rest.isEmpty || rest.first == UInt8(ascii: " ") {
          found.append((first, nil))
        } else {
          guard let value = word(&rest) else { return nil }
          found.append((first, value))
        }
      } else {
        let parts = first.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        found.append((String(parts[0]), parts.count == 2 ? String(parts[1]) : nil))
      }
    }
  }

  /// Takes one word that a shell would read so: pieces in quotation marks, and `\'` or `\!` between them.
  private static func word(_ rest: inout ArraySlice<UInt8>) -> String? {
    let mark = UInt8(ascii: "'")
    var bytes: [UInt8] = []
    guard rest.first == mark else { return nil }
    while rest.first == mark {
      rest.removeFirst()
      guard let end = rest.firstIndex(of: mark) else { return nil }
      bytes += rest[..<end]
      rest = rest[(end + 1)...]
      if rest.first == UInt8(ascii: "\\") {
        guard let escaped = rest.dropFirst().first else { return nil }
        bytes.append(escaped)
        rest = rest.dropFirst(2)
        guard rest.first == mark else { return nil }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Returns a key as git compares it: the section before the first dot and the name after the last in lower case.
func normalised(_ key: String) -> String {
  let dot = UInt8(ascii: ".")
  var bytes = Array(key.utf8)
  let first = bytes.firstIndex(of: dot) ?? bytes.count
  let last = bytes.lastIndex(of: dot) ?? 0
  for index in bytes.indices where index < first || index > last {
    if bytes[index] &- 0x41 < 26 { bytes[index] |= 0x20 }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Returns what git takes for true or false.
func boolean(_ text: String) -> Bool? {
  switch text.lowercased() {
  case "true", "yes", "on": true
  case "false", "no", "off", "": false
  case let number: Int(number).map { $0 != 0 }
  }
}
