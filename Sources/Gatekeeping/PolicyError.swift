package import StructuredText

/// Why a policy file cannot be used: everything that is wrong with it, in the order of the text.
package struct PolicyError: Error, Hashable, Sendable {
  package let problems: [StructuredTextError]

  package init(problems: [StructuredTextError]) {
    self.problems = problems
  }

  /// The first problem's sentence.
  package var message: String { problems.first?.message ?? "The policy is broken" }
}
