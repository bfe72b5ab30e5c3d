/// A way of bringing a commit onto the branch `main`, as people and their tools take it.
package enum Route: String, CaseIterable, Sendable {
  case merge, mergeDiverged, mergeFastForward, mergeSquash, mergeWithoutVerify
  case commit, commitWithoutVerify, amend
  case cherryPick, rebase, applyMail, pull
  case resetHard, branchForce, checkoutReset, updateRef, updateRefTransaction, fetchIntoBranch

  /// Takes the route in a repository whose `main` is the parent of `candidate`.
  ///
  /// - Returns: how the last command of the route ended.
  package func take(_ candidate: String, in newsroom: TestNewsroom) throws -> Subprocess {
    let git = newsroom.git
    switch self {
    case .merge: return try git.run(["merge", "--no-ff", "--no-edit", candidate])
    case .mergeDiverged:
      try newsroom.plant(Array("Ask the desk.\n".utf8), at: "CONTACT.md", on: "main")
      try git("reset", "--quiet", "--hard")
      return try git.run(["merge", "--no-edit", candidate])
    case .mergeFastForward: return try git.run(["merge", "--ff-only", candidate])
    case .mergeSquash:
      try git("merge", "--quiet", "--squash", candidate)
      return try git.run(["commit", "--message", "Squash"])
    case .mergeWithoutVerify: return try git.run(["merge", "--no-ff", "--no-edit", "--no-verify", candidate])
    case .commit, .commitWithoutVerify:
      try git("checkout", "--quiet", candidate, "--", ".")
      return try git.run(["commit", "--message", "Publish"] + (self == .commit ? [] : ["--no-verify"]))
    case .amend:
      try git("checkout", "--quiet", candidate, "--", ".")
      return try git.run(["commit", "--amend", "--no-edit"])
    case .cherryPick: return try git.run(["cherry-pick", candidate])
    case .rebase: return try git.run(["rebase", candidate])
    case .applyMail:
      let mail = try git.run(["format-patch", "--stdout", "-1", candidate])
      return try git.run(["am"], input: mail.output)
    case .pull:
      try git("branch", "from-elsewhere", candidate)
      return try git.run(["pull", "--ff-only", ".", "from-elsewhere"])
    case .resetHard: return try git.run(["reset", "--hard", candidate])
    case .branchForce:
      try git("switch", "--quiet", "--create", "elsewhere")
      return try git.run(["branch", "--force", "main", candidate])
    case .checkoutReset:
      try git("switch", "--quiet", "--create", "elsewhere")
      return try git.run(["checkout", "-B", "main", candidate])
    case .updateRef:
      try git("switch", "--quiet", "--create", "elsewhere")
      return try git.run(["update-ref", "refs/heads/main", candidate])
    case .updateRefTransaction:
      try git("switch", "--quiet", "--create", "elsewhere")
      return try git.run(
        ["update-ref", "--stdin"], input: Array("start\nupdate refs/heads/main \(candidate)\nprepare\ncommit\n".utf8))
    case .fetchIntoBranch:
      try git("switch", "--quiet", "--create", "elsewhere")
      try git("branch", "from-elsewhere", candidate)
      return try git.run(["fetch", ".", "from-elsewhere:main"])
    }
  }
}
