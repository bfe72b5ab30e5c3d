import Manuscripts
import Reports
import Scoring
import StructuredText

extension Laws {
  /// - Parameter bytes: the candidate; with a line `\u{1E}` between them, also the baseline, and files of the dossier.
  mutating func checkComparison(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 0x1E, maxSplits: 3, omittingEmptySubsequences: false).map { part in
      ArticleParser().article(from: Array(part))
    }
    let scorer = Scorer()
    let (candidate, baseline, dossier) = (parts[0], parts.dropFirst().first, Array(parts.dropFirst(2)))
    checkScore(of: candidate, against: baseline, dossier: dossier, scorer)
    guard baseline == nil else { return }
    let alone = scorer.scorecard(candidate: candidate, baseline: nil)
    let same = scorer.scorecard(candidate: candidate, baseline: candidate)
    let owed = Set(alone.findings.map(\.rule))
    for finding in same.findings where finding.points > .zero {
      expect(owed.contains(finding.rule), "an article is as good as itself: \(finding)")
    }
  }

  private mutating func checkScore(
    of candidate: Article, against baseline: Article?, dossier: [Article], _ scorer: Scorer
  ) {
    let card = scorer.scorecard(candidate: candidate, baseline: baseline, dossier: dossier)
    let again = scorer.scorecard(candidate: candidate, baseline: baseline, dossier: dossier)
    expect(
      card.findings == again.findings && card.integrity == again.integrity && card.style == again.style,
      "the same article has the same score")
    expect((0...1000).contains(card.integrity.value), "integrity \(card.integrity)")
    expect((0...100).contains(card.style.value), "style \(card.style)")
    let sum = card.findings.reduce(card.integrity) { $0 + $1.points }
    expect(sum == .full, "score and points add up to \(sum)")
    let whole = TextRange(0, candidate.bytes.count)
    let others = [baseline].compactMap(\.self) + dossier
    let reach = TextRange(0, others.map(\.bytes.count).max() ?? 0)
    for finding in card.findings {
      expect(finding.points >= .zero, "points of \(finding)")
      expect(finding.candidate.map(whole.contains) ?? true, "\(finding) in the candidate \(whole)")
      expect(finding.baseline.map(reach.contains) ?? true, "\(finding) in the baseline \(reach)")
      expect(!finding.message.isEmpty && !finding.remedy.isEmpty, "\(finding) says what to do")
    }
    expect(Set(card.findings.map(\.id)).count == card.findings.count, "each finding has an id of its own")
    let report = Report(
      slug: nil, candidate: LocatedText(path: "a.md", bytes: candidate.bytes),
      baseline: baseline.map { LocatedText(path: "b.md", bytes: $0.bytes) }, scorecard: card, gate: nil, next: nil)
    expect(!TextRenderer(width: 72).text(report).isEmpty, "a report has a text")
    expect(!JSONRenderer().json([report]).isEmpty, "a report has JSON")
    for format in ReportFormat.allCases {
      let text = ReportBundle.articles([report]).document(as: format, text: TextRenderer(width: 72), version: "0")
      expect(!text.isEmpty, "a report has the format \(format)")
      let isTame = text.unicodeScalars.allSatisfy {
        $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
      }
      expect(isTame, "no control characters in the format \(format)")
    }
  }
}
