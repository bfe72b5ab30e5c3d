import TestSupport
import Testing

@testable import GitStore

struct ReferenceTests {
  private let writer = Identity(name: "W", email: "w@example.org", time: Timestamp(seconds: 1_750_000_000, offset: 0))

  @Test(arguments: [false, true]) func refsAreListedAsGitListsThem(_ packed: Bool) throws {
    let git = try Git.repository()
    try git.commit("First")
    for name in ["draft/a", "draft/b", "draft-not", "styled/é"] { try git("branch", name) }
    try git("tag", "-a", "-m", "v", "v1")
    if packed { try git("pack-refs", "--all") }
    try git("branch", "draft/c")
    try git("symbolic-ref", "refs/heads/alias", "refs/heads/draft/a")
    let repository = try git.open()
    let all = try repository.references().map { "\($0.target) \($0.name)" }
    #expect(try all == git.run(["for-each-ref", "--format=%(objectname) %(refname)"]).lines)
    #expect(
      try repository.references(under: "refs/heads/draft/").compactMap(\.name.branch) == [
        "draft/a", "draft/b", "draft/c",
      ])
    #expect(try repository.tip(of: RefName(branch: "alias")) == git.id("draft/a"))
    #expect(try repository.tip(of: RefName(branch: "nothing")) == nil)
    #expect(try repository.symbolicTarget(of: RefName(branch: "alias"))?.branch == "draft/a")
  }

  @Test func brokenRefIsNotTakenForNone() throws {
    let git = try Git.repository()
    try git.commit("First")
    try git.write(".git/refs/heads/broken", "not an id\n")
    let repository = try git.open()
    #expect(throws: GitError.self) { try repository.tip(of: RefName(branch: "broken")) }
  }

  @Test(arguments: ["a..b", "a b", "a~b", "a\0b", "", "a.lock", "-a", "a//b", "HEAD", "@{", "é\u{7f}"])
  func nameThatGitRefusesIsRefused(_ name: String) throws {
    let error = #expect(throws: GitError.self) { try RefName(branch: name) }
    #expect(error?.code == .invalidName)
    if !name.contains("\0") {
      let git = try Git.repository()
      #expect(try git.run(["check-ref-format", "--branch", name]).status != 0, "\(name)")
    }
  }

  @Test func tagDoesNotShadowABranch() throws {
    let git = try Git.repository()
    let first = try git.commit("First")
    try git.commit("Second")
    try git("tag", "main", first)
    let repository = try git.open()
    #expect(try repository.tip(of: RefName(branch: "main")) == git.id("refs/heads/main"))
    #expect(try repository.object(named: "main") == id(first))
  }

  @Test func refMovesOnlyFromTheExpectedValue() throws {
    let git = try Git.repository()
    let first = try id(git.commit("First"))
    let second = try id(git.commit("Second"))
    let repository = try git.open()
    let name = try RefName(branch: "styled/x")
    try repository.updateReference(name, from: .zero, to: first, by: writer, message: "make")
    #expect(try git.id("styled/x") == first)
    let again = #expect(throws: GitError.self) {
      try repository.updateReference(name, from: .zero, to: second, by: writer, message: "make")
    }
    #expect(again?.code == .moved(name, expected: .zero, actual: first))
    try repository.updateReference(name, from: first, to: second, by: writer, message: "move")
    let stale = #expect(throws: GitError.self) {
      try repository.updateReference(name, from: first, to: second, by: writer, message: "move")
    }
    #expect(stale?.code == .moved(name, expected: first, actual: second))
    #expect(try git("reflog", "--format=%gs %gn", "styled/x") == "move W\nmake W")
    try repository.updateReference(name, from: second, to: .zero, by: writer, message: "")
    #expect(try git.run(["rev-parse", "--verify", "--quiet", "refs/heads/styled/x"]).status == 1)
    #expect(try git("for-each-ref", "--format=%(refname)") == "refs/heads/main")
    #expect(!git.temporaryFolder.exists("repository/.git/refs/heads/styled/x.lock"))
  }

  @Test func packedRefMovesAndGoes() throws {
    let git = try Git.repository()
    let first = try id(git.commit("First"))
    let second = try id(git.commit("Second"))
    try git("branch", "draft/x", first.hex)
    try git("pack-refs", "--all")
    let repository = try git.open()
    let name = try RefName(branch: "draft/x")
    try repository.updateReference(name, from: first, to: second, by: writer, message: "move")
    #expect(try git.id("draft/x") == second)
    try git("pack-refs", "--all")
    try repository.updateReference(name, from: second, to: .zero, by: writer, message: "")
    #expect(try git("for-each-ref", "--format=%(refname)") == "refs/heads/main")
    try git("branch", "draft/x/below")
  }

  @Test(arguments: [false, true]) func refThatIsAFolderIsInTheWay(_ packed: Bool) throws {
    let git = try Git.repository()
    let first = try id(git.commit("First"))
    try git("branch", "draft/x")
    if packed { try git("pack-refs", "--all") }
    let repository = try git.open()
    for name in ["draft", "draft/x/y"] {
      let error = #expect(throws: GitError.self) {
        try repository.updateReference(RefName(branch: name), from: .zero, to: first, by: writer, message: "")
      }
      #expect(error?.code == .exists, "\(name): \(String(describing: error))")
    }
    #expect(try git("for-each-ref", "--format=%(refname)") == "refs/heads/draft/x\nrefs/heads/main")
  }

  @Test func emptyFolderIsNotInTheWay() throws {
    let git = try Git.repository()
    let first = try id(git.commit("First"))
    try git.temporaryFolder.makeFolder("repository/.git/refs/heads/draft/x")
    try git.open().updateReference(RefName(branch: "draft"), from: .zero, to: first, by: writer, message: "")
    #expect(try git.id("draft") == first)
  }

  @Test func symbolicRefStandsForItsTarget() throws {
    let git = try Git.repository()
    let first = try id(git.commit("First"))
    let second = try id(git.commit("Second"))
    try git("symbolic-ref", "refs/heads/alias", "refs/heads/main")
    try git.open().updateReference(RefName(branch: "alias"), from: second, to: first, by: writer, message: "")
    #expect(try git.id("main") == first)
    #expect(try git("symbolic-ref", "refs/heads/alias") == "refs/heads/main")
  }

  @Test func lockOfAnotherIsWaitedForAndThenSaid() throws {
    let git = try Git.repository()
    let first = try id(git.commit("First"))
    try git.write(".git/refs/heads/x.lock", "")
    let repository = try git.open()
    let start = secondsNow()
    let error = #expect(throws: GitError.self) {
      try repository.updateReference(RefName(branch: "x"), from: .zero, to: first, by: writer, message: "")
    }
    guard case .locked(let file) = error?.code else { throw TestSupportError("\(String(describing: error))") }
    #expect(file?.hasSuffix("refs/heads/x.lock") == true, "\(String(describing: error))")
    #expect(secondsNow() - start >= 0.09)
    // Git waits as long as the configuration says, and so does this.
    try git("config", "core.filesRefLockTimeout", "30000")
    let remover = try RunningSubprocess(
      ["sh", "-c", "sleep 0.3; rm .git/refs/heads/x.lock"], in: git.folder, environment: git.environment)
    try git.open().updateReference(RefName(branch: "x"), from: .zero, to: first, by: writer, message: "")
    #expect(try remover.finish().status == 0)
    #expect(try git.id("x") == first)
  }

  @Test func transactionThatIsDroppedMovesNothing() throws {
    let git = try Git.repository()
    let first = try id(git.commit("First"))
    let repository = try git.open()
    do {
      var transaction = ReferenceTransaction(repository, by: writer)
      try transaction.update(RefName(branch: "a"), from: .zero, to: first, message: "")
      #expect(git.temporaryFolder.exists("repository/.git/refs/heads/a.lock"))
      // Whoever finds it after this process was killed can tell whose it was.
      #expect(try git.read(".git/refs/heads/a.lock") == String(decoding: ReferenceTransaction.mark, as: UTF8.self))
    }
    #expect(!git.temporaryFolder.exists("repository/.git/refs/heads/a.lock"))
    #expect(try git("for-each-ref", "--format=%(refname)") == "refs/heads/main")
  }

  @Test func transactionMovesAllOrNone() throws {
    let git = try Git.repository()
    let first = try id(git.commit("First"))
    let second = try id(git.commit("Second"))
    try git("branch", "b", first.hex)
    let repository = try git.open()
    do throws(GitError) {
      var transaction = ReferenceTransaction(repository, by: writer)
      try transaction.update(RefName(branch: "a"), from: .zero, to: second, message: "")
      try transaction.update(RefName(branch: "b"), from: second, to: second, message: "")
      Issue.record("b is not at the second commit")
    } catch {
      #expect(error.code == .moved(try RefName(branch: "b"), expected: second, actual: first))
    }
    #expect(try git.run(["rev-parse", "--verify", "--quiet", "refs/heads/a"]).status == 1)
    var transaction = ReferenceTransaction(repository, by: writer)
    try transaction.update(RefName(branch: "a"), from: .zero, to: second, message: "open")
    try transaction.update(RefName(branch: "b"), from: first, to: .zero, message: "close")
    try transaction.commit()
    #expect(try git.id("a") == second)
    #expect(try git.run(["rev-parse", "--verify", "--quiet", "refs/heads/b"]).status == 1)
  }

  @Test func refWhoseLogCannotBeWrittenStaysWhereItIs() throws {
    let git = try Git.repository()
    let first = try id(git.commit("First"))
    let second = try id(git.commit("Second"))
    try git("branch", "x", first.hex)
    git.temporaryFolder.remove("repository/.git/logs/refs/heads/x")
    try git.write(".git/logs/refs/heads/x/in-the-way", "")
    let repository = try git.open()
    let name = try RefName(branch: "x")
    for _ in 0..<3 {
      #expect(throws: GitError.self) {
        try repository.updateReference(name, from: first, to: second, by: writer, message: "m")
      }
      #expect(try git.id("x") == first)
      #expect(!git.temporaryFolder.exists("repository/.git/refs/heads/x.lock"))
    }
    git.temporaryFolder.remove("repository/.git/logs/refs/heads/x")
    try repository.updateReference(name, from: first, to: second, by: writer, message: "m")
    #expect(try git.id("x") == second)
  }

  @Test func packedRefsThatStayLockedKeepTheRef() throws {
    let git = try Git.repository()
    let first = try id(git.commit("First"))
    try git("branch", "x")
    try git("pack-refs", "--all")
    try git("config", "core.packedRefsTimeout", "50")
    try git.write(".git/packed-refs.lock", "")
    let repository = try git.open()
    let error = #expect(throws: GitError.self) {
      try repository.updateReference(RefName(branch: "x"), from: first, to: .zero, by: writer, message: "")
    }
    guard case .locked = error?.code else { throw TestSupportError("\(String(describing: error))") }
    #expect(try git.id("x") == first)
    git.temporaryFolder.remove("repository/.git/packed-refs.lock")
    try repository.updateReference(RefName(branch: "x"), from: first, to: .zero, by: writer, message: "")
    #expect(try git("for-each-ref", "--format=%(refname)") == "refs/heads/main")
  }

  @Test func refNeverLeadsToAMissingObject() throws {
    let git = try Git.repository()
    try git.commit("First")
    let repository = try git.open()
    let error = #expect(throws: GitError.self) {
      try repository.updateReference(
        RefName(branch: "x"), from: .zero, to: id(String(repeating: "1", count: 40)), by: writer, message: "")
    }
    #expect(error?.code == .notFound)
  }

  /// Both sides count up from the value they read; an update that is lost would make the sums differ.
  @Test func racingUpdatesWithGitLoseNone() throws {
    let git = try Git.repository()
    var chain: [String] = [try git.commit("0")]
    for number in 1...80 {
      chain.append(try git("commit-tree", "-p", chain[number - 1], "-m", "\(number)", "HEAD^{tree}"))
    }
    try git("update-ref", "refs/heads/race", chain[0])
    try git.write("chain", chain.joined(separator: "\n") + "\n")
    let script = """
      won=0; tries=0
      while [ $tries -lt 60 ]; do
        tries=$((tries + 1))
        old=$(git rev-parse refs/heads/race)
        new=$(grep -A1 "^$old" chain | tail -1)
        [ "$new" != "$old" ] && git update-ref refs/heads/race "$new" "$old" 2>/dev/null && won=$((won + 1))
      done
      echo $won
      """
    let rival = try RunningSubprocess(["sh", "-c", script], in: git.folder, environment: git.environment)
    let repository = try git.open()
    let name = try RefName(branch: "race")
    var won = 0
    for _ in 0..<60 {
      guard let old = try repository.tip(of: name), let position = chain.firstIndex(of: old.hex),
        position + 1 < chain.count
      else { break }
      do throws(GitError) {
        guard let new = ObjectID(hex: chain[position + 1]) else { break }
        try repository.updateReference(name, from: old, to: new, by: writer, message: "race")
        won += 1
      } catch {
        switch error.code {
        case .moved, .locked: break
        default: throw error
        }
      }
    }
    let rivalWon = try Int(rival.finish().lines.first ?? "") ?? -1
    let reached = try chain.firstIndex(of: git("rev-parse", "refs/heads/race"))
    #expect(reached == won + rivalWon)
    #expect(won > 0)
    #expect(try git("fsck", "--strict") == "")
  }
}
