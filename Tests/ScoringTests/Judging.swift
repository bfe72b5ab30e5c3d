import Manuscripts
import Scoring
import StructuredText
import Testing

/// Scores texts as the program does.
enum Judging {
  static func scorecard(
    _ candidate: String, against baseline: String? = nil, dossier: String? = nil,
    settings: RuleSettings = RuleSettings()
  ) -> Scorecard {
    let parser = ArticleParser()
    return Scorer(settings: settings).scorecard(
      candidate: parser.article(from: Array(candidate.utf8)),
      baseline: baseline.map { parser.article(from: Array($0.utf8)) },
      dossier: dossier.map { [parser.article(from: Array($0.utf8))] } ?? [])
  }

  /// Takes the marks `⟦ ⟧` out of a text, and returns the ranges that stood between them.
  static func unmarked(_ text: String) -> (text: String, ranges: [TextRange]) {
    var plain: [UInt8] = []
    var ranges: [TextRange] = []
    var start: Int?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦": start = plain.count
      case "⟧":
        if let start { ranges.append(TextRange(start, plain.count)) }
        start = nil
      default: plain.append(contentsOf: Array(String(scalar).utf8))
      }
    }
    return (String(decoding: plain, as: UTF8.self), ranges)
  }
}
