import TestSupport
import Testing

@testable import GitStore

struct IndexTests {
  private func expectStagedChangesOfGit(
    _ git: Git, _ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let expected = try git.changes(["diff-index", "--cached", "--raw", "-z", "--no-renames", "--no-abbrev", "HEAD"])
    #expect(try git.open().stagedChanges() == expected, comment, sourceLocation: sourceLocation)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>, ["2", "4"]) func stagedChangesAreThoseOfGit(
    _ seed: UInt64, _ version: String
  ) throws {
    let history = try RandomHistory(seed: seed)
    let git = history.git
    try git("config", "index.version", version)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<8 {
      guard let head = history.commits.randomElement(using: &random),
        let staged = history.commits.randomElement(using: &random)
      else { continue }
      try git("update-ref", "--no-deref", "HEAD", head)
      // With and without what the index remembers of trees.
      try git("read-tree", staged)
      try expectStagedChangesOfGit(git, "seed \(seed): \(head) \(staged)")
      let one = try git("hash-object", "-w", "--stdin", input: "new \(head)")
      try git("update-index", "--add", "--cacheinfo", "100644,\(one),new/folder/file")
      try expectStagedChangesOfGit(git, "seed \(seed): \(head) \(staged)")
    }
  }

  @Test func unbornBranchHasEverythingStaged() throws {
    let git = try Git.repository()
    try git.write("a/b.md", "1")
    try git("add", "a/b.md")
    #expect(try git.open().stagedChanges().map(\.path) == ["a/b.md"])
    #expect(try git.open().stagedChanges().first?.old == nil)
  }

  @Test func missingIndexIsEmpty() throws {
    let git = try Git.repository()
    #expect(try git.open().index().entries() == [])
  }

  @Test func stagedFileIsFoundByPathAndByFolder() throws {
    let git = try Git.repository()
    try git.commit("First", ["a/b.md": "1", "a/c/d.md": "1", "a-b": "1", "a.md": "1", "ab/c": "1"])
    try git.write("a/b.md", "2")
    try git("add", "a/b.md")
    try git.write("a/b.md", "3")
    let repository = try git.open()
    let index = try repository.index()
    #expect(try index.entry(at: "a/b.md")?.version.id == git.id(":a/b.md"))
    #expect(index.entry(at: "a") == nil)
    #expect(index.entry(at: "a/b.mdx") == nil)
    #expect(index.entries(under: "a").map(\.path) == ["a/b.md", "a/c/d.md"])
    #expect(index.entries(under: "a.md").map(\.path) == ["a.md"])
    #expect(index.entries().count == 5)
    #expect(try repository.stagedVersion(of: "a/b.md", in: index) == index.entry(at: "a/b.md")?.version)
  }

  @Test func fileThatIsOnlyIntendedIsNotStaged() throws {
    let git = try Git.repository()
    try git.commit("First", ["a.md": "1"])
    try git.write("b.md", "1")
    try git("add", "--intent-to-add", "b.md")
    #expect(try git.open().stagedChanges() == [])
    #expect(try git.open().index().entry(at: "b.md") == nil)
  }

  @Test func conflictIsNeitherStagedNorRemoved() throws {
    let git = try Git.repository()
    try git.commit("Base", ["a.md": "1", "b.md": "1"])
    try git("checkout", "--quiet", "-b", "other")
    try git.commit("Other", ["a.md": "2"])
    try git("checkout", "--quiet", "main")
    try git.commit("Main", ["a.md": "3"])
    #expect(try git.run(["merge", "other"]).status == 1)
    let repository = try git.open()
    let index = try repository.index()
    #expect(index.conflictedPaths == ["a.md"])
    #expect(index.entry(at: "a.md") == nil)
    #expect(index.entries(under: "a.md").map(\.stage) == [1, 2, 3])
    #expect(try repository.stagedChanges() == [])
    #expect(try repository.status(of: "a.md").isInConflict)
  }

  @Test func sparseIndexIsRead() throws {
    let git = try Git.repository()
    try git.commit("First", ["in/a.md": "1", "out/b.md": "1", "out/deep/c.md": "1", "top.md": "1"])
    try git("sparse-checkout", "set", "--cone", "--sparse-index", "in")
    let repository = try git.open()
    let index = try repository.index()
    #expect(index.entries().contains { $0.version.mode == .folder })
    #expect(try repository.stagedChanges() == [])
    #expect(try repository.stagedVersion(of: "out/deep/c.md", in: index)?.id == git.id("HEAD:out/deep/c.md"))
    #expect(try repository.stagedVersion(of: "out/none.md", in: index) == nil)
    try git("update-ref", "HEAD", git("commit-tree", "-m", "Empty", git("mktree")))
    try expectStagedChangesOfGit(git)
  }

  @Test func indexWithoutChecksumIsRead() throws {
    let git = try Git.repository()
    try git.commit("First", ["a.md": "1"])
    try git.write("b.md", "1")
    try git("add", "b.md")
    let content = try git.temporaryFolder.read("repository/.git/index")
    try git.temporaryFolder.write("repository/.git/index", content.dropLast(20) + repeatElement(0, count: 20))
    #expect(try git.open().stagedChanges().map(\.path) == ["b.md"])
  }

  @Test func splitIndexIsReadAndNotWritten() throws {
    let git = try Git.repository()
    try git.commit("First", ["a.md": "1", "é/b.md": "1"])
    let tip = try git.id("HEAD")
    try git("update-index", "--split-index")
    try git.write("é/b.md", "2")
    try git.write("c.md", "3")
    try git("add", "--all")
    let repository = try git.open()
    #expect(try repository.stagedChanges() == git.changes(["diff-index", "--raw", "-z", "--cached", "HEAD"]))
    #expect(try repository.stagedChanges().map(\.path) == ["c.md", "é/b.md"])
    let error = #expect(throws: GitError.self) { try repository.obstacles(from: tip, to: .emptyTree) }
    #expect(error?.code == .unreadableIndex("split index"))
  }

  @Test func splitIndexThatGitCannotReadIsSaid() throws {
    let git = try Git.repository()
    try git.commit("First", ["a.md": "1"])
    try git("update-index", "--split-index")
    let shared = try #require(try git("rev-parse", "--shared-index-path").split(separator: "/").last)
    git.temporaryFolder.remove("repository/.git/\(shared)")
    let error = #expect(throws: GitError.self) { try git.open().stagedChanges() }
    #expect(error?.code == .unreadableIndex("split index"))
  }

  @Test func damagedIndexNeverCrashes() throws {
    let git = try Git.repository()
    try git.commit("First", ["a/b.md": "1", "a/c.md": "2", "d/e/f.md": "3"])
    var random = SeededGenerator(seed: 7)
    let tip = try git.id("HEAD")
    for version in ["2", "4"] {
      try git("update-index", "--index-version", version)
      let content = try git.temporaryFolder.read("repository/.git/index")
      let repository = try git.open()
      for length in 0..<content.count { _ = try? Index(RawBytes(copying: Array(content[..<length])), path: "index") }
      for _ in 0..<3000 {
        var damaged = content
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        if let index = try? Index(RawBytes(copying: damaged), path: "index") {
          _ = index.entries(under: "a")
          _ = try? repository.stagedChanges(in: index, since: tip)
        }
      }
    }
  }

  @Test func commitOfOneFileIsJudgedByItsOwnIndex() throws {
    let git = try Git.repository()
    try git.commit("First", ["a.md": "1", "b.md": "1"])
    try git.write("a.md", "2")
    try git.write("b.md", "2")
    try git("add", "a.md")
    try git.write(
      ".git/hooks/pre-commit", "#!/bin/sh\nenv >\"$OUT\"\ncp \"$GIT_INDEX_FILE\" \"$OUT.index\"\n", executable: true)
    var committing = git
    committing.environment["OUT"] = git.temporaryFolder.path("seen")
    try committing("commit", "--quiet", "-m", "Only b", "b.md")
    var environment: [String: String] = [:]
    for line in try git.temporaryFolder.readText("seen").split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      if parts.count == 2 { environment[parts[0]] = parts[1] }
    }
    #expect(environment["GIT_INDEX_FILE"]?.contains("next-index") == true)
    environment["GIT_INDEX_FILE"] = git.temporaryFolder.path("seen.index")
    let repository = try Repository.open(at: git.folder, environment: environment)
    #expect(try repository.stagedChanges(in: repository.index(), since: git.id("HEAD^")).map(\.path) == ["b.md"])
    #expect(try git.open().stagedChanges().map(\.path) == ["a.md"])
  }
}
