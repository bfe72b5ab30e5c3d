import TestSupport
import Testing

@testable import GitStore

struct WorkTreeTests {
  @Test func workTreesAreThoseOfGit() throws {
    let git = try Git.repository()
    try git.commit("First", ["a.md": "1"])
    try git("worktree", "add", "--quiet", "-b", "draft/x", "../linked one")
    try git("worktree", "add", "--quiet", "--detach", "../detached")
    try git("worktree", "add", "--quiet", "-b", "gone", "../gone")
    git.temporaryFolder.remove("gone")
    for place in ["repository", "linked one"] {
      let repository = try Git(git.temporaryFolder, in: place).open()
      let found = try repository.workTrees()
      let listed = try git("worktree", "list", "--porcelain").split(separator: "\n").filter {
        $0.hasPrefix("worktree ")
      }
      #expect(Set(found.map { "worktree \($0.path)" }) == Set(listed.map(String.init)))
      #expect(found.first?.isLinked == false)
      #expect(found.first?.branch?.branch == "main")
      #expect(found.filter { !$0.isPresent }.compactMap(\.branch?.branch) == ["gone"])
      #expect(
        try repository.workTrees(holding: RefName(branch: "draft/x")).map(\.path) == [
          git.temporaryFolder.path("linked one")
        ])
      #expect(try repository.workTrees(holding: RefName(branch: "other")) == [])
    }
  }

  @Test func bareRepositoryHoldsNoBranchItself() throws {
    let git = try Git.repository()
    try git.commit("First", ["a.md": "1"])
    try git("clone", "--quiet", "--bare", ".", "../site.git")
    let bare = Git(git.temporaryFolder, in: "site.git")
    #expect(try bare.open().workTrees() == [])
    try bare("worktree", "add", "--quiet", "../from-bare", "main")
    for place in ["site.git", "from-bare"] {
      let found = try Git(git.temporaryFolder, in: place).open().workTrees(holding: RefName(branch: "main"))
      #expect(found.map(\.path) == [git.temporaryFolder.path("from-bare")])
    }
  }

  @Test func branchInARebaseIsHeld() throws {
    let git = try Git.repository()
    try git.commit("Base", ["a.md": "1"])
    try git("checkout", "--quiet", "-b", "draft/x")
    try git.commit("Draft", ["a.md": "2"])
    try git("checkout", "--quiet", "main")
    try git.commit("Main", ["a.md": "3"])
    try git("checkout", "--quiet", "draft/x")
    #expect(try git.run(["rebase", "main"]).status != 0)
    #expect(try git.open().workTrees(holding: RefName(branch: "draft/x")).count == 1)
  }

  @Test func statusOfAPathIsThatOfGit() throws {
    let git = try Git.repository()
    try git.write(".gitattributes", "crlf.md text eol=crlf\n")
    try git.commit(
      "First",
      ["clean": "1", "staged": "1", "modified": "1", "both": "1", "deleted": "1", "mode": "1", "crlf.md": "1\r\n2\r\n"])
    for path in ["staged", "both"] { try git.write(path, "2") }
    try git("add", "staged", "both")
    for path in ["modified", "both", "untracked"] { try git.write(path, "3") }
    git.temporaryFolder.remove("repository/deleted")
    _ = try Subprocess.run(["chmod", "+x", "mode"], in: git.folder, environment: git.environment)
    let repository = try git.open()
    for path in ["clean", "staged", "modified", "both", "deleted", "mode", "untracked", "crlf.md"] {
      let said = try git("status", "--porcelain", "--", path)
      let status = try repository.status(of: TreePath(path))
      #expect(status.isClean == said.isEmpty, "\(path): \(said)")
      #expect((status.staged != status.committed) == (said.hasPrefix("M")), "\(path): \(said)")
      #expect(
        (status.file == .modified || status.file == .absent)
          == (said.dropFirst().hasPrefix("M") || said.dropFirst().hasPrefix("D")), "\(path): \(said)")
      #expect((status.file == .untracked) == said.hasPrefix("??"), "\(path): \(said)")
    }
    #expect(try repository.status(of: "nowhere").isClean)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>) func checkedOutFilesAreThoseOfGit(_ seed: UInt64) throws {
    let history = try RandomHistory(seed: seed)
    let git = history.git
    git.temporaryFolder.remove("repository/marks")
    var random = SeededGenerator(seed: seed)
    try git("checkout", "--quiet", "--detach", history.commits[10])
    for _ in 0..<12 {
      guard let next = history.commits.randomElement(using: &random) else { continue }
      let repository = try git.open()
      let now = try git.id("HEAD")
      #expect(try repository.obstacles(from: now, to: id(next)) == [])
      try repository.checkOut(from: now, to: id(next))
      try git("update-ref", "--no-deref", "HEAD", next)
      #expect(try git("status", "--porcelain", "--untracked-files=all") == "", "seed \(seed): \(now) \(next)")
    }
  }

  @Test func whatWouldBeLostIsNamedAndNothingIsWritten() throws {
    let git = try Git.repository()
    let files: KeyValuePairs = ["staged": "1", "modified": "1", "same": "1", "deleted": "1", "elsewhere": "1"]
    let old = try id(git.commit("Old", files))
    for path in ["staged", "modified", "same", "deleted", "new", "folder/new", "file"] { try git.write(path, "2") }
    let new = try id(git.commit("New"))
    try git("reset", "--quiet", "--hard", old.hex)
    try git.write("staged", "x")
    try git("add", "staged")
    for path in ["modified", "elsewhere", "new", "folder", "file/below"] { try git.write(path, "x") }
    git.temporaryFolder.remove("repository/deleted")
    let before = try git("status", "--porcelain", "--untracked-files=all")
    let repository = try git.open()
    let obstacles = try repository.obstacles(from: old, to: new)
    #expect(
      obstacles == [
        Obstacle(path: "file", kind: .untracked), Obstacle(path: "folder/new", kind: .untracked),
        Obstacle(path: "modified", kind: .modified), Obstacle(path: "new", kind: .untracked),
        Obstacle(path: "staged", kind: .staged),
      ])
    let error = #expect(throws: GitError.self) { try repository.checkOut(from: old, to: new) }
    #expect(error?.code == .wouldOverwrite(obstacles.map(\.path)))
    #expect(try git("status", "--porcelain", "--untracked-files=all") == before)
    #expect(try git.read("modified") == "x")
  }

  @Test func changesElsewhereAreNoObstacleAndSurvive() throws {
    let git = try Git.repository()
    let old = try id(git.commit("Old", ["a.md": "1", "b.md": "1", "c.md": "1"]))
    let new = try id(git.commit("New", ["a.md": "2"]))
    try git("reset", "--quiet", "--hard", old.hex)
    try git.write("b.md", "mine")
    try git.write("c.md", "staged")
    try git("add", "c.md")
    try git.write("untracked", "mine")
    try git.open().checkOut(from: old, to: new)
    try git("update-ref", "HEAD", new.hex)
    #expect(try git("status", "--porcelain") == " M b.md\nM  c.md\n?? untracked")
    #expect(try git.read("a.md") == "2")
  }

  @Test func checkoutThatWasDoneBeforeIsNoObstacle() throws {
    let git = try Git.repository()
    let old = try id(git.commit("Old", ["a.md": "1", "gone.md": "1"]))
    try git("rm", "--quiet", "gone.md")
    let new = try id(git.commit("New", ["a.md": "2", "b.md": "1"]))
    let repository = try git.open()
    #expect(try repository.obstacles(from: old, to: new) == [])
    try repository.checkOut(from: old, to: new)
    #expect(try git("status", "--porcelain") == "")
  }

  @Test func lineEndsAreThoseThatGitWrites() throws {
    let git = try Git.repository()
    let old = try id(git.commit("Old", [".gitattributes": "*.md text eol=crlf\n"]))
    let new = try id(git.commit("New", ["a.md": "one\r\ntwo\r\n"]))
    try git("reset", "--quiet", "--hard", old.hex)
    try git.open().checkOut(from: old, to: new)
    try git("update-ref", "HEAD", new.hex)
    #expect(try git.read("a.md") == "one\r\ntwo\r\n")
    #expect(try git("status", "--porcelain") == "")
  }

  @Test func fileThatAProgramConvertsIsLeftAlone() throws {
    let git = try Git.repository()
    try git("config", "filter.shout.clean", "tr a-z A-Z")
    try git("config", "filter.shout.smudge", "tr A-Z a-z")
    let old = try id(git.commit("Old", [".gitattributes": "*.md filter=shout\n"]))
    let new = try id(git.commit("New", ["a.md": "quiet\n"]))
    try git("reset", "--quiet", "--hard", old.hex)
    #expect(try git.open().obstacles(from: old, to: new) == [Obstacle(path: "a.md", kind: .filtered("shout"))])
  }

  @Test func filesOutsideASparseCheckoutStayOut() throws {
    let git = try Git.repository()
    let old = try id(git.commit("Old", ["in/a.md": "1", "out/b.md": "1", "out/c.md": "1"]))
    try git("rm", "--quiet", "out/c.md")
    let new = try id(git.commit("New", ["in/a.md": "2", "out/b.md": "2"]))
    try git("reset", "--quiet", "--hard", old.hex)
    try git("sparse-checkout", "set", "--cone", "--no-sparse-index", "in")
    try git.open().checkOut(from: old, to: new)
    try git("update-ref", "HEAD", new.hex)
    #expect(try git("status", "--porcelain") == "")
    #expect(!git.temporaryFolder.exists("repository/out"))
    #expect(try git("ls-files", "-t") == "H in/a.md\nS out/b.md")
  }

  @Test func lockOfTheIndexIsSaidBeforeAnythingIsWritten() throws {
    let git = try Git.repository()
    let old = try id(git.commit("Old", ["a.md": "1"]))
    let new = try id(git.commit("New", ["a.md": "2"]))
    try git("reset", "--quiet", "--hard", old.hex)
    try git.write(".git/index.lock", "")
    let error = #expect(throws: GitError.self) { try git.open().checkOut(from: old, to: new) }
    #expect(error?.code == .locked(git.folder + "/.git/index.lock"))
    #expect(try git.read("a.md") == "1")
  }

  @Test func linksAreNotFollowedOutOfTheWorkTree() throws {
    let git = try Git.repository()
    let old = try id(git.commit("Old", ["a.md": "1"]))
    let new = try id(git.commit("New", ["folder/a.md": "2"]))
    try git("reset", "--quiet", "--hard", old.hex)
    try git.temporaryFolder.makeFolder("outside")
    _ = try Subprocess.run(["ln", "-s", "../outside", "folder"], in: git.folder, environment: git.environment)
    #expect(try git.open().obstacles(from: old, to: new) == [Obstacle(path: "folder/a.md", kind: .untracked)])
    #expect(throws: GitError.self) { try git.open().checkOut(from: old, to: new) }
    #expect(!git.temporaryFolder.exists("outside/a.md"))
  }

  @Test func bareRepositoryHasNothingToCheckOut() throws {
    let git = try Git.repository("site.git", bare: true)
    let repository = try git.open()
    let error = #expect(throws: GitError.self) { try repository.status(of: "a") }
    #expect(error?.code == .bareRepository)
  }
}
