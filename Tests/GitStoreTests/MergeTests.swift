import TestSupport
import Testing

@testable import GitStore

struct MergeTests {
  private func mergeOfGit(_ git: Git, _ ours: String, _ theirs: String) throws -> (tree: ObjectID?, conflicts: [String])
  {
    let result = try git.run([
      "merge-tree", "--write-tree", "--name-only", "--no-messages", "-z", ours, theirs,
    ])
    let fields = result.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    if result.status == 0, let first = fields.first { return (try id(first), []) }
    guard result.status == 1 else { throw TestSupportError(result.errorText) }
    // A file that gives way to a folder is listed under a name of its own.
    return (nil, fields.dropFirst().map { String($0.prefix { $0 != "~" }) })
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>, [false, true]) func mergesAreThoseOfGit(
    _ seed: UInt64, _ textual: Bool
  ) throws {
    let history = try RandomHistory(seed: seed, textual: textual)
    let repository = try history.git.open()
    var random = SeededGenerator(seed: seed)
    var merged = 0
    var conflicts = 0
    for _ in 0..<30 {
      guard let ours = history.commits.randomElement(using: &random),
        let theirs = history.commits.randomElement(using: &random),
        case let bases = try repository.mergeBases(id(ours), id(theirs)), bases.count == 1
      else { continue }
      let expected = try mergeOfGit(history.git, ours, theirs)
      switch try repository.mergeTrees(base: bases[0], ours: id(ours), theirs: id(theirs), findingRenames: false) {
      case .merged(let tree):
        merged += 1
        #expect(tree == expected.tree, "seed \(seed): \(ours) \(theirs) \(expected.conflicts)")
      case .conflicts(let found):
        conflicts += 1
        #expect(expected.tree == nil, "seed \(seed): \(ours) \(theirs) \(found)")
        #expect(Set(expected.conflicts) == Set(found.map(\.path.description)), "seed \(seed): \(ours) \(theirs)")
      }
    }
    #expect(merged > 3)
    #expect(conflicts > 0 || textual)
  }

  @Test func bothSidesOfOneFileAreMerged() throws {
    let git = try Git.repository()
    let lines = (1...20).map { "line \($0)" }
    try git.commit("Base", ["a.md": lines.joined(separator: "\n"), "other.md": "1"])
    try git("checkout", "--quiet", "-b", "theirs")
    let theirs = try git.commit("Theirs", ["a.md": lines.joined(separator: "\n").replacing("line 2\n", with: "two\n")])
    try git("checkout", "--quiet", "main")
    let ours = try git.commit("Ours", ["a.md": lines.joined(separator: "\n").replacing("line 19", with: "nineteen")])
    let outcome = try git.open().mergeCommits(ours: id(ours), theirs: id(theirs))
    #expect(outcome == .merged(tree: try id(git("merge-tree", "--write-tree", ours, theirs))))
  }

  @Test func sameLinesChangedAreAConflict() throws {
    let git = try Git.repository()
    try git.commit("Base", ["a.md": "one\n", "gone.md": "x\n"])
    try git("checkout", "--quiet", "-b", "theirs")
    try git("rm", "--quiet", "gone.md")
    let theirs = try git.commit("Theirs", ["a.md": "two\n", "new.md": "theirs\n"])
    try git("checkout", "--quiet", "main")
    let ours = try git.commit("Ours", ["a.md": "three\n", "new.md": "ours\n", "gone.md": "a quite different text\n"])
    let outcome = try git.open().mergeCommits(ours: id(ours), theirs: id(theirs))
    #expect(
      outcome
        == .conflicts([
          MergeConflict(path: "a.md", kind: .content), MergeConflict(path: "gone.md", kind: .removedByThem),
          MergeConflict(path: "new.md", kind: .bothAdded),
        ]))
  }

  @Test func changeFollowsARenamedFile() throws {
    let git = try Git.repository()
    let text = (1...30).map { "line \($0)\n" }.joined()
    try git.commit("Base", ["old.md": text])
    try git("checkout", "--quiet", "-b", "theirs")
    try git("mv", "old.md", "new.md")
    let theirs = try git.commit("Theirs")
    try git("checkout", "--quiet", "main")
    let ours = try git.commit("Ours", ["old.md": text.replacing("line 7\n", with: "seven\n")])
    let outcome = try git.open().mergeCommits(ours: id(ours), theirs: id(theirs))
    #expect(outcome == .merged(tree: try id(git("merge-tree", "--write-tree", ours, theirs))))
  }

  @Test func fileAndFolderOfOneNameAreAConflict() throws {
    let git = try Git.repository()
    try git.commit("Base")
    try git("checkout", "--quiet", "-b", "theirs")
    let theirs = try git.commit("Theirs", ["a/b.md": "1"])
    try git("checkout", "--quiet", "main")
    let ours = try git.commit("Ours", ["a": "1"])
    let repository = try git.open()
    #expect(
      try repository.mergeCommits(ours: id(ours), theirs: id(theirs))
        == .conflicts([MergeConflict(path: "a", kind: .fileAndFolder)]))
    #expect(
      try repository.mergeCommits(ours: id(theirs), theirs: id(ours))
        == .conflicts([MergeConflict(path: "a", kind: .fileAndFolder)]))
  }

  @Test func crosswiseMergesAreMerged() throws {
    let git = try Git.repository()
    try git.commit("Base", ["a.md": "1\n2\n3\n4\n5\n6\n7\n8\n9\n"])
    try git("branch", "other")
    try git.commit("One", ["a.md": "one\n2\n3\n4\n5\n6\n7\n8\n9\n"])
    try git("checkout", "--quiet", "other")
    try git.commit("Two", ["a.md": "1\n2\n3\n4\n5\n6\n7\n8\nnine\n"])
    let two = try git("rev-parse", "HEAD")
    try git("merge", "--quiet", "--no-edit", "main")
    let theirs = try git.commit("Theirs", ["b.md": "1"])
    try git("checkout", "--quiet", "main")
    try git("merge", "--quiet", "--no-edit", two)
    let ours = try git.commit("Ours", ["c.md": "1"])
    let repository = try git.open()
    #expect(try repository.mergeBases(id(ours), id(theirs)).count == 2)
    #expect(
      try repository.mergeCommits(ours: id(ours), theirs: id(theirs))
        == .merged(tree: id(git("merge-tree", "--write-tree", ours, theirs))))
  }

  @Test func mergedTreeAndCommitPassFsck() throws {
    let git = try Git.repository()
    try git.commit("Base", ["a.md": "1"])
    try git("checkout", "--quiet", "-b", "draft/x")
    let theirs = try id(git.commit("Draft", ["articles/x.md": "1"]))
    let ours = try git.id("main")
    let repository = try git.open()
    guard case .merged(let tree) = try repository.mergeCommits(ours: ours, theirs: theirs) else {
      throw TestSupportError("no merge")
    }
    let author = try repository.identity(.author, now: Timestamp(seconds: 0, offset: 0))
    let committer = try repository.identity(.committer, now: Timestamp(seconds: 0, offset: 0))
    let message = "Promote x\n\nEditorial-From: draft\n"
    let made = try repository.createCommit(
      tree: tree, parents: [ours, theirs], author: author, committer: committer, message: message)
    try repository.updateReference(
      RefName(branch: "main"), from: ours, to: made, by: committer, message: "promote: x")
    #expect(try git("fsck", "--strict", "--full") == "")
    #expect(
      try git("log", "-1", "--format=%P%n%an %ae %at%n%cn %ce %ct%n%B", "main") == """
        \(ours.hex) \(theirs.hex)
        Ada Author ada@example.org 1750000000
        Carl Committer carl@example.org 1750000060
        Promote x

        Editorial-From: draft
        """)
    #expect(try git("reflog", "-1", "--format=%gs", "main") == "promote: x")
    let twin = try git("commit-tree", "-p", ours.hex, "-p", theirs.hex, tree.hex, input: message)
    #expect(twin == made.hex)
  }
}
