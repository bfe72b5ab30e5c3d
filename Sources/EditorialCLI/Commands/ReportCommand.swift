import ArgumentParser
import Facts
import Gatekeeping
import GitStore
import Manuscripts
import Newsroom
import Reports
import Scoring

/// `editorial report`: the whole newsroom on one page.
struct ReportCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the board, every article's history and its findings as one web page.",
    discussion: """
      Examples:
        editorial report --html newsroom.html
        editorial report --html - | gzip > newsroom.html.gz

      The page stands alone: it loads nothing, runs nothing, and can be mailed, published or printed. It shows where every \
      article stands, its score over its versions, what its gate finds, its text beside its baseline with the words of each \
      finding marked, its style, and its sources with where they are cited. An existing file is replaced.
      """)

  @Option(
    help: ArgumentHelp("Write the page to this file; - is standard output.", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var html: String

  @Option(
    name: [.customShort("n"), .long],
    help: ArgumentHelp("Show at most so many versions of an article.", valueName: "number"))
  var maxCount: Int = 20

  @OptionGroup var global: PlaceOptions

  func validate() throws {
    if maxCount < 1 { throw ValidationError("-n takes a whole number from 1 on; this is \(maxCount).") }
    if html.isEmpty { throw ValidationError("--html takes the name of a file, or - for standard output.") }
  }

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    var progress = Progress(terminal, "Reading articles")
    let page = try DeskRoom(global).attempt("write the report") { desk in
      let articles = try desk.newsroom(limit: maxCount) { progress.show($0, of: $1) }
      progress.end()
      let name = desk.repository.workTree ?? desk.repository.commonDirectory
      return NewsroomPage(
        name: name.split(separator: "/").last.map(String.init) ?? name, time: desk.now.seconds,
        offset: desk.now.offset,
        articles: articles.sorted { $0.standing < $1.standing }.map { article in
          NewsroomPage.Article(
            standing: article.standing, history: article.history.map { HistoryLine($0) }, hidden: article.hidden,
            report: article.judged.map { Report($0, stage: article.standing.stage) },
            sources: article.judged.map { Self.sources(of: $0.candidate) } ?? [])
        })
    }
    let text = HTMLRenderer().page(page)
    if html == "-" {
      try terminal.write(text)
    } else {
      try FileWriter.write(html, Array(text.utf8), adds: false)
      let count = page.articles.count == 1 ? "1 article" : "\(page.articles.count) articles"
      terminal.complain("Wrote \(DisplayText.safe(html)): \(count).\n")
    }
    return .passed
  }

  private static func sources(of text: ArticleText) -> [SourceUse] {
    FactSheet(of: ArticleParser().article(from: text.bytes)).sourceUses()
  }
}
