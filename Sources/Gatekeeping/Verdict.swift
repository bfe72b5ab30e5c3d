/// What a gate says of one version of an article, or of an update as a whole.
package enum Verdict: Hashable, Sendable {
  case passed
  /// Never empty.
  case refused([Refusal])

  /// Passes exactly when there is no reason to refuse.
  package init(_ refusals: [Refusal]) {
    self = refusals.isEmpty ? .passed : .refused(refusals)
  }

  package var isPassed: Bool { self == .passed }

  package var refusals: [Refusal] {
    if case .refused(let refusals) = self { refusals } else { [] }
  }
}
