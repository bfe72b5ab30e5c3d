import Gatekeeping
import GitStore
import Scoring

/// The articles that passed the gate when a commit was prepared, so that they are not scored again when its branch moves.
///
/// Git asks twice about every commit: before it is made, and when the branch is about to move to it. The first hook
/// leaves a digest of all that each good verdict followed from; the second passes an article that has the same digest.
/// Nothing else is taken over: where the branch may move, and what else the commit changes, is judged both times.
///
/// Only the verdicts of the last commit that passed are kept, in one file. Whoever can write there can take the hooks
/// away as well. So a push is never judged by it, on neither side.
final class PassedArticles {
  /// The name of the file in the folder that all work trees share.
  static let file = "editorial-passed"

  private let folder: HookFolder
  private let context: String
  private let known: [String: (integrity: Tenths, style: Int)]
  private var passed: [String] = []
  /// What the articles scored that were passed because they had passed before.
  private(set) var scores = ScoreTrailers()

  /// Reads what was kept.
  ///
  /// - Parameters:
  ///   - program: differs between any two builds of the program.
  init(in repository: Repository, policy: PolicyInForce, program: String) {
    folder = HookFolder(path: repository.commonDirectory)
    let origin =
      switch policy.origin {
      case .branch(let branch, let commit): "\(branch) \(commit.hex)"
      case .defaults: "defaults \(policy.policy.workflow.protectedBranch)"
      // Gates apply no policy that is only staged.
      case .index: "index"
      }
    context = "\(program)\n\(origin)"
    var known: [String: (integrity: Tenths, style: Int)] = [:]
    for line in (folder.read(Self.file) ?? []).split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 3, let integrity = Int(words[1]), let style = Int(words[2]) else { continue }
      known[words[0]] = (Tenths(integrity), style)
    }
    self.known = known
  }

  /// Returns a digest of all that decides what the gate says of `text`: the program, the policy, the gate, and every
  /// byte that is compared.
  func digest(
    of text: ArticleText, by gate: Gate, with measure: BaselineResolver.Measure, replacing previous: ObjectID?
  ) throws -> String {
    // Spelled out, because describing a value by reflection takes longer than all else here.
    let limits = [gate.integrity.value, gate.style ?? -1, gate.maxDrop?.value ?? -1].map { String($0) }
    let levels = gate.levels.map { "\($0.key.name) \($0.value.rawValue)" }.sorted().joined(separator: ",")
    let head = [context] + limits + [gate.against ?? "", levels, previous?.hex ?? ""]
    var bytes = Array(head.joined(separator: "\n").utf8)
    // A count before each text, so that no two lists of texts read the same.
    func add(_ texts: [ArticleText]) {
      bytes += Array("\n\(texts.count)\n".utf8)
      for text in texts {
        bytes += Array("\(text.path.utf8.count) \(text.bytes.count)\n\(text.path)".utf8)
        bytes += text.bytes
      }
    }
    add([text])
    add(measure.baseline.map { [$0] } ?? [])
    add(measure.dossier)
    return try ObjectID(ofBlob: bytes).hex
  }

  /// Whether an article with this digest has passed before.
  func contains(_ digest: String) -> Bool {
    guard let found = known[digest] else { return false }
    scores.add(found.integrity, found.style)
    add(digest, found.integrity, found.style)
    return true
  }

  func add(_ digest: String, _ integrity: Tenths, _ style: Int) {
    passed.append("\(digest) \(integrity.value) \(style)")
  }

  /// Keeps what passed in place of what was kept before. What cannot be written is judged again.
  func save() {
    guard !passed.isEmpty else { return }
    // A file system that keeps what it replaces until the new one is on the disk would make the commit wait for it; without
    // the file the articles are judged again.
    try? folder.remove(Self.file)
    try? folder.write(Self.file, passed.joined(separator: "\n") + "\n", executable: false, durable: false)
  }
}
