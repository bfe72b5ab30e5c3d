package import GitStore
import Wording

/// Why an operation, or taking one back, could not be done. Nothing was moved.
package enum OperationError: Error, Sendable {
  /// The branch would go away, and a work tree stands on it.
  case checkedOut(String, workTree: String)
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

  /// One sentence, without a final full stop.
  package var message: String {
    switch self {
    case .checkedOut(let branch, let workTree):
      worded(
        "The branch \(branch) would go away, and it is checked out in \(workTree)",
        fr: "La branche \(branch) disparaîtrait, et elle est ouverte dans \(workTree)")
    case .nothingToUndo:
      worded(
        "There is nothing to take back: editorial has moved nothing in this repository",
        fr: "Il n'y a rien à annuler : editorial n'a rien déplacé dans ce dépôt")
    case .noSuchOperation(let name):
      worded(
        "No operation, or more than one, begins with “\(name)”",
        fr: "Aucune opération, ou plus d'une, ne commence par « \(name) »")
    case .undoneAlready(let operation):
      worded(
        "“\(operation.record.summary)” is taken back already", fr: "« \(operation.record.summary) » est déjà annulé")
    case .builtOn(let operation, let branch, let commit):
      worded(
        "Others built on “\(operation.record.summary)”: \(branch) has moved on to \(commit.id.short), "
          + "“\(commit.subject)” by \(commit.author.name)",
        fr: "D'autres ont continué après « \(operation.record.summary) » : \(branch) est maintenant à "
          + "\(commit.id.short), « \(commit.subject) », de \(commit.author.name)")
    case .goneSince(let operation, let branch):
      worded(
        "Since “\(operation.record.summary)” somebody has deleted the branch \(branch)",
        fr: "Depuis « \(operation.record.summary) », quelqu'un a supprimé la branche \(branch)")
    case .pushed(let operation, let branch, let remote):
      worded(
        "“\(operation.record.summary)” was pushed: \(remote) has it on \(branch), and others may have fetched it",
        fr:
          "« \(operation.record.summary) » a été poussé : \(remote) l'a sur \(branch), et d'autres ont pu le récupérer")
    }
  }

  /// What to do or type next.
  package var remedy: String? {
    switch self {
    case .checkedOut: worded("Switch to another branch there first", fr: "Changez d'abord de branche à cet endroit")
    case .nothingToUndo: nil
    case .noSuchOperation:
      worded("See what there is: editorial undo --list", fr: "Voir ce qu'il y a : editorial undo --list")
    case .undoneAlready:
      worded("See what was done: editorial undo --list", fr: "Voir ce qui a été fait : editorial undo --list")
    case .builtOn, .goneSince:
      worded(
        "Go on from where it is now; what it was before: git log --walk-reflogs, or editorial undo --list",
        fr: "Continuez à partir de l'état actuel ; l'état d'avant : git log --walk-reflogs, ou editorial undo --list")
    case .pushed:
      worded(
        "Go on from there with a commit or a promotion of the corrected text",
        fr: "Continuez à partir de là, par un commit ou par la promotion du texte corrigé")
    }
  }
}
