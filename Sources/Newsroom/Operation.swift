package import GitStore

/// One thing that this program did: what it moved, who asked for it, and when.
package struct Operation: Sendable {
  package let id: ObjectID
  package let record: OperationRecord
  /// The refs that it moved, in the order in which they moved.
  package let moves: [RefMove]
  package let person: Identity
  /// The one before it; `nil` for the first.
  let previous: ObjectID?
}

/// What is told of an operation beside the refs that it moved.
package struct OperationRecord: Hashable, Sendable {
  /// As it stands on the command line: `promote`.
  package let verb: String
  /// One line, in English as commit messages are: `Promote solar-roofs from styled to published`.
  package let summary: String
  /// The slugs of the articles that it was about.
  package let articles: [String]
  /// The operation that this one took back; `nil` for all but those of `undo`.
  package let undone: ObjectID?

  package init(verb: String, summary: String, articles: [String], undone: ObjectID? = nil) {
    self.verb = verb
    // A line of its own in the message would be read as a trailer.
    self.summary = summary.split { $0.isNewline }.joined(separator: " ")
    self.articles = articles
    self.undone = undone
  }

  /// The line for the reflogs of the refs that move.
  var reflogLine: String { "\(verb): \(summary)" }

  /// The record of taking this operation back; whoever takes that back does it again.
  func undoing(_ id: ObjectID) -> OperationRecord {
    let summary =
      if self.summary.hasPrefix(Self.undo) {
        Self.redo + self.summary.dropFirst(Self.undo.count)
      } else if self.summary.hasPrefix(Self.redo) {
        Self.undo + self.summary.dropFirst(Self.redo.count)
      } else {
        Self.undo + self.summary
      }
    return OperationRecord(verb: "undo", summary: summary, articles: articles, undone: id)
  }

  private static let undo = "Undo: "
  private static let redo = "Redo: "
}
