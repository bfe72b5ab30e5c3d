import TestSupport
import Testing

@testable import GitStore

struct HistoryTests {
  @Test(arguments: 1...3 as ClosedRange<UInt64>) func basesAndCountsAreThoseOfGit(_ seed: UInt64) throws {
    let history = try RandomHistory(seed: seed)
    let repository = try history.git.open()
    var random = SeededGenerator(seed: seed)
    for _ in 0..<15 {
      guard let one = history.commits.randomElement(using: &random),
        let other = history.commits.randomElement(using: &random)
      else { continue }
      let bases = try history.git.run(["merge-base", "--all", one, other]).lines
      #expect(try repository.mergeBases(id(one), id(other)).map(\.hex).sorted() == bases.sorted())
      #expect(try bases.contains(repository.mergeBase(id(one), id(other))?.hex ?? ""))
      let counts = try history.git("rev-list", "--left-right", "--count", "\(one)...\(other)")
      let (ahead, behind) = try repository.aheadBehind(id(one), id(other))
      #expect("\(ahead)\t\(behind)" == counts)
      let isAncestor = try history.git.run(["merge-base", "--is-ancestor", one, other]).status == 0
      #expect(try repository.isAncestor(id(one), of: id(other)) == isAncestor)
      let reachable = try history.git.run(["rev-list", one, "^" + other]).lines
      #expect(try Set(repository.commits(reachableFrom: [id(one)], notFrom: [id(other)]).map(\.hex)) == Set(reachable))
      let line = try history.git.run(["rev-list", "--first-parent", one]).lines
      #expect(try repository.firstParents(from: id(one)).map(\.hex) == line)
    }
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>) func historyOfAPathIsThatOfGit(_ seed: UInt64) throws {
    let history = try RandomHistory(seed: seed, count: 60)
    let repository = try history.git.open()
    let tip = history.commits[59]
    var compared = 0
    for name in RandomHistory.names {
      let expected = try history.git.run(["log", "--format=%H", tip, "--", name]).lines
      compared += expected.count
      #expect(
        try repository.history(of: TreePath(name), from: id(tip)).map(\.commit.id.hex) == expected,
        "seed \(seed): \(name)")
    }
    #expect(compared > 10)
  }

  @Test func unrelatedHistoriesHaveNoBase() throws {
    let git = try Git.repository()
    let one = try git.commit("One", ["a": "1"])
    try git("checkout", "--quiet", "--orphan", "other")
    let other = try git.commit("Other")
    let repository = try git.open()
    #expect(try repository.mergeBase(id(one), id(other)) == nil)
    let error = #expect(throws: GitError.self) { try repository.mergeCommits(ours: id(one), theirs: id(other)) }
    #expect(error?.code == .notFound)
  }

  @Test func commitThatIsMissingIsNamedWithItsPlace() throws {
    let git = try Git.repository()
    let commits = try (1...4).map { try git.commit("\($0)", ["a": "\($0)"]) }
    try git("branch", "draft/x", commits[2])
    try git("switch", "--quiet", "--orphan", "aside")
    let aside = try git.commit("Aside")
    let lost = commits[1]
    git.temporaryFolder.remove("repository/.git/objects/\(lost.prefix(2))/\(lost.dropFirst(2))")
    let repository = try git.open()
    func expectGap(
      _ branch: String, at: SourceLocation = #_sourceLocation, _ look: () throws(GitError) -> Void
    ) throws {
      let error = #expect(throws: GitError.self, sourceLocation: at, performing: look)
      let gap = HistoryGap(missing: try id(lost), child: try id(commits[2]), branch: branch)
      #expect(error?.code == .gap(gap), "\(String(describing: error))", sourceLocation: at)
      #expect(error?.subject == lost, sourceLocation: at)
    }
    let (tip, older, other) = (try id(commits[3]), try id(commits[2]), try id(aside))
    try expectGap("main") { () throws(GitError) in _ = try repository.commits(reachableFrom: [tip]) }
    try expectGap("draft/x") { () throws(GitError) in _ = try repository.commits(reachableFrom: [older]) }
    try expectGap("main") { () throws(GitError) in
      _ = try repository.commits(reachableFrom: [other], notFrom: [tip])
    }
    try expectGap("main") { () throws(GitError) in _ = try repository.mergeBase(tip, other) }
    try expectGap("main") { () throws(GitError) in _ = try repository.mergeBases(other, tip) }
    try expectGap("main") { () throws(GitError) in _ = try repository.aheadBehind(tip, other) }
    try expectGap("main") { () throws(GitError) in _ = try repository.isAncestor(other, of: tip) }
    // What is asked for itself, and is not there, is no gap.
    let error = #expect(throws: GitError.self) { try repository.isAncestor(id(lost), of: other) }
    #expect(error?.code == .notFound)
    #expect(try repository.commits(reachableFrom: [other]).count == 1)
  }

  @Test func shallowCloneEndsWhereItEnds() throws {
    let git = try Git.repository()
    for number in 1...5 { try git.commit("\(number)", ["a": "\(number)"]) }
    try git("clone", "--quiet", "--depth", "2", "--no-local", "file://" + git.folder, "../shallow")
    let shallow = Git(git.temporaryFolder, in: "shallow")
    let repository = try shallow.open()
    let tip = try shallow.id("HEAD")
    #expect(try repository.commits(reachableFrom: [tip]).map(\.hex) == shallow.run(["rev-list", "HEAD"]).lines)
    #expect(
      try repository.history(of: "a", from: tip).map(\.commit.id.hex)
        == shallow.run(["log", "--format=%H", "--", "a"]).lines)
    let last = try id(shallow("rev-list", "--max-parents=0", "HEAD"))
    #expect(try repository.isAncestor(last, of: tip))
    #expect(try !repository.isAncestor(tip, of: last))
    try shallow("checkout", "--quiet", "-b", "side", last.hex)
    let side = try id(shallow.commit("Side"))
    #expect(try !repository.isAncestor(side, of: tip))
    #expect(try repository.mergeBase(side, tip) == last)
    #expect(try repository.mergeBases(side, tip) == [last])
    #expect(try repository.aheadBehind(side, tip) == (1, 1))
    let beyond = try id(git("rev-parse", "HEAD~4"))
    #expect(try !repository.isAncestor(beyond, of: tip))
  }

  @Test func commitIsReadWhole() throws {
    let git = try Git.repository()
    try git.commit("First")
    let tip = try id(git.commit("Subject\n\nBody\n\nEditorial-From: draft"))
    let commit = try git.open().commit(tip)
    #expect(commit.subject == "Subject")
    #expect(commit.message == "Subject\n\nBody\n\nEditorial-From: draft\n")
    #expect(
      commit.author
        == Identity(name: "Ada Author", email: "ada@example.org", time: Timestamp(seconds: 1_750_000_000, offset: 120)))
    #expect(commit.committer.name == "Carl Committer")
    #expect(try commit.parents == [git.id("HEAD^")])
    #expect(try commit.tree == git.id("HEAD^{tree}"))
  }

  @Test func revisionsMeanWhatGitSays() throws {
    let git = try Git.repository()
    try git.commit("First", ["a/b.md": "1"])
    try git.commit("Second", ["a/b.md": "2"])
    try git("tag", "-a", "-m", "v", "v1", "HEAD^")
    let repository = try git.open()
    for revision in ["HEAD", "HEAD~1", "main", "v1", "v1^{commit}", "HEAD@{0}", "main^{tree}", "HEAD:a/b.md"] {
      #expect(try repository.object(named: revision) == git.id(revision), "\(revision)")
    }
    #expect(try repository.commit(named: "v1") == git.id("HEAD^"))
    #expect(try repository.object(named: "nothing") == nil)
    #expect(try repository.entry(at: "a/b.md", inRevision: "v1")?.id == git.id("v1:a/b.md"))
    #expect(RevisionPath("HEAD@{12:00}:a:b")?.path == "a:b")
    #expect(RevisionPath("HEAD@{12:00}:a:b")?.revision == "HEAD@{12:00}")
    #expect(RevisionPath("no-colon") == nil)
  }

  @Test func blobBeyondTheLimitIsNotRead() throws {
    let git = try Git.repository()
    try git.commit("First", ["a": "12345"])
    let repository = try git.open()
    let blob = try git.id("HEAD:a")
    #expect(try repository.blob(blob, limit: 5) == Array("12345".utf8))
    let error = #expect(throws: GitError.self) { try repository.blob(blob, limit: 4) }
    #expect(error?.code == .tooLarge)
    let wrong = #expect(throws: GitError.self) { try repository.blob(git.id("HEAD"), limit: 400) }
    #expect(wrong?.code == .wrongType)
    let missing = #expect(throws: GitError.self) { try repository.blob(id(String(repeating: "1", count: 40))) }
    #expect(missing?.code == .notFound)
  }
}
