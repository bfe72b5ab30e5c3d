import ArgumentParser
import Gatekeeping
import GitStore
import Newsroom
import Reports
import Wording

/// `editorial status`: the board.
struct StatusCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: worded("Show where every article stands.", fr: "Montrer où en est chaque article."),
    discussion: worded(
      """
      Examples:
        editorial status
        editorial status solar-roofs
        editorial status --stage styled --author "Ada Author"

      Each article is shown at the furthest stage that has it, with its scores there, and what they have changed by \
      since the stage before. What needs a person comes first: what the gate would refuse, then what an earlier stage has \
      moved on from, then what has waited longest to be promoted; published articles stand last. One that is \
      being revised keeps the scores of its published text, and says so.
      """,
      fr: """
        Exemples :
          editorial status
          editorial status solar-roofs
          editorial status --stage styled --author "Ada Author"

        Chaque article est montré à l'étape la plus avancée où il se trouve, avec ses scores et leur écart depuis l'étape \
        précédente. Ce qui demande quelqu'un vient en premier : ce que le contrôle refuserait, puis ce qu'une étape antérieure a \
        dépassé, puis ce qui attend depuis le plus longtemps d'être promu ; les articles publiés viennent en dernier. \
        Celui qu'on révise garde les scores de son texte publié, et le dit.
        """))

  @Argument(
    help: ArgumentHelp(
      worded("Articles; all when left out.", fr: "Des articles ; tous, par défaut."), valueName: "slug"),
    completion: Completions.slugs)
  var slugs: [String] = []

  @Option(
    help: ArgumentHelp(
      worded(
        "Show only articles at this stage; may be given several times.",
        fr: "Ne montrer que les articles de cette étape ; peut être donné plusieurs fois."), valueName: "stage"))
  var stage: [String] = []

  @Option(
    help: ArgumentHelp(
      worded(
        "Show only articles that somebody of this name changed last.",
        fr: "Ne montrer que les articles que quelqu'un de ce nom a modifiés en dernier."), valueName: "name"))
  var author: String?

  @OptionGroup var global: GlobalOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    var progress = Progress(terminal, worded("Scoring articles", fr: "Notation des articles"))
    defer { progress.end() }
    let (standings, now, reminder) = try DeskRoom(global).attempt(worded("show the board", fr: "montrer le tableau")) {
      desk in
      let chosen = try slugs.map { try desk.slug(named: $0) }
      let reminder = try desk.isObserving() ? Observation.reminder(of: desk) : nil
      let stages = try stage.map { try desk.stage(named: $0) }
      let standings = try desk.standings(of: chosen.isEmpty ? nil : chosen) { progress.show($0, of: $1) }
      return (standings.filter { isAskedFor($0, stages) }.sorted(), desk.now.seconds, reminder)
    }
    progress.end()
    switch global.format {
    case .text:
      let isFiltered = standings.isEmpty && !(stage.isEmpty && author == nil)
      try terminal.show(
        isFiltered
          ? worded("No article is like that.\n", fr: "Aucun article n'est ainsi.\n")
          : terminal.renderer().text(standings, now: now))
    case .json: try terminal.show(JSONRenderer().json(standings))
    case .jsonl: try terminal.show(standings.map { JSONRenderer().jsonLine($0) }.joined())
    }
    if let reminder { terminal.complain(reminder + "\n") }
    return .passed
  }

  private func isAskedFor(_ standing: Standing, _ stages: [Stage]) -> Bool {
    (stages.isEmpty || stages.contains(standing.stage))
      && (author.map { standing.author.lowercased().contains($0.lowercased()) } ?? true)
  }
}
