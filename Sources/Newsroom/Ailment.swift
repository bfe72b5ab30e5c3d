/// Something that keeps the gate of a repository from its work, or will.
package struct Ailment: Hashable, Sendable {
  package enum Gravity: String, Hashable, Sendable {
    /// Something is not judged, or nothing works.
    case error
    /// It works, and somebody should look at it all the same.
    case warning
  }

  package let gravity: Gravity
  /// One sentence, without a final full stop.
  package let message: String
  /// What to type to mend it: the words of one command; `nil` when no command does.
  package let command: [String]?
  /// Whether it can be mended without a person's decision, and how.
  package let cure: Cure?

  /// What mends it without losing anything.
  package enum Cure: Hashable, Sendable {
    case installHooks
    /// Absolute.
    case remove(String)
  }

  package init(_ gravity: Gravity, _ message: String, command: [String]?, cure: Cure? = nil) {
    self.gravity = gravity
    self.message = message
    self.command = command
    self.cure = cure
  }
}
