package import Gatekeeping
package import Scoring
package import StructuredText

/// Everything that is told about one version of one article, whatever the format.
package struct Report: Sendable {
  /// What a gate made of the scorecard.
  package struct Gate: Sendable {
    /// The stage whose gate it is; `nil` when the defaults were applied to a file that is in no workflow.
    package let stage: String?
    /// The integrity score that is asked for; `nil` when the gate asks for none.
    package let threshold: Tenths?
    package let verdict: Verdict

    package init(stage: String?, threshold: Tenths?, verdict: Verdict) {
      self.stage = stage
      self.threshold = threshold
      self.verdict = verdict
    }
  }

  /// `nil` when the article is a file in no workflow.
  package let slug: String?
  package let candidate: LocatedText
  /// What the findings' baseline places point into.
  package let baseline: LocatedText?
  /// `nil` when there was nothing that could be scored.
  package let scorecard: Scorecard?
  /// Other articles that findings point into.
  package let others: [LocatedText]
  package let gate: Gate?
  /// The findings that somebody has accepted, by their identifiers.
  package let waivers: [String: Waiver]
  /// The command to type next.
  package let next: String?

  package init(
    slug: String?, candidate: LocatedText, baseline: LocatedText?, scorecard: Scorecard?,
    others: [LocatedText] = [], gate: Gate?, waivers: [String: Waiver] = [:], next: String?
  ) {
    self.slug = slug
    self.candidate = candidate
    self.baseline = baseline
    self.scorecard = scorecard
    self.others = others
    self.gate = gate
    self.waivers = waivers
    self.next = next
  }

  /// How the article is called in a heading.
  package var name: String { slug ?? candidate.path }

  package var integrity: Tenths? { scorecard?.integrity }
  /// The integrity score without the findings that somebody has accepted; `nil` when there are none of these.
  var integrityWithWaivers: Tenths? { waivers.isEmpty ? nil : scorecard?.integrity(without: Set(waivers.keys)) }
  /// Whether the gate lets the version in; `nil` where there is none.
  var isPassed: Bool? {
    guard let gate, gate.threshold != nil else { return nil }
    return gate.verdict.isPassed
  }
  package var findings: [Finding] { scorecard?.findings ?? [] }

  /// The article in which a finding's other place lies.
  func text(elsewhere finding: Finding) -> LocatedText? {
    finding.elsewhere.flatMap { place in others.first { $0.path == place.article } }
  }

  /// Whether the gate refuses because of this finding alone.
  func isBlocking(_ finding: Finding) -> Bool {
    gate?.verdict.refusals.contains(.blocking(finding)) ?? false
  }
}

/// A text that findings point into, under the name that the reader knows it by.
package struct LocatedText: Sendable {
  /// A path, or `revision:path`.
  package let path: String
  /// The path alone, for programs that open the file.
  package let file: String
  package let bytes: [UInt8]
  let lines: LineTable

  /// - Parameter file: the path without a revision; `nil` when `path` has none.
  package init(path: String, file: String? = nil, bytes: [UInt8]) {
    self.path = path
    self.file = file ?? path
    self.bytes = bytes
    lines = LineTable(bytes)
  }

  func excerpt(of range: TextRange, width: Int) -> Excerpt {
    lines.excerpt(of: range, in: bytes, width: width)
  }

  /// Returns `path:line:column` of the start of `range`, safe to show.
  package func place(of range: TextRange) -> String {
    let position = lines.position(of: range.start)
    return "\(DisplayText.safe(path)):\(position.line):\(position.column)"
  }
}
