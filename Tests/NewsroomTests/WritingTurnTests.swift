import GitStore
import TestSupport
import Testing

@testable import Newsroom

/// A turn takes away the locks that it left, and no others.
@Suite struct WritingTurnTests {
  private func locks(_ newsroom: TestNewsroom) throws -> String {
    try Subprocess.run(
      ["find", ".git/refs", "-name", "*.lock"], in: newsroom.git.folder, environment: newsroom.git.environment
    ).text
  }

  /// The move that deletes a branch, as `git branch -D` does.
  private func deletion(of branch: String, in newsroom: TestNewsroom) throws -> RefMove {
    try newsroom.git("branch", branch)
    let tip = try newsroom.git("rev-parse", branch).split(separator: "\n").joined()
    return RefMove(try RefName(branch: branch), from: ObjectID(hex: tip), to: nil)
  }

  @Test func lockOfWhoeverWasQuickerStays() throws {
    let newsroom = try TestNewsroom()
    let repository = try newsroom.desk().repository
    let move = try deletion(of: "other", in: newsroom)
    let turn = try WritingTurn(in: repository)
    // While its hook runs, git holds an empty lock on a branch that it deletes.
    #expect(throws: GitError.self) {
      try turn.moving([move], gitDirectories: []) {
        try newsroom.git.write(".git/refs/heads/other.lock", "")
        try repository.updateReference(
          move.ref, from: move.old, to: .zero, by: repository.identity(.committer, now: newsroom.desk().now),
          message: "delete")
      }
    }
    #expect(try locks(newsroom) == ".git/refs/heads/other.lock\n")
  }

  @Test func lockThatTheRemovalOfABranchLeftGoes() throws {
    let newsroom = try TestNewsroom()
    let repository = try newsroom.desk().repository
    let move = try deletion(of: "other", in: newsroom)
    let turn = try WritingTurn(in: repository)
    try turn.moving([move], gitDirectories: []) {
      try newsroom.git("branch", "--quiet", "-D", "other")
      try newsroom.git.write(".git/refs/heads/other.lock", "")
    }
    #expect(try locks(newsroom) == "")
  }
}
