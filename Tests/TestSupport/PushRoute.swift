/// A way of pushing a commit onto a branch of a server.
package enum PushRoute: String, CaseIterable, Sendable {
  case plain, withoutVerify, forced, forcedByPlus, forcedWithLease, byObjectID, ofHead, fromTag, fromLinkedWorkTree
  case withOthers, atomicWithOthers, allBranches, mirror, withTags, withOption
  case afterDraft, afterReplacement, afterRewind, ontoAlias, sendPack, fromShallowClone, overFileProtocol
  case keptPacked, intoPackedRefs, withCheckedObjects

  /// Pushes `target`'s tip from a repository without hooks to one that has the server's.
  ///
  /// - Returns: how the last command of the route ended.
  package func take(_ target: String, from writer: TestNewsroom, to server: Git) throws -> Subprocess {
    let git = writer.git
    let ref = "refs/heads/\(target)"
    let other = "HEAD:refs/heads/desk/other"
    let remote = server.folder
    switch self {
    case .plain: return try git.run(["push", remote, target])
    case .withoutVerify: return try git.run(["push", "--no-verify", remote, target])
    case .forced: return try git.run(["push", "--force", remote, target])
    case .forcedByPlus: return try git.run(["push", remote, "+\(ref):\(ref)"])
    case .forcedWithLease:
      return try git.run(["push", "--force-with-lease=\(target):\(try server("rev-parse", ref))", remote, target])
    case .byObjectID: return try git.run(["push", remote, "\(try git("rev-parse", ref)):\(ref)"])
    case .ofHead:
      try git("switch", "--quiet", target)
      return try git.run(["push", remote, "HEAD:\(ref)"])
    case .fromTag:
      try git("tag", "v1", ref)
      return try git.run(["push", remote, "refs/tags/v1:\(ref)"])
    case .fromLinkedWorkTree:
      try git("worktree", "add", "--quiet", "--detach", "../linked", ref)
      return try git.run(["-C", "../linked", "push", remote, "HEAD:\(ref)"])
    case .withOthers: return try git.run(["push", remote, other, "\(ref):\(ref)"])
    case .atomicWithOthers: return try git.run(["push", "--atomic", remote, other, "\(ref):\(ref)"])
    case .allBranches: return try git.run(["push", "--all", remote])
    case .mirror: return try git.run(["push", "--mirror", remote])
    case .withTags:
      try git("tag", "--annotate", "--message", "One", "v1", ref)
      return try git.run(["push", "--follow-tags", remote, target])
    case .withOption:
      try server("config", "receive.advertisePushOptions", "true")
      return try git.run(["push", "--push-option=skip", remote, target])
    case .afterDraft:
      // All objects are there when the push that matters comes.
      try git("push", "--quiet", remote, "\(ref):refs/heads/draft/\(SampleArticle.slug)")
      return try git.run(["push", remote, target])
    case .afterReplacement:
      // Reading the pushed commit would show the one before it.
      try server("replace", try server("rev-parse", ref), try server("rev-parse", "factual/\(SampleArticle.slug)"))
      return try git.run(["push", remote, target])
    case .afterRewind:
      try git("push", "--quiet", "--force", remote, "\(ref)~1:\(ref)")
      return try git.run(["push", remote, target])
    case .ontoAlias:
      try server("symbolic-ref", "refs/heads/latest", ref)
      return try git.run(["push", remote, "\(ref):refs/heads/latest"])
    case .sendPack: return try git.run(["send-pack", remote, "\(ref):\(ref)"])
    case .fromShallowClone:
      try git("clone", "--quiet", "--depth", "2", "--branch", target, "file://\(git.folder)", "../shallow")
      return try git.run(["-C", "../shallow", "push", remote, "HEAD:\(ref)"])
    case .overFileProtocol: return try git.run(["push", "file://\(remote)", target])
    case .keptPacked:
      try server("config", "receive.unpackLimit", "1")
      return try git.run(["push", remote, target])
    case .intoPackedRefs:
      try server("pack-refs", "--all", "--prune")
      try server("gc", "--quiet")
      return try git.run(["push", remote, target])
    case .withCheckedObjects:
      try server("config", "receive.fsckObjects", "true")
      return try git.run(["push", remote, target])
    }
  }
}
