package import Newsroom
import Reports

/// Opens the desk of the repository that a command works in, and words what goes wrong there.
package struct DeskRoom {
  let terminal: Terminal

  init(_ global: some VerbOptions) { terminal = global.terminal }

  /// Opens the repository around a folder, the current one when none is named.
  ///
  /// - Throws: `GitError`.
  package static func open(in folder: String = ".") throws -> Desk {
    try Desk(at: folder, environment: Surroundings.environment(), now: Surroundings.now())
  }

  /// Runs `body` on the desk.
  ///
  /// - Parameter tried: what the command was about to do, as a verb phrase.
  /// - Throws: `Failure`, for whatever went wrong.
  func attempt<Result>(_ tried: String, _ body: (Desk) throws -> Result) throws -> Result {
    do { return try body(try Self.open()) } catch { throw Self.failure(error, trying: tried, on: terminal) }
  }

  /// Words what went wrong; what is wrong with a policy is told place by place at once.
  static func failure(_ error: any Error, trying tried: String, on terminal: Terminal) -> Failure {
    if let error = error as? DeskError, !error.diagnostics.isEmpty {
      terminal.complain(terminal.renderer(for: .error).text(error.diagnostics))
    }
    return Failure(error, trying: tried)
  }
}
