/// A way of bringing a commit onto a branch of this repository that git lets a hook refuse.
package enum Route: String, CaseIterable, Sendable {
  case commit, commitAll, commitPath, commitWithoutVerify, commitStaged, amend, amendWithoutVerify
  case merge, mergeDiverged, mergeFastForward, mergeSquash, mergeWithoutVerify, mergeOctopus, mergeConcluded
  case cherryPick, cherryPickStaged, revert, rebase, rebaseOnto, rebaseDiverged
  case applyMail, applyMailThreeWay, applyPatch, stashPop, readTree, fastImport
  case resetHard, resetSoft, resetMixed, resetKeep
  case branchForce, checkoutReset, switchReset, workTreeReset, workTreeCommit, workTreeMerge
  case updateRef, updateRefExpecting, updateRefOfHead, updateRefLines, updateRefTransaction, updateRefSeveral
  case pull, pullRebase, pullMerge, fetchIntoBranch, fetchForced, fetchEverything, fetchIntoHead, fetchBundle
  case remoteUpdate, pushHere, pushHereForced, pushHereWithOthers, pushHereAtomic, sendPack

  /// Takes the route in a repository that has `target` checked out.
  ///
  /// - Parameter candidate: a commit whose parent is the target's tip; the branch `desk/arrival` is there too.
  /// - Returns: how the last command of the route ended.
  package func take(_ candidate: String, to target: String = "main", in newsroom: TestNewsroom) throws -> Subprocess {
    let walk = Walk(candidate: candidate, target: target, newsroom: newsroom)
    return try walk.commit(self) ?? walk.merge(self) ?? walk.replay(self) ?? walk.move(self) ?? walk.fetch(self)
      ?? walk.push(self)
  }
}

/// One walk along a route. Each function takes the routes of one kind, and returns nil for the others.
private struct Walk {
  let candidate: String
  let target: String
  let newsroom: TestNewsroom

  private var git: Git { newsroom.git }
  private var ref: String { "refs/heads/\(target)" }

  func commit(_ route: Route) throws -> Subprocess? {
    switch route {
    case .commit, .commitWithoutVerify:
      try stage()
      return try git.run(["commit", "--message", "Write"] + (route == .commit ? [] : ["--no-verify"]))
    case .commitAll:
      try stage()
      try git("reset", "--quiet")
      try git("add", "--intent-to-add", ".")
      return try git.run(["commit", "--all", "--message", "Write"])
    case .commitPath:
      try stage()
      return try git.run(["commit", "--message", "Write", "--", "articles"])
    case .commitStaged:
      for line in try git("diff-tree", "-r", "--no-commit-id", candidate).split(separator: "\n") {
        let words = line.split { $0 == " " || $0 == "\t" }
        try git("update-index", "--add", "--cacheinfo", "\(words[1]),\(words[3]),\(words[5])")
      }
      return try git.run(["commit", "--message", "Write"])
    case .amend, .amendWithoutVerify:
      try stage()
      return try git.run(["commit", "--amend", "--no-edit"] + (route == .amend ? [] : ["--no-verify"]))
    case .applyPatch:
      let patch = try git.run(["diff", "--binary", "\(candidate)^", candidate])
      try git(["apply", "--index"], input: patch.output)
      return try git.run(["commit", "--message", "Apply"])
    case .stashPop:
      try stage()
      try git("stash", "push", "--quiet")
      try git("stash", "pop", "--quiet", "--index")
      return try git.run(["commit", "--message", "Take up again"])
    case .readTree:
      try git("read-tree", "-m", "-u", "HEAD", candidate)
      return try git.run(["commit", "--message", "Read"])
    default: return nil
    }
  }

  func merge(_ route: Route) throws -> Subprocess? {
    switch route {
    case .merge: return try git.run(["merge", "--no-ff", "--no-edit", candidate])
    case .mergeDiverged:
      try diverge()
      return try git.run(["merge", "--no-edit", candidate])
    case .mergeFastForward: return try git.run(["merge", "--ff-only", candidate])
    case .mergeSquash:
      try git("merge", "--quiet", "--squash", candidate)
      return try git.run(["commit", "--message", "Squash"])
    case .mergeWithoutVerify: return try git.run(["merge", "--no-ff", "--no-edit", "--no-verify", candidate])
    case .mergeOctopus:
      let other = try newsroom.plant(
        Array("A plot.\n".utf8), at: "images/\(SampleArticle.slug)/b.txt", on: "desk/other", from: target)
      return try git.run(["merge", "--no-ff", "--no-edit", candidate, other])
    case .mergeConcluded:
      try git("merge", "--quiet", "--no-ff", "--no-commit", candidate)
      return try git.run(["commit", "--no-edit"])
    case .workTreeMerge:
      try git("switch", "--quiet", "--create", "elsewhere")
      try git("worktree", "add", "--quiet", "../linked", target)
      return try git.run(["-C", "../linked", "merge", "--no-edit", candidate])
    case .workTreeCommit:
      try git("switch", "--quiet", "--create", "elsewhere")
      try git("worktree", "add", "--quiet", "../linked", target)
      try git("-C", "../linked", "checkout", "--quiet", candidate, "--", ".")
      return try git.run(["-C", "../linked", "commit", "--message", "Write"])
    default: return nil
    }
  }

  func replay(_ route: Route) throws -> Subprocess? {
    switch route {
    case .cherryPick: return try git.run(["cherry-pick", candidate])
    case .cherryPickStaged:
      try git("cherry-pick", "--no-commit", candidate)
      return try git.run(["commit", "--message", "Pick"])
    case .revert:
      // Somebody took the candidate back once.
      let back = try git("commit-tree", "\(ref)^{tree}", "-p", candidate, "-m", "Take it back")
      try git("-c", "core.hooksPath=/dev/null", "update-ref", ref, back)
      return try git.run(["revert", "--no-edit", "HEAD"])
    case .rebase: return try git.run(["rebase", candidate])
    case .rebaseOnto: return try git.run(["rebase", "--onto", candidate, target])
    case .rebaseDiverged:
      try diverge()
      return try git.run(["rebase", candidate])
    case .applyMail, .applyMailThreeWay:
      let mail = try git.run(["format-patch", "--stdout", "-1", candidate])
      return try git.run(["am"] + (route == .applyMail ? [] : ["--3way"]), input: mail.output)
    case .fastImport:
      try leave()
      return try git.run(["fast-import", "--quiet"], input: Array("reset \(ref)\nfrom \(candidate)\n\n".utf8))
    default: return nil
    }
  }

  func move(_ route: Route) throws -> Subprocess? {
    switch route {
    case .resetHard: return try git.run(["reset", "--hard", candidate])
    case .resetSoft: return try git.run(["reset", "--soft", candidate])
    case .resetMixed: return try git.run(["reset", "--mixed", candidate])
    case .resetKeep: return try git.run(["reset", "--keep", candidate])
    case .updateRefOfHead: return try git.run(["update-ref", "HEAD", candidate])
    default: break
    }
    let commands: [Route: [String]] = [
      .branchForce: ["branch", "--force", target, candidate], .checkoutReset: ["checkout", "-B", target, candidate],
      .switchReset: ["switch", "--force-create", target, candidate],
      .workTreeReset: ["worktree", "add", "-B", target, "../linked", candidate],
      .updateRef: ["update-ref", ref, candidate],
      .updateRefExpecting: ["update-ref", "--no-deref", ref, candidate, "\(candidate)^"],
    ]
    let lines: [Route: String] = [
      .updateRefLines: "update \(ref) \(candidate)\n",
      .updateRefTransaction: "start\nupdate \(ref) \(candidate)\nprepare\ncommit\n",
      .updateRefSeveral:
        "create refs/heads/aaa \(candidate)\nupdate \(ref) \(candidate)\ncreate refs/tags/z \(candidate)\n",
    ]
    if let command = commands[route] {
      try leave()
      return try git.run(
        command[0] == "update-ref" ? command.map { $0 == "\(candidate)^" ? try parent() : $0 } : command)
    }
    guard let input = lines[route] else { return nil }
    try leave()
    return try git.run(["update-ref", "--stdin"], input: Array(input.utf8))
  }

  func fetch(_ route: Route) throws -> Subprocess? {
    switch route {
    case .pull: return try git.run(["pull", "--ff-only", ".", "desk/arrival"])
    case .pullRebase: return try git.run(["pull", "--rebase", ".", "desk/arrival"])
    case .pullMerge: return try git.run(["pull", "--no-ff", "--no-rebase", "--no-edit", ".", "desk/arrival"])
    case .fetchIntoHead: return try git.run(["fetch", "--update-head-ok", ".", "desk/arrival:\(target)"])
    case .fetchIntoBranch, .fetchForced:
      try leave()
      return try git.run(["fetch", ".", (route == .fetchForced ? "+" : "") + "desk/arrival:\(target)"])
    case .fetchEverything, .remoteUpdate:
      let other = newsroom.folder.path("other.git")
      try git("clone", "--quiet", "--bare", ".", other)
      try git("--git-dir", other, "update-ref", ref, candidate)
      try leave()
      if route == .fetchEverything { return try git.run(["fetch", other, "+refs/heads/*:refs/heads/*"]) }
      try git("config", "remote.other.url", other)
      try git("config", "remote.other.fetch", "+\(ref):\(ref)")
      return try git.run(["remote", "update", "other"])
    case .fetchBundle:
      let bundle = newsroom.folder.path("bundle")
      try git("bundle", "create", "--quiet", bundle, "desk/arrival")
      try leave()
      return try git.run(["fetch", bundle, "desk/arrival:\(target)"])
    default: return nil
    }
  }

  func push(_ route: Route) throws -> Subprocess {
    try leave()
    let move = "\(candidate):\(ref)"
    switch route {
    case .pushHereForced: return try git.run(["push", "--force", "--no-verify", ".", move])
    case .pushHereWithOthers: return try git.run(["push", "--no-verify", ".", "\(candidate):refs/tags/z", move])
    case .pushHereAtomic:
      return try git.run(["push", "--no-verify", "--atomic", ".", "\(candidate):refs/tags/z", move])
    case .sendPack: return try git.run(["send-pack", ".", move])
    default: return try git.run(["push", "--no-verify", ".", move])
    }
  }

  /// Brings the candidate's files into the index and the work tree.
  private func stage() throws { try git("checkout", "--quiet", candidate, "--", ".") }

  /// Checks another branch out, so that the target is no work tree's.
  private func leave() throws { try git("switch", "--quiet", "--create", "elsewhere") }

  private func parent() throws -> String { try git("rev-parse", "\(candidate)^") }

  /// Gives the target a commit of its own.
  private func diverge() throws {
    try newsroom.plant(Array("A plot.\n".utf8), at: "images/\(SampleArticle.slug)/a.txt", on: target)
    try git("reset", "--quiet", "--hard")
  }
}
