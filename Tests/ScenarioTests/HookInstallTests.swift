import TestSupport
import Testing

/// The hooks go into any repository, work beside what is there, and leave it as they found it.
@Suite struct HookInstallTests {
  /// A repository as the installer may find it.
  enum Setting: String, CaseIterable, Sendable {
    case plain, ownHooks, relativeHooksPath, absoluteHooksPath, linkedWorkTree, bareServer, bareServerWithHooks

    var isServer: Bool { self == .bareServer || self == .bareServerWithHooks }
    var hasOwnHooks: Bool { self != .plain && self != .linkedWorkTree && self != .bareServer }
  }

  @Test(arguments: Setting.allCases)
  func uninstallLeavesWhatWasThere(setting: Setting) throws {
    let place = try Place(setting)
    let before = try place.everyFile()
    try place.install()
    #expect(try place.everyFile() != before, "the installer did nothing")
    let uninstall = try place.newsroom.editorial(["hook", "uninstall"], in: place.git.folder)
    #expect(uninstall.status == 0, "\(uninstall.everything)")
    #expect(try place.everyFile() == before)
  }

  @Test(arguments: Setting.allCases)
  func installingTwiceIsInstallingOnce(setting: Setting) throws {
    let place = try Place(setting)
    try place.install()
    let once = try place.everyFile()
    try place.install()
    #expect(try place.everyFile() == once)
  }

  @Test(arguments: Setting.allCases)
  func gateStandsBesideWhatIsThere(setting: Setting) throws {
    let place = try Place(setting)
    try place.install()
    let refused = try place.publish("desk/failing")
    #expect(refused.status != 0, "\(refused.everything)")
    #expect(refused.everything.contains("14%"), "\(refused.everything)")
    let passed = try place.publish("desk/faithful")
    #expect(passed.status == 0, "\(passed.everything)")
  }

  @Test(arguments: Setting.allCases.filter(\.hasOwnHooks))
  func ownHooksStillRunWithTheirInputAndCanStillRefuse(setting: Setting) throws {
    let place = try Place(setting)
    try place.install()
    let passed = try place.publish("desk/faithful")
    #expect(passed.status == 0, "\(passed.everything)")
    let log = try place.newsroom.folder.readText("own-hook.log")
    #expect(log.contains("refs/heads/main"), "the own hook did not run, or without its input:\n\(log)")

    try place.newsroom.folder.write("own-hook.refuses", "")
    let refused = try place.publish("desk/unrelated")
    #expect(refused.status != 0, "the own hook's refusal was passed over:\n\(refused.everything)")
    #expect(refused.everything.contains("the team's own hook says no"))
  }

  @Test(arguments: Setting.allCases)
  func statusSaysWhetherTheHooksAreThere(setting: Setting) throws {
    let place = try Place(setting)
    let before = try place.newsroom.editorial(["hook", "status"], in: place.git.folder)
    try place.install()
    let after = try place.newsroom.editorial(["hook", "status"], in: place.git.folder)
    #expect(before.status == 1, "\(before.everything)")
    #expect(after.status == 0, "\(after.everything)")
    #expect(before.everything != after.everything)
  }

  @Test func missingProgramRefusesOnGatedBranchesAndNamesItself() throws {
    let place = try Place(.plain)
    try place.install(withProgramThatVanishes: true)
    let refused = try place.publish("desk/faithful")
    #expect(refused.status != 0)
    #expect(refused.everything.contains("editorial"), "\(refused.everything)")
    #expect(try place.git.run(["branch", "unrelated-branch", "main"]).status == 0, "other branches are not touched")
  }

  @Test func globalHooksPathDoesNotSwitchTheGateOff() throws {
    let place = try Place(.plain)
    try place.install()
    try place.newsroom.folder.makeFolder("global-hooks")
    let global = try place.newsroom.folder.write(
      "global-config", "[core]\n\thooksPath = \(place.newsroom.folder.path("global-hooks"))\n")
    var git = place.git
    git.environment["GIT_CONFIG_GLOBAL"] = global
    let result = try git.run(["merge", "--ff-only", "desk/failing"])
    #expect(result.status != 0, "\(result.everything)")
    #expect(result.everything.contains("14%"), "\(result.everything)")
  }
}

/// A repository with a way to publish on its branch `main`.
private struct Place {
  let setting: HookInstallTests.Setting
  let newsroom: TestNewsroom
  /// Where the hooks go.
  let git: Git

  init(_ setting: HookInstallTests.Setting) throws {
    self.setting = setting
    newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(SampleArticle.slug)")
    try newsroom.plant(.faithful, on: "desk/faithful")
    try newsroom.plant(.wrongFigure, on: "desk/failing")
    let folder = newsroom.folder
    switch setting {
    case .plain: git = newsroom.git
    case .ownHooks:
      git = newsroom.git
      try Self.writeOwnHook("repository/.git/hooks/reference-transaction", in: newsroom)
    case .relativeHooksPath:
      git = newsroom.git
      try Self.writeOwnHook("repository/team-hooks/reference-transaction", in: newsroom)
      try git("config", "core.hooksPath", "team-hooks")
    case .absoluteHooksPath:
      git = newsroom.git
      try Self.writeOwnHook("team-hooks/reference-transaction", in: newsroom)
      try git("config", "core.hooksPath", folder.path("team-hooks"))
    case .linkedWorkTree:
      try newsroom.git("switch", "--quiet", "--create", "elsewhere")
      try newsroom.git("worktree", "add", "--quiet", "../linked", "main")
      var linked = Git(folder, in: "linked")
      linked.environment = newsroom.git.environment
      git = linked
    case .bareServer, .bareServerWithHooks:
      try newsroom.git("clone", "--quiet", "--bare", ".", "../server.git")
      var server = Git(folder, in: "server.git")
      server.environment = newsroom.git.environment
      git = server
      if setting == .bareServerWithHooks { try Self.writeOwnHook("server.git/hooks/pre-receive", in: newsroom) }
    }
    // Nothing else is to be published but what the routes below bring.
    try newsroom.plant(Array("Ask the desk.\n".utf8), at: "CONTACT.md", on: "desk/unrelated", from: "desk/faithful")
    if setting.isServer { try newsroom.git("push", "--quiet", git.folder, "desk/unrelated") }
  }

  func install(withProgramThatVanishes vanishes: Bool = false) throws {
    let arguments = ["hook", "install"] + (setting.isServer ? ["--server"] : [])
    let result: Subprocess
    if vanishes {
      let folder = newsroom.folder
      try folder.makeFolder("programs")
      let copy = folder.path("programs/editorial")
      _ = try Subprocess.run(
        ["cp", newsroom.program, copy], in: git.folder, environment: newsroom.git.environment)
      var environment = newsroom.git.environment
      environment["PATH"] = Git.environment(home: folder.path)["PATH"]
      result = try Subprocess.run([copy] + arguments, in: git.folder, environment: environment)
      folder.remove("programs")
    } else {
      result = try newsroom.editorial(arguments, in: git.folder)
    }
    #expect(result.status == 0, "\(result.everything)")
  }

  /// Brings a branch onto `main`: by a fast-forward, or, on a server, by a push.
  func publish(_ branch: String) throws -> Subprocess {
    if setting.isServer { return try newsroom.git.run(["push", git.folder, "refs/heads/\(branch):refs/heads/main"]) }
    var plain = git
    // A person on whose machine the program is not on the PATH: the hook knows where it was installed from.
    plain.environment["PATH"] = Git.environment(home: newsroom.folder.path)["PATH"]
    let result = try plain.run(["merge", "--ff-only", branch])
    if result.status != 0 { _ = try plain.run(["reset", "--hard", "HEAD"]) }
    return result
  }

  /// Every file of the repository and of the hooks beside it, whether it can be executed, and a sum of its bytes.
  func everyFile() throws -> String {
    let script = """
      find . \\( -name objects -o -name logs -o -name index \\) -prune -o -type f -print | LC_ALL=C sort | \
      while IFS= read -r file; do
        if [ -x "$file" ]; then mode=x; else mode=-; fi
        echo "$mode $file $(cksum < "$file")"
      done
      """
    return try Subprocess.run(
      ["sh", "-c", script], in: newsroom.folder.path, environment: newsroom.git.environment
    ).text
  }

  private static func writeOwnHook(_ path: String, in newsroom: TestNewsroom) throws {
    let folder = newsroom.folder
    let script = """
      #!/bin/sh
      cat >> '\(folder.path("own-hook.log"))'
      if [ -e '\(folder.path("own-hook.refuses"))' ] && [ "${1:-prepared}" = prepared ]; then
        echo "the team's own hook says no" >&2
        exit 1
      fi

      """
    try folder.write(path, script, executable: true)
  }
}
