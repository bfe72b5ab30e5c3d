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

  /// Leaves the note of a process that was killed before it moved this branch.
  private func note(_ move: RefMove, in newsroom: TestNewsroom) throws {
    let lines = "\(move.new.hex) \(newsroom.git.folder)/.git/\(move.ref).lock\nmove \(move.line)\n"
    try newsroom.git.write(".git/\(WritingTurn.file)", lines)
  }

  @Test(arguments: [true, false]) func lockThatSaysWhoseItIsGoes(isDeletion: Bool) throws {
    let newsroom = try TestNewsroom()
    let deletion = try deletion(of: "other", in: newsroom)
    try note(isDeletion ? deletion : deletion.reversed, in: newsroom)
    try newsroom.git.write(
      ".git/refs/heads/other.lock", String(decoding: ReferenceTransaction.mark, as: UTF8.self))
    // However long ago that was.
    _ = try Subprocess.run(
      ["touch", "-d", "2020-01-01", ".git/\(WritingTurn.file)"], in: newsroom.git.folder,
      environment: newsroom.git.environment)
    try newsroom.desk().clearUp()
    #expect(try locks(newsroom) == "")
  }

  @Test func lockThatWasKilledBeforeItSaidAnythingGoes() throws {
    let newsroom = try TestNewsroom()
    try note(try deletion(of: "other", in: newsroom), in: newsroom)
    try newsroom.git.write(".git/refs/heads/other.lock", "")
    try newsroom.desk().clearUp()
    #expect(try locks(newsroom) == "")
  }

  @Test(arguments: [true, false]) func emptyLockThatGitTookSinceStays(isDeletion: Bool) throws {
    let newsroom = try TestNewsroom()
    let deletion = try deletion(of: "other", in: newsroom)
    try note(isDeletion ? deletion : deletion.reversed, in: newsroom)
    _ = try Subprocess.run(
      ["touch", "-d", "1 hour ago", ".git/\(WritingTurn.file)"], in: newsroom.git.folder,
      environment: newsroom.git.environment)
    try newsroom.git.write(".git/refs/heads/other.lock", "")
    try newsroom.desk().clearUp()
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
