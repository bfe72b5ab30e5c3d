import ArgumentParser
import Gatekeeping
import Newsroom
import Reports
import Wording

/// `editorial log`: what became of an article, and of one of its facts.
struct LogCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: worded(
      "Show every version of an article with its score, or what became of one of its facts.",
      fr: "Montrer chaque version d'un article avec son score, ou ce qu'est devenu un de ses faits."),
    discussion: worded(
      """
      Examples:
        editorial log solar-roofs
        editorial log solar-roofs --oneline -n 10
        editorial log solar-roofs --fact "13 %"   who introduced, altered or lost it
        editorial log solar-roofs --fact "Jane Doe" --format json

      The newest version stands first. Versions of all stages are shown, through promotions and moves of the file; each \
      is measured as its stage's gate would have at the time, and told apart from the version before it on its branch. \
      A figure or a date is found in whatever notation it is written, anything else by its words.
      """,
      fr: """
        Exemples :
          editorial log solar-roofs
          editorial log solar-roofs --oneline -n 10
          editorial log solar-roofs --fact "13 %"   qui l'a introduit, modifié ou perdu
          editorial log solar-roofs --fact "Jane Doe" --format json

        La version la plus récente vient en premier. Les versions de toutes les étapes sont montrées, à travers les \
        promotions et les déplacements du fichier ; chacune est mesurée comme le contrôle de son étape l'aurait fait alors, \
        et comparée à celle qui la précède sur sa branche. Un chiffre ou une date est trouvé quelle que soit son écriture, \
        le reste par ses mots.
        """))

  @OptionGroup var article: ArticleArgument

  @Option(
    name: [.customShort("n"), .long],
    help: ArgumentHelp(
      worded(
        "Show at most so many versions.",
        fr: "Montrer tant de versions au plus."), valueName: "number"))
  var maxCount: Int?

  @Flag(help: ArgumentHelp(worded("Write one line for each version.", fr: "Écrire une ligne par version.")))
  var oneline = false

  @Option(
    help: ArgumentHelp(
      worded(
        "Show the versions that introduced, altered or lost this.",
        fr: "Montrer les versions qui ont introduit, modifié ou perdu ceci."), valueName: "words"))
  var fact: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let maxCount, maxCount < 1 {
      throw ValidationError(
        worded(
          "-n takes a whole number from 1 on; this is \(maxCount).",
          fr: "-n prend un nombre entier à partir de 1 ; celui-ci est \(maxCount)."))
    }
  }

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    var progress = Progress(
      terminal,
      fact == nil
        ? worded("Scoring versions", fr: "Notation des versions")
        : worded("Reading versions", fr: "Lecture des versions"))
    defer { progress.end() }
    try DeskRoom(global).attempt(
      worded("show the history of \(article.slug)", fr: "montrer l'historique de \(article.slug)")
    ) { desk in
      let slug = try desk.slug(named: article.slug)
      if let fact {
        let events = try desk.events(of: fact, in: slug) { progress.show($0, of: $1) }
        progress.end()
        try show(events, of: fact, in: slug, on: terminal)
      } else {
        let (entries, hidden) = try desk.scoredHistory(of: slug, limit: maxCount ?? .max) { progress.show($0, of: $1) }
        progress.end()
        try show(entries, of: slug, hidden: hidden, on: terminal)
      }
    }
    return .passed
  }

  private func show(_ entries: [ScoredEntry], of slug: Slug, hidden: Int, on terminal: Terminal) throws {
    let lines = entries.map { HistoryLine($0) }
    switch global.format {
    case .text:
      try terminal.show(terminal.renderer().text(lines, of: slug.name, isBrief: oneline, hidden: hidden))
    case .json: try terminal.show(JSONRenderer().json(lines, of: slug.name))
    case .jsonl: try terminal.show(lines.map { JSONRenderer().jsonLine($0, of: slug.name) }.joined())
    }
  }

  private func show(_ events: [FactEvent], of fact: String, in slug: Slug, on terminal: Terminal) throws {
    let lines = events.prefix(maxCount ?? .max).map { event in
      FactLine(
        version: HistoryLine(event.entry), event: event.kind.rawValue,
        place: FactLine.Place(LocatedText(event.text), event.place),
        other: event.other.map { FactLine.Place(LocatedText($0.text), $0.place) })
    }
    switch global.format {
    case .text: try terminal.show(terminal.renderer().text(lines, about: fact, in: slug.name))
    case .json: try terminal.show(JSONRenderer().json(lines, of: slug.name))
    case .jsonl: try terminal.show(lines.map { JSONRenderer().jsonLine($0, of: slug.name) }.joined())
    }
  }
}
