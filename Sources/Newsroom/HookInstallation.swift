package import GitStore
import Wording

/// What of this program is installed in a repository's hooks.
package struct HookInstallation: Sendable {
  /// The absolute path of the folder that git looks into, or will after an installation.
  package let folder: String
  package let hooks: [Hook]
  /// Where the program was when the hooks were installed.
  package let program: String?
  package let notes: [Note]

  /// The hooks that do their work, directly or behind another tool's.
  package var working: [HookName] {
    if notes.contains(where: \.keepsHooksFromRunning) { return [] }
    return hooks.filter { $0.state == .installed || $0.state == .behindOther || $0.state == .outdated }.map(\.name)
  }

  package struct Hook: Hashable, Sendable {
    package let name: HookName
    package let state: State
    /// Another hook is kept beside it, and runs first.
    package let keepsOther: Bool
  }

  package enum State: Hashable, Sendable {
    /// No hook of this name at all.
    case absent
    /// The script, as this version of the program writes it.
    case installed
    /// The script, as an earlier version wrote it.
    case outdated
    /// The script is there, but git does not run it.
    case notExecutable
    /// The script, with changes of someone else.
    case edited
    /// Another tool took the hook's name, keeps the script and runs it.
    case behindOther
    /// Somebody else's hook, and not the script.
    case foreign
  }

  /// What a reader has to know about the place.
  package enum Note: Hashable, Sendable {
    /// The user's own `core.hooksPath` names this folder; an installation sets it aside in this repository.
    case setsAside(String)
    /// The repository's `core.hooksPath` is relative, so each work tree has a folder of its own, and pushes to the
    /// repository find none.
    case relativeHooksPath(String)
    /// The repository was moved since the hooks were installed: git looks for them where they were, and runs none.
    case movedAway(from: String)

    fileprivate var keepsHooksFromRunning: Bool {
      switch self {
      case .setsAside, .movedAway: true
      case .relativeHooksPath: false
      }
    }

    /// One sentence, without a final full stop.
    package var message: String {
      switch self {
      case .setsAside(let path):
        worded(
          "Your own core.hooksPath, \(path), is set aside in this repository; the hooks in it go on running",
          fr: """
            Votre propre core.hooksPath, \(path), est écarté dans ce dépôt ; les hooks qu'il contient continuent de \
            passer
            """)
      case .relativeHooksPath(let path):
        worded(
          "core.hooksPath is relative (\(path)): linked work trees and pushes to this repository look elsewhere",
          fr: """
            core.hooksPath est relatif (\(path)) : les arbres de travail liés et les envois vers ce dépôt regardent \
            ailleurs
            """)
      case .movedAway(let path):
        worded(
          "The repository was moved: git looks for hooks in \(path), which is gone. Install them again",
          fr: """
            Le dépôt a été déplacé : Git cherche les hooks dans \(path), qui n'existe plus. Installez-les de nouveau
            """)
      }
    }
  }
}

/// Why hooks could not be installed or taken away.
package enum HookInstallerError: Error, Hashable, Sendable {
  case git(GitError)
  /// What was tried, on which file, and what the system said.
  case file(String, String, String)
  /// The script was changed by someone; it is not overwritten.
  case edited(String)
  /// Another hook has to be kept, and the name that it is kept under is taken.
  case keptNameTaken(String)
  /// `git -c core.hooksPath=…`, or the environment, names a folder for this one command.
  case temporaryHooksPath(String)
  case unusableProgramPath(String)

  /// One sentence, without a final full stop.
  package var message: String {
    switch self {
    case .git(let error): error.description
    case .file(let operation, let path, let reason):
      worded(
        "Cannot \(operation) \(path): \(reason)",
        fr: "Impossible (\(operation)) pour \(path) : \(reason)")
    case .edited(let path):
      worded(
        "\(path) is editorial's hook, but somebody changed it",
        fr: "\(path) est le hook d'editorial, mais quelqu'un l'a modifié")
    case .keptNameTaken(let path):
      worded(
        "Another hook has to be kept, but \(path) is there already",
        fr: "Un autre hook doit être gardé, mais \(path) existe déjà")
    case .temporaryHooksPath(let path):
      worded(
        "This one command has \(path) as core.hooksPath",
        fr: "Pour cette seule commande, core.hooksPath est \(path)")
    case .unusableProgramPath(let path):
      worded(
        "“\(path)” is no absolute path of a program",
        fr: "« \(path) » n'est pas le chemin absolu d'un programme")
    }
  }

  package var remedy: String? {
    switch self {
    case .edited(let path):
      worded(
        "Remove \(path), or move your changes to \(path).before-editorial, which runs first",
        fr: "Supprimez \(path), ou mettez vos modifications dans \(path).before-editorial, qui passe en premier")
    case .keptNameTaken(let path):
      worded(
        "Merge the two hooks into one and remove \(path)",
        fr: "Réunissez les deux hooks en un seul et supprimez \(path)")
    case .temporaryHooksPath:
      worded(
        "Run the command without that setting",
        fr: "Lancez la commande sans ce réglage")
    case .git, .file, .unusableProgramPath: nil
    }
  }
}
