import Foundation

/// A regular expression over the masked text of a page.
///
/// Foundation's, because edits must be found with what stands before them and the standard library's has no look-behind.
struct Pattern: Sendable {
  private let expression: NSRegularExpression

  /// - Parameter source: `~` stands for one blank of any kind, a line ending included, and `'` for either apostrophe.
  init(_ source: String, anyCase: Bool = false) {
    let text = source.replacingOccurrences(of: "~", with: "[ \\u00A0\\u202F\\n]")
      .replacingOccurrences(of: "'", with: "['’]")
    do {
      expression = try NSRegularExpression(
        pattern: text, options: anyCase ? [.caseInsensitive, .anchorsMatchLines] : [.anchorsMatchLines])
    } catch {
      preconditionFailure("not a regular expression: \(source)")
    }
  }

  func matches(in page: Page) -> [Match] {
    matches(in: page.mask, 0..<page.units.count).map { Match(page: page, groups: $0) }
  }

  /// Returns the ranges of the groups of each match, in UTF-16 units.
  func matches(in text: String, _ range: Range<Int>) -> [[Range<Int>?]] {
    expression.matches(in: text, range: NSRange(range)).map { result in
      (0..<result.numberOfRanges).map { Range(result.range(at: $0)) }
    }
  }

  func matches(in text: String) -> [[Range<Int>?]] { matches(in: text, 0..<text.utf16.count) }
  func occurs(in text: String) -> Bool { !matches(in: text).isEmpty }
}

/// A place that a pattern found on a page.
struct Match {
  let page: Page
  let groups: [Range<Int>?]

  var range: Range<Int> { groups[0] ?? 0..<0 }
  var text: String { page.text(range) }
  func range(_ group: Int) -> Range<Int>? { group < groups.count ? groups[group] : nil }
  func text(_ group: Int) -> String { range(group).map(page.text) ?? "" }
}
