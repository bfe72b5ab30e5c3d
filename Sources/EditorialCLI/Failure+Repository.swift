import Gatekeeping
import GitStore
import Newsroom
import Reports
import Wording

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Failure {
  /// Puts an error of the desk or of the repository into an editor's words.
  ///
  /// - Parameter tried: what the command was about to do, as a verb phrase: `promote solar-roofs`.
  package init(_ error: any Error, trying tried: String) {
    switch error {
    case let failure as Failure: self = failure
    case let error as GitError: self.init(tried, because: Self.reason(of: error), remedy: Self.remedy(for: error))
    case HookInstallerError.git(let error): self.init(error, trying: tried)
    case let error as HookInstallerError: self.init(tried, because: error.message, remedy: error.remedy)
    case let error as OperationError: self.init(tried, because: error.message, remedy: error.remedy)
    case let error as DeskError: self.init(tried, because: error.message, remedy: error.remedy)
    case let error as HookEvent.Malformed:
      self.init(
        tried,
        because: worded(
          "git handed over something that this program does not know: \(error.text)",
          fr: "Git a transmis quelque chose que ce programme ne connaît pas : \(error.text)"),
        remedy: worded(
          "Install the hooks again: editorial hook install",
          fr: "Installez de nouveau les hooks : editorial hook install"))
    default: self.init(tried, because: "\(error)")
    }
  }

  private static func reason(of error: GitError) -> String {
    switch error.code {
    case .notARepository:
      worded(
        "this folder is not in a Git repository",
        fr: "ce dossier n'est pas dans un dépôt Git")
    case .foreignOwner(let path):
      worded(
        "the repository \(path) belongs to another user",
        fr: "le dépôt \(path) appartient à un autre utilisateur")
    case .unsupportedRepository(let feature):
      worded(
        "the repository uses \(feature), which this program cannot read",
        fr: "le dépôt utilise \(feature), que ce programme ne sait pas lire")
    case .unreadableIndex(let feature):
      worded(
        "Git's index is \(feature), which this program cannot read",
        fr: "l'index de Git est de la sorte \(feature), que ce programme ne sait pas lire")
    case .bareRepository: worded("the repository has no work tree", fr: "le dépôt n'a pas d'arbre de travail")
    case .noIdentity: worded("Git does not know who you are", fr: "Git ne sait pas qui vous êtes")
    case .locked(let path):
      worded(
        "another program holds \(path ?? error.subject)",
        fr: "un autre programme tient \(path ?? error.subject)")
    case .moved(let ref, _, _): worded("\(ref) moved meanwhile", fr: "\(ref) a bougé entre-temps")
    case .environment(let variable):
      worded(
        "the environment variable \(variable) asks for something this program cannot do",
        fr: "la variable d'environnement \(variable) demande ce que ce programme ne sait pas faire")
    case .unsigned where !error.subject.isEmpty:
      worded(
        "tag.gpgSign asks for a signed tag, and git could not sign \(error.subject)",
        fr: "tag.gpgSign demande une étiquette signée, et Git n'a pas pu signer \(error.subject)")
    case .unsigned:
      worded(
        "commit.gpgsign asks for signed commits, and git could not sign this one",
        fr: "commit.gpgsign demande des commits signés, et Git n'a pas pu signer celui-ci")
    case .damaged where !error.subject.isEmpty:
      worded("\(error.subject) is damaged", fr: "\(error.subject) est endommagé")
    case .gap(let gap):
      worded(
        "the commit \(gap.missing.hex) is missing, the parent of \(gap.child.short)",
        fr: "il manque le commit \(gap.missing.hex), parent de \(gap.child.short)")
        + (gap.branch.map {
          worded(", in the history of the branch \($0)", fr: ", dans l'histoire de la branche \($0)")
        } ?? "")
    case .wouldOverwrite(let paths):
      worded("changes would be lost in ", fr: "des modifications seraient perdues dans ")
        + paths.map { "\($0)" }.joined(separator: ", ")
    default: worded(error.description, fr: frenchReason(of: error))
    }
  }

  /// What the library says is English; these are its sorts of trouble.
  private static func frenchReason(of error: GitError) -> String {
    let (subject, operation) = (error.subject, error.operation)
    if !subject.isEmpty {
      switch error.code {
      case .notFound: return "il manque au dépôt l'objet ou la référence \(subject) (\(operation))"
      case .exists: return "quelque chose est déjà à la place de \(subject) (\(operation) : \(error.message))"
      case .invalidName: return "Git n'admet pas le nom « \(subject) » (\(operation))"
      case .tooLarge: return "\(subject) est trop grand (\(operation))"
      case .wrongType: return "\(subject) n'est pas de la sorte attendue (\(operation))"
      default: break
      }
    }
    let cause = FileReader.explainedCodes.first { error.message.hasSuffix(String(cString: strerror($0))) }
    guard let cause else { return error.description }
    return GitError(error.code, operation, subject, FileReader.explanation(of: cause)).description
  }

  private static func remedy(for error: GitError) -> String? {
    switch error.code {
    case .notARepository:
      worded(
        "Go to the repository, or name it with -C; a new one: git init && editorial init",
        fr: "Allez dans le dépôt, ou nommez-le avec -C ; pour un nouveau : git init && editorial init")
    case .foreignOwner(let path):
      worded(
        "If you trust it: git config --global --add safe.directory \(path)",
        fr: "Si vous lui faites confiance : git config --global --add safe.directory \(path)")
    case .unreadableIndex:
      worded(
        "Write a plain one: git update-index --no-split-index --force-write-index",
        fr: "Écrivez-en un ordinaire : git update-index --no-split-index --force-write-index")
    case .noIdentity(let key):
      worded("Say so: git config --global \(key) <yours>", fr: "Dites-le : git config --global \(key) <le vôtre>")
    case .locked(let path?):
      worded(
        "Try again when it is done. If none is at work, one was killed: \(ShellWords.line(["rm", path]))",
        fr:
          "Réessayez quand il aura fini. Si aucun ne travaille, l'un d'eux a été interrompu : \(ShellWords.line(["rm", path]))"
      )
    case .moved: worded("Try again", fr: "Réessayez")
    case .unsigned where !error.subject.isEmpty:
      worded("See why: git tag --sign -m test test", fr: "Voyez pourquoi : git tag --sign -m test test")
    case .unsigned:
      worded(
        "See why: git commit-tree -S -m test HEAD^{tree}", fr: "Voyez pourquoi : git commit-tree -S -m test HEAD^{tree}"
      )
    case .gap:
      worded(
        "See what else is missing: git fsck. Get it again where you cloned from: git fetch --refetch",
        fr:
          "Voyez ce qui manque encore : git fsck. Reprenez-le là d'où vient votre clone : git fetch --refetch")
    case .notFound, .damaged: worded("See what is broken: git fsck", fr: "Voyez ce qui est abîmé : git fsck")
    case .wouldOverwrite:
      worded(
        "Commit them or put them away first: git stash",
        fr: "Faites-en d'abord un commit, ou mettez-les de côté : git stash")
    default: nil
    }
  }
}

extension DeskError {
  /// What is wrong with the policy, place by place; empty when something else is wrong.
  var diagnostics: [Diagnostic] {
    guard case .brokenPolicy(let error, let label, let bytes) = self else { return [] }
    let text = LocatedText(path: label, bytes: bytes)
    return error.problems.map { Diagnostic($0, in: text) }
  }
}
