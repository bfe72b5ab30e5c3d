import Synchronization
import TestSupport
import Testing

@testable import GitStore

struct LifetimeTests {
  #if DEBUG
    /// Every kind of handle is used here once with success and once with failure; none may be left.
    @Test func nothingIsLeftAlive() throws {
      let ledger = HandleLedger()
      try HandleLedger.$current.withValue(ledger) { try useEverything(ledger) }
      #expect(ledger.live.load(ordering: .relaxed) == 0)
    }

    private func useEverything(_ ledger: HandleLedger) throws {
      let history = try RandomHistory(seed: 3, count: 12)
      let git = history.git
      let writer = Identity(name: "W", email: "w@example.org", time: Timestamp(seconds: 0, offset: 0))
      let missing = try id(String(repeating: "1", count: 40))
      let repository = try git.open()
      #expect(ledger.live.load(ordering: .relaxed) > 0)
      let first = try id(history.commits[10])
      let second = try id(history.commits[11])
      for snapshot in [first, missing] {
        _ = try? repository.files(in: snapshot)
        _ = try? repository.commit(snapshot)
        _ = try? repository.changedPaths(from: first, to: snapshot)
        _ = try? repository.mergeCommits(ours: second, theirs: snapshot)
        _ = try? repository.history(of: "a", from: snapshot)
        _ = try? repository.commits(reachableFrom: [snapshot])
        _ = try? repository.createCommit(
          tree: snapshot, parents: [first], author: writer, committer: writer, message: "m")
        _ = try? repository.updateReference(RefName(branch: "x"), from: .zero, to: snapshot, by: writer, message: "m")
        _ = try? repository.updateReference(RefName(branch: "x"), from: first, to: .zero, by: writer, message: "m")
        _ = try? repository.writeTree(from: snapshot, edits: [.remove("a")])
        _ = try? repository.checkOut(from: nil, to: snapshot)
        _ = try? repository.object(named: snapshot.hex)
      }
      _ = try repository.references()
      _ = try repository.workTrees()
      _ = try repository.stagedChanges()
      _ = try repository.hooksFolder()
      _ = try repository.identity(.author, now: writer.time)
      try repository.setLocalConfig("editorial.x", to: "1")
      _ = try? Repository.open(at: "/", environment: [:])
    }
  #endif

  @Test func valuesOutliveTheRepository() throws {
    let git = try Git.repository()
    let tip = try git.commit("First", ["a.md": "1"])
    let commit = try git.open().commit(id(tip))
    let files = try git.open().files(in: id(tip))
    #expect(commit.subject == "First")
    #expect(files.map(\.path) == ["a.md"])
  }

  @Test func eachThreadOpensItsOwn() async throws {
    let history = try RandomHistory(seed: 5, count: 30)
    let git = history.git
    let commits = history.commits
    let expected = try commits.map { try git.open().files(in: id($0)).count }
    let found = try await withThrowingTaskGroup(of: [Int].self) { group in
      for _ in 0..<4 {
        group.addTask {
          let repository = try git.open()
          return try commits.map { try repository.files(in: id($0)).count }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(found == Array(repeating: expected, count: 4))
  }
}
