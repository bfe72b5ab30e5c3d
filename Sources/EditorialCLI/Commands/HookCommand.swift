import ArgumentParser
import Gatekeeping
import Newsroom
import Reports
import Wording

/// `editorial hook`: puts the gate into Git, and takes it out again.
struct HookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook",
    abstract: worded(
      "Manage the Git hooks that refuse failing articles.",
      fr: "Gérer les hooks de Git qui refusent les articles défaillants."),
    discussion: worded(
      """
      Examples:
        editorial hook install                 in a repository that you work in
        editorial hook install --server        in a repository that others push to
        editorial hook install --diff-driver   git diff shows the facts, too
        editorial hook status                  exit status 1 when a hook is missing

      Hooks that are there already are kept, and run first.
      """,
      fr: """
        Exemples :
          editorial hook install                 dans un dépôt où vous travaillez
          editorial hook install --server        dans un dépôt où d'autres envoient
          editorial hook install --diff-driver   git diff montre aussi les faits
          editorial hook status                  code de sortie 1 quand un hook manque

        Les hooks qui sont déjà là sont gardés, et passent en premier.
        """),
    subcommands: [Install.self, Uninstall.self, Status.self, Run.self])

  struct Install: EditorialVerb {
    static let configuration = CommandConfiguration(
      commandName: "install",
      abstract: worded(
        "Install the hooks; run again, it changes nothing.",
        fr: "Installer les hooks ; une seconde fois, cela ne change rien."),
      discussion: worded("Example:\n  editorial hook install", fr: "Exemple :\n  editorial hook install"))

    @Flag(
      help: ArgumentHelp(
        worded(
          "Install the hook that judges what others push here.",
          fr: "Installer le hook qui juge ce que d'autres envoient ici.")))
    var server = false

    @Flag(
      help: ArgumentHelp(
        worded(
          "Let git diff, git log -p and git show compare articles by their facts as well.",
          fr: "Faire comparer les articles par leurs faits aussi dans git diff, git log -p et git show."),
        discussion: worded(
          "What they compare: editorial facts --help. To see a text as it is: git diff --no-textconv.",
          fr: """
            Ce qu'ils comparent : editorial facts --help. Pour voir un texte tel qu'il est : git diff --no-textconv.
            """)))
    var diffDriver = false

    @OptionGroup var global: GlobalOptions

    func perform(_ terminal: Terminal) throws -> ExitStatus {
      try DeskRoom(global).attempt(worded("install the hooks", fr: "installer les hooks")) { desk in
        guard let program = Surroundings.programPath() else {
          throw Failure(
            worded("install the hooks", fr: "installer les hooks"),
            because: worded(
              "the path of this program cannot be found out",
              fr: "le chemin de ce programme est introuvable"))
        }
        let installer = try desk.hookInstaller()
        let names = server ? HookName.server : installer.neededHooks
        let installation = try installer.install(names, program: program)
        if diffDriver {
          try installer.installDiffDriver(for: try desk.policyForReading().policy.articles, program: program)
        }
        try HookOutput(format: global.format, terminal: terminal).write(
          installation, needed: names,
          closing: worded(
            "From now on Git asks editorial before it moves \(installer.guarded).",
            fr: "Désormais, Git interroge editorial avant de déplacer \(installer.guarded).")
            + (diffDriver
              ? worded(
                " It compares articles by their facts; git diff --no-textconv shows them as they are.",
                fr: " Il compare les articles par leurs faits ; git diff --no-textconv les montre tels qu'ils sont.")
              : "")
        )
        return .passed
      }
    }
  }

  struct Uninstall: EditorialVerb {
    static let configuration = CommandConfiguration(
      commandName: "uninstall",
      abstract: worded(
        "Take the hooks out, and put back what was there before.",
        fr: "Retirer les hooks, et remettre ce qu'il y avait avant."),
      discussion: worded("Example:\n  editorial hook uninstall", fr: "Exemple :\n  editorial hook uninstall"))

    @OptionGroup var global: GlobalOptions

    func perform(_ terminal: Terminal) throws -> ExitStatus {
      try DeskRoom(global).attempt(worded("uninstall the hooks", fr: "désinstaller les hooks")) { desk in
        let installation = try desk.hookInstaller().uninstall()
        try HookOutput(format: global.format, terminal: terminal).write(installation, needed: [])
        return .passed
      }
    }
  }

  struct Status: EditorialVerb {
    static let configuration = CommandConfiguration(
      commandName: "status",
      abstract: worded(
        "Say which hooks are in place; exit status 1 when one is missing.",
        fr: "Dire quels hooks sont en place ; code de sortie 1 quand il en manque un."),
      discussion: worded("Example:\n  editorial hook status", fr: "Exemple :\n  editorial hook status"))

    @OptionGroup var global: GlobalOptions

    func perform(_ terminal: Terminal) throws -> ExitStatus {
      try DeskRoom(global).attempt(worded("look at the hooks", fr: "regarder les hooks")) { desk in
        let installer = try desk.hookInstaller()
        let installation = try installer.installation()
        let needed = installation.working.contains(.preReceive) ? HookName.server : installer.neededHooks
        try HookOutput(format: global.format, terminal: terminal).write(installation, needed: needed)
        return needed.allSatisfy(installation.working.contains) ? .passed : .refused
      }
    }
  }

  /// Never reached with a hook's name: `Program.run` takes that before arguments are parsed.
  struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "run",
      abstract: worded(
        "Judge what Git is about to do; Git's hooks call this.",
        fr: "Juger ce que Git s'apprête à faire ; ce sont les hooks de Git qui l'appellent."),
      discussion: worded(
        "Example:\n  editorial hook run pre-commit",
        fr: "Exemple :\n  editorial hook run pre-commit"))

    @Argument(
      parsing: .allUnrecognized,
      help: ArgumentHelp(
        worded(
          "The hook, and what Git hands to it.",
          fr: "Le hook, et ce que Git lui transmet."), valueName: "hook"))
    var arguments: [String] = []

    func run() throws {
      let status = HookRunner.run(arguments)
      if status != .passed { throw status }
    }
  }
}
