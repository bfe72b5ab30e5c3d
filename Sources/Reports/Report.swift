package import Scoring
import StructuredText

/// Everything that is told about one version of one article, whatever the format.
package struct Report: Sendable {
  /// What a gate made of the scorecard.
  package struct Gate: Sendable {
    /// The stage whose gate it is; `nil` when the defaults were applied to a file that is in no workflow.
    package let stage: String?
    /// The integrity score that is asked for; `nil` when the gate asks for none.
    package let threshold: Tenths?
    package let isPassed: Bool
    /// Why it was refused, a sentence each; empty when it passed.
    package let reasons: [String]

    package init(stage: String?, threshold: Tenths?, isPassed: Bool, reasons: [String]) {
      self.stage = stage
      self.threshold = threshold
      self.isPassed = isPassed
      self.reasons = reasons
    }
  }

  /// `nil` when the article is a file in no workflow.
  package let slug: String?
  package let candidate: LocatedText
  /// What the findings' baseline places point into.
  package let baseline: LocatedText?
  package let scorecard: Scorecard
  package let gate: Gate?
  /// The command to type next.
  package let next: String?

  package init(
    slug: String?, candidate: LocatedText, baseline: LocatedText?, scorecard: Scorecard, gate: Gate?, next: String?
  ) {
    self.slug = slug
    self.candidate = candidate
    self.baseline = baseline
    self.scorecard = scorecard
    self.gate = gate
    self.next = next
  }

  /// How the article is called in a heading.
  package var name: String { slug ?? candidate.path }
}

/// A text that findings point into, under the name that the reader knows it by.
package struct LocatedText: Sendable {
  /// A path, or `revision:path`.
  package let path: String
  package let bytes: [UInt8]
  let lines: LineTable

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    lines = LineTable(bytes)
  }

  func excerpt(of range: TextRange, width: Int) -> Excerpt {
    lines.excerpt(of: range, in: bytes, width: width)
  }

  /// Returns `path:line:column` of the start of `range`, safe to show.
  func place(of range: TextRange) -> String {
    let position = lines.position(of: range.start)
    return "\(DisplayText.safe(path)):\(position.line):\(position.column)"
  }
}
