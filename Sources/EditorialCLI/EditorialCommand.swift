import ArgumentParser
import CHost
import Reports
import Wording

/// `editorial` and its verbs.
struct EditorialCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "editorial",
    abstract: worded(
      "Refuses articles that lost facts or sources on their way to publication.",
      fr: "Refuse les articles qui ont perdu des faits ou des sources en route vers la publication."),
    discussion: worded(
      """
      Example:
        editorial score restyled.md --against checked.md

      Put the program on your PATH under the name git-editorial too, and Git finds it: git editorial status.

      Exit status: 0 passed, 1 refused, 2 could not judge, 64 wrong usage.
      """,
      fr: """
        Exemple :
          editorial score restyled.md --against checked.md

        Mettez aussi le programme dans votre PATH sous le nom de git-editorial, et Git le trouve : git editorial \
        status.

        Code de sortie : 0 accepté, 1 refusé, 2 n'a pas pu juger, 64 mauvais usage.
        """),
    version: "editorial \(version)",
    subcommands: [
      InitCommand.self, NewCommand.self, StatusCommand.self, ScoreCommand.self, CheckCommand.self,
      PromoteCommand.self, ReleaseCommand.self, DemoteCommand.self, ReviseCommand.self, RetractCommand.self,
      RenameCommand.self, UndoCommand.self, DraftCommand.self, RestyleCommand.self, ClaimCommand.self,
      UnclaimCommand.self, ScheduleCommand.self, UnscheduleCommand.self, TickCommand.self, AcceptCommand.self,
      PreviewCommand.self, DiffCommand.self, FactsCommand.self, SourcesCommand.self, LogCommand.self,
      ReportCommand.self, BoardCommand.self, ExplainCommand.self, HookCommand.self, DoctorCommand.self, LspCommand.self,
    ])

  /// The version of this program.
  static let version = "0.1.0"

  /// What `--help` says of each verb.
  static var pages: [(name: String, discussion: String)] {
    configuration.subcommands.compactMap { verb in
      verb.configuration.commandName.map { ($0, verb.configuration.discussion) }
    }
  }
}

/// A verb: it does its work in `perform`, and says how that went by its exit status.
protocol EditorialVerb: ParsableCommand {
  associatedtype Options: VerbOptions
  var global: Options { get }
  mutating func perform(_ terminal: Terminal) throws -> ExitStatus
}

extension EditorialVerb {
  mutating func run() throws {
    try global.enter()
    let status = try perform(global.terminal)
    if status != .passed { throw status }
  }
}

/// The program, from its arguments to its exit status.
package enum Program {
  /// The words that the program was called with, without its name.
  package static func arguments() -> [String] {
    var values: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    let count = Int(editorial_arguments(&values))
    guard count > 0, let values else { return Array(CommandLine.arguments.dropFirst()) }
    return (1..<max(1, count)).compactMap { values[$0].map { String(cString: $0) } }
  }

  /// Runs the command that `arguments` (without the program's name) ask for.
  package static func run(_ arguments: [String]) -> ExitStatus {
    editorial_grow_memory_in_large_pieces()
    Terminal.prepare()
    if arguments.first == "hook", arguments.dropFirst().first == "run" {
      LanguageChoice.makeForHook()
      return HookRunner.run(Array(arguments.dropFirst(2)))
    }
    LanguageChoice.make(for: arguments)
    let terminal = Terminal(colors: ArgumentOrder.colors(in: arguments))
    do {
      let arguments = ArgumentOrder.normalized(try ArgumentOrder.generating(arguments))
      if arguments == ["--generate-manual"] {
        try terminal.write(try ManualPage.text())
        return .passed
      }
      if let name = arguments.first, let complaint = unknownVerb(name) {
        terminal.complain(complaint)
        return .usage
      }
      try execute(try EditorialCommand.parseAsRoot(arguments))
      return .passed
    } catch {
      return report(error, on: terminal)
    }
  }

  private static func execute(_ command: some ParsableCommand) throws {
    var command = command
    try command.run()
  }

  private static func report(_ error: any Error, on terminal: Terminal) -> ExitStatus {
    switch error {
    case let status as ExitStatus:
      return status
    case let failure as Failure:
      terminal.complain(failure.text(paint: terminal.paint(for: .error)))
      return failure.status
    default:
      let code = EditorialCommand.exitCode(for: error)
      let message = ParserWords.worded(EditorialCommand.fullMessage(for: error))
      if code.isSuccess {
        _ = try? terminal.write(message.isEmpty ? "" : message + "\n")
        return .passed
      }
      terminal.complain(message + "\n")
      return code == .validationFailure ? .usage : .couldNotJudge
    }
  }

  /// Returns what to say when `name` is no verb; options and verbs give `nil`.
  private static func unknownVerb(_ name: String) -> String? {
    let verbs = EditorialCommand.pages.map { $0.name } + ["help"]
    if name.hasPrefix("-") || verbs.contains(name) { return nil }
    let guess = NearestName.question(name, in: verbs).map { " \($0)" } ?? ""
    return worded(
      """
      editorial: there is no command \(DisplayText.safe(name)).\(guess)
        All commands: editorial --help

      """,
      fr: """
        editorial : il n'y a pas de commande \(DisplayText.safe(name)).\(guess)
          Toutes les commandes : editorial --help

        """)
  }
}
