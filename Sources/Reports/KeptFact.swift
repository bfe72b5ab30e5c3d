import Facts
import Manuscripts
package import StructuredText

/// A figure or a date that the text has as its baseline has it, with both places.
package struct KeptFact: Sendable {
  package let baseline: TextRange
  package let candidate: TextRange

  /// Returns the facts of the baseline that the text states too, each at the first place where it does.
  package static func all(in report: Report) -> [KeptFact] {
    guard let text = report.baseline else { return [] }
    let parser = ArticleParser()
    let baseline = FactSheet(of: parser.article(from: text.bytes))
    let candidate = FactSheet(of: parser.article(from: report.candidate.bytes))
    let comparison = FactComparison(candidate: candidate, baseline: baseline)
    return comparison.amounts.restatements.enumerated().compactMap { fact, places in
      guard let place = places.first, !candidate.facts[place].isIncidental else { return nil }
      return KeptFact(
        baseline: baseline.place(of: baseline.facts[fact]), candidate: candidate.place(of: candidate.facts[place]))
    }
  }
}
