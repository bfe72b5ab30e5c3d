import Scoring
package import StructuredText
import Wording

/// Something wrong with a file of the workflow itself, a policy for one: where, what, and what to do.
package struct Diagnostic: Hashable, Sendable {
  package let path: String
  /// `nil` when the file as a whole is meant.
  package let position: LineTable.Position?
  /// A sentence without a final full stop.
  package let message: String
  package let remedy: String?

  package init(path: String, position: LineTable.Position?, message: String, remedy: String?) {
    self.path = path
    self.position = position
    self.message = message
    self.remedy = remedy
  }

  package init(_ error: StructuredTextError, in text: LocatedText) {
    self.init(
      path: text.path, position: text.lines.position(of: error.range.start), message: error.message,
      remedy: error.remedy)
  }
}

extension TextRenderer {
  /// Returns `path:line:column: error: message` for each, with what to do beneath.
  package func text(_ diagnostics: [Diagnostic]) -> String {
    Self.joined(
      diagnostics.flatMap { diagnostic in
        let place = diagnostic.position.map { ":\($0.line):\($0.column)" } ?? ""
        let head = "\(DisplayText.safe(diagnostic.path))\(place): \(paint(.error, Severity.error.noun))\(colon) "
        let remedy = diagnostic.remedy.map { wrapped("  " + DisplayText.safe($0), hanging: 2) } ?? []
        return [head + DisplayText.safe(diagnostic.message)] + remedy
      })
  }
}
