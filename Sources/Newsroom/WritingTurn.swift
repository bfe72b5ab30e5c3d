import GitStore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A turn at moving branches and their work trees; one process at a time has it in a repository.
///
/// A ref moves atomically, but a ref and the files of a work tree do not: without turns, two promotions would write the
/// same files and take each other's for changes of the editor's. The kernel ends the turn with the process, so that one
/// that is killed keeps nobody waiting. Git knows nothing of it; against git the ref's own lock protects.
///
/// The turn's file is empty, but for the moment in which files are written and refs move. Whoever finds something in it
/// knows that the one before was killed at that moment, takes away the locks that it left (git would ask a person to), and
/// moves the refs that had not moved yet when others had. When none had, it puts the files back. A lock of somebody else's
/// is left to them, and in the way of the next one, who is told.
struct WritingTurn: ~Copyable {
  /// The name of the turn's file, in the folder that all work trees of the repository share.
  static let file = "editorial-turn"

  private let descriptor: CInt
  /// What the one before had begun and this one brought to its end, in the words of the log; `nil` for nothing.
  private(set) var finished: String?
  private let repository: Repository
  private var folder: String { repository.commonDirectory }

  /// Waits for the turn, and brings to its end what the one before left.
  ///
  /// - Parameter seconds: how long to wait at most.
  /// - Throws: `DeskError.othersPromote`; what `BranchMover` throws when what was left cannot be brought to its end.
  init(in repository: Repository, waitingAtMost seconds: Int = 30) throws {
    self.repository = repository
    let folder = repository.commonDirectory
    descriptor = open("\(folder)/\(Self.file)", O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    let pause: UInt32 = 5_000
    var attempts = seconds * 1_000_000 / Int(pause)
    // A file system without such locks has no turns; there the ref's own lock alone decides.
    while descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
      attempts -= 1
      if attempts < 0 {
        throw DeskError.othersPromote
      }
      usleep(pause)
    }
    try clearUp()
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Runs `move`, which writes the files of work trees and then moves refs, the last one to a commit that no ref leads to yet.
  ///
  /// - Parameter gitDirectories: those of the work trees.
  func moving(_ moves: [RefMove], gitDirectories: [String], _ move: () throws -> Void) throws {
    var lines = moves.map { "\($0.new.hex) \(folder)/\($0.ref).lock" }
    lines += gitDirectories.map { "index \($0)/index.lock" }
    if moves.contains(where: \.new.isZero) {
      lines.append("index \(folder)/packed-refs.lock")
      // A work tree may go to another branch.
      lines += gitDirectories.map { "index \($0)/HEAD.lock" }
    }
    lines += moves.map { "move \($0.line)" }
    write(lines)
    var information = stat()
    let noted = descriptor >= 0 && fstat(descriptor, &information) == 0 ? time(of: information) : nil
    do {
      try move()
    } catch let error as GitError where error.isMoved {
      // Others were quicker, and nothing of it is ours.
      write([])
      throw error
    } catch {
      // What could not be taken back is left for the next one to bring to its end.
      if try !moves.contains(where: { try repository.tip(of: $0.ref) ?? .zero == $0.new }) { write([]) }
      throw error
    }
    for move in moves {
      let path = "\(folder)/\(move.ref).lock"
      guard !move.new.isZero else {
        // The lock of a ref that goes away is given free by its removal, which can fail alone. Where the ref did not go
        // away, the lock is of whoever has it.
        if let noted { removeRefLock(path, of: move.new.hex, leftAt: noted) }
        continue
      }
      // A lock is renamed by a second name and the removal of the first, which can fail alone.
      let (folder, name) = Self.split(path)
      let locks = HookFolder(path: folder)
      if let content = locks.read(name), content.starts(with: Array(move.new.hex.utf8)) {
        unlink(locks.path(of: name))
      }
    }
    write([])
  }

  /// Leaves a note for the case that this process is killed, in the place of the one before.
  private func write(_ lines: [String]) {
    guard descriptor >= 0 else { return }
    ftruncate(descriptor, 0)
    guard !lines.isEmpty else { return }
    let note = Array(lines.map { $0 + "\n" }.joined().utf8)
    pwrite(descriptor, note, note.count, 0)
  }

  /// Runs `write`, which locks and writes one file of Git's.
  func writing<Failure: Error>(_ path: String, _ write: () throws(Failure) -> Void) throws(Failure) {
    self.write(["index \(path).lock"])
    defer { self.write([]) }
    try write()
  }

  private mutating func clearUp() throws {
    var information = stat()
    guard descriptor >= 0, fstat(descriptor, &information) == 0, information.st_size > 0 else { return }
    var bytes = [UInt8](repeating: 0, count: min(Int(information.st_size), 1 << 20))
    let count = max(0, pread(descriptor, &bytes, bytes.count, 0))
    var moves: [RefMove] = []
    // A note without its last line end was not written to its end; then nothing was locked yet.
    for line in bytes[..<count].split(separator: UInt8(ascii: "\n")) where bytes[..<count].last == UInt8(ascii: "\n") {
      let words = line.split(separator: UInt8(ascii: " "), maxSplits: 1).map { String(decoding: $0, as: UTF8.self) }
      if words.count == 2, words[0] == "move" { moves += RefMove(line: words[1]).map { [$0] } ?? [] }
      guard words.count == 2, words[1].hasSuffix(".lock") else { continue }
      if words[0] == "index" {
        removeIndexLock(words[1], leftAt: time(of: information))
      } else {
        removeRefLock(words[1], of: words[0], leftAt: time(of: information))
      }
    }
    guard let rest = try BranchMover.rest(of: moves, in: repository) else {
      if let back = try BranchMover.wayBack(from: moves, in: repository) {
        try moving(moves, gitDirectories: back.gitDirectories, back.move)
      }
      return write([])
    }
    try moving(moves, gitDirectories: rest.gitDirectories, rest.move)
    finished = rest.summary
  }

  /// Throws `OperationError.broughtToEnd` when the one before was in the middle of something: whoever asks for the same a
  /// second time would get it twice.
  func expectNothingFinished() throws(OperationError) {
    if let finished { throw .broughtToEnd(finished) }
  }

  /// Removes a lock that says whose it is: by the mark, or by leading its ref to `commit`, which nobody else can say of a
  /// commit that no ref leads to.
  ///
  /// One that says nothing may be git's own, which holds an empty lock on a branch that it deletes for as long as its hooks
  /// take. That of the one before had no time to say anything, or all of it, so it was made right after the note.
  private func removeRefLock(_ path: String, of commit: String, leftAt noted: Double) {
    let (folder, name) = Self.split(path)
    guard let content = HookFolder(path: folder).read(name) else { return }
    if content.starts(with: ReferenceTransaction.mark) || content.starts(with: commit.utf8) {
      unlink(path)
    } else if ReferenceTransaction.mark.starts(with: content) || commit.utf8.starts(with: content) {
      removeIndexLock(path, leftAt: noted)
    }
  }

  /// Removes a lock that was made right after the note, and that nobody goes on writing.
  private func removeIndexLock(_ path: String, leftAt noted: Double) {
    var before = stat()
    guard lstat(path, &before) == 0, (0...2).contains(time(of: before) - noted) else { return }
    usleep(200_000)
    var after = stat()
    guard lstat(path, &after) == 0, after.st_ino == before.st_ino, time(of: after) == time(of: before) else { return }
    unlink(path)
  }

  private func time(of information: stat) -> Double {
    #if canImport(Glibc)
      let time = information.st_mtim
    #else
      let time = information.st_mtimespec
    #endif
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
    return (String(path[..<slash]), String(path[slash...].dropFirst()))
  }
}

extension GitError {
  fileprivate var isMoved: Bool {
    if case .moved = code { true } else { false }
  }
}
