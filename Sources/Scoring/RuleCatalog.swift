/// Every rule there is, sorted by id.
package enum RuleCatalog {
  package static let all: [RuleDescription] = []

  /// The rule with the id `id`.
  package static func rule(_ id: RuleID) -> RuleDescription? {
    all.first { $0.id == id }
  }
}
