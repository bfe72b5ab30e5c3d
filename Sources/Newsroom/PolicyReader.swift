package import Gatekeeping
package import GitStore
import StructuredText
import Wording

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
  /// Updates that are judged; the first commit of the protected branch brings the policy that it is judged by.
  var founding: [RefUpdate] = []
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
    for candidate in candidates {
      guard let commit = candidate.tip, let policy = try policy(at: commit, label: candidate.label) else { continue }
      let named = policy.workflow.protectedBranch
      if named != candidate.branch, let other = try self.candidate(named), let tip = other.tip,
        let there = try self.policy(at: tip, label: other.label), there.workflow.protectedBranch == named
      {
        return PolicyInForce(policy: there, origin: .branch(named, commit: tip))
      }
      return PolicyInForce(policy: policy, origin: .branch(candidate.branch, commit: commit))
    }
    if candidates.allSatisfy({ $0.tip == nil }), let founded = try founded(on: candidates) { return founded }
    var policy = Policy()
    if let branch = candidates.first?.branch {
      do throws(Workflow.Invalid) {
        policy.workflow = try policy.workflow.publishing(on: branch)
      } catch {
        // A draft is checked out, say: then the protected branch has the usual name.
      }
    }
    return PolicyInForce(policy: policy, origin: .defaults)
  }

  /// Returns the policy that the first commit of the protected branch brings: there was none before it.
  private func founded(on candidates: [Candidate]) throws -> PolicyInForce? {
    var made: [String: ObjectID] = [:]
    for update in founding {
      if let branch = update.ref.branch, let id = update.new.id { made[branch] = id }
    }
    for branch in candidates.map(\.branch) + Self.usual {
      guard let commit = made[branch] else { continue }
      do {
        guard let found = try policy(at: commit, label: "\(branch):\(Policy.path)") else { continue }
        let named = found.workflow.protectedBranch
        guard named != branch, let other = made[named],
          let there = try policy(at: other, label: "\(named):\(Policy.path)"),
          there.workflow.protectedBranch == named
        else { return PolicyInForce(policy: found, origin: .branch(branch, commit: commit)) }
        return PolicyInForce(policy: there, origin: .branch(named, commit: other))
      } catch is DeskError {
        // The update that brings a policy that cannot be read is refused for that, by the default one.
        return nil
      }
    }
    return nil
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

  /// A branch that may be the protected one.
  private struct Candidate {
    let branch: String
    /// `nil` while it has no commit.
    let tip: ObjectID?
    /// The policy's place, for messages.
    let label: String
  }

  private static let usual = ["main", "master"]

  /// The branches that may be the protected one, the likeliest first.
  ///
  /// Where people push to, HEAD is the owner's word. Elsewhere it is whatever is checked out, and counts only while
  /// nothing else tells. Of the usual names only the first that is there counts: whoever could make a policy hold by
  /// pushing a branch of the other name could lower every bar.
  private func candidates() throws -> [Candidate] {
    var head: Candidate?
    if case .branch(let ref, let tip) = try repository.head(), let branch = ref.branch {
      head = Candidate(branch: branch, tip: tip, label: "\(branch):\(Policy.path)")
    }
    var usual: Candidate?
    for branch in Self.usual where usual == nil { usual = try candidate(branch) }
    if repository.isBare {
      let own = head.flatMap { $0.tip == nil ? nil : $0 }
      let found = [own, usual?.branch == own?.branch ? nil : usual].compactMap { $0 }
      return found.isEmpty ? [head].compactMap { $0 } : found
    }
    return [try usual ?? fetched() ?? head].compactMap { $0 }
  }

  /// The branch that another repository publishes on, where nobody has it checked out here.
  private func fetched() throws -> Candidate? {
    for remote in try repository.remoteNames() {
      let prefix = "refs/remotes/\(remote)/"
      guard let target = try repository.symbolicTarget(of: try RefName(prefix + "HEAD"))?.description,
        target.hasPrefix(prefix), let tip = try repository.tip(of: try RefName(target))
      else { continue }
      let branch = String(target.dropFirst(prefix.count))
      return try candidate(branch)
        ?? Candidate(branch: branch, tip: tip, label: "\(remote)/\(branch):\(Policy.path)")
    }
    return nil
  }

  /// A branch that is here; `nil` when it is not.
  private func candidate(_ branch: String) throws -> Candidate? {
    try repository.tip(of: try RefName(branch: branch)).map {
      Candidate(branch: branch, tip: $0, label: "\(branch):\(Policy.path)")
    }
  }
}

extension PolicyError {
  fileprivate init(notAFile label: String) {
    self.init(problems: [
      .init(
        worded("\(label) is no ordinary file", fr: "\(label) n'est pas un fichier ordinaire"), at: .init(0, 0),
        remedy: worded(
          "commit it as a file",
          fr: "faites-en un commit comme fichier"))
    ])
  }
}
