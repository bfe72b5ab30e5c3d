#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The `git` command in one folder, deaf to this machine: its home, configuration, names, dates and language are fixed.
package struct Git: Sendable {
  /// Where the commands run: an absolute path.
  package let folder: String
  /// The whole environment of the commands. Change it for one test; `Git.environment` makes it.
  package var environment: [String: String]
  /// What keeps the folder from being removed.
  package let temporaryFolder: TemporaryFolder

  /// Creates a runner in a temporary folder, or in a folder inside it.
  package init(_ temporaryFolder: TemporaryFolder, in relative: String? = nil) {
    self.temporaryFolder = temporaryFolder
    folder = relative.map { temporaryFolder.path($0) } ?? temporaryFolder.path
    environment = Git.environment(home: temporaryFolder.path)
  }

  /// Creates a repository with the branch `main` and no commit, and returns its runner.
  ///
  /// - Parameter relative: the folder of the repository inside the temporary folder.
  package static func repository(
    _ relative: String = "repository", bare: Bool = false, in temporaryFolder: TemporaryFolder? = nil
  ) throws -> Git {
    let outer = try temporaryFolder ?? TemporaryFolder()
    try outer.makeFolder(relative)
    let git = Git(outer, in: relative)
    try git(["init", "--quiet", "--initial-branch=main"] + (bare ? ["--bare"] : []))
    return git
  }

  /// Returns the environment every hermetic command starts from.
  package static func environment(home: String) -> [String: String] {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return [
      "PATH": path, "HOME": home, "XDG_CONFIG_HOME": "\(home)/.config",
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": ":",
      "GIT_AUTHOR_NAME": "Ada Author", "GIT_AUTHOR_EMAIL": "ada@example.org",
      "GIT_AUTHOR_DATE": "1750000000 +0200",
      "GIT_COMMITTER_NAME": "Carl Committer", "GIT_COMMITTER_EMAIL": "carl@example.org",
      "GIT_COMMITTER_DATE": "1750000060 +0200",
      "LC_ALL": "C", "TZ": "UTC", "COLUMNS": "100", "TERM": "dumb",
    ]
  }

  /// Runs a command that must succeed, and returns its output without the line ends at its end.
  ///
  /// - Throws: `TestSupportError` with what git wrote when it fails.
  @discardableResult
  package func callAsFunction(_ arguments: String..., input: String = "") throws -> String {
    try callAsFunction(arguments, input: Array(input.utf8))
  }

  /// Runs a command that must succeed, with arguments as an array and input as bytes.
  @discardableResult
  package func callAsFunction(_ arguments: [String], input: [UInt8] = []) throws -> String {
    let result = try run(arguments, input: input)
    guard result.status == 0 else {
      throw TestSupportError(
        "git \(arguments.joined(separator: " ")) ended with \(result.status)\n\(result.text)\(result.errorText)")
    }
    var text = result.text
    while text.last == "\n" { text.removeLast() }
    return text
  }

  /// Runs a command, whatever comes of it.
  package func run(_ arguments: [String], input: [UInt8] = [], timeout: Double = 60) throws -> Subprocess {
    try Subprocess.run(["git"] + arguments, in: folder, environment: environment, input: input, timeout: timeout)
  }

  /// Writes a file inside this folder, and returns its absolute path.
  @discardableResult
  package func write(_ relative: String, _ text: String, executable: Bool = false) throws -> String {
    let inside = folder.dropFirst(temporaryFolder.path.utf8.count).drop { $0 == "/" }
    return try temporaryFolder.write(
      inside.isEmpty ? relative : "\(inside)/\(relative)", text, executable: executable)
  }

  /// Returns a file inside this folder as text.
  package func read(_ relative: String) throws -> String {
    let inside = folder.dropFirst(temporaryFolder.path.utf8.count).drop { $0 == "/" }
    return try temporaryFolder.readText(inside.isEmpty ? relative : "\(inside)/\(relative)")
  }

  /// Writes files, stages all of the work tree, and commits.
  ///
  /// - Returns: the commit's id in hexadecimal.
  @discardableResult
  package func commit(_ message: String, _ files: KeyValuePairs<String, String> = [:]) throws -> String {
    for (path, text) in files { try write(path, text) }
    try self("add", "--all")
    try self("commit", "--quiet", "--allow-empty", "--message", message)
    return try self("rev-parse", "HEAD")
  }
}
