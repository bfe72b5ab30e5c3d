import Gatekeeping
import GitStore
import Newsroom
import Wording

/// Finds the articles that are named on the command line: files first, then what a repository knows.
///
/// The repository is opened when the first name needs it, and never for files alone.
final class ArticleFinder {
  private let terminal: Terminal
  private let folder: String
  private var opened: Desk??

  /// - Parameter folder: where the repository is looked for.
  init(terminal: Terminal, folder: String = ".") {
    self.terminal = terminal
    self.folder = folder
  }

  /// The desk of the repository around the folder; `nil` outside of one.
  ///
  /// - Throws: `GitError`, for a repository that is there and cannot be read.
  func desk() throws -> Desk? {
    if let opened { return opened }
    let desk: Desk?
    do {
      desk = try DeskRoom.open(in: folder)
    } catch let error as GitError where error.code == .notARepository {
      desk = nil
    }
    opened = .some(desk)
    return desk
  }

  /// The policy of the repository, for questions without consequences; `nil` outside of one.
  func policyIfAny() throws -> Policy? { try desk()?.policyForReading().policy }

  /// Whether `name` is that of a file, or of standard input.
  static func isFile(_ name: String) -> Bool { name == "-" || FileReader.kind(of: name) != nil }

  /// Returns the text that a name means, wherever it lies.
  func text(named name: String) throws -> ArticleText {
    if Self.isFile(name) { return ArticleText(path: name, revision: nil, bytes: try FileReader.bytes(of: name)) }
    return try article(named: name).text
  }

  /// Returns the article that a name means to the repository.
  ///
  /// - Throws: `Failure`, in the words of whoever meant a file.
  func article(named name: String) throws -> LocatedArticle {
    try attempt(worded("read \(name)", fr: "lire \(name)")) {
      guard let desk = try desk() else {
        throw Failure(
          worded("read \(name)", fr: "lire \(name)"),
          because: worded("there is no such file", fr: "il n'y a pas de tel fichier"),
          remedy: worded(
            "Outside a Git repository, articles are files",
            fr: "Hors d'un dépôt Git, les articles sont des fichiers"))
      }
      do {
        return try desk.article(named: name)
      } catch DeskError.noSuchArticle(_, let suggestion) {
        throw Failure(
          worded("read \(name)", fr: "lire \(name)"),
          because: worded(
            "there is no such file, and no article of this name",
            fr: "il n'y a ni fichier ni article de ce nom"),
          remedy: suggestion.map { worded("Did you mean \($0)?", fr: "Vouliez-vous dire \($0) ?") }
            ?? worded(
              "See all articles: editorial status",
              fr: "Voyez tous les articles : editorial status"))
      }
    }
  }

  /// Runs `body`, and words what goes wrong.
  func attempt<Result>(_ tried: String, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch { throw DeskRoom.failure(error, trying: tried, on: terminal) }
  }
}
