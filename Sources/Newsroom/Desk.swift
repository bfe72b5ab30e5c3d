import Gatekeeping
package import GitStore

/// The use cases on one repository. Not `Sendable`: a task that works on its own opens its own.
///
/// The desk reads no clock and no environment of its own; both come in when it is opened.
package final class Desk {
  package let repository: Repository
  /// When "now" is, for commits and ages.
  package private(set) lazy var now = clock()
  private let clock: () -> Timestamp
  let environment: [String: String]
  /// Where the desk was opened.
  let folder: String
  /// What tells this build of the program from any other; `nil` when every article is to be scored.
  let program: String?
  /// What tells the run of git that asks from any other; `nil` when that is not known.
  let caller: String?

  /// Opens the repository that git would use in `folder` with this environment.
  ///
  /// - Parameters:
  ///   - program: given by a hook, it lets the second of two hooks pass what the first has scored.
  ///   - caller: given by a hook, it lets the second one of the same run of git ask nothing at all: the number and the
  ///     start of that process.
  /// - Throws: `GitError`, such as `notARepository`.
  package init(
    at folder: String, environment: [String: String], now: @escaping @autoclosure () -> Timestamp,
    program: String? = nil, caller: String? = nil
  ) throws {
    repository = try Repository.open(at: folder, environment: environment)
    self.environment = environment
    self.folder = folder
    clock = now
    self.program = program
    self.caller = caller
  }

  /// Returns the policy that gates apply, and where it comes from.
  ///
  /// - Throws: `DeskError.brokenPolicy`.
  package func policyInForce() throws -> PolicyInForce { try PolicyReader(repository: repository).inForce() }

  /// Returns the policy for questions without consequences: also one that is staged before there is any.
  package func policyForReading() throws -> PolicyInForce { try PolicyReader(repository: repository).forReading() }

  /// The installer of this repository's hooks.
  ///
  /// A policy that cannot be read does not keep the hooks out: they are there to refuse until it is mended.
  package func hookInstaller() throws -> HookInstaller {
    let workflow: Workflow
    do {
      workflow = try policyInForce().policy.workflow
    } catch DeskError.brokenPolicy {
      workflow = .standard
    }
    return HookInstaller(repository: repository, workflow: workflow)
  }
}
