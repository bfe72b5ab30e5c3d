import Gatekeeping
import GitStore
import Newsroom
import TestSupport
import Testing

struct HookInstallerTests {
  enum Setting: String, CaseIterable, Sendable {
    case plain, ownHooks, withoutFolder, relativePath, absolutePath, globalPath, linkedWorkTree, bare

    var isServer: Bool { self == .bare }
  }

  /// A repository as it may be found, with the folder where its hooks will be.
  private struct Place {
    let folder: TemporaryFolder
    var git: Git
    let hooks: String

    init(_ setting: Setting) throws {
      folder = try TemporaryFolder()
      git = try Git.repository(in: folder)
      try git.commit("Begin", ["README.md": "x\n"])
      let own = "#!/bin/sh\necho own >>'\(folder.path("log"))'\n"
      switch setting {
      case .plain: hooks = "repository/.git/hooks"
      case .ownHooks:
        hooks = "repository/.git/hooks"
        try folder.write("\(hooks)/reference-transaction", own, executable: true)
        try folder.write("\(hooks)/pre-commit", own, executable: true)
        try folder.write("\(hooks)/post-commit", own, executable: true)
      case .withoutFolder:
        hooks = "repository/.git/hooks"
        folder.remove(hooks)
      case .relativePath:
        hooks = "repository/team"
        try git("config", "core.hooksPath", "team")
        try folder.write("\(hooks)/pre-push", own, executable: true)
      case .absolutePath:
        hooks = "team"
        try git("config", "core.hooksPath", folder.path("team"))
        try folder.write("\(hooks)/pre-push", own, executable: true)
      case .globalPath:
        hooks = "repository/.git/editorial-hooks"
        try folder.write("global/pre-commit", own, executable: true)
        try folder.write("global/commit-msg", own, executable: true)
        try folder.write("global/README.md", "no hook\n")
        let config = try folder.write("global-config", "[core]\n\thooksPath = \(folder.path("global"))\n")
        git.environment["GIT_CONFIG_GLOBAL"] = config
      case .linkedWorkTree:
        hooks = "repository/.git/hooks"
        try git("worktree", "add", "--quiet", "../linked")
        var linked = Git(folder, in: "linked")
        linked.environment = git.environment
        git = linked
      case .bare:
        hooks = "server.git/hooks"
        var server = try Git.repository("server.git", bare: true, in: folder)
        server.environment = git.environment
        git = server
      }
    }

    var installer: HookInstaller {
      get throws {
        try Desk(at: git.folder, environment: git.environment, now: Timestamp(seconds: 0, offset: 0)).hookInstaller()
      }
    }

    func install() throws -> HookInstallation {
      let installer = try installer
      return try installer.install(installer.neededHooks, program: folder.path("program"))
    }

    /// Every file but objects and indexes, with its mode and a sum.
    func everyFile() throws -> String {
      let script = """
        find . \\( -name objects -o -name logs -o -name index \\) -prune -o \\( -type f -o -type l \\) -print |
        LC_ALL=C sort | while IFS= read -r file; do
          if [ -x "$file" ]; then mode=x; else mode=-; fi
          echo "$mode $file $(cksum < "$file")"
        done
        """
      return try Subprocess.run(["sh", "-c", script], in: folder.path, environment: git.environment).text
    }
  }

  @Test(arguments: Setting.allCases)
  func uninstallLeavesEveryByteAsItWas(setting: Setting) throws {
    let place = try Place(setting)
    let before = try place.everyFile()
    let installed = try place.install()
    #expect(installed.working == (setting.isServer ? HookName.server : HookName.local))
    #expect(installed.folder == place.folder.path(place.hooks))
    #expect(try place.everyFile() != before)
    let removed = try place.installer.uninstall()
    #expect(removed.working.isEmpty)
    #expect(try place.everyFile() == before)
    #expect(place.folder.exists(place.hooks) == (setting != .withoutFolder && setting != .globalPath))
  }

  @Test(arguments: Setting.allCases)
  func installingTwiceChangesNothing(setting: Setting) throws {
    let place = try Place(setting)
    _ = try place.install()
    let once = try place.everyFile()
    _ = try place.install()
    #expect(try place.everyFile() == once)
  }

  @Test func repositoryNamesItsOwnFolderSoThatNoOtherSettingCounts() throws {
    let place = try Place(.plain)
    _ = try place.install()
    #expect(try place.git("config", "--local", "core.hooksPath") == place.folder.path(place.hooks))
  }

  @Test func hooksOfTheUserGoOnRunning() throws {
    let place = try Place(.globalPath)
    try place.folder.write("program", "#!/bin/sh\nexit 0\n", executable: true)
    let installed = try place.install()
    #expect(installed.notes.isEmpty)
    try place.git.commit("Go on", ["README.md": "y\n"])
    #expect(try place.folder.readText("log") == "own\nown\n", "pre-commit and commit-msg")
  }

  @Test func movedRepositoryIsNoticedAndMended() throws {
    let place = try Place(.plain)
    _ = try place.install()
    _ = try Subprocess.run(
      ["mv", place.git.folder, place.folder.path("moved")], in: place.folder.path, environment: place.git.environment)
    let desk = try Desk(
      at: place.folder.path("moved"), environment: place.git.environment, now: Timestamp(seconds: 0, offset: 0))
    #expect(try desk.hookInstaller().installation().working.isEmpty)
    let mended = try desk.hookInstaller().install(HookName.local, program: place.folder.path("program"))
    #expect(mended.working == HookName.local)
    #expect(try desk.hookInstaller().uninstall().working.isEmpty)
    #expect(try Git(place.folder, in: "moved").run(["config", "--local", "core.hooksPath"]).status == 1)
  }

  @Test func editedScriptIsNotOverwritten() throws {
    let place = try Place(.plain)
    _ = try place.install()
    try place.folder.write("\(place.hooks)/pre-commit", HookScript(.preCommit).text + "echo mine\n", executable: true)
    #expect(throws: HookInstallerError.edited(place.folder.path("\(place.hooks)/pre-commit"))) { try place.install() }
    #expect(throws: HookInstallerError.self) { try place.installer.uninstall() }
  }

  @Test func secondStrangerIsNotLost() throws {
    let place = try Place(.ownHooks)
    _ = try place.install()
    try place.folder.write("\(place.hooks)/pre-commit", "#!/bin/sh\n# another\n", executable: true)
    let before = try place.everyFile()
    #expect(throws: HookInstallerError.self) { try place.install() }
    #expect(try place.everyFile() == before)
  }

  @Test func scriptBehindAnotherToolIsLeftThere() throws {
    let place = try Place(.plain)
    _ = try place.install()
    try place.folder.write("\(place.hooks)/pre-commit.legacy", HookScript(.preCommit).text, executable: true)
    try place.folder.write("\(place.hooks)/pre-commit", "#!/bin/sh\nexec \"${0}.legacy\"\n", executable: true)
    let again = try place.install()
    #expect(again.hooks.first { $0.name == .preCommit }?.state == .behindOther)
    #expect(again.working == HookName.local)
  }

  @Test func scriptThatGitDoesNotRunIsMended() throws {
    let place = try Place(.plain)
    _ = try place.install()
    _ = try Subprocess.run(
      ["chmod", "a-x", place.folder.path("\(place.hooks)/pre-commit")], in: place.folder.path,
      environment: place.git.environment)
    #expect(try place.installer.installation().hooks.first { $0.name == .preCommit }?.state == .notExecutable)
    #expect(try place.install().working == HookName.local)
  }

  @Test func settingForOneCommandIsRefused() throws {
    var place = try Place(.plain)
    place.git.environment["GIT_CONFIG_COUNT"] = "1"
    place.git.environment["GIT_CONFIG_KEY_0"] = "core.hooksPath"
    place.git.environment["GIT_CONFIG_VALUE_0"] = "/nowhere"
    #expect(throws: HookInstallerError.temporaryHooksPath("/nowhere")) { try place.install() }
  }
}
