/// A git command that takes back what a refused operation left in the index and the work tree.
package struct WayBack: Hashable, Sendable {
  /// What follows `git`: `["merge", "--abort"]`.
  package let arguments: [String]
  /// What follows `git` in a command that has to come before; empty when there is none.
  package let preparation: [String]
  package let effect: Effect

  /// What becomes of the files.
  package enum Effect: Hashable, Sendable {
    /// What git wrote goes away; nobody's work is touched.
    case cleansUp
    /// The writer's own changes are put aside, where `git stash pop` finds them.
    case putsAside
    /// The writer's own changes are lost.
    case discards
  }

  package init(_ arguments: String..., effect: Effect) { self.init(arguments, effect: effect) }

  package init(_ arguments: [String], after preparation: [String] = [], effect: Effect) {
    self.arguments = arguments
    self.preparation = preparation
    self.effect = effect
  }
}
