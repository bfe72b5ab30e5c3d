import ArgumentParser
import Facts
import Gatekeeping
import GitStore
import Manuscripts
import Newsroom
import Reports
import Scoring
import Wording

/// `editorial report`: the whole newsroom on one page.
struct ReportCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: worded(
      "Write the board, every article's history and its findings as one web page.",
      fr: "Écrire le tableau de bord, l'historique de chaque article et ses constats en une seule page web."),
    discussion: worded(
      """
      Examples:
        editorial report --html newsroom.html
        editorial report --html - | gzip > newsroom.html.gz

      The page stands alone: it loads nothing, runs nothing, and can be mailed, published or printed. It shows where every \
      article stands, its score over its versions, what its gate finds, its text beside its baseline with the words of each \
      finding marked, its style, and its sources with where they are cited. An existing file is replaced.
      """,
      fr: """
        Exemples :
          editorial report --html newsroom.html
          editorial report --html - | gzip > newsroom.html.gz

        La page se suffit à elle-même : elle ne charge rien, n'exécute rien, et peut être envoyée, publiée ou imprimée. Elle \
        montre où en est chaque article, son score au fil des versions, ce que trouve son contrôle, son texte à côté de \
        l'article d'origine avec les mots de chaque constat marqués, son style, et ses sources avec les endroits où elles sont \
        mentionnées. Un fichier existant est remplacé.
        """))

  @Option(
    help: ArgumentHelp(
      worded(
        "Write the page to this file; - is standard output.",
        fr: "Écrire la page dans ce fichier ; - est la sortie standard."), valueName: "file"),
    completion: .file(extensions: ["html"]))
  var html: String

  @Option(
    name: [.customShort("n"), .long],
    help: ArgumentHelp(
      worded(
        "Show at most so many versions of an article.",
        fr: "Montrer tant de versions d'un article au plus."), valueName: "number"))
  var maxCount: Int = 20

  @OptionGroup var global: PlaceOptions

  func validate() throws {
    if maxCount < 1 {
      throw ValidationError(
        worded(
          "-n takes a whole number from 1 on; this is \(maxCount).",
          fr: "-n prend un nombre entier à partir de 1 ; celui-ci est \(maxCount)."))
    }
    if html.isEmpty {
      throw ValidationError(
        worded(
          "--html takes the name of a file, or - for standard output.",
          fr: "--html prend le nom d'un fichier, ou - pour la sortie standard."))
    }
  }

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    var progress = Progress(terminal, worded("Reading articles", fr: "Lecture des articles"))
    let page = try DeskRoom(global).attempt(worded("write the report", fr: "écrire le rapport")) { desk in
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
      let count =
        page.articles.count == 1
        ? worded("1 article", fr: "1 article")
        : worded(
          "\(page.articles.count) articles",
          fr: "\(page.articles.count) articles")
      terminal.complain(
        worded(
          "Wrote \(DisplayText.safe(html)): \(count).\n",
          fr: "\(DisplayText.safe(html)) est écrit : \(count).\n"))
    }
    return .passed
  }

  private static func sources(of text: ArticleText) -> [SourceUse] {
    FactSheet(of: ArticleParser().article(from: text.bytes)).sourceUses()
  }
}
