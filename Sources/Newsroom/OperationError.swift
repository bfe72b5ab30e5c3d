package import Gatekeeping
package import GitStore
import Wording

/// Why an operation, or taking one back, could not be done. Nothing was moved.
package enum OperationError: Error, Sendable {
  /// The branch would go away, and a work tree stands on it.
  case checkedOut(String, workTree: String)
  /// The branch would go away, and belongs to a work tree whose folder is not there.
  case workTreeGone(String, workTree: String)
  /// The log is empty.
  case nothingToUndo
  /// The log has no operation, or several, whose id begins so.
  case noSuchOperation(String)
  /// All that the operation moved is where it was before.
  case undoneAlready(Operation)
  /// Somebody moved the branch on; the commit is the one that it leads to now.
  case builtOn(Operation, branch: String, Commit)
  /// Somebody deleted the branch.
  case goneSince(Operation, branch: String)
  /// Another repository has what the operation made.
  case pushed(Operation, branch: String, remote: String)

  /// A command that was interrupted has been brought to its end, and this one may have been the same. The text is the log's.
  case broughtToEnd(String)
  /// Whoever reads it later must know why.
  case noReason
  /// All that the article's branches have is published.
  case published(Slug)
  /// There is no stage to go back to.
  case atFirstStage(Slug, stage: String)
  /// The published branch has no such article.
  case notPublished(Slug)
  /// Branches of the article are in another repository, and not here.
  case notHere(Slug, [String], remote: String)
  /// Others have moved the branch on, and that was fetched.
  case behind(String)
  /// Both branches changed the same lines of these files.
  case conflicts(Demotion, [String])

  /// The policy's patterns do not say where the file goes under another slug.
  case noNewPlace(String)
  /// There is a file already where one of the article's would go.
  case placeTaken(String)

  /// One sentence, without a final full stop.
  package var message: String {
    switch self {
    case .checkedOut(let branch, let workTree):
      worded(
        "The branch \(branch) would go away, and it is checked out in \(workTree)",
        fr: "La branche \(branch) disparaîtrait, et elle est ouverte dans \(workTree)")
    case .workTreeGone(let branch, let workTree):
      worded(
        "The branch \(branch) would go away, and Git keeps it for the work tree \(workTree), whose folder is not there",
        fr: "La branche \(branch) disparaîtrait, et Git la garde pour l'arbre de travail \(workTree), dont le dossier "
          + "n'est pas là")
    case .nothingToUndo:
      worded(
        "There is nothing to take back: editorial has moved nothing in this repository",
        fr: "Il n'y a rien à annuler : editorial n'a rien déplacé dans ce dépôt")
    case .noSuchOperation(let name):
      worded(
        "No operation, or more than one, begins with “\(name)”",
        fr: "Aucune opération, ou plus d'une, ne commence par « \(name) »")
    case .undoneAlready(let operation):
      worded(
        "“\(operation.record.summary)” is taken back already", fr: "« \(operation.record.summary) » est déjà annulé")
    case .builtOn(let operation, let branch, let commit):
      worded(
        "Others built on “\(operation.record.summary)”: \(branch) has moved on to \(commit.id.short), "
          + "“\(commit.subject)” by \(commit.author.name)",
        fr: "D'autres ont continué après « \(operation.record.summary) » : \(branch) est maintenant à "
          + "\(commit.id.short), « \(commit.subject) », de \(commit.author.name)")
    case .goneSince(let operation, let branch):
      worded(
        "Since “\(operation.record.summary)” somebody has deleted the branch \(branch)",
        fr: "Depuis « \(operation.record.summary) », quelqu'un a supprimé la branche \(branch)")
    case .pushed(let operation, let branch, let remote):
      worded(
        "“\(operation.record.summary)” was pushed: \(remote) has it on \(branch), and others may have fetched it",
        fr:
          "« \(operation.record.summary) » a été poussé : \(remote) l'a sur \(branch), et d'autres ont pu le récupérer")
    case .broughtToEnd(let summary):
      worded(
        "A command that was interrupted has just been brought to its end: “\(summary)”",
        fr: "Une commande interrompue vient d'être menée à son terme : « \(summary) »")
    case .noNewPlace(let path):
      worded(
        "The policy does not say where \(path) would lie under the new name",
        fr: "La charte ne dit pas où \(path) irait sous le nouveau nom")
    case .placeTaken(let path):
      worded(
        "A file of the article would take the place of \(path), which is there already",
        fr: "Un fichier de l'article prendrait la place de \(path), qui existe déjà")
    case .noReason:
      worded("This needs a reason, for whoever reads it later", fr: "Il faut une raison, pour qui lira cela plus tard")
    case .published(let slug):
      worded("All that there is of \(slug) is published", fr: "Tout ce qu'il y a de \(slug) est publié")
    case .atFirstStage(let slug, let stage):
      worded(
        "\(slug) is at the first stage, \(stage), and cannot go back further",
        fr: "\(slug) est à la première étape, \(stage), et ne peut pas reculer davantage")
    case .notPublished(let slug):
      worded("\(slug) is not published", fr: "\(slug) n'est pas publié")
    case .behind(let branch):
      worded(
        "Others have moved \(branch) on, and what was fetched of it is not in yours yet",
        fr: "D'autres ont fait avancer \(branch), et ce qui en a été récupéré n'est pas encore dans la vôtre")
    case .notHere(let slug, let branches, let remote):
      worded(
        "\(slug) has versions that are only in \(remote), and would keep the old name: \(branches.joined(separator: ", "))",
        fr: "\(slug) a des versions qui ne sont que dans \(remote) et garderaient l'ancien nom : "
          + branches.joined(separator: ", "))
    case .conflicts(let demotion, let paths):
      worded(
        "\(demotion.from.name) and \(demotion.to.name) changed the same lines of \(paths.joined(separator: ", "))",
        fr:
          "\(demotion.from.name) et \(demotion.to.name) ont changé les mêmes lignes de \(paths.joined(separator: ", "))"
      )
    }
  }

  /// What to do or type next.
  package var remedy: String? {
    switch self {
    case .checkedOut: worded("Switch to another branch there first", fr: "Changez d'abord de branche à cet endroit")
    case .workTreeGone:
      worded(
        "If it was deleted, let Git forget it: git worktree prune",
        fr: "S'il a été supprimé, faites-le oublier à Git : git worktree prune")
    case .nothingToUndo: nil
    case .noSuchOperation:
      worded("See what there is: editorial undo --list", fr: "Voir ce qu'il y a : editorial undo --list")
    case .undoneAlready:
      worded("See what was done: editorial undo --list", fr: "Voir ce qui a été fait : editorial undo --list")
    case .builtOn, .goneSince:
      worded(
        "Go on from where it is now; what it was before: git log --walk-reflogs, or editorial undo --list",
        fr: "Continuez à partir de l'état actuel ; l'état d'avant : git log --walk-reflogs, ou editorial undo --list")
    case .pushed(let operation, _, _):
      Self.remedy(afterPushing: operation)
    case .broughtToEnd:
      worded(
        "If that was this one, there is nothing left to do. Otherwise type it again",
        fr: "Si c'était celle-ci, il ne reste rien à faire. Sinon, tapez-la de nouveau")
    case .noReason:
      worded(
        "Say why: --reason \"the office is counting again\"", fr: "Dites pourquoi : --reason \"le bureau recompte\"")
    case .published(let slug):
      worded(
        "To correct it: editorial revise \(slug); to take it from the site: editorial retract \(slug) --reason \"…\"",
        fr:
          "Pour le corriger : editorial revise \(slug) ; pour le retirer du site : editorial retract \(slug) --reason \"…\""
      )
    case .atFirstStage: nil
    case .noNewPlace, .placeTaken:
      worded(
        "Choose another name, or move that file first, in a commit of its own",
        fr: "Choisissez un autre nom, ou déplacez d'abord ce fichier, dans un commit à part")
    case .notPublished(let slug):
      worded("See where it is: editorial status \(slug)", fr: "Voir où il en est : editorial status \(slug)")
    case .behind(let branch):
      worded(
        "Bring yours up to date first: git switch \(branch) && git pull",
        fr: "Mettez d'abord la vôtre à jour : git switch \(branch) && git pull")
    case .notHere(_, let branches, let remote):
      worded("Take them here first: ", fr: "Prenez-les d'abord ici : ")
        + branches.map { "git branch \($0) \(remote)/\($0)" }.joined(separator: " && ")
        + worded(
          ". If \(remote) has them no more: git fetch --prune \(remote)",
          fr: ". Si \(remote) ne les a plus : git fetch --prune \(remote)")
    case .conflicts(let demotion, _):
      worded(
        "Merge the branches with git, mend the conflict, and send it back again: ",
        fr: "Fusionnez les branches avec git, réglez le conflit, puis recommencez : ")
        + "git switch \(demotion.to.branch.name(for: demotion.slug) ?? "") && git merge "
        + "\(demotion.from.branch.name(for: demotion.slug) ?? "")"
    }
  }

  /// What takes back for everybody what was pushed.
  private static func remedy(afterPushing operation: Operation) -> String {
    let slug = operation.record.articles.first ?? ""
    let command =
      switch operation.record.verb {
      case "promote", "restyle", "release", "tick":
        "editorial demote \(slug) --reason \"…\""
          + worded(", or of a published article: ", fr: ", ou pour un article publié : ")
          + "editorial retract \(slug) --reason \"…\""
      case "accept": "editorial accept \(slug) --list"
      case "demote", "retract": "editorial promote \(slug)"
      case "rename": "editorial rename \(operation.record.articles.last ?? "") \(slug)"
      case "claim": "editorial unclaim \(slug)"
      case "unclaim": "editorial claim \(slug)"
      case "schedule": "editorial unschedule \(slug)"
      case "unschedule": "editorial schedule \(slug) --at …"
      default:
        operation.moves.last { $0.ref.branch != nil && !$0.new.isZero }.map { "git revert \($0.new.short)" }
          ?? "editorial undo --list"
      }
    return worded(
      "Take it back for everybody, with a record of it: ", fr: "Annulez-le pour tout le monde, en laissant une trace : "
    )
      + command
  }
}
