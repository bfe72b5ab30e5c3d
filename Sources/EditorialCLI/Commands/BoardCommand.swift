import ArgumentParser
import Wording

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `editorial board`: starts the program that serves the board. It is another one, so that the hooks' program stays small.
struct BoardCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "board",
    abstract: worded(
      "Open the board in a browser: read, mend and promote articles without Git.",
      fr: "Ouvrir le tableau de bord dans un navigateur : lire, corriger et promouvoir sans Git."),
    discussion: worded(
      """
      Examples:
        editorial board
        editorial board --port 8080 --no-browser

      A local page shows every article at its stage, its text beside its baseline, what its gate finds, and its history. Its \
      buttons do what the commands do: promote, now or later, claim, send back, accept a finding with a reason, save a \
      mended text as a commit, undo. All of it goes through the same gates, in your name as Git knows it.

      The page is served to this machine alone, and only to whoever has the address that is printed: keep it to yourself. \
      It ends with Ctrl-C.
      """,
      fr: """
        Exemples :
          editorial board
          editorial board --port 8080 --no-browser

        Une page locale montre chaque article à son étape, son texte à côté de son article d'origine, ce que son contrôle \
        trouve, et son histoire. Ses boutons font ce que font les commandes : promouvoir, tout de suite ou plus tard, \
        réserver, renvoyer, accepter un constat avec un motif, enregistrer un texte corrigé comme un commit, annuler. Tout passe par les mêmes contrôles, au nom que Git vous connaît.

        La page n'est servie qu'à cette machine, et seulement à qui a l'adresse affichée : gardez-la pour vous. Ctrl-C y met \
        fin.
        """))

  @Option(
    help: ArgumentHelp(
      stringLiteral: worded(
        "Listen on this port; a free one when left out.", fr: "Écouter sur ce port ; sinon, un port libre.")))
  var port: Int = 0

  @Flag(
    help: ArgumentHelp(
      stringLiteral: worded(
        "Print the address, and start no browser.", fr: "Afficher l'adresse, sans lancer de navigateur.")))
  var noBrowser = false

  @OptionGroup var global: PlaceOptions

  /// The name of the program that serves.
  static let program = "editorial-board"

  func validate() throws {
    if !(0...65_535).contains(port) {
      throw ValidationError(
        worded(
          "--port takes a number from 0 to 65535; this is \(port).",
          fr: "--port attend un nombre de 0 à 65535 ; ceci est \(port)."))
    }
  }

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let arguments =
      [Self.program, "--port", "\(port)"] + (noBrowser ? ["--no-browser"] : [])
      + (global.lang.map { ["--lang", $0.tag] } ?? [])
    let folder = Surroundings.programPath().flatMap { path in
      path.lastIndex(of: "/").map { String(path[..<$0]) }
    }
    // What was installed beside this program is of the same version.
    for path in [folder.map { "\($0)/\(Self.program)" }, Self.program].compactMap({ $0 }) {
      let words = arguments.map { strdup($0) } + [nil]
      defer { for word in words { free(word) } }
      execvp(path, words)
      if errno != ENOENT { break }
    }
    throw Failure(
      worded("open the board", fr: "ouvrir le tableau de bord"),
      because: worded(
        "the program \(Self.program) is not beside editorial, and not on the PATH",
        fr: "le programme \(Self.program) n'est ni à côté d'editorial, ni dans le PATH"),
      remedy: worded(
        "How to build and install it is in the README, under Install",
        fr: "Le README dit comment le construire et l'installer, sous « Install »"))
  }
}

/// How the board is to be served.
package struct BoardSettings: Sendable {
  /// 0 for one that is free.
  package let port: Int
  package let opensBrowser: Bool
}

/// The command line of the program that serves the board: the options of `editorial board`.
package enum BoardCommandLine {
  /// Runs `serve` as the arguments (without the program's name) ask.
  package static func run(
    _ arguments: [String], serving serve: (BoardSettings, Terminal) throws -> Void
  ) -> ExitStatus {
    Terminal.prepare()
    LanguageChoice.make(for: arguments)
    let terminal = Terminal()
    do {
      let command = try BoardCommand.parse(arguments)
      try command.global.enter()
      try serve(BoardSettings(port: command.port, opensBrowser: !command.noBrowser), command.global.terminal)
      return .passed
    } catch let failure as Failure {
      terminal.complain(failure.text(paint: terminal.paint(for: .error)))
      return failure.status
    } catch {
      let message = ParserWords.worded(BoardCommand.fullMessage(for: error)) + "\n"
      guard BoardCommand.exitCode(for: error).isSuccess else {
        terminal.complain(message)
        return .usage
      }
      // Help that somebody asked for.
      _ = try? terminal.write(message)
      return .passed
    }
  }
}
