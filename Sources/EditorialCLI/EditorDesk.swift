import Gatekeeping
import GitStore
import LanguageServer
import Manuscripts
import Newsroom
import Reports
import Scoring
import StructuredText
import Wording

/// Judges what is open in an editor as `score` judges a file.
struct EditorDesk {
  let terminal: Terminal
  let shelf: BaselineShelf

  func answer(_ text: ArticleDesk.Text) -> ArticleDesk.Answer {
    if let path = text.path, shelf.holds(path) { return .noArticle }
    do {
      return try judged(text)
    } catch {
      // Said once by the session, and not at each key to standard error.
      let failure = Failure(
        error,
        trying: worded(
          "judge \(text.path ?? "the text")",
          fr: "juger \(text.path ?? "le texte")"))
      let places = (error as? DeskError)?.diagnostics.map { TextRenderer(width: .max).text([$0]) } ?? []
      return .failure(
        ([failure.text(paint: .none)] + places).joined().split(separator: "\n").joined(separator: " "))
    }
  }

  private func judged(_ text: ArticleDesk.Text) throws -> ArticleDesk.Answer {
    let article = ArticleText(path: text.path ?? "untitled", revision: nil, bytes: text.bytes)
    guard let place = text.path.flatMap(Self.place) else { return alone(article, text) }
    let finder = ArticleFinder(terminal: terminal, folder: place.folder)
    guard let desk = try finder.desk(),
      let located = try desk.article(inFile: place.folder + "/" + place.name, bytes: text.bytes)
    else { return alone(article, text) }
    if located.text.path == Policy.path { return .policy(Self.problems(of: text.bytes)) }
    // What is no article of the repository's is none of our business.
    guard located.slug != nil else { return .noArticle }
    let report = try ArticleScoring(finder: finder, dossier: nil).report(on: located, against: nil)
    return .report(report, language: try desk.policyForReading().policy.rules.language)
  }

  private static func problems(of policy: [UInt8]) -> [StructuredTextError] {
    do throws(PolicyError) {
      _ = try PolicyDecoder.policy(from: policy)
      return []
    } catch {
      return error.problems
    }
  }

  /// A text in no repository: what it owes its reader by itself.
  private func alone(_ article: ArticleText, _ text: ArticleDesk.Text) -> ArticleDesk.Answer {
    let endings = [".md", ".markdown", ".mdx"]
    guard text.language == "markdown" || endings.contains(where: article.path.hasSuffix) else { return .noArticle }
    let scoring = ArticleScoring(finder: ArticleFinder(terminal: terminal), dossier: nil)
    return .report(scoring.report(on: article, against: nil, policy: Policy()), language: nil)
  }

  /// The folder and the name of a file, links followed, whether or not the file is there yet.
  private static func place(of path: String) -> (folder: String, name: String)? {
    let whole = FileReader.realPath(of: path) ?? path
    guard let slash = whole.lastIndex(of: "/"), slash != whole.startIndex,
      let folder = FileReader.realPath(of: String(whole[..<slash]))
    else { return nil }
    return (folder, String(whole[whole.index(after: slash)...]))
  }
}
