import ArgumentParser
import Bibliography
import Manuscripts
import Newsroom
import Reports
import Scoring
import Wording

/// `editorial sources add`: puts a source into an article's dossier.
struct SourcesAddCommand: EditorialVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add",
      abstract: worded("Put a source into an article's dossier.", fr: "Mettre une source au dossier d'un article."),
      discussion: worded(
        """
        Examples:
          editorial sources add solar-roofs https://example.org/report --title "Energy office – Report" --date 2025-02-03
          editorial sources add solar-roofs https://example.org/report --excerpt "Panels cover 40% of the public roofs."

        Commits one file on the branch of the article's earliest stage. A source that is in the dossier already gets what \
        is new; all else in its file stays as it is. The excerpts are what the factual article's figures are checked by.
        """,
        fr: """
          Exemples :
            editorial sources add toits-solaires https://example.org/rapport --title "Rapport" --date 2025-02-03
            editorial sources add toits-solaires https://example.org/rapport --excerpt "Les panneaux couvrent 40 % des toits."

          Fait un commit d'un fichier sur la branche de la première étape de l'article. Une source déjà au dossier reçoit ce qui est \
          nouveau ; le reste de son fichier ne change pas. Les chiffres de l'article factuel sont vérifiés par les extraits.
          """))
  }

  @OptionGroup var article: ArticleArgument

  @Argument(help: ArgumentHelp(worded("Where the source is.", fr: "L'adresse de la source."), valueName: "url"))
  var url: String

  @Option(help: ArgumentHelp(worded("How it is called.", fr: "Son nom."), valueName: "name"))
  var title: String?

  @Option(
    help: ArgumentHelp(
      worded("When it was published: 2025-02-03, 2025-02 or 2025.", fr: "Sa date : 2025-02-03, 2025-02 ou 2025."),
      valueName: "date"))
  var date: String?

  @Option(
    help: ArgumentHelp(
      worded("When it was looked at; today when left out.", fr: "Date de consultation ; aujourd'hui par défaut."),
      valueName: "date"))
  var accessed: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      worded(
        "Word for word, what it says; may be given again.", fr: "Mot pour mot, ce qu'elle dit ; peut être répété."),
      valueName: "text"))
  var excerpt: [String] = []

  @Option(
    help: ArgumentHelp(
      worded("What it is: Report, Survey, Press release.", fr: "Sa nature : Étude, Enquête, Communiqué."),
      valueName: "type"))
  var type: String?

  @Option(
    help: ArgumentHelp(
      worded("How far it can be relied on, of ten.", fr: "Sa fiabilité, sur dix."), valueName: "number"))
  var reliability: Int?

  @Flag(help: ArgumentHelp(worded("Show the file, and write nothing.", fr: "Montrer le fichier sans rien écrire.")))
  var dryRun = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard SourceRecord(id: "", url: url).hasWebAddress else {
      throw ValidationError(
        worded(
          "“\(url)” is no address of a page, such as https://example.org/report.",
          fr: "« \(url) » n'est pas l'adresse d'une page, comme https://example.org/rapport."))
    }
    for date in [date, accessed].compactMap(\.self) where SourceRecord.parts(ofDate: date) == nil {
      throw ValidationError(
        worded("“\(date)” is no date such as 2025-02-03.", fr: "« \(date) » n'est pas une date comme 2025-02-03."))
    }
    if let reliability, !(0...10).contains(reliability) {
      throw ValidationError(worded("--reliability takes 0 to 10.", fr: "--reliability va de 0 à 10."))
    }
  }

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let tried = worded("add a source to \(article.slug)", fr: "ajouter une source à \(article.slug)")
    return try DeskRoom(global).attempt(tried) { desk in
      var record = SourceRecord(id: SourceRecord.id(forName: title, url: url), url: url)
      record.name = title
      record.date = date
      record.accessed = accessed ?? Surroundings.today()
      record.type = type
      record.reliability = reliability.map { "\($0)/10" }
      record.excerpt = excerpt.joined(separator: "\n\n")
      let subject = "Add a source to \(article.slug): \(title ?? url)"
      return try DossierWriter(terminal: terminal, format: global.format, isTrial: dryRun, tried: tried)
        .put([record], for: article.slug, at: desk, subject: subject)
    }
  }
}
