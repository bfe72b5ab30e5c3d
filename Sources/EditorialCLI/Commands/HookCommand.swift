import ArgumentParser
import Gatekeeping
import Newsroom
import Reports

/// `editorial hook`: puts the gate into Git, and takes it out again.
struct HookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook",
    abstract: "Manage the Git hooks that refuse failing articles.",
    discussion: """
      Examples:
        editorial hook install             in a repository that you work in
        editorial hook install --server    in a repository that others push to
        editorial hook install --diff-driver    git diff shows what became of the facts, too
        editorial hook status              exit status 1 when a hook is missing

      Hooks that are there already are kept, and run first.
      """,
    subcommands: [Install.self, Uninstall.self, Status.self, Run.self])

  struct Install: EditorialVerb {
    static let configuration = CommandConfiguration(
      commandName: "install", abstract: "Install the hooks; run again, it changes nothing.",
      discussion: "Example:\n  editorial hook install")

    @Flag(help: "Install the hook that judges what others push here.")
    var server = false

    @Flag(
      help: ArgumentHelp(
        "Let git diff, git log -p and git show compare articles by their facts as well.",
        discussion: "What they compare: editorial facts --help. To see a text as it is: git diff --no-textconv."))
    var diffDriver = false

    @OptionGroup var global: GlobalOptions

    func perform(_ terminal: Terminal) throws -> ExitStatus {
      try DeskRoom(global).attempt("install the hooks") { desk in
        guard let program = Surroundings.programPath() else {
          throw Failure("install the hooks", because: "the path of this program cannot be found out")
        }
        let installer = try desk.hookInstaller()
        let names = server ? HookName.server : installer.neededHooks
        let installation = try installer.install(names, program: program)
        if diffDriver {
          try installer.installDiffDriver(for: try desk.policyForReading().policy.articles, program: program)
        }
        try HookOutput(format: global.format, terminal: terminal).write(
          installation, needed: names,
          closing: "From now on Git asks editorial before it moves \(installer.guarded)."
            + (diffDriver ? " It compares articles by their facts; git diff --no-textconv shows them as they are." : "")
        )
        return .passed
      }
    }
  }

  struct Uninstall: EditorialVerb {
    static let configuration = CommandConfiguration(
      commandName: "uninstall", abstract: "Take the hooks out, and put back what was there before.",
      discussion: "Example:\n  editorial hook uninstall")

    @OptionGroup var global: GlobalOptions

    func perform(_ terminal: Terminal) throws -> ExitStatus {
      try DeskRoom(global).attempt("uninstall the hooks") { desk in
        let installation = try desk.hookInstaller().uninstall()
        try HookOutput(format: global.format, terminal: terminal).write(installation, needed: [])
        return .passed
      }
    }
  }

  struct Status: EditorialVerb {
    static let configuration = CommandConfiguration(
      commandName: "status", abstract: "Say which hooks are in place; exit status 1 when one is missing.",
      discussion: "Example:\n  editorial hook status")

    @OptionGroup var global: GlobalOptions

    func perform(_ terminal: Terminal) throws -> ExitStatus {
      try DeskRoom(global).attempt("look at the hooks") { desk in
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
      commandName: "run", abstract: "Judge what Git is about to do; Git's hooks call this.",
      discussion: "Example:\n  editorial hook run pre-commit")

    @Argument(parsing: .allUnrecognized, help: ArgumentHelp("The hook, and what Git hands to it.", valueName: "hook"))
    var arguments: [String] = []

    func run() throws {
      let status = HookRunner.run(arguments)
      if status != .passed { throw status }
    }
  }
}
