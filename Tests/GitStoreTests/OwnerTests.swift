import TestSupport
import Testing

@testable import GitStore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Giving a folder away needs the administrator's rights.
@Suite(.enabled(if: geteuid() == 0)) struct OwnerTests {
  private func foreignRepository() throws -> Git {
    let git = try Git.repository()
    _ = try Subprocess.run(["chown", "-R", "54321", "."], in: git.folder, environment: git.environment)
    #expect(try git.run(["rev-parse", "HEAD"]).status != 0)
    return git
  }

  @Test func repositoryOfAnotherUserIsRefused() throws {
    let git = try foreignRepository()
    try git.temporaryFolder.makeFolder("repository/below")
    for folder in [git.folder, git.folder + "/below"] {
      let error = #expect(throws: GitError.self) { try Repository.open(at: folder, environment: git.environment) }
      #expect(error?.code == .foreignOwner(git.folder))
    }
  }

  @Test(arguments: ["*", "here", "parent"]) func safeDirectoryIsReadAsGitReadsIt(_ value: String) throws {
    let git = try foreignRepository()
    let named = value == "*" ? "*" : value == "here" ? git.folder : git.temporaryFolder.path + "/*"
    try git.temporaryFolder.write("config", "[safe]\n\tdirectory = \(named)\n")
    var environment = git.environment
    environment["GIT_CONFIG_GLOBAL"] = git.temporaryFolder.path("config")
    #expect(try Repository.open(at: git.folder, environment: environment).workTree == git.folder)
    try git.temporaryFolder.write("config", "[safe]\n\tdirectory = \(named)\n\tdirectory =\n")
    #expect(throws: GitError.self) { try Repository.open(at: git.folder, environment: environment) }
  }

  @Test func relativeSafeDirectoryNamesNothing() throws {
    let git = try foreignRepository()
    try git.temporaryFolder.write("config", "[safe]\n\tdirectory = \(git.folder.dropFirst())\n")
    var environment = git.environment
    environment["GIT_CONFIG_GLOBAL"] = git.temporaryFolder.path("config")
    #expect(throws: GitError.self) { try Repository.open(at: git.folder, environment: environment) }
  }

  @Test func repositoryCannotVouchForItself() throws {
    let git = try foreignRepository()
    try git.write(".git/config", "[safe]\n\tdirectory = *\n")
    #expect(throws: GitError.self) { try git.open() }
  }

  @Test func repositoryThatIsNamedIsTrustedAsByGit() throws {
    let git = try foreignRepository()
    var environment = git.environment
    environment["GIT_DIR"] = git.folder + "/.git"
    var asked = git
    asked.environment = environment
    #expect(try asked("rev-parse", "--is-inside-work-tree") == "true")
    #expect(try Repository.open(at: git.folder, environment: environment).workTree == git.folder)
  }
}
