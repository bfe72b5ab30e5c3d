import Gatekeeping
import GitStore

/// The observe mode: what gates would refuse is told and recorded, and gets in.
extension Desk {
  /// The file that keeps what would have been refused, in the folder that all work trees share.
  package static let observationsFile = "editorial-observed"
  /// The most bytes that are kept; the oldest lines go first.
  private static let mostBytes = 1 << 18

  /// Whether the policy in force says that gates refuse nothing.
  ///
  /// - Throws: `DeskError.brokenPolicy`: then nobody knows, and gates refuse.
  package func isObserving() throws -> Bool { try policyInForce().policy.mode == .observe }

  /// Keeps one line of JSON about an update that would have been refused. A line that cannot be kept is no reason to stop.
  package func keepObservation(_ line: String) {
    try? HookFolder(path: repository.commonDirectory).append(line, to: Self.observationsFile, limit: Self.mostBytes)
  }

  /// Returns how many updates are kept that would have been refused.
  package func observationCount() -> Int {
    let bytes = HookFolder(path: repository.commonDirectory).read(Self.observationsFile) ?? []
    return bytes.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
  }
}
