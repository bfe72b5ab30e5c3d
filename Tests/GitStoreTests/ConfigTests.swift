import TestSupport
import Testing

@testable import GitStore

struct ConfigTests {
  /// Runs a git command whose alias prints its environment, as a hook would see it.
  private func environment(of git: Git, _ options: [String]) throws -> [String: String] {
    let result = try git.run(options + ["-c", "alias.printed=!env -0", "printed"])
    var found: [String: String] = [:]
    for line in result.output.split(separator: 0) {
      let parts = String(decoding: line, as: UTF8.self).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { found[String(parts[0])] = String(parts[1]) }
    }
    return found
  }

  @Test func commandLineWinsOverTheFile() throws {
    let git = try Git.repository()
    try git("config", "user.name", "File")
    let environment = try environment(
      of: git, ["-c", "User.Name=It's \"me\" = !", "-c", "core.flag", "-c", "branch.A.b.Merge=x"])
    let repository = try Repository.open(at: git.folder, environment: environment)
    #expect(try repository.configString("user.name") == "It's \"me\" = !")
    #expect(try repository.configEntries("USER.name").map(\.scope) == [.local, .command])
    #expect(try repository.configFlag("core.flag") == true)
    #expect(try repository.configString("branch.A.b.merge") == "x")
    #expect(try repository.configString("branch.a.b.merge") == nil)
  }

  @Test func countedVariablesAndTheOldFormAreRead() throws {
    let git = try Git.repository()
    var environment = git.environment
    environment["GIT_CONFIG_COUNT"] = "1"
    environment["GIT_CONFIG_KEY_0"] = "editorial.One"
    environment["GIT_CONFIG_VALUE_0"] = "1"
    environment["GIT_CONFIG_PARAMETERS"] = "'editorial.two=2=2' 'editorial.three'"
    var asked = git
    asked.environment = environment
    let repository = try Repository.open(at: git.folder, environment: environment)
    for key in ["editorial.one", "editorial.two"] {
      #expect(try repository.configString(key) == asked("config", key))
    }
    #expect(try repository.configFlag("editorial.three") == true)
  }

  @Test(arguments: ["'unclosed", "bare", "'a'b"]) func malformedVariableIsSaid(_ value: String) throws {
    let git = try Git.repository()
    var environment = git.environment
    environment["GIT_CONFIG_PARAMETERS"] = value
    let error = #expect(throws: GitError.self) { try Repository.open(at: git.folder, environment: environment) }
    #expect(error?.code == .environment("GIT_CONFIG_PARAMETERS"))
  }

  @Test func filesAreThoseOfTheGivenEnvironment() throws {
    let git = try Git.repository()
    var environment = git.environment
    environment["GIT_CONFIG_GLOBAL"] = nil
    try git.temporaryFolder.write(".gitconfig", "[user]\n\tname = Home\n")
    try git.temporaryFolder.write(".config/git/config", "[user]\n\tname = Settings\n\temail = settings@example.org\n")
    let repository = try Repository.open(at: git.folder, environment: environment)
    #expect(try repository.configString("user.name") == "Home")
    #expect(try repository.configString("user.email") == "settings@example.org")
    #expect(try git.open().configString("user.name") == nil)
  }

  @Test func flagIsReadAsGitReadsIt() throws {
    let git = try Git.repository()
    for value in ["true", "YES", "on", "1", "-1", "false", "No", "off", "0", ""] {
      try git("config", "editorial.flag", value)
      #expect(
        try git.open().configFlag("editorial.flag") == (git("config", "--type=bool", "editorial.flag") == "true"),
        "\(value)")
    }
    try git("config", "editorial.flag", "perhaps")
    #expect(throws: GitError.self) { try git.open().configFlag("editorial.flag") }
    #expect(try git.open().configFlag("editorial.nothing") == nil)
  }

  @Test func localKeyIsWrittenAndRemoved() throws {
    let git = try Git.repository()
    try git.commit("First", ["a": "1"])
    try git("worktree", "add", "--quiet", "../linked")
    let linked = Git(git.temporaryFolder, in: "linked")
    try linked.open().setLocalConfig("core.hooksPath", to: "a \"quoted\" path")
    #expect(try git("config", "--local", "core.hooksPath") == "a \"quoted\" path")
    #expect(try linked.open().configString("core.hooksPath") == "a \"quoted\" path")
    try git.open().setLocalConfig("core.hooksPath", to: nil)
    try git.open().setLocalConfig("core.hooksPath", to: nil)
    #expect(try git.run(["config", "core.hooksPath"]).status == 1)
  }

  @Test func hooksFolderIsThatOfGit() throws {
    let git = try Git.repository()
    try git.commit("First", ["a": "1"])
    try git("worktree", "add", "--quiet", "../linked")
    for place in ["repository", "linked"] {
      let here = Git(git.temporaryFolder, in: place)
      #expect(try here.open().hooksFolder().configured == nil)
      for value in ["", "hooks here", "/absolute", "~/home"] {
        if value.isEmpty {
          _ = try git.run(["config", "--unset", "core.hooksPath"])
        } else {
          try git("config", "core.hooksPath", value)
        }
        var said = try here("rev-parse", "--git-path", "hooks")
        if !said.hasPrefix("/") { said = here.folder + "/" + said }
        #expect(try here.open().hooksFolder().path == said, "\(place): \(value)")
      }
      #expect(try here.open().hooksFolder().configured?.scope == .local)
      try git("config", "--unset", "core.hooksPath")
    }
  }
}
