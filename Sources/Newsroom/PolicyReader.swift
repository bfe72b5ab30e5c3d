package import Gatekeeping
package import GitStore
import StructuredText

/// The policy that holds for a repository, and where it comes from.
package struct PolicyInForce: Sendable {
  package let policy: Policy
  package let origin: Origin

  package enum Origin: Hashable, Sendable {
    /// There is no file, so the default one.
    case defaults
    case branch(String, commit: ObjectID)
    /// For information only: the file is staged, and not yet on the protected branch.
    case index
  }
}

/// Finds the policy that is in force: the one on the protected branch as it is now, before any update that is judged.
struct PolicyReader {
  let repository: Repository
  private static let path = TreePath(Policy.path)
  private static let sizeLimit = 1 << 20

  /// Returns the policy that gates apply.
  ///
  /// Which branch is protected stands in the policy, which lies on that branch. So candidates are asked one after the
  /// other; a policy that names another branch hands over to the one there.
  ///
  /// - Throws: `DeskError.brokenPolicy`.
  func inForce() throws -> PolicyInForce {
    let candidates = try candidates()
    for branch in candidates {
      guard let commit = try tip(of: branch), let policy = try policy(at: commit, label: "\(branch):\(Policy.path)")
      else {
        continue
      }
      let named = policy.workflow.protectedBranch
      if named != branch, let other = try tip(of: named),
        let there = try self.policy(at: other, label: "\(named):\(Policy.path)"),
        there.workflow.protectedBranch == named
      {
        return PolicyInForce(policy: there, origin: .branch(named, commit: other))
      }
      return PolicyInForce(policy: policy, origin: .branch(branch, commit: commit))
    }
    var policy = Policy()
    if let branch = candidates.first {
      do throws(Workflow.Invalid) {
        policy.workflow = try policy.workflow.publishing(on: branch)
      } catch {
        // A draft is checked out, say: then the protected branch has the usual name.
      }
    }
    return PolicyInForce(policy: policy, origin: .defaults)
  }

  /// Returns the policy in force, or, when no branch has one yet, the one that is staged to become it.
  func forReading() throws -> PolicyInForce {
    let found = try inForce()
    guard found.origin == .defaults, !repository.isBare,
      let staged = try repository.stagedVersion(of: Self.path, in: try repository.index()),
      let policy = try policy(in: staged, label: Policy.path)
    else { return found }
    return PolicyInForce(policy: policy, origin: .index)
  }

  /// Returns the policy in a snapshot; `nil` when there is none.
  func policy(at snapshot: ObjectID, label: String) throws -> Policy? {
    guard let version = try repository.entry(at: Self.path, in: snapshot) else { return nil }
    return try policy(in: version, label: label)
  }

  func policy(in version: FileVersion, label: String) throws -> Policy? {
    guard version.mode.isRegular else {
      throw DeskError.brokenPolicy(PolicyError(notAFile: label), label: label, bytes: [])
    }
    let bytes = try repository.blob(version.id, limit: Self.sizeLimit)
    do throws(PolicyError) {
      return try PolicyDecoder.policy(from: bytes)
    } catch {
      throw DeskError.brokenPolicy(error, label: label, bytes: bytes)
    }
  }

  /// The branches that may be the protected one, the likeliest first; those that exist, unless none does.
  ///
  /// Where people push to, HEAD is the owner's word. Elsewhere it is whatever is checked out, and counts only while
  /// there is no main branch.
  private func candidates() throws -> [String] {
    var head: String?
    if case .branch(let ref, _) = try repository.head() { head = ref.branch }
    let usual = try ["main", "master"].filter { try tip(of: $0) != nil }
    guard let head else { return usual }
    if repository.isBare { return [head] + usual.filter { $0 != head } }
    return usual.isEmpty ? [head] : usual
  }

  private func tip(of branch: String) throws -> ObjectID? {
    try repository.tip(of: try RefName(branch: branch))
  }
}

extension PolicyError {
  fileprivate init(notAFile label: String) {
    self.init(problems: [.init("\(label) is no ordinary file", at: .init(0, 0), remedy: "commit it as a file")])
  }
}
