/// A content repository with a real `git` and the real program, deaf to this machine.
///
/// `main` holds the policy and one text that is no article. Branches are planted without any hook, so that a test can
/// start from any state, the ones that no gate would let in included.
package struct TestNewsroom: Sendable {
  package let folder: TemporaryFolder
  package var git: Git
  /// The executable under test.
  package let program: String

  /// Creates the repository, without hooks.
  ///
  /// - Parameter policy: the content of `editorial.yml`; `nil`: there is none.
  package init(policy: String? = "version: 1\n") throws {
    folder = try TemporaryFolder()
    git = try Git.repository(in: folder)
    program = try EditorialProgram.path()
    git.environment = try Self.environment(home: folder.path)
    try git.write("README.md", "The texts of our newsroom.\n")
    if let policy { try git.write("editorial.yml", policy) }
    try git.commit("Begin")
  }

  /// The environment in which a person who has installed the program works.
  package static func environment(home: String) throws -> [String: String] {
    var environment = Git.environment(home: home)
    environment["PATH"] = "\(try EditorialProgram.folder()):\(environment["PATH"] ?? "/usr/bin:/bin")"
    return environment
  }

  // MARK: Running the program

  /// Runs the program in the repository, or in another folder, whatever comes of it.
  package func editorial(
    _ arguments: [String], in other: String? = nil, input: [UInt8] = [], timeout: Double = 120
  ) throws -> Subprocess {
    try Subprocess.run(
      [program] + arguments, in: other ?? git.folder, environment: git.environment, input: input, timeout: timeout)
  }

  /// Runs the program in the repository, whatever comes of it.
  package func editorial(_ arguments: String...) throws -> Subprocess { try editorial(arguments) }

  /// Installs the hooks in the repository.
  package func installHooks() throws {
    let result = try editorial("hook", "install")
    guard result.status == 0 else {
      throw TestSupportError("editorial hook install ended with \(result.status)\n\(result.everything)")
    }
  }

  // MARK: Planting

  /// Commits one file on a branch, and leaves hooks, index and work tree out of it.
  ///
  /// - Parameters:
  ///   - start: where the branch begins when there is none yet.
  /// - Returns: the commit's id.
  @discardableResult
  package func plant(
    _ bytes: [UInt8], at path: String = SampleArticle.path, on branch: String, from start: String = "main",
    mode: String = "100644"
  ) throws -> String {
    let reference = "refs/heads/\(branch)"
    let parent = try tip(branch) ?? git("rev-parse", "--verify", "\(start)^{commit}")
    let blob = try git(["hash-object", "-w", "--stdin"], input: bytes)
    var planting = git
    planting.environment["GIT_INDEX_FILE"] = folder.path("planting-index")
    try planting("read-tree", parent)
    try planting("update-index", "--add", "--cacheinfo", "\(mode),\(blob),\(path)")
    let tree = try planting("write-tree")
    let commit = try git("commit-tree", tree, "-p", parent, "-m", "Write \(path)")
    try git("-c", "core.hooksPath=/dev/null", "update-ref", reference, commit)
    return commit
  }

  /// Commits a version of the sample article on a branch, and leaves hooks, index and work tree out of it.
  @discardableResult
  package func plant(_ article: SampleArticle, on branch: String, from start: String = "main") throws -> String {
    try plant(Array(article.text.utf8), on: branch, from: start)
  }

  // MARK: Looking

  /// The commit that a branch points at; `nil` when there is no such branch.
  package func tip(_ branch: String) throws -> String? {
    let result = try git.run(["rev-parse", "--verify", "--quiet", "refs/heads/\(branch)"])
    return result.status == 0 ? result.lines.first : nil
  }

  /// The content of a file in a revision.
  package func content(of path: String, in revision: String) throws -> String {
    try git.run(["cat-file", "blob", "\(revision):\(path)"]).text
  }

  /// What is not as committed in the work tree and the index: one line for each file.
  package func changes() throws -> String { try git("status", "--porcelain") }

  /// What `git fsck` has to say against the repository; empty when it is sound.
  package func damage() throws -> String {
    let result = try git.run(["fsck", "--strict", "--no-dangling", "--no-progress"])
    return result.status == 0 ? "" : result.everything
  }
}

extension Subprocess {
  /// Both streams, standard output first.
  package var everything: String { text + errorText }
}
