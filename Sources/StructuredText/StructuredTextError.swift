/// Why a text could not be read as YAML or JSON, or does not have the expected shape.
package struct StructuredTextError: Error, Hashable, Sendable {
  /// One sentence, without the place and without a final full stop.
  package let message: String
  /// Where in the text that was read.
  package let range: TextRange
  /// What to do about it, when that is known.
  package let remedy: String?

  package init(_ message: String, at range: TextRange, remedy: String? = nil) {
    self.message = message
    self.range = range
    self.remedy = remedy
  }
}
