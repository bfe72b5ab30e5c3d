import FoundationEssentials
import Testing

/// Compares `text` with the file of that name in `Golden`; with `EDITORIAL_RECORD=1` writes it, and fails all the same.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let folder = #filePath.prefix(upTo: #filePath.lastIndex(of: "/") ?? #filePath.endIndex)
  let path = "\(folder)/Golden/\(name)"
  if ProcessInfo.processInfo.environment["EDITORIAL_RECORD"] == "1" {
    try Data(text.utf8).write(to: URL(filePath: path))
    Issue.record("recorded \(name); run again without EDITORIAL_RECORD", sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  if text == expected { return }
  let lines = zip(
    text.split(separator: "\n", omittingEmptySubsequences: false),
    expected.split(separator: "\n", omittingEmptySubsequences: false))
  let first = lines.enumerated().first { $0.element.0 != $0.element.1 }
  Issue.record(
    """
    \(name) differs, first in line \((first?.offset ?? 0) + 1):
      expected \(first?.element.1 ?? "(another length)")
      got      \(first?.element.0 ?? "(another length)")
    When the change is meant: EDITORIAL_RECORD=1 swift test --filter ReportsTests
    """, sourceLocation: sourceLocation)
}
