import Gatekeeping
import GitStore
import Newsroom
import TestSupport

extension TestNewsroom {
  /// Opens the desk on the repository, or on another folder of it.
  ///
  /// - Parameter program: the mark of the build, as a hook gives it.
  func desk(in other: String? = nil, program: String? = nil) throws -> Desk {
    try Desk(
      at: other ?? git.folder, environment: git.environment, now: Timestamp(seconds: 1_750_000_000, offset: 120),
      program: program)
  }

  /// What the gate says of moving a branch to a commit, as a hook would ask.
  func judgement(of branch: String, to commit: String, from old: String? = nil) throws -> Judgement? {
    try desk().judge(
      RefUpdate(
        ref: RefName(branch: branch), old: old.flatMap { ObjectID(hex: $0) },
        new: ObjectID(hex: commit).map { .id($0) } ?? .deleted))
  }

  /// What a server says of a push.
  func reception(_ updates: (branch: String, old: String?, new: String?)...) throws -> [Judgement] {
    let zero = ObjectID.zero.hex
    let lines = updates.map { "\($0.old ?? zero) \($0.new ?? zero) refs/heads/\($0.branch)" }
    return try desk().judge(
      HookEvent(.preReceive, arguments: [lines[0]], input: Array(lines.dropFirst().joined(separator: "\n").utf8)))
  }

  /// Promotes as the command does.
  @discardableResult
  func promote(_ slug: String, to stage: String? = nil, isTrial: Bool = false, in folder: String? = nil) throws
    -> PromotionOutcome
  {
    let desk = try desk(in: folder)
    return try desk.promote(desk.promotion(of: desk.slug(named: slug), to: stage), isTrial: isTrial)
  }
}

extension Judgement {
  /// All reasons to refuse, of the update and of its articles.
  var everyRefusal: [Refusal] { refusals + articles.flatMap(\.verdict.refusals) }
}
