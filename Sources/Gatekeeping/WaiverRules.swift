package import Scoring

/// What the policy says about waivers: the key `waivers` of `editorial.yml`.
package struct WaiverRules: Hashable, Sendable {
  /// The addresses of those whose waivers count; `nil` for everybody, empty for nobody.
  package var people: [String]?
  /// Rules whose findings nobody can accept, beside those that no policy can open.
  package var never: Set<RuleID> = []

  package init() {}

  /// The rules that no policy can open: an article without real sources cannot be checked by anybody, so no reason is
  /// good enough.
  package static let closed: Set<RuleID> = ["sources-missing", "sources-placeholder"]

  /// Why a waiver does not count.
  package enum Obstacle: Hashable, Sendable {
    case sources
    case rule
    case nobody
    /// Others may, this person may not.
    case person(String)
  }

  /// Returns why findings of a rule cannot be accepted at all; `nil` when they can.
  package func obstacle(to rule: RuleID) -> Obstacle? {
    if Self.closed.contains(rule) { return .sources }
    if never.contains(rule) { return .rule }
    return people?.isEmpty == true ? .nobody : nil
  }

  /// Returns why somebody's waiver of a rule does not count; `nil` when it does.
  ///
  /// - Parameter address: the person's.
  package func obstacle(to rule: RuleID, by address: String) -> Obstacle? {
    if let obstacle = obstacle(to: rule) { return obstacle }
    guard let people, !people.contains(where: { $0.lowercased() == address.lowercased() }) else { return nil }
    return .person(address)
  }
}
