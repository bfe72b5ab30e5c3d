/// A way of bringing a commit onto a branch on which git asks no hook.
package enum HiddenRoute: String, CaseIterable, Sendable {
  case branchMove, branchCopy, symbolicRef, fileByHand, packedByHand, hooksSwitchedOff

  /// Takes the route.
  ///
  /// - Parameter candidate: a commit, which the branch `desk/arrival` leads to as well.
  /// - Returns: how the last command of the route ended.
  package func take(_ candidate: String, to target: String = "main", in newsroom: TestNewsroom) throws -> Subprocess {
    let git = newsroom.git
    try git("switch", "--quiet", "--create", "elsewhere")
    let ref = "refs/heads/\(target)"
    switch self {
    case .branchMove: return try git.run(["branch", "--force", "--move", "desk/arrival", target])
    case .branchCopy: return try git.run(["branch", "--force", "--copy", "desk/arrival", target])
    case .symbolicRef: return try git.run(["symbolic-ref", ref, "refs/heads/desk/arrival"])
    case .fileByHand:
      try git.write(".git/\(ref)", candidate + "\n")
    case .packedByHand:
      try git("pack-refs", "--all", "--prune")
      let packed = try git.read(".git/packed-refs")
      let lines = packed.split(separator: "\n").map { $0.hasSuffix(" " + ref) ? "\(candidate) \(ref)" : String($0) }
      try git.write(".git/packed-refs", lines.joined(separator: "\n") + "\n")
    case .hooksSwitchedOff: return try git.run(["-c", "core.hooksPath=/dev/null", "update-ref", ref, candidate])
    }
    return try git.run(["rev-parse", "--verify", ref])
  }
}
