import Facts
import Manuscripts
import StructuredText
import Wording

/// One place where an article breaks a rule, before policy and score have had their say.
struct Violation {
  let message: String
  let remedy: String
  let candidate: TextRange?
  let baseline: TextRange?
  /// The words in another article.
  let elsewhere: Elsewhere?
  /// What is wrong, in words that stay the same wherever it stands: the finding's id is made of it.
  let key: String
  /// What it takes, when that depends on the article; else the rule's points count.
  let points: Tenths?
  /// Softer than the rule's severity: a violation that the engine is less sure of.
  let severity: Severity?
  /// Another cap than the rule's; `.full` for none.
  let cap: Tenths?

  init(
    _ message: String, remedy: String, candidate: TextRange?, baseline: TextRange? = nil,
    elsewhere: Elsewhere? = nil, key: String, points: Tenths? = nil, severity: Severity? = nil, cap: Tenths? = nil
  ) {
    self.message = message
    self.remedy = remedy
    self.candidate = candidate
    self.baseline = baseline
    self.elsewhere = elsewhere
    self.key = key
    self.points = points
    self.severity = severity
    self.cap = cap
  }

  /// Words of a candidate that should not stand there.
  static func strayWords(
    _ tokens: Range<Int>, of candidate: FactSheet, message: (String) -> String, remedy: String,
    points: Tenths? = nil, severity: Severity? = nil
  ) -> Violation {
    let words = candidate.passage.text(of: tokens)
    return Violation(
      message(quoted(words)), remedy: remedy, candidate: candidate.passage.place(of: tokens), key: keyed(words),
      points: points, severity: severity)
  }

  /// Words of a baseline that are nowhere in the candidate.
  static func lostWords(
    _ tokens: Range<Int>, of baseline: FactSheet, message: (String) -> String, remedy: String,
    points: Tenths? = nil, severity: Severity? = nil
  ) -> Violation {
    let words = baseline.passage.text(of: tokens)
    return Violation(
      message(quoted(words)), remedy: remedy, candidate: nil, baseline: baseline.passage.place(of: tokens),
      key: keyed(words),
      points: points, severity: severity)
  }

  /// Words of the baseline that are other words in the candidate.
  static func changedWords(
    _ comparison: FactComparison, _ original: Range<Int>, _ restated: Range<Int>, message: (String, String) -> String,
    remedy: (String) -> String, points: Tenths? = nil, severity: Severity? = nil
  ) -> Violation {
    let before = comparison.baseline.passage.text(of: original)
    let after = comparison.candidate.passage.text(of: restated)
    return Violation(
      message(quoted(before), quoted(after)), remedy: remedy(quoted(before)),
      candidate: comparison.candidate.passage.place(of: restated),
      baseline: comparison.baseline.passage.place(of: original), key: keyed(before) + keyed(after),
      points: points, severity: severity)
  }

  /// A claim that the candidate makes otherwise: a warning that costs little where the sentence is told too freely to tell.
  static func changedClaim(
    _ comparison: FactComparison, _ change: ClaimChange, message: (String, String) -> String,
    remedy: (String) -> String
  ) -> Violation {
    changedWords(
      comparison, change.baseline, change.candidate, message: message, remedy: remedy,
      points: change.isSure ? nil : Tenths(10), severity: change.isSure ? nil : .warning)
  }

  /// What kept the article, or its front matter, from being read, where `message` has words for it.
  static func defects(
    of article: Article, message: (Article.Defect.Kind) -> String?, remedy: String
  ) -> [Violation] {
    article.defects.compactMap { defect in
      message(defect.kind).map {
        Violation($0, remedy: remedy, candidate: defect.range, key: key(of: defect, in: article))
      }
    }
  }

  private static func key(of defect: Article.Defect, in article: Article) -> String {
    guard case .brokenFrontMatter = defect.kind else { return "\(defect.kind)" }
    return keyed(String(decoding: article.bytes[defect.range.range].prefix(200), as: UTF8.self))
  }
}

/// Returns `text` between the quotation marks of the reader's language, cut to what fits in a sentence.
func quoted(_ text: String) -> String {
  // A quotation has its own.
  worded(keyed(text), fr: text.hasPrefix("«") && text.hasSuffix("»") ? cut(text) : "« \(cut(text)) »")
}

/// Returns `text` as the ids of findings are made of it, which must not depend on the reader's language.
func keyed(_ text: String) -> String { "“\(cut(text))”" }

private func cut(_ text: String) -> String {
  let limit = 90
  let rest = text.unicodeScalars.dropFirst(limit - 1)
  return rest.dropFirst().first == nil ? text : text[..<rest.startIndex] + "…"
}
