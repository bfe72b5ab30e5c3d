import ArgumentParser
import GitStore
import Newsroom
import Reports

/// `editorial status`: the board.
struct StatusCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show where every article stands.",
    discussion: """
      Examples:
        editorial status
        editorial status solar-roofs

      Each article is shown at the furthest stage that has it, with its scores there, and what they have changed by \
      since the stage before.
      """)

  @Argument(help: ArgumentHelp("Articles; all when left out.", valueName: "slug"))
  var slugs: [String] = []

  @OptionGroup var global: GlobalOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let (standings, now, reminder) = try DeskRoom(global).attempt("show the board") { desk in
      let chosen = try slugs.map { try desk.slug(named: $0) }
      let reminder = try desk.isObserving() ? Observation.reminder(of: desk) : nil
      return (try desk.standings(of: chosen.isEmpty ? nil : chosen), desk.now.seconds, reminder)
    }
    switch global.format {
    case .text: try terminal.write(terminal.renderer().text(standings, now: now))
    case .json: try terminal.write(JSONRenderer().json(standings))
    case .jsonl: try terminal.write(standings.map { JSONRenderer().jsonLine($0) }.joined())
    }
    if let reminder { terminal.complain(reminder + "\n") }
    return .passed
  }
}
