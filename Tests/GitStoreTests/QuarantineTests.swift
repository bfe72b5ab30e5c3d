import TestSupport
import Testing

@testable import GitStore

struct QuarantineTests {
  /// Opens the repository inside a pre-receive hook that waits: the pushed objects are in quarantine then.
  @Test(arguments: [false, true]) func pushedObjectsAreReadBeforeTheyAreAccepted(_ packed: Bool) throws {
    let server = try Git.repository("site.git", bare: true)
    try server("config", "receive.unpackLimit", packed ? "1" : "1000")
    try server.write(
      "hooks/pre-receive",
      """
      #!/bin/sh
      cat >"$OUT.lines"
      pwd >"$OUT.folder"
      env >"$OUT.partial" && mv "$OUT.partial" "$OUT.environment"
      while [ ! -e "$OUT.done" ]; do sleep 0.05; done
      exit 1
      """, executable: true)
    try server.temporaryFolder.makeFolder("client")
    let client = Git(server.temporaryFolder, in: "client")
    try client("init", "--quiet", "--initial-branch=main")
    try client("config", "core.pager", "")
    let pushed = try client.commit("Pushed", ["articles/x.md": "text\n"])
    var environment = client.environment
    environment["OUT"] = server.temporaryFolder.path("seen")
    let push = try RunningSubprocess(
      ["git", "push", "--quiet", "../site.git", "main"], in: client.folder, environment: environment)
    let deadline = secondsNow() + 20
    while !server.temporaryFolder.exists("seen.environment"), secondsNow() < deadline {
      _ = try Subprocess.run(["sleep", "0.05"], in: "/", environment: client.environment)
    }
    defer { _ = try? server.temporaryFolder.write("seen.done", "") }
    var seen: [String: String] = [:]
    for line in try server.temporaryFolder.readText("seen.environment").split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      if parts.count == 2 { seen[parts[0]] = parts[1] }
    }
    #expect(seen["GIT_QUARANTINE_PATH"] != nil)
    let folder = try server.temporaryFolder.readText("seen.folder").split(separator: "\n").map(String.init)[0]
    let repository = try Repository.open(at: folder, environment: seen)
    #expect(repository.isBare)
    #expect(repository.gitDirectory == server.folder)
    let file = try #require(try repository.entry(at: "articles/x.md", in: id(pushed)))
    #expect(try repository.blob(file.id) == Array("text\n".utf8))
    // Without the environment the objects are not there yet.
    #expect(try server.open().header(of: id(pushed)) == nil)
    #expect(try server.temporaryFolder.readText("seen.lines") == "\(ObjectID.zero) \(pushed) refs/heads/main\n")
    try server.temporaryFolder.write("seen.done", "")
    #expect(try push.finish().status == 1)
  }

  @Test func alternatesOfTheEnvironmentAreRead() throws {
    let git = try Git.repository()
    let commit = try git.commit("First", ["a": "1"])
    let other = try Git.repository("other", in: git.temporaryFolder)
    var environment = other.environment
    environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = "/nowhere:\"\(git.folder)/.git/obj\\ects\""
    let repository = try Repository.open(at: other.folder, environment: environment)
    #expect(try repository.header(of: id(commit))?.kind == .commit)
  }
}
