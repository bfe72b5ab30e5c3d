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
        editorial board --host 192.168.1.20

      A local page shows every article at its stage, its text beside its baseline, what its gate finds, and its history. Its \
      buttons do what the commands do: promote, now or later, claim, send back, accept a finding with a reason, save a \
      mended text as a commit, rename, publish several together, undo. All of it goes through the same gates, in your name as Git knows it.

      The page is served to this machine alone, and only to whoever has the address that is printed: keep it to yourself. \
      With --host, machines of the same network reach it, too, and whoever has the address acts in your name. It ends with \
      Ctrl-C.
      """,
      fr: """
        Exemples :
          editorial board
          editorial board --port 8080 --no-browser
          editorial board --host 192.168.1.20

        Une page locale montre chaque article à son étape, son texte à côté de son article d'origine, ce que son contrôle \
        trouve, et son histoire. Ses boutons font ce que font les commandes : promouvoir, tout de suite ou plus tard, \
        réserver, renvoyer, accepter un constat avec un motif, enregistrer un texte corrigé comme un commit, \
        renommer, publier plusieurs articles ensemble, annuler. Tout passe par les mêmes contrôles, au nom que Git vous connaît.

        La page n'est servie qu'à cette machine, et seulement à qui a l'adresse affichée : gardez-la pour vous. \
        Avec --host, d'autres machines du réseau l'atteignent aussi, et qui a l'adresse agit en votre nom. Ctrl-C y met fin.
        """))

  @Option(
    help: ArgumentHelp(
      stringLiteral: worded(
        "Listen on this port; a free one when left out.", fr: "Écouter sur ce port ; sinon, un port libre.")))
  var port: Int = 0

  @Option(
    help: ArgumentHelp(
      worded(
        "Listen at this name or number of the machine, so that others in its network reach the board; without encryption.",
        fr: "Écouter à ce nom ou numéro de la machine, pour que d'autres du réseau l'atteignent ; sans chiffrement."),
      valueName: "name"))
  var host: String = BoardSettings.thisMachine

  @Flag(
    help: ArgumentHelp(
      stringLiteral: worded(
        "Print the address, and start no browser.", fr: "Afficher l'adresse, sans lancer de navigateur.")))
  var noBrowser = false

  @OptionGroup var global: PlaceOptions

  /// The name of the program that serves.
  static let program = "editorial-board"

  func validate() throws {
    try checkHost()
    if !(0...65_535).contains(port) {
      throw ValidationError(
        worded(
          "--port takes a number from 0 to 65535; this is \(port).",
          fr: "--port attend un nombre de 0 à 65535 ; ceci est \(port)."))
    }
  }

  /// A browser has to say the name, so that no other web page can lead there by a name of its own.
  private func checkHost() throws {
    let isPlain = host.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || ".:-".utf8.contains(byte)
    }
    guard isPlain, !host.isEmpty, !host.hasPrefix("-") else {
      throw ValidationError(
        worded(
          "--host takes a name or number of this machine, such as 192.168.1.20; this is “\(host)”.",
          fr: "--host attend un nom ou un numéro de cette machine, comme 192.168.1.20 ; ceci est « \(host) »."))
    }
    if host.allSatisfy({ "0.:".contains($0) }) {
      throw ValidationError(
        worded(
          "--host takes one name or number, that under which others reach this machine: see hostname -I. \(host) would be all.",
          fr: """
            --host attend un seul nom ou numéro, celui sous lequel d'autres atteignent cette machine : voyez hostname -I. \
            \(host) les prendrait tous.
            """))
    }
  }

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let arguments =
      [Self.program, "--port", "\(port)"] + (host == BoardSettings.thisMachine ? [] : ["--host", host])
      + (noBrowser ? ["--no-browser"] : [])
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
  /// Where it listens when nothing else is asked for.
  package static let thisMachine = "127.0.0.1"

  /// The name or number of this machine that it listens at.
  package let host: String
  /// 0 for one that is free.
  package let port: Int
  package let opensBrowser: Bool

  /// Whether no other machine can reach it.
  package var isForThisMachine: Bool {
    host == "localhost" || host == "::1" || (host.hasPrefix("127.") && host.allSatisfy { ".0123456789".contains($0) })
  }
}

/// `editorial board` under the name of the program that it starts.
private struct BoardProgramCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: BoardCommand.program, abstract: BoardCommand.configuration.abstract,
    discussion: BoardCommand.configuration.discussion)

  @OptionGroup var board: BoardCommand
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
      let command = try BoardProgramCommand.parse(arguments).board
      try command.global.enter()
      try serve(
        BoardSettings(host: command.host, port: command.port, opensBrowser: !command.noBrowser), command.global.terminal
      )
      return .passed
    } catch let failure as Failure {
      terminal.complain(failure.text(paint: terminal.paint(for: .error)))
      return failure.status
    } catch {
      let message = ParserWords.worded(BoardProgramCommand.fullMessage(for: error)) + "\n"
      guard BoardProgramCommand.exitCode(for: error).isSuccess else {
        terminal.complain(message)
        return .usage
      }
      // Help that somebody asked for.
      _ = try? terminal.write(message)
      return .passed
    }
  }
}
