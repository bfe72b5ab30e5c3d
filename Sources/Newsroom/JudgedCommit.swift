import Gatekeeping
import GitStore

/// The commit that git is about to make, as the hook before it has judged it.
///
/// Git asks again when the branch is about to move to the new commit, and starting this program takes longer than what
/// is left to ask: nothing, when the same run of git moves the same branch from the same commit, and what the verdict
/// followed from is still as it was. The hook that asks is a shell script, and can see that by itself. So the first hook
/// leaves a file with all of that; when one line of it does not hold, the program is started as ever.
///
/// Whoever can write the file can take the hooks away as well. What is pushed is judged by the other side.
struct JudgedCommit {
  /// The name of the file in the folder of a work tree's own HEAD and index.
  static let file = "editorial-judged"

  private let repository: Repository

  init(in repository: Repository) { self.repository = repository }

  private var folder: HookFolder { HookFolder(path: repository.gitDirectory) }

  /// Takes away what an earlier commit left.
  func clear() {
    // A file that stays names a run of git that is over.
    try? folder.remove(Self.file)
  }

  /// Leaves what the script compares, when that is all that can matter.
  ///
  /// - Parameters:
  ///   - caller: what tells the run of git that asks from any other.
  ///   - branch: the one that would move.
  ///   - tip: where it is now.
  ///   - changes: what the commit would change.
  func leave(
    _ judgement: Judgement, askedBy caller: String, branch: RefName, tip: ObjectID, changes: [ChangedPath]
  ) {
    // A waiver can be taken back, a merge has a second parent, and what else a commit holds that changes the policy is
    // seen when it is made.
    guard judgement.isPassed, judgement.articles.allSatisfy({ $0.waivers.isEmpty }), !folder.has("MERGE_HEAD"),
      !changes.contains(where: { $0.path == TreePath(Policy.path) }), let refs = lookedUp()
    else { return }
    let lines = ["by \(caller)", "moves \(tip.hex) \(branch)", "in \(repository.commonDirectory)"] + refs + ["end"]
    guard lines.allSatisfy({ line in !line.utf8.contains { $0 < 0x20 || $0 == 0x7F } }) else { return }
    try? folder.write(Self.file, lines.map { $0 + "\n" }.joined(), executable: false, durable: false)
  }

  /// One line for each ref that was looked up: what its file holds, or that it has none; `nil` when there is no telling.
  private func lookedUp() -> [String]? {
    guard let refs = repository.lookedUpRefs else { return nil }
    let common = HookFolder(path: repository.commonDirectory)
    var lines: [String] = []
    for (name, found) in refs where name != .head {
      guard common.has("\(name)") else {
        lines.append("packed \(name)")
        continue
      }
      guard let found, let bytes = common.read("\(name)"), bytes == Array("\(found.hex)\n".utf8) else { return nil }
      lines.append("loose \(found.hex) \(name)")
    }
    return lines.sorted()
  }
}
