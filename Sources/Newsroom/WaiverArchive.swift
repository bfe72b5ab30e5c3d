import Gatekeeping
import GitStore

/// A waiver, and the commit whose message has it.
struct RecordedWaiver {
  let waiver: Waiver
  let commit: ObjectID
  /// The address of whoever made the commit.
  let committer: String
}

/// The waivers in the history of the published branch, kept in a file so that only what is new there has to be read.
///
/// Any commit may hold one, so all messages are read once; of a history of 20,000 commits that takes a quarter of a
/// second, and every refusal would. The file is about commits that are in the history already, never about what a push
/// brings. Whoever can write it can move the branch as well.
struct WaiverArchive {
  /// The name of the file in the folder that all work trees share.
  static let file = "editorial-waivers"

  /// The newest commit that was read.
  let tip: ObjectID
  /// The newest first.
  let entries: [RecordedWaiver]

  private static let head = "editorial waivers 1"
  /// The last line; a file without it was cut off.
  private static let end = "end"
  /// A file of fewer commits is not worth its place.
  static let leastCommits = 500
  /// What is longer is not kept.
  private static let mostBytes = 1 << 19

  init(tip: ObjectID, entries: [RecordedWaiver]) {
    self.tip = tip
    self.entries = entries
  }

  /// Reads what was kept; `nil` when nothing was, or nothing that can be relied on.
  init?(in repository: Repository) {
    guard let bytes = HookFolder(path: repository.commonDirectory).read(Self.file) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 4, lines[0] == Self.head, lines[lines.count - 2] == Self.end,
      let tip = ObjectID(hex: lines[1])
    else { return nil }
    var entries: [RecordedWaiver] = []
    for line in lines[2..<(lines.count - 2)] {
      let parts = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, let commit = ObjectID(hex: parts[0]),
        let waiver = Waiver.all(inMessage: String(parts[2])).first
      else { return nil }
      entries.append(RecordedWaiver(waiver: waiver, commit: commit, committer: String(parts[1])))
    }
    self.init(tip: tip, entries: entries)
  }

  /// Keeps it for the next time. What cannot be written is read again then.
  func save(in repository: Repository) {
    let lines = entries.map { "\($0.commit.hex)\t\($0.committer)\t\($0.waiver.trailer)" }
    let text = ([Self.head, tip.hex] + lines + [Self.end, ""]).joined(separator: "\n")
    guard text.utf8.count < Self.mostBytes, !entries.contains(where: { $0.committer.contains("\t") }) else { return }
    try? HookFolder(path: repository.commonDirectory).write(Self.file, text, executable: false, durable: false)
  }
}
