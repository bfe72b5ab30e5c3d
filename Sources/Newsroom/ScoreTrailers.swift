import GitStore
import Scoring

/// The trailers that tell in a commit's message what its articles scored. Of several files the weakest counts.
struct ScoreTrailers {
  private var integrity: Tenths?
  private var style: Int?

  mutating func add(_ integrity: Tenths, _ style: Int) {
    self.integrity = min(self.integrity ?? integrity, integrity)
    self.style = min(self.style ?? style, style)
  }

  mutating func add(_ card: Scorecard) { add(card.integrity, card.style.value) }

  /// One trailer a line; empty when nothing was scored.
  var lines: [String] {
    [integrity.map { "Integrity-Score: \($0)" }, style.map { "Style-Score: \($0)" }].compactMap { $0 }
  }
}

/// The trailers of a commit that is being made.
///
/// The hook before a commit leaves them in a file; the hook that gets the message puts them in, a shell script that need
/// not start this program. The file says too which template the message begins with, because one that was left as it is
/// is no message.
struct WaitingTrailers {
  /// The name of the file in the folder of a work tree's own HEAD and index.
  static let file = "editorial-scores"

  private let repository: Repository

  init(in repository: Repository) { self.repository = repository }

  private var folder: HookFolder { HookFolder(path: repository.gitDirectory) }

  /// Takes away what an earlier commit left that came to nothing.
  func clear() {
    // What cannot be removed cannot be written anew either, and only a message would tell an old score.
    try? folder.remove(Self.file)
  }

  /// Leaves the trailers for the message. A commit without them is a good one too.
  func leave(_ trailers: ScoreTrailers) throws {
    guard !trailers.lines.isEmpty else { return }
    var lines = trailers.lines
    if let template = try repository.configPath("commit.template") { lines.append("template \(template)") }
    try? folder.write(Self.file, lines.map { $0 + "\n" }.joined(), executable: false, durable: false)
  }
}
