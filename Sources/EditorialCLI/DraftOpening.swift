import GitStore
import Newsroom
import Reports
import Wording

/// What is said of a draft that was opened, for a new article or again for one that is published.
struct DraftOpening {
  let draft: OpenedDraft
  let slug: String
  let isTrial: Bool

  /// Returns it as `format` has it.
  func text(_ format: OutputFormat) -> String {
    guard format == .text else {
      var writer = JSONWriter(pretty: format == .json)
      writer.object { writer in
        writer.member("schema", JSONRenderer.schema)
        writer.member("article", slug)
        writer.member("branch", draft.branch)
        writer.member("path", draft.path)
        writer.member("commit", isTrial ? nil : draft.commit.hex)
        writer.member("revision", draft.isRevision)
        writer.member("trial", isTrial)
      }
      return writer.text + "\n"
    }
    if isTrial { return trial + "\n" }
    return ([said] + MovedText.next([["git", "switch", draft.branch]])).joined(separator: "\n") + "\n"
  }

  private var branch: String { DisplayText.safe(draft.branch) }
  private var path: String { DisplayText.safe(draft.path) }

  private var said: String {
    draft.isRevision
      ? worded(
        "Opened a draft to revise the published article on the branch \(branch). Write it there, in \(path).",
        fr: "Le brouillon de l'article publié est rouvert sur la branche \(branch). Écrivez-y, dans \(path).")
      : worded(
        "Opened the draft of a new article on the branch \(branch). Write it there, in \(path).",
        fr: "Le brouillon d'un nouvel article est ouvert sur la branche \(branch). Écrivez-y, dans \(path).")
  }

  private var trial: String {
    draft.isRevision
      ? worded(
        "The branch \(branch) would begin with what is published. This was a trial, nothing was written.",
        fr: "La branche \(branch) partirait de ce qui est publié. C'était un essai, rien n'a été écrit.")
      : worded(
        "The branch \(branch) would begin with \(path). This was a trial, nothing was written.",
        fr: "La branche \(branch) commencerait par \(path). C'était un essai, rien n'a été écrit.")
  }
}
