package import StructuredText
import Wording

/// Why a policy file cannot be used: everything that is wrong with it, in the order of the text.
package struct PolicyError: Error, Hashable, Sendable {
  package let problems: [StructuredTextError]

  package init(problems: [StructuredTextError]) {
    self.problems = problems
  }

  /// The first problem's sentence.
  package var message: String {
    problems.first?.message
      ?? worded(
        "The policy is broken",
        fr: "La charte est défectueuse")
  }
}
