#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A run of the `git` command, for the few things that libgit2 cannot do: it fetches nothing, and signs nothing.
///
/// What git writes to standard error is the user's to read.
struct GitCommand {
  let arguments: [String]
  let environment: [String: String]

  /// Runs it to its end.
  ///
  /// - Returns: what it wrote to standard output, or nil when it failed or there is no git.
  func output() -> [UInt8]? {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child = start(writingTo: ends[1])
    close(ends[1])
    defer { close(ends[0]) }
    guard let child else { return nil }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(ends[0], $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      output += buffer[..<count]
    }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status == 0 ? output : nil
  }

  private func start(writingTo output: Int32) -> pid_t? {
    #if canImport(Glibc)
      var actions = unsafe posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    var words = unsafe (["git"] + arguments).map { unsafe strdup($0) } + [nil]
    var values = unsafe environment.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      for position in unsafe words.indices { unsafe free(words[position]) }
      for position in unsafe values.indices { unsafe free(values[position]) }
    }
    var child: pid_t = 0
    let failure = unsafe posix_spawnp(&child, "git", &actions, nil, &words, &values)
    return failure == 0 ? child : nil
  }
}

extension Repository {
  /// Runs git on this repository.
  func git(_ arguments: [String], adding variables: [String: String] = [:]) -> [UInt8]? {
    // Which repository it is has been decided; relative paths in the environment may mean another folder.
    var environment = environment.filter { $0.key != "GIT_DIR" && $0.key != "GIT_WORK_TREE" }
    environment["GIT_INDEX_FILE"] = indexPath
    environment.merge(variables) { $1 }
    let place =
      workTree.map { ["-C", $0, "--git-dir", gitDirectory, "--work-tree", $0] } ?? ["--git-dir", gitDirectory]
    return GitCommand(arguments: place + arguments, environment: environment).output()
  }

  /// Brings an object here that a partial clone left at its server, as git does when it needs one.
  ///
  /// - Returns: whether it may be here now. False in a repository that has no such promise.
  func fetchPromised(_ id: ObjectID) throws(GitError) -> Bool {
    guard try hasPromises() else { return false }
    return git(["cat-file", "-e", id.hex]) != nil
  }

  /// Whether this is a partial clone.
  func hasPromises() throws(GitError) -> Bool {
    if try configString("extensions.partialclone") != nil { return true }
    for remote in try remoteNames() {
      if try configFlag("remote.\(remote).promisor") == true { return true }
    }
    return false
  }

  /// Returns the same commit with the signature that `commit.gpgsign` asks for, or the commit itself when it asks for none.
  ///
  /// Git signs, with the key, the format and the program of its configuration.
  ///
  /// - Throws: `unsigned` when it could not.
  package func signedIfAsked(_ id: ObjectID) throws(GitError) -> ObjectID {
    guard try configFlag("commit.gpgsign") == true else { return id }
    let commit = try commit(id)
    let parents = commit.parents.flatMap { ["-p", $0.hex] }
    let made = git(
      ["-c", "i18n.commitEncoding=UTF-8", "commit-tree", "-S"] + parents + ["-m", commit.message, commit.tree.hex],
      adding: variables(of: commit.author, "AUTHOR").merging(variables(of: commit.committer, "COMMITTER")) { $1 })
    guard let line = made?.prefix(while: { $0 != UInt8(ascii: "\n") }),
      let signed = ObjectID(hex: String(decoding: line, as: UTF8.self))
    else { throw GitError(.unsigned, "sign the commit", "", "git could not sign it") }
    return signed
  }

  func variables(of identity: Identity, _ role: String) -> [String: String] {
    let offset = identity.time.offset
    let digits = String(10_000 + abs(offset) / 60 * 100 + abs(offset) % 60).dropFirst()
    return [
      "GIT_\(role)_NAME": identity.name, "GIT_\(role)_EMAIL": identity.email,
      "GIT_\(role)_DATE": "@\(identity.time.seconds) \(offset < 0 ? "-" : "+")\(digits)",
    ]
  }
}
